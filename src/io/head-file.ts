import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** The last head, noted beside the segments now and then: a record that was cut short behind a commit does not reach it. */
export type NotedHead = { readonly treeSize: number; readonly head: string }

export function noteHead(folder: string, noted: NotedHead): void {
  const path = join(folder, 'head.json')
  const handle = openSync(`${path}.new`, 'w')
  try {
    writeSync(handle, `${JSON.stringify(noted)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(`${path}.new`, path)
}

/** undefined where none was noted yet, or where the note itself is damaged: then the journal stands on its own. */
export function readHead(folder: string): NotedHead | undefined {
  const path = join(folder, 'head.json')
  if (!existsSync(path)) return undefined
  try {
    const { treeSize, head } = JSON.parse(readFileSync(path, 'utf8')) as Partial<NotedHead>
    return typeof treeSize === 'number' && typeof head === 'string' ? { treeSize, head } : undefined
  } catch (error) {
    process.emitWarning(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}
