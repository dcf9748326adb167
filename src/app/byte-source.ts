import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'

/** Bytes of a file, or of standard input for `-`, chunk by chunk. */
export function openBytes(path: string): AsyncIterable<Uint8Array> {
  return path === '-' ? process.stdin : createReadStream(path)
}

/** One line that says why a path cannot be read; undefined: it can. */
export async function unreadable(path: string): Promise<string | undefined> {
  if (path === '-') return undefined
  try {
    return (await stat(path)).isDirectory() ? `${path} is a folder: name a file` : undefined
  } catch (error) {
    return `cannot read ${path} (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}): name a file, or - for standard input`
  }
}

/** Writes and waits while the reader is slow. False: the reader has gone, as `head` does; end quietly. */
export async function writeOut(stream: NodeJS.WriteStream | NodeJS.WritableStream, data: string | Uint8Array): Promise<boolean> {
  if ('destroyed' in stream && stream.destroyed === true) return false
  if (stream.write(data)) return true
  try {
    await once(stream, 'drain')
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return false
    throw error
  }
}
