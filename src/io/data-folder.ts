import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  statfsSync,
  writeSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { isBusy } from './sqlite-fault.ts'

/**
 * A data folder: `journal/` (segments and snapshots), `earlier/<epoch>/journal/` (a demo's journals before "start again"),
 * `lock.sqlite`, `reserve`. `vault/` and other things that are not the record may lie beside them.
 */
export interface DataFolder {
  readonly path: string
  readonly journal: string
  readonly reserve: Reserve
  /** Moves the closed journal to `earlier/`, keeping the newest few. */
  setAside(epoch: string): void
  /** Lets another process have the folder. */
  unlock(): void
}

/** Room on the disk that is kept for commands when all else is full. */
export interface Reserve {
  /** Gives the room back to the disk. */
  release(): void
  /** Takes it again; false while the disk is too full for it and as much again to work with. */
  rebuild(): boolean
}

export class DataFolderRefused extends Error {
  override readonly name = 'DataFolderRefused'
}

/** A command is about 500 bytes and a page of the log 4 KiB: room for some thousand commands. */
const RESERVE_BYTES = 16_777_216
const EARLIER_KEPT = 8

/** Throws `DataFolderRefused` where another process holds it, or where it cannot be made. */
export function openDataFolder(path: string, reserveBytes = RESERVE_BYTES): DataFolder {
  const folder = resolve(path)
  try {
    mkdirSync(join(folder, 'journal'), { recursive: true })
  } catch (error) {
    throw new DataFolderRefused(`cannot make the data folder ${folder}: ${messageOf(error)}; name another with --data`)
  }
  const lock = takeLock(folder)
  return {
    path: folder,
    journal: join(folder, 'journal'),
    reserve: reserveIn(folder, reserveBytes),
    setAside: (epoch) => setAside(folder, epoch),
    unlock: () => lock.close(),
  }
}

/** Of a folder that is only read: the journal inside a data folder, or the folder itself where it is a journal. */
export function journalFolderOf(path: string): string {
  const folder = resolve(path)
  const inside = join(folder, 'journal')
  return existsSync(inside) ? inside : folder
}

/** SQLite's own file lock: the system lets go of it when the process ends, however it ends. */
function takeLock(folder: string): DatabaseSync {
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (isBusy(error)) throw new DataFolderRefused(`another marsad process is using ${folder}: stop it, or name another folder with --data`)
    throw new DataFolderRefused(`cannot lock the data folder ${folder}: ${messageOf(error)}`)
  }
}

export function reserveIn(folder: string, bytes: number): Reserve {
  const path = join(folder, 'reserve')
  return {
    release: () => rmSync(path, { force: true }),
    rebuild() {
      if (existsSync(path) && statSync(path).size >= bytes) return true
      try {
        writeFilled(path, bytes)
        const { bavail, bsize } = statfsSync(folder)
        if (bavail * bsize > bytes) return true
        rmSync(path, { force: true })
        return false
      } catch (error) {
        rmSync(path, { force: true })
        if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return false
        throw error
      }
    },
  }
}

/** Not zeros: a file system that compresses or leaves holes would keep no room for them. */
function writeFilled(path: string, bytes: number): void {
  const block = crypto.getRandomValues(new Uint8Array(65_536))
  const handle = openSync(path, 'w')
  try {
    for (let written = 0; written < bytes;) written += writeSync(handle, block, 0, Math.min(block.length, bytes - written))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function setAside(folder: string, epoch: string): void {
  const earlier = join(folder, 'earlier')
  // A new life that failed to begin leaves a second journal under the epoch of the last one that did.
  let aside = join(earlier, epoch)
  for (let n = 2; existsSync(aside); n++) aside = join(earlier, `${epoch}-${n}`)
  mkdirSync(aside, { recursive: true })
  renameSync(join(folder, 'journal'), join(aside, 'journal'))
  mkdirSync(join(folder, 'journal'))
  const all = readdirSync(earlier)
    .map((name) => ({ name, ms: statSync(join(earlier, name)).mtimeMs }))
    .sort((a, b) => a.ms - b.ms)
  for (const { name } of all.slice(0, -EARLIER_KEPT)) rmSync(join(earlier, name), { recursive: true })
}

/** `f_type` of file systems (linux/magic.h) that forget at power loss or do not lock well enough for a log. */
const UNFIT: Readonly<Record<number, string>> = {
  0x01021994: 'tmpfs (memory)',
  0x858458f6: 'ramfs (memory)',
  0x6969: 'NFS',
  0xff534d42: 'SMB',
  0x517b: 'SMB',
  0xfe534d42: 'SMB',
}

/** Names the file system under a folder where it cannot hold a record; undefined where it can or is not known. */
export function unfitFileSystem(folder: string): string | undefined {
  return UNFIT[statfsSync(folder).type >>> 0]
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
