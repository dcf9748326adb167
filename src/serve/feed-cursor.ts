import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * A place in the feed that a reader gives back to go on from. It is bound to the journal's epoch, to the class of reader and, by a key that lives
 * as long as the process, to this server; from anywhere else it is foreign, and the reader gets a snapshot.
 */
export interface FeedCursors {
  make(epoch: string, releaseClass: string, version: number): string
  /** The version, or undefined if the cursor is foreign, forged or malformed. */
  read(epoch: string, releaseClass: string, cursor: string): number | undefined
}

const VERSION_BYTES = 6
const MAC_BYTES = 16

export function createFeedCursors(): FeedCursors {
  const key = randomBytes(32)
  const mac = (epoch: string, releaseClass: string, version: Buffer) =>
    createHmac('sha256', key).update(`${epoch}\n${releaseClass}\n`).update(version).digest().subarray(0, MAC_BYTES)
  return {
    make(epoch, releaseClass, version) {
      const bytes = Buffer.alloc(VERSION_BYTES)
      bytes.writeUIntBE(version, 0, VERSION_BYTES)
      return Buffer.concat([bytes, mac(epoch, releaseClass, bytes)]).toString('base64url')
    },
    read(epoch, releaseClass, cursor) {
      const bytes = Buffer.from(cursor, 'base64url')
      if (bytes.length !== VERSION_BYTES + MAC_BYTES) return undefined
      const version = bytes.subarray(0, VERSION_BYTES)
      return timingSafeEqual(bytes.subarray(VERSION_BYTES), mac(epoch, releaseClass, version))
        ? version.readUIntBE(0, VERSION_BYTES)
        : undefined
    },
  }
}
