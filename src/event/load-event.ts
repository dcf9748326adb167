import { createHash } from 'node:crypto'
import type { EventDefinition } from '../model/event.ts'
import { eventDefinition } from '../model/event.ts'
import { convertEvent, type Conversion } from './convert-event.ts'
import { crossCheck } from './cross-check.ts'
import { byPlace, formatEventError, type EventError } from './event-error.ts'
import { knownTimeZone } from './local-time.ts'
import { readSections } from './read-sections.ts'
import { errorAt, readEventFolder, type YamlFile } from './yaml-source.ts'

/**
 * event     SI and radians, checked
 * hash      SHA-256 over names and bytes of the folder's YAML files, hexadecimal: what an event is called in a journal's `start`
 * warnings  what is allowed but worth a look, in English
 */
export type LoadedEvent = { readonly event: EventDefinition; readonly hash: string; readonly warnings: readonly string[] }

/** Errors beyond this are one mistake's echo. */
const MAX_ERRORS = 100

/**
 * Reads an event folder. `token` makes the keyed token that stands for a serial number, so that the serial itself goes no further.
 * Returns every error that it finds, in the order of files and lines, or the event.
 */
export function loadEvent(folder: string, options: { token: (serial: string) => string }): LoadedEvent | EventError[] {
  const { files, errors } = readEventFolder(folder)
  if (files.length === 0) return errors
  const sections = readSections(files, errors)
  if (!sections.header) {
    if (errors.length === 0)
      errors.push(errorAt({ file: files[0]!, path: [] }, 'no file has the key "event"', 'add it to event.yaml; docs/event.md shows how'))
    return ordered(errors)
  }
  const timeZone = knownTimeZone(sections.header.value.timeZone) ? sections.header.value.timeZone : 'UTC'
  const conversion: Conversion = { timeZone, token: options.token, errors, warnings: [] }
  const event = convertEvent(sections, sections.header, conversion)
  crossCheck(sections, event, errors, conversion.warnings)
  if (errors.length > 0) return ordered(errors)
  const checked = eventDefinition.safeParse(event)
  if (!checked.success) {
    // The forms and the model disagree: our fault, but the author still gets a line to look at.
    return checked.error.issues.map((issue) =>
      errorAt(
        sections.header!.place,
        `the event does not fit the model at ${issue.path.join('.')} (${issue.message})`,
        'report this as a fault of Marsad',
      ),
    )
  }
  return { event: checked.data, hash: hashOf(files, folder), warnings: conversion.warnings }
}

export function isEventErrors(loaded: LoadedEvent | EventError[]): loaded is EventError[] {
  return Array.isArray(loaded)
}

/** Checks an event folder as `marsad` on the command line does: lines to print, and whether it may be used. */
export function checkEvent(folder: string): { ok: boolean; lines: string[] } {
  const loaded = loadEvent(folder, { token: (serial) => createHash('sha256').update(serial).digest('hex').slice(0, 32) })
  if (isEventErrors(loaded)) return { ok: false, lines: loaded.map(formatEventError) }
  const { event } = loaded
  const counts = `${event.sites.length} sites (${event.sites.filter((site) => site.protected).length} protected), ${event.zones.length} zones, ${event.nodes.length} nodes, ${event.feeds.length} feeds`
  return {
    ok: true,
    lines: [...loaded.warnings.map((warning) => `warning: ${warning}`), `${event.header.id}: ${counts}, hash ${loaded.hash.slice(0, 16)}`],
  }
}

function hashOf(files: readonly YamlFile[], folder: string): string {
  const hash = createHash('sha256')
  for (const file of files) {
    const name = file.name.slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, '')
    hash.update(`${name}\n${file.bytes.byteLength}\n`).update(file.bytes)
  }
  return hash.digest('hex')
}

/** In the order of files and lines, each once. */
function ordered(errors: readonly EventError[]): EventError[] {
  const seen = new Set<string>()
  const once = errors.filter((error) => {
    const line = formatEventError(error)
    if (seen.has(line)) return false
    seen.add(line)
    return true
  })
  return once.toSorted(byPlace).slice(0, MAX_ERRORS)
}
