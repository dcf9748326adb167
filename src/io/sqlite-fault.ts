import type { AppendResult } from '../model/journal.ts'

/** Result codes of SQLite (sqlite.org/rescode.html) that mean: no room on the disk. */
const SQLITE_BUSY = 5
const SQLITE_FULL = 13
const SQLITE_CANTOPEN = 14
const SQLITE_IOERR_SHMSIZE = 4874

export function isBusy(error: unknown): boolean {
  return (codeOf(error) & 0xff) === SQLITE_BUSY
}

export function isCannotOpen(error: unknown): boolean {
  return (codeOf(error) & 0xff) === SQLITE_CANTOPEN
}

/** Full is a state to live with; anything else that a commit throws, a failed fsync first of all, is `failed` and ends the process. */
export function appendFault(error: unknown): AppendResult {
  const code = codeOf(error)
  if (code === SQLITE_FULL || code === SQLITE_IOERR_SHMSIZE || systemCodeOf(error) === 'ENOSPC') return { result: 'full' }
  return { result: 'failed', why: `${error instanceof Error ? error.message : String(error)} (SQLite code ${code})` }
}

function codeOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : 0
}

function systemCodeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}
