import { IntlMessageFormat } from 'intl-messageformat'
import type { ReasonView } from '../model/api.ts'
import type { Outcome } from '../model/command.ts'
import type { LocalText } from '../model/event.ts'
import type { ObjectClass } from '../model/track.ts'
import { CATALOGUE, type MessageKey, type ParamsOf } from './catalogue.ts'
import { isolate, isolateLtr } from './isolate.ts'
import { directionOf, localeOf, type Digits, type Language } from './language.ts'
import { createMeasures, type Measures } from './measure.ts'
import type { Sentence } from './message.ts'
import { CLASSES } from './messages/kinds.ts'
import { PARAM_KINDS, type ParamKind } from './params.ts'
import { REASONS } from './reasons.ts'

/** What a reader calls a thing that a reason names by its id; undefined where the reader has no name for it. */
export type Names = {
  readonly zone?: (id: string) => LocalText | string | undefined
  readonly site?: (id: string) => LocalText | string | undefined
  readonly node?: (id: string) => LocalText | string | undefined
  readonly clearance?: (id: string) => LocalText | string | undefined
}

export type WordsOptions = {
  readonly digits?: Digits
  /** IANA name of the event's time zone; times are read in it where no other is named. */
  readonly timeZone?: string
}

/** Everything that the room says, in one language. */
export type Words = Measures & {
  readonly language: Language
  readonly digits: Digits
  readonly direction: 'rtl' | 'ltr'
  readonly locale: string
  readonly t: <K extends MessageKey>(key: K, ...params: ParamsOf<K>) => string
  /** One reason as a sentence. A code that this build does not know is shown as itself. */
  readonly reason: (code: string, params: ReasonView['params'], names?: Names) => string
  readonly outcome: (outcome: Outcome) => string
  /** A name that carries all four languages. */
  readonly local: (text: LocalText) => string
  readonly list: (items: readonly string[]) => string
}

type Values = Readonly<Record<string, string | number>>
type Placed = (params: Values, names: Names | undefined) => Record<string, string | number>

export function createWords(language: Language, options: WordsOptions = {}): Words {
  const digits: Digits = language === 'ar' ? (options.digits ?? 'latin') : 'latin'
  const locale = localeOf(language, digits)
  const measures = createMeasures(language, digits, options.timeZone ?? 'UTC')
  const place = placer(language, measures)
  const compiled = new Map<Sentence, IntlMessageFormat>()
  const listFormat = new Intl.ListFormat(locale, { type: 'conjunction' })
  const say = (sentence: Sentence, params: Values, names?: Names): string => {
    let message = compiled.get(sentence)
    if (message === undefined) {
      message = new IntlMessageFormat(typeset(countsAsNumbers(sentence[language]), language), locale, undefined, { ignoreTag: true })
      compiled.set(sentence, message)
    }
    return String(message.format(place(params, names)))
  }
  const words: Words = {
    ...measures,
    language,
    digits,
    direction: directionOf(language),
    locale,
    t: (key, ...params) => say(CATALOGUE[key], params[0] ?? {}),
    reason: (code, params, names) => (isReasonCode(code) ? say(REASONS[code], params, names) : isolateLtr(code)),
    outcome: (outcome) =>
      outcome.result === 'done' ? words.t('outcome.done') : say(CATALOGUE[`outcome.${outcome.result}.${outcome.why}` as MessageKey], {}),
    local: (text) => text[language],
    list: (items) => listFormat.format(items),
  }
  return words
}

function isReasonCode(code: string): code is keyof typeof REASONS {
  return Object.hasOwn(REASONS, code)
}

function isClass(name: string): name is ObjectClass {
  return Object.hasOwn(CLASSES, `class.${name}`)
}

/** French sets a no-break space before its high punctuation; the sources keep a plain one so that it can be seen. */
function typeset(message: string, language: Language): string {
  return language === 'fr' ? message.replaceAll(/ (?=[?:;!])/g, '\u00a0') : message
}

const COUNTS = new RegExp(
  `\\{(${Object.entries(PARAM_KINDS)
    .filter(([, kind]) => kind === 'count')
    .map(([name]) => name)
    .join('|')})\\}`,
  'g',
)

/** A bare count is written in the reader's digits, as it is within a plural. */
function countsAsNumbers(message: string): string {
  return message.replaceAll(COUNTS, '{$1, number}')
}

/** Turns parameters into what the sentence shows, each by its name's kind. A parameter that did not come is a dash. */
function placer(language: Language, measures: Measures): Placed {
  const shown = new Map<ParamKind, (value: number) => string>([
    ['duration', measures.duration],
    ['distance', measures.distance],
    ['height', measures.height],
    ['speed', measures.speed],
    ['climb', measures.climb],
    ['angle', measures.angle],
    ['angleDeg', measures.angleDeg],
    ['bearing', measures.bearing],
    ['percent', measures.percent],
    ['milliseconds', measures.milliseconds],
    ['time', (ms) => measures.time(ms)],
  ])
  const named = (found: LocalText | string | undefined, id: string): string =>
    isolate(found === undefined ? id : typeof found === 'string' ? found : found[language])
  const placeText = (name: string, kind: ParamKind, value: string, names: Names | undefined): string => {
    if (kind === 'choice') return value
    if (kind === 'class') return isClass(value) ? CLASSES[`class.${value}`][language] : value
    if (kind === 'claim') return isolateLtr(claimLabel(value))
    if (name === 'zone' || name === 'site' || name === 'node' || name === 'clearance') return named(names?.[name]?.(value), value)
    return kind === 'code' ? isolateLtr(value) : isolate(value)
  }
  return (params, names) => {
    const out: Record<string, string | number> = { ...ABSENT }
    for (const [name, value] of Object.entries(params)) {
      const kind: ParamKind | undefined = Object.hasOwn(PARAM_KINDS, name) ? PARAM_KINDS[name as keyof typeof PARAM_KINDS] : undefined
      if (kind === 'count') out[name] = value
      else if (typeof value === 'number')
        out[name] = kind === undefined ? measures.number(value) : (shown.get(kind)?.(value) ?? measures.number(value))
      else out[name] = kind === undefined ? isolate(value) : placeText(name, kind, value, names)
    }
    return out
  }
}

const ABSENT: Readonly<Record<string, string>> = Object.fromEntries(Object.keys(PARAM_KINDS).map((name) => [name, '—']))

/** `icao:4ca1fa` becomes `ADS-B 4CA1FA`; of a token that stands for a serial the first six signs tell two apart. */
export function claimLabel(key: string): string {
  const colon = key.indexOf(':')
  const scheme = key.slice(0, colon)
  const rest = key.slice(colon + 1)
  if (scheme === 'icao') return `ADS-B ${rest.toUpperCase()}`
  if (scheme === 'rid') return `Remote ID ${rest.slice(0, 6)}`
  return key
}
