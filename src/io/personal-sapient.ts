import { replacePersonal, writeReference } from '../wire/sapient/v2/personal-fields.ts'
import type { Vault } from './vault.ts'

/** A report of one object names one serial and one operator; what a hostile one names beyond this is left out, so that it cannot keep the door busy with sealing. */
const MAX_VALUES = 32
/** No serial and no name is longer. What the engine remembers of each object stays bounded. */
const MAX_CHARACTERS = 300
const LEFT_OUT = 'marsad:left-out'

/**
 * Cuts the personal values out of a SAPIENT message before it becomes an entry: a keyed token and a sealed box stand for a serial, a sealed
 * box for what names an operator or a pilot. Messages without any are handed on byte for byte.
 *
 * atMs  event clock at the door; it, not the sender's word, chooses the period whose key seals
 */
export function sealSapient(vault: Vault, atMs: number, message: Uint8Array): Uint8Array {
  let values = 0
  return replacePersonal(message, (kind, value) => {
    if (++values > MAX_VALUES || value.length > MAX_CHARACTERS) return LEFT_OUT
    const plain = Buffer.from(value)
    if (kind === 'serial') return writeReference({ token: vault.token(value), sealed: vault.seal('serial', atMs, plain) })
    return writeReference({ token: undefined, sealed: vault.seal('pilot', atMs, plain) })
  })
}
