import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { bytesOfHex, codeOf, hexOf, rawOf, whole, wordOf, writeHex } from './fields.ts'
import type { MessageBase, Reader, Writer } from './fields.ts'

/**
 * Type 2, Authentication: up to 16 pages of one signature, kept as they are; what they prove is for whoever holds the key.
 *
 *   byte 1      bits 7-4 kind, bits 3-0 page
 *   page 0      byte 2 index of the last page, byte 3 length of all data, bytes 4-7 seconds since 2019-01-01T00:00:00Z,
 *               bytes 8-24 data
 *   others      bytes 2-24 data
 *
 * Source: ASTM F3411-22a, Authentication message.
 */
export type Authentication = MessageBase & {
  readonly kind: 'authentication'
  readonly authType: string
  readonly page: number
  /** Of page 0 only. lengthBytes may be more than the pages hold: the rest is then checked elsewhere. */
  readonly lastPage: number | undefined
  readonly lengthBytes: number | undefined
  readonly since2019S: number | undefined
  readonly dataHex: string
}

const AUTH_TYPES = ['none', 'uas-id-signature', 'operator-id-signature', 'message-set-signature', 'network-remote-id', 'specific-method']
const FIRST_PAGE_DATA_BYTES = 17
const PAGE_DATA_BYTES = 23

export function decodeAuthentication(reader: Reader, version: number): Authentication | Reject {
  const { bytes, view } = reader
  const page = (bytes[1] ?? 0) & 15
  const first = page === 0
  const lastPage = bytes[2] ?? 0
  if (first && lastPage > 15) return reject('auth-pages', 2, `the last page has index ${lastPage}, at most 15`)
  const since2019S = view.getUint32(4, true)
  return {
    kind: 'authentication',
    version,
    authType: wordOf(AUTH_TYPES, (bytes[1] ?? 0) >> 4),
    page,
    lastPage: first ? lastPage : undefined,
    lengthBytes: first ? bytes[3] : undefined,
    since2019S: first && since2019S !== 0 ? since2019S : undefined,
    dataHex: hexOf(bytes.subarray(first ? 8 : 2)),
  }
}

export function encodeAuthentication(record: Authentication, writer: Writer): void {
  const { bytes, view } = writer
  const page = whole(writer, 'page', record.page, 0, 15)
  bytes[1] = codeOf(writer, 'authType', AUTH_TYPES, record.authType, 4, 4) | page
  if (page > 0) return writeHex(writer, 2, PAGE_DATA_BYTES, 'dataHex', record.dataHex)
  bytes[2] = whole(writer, 'lastPage', record.lastPage, 0, 15)
  bytes[3] = whole(writer, 'lengthBytes', record.lengthBytes, 0, 255)
  view.setUint32(4, rawOf(writer, 'since2019S', record.since2019S, { step: 1, min: 0, max: 0xffffffff, unknown: 0 }), true)
  writeHex(writer, 8, FIRST_PAGE_DATA_BYTES, 'dataHex', record.dataHex)
}

/** The data of all pages in order, cut to its length; undefined while a page is missing. Pages of a newer signature replace older ones. */
export function joinAuthentication(pages: readonly Authentication[]): Uint8Array | undefined {
  const latest = new Map(pages.map((page) => [page.page, page]))
  const first = latest.get(0)
  if (first === undefined) return undefined
  const data: number[] = []
  for (let page = 0; page <= (first.lastPage ?? 0); page++) {
    const bytes = bytesOfHex(latest.get(page)?.dataHex)
    if (bytes === undefined) return undefined
    data.push(...bytes)
  }
  return Uint8Array.from(data.slice(0, first.lengthBytes))
}
