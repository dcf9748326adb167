import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, LineCounter, isNode, isPair, parseDocument } from 'yaml'
import type { EventError } from './event-error.ts'

/** Limits on what an author may write; far above any real event. */
const MAX_FILES = 200
const MAX_FILE_BYTES = 4 * 1024 * 1024

export type YamlPath = readonly (string | number)[]

/** One YAML file as parsed, with what is needed to name a line in it. */
export type YamlFile = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly value: unknown
  readonly document: Document
  readonly lines: LineCounter
}

/** Where a value stands, so that an error about it can name its line. */
export type YamlPlace = { readonly file: YamlFile; readonly path: YamlPath }

/** Every `*.yaml` of an event folder but its scenarios, in the order of their names. */
export function readEventFolder(folder: string): { files: YamlFile[]; errors: EventError[] } {
  const names: string[] = []
  const fault = (problem: string, fix: string) => ({ files: [], errors: [{ file: folder, line: 1, column: 1, problem, fix }] })
  try {
    collectNames(folder, '', names)
  } catch (error) {
    return fault(`cannot read the event folder (${messageOf(error)})`, 'name a folder that holds event.yaml')
  }
  if (!names.includes('event.yaml')) return fault('the folder holds no event.yaml', 'name an event folder, or add event.yaml to this one')
  if (names.length > MAX_FILES)
    return fault(`the folder holds ${names.length} YAML files, at most ${MAX_FILES} are read`, 'merge some of them')
  const files: YamlFile[] = []
  const errors: EventError[] = []
  for (const name of names.toSorted()) {
    const read = readYamlFile(join(folder, name), join(folder, name))
    if ('errors' in read) errors.push(...read.errors)
    else files.push(read.file)
  }
  return { files, errors }
}

function collectNames(folder: string, under: string, names: string[]): void {
  for (const entry of readdirSync(join(folder, under), { withFileTypes: true })) {
    const name = under === '' ? entry.name : `${under}/${entry.name}`
    if (entry.isDirectory() && entry.name !== 'scenarios') collectNames(folder, name, names)
    else if (entry.isFile() && /\.ya?ml$/.test(entry.name)) names.push(name)
  }
}

/** Reads and parses one file; `name` is what errors call it. */
export function readYamlFile(path: string, name: string): { file: YamlFile } | { errors: EventError[] } {
  const fault = (problem: string, fix: string) => ({ errors: [{ file: name, line: 1, column: 1, problem, fix }] })
  try {
    const size = statSync(path).size
    if (size > MAX_FILE_BYTES) return fault(`the file has ${size} bytes, at most ${MAX_FILE_BYTES} are read`, 'split it into several files')
    return parseYaml(readFileSync(path), name)
  } catch (error) {
    return fault(`cannot read the file (${messageOf(error)})`, 'check its name and permissions')
  }
}

export function parseYaml(bytes: Uint8Array, name: string): { file: YamlFile } | { errors: EventError[] } {
  const lines = new LineCounter()
  const document = parseDocument(new TextDecoder().decode(bytes), { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  if (document.errors.length > 0) {
    const errors = document.errors.map((error) => {
      const at = lines.linePos(error.pos[0])
      return {
        file: name,
        line: at.line,
        column: at.col,
        problem: `not valid YAML (${error.message})`,
        fix: 'mend the syntax; indentation and quotes are the usual causes',
      }
    })
    return { errors }
  }
  try {
    return { file: { name, bytes, value: document.toJS({ maxAliasCount: 1000 }), document, lines } }
  } catch (error) {
    return { errors: [{ file: name, line: 1, column: 1, problem: `not usable YAML (${messageOf(error)})`, fix: 'use fewer aliases' }] }
  }
}

/** The error at a place; a path that leads through an alias or to a missing key names the nearest line above. */
export function errorAt(place: YamlPlace, problem: string, fix: string): EventError {
  const at = place.file.lines.linePos(offsetOf(place.file.document, place.path))
  return { file: place.file.name, line: Math.max(1, at.line), column: Math.max(1, at.col), problem, fix }
}

/** The offset of the key where the path ends in one, else of the value. */
function offsetOf(document: Document, path: YamlPath): number {
  for (let depth = path.length; depth > 0; depth--) {
    const key = path[depth - 1]!
    const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true)
    if (parent !== null && typeof parent === 'object' && 'items' in parent && Array.isArray(parent.items)) {
      const pair = parent.items.find((item) => isPair(item) && isNode(item.key) && item.key.toJSON() === key)
      if (isPair(pair) && isNode(pair.key) && pair.key.range) return pair.key.range[0]
    }
    const node = document.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return isNode(document.contents) && document.contents.range ? document.contents.range[0] : 0
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
