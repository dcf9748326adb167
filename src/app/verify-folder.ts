import { existsSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { buildIdentity, sameEngine } from '../io/build-identity.ts'
import { journalFolderOf } from '../io/data-folder.ts'
import { readHead } from '../io/head-file.ts'
import { thaw } from '../io/snapshot-codec.ts'
import { ForeignFile } from '../io/sqlite-segment.ts'
import { hasJournal, openSqliteStore, type SqliteStore } from '../io/sqlite-store.ts'
import type { Engine } from '../record/engine-run.ts'
import { verifyJournal, type VerifyReport, type Witness } from '../record/verify.ts'
import { ENGINE_MODULE, loadEngine } from './engine-module.ts'

/** There is nothing that could be checked (exit 2), or a file that cannot be opened at all (exit 1). */
export class VerifyRefused extends Error {
  override readonly name = 'VerifyRefused'
  readonly exitCode: number
  constructor(message: string, exitCode: number) {
    super(message)
    this.exitCode = exitCode
  }
}

/** Checks the record in a data folder with the engine of this program. */
export async function verifyFolder(path: string, noted: readonly Witness[] = [], engine?: Engine): Promise<VerifyReport> {
  const folder = journalFolderOf(path)
  if (!existsSync(folder) || !hasJournal(folder)) throw new VerifyRefused(`there is no journal in ${path}: name a data folder`, 2)
  // Before the store: a room that writes meanwhile may note a later head than the store shows.
  const known = readHead(folder)
  const store = openToVerify(folder)
  try {
    const build = buildIdentity()
    return verifyJournal({
      store,
      engine: engine ?? (await loadEngine(ENGINE_MODULE)),
      thaw,
      ownBuild: (other) => sameEngine(other, build),
      sameValue: isDeepStrictEqual,
      witnesses: known === undefined ? noted : [...noted, known],
    })
  } catch (error) {
    if (error instanceof VerifyRefused) throw error
    throw new VerifyRefused(
      `the record in ${folder} cannot be read to its end: ${error instanceof Error ? error.message : String(error)}`,
      1,
    )
  } finally {
    store.close()
  }
}

function openToVerify(folder: string): SqliteStore {
  try {
    return openSqliteStore({ folder, access: 'read', still: true })
  } catch (error) {
    if (error instanceof ForeignFile) throw new VerifyRefused(error.message, 1)
    throw new VerifyRefused(
      `a file of the record in ${folder} cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
      1,
    )
  }
}
