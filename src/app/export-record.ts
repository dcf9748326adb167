import type { Item, Output } from '../model/picture.ts'
import type { ReplayStep } from '../record/replay.ts'
import { createCsvExporter } from '../share/export-csv.ts'
import { createGeojsonExporter } from '../share/export-geojson.ts'
import { createKmlExporter } from '../share/export-kml.ts'
import type { Exporter } from '../share/export.ts'
import type { Recipient } from '../share/label.ts'
import { releaseContext } from '../share/release-context.ts'
import type { ReleaseContext } from '../share/release-context.ts'
import { isWithheld, release } from '../share/release.ts'

export const EXPORTERS: Readonly<Record<string, () => Exporter>> = {
  geojson: createGeojsonExporter,
  csv: createCsvExporter,
  kml: createKmlExporter,
}

/** Event time that is exported; what stood at `fromMs` is exported too. */
export type Span = { readonly fromMs: number; readonly toMs: number }

type Items = ReadonlyMap<string, Item>
type Counts = { puts: number; withheld: number }

/**
 * The file of a replay, piece by piece, as the event's host may have it. Gives how many tracks' and alerts' states were written and
 * how many withheld.
 */
export function* exportRecord(steps: Iterable<ReplayStep>, exporter: Exporter, span: Span): Generator<string, Counts> {
  const counts: Counts = { puts: 0, withheld: 0 }
  let begun = false
  yield exporter.begin()
  for (const { entry, run, outputs } of steps) {
    if (entry.atMs > span.toMs) break
    if (entry.atMs < span.fromMs) continue
    // The state after this entry has its outputs in it already.
    const told = begun ? outputs : Array.from(run.items.values(), (item): Output => ({ out: 'put', item }))
    begun = true
    if (told.length === 0) continue
    const piece = pieceOf(told, run.items, entry.atMs, exporter, counts)
    if (piece !== '') yield piece
  }
  yield exporter.end()
  return counts
}

function pieceOf(outputs: readonly Output[], items: Items, atMs: number, exporter: Exporter, counts: Counts): string {
  let context: ReleaseContext | undefined
  let out = ''
  for (const output of outputs) {
    if (output.out === 'drop' && (output.kind === 'track' || output.kind === 'alert')) out += exporter.drop(output.kind, output.id)
    if (output.out !== 'put' || (output.item.kind !== 'track' && output.item.kind !== 'alert')) continue
    context ??= contextOf(items, atMs)
    if (context === undefined) continue
    const released = release(output.item, hostOf(context), context)
    if (isWithheld(released)) counts.withheld += 1
    else {
      counts.puts += 1
      out += exporter.put(released, atMs)
    }
  }
  return out
}

function contextOf(items: Items, atMs: number): ReleaseContext | undefined {
  const event = items.get('event:event')
  const registry = items.get('registry:registry')
  if (event?.kind !== 'event') return undefined
  return releaseContext(event.header, registry?.kind === 'registry' ? registry : undefined, atMs, (kind, id) => items.get(`${kind}:${id}`))
}

/** The host has everything that has a view; who reads the file afterwards is theirs to judge. */
function hostOf({ header }: ReleaseContext): Recipient {
  return { person: '', nation: header.host, tasks: [] }
}
