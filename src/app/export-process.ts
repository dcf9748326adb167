import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { buildIdentity, sameEngine } from '../io/build-identity.ts'
import { journalFolderOf } from '../io/data-folder.ts'
import { thaw } from '../io/snapshot-codec.ts'
import { hasJournal, openSqliteStore } from '../io/sqlite-store.ts'
import { newEngineRun } from '../record/engine-run.ts'
import { replayJournal } from '../record/replay.ts'
import { writeOut } from './byte-source.ts'
import { CannotGoOn } from './cannot-go-on.ts'
import { ENGINE_MODULE, loadEngine } from './engine-module.ts'
import { exportRecord, EXPORTERS } from './export-record.ts'
import type { Span } from './export-record.ts'

export type ExportFlags = { readonly format: string; readonly output?: string; readonly from?: number; readonly to?: number }

/**
 * `marsad export`: replays the record from its beginning, because every position that was shown comes again only so. Another build's
 * record is replayed by this one's engine, and may then differ from what its room was shown; `marsad verify` names the version.
 */
export async function runExport(data: string, flags: ExportFlags): Promise<void> {
  const folder = journalFolderOf(data)
  if (!hasJournal(folder)) throw new CannotGoOn(`there is no journal in ${data}: name a data folder`)
  const exporter = EXPORTERS[flags.format]?.()
  if (exporter === undefined) throw new CannotGoOn(`there is no format ${flags.format}; use one of ${Object.keys(EXPORTERS).join(', ')}`)
  const span: Span = { fromMs: flags.from ?? 0, toMs: flags.to ?? Infinity }
  if (span.fromMs > span.toMs) throw new CannotGoOn('--from is after --to: give them the other way round')
  const engine = await loadEngine(ENGINE_MODULE)
  const build = buildIdentity()
  const store = openSqliteStore({ folder, access: 'read' })
  const out = flags.output === undefined ? process.stdout : createWriteStream(flags.output)
  const failed = new Promise<never>((_, fail) => {
    out.on('error', (error) =>
      fail(new CannotGoOn(`cannot write ${flags.output ?? 'standard output'} (${error.message}): name another file`)),
    )
  })
  // It is raced below; when nothing more is awaited there, a late fault must not end the program by itself.
  failed.catch(() => undefined)
  try {
    const last = store.lastGroup()?.lastPosition ?? 0
    const steps = replayJournal({ engine, store, thaw, ownBuild: (other) => sameEngine(other, build) }, newEngineRun(engine), last)
    const pieces = exportRecord(steps, exporter, span)
    let piece = pieces.next()
    for (; piece.done !== true; piece = pieces.next()) if (!(await Promise.race([writeOut(out, piece.value), failed]))) return
    if (out !== process.stdout) {
      out.end()
      await Promise.race([once(out, 'finish'), failed])
    }
    const { puts, withheld } = piece.value
    process.stderr.write(`${puts} states of tracks and alerts${withheld > 0 ? `, ${withheld} withheld` : ''}\n`)
  } finally {
    store.close()
  }
}
