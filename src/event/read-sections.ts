import { nearest, type EventError } from './event-error.ts'
import { describeIssues } from './form-issues.ts'
import { type Forms, headerForm, type HeaderForm, SECTION_FORMS, type Section } from './yaml-forms.ts'
import { errorAt, type YamlFile, type YamlPlace } from './yaml-source.ts'

/** A value and where it stands. */
export type Placed<T> = { readonly value: T; readonly place: YamlPlace }
export type Sections = {
  header: Placed<HeaderForm> | undefined
  /** Ids of items that were refused: a reference to one of them is no second mistake. */
  refused: Set<string>
} & { [S in Section]: Placed<Forms[S]>[] }

const SECTION_NAMES = Object.keys(SECTION_FORMS) as Section[]
/** Items in one list; far above any real event and below what would fill memory. */
const MAX_ITEMS = 20000

/** Joins the lists of all files, each item checked against its form. */
export function readSections(files: readonly YamlFile[], errors: EventError[]): Sections {
  const sections = { header: undefined, refused: new Set() } as unknown as Sections
  for (const name of SECTION_NAMES) (sections[name] as unknown[]) = []
  for (const file of files) readFileSections(file, sections, errors)
  return sections
}

function readFileSections(file: YamlFile, sections: Sections, errors: EventError[]): void {
  if (file.value === null) return
  if (typeof file.value !== 'object' || Array.isArray(file.value)) {
    errors.push(
      errorAt({ file, path: [] }, 'the file is not a map of keys', `begin it with a key such as ${SECTION_NAMES.slice(0, 3).join(', ')}`),
    )
    return
  }
  for (const [key, value] of Object.entries(file.value)) {
    const place: YamlPlace = { file, path: [key] }
    if (key === 'event') readHeader(value, place, sections, errors)
    else if (SECTION_NAMES.includes(key as Section)) readList(key as Section, value, place, sections, errors)
    // Keys that begin with x- hold anchors for use elsewhere in the file.
    else if (!key.startsWith('x-')) errors.push(errorAt(place, `unknown key "${key}"`, keyFix(key)))
  }
}

function keyFix(key: string): string {
  const near = nearest(key, [...SECTION_NAMES, 'event'])
  return near === undefined ? `use one of event, ${SECTION_NAMES.join(', ')}` : `write "${near}"`
}

function readHeader(value: unknown, place: YamlPlace, sections: Sections, errors: EventError[]): void {
  if (sections.header) {
    errors.push(
      errorAt(place, 'the event is described a second time', `keep one "event" key; the other is in ${sections.header.place.file.name}`),
    )
    return
  }
  const parsed = headerForm.safeParse(value)
  if (parsed.success) sections.header = { value: parsed.data, place }
  else errors.push(...describeIssues(parsed.error.issues, place, value, Object.keys(headerForm.shape)))
}

function readList(name: Section, value: unknown, place: YamlPlace, sections: Sections, errors: EventError[]): void {
  if (value === null) return
  if (!Array.isArray(value)) {
    errors.push(errorAt(place, `${name} is not a list`, 'begin each item with "- "'))
    return
  }
  if (value.length > MAX_ITEMS) {
    errors.push(errorAt(place, `${name} has ${value.length} items, at most ${MAX_ITEMS} are read`, 'split the event'))
    return
  }
  const form = SECTION_FORMS[name]
  value.forEach((item: unknown, index) => {
    const at: YamlPlace = { file: place.file, path: [...place.path, index] }
    const parsed = form.safeParse(item)
    if (parsed.success) (sections[name] as Placed<unknown>[]).push({ value: parsed.data, place: at })
    else {
      errors.push(...describeIssues(parsed.error.issues, at, item, Object.keys(form.shape)))
      if (typeof item === 'object' && item !== null && 'id' in item) sections.refused.add(String(item.id))
    }
  })
}
