import { byteAt, findByte, queued } from '../byte-queue.ts'
import type { ByteQueue } from '../byte-queue.ts'

/**
 * Finds where an XML document ends without reading it: the end tag that closes its root. Looks at each byte once, however
 * the stream is cut. Quotes, comments, CDATA and processing instructions are told apart, so that a `</event>` in them is text.
 *
 * mode   where `at` is; `markup` is right behind a `<` of which too little has come to say what it is
 * at     next byte to look at, from the front of the queue
 * markAt where the markup in hand began
 * from   where the root element began
 * root   name of the root; empty before it
 * depth  open elements of the root's name: elements of other names may be unbalanced, which the parser will say
 */
export type XmlScan = {
  mode: 'text' | 'markup' | 'tag' | 'quoted' | 'comment' | 'cdata' | 'instruction'
  at: number
  markAt: number
  from: number
  root: readonly number[]
  depth: number
  quote: number
}

export type XmlFound = { readonly from: number; readonly to: number; readonly cut: boolean }

const GREATER_THAN = 0x3e
const LESS_THAN = 0x3c
const SLASH = 0x2f
const CDATA = [0x21, 0x5b, 0x43, 0x44, 0x41, 0x54, 0x41, 0x5b]
const COMMENT = [0x21, 0x2d, 0x2d]
const DECLARATION = [0x3f, 0x78, 0x6d, 0x6c, 0x20]
/** Ends of comment, CDATA and processing instruction before their `>`. */
const ENDS = { comment: [0x2d, 0x2d], cdata: [0x5d, 0x5d], instruction: [0x3f] } as const

export function newScan(): XmlScan {
  return { mode: 'text', at: 0, markAt: 0, from: 0, root: [], depth: 0, quote: 0 }
}

/** The root element's place, undefined until more bytes have come, or `doctype` at a declaration that is refused. */
export function scanDocument(queue: ByteQueue, scan: XmlScan): XmlFound | 'doctype' | undefined {
  for (;;) {
    switch (scan.mode) {
      case 'text': {
        const next = findByte(queue, LESS_THAN, scan.at)
        if (next < 0) {
          scan.at = queued(queue)
          return undefined
        }
        scan.markAt = next
        scan.at = next + 1
        scan.mode = 'markup'
        break
      }
      case 'markup': {
        const kind = kindOf(queue, scan.at)
        if (kind === undefined || kind === 'doctype') return kind
        if (kind === 'declaration' && scan.root.length > 0) return { from: scan.from, to: scan.markAt, cut: true }
        scan.mode = kind === 'declaration' ? 'instruction' : kind
        if (kind === 'comment') scan.at += COMMENT.length
        if (kind === 'cdata') scan.at += CDATA.length
        break
      }
      case 'comment':
      case 'cdata':
      case 'instruction':
        if (!passed(queue, scan, ENDS[scan.mode])) return undefined
        break
      case 'tag':
      case 'quoted': {
        if (!tagEnded(queue, scan)) return undefined
        const found = afterTag(queue, scan)
        if (found !== undefined) return found
        break
      }
    }
  }
}

/** What the markup behind a `<` is; undefined: too little of it has come. */
function kindOf(queue: ByteQueue, at: number): 'tag' | 'comment' | 'cdata' | 'instruction' | 'declaration' | 'doctype' | undefined {
  if (at >= queued(queue)) return undefined
  const first = byteAt(queue, at)
  if (first === 0x21) {
    if (starts(queue, at, COMMENT) === true) return 'comment'
    if (starts(queue, at, CDATA) === true) return 'cdata'
    return starts(queue, at, COMMENT) === false && starts(queue, at, CDATA) === false ? 'doctype' : undefined
  }
  if (first !== 0x3f) return 'tag'
  const declaration = starts(queue, at, DECLARATION)
  return declaration === undefined ? undefined : declaration ? 'declaration' : 'instruction'
}

/** Whether these bytes stand at `at`; undefined: those that have come agree. */
function starts(queue: ByteQueue, at: number, bytes: readonly number[]): boolean | undefined {
  for (let i = 0; i < bytes.length; i++) {
    if (at + i >= queued(queue)) return undefined
    if (byteAt(queue, at + i) !== bytes[i]) return false
  }
  return true
}

/** Goes behind the `>` that has `end` before it; what opened the markup counts for no part of its end. */
function passed(queue: ByteQueue, scan: XmlScan, end: readonly number[]): boolean {
  for (;;) {
    const next = findByte(queue, GREATER_THAN, scan.at)
    if (next < 0) {
      scan.at = queued(queue)
      return false
    }
    scan.at = next + 1
    const opening = scan.mode === 'comment' ? 1 + COMMENT.length : scan.mode === 'cdata' ? 1 + CDATA.length : 2
    if (next - end.length >= scan.markAt + opening && end.every((byte, i) => byteAt(queue, next - end.length + i) === byte)) {
      scan.mode = 'text'
      return true
    }
  }
}

/** Goes behind the `>` that ends a tag; one in a quoted value does not. */
function tagEnded(queue: ByteQueue, scan: XmlScan): boolean {
  const { bytes, start } = queue
  const count = queued(queue)
  let at = scan.at
  let quote = scan.mode === 'quoted' ? scan.quote : 0
  for (; at < count; at++) {
    const byte = bytes[start + at] as number
    if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === 0x22 || byte === 0x27) quote = byte
    else if (byte === GREATER_THAN) {
      scan.at = at + 1
      scan.mode = 'text'
      return true
    }
  }
  scan.at = at
  scan.quote = quote
  scan.mode = quote === 0 ? 'tag' : 'quoted'
  return false
}

/** Counts the tag between `markAt` and `at`. */
function afterTag(queue: ByteQueue, scan: XmlScan): XmlFound | undefined {
  const ends = byteAt(queue, scan.markAt + 1) === SLASH
  const alone = byteAt(queue, scan.at - 2) === SLASH
  const nameAt = scan.markAt + (ends ? 2 : 1)
  if (scan.root.length === 0) {
    scan.root = nameOf(queue, nameAt, scan.at)
    scan.from = scan.markAt
    scan.depth = ends || alone ? 0 : 1
  } else if (isNamed(queue, nameAt, scan.root)) {
    if (ends) scan.depth -= 1
    else if (!alone) scan.depth += 1
  }
  return scan.depth <= 0 ? { from: scan.from, to: scan.at, cut: false } : undefined
}

function nameOf(queue: ByteQueue, from: number, to: number): number[] {
  const name: number[] = []
  for (let at = from; at < to && !endsName(byteAt(queue, at)); at++) name.push(byteAt(queue, at))
  // A tag without a name is malformed; any name does, for the parser declines it.
  return name.length > 0 ? name : [0]
}

function isNamed(queue: ByteQueue, at: number, name: readonly number[]): boolean {
  for (let i = 0; i < name.length; i++) if (byteAt(queue, at + i) !== name[i]) return false
  return endsName(byteAt(queue, at + name.length))
}

function endsName(byte: number): boolean {
  return byte === GREATER_THAN || byte === SLASH || byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d
}
