import type { z } from 'zod'
import { nearest, type EventError } from './event-error.ts'
import { errorAt, type YamlPath, type YamlPlace } from './yaml-source.ts'

type Issue = z.core.$ZodIssue

/** What zod found, in the author's words: one error per issue, at the line of the key it is about. */
export function describeIssues(issues: readonly Issue[], place: YamlPlace, value: unknown, known: readonly string[]): EventError[] {
  return issues.flatMap((issue) => describeIssue(issue, place, value, known))
}

function describeIssue(issue: Issue, place: YamlPlace, value: unknown, known: readonly string[]): EventError[] {
  const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol')
  const at: YamlPlace = { file: place.file, path: [...place.path, ...path] }
  const name = pathName(path)
  const found = valueAt(value, path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const near = path.length === 0 ? nearest(key, known) : undefined
        return errorAt(
          { file: place.file, path: [...at.path, key] },
          `unknown key "${key}"${path.length === 0 ? '' : ` in ${name}`}`,
          near === undefined ? 'remove it, or look up its name in docs/event.md' : `write "${near}"`,
        )
      })
    case 'invalid_type':
      if (found === undefined) return [errorAt(at, `${name} is missing`, `add ${name}, ${article(issue.expected)}`)]
      return [errorAt(at, `${name} is ${show(found)}`, `write ${article(issue.expected)}`)]
    case 'invalid_value':
      if (found === undefined) return [errorAt(at, `${name} is missing`, `add ${name}: one of ${issue.values.map(String).join(', ')}`)]
      return [errorAt(at, `${name} is ${show(found)}`, enumFix(found, issue.values.map(String)))]
    case 'too_small':
      return [
        errorAt(
          at,
          `${name} is ${show(found)}, too small`,
          `write ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${ofWhat(issue.origin)}`,
        ),
      ]
    case 'too_big':
      return [errorAt(at, `${name} is ${show(found)}, too big`, `write at most ${issue.maximum}${ofWhat(issue.origin)}`)]
    case 'invalid_format':
      return [errorAt(at, `${name} is ${show(found)}`, `write it after the pattern ${issue.pattern ?? issue.format}`)]
    case 'custom': {
      const fix: unknown = issue.params?.['fix']
      return [errorAt(at, issue.message, typeof fix === 'string' ? fix : 'see docs/event.md')]
    }
    default:
      return [errorAt(at, `${name} is ${show(found)}: ${issue.message}`, 'see docs/event.md')]
  }
}

function enumFix(found: unknown, values: readonly string[]): string {
  const near = typeof found === 'string' ? nearest(found, values) : undefined
  return near === undefined ? `write one of ${values.join(', ')}` : `write ${near}; possible are ${values.join(', ')}`
}

function pathName(path: YamlPath): string {
  if (path.length === 0) return 'the item'
  return path.map((step, i) => (typeof step === 'number' ? `[${step + 1}]` : `${i === 0 ? '' : '.'}${step}`)).join('')
}

function article(expected: string): string {
  const words: Record<string, string> = {
    string: 'a text, in quotes',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    tuple: 'a list',
    object: 'a map of keys',
  }
  return words[expected] ?? `a value of type ${expected}`
}

function ofWhat(origin: string): string {
  if (origin === 'string') return ' characters'
  return origin === 'array' || origin === 'set' ? ' entries' : ''
}

function valueAt(value: unknown, path: YamlPath): unknown {
  let at = value
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Record<string | number, unknown>)[step]
  }
  return at
}

/** A value as the author would recognise it, cut to a readable length. */
function show(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'a map of keys'
  const text = JSON.stringify(value) ?? 'missing'
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
