import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { SealedRef } from '../model/detection.ts'

/**
 * Keeps personal fields readable only for as long as a rule allows. Each field is sealed under the key of its class and period (a UTC day
 * of the event clock); the keys lie outside the journal. Erasing a key makes every field under it unreadable for ever, in every
 * copy of the journal, while the ciphertext, and with it every hash, stays as it was.
 *
 * A token stands for a serial under a key of its own: it tells that two claims are the same object, and outlives the erasure.
 */
export type PersonalClass = 'pilot' | 'serial'

export interface Vault {
  /** atMs: event clock, chooses the period. The key is on disk and synced before the box is given out. */
  seal(personal: PersonalClass, atMs: number, plain: Uint8Array): SealedRef
  /** undefined: the key has been erased, or the box is not ours or not intact. */
  open(ref: SealedRef): Uint8Array | undefined
  /** 128 bits in hex; the same for the same serial under this vault. */
  token(serial: string): string
  keys(): readonly string[]
  /** Overwrites and removes one key. True if there was one. */
  erase(keyId: string): boolean
}

/** AES-256-GCM with the 96-bit nonce and 128-bit tag of NIST SP 800-38D; the key id is authenticated with the box. */
const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const TOKEN_KEY = 'token'
const KEY_ID = /^(?:pilot|serial)-\d{4}-\d{2}-\d{2}$/

/** folder: made if absent, readable by its owner alone; must lie outside the journal and its copies. */
export function openVault(folder: string): Vault {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const cache = new Map<string, Uint8Array>()
  const tokenKey = readKey(folder, TOKEN_KEY) ?? makeKey(folder, TOKEN_KEY)

  function keyFor(keyId: string): Uint8Array {
    let key = cache.get(keyId) ?? readKey(folder, keyId)
    key ??= makeKey(folder, keyId)
    cache.set(keyId, key)
    return key
  }

  return {
    seal(personal, atMs, plain) {
      const keyId = `${personal}-${new Date(atMs).toISOString().slice(0, 10)}`
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, keyFor(keyId), nonce)
      cipher.setAAD(Buffer.from(keyId))
      const text = Buffer.concat([cipher.update(plain), cipher.final()])
      return { keyId, box: Buffer.concat([nonce, text, cipher.getAuthTag()]).toString('base64') }
    },
    open(ref) {
      if (!KEY_ID.test(ref.keyId)) return undefined
      const key = cache.get(ref.keyId) ?? readKey(folder, ref.keyId)
      const box = Buffer.from(ref.box, 'base64')
      if (!key || box.length < NONCE_BYTES + TAG_BYTES) return undefined
      return unseal(key, ref.keyId, box)
    },
    token: (serial) => createHmac('sha256', tokenKey).update(serial).digest('hex').slice(0, 32),
    keys: () =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.key'))
        .map((name) => name.slice(0, -4))
        .filter((id) => KEY_ID.test(id))
        .sort(),
    erase(keyId) {
      if (!KEY_ID.test(keyId)) return false
      cache.get(keyId)?.fill(0)
      cache.delete(keyId)
      return shred(folder, keyId)
    },
  }
}

function unseal(key: Uint8Array, keyId: string, box: Buffer): Uint8Array | undefined {
  const decipher = createDecipheriv(CIPHER, key, box.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(keyId))
  decipher.setAuthTag(box.subarray(box.length - TAG_BYTES))
  const plain = decipher.update(box.subarray(NONCE_BYTES, box.length - TAG_BYTES))
  try {
    return Buffer.concat([plain, decipher.final()])
  } catch (error) {
    // The tag did not match: altered, or sealed under another key of this name. Anything else is a fault of ours.
    if (error instanceof Error && error.message.includes('authenticate data')) return undefined
    throw error
  }
}

const pathOf = (folder: string, keyId: string) => join(folder, `${keyId}.key`)

function readKey(folder: string, keyId: string): Uint8Array | undefined {
  const path = pathOf(folder, keyId)
  if (!existsSync(path)) return undefined
  const key = readFileSync(path)
  if (key.length !== KEY_BYTES)
    throw new Error(
      `${path} holds ${key.length} bytes where a key has ${KEY_BYTES}: restore it from the copy of the keys, or erase it and lose what it sealed`,
    )
  return key
}

/** A key that power loss could take away would lose what it sealed: file and folder are synced before it is used. */
function makeKey(folder: string, keyId: string): Uint8Array {
  const key = randomBytes(KEY_BYTES)
  const file = openSync(pathOf(folder, keyId), 'wx', 0o600)
  writeSync(file, key)
  fsyncSync(file)
  closeSync(file)
  syncFolder(folder)
  return key
}

function shred(folder: string, keyId: string): boolean {
  const path = pathOf(folder, keyId)
  if (!existsSync(path)) return false
  // Overwriting helps where the disk writes in place; elsewhere removal and the disk's own encryption have to do.
  const file = openSync(path, 'r+')
  writeSync(file, randomBytes(KEY_BYTES), 0, KEY_BYTES, 0)
  fsyncSync(file)
  ftruncateSync(file, 0)
  fsyncSync(file)
  closeSync(file)
  rmSync(path)
  syncFolder(folder)
  return true
}

function syncFolder(folder: string): void {
  // Windows has no way to sync a folder; its file system journals names itself.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
