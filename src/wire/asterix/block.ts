import { isReject, reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { hexOf } from './cursor.ts'
import type { Cursor } from './cursor.ts'
import { BLOCK_HEADER_BYTES, blockBytes } from './framing.ts'
import type { Cat015Record } from './generated/cat015.ts'
import { readCat015 } from './generated/cat015.ts'
import type { Cat021V026Record } from './generated/cat021-v0-26.ts'
import { readCat021V026 } from './generated/cat021-v0-26.ts'
import type { Cat021Record } from './generated/cat021.ts'
import { readCat021 } from './generated/cat021.ts'
import type { Cat034Record } from './generated/cat034.ts'
import { readCat034 } from './generated/cat034.ts'
import type { Cat048Record } from './generated/cat048.ts'
import { readCat048 } from './generated/cat048.ts'
import type { Cat062Record } from './generated/cat062.ts'
import { readCat062 } from './generated/cat062.ts'
import type { Cat063Record } from './generated/cat063.ts'
import { readCat063 } from './generated/cat063.ts'
import type { Cat065Record } from './generated/cat065.ts'
import { readCat065 } from './generated/cat065.ts'
import type { Cat129ShortRiskRecord } from './generated/cat129-short-risk.ts'
import { readCat129ShortRisk } from './generated/cat129-short-risk.ts'
import type { Cat129Record } from './generated/cat129.ts'
import { readCat129 } from './generated/cat129.ts'

/**
 * A data block: category (1 octet), length (2, counted from the category), then records of that category.
 *
 * fault      why the block could not be read to its end: what follows a fault cannot be aligned. Offset from the block's first octet
 * undecoded  from the record with the fault to the end, hexadecimal digits
 */
export type Block<Category extends number, Edition extends string, Entry> = {
  readonly category: Category
  readonly edition: Edition
  readonly records: readonly Entry[]
  readonly fault?: Reject | undefined
  readonly undecoded?: string | undefined
}

/** A block of a category without a table: kept as it came, hexadecimal digits. */
export type OpaqueBlock = { readonly category: number; readonly edition?: undefined; readonly content: string }

export type AsterixBlock =
  | Block<15, '1.2', Cat015Record>
  | Block<21, '2.7', Cat021Record>
  | Block<21, '0.26', Cat021V026Record>
  | Block<34, '1.29', Cat034Record>
  | Block<48, '1.32', Cat048Record>
  | Block<62, '1.21', Cat062Record>
  | Block<63, '1.7', Cat063Record>
  | Block<65, '1.6', Cat065Record>
  | Block<129, '1.2', Cat129Record>
  | Block<129, '1.2-risk-in-1-byte', Cat129ShortRiskRecord>
  | OpaqueBlock

/** What a sender's bytes do not tell and its operator must: the layouts that share a category number. */
export type AsterixSettings = {
  readonly cat021: '2.7' | '0.26'
  readonly cat129: '1.2' | '1.2-risk-in-1-byte'
}

export const ASTERIX_DEFAULTS: AsterixSettings = { cat021: '2.7', cat129: '1.2' }

/**
 * One block, all of it and nothing else. A fault inside it does not take the records before it: it is told in `fault`.
 * A block cut short, or longer than it says, is declined.
 */
export function decodeAsterixBlock(bytes: Uint8Array, settings: AsterixSettings = ASTERIX_DEFAULTS): AsterixBlock | Reject {
  const length = blockBytes(bytes, 0)
  if (isReject(length)) return length
  if (length < bytes.length)
    return reject('block-length', length, `the block ends here, ${bytes.length - length} octets before the frame does`)
  return readBlock(bytes, 0, length, settings)
}

/** Every block of a datagram, in order; what is declined is the last, with its offset in the datagram. */
export function decodeAsterixDatagram(bytes: Uint8Array, settings: AsterixSettings = ASTERIX_DEFAULTS): (AsterixBlock | Reject)[] {
  const blocks: (AsterixBlock | Reject)[] = []
  for (let at = 0; at < bytes.length;) {
    const length = blockBytes(bytes, at)
    if (isReject(length)) {
      blocks.push(length)
      break
    }
    blocks.push(readBlock(bytes, at, at + length, settings))
    at += length
  }
  return blocks
}

function readBlock(bytes: Uint8Array, at: number, end: number, settings: AsterixSettings): AsterixBlock {
  const category = bytes[at] ?? 0
  const cursor: Cursor = { bytes, at: at + BLOCK_HEADER_BYTES, end, fault: undefined }
  switch (category) {
    case 15:
      return { category, edition: '1.2', ...readRecords(cursor, at, readCat015) }
    case 21:
      return settings.cat021 === '0.26'
        ? { category, edition: '0.26', ...readRecords(cursor, at, readCat021V026) }
        : { category, edition: '2.7', ...readRecords(cursor, at, readCat021) }
    case 34:
      return { category, edition: '1.29', ...readRecords(cursor, at, readCat034) }
    case 48:
      return { category, edition: '1.32', ...readRecords(cursor, at, readCat048) }
    case 62:
      return { category, edition: '1.21', ...readRecords(cursor, at, readCat062) }
    case 63:
      return { category, edition: '1.7', ...readRecords(cursor, at, readCat063) }
    case 65:
      return { category, edition: '1.6', ...readRecords(cursor, at, readCat065) }
    case 129:
      return settings.cat129 === '1.2'
        ? { category, edition: '1.2', ...readRecords(cursor, at, readCat129, 1) }
        : { category, edition: '1.2-risk-in-1-byte', ...readRecords(cursor, at, readCat129ShortRisk, 1) }
    default:
      return { category, content: hexOf(bytes, cursor.at, end - cursor.at) }
  }
}

type Records<Entry> = Pick<Block<number, string, Entry>, 'records' | 'fault' | 'undecoded'>

/** atMost: how many records the category allows in a block. */
function readRecords<Entry>(
  cursor: Cursor,
  blockAt: number,
  read: (cursor: Cursor) => Entry | undefined,
  atMost = Infinity,
): Records<Entry> {
  const { bytes, end } = cursor
  const records: Entry[] = []
  while (cursor.at < end) {
    const at = cursor.at
    if (records.length === atMost) cursor.fault = reject('second-record', at, 'this category has one record a block')
    const record = cursor.fault === undefined ? read(cursor) : undefined
    if (record === undefined) {
      const fault = cursor.fault ?? reject('truncated', at)
      return { records, fault: { ...fault, atByte: fault.atByte - blockAt }, undecoded: hexOf(bytes, at, end - at) }
    }
    records.push(record)
  }
  return { records, fault: undefined, undecoded: undefined }
}
