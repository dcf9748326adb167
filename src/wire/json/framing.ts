import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { byteAt, copyBytes, dropBytes, newByteQueue, pushBytes, queued } from '../byte-queue.ts'
import type { ByteQueue } from '../byte-queue.ts'
import type { Framer, FramerLimits } from '../framer.ts'
import { createLineFramer } from '../line-framer.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const LF = 0x0a

/** Where the scan of one document stands: bytes looked at, brackets open, inside a string, after a backslash. */
type Scan = { at: number; depth: number; inString: boolean; escaped: boolean }

/**
 * JSON documents: one a line where the first line holds a whole document, so that a broken line costs only itself;
 * otherwise documents over several lines, told apart by their brackets.
 */
export function createJsonFramer(limits: FramerLimits): Framer {
  const lines = createLineFramer(limits)
  const documents = createDocumentFramer(limits)
  let chosen: Framer | undefined
  const held: Uint8Array[] = []
  const scan: Scan = { at: 0, depth: 0, inString: false, escaped: false }
  let begun = false

  const choose = (framer: Framer): void => {
    chosen = framer
    for (const chunk of held) framer.push(chunk)
    held.length = 0
  }
  const push = (chunk: Uint8Array): void => {
    if (chosen !== undefined) return chosen.push(chunk)
    held.push(chunk)
    for (const byte of chunk) {
      if (byte === LF && begun) return choose(scan.depth === 0 ? lines : documents)
      advance(scan, byte)
      begun ||= byte > 0x20
      if (scan.at > limits.maxFrameBytes) return choose(lines)
    }
  }
  return {
    push,
    next: () => chosen?.next(),
    end: () => {
      if (chosen === undefined) choose(documents)
      return chosen?.next() ?? chosen?.end()
    },
    get atByte() {
      return chosen?.atByte ?? 0
    },
    get broken() {
      return chosen?.broken ?? false
    },
  }
}

function createDocumentFramer(limits: FramerLimits): Framer {
  const queue = newByteQueue()
  let scan: Scan = { at: 0, depth: 0, inString: false, escaped: false }
  let atByte = 0
  let broken = false

  const next = (): Uint8Array | Reject | undefined => {
    if (broken) return undefined
    if (scan.at === 0) skipBlank(queue)
    while (scan.at < queued(queue)) {
      advance(scan, byteAt(queue, scan.at))
      if (scan.depth === 0 && !scan.inString) return takeDocument()
      if (scan.at > limits.maxFrameBytes) {
        broken = true
        atByte = queue.consumed
        return reject('document-over-limit', atByte, `a document is longer than ${limits.maxFrameBytes} bytes`)
      }
    }
    return undefined
  }
  const takeDocument = (): Uint8Array | Reject => {
    atByte = queue.consumed
    const bytes = copyBytes(queue, 0, scan.at)
    dropBytes(queue, scan.at)
    scan = { at: 0, depth: 0, inString: false, escaped: false }
    return bytes.length > 1 ? bytes : reject('json-noise', atByte, 'a document begins with { or [')
  }
  return {
    push: (chunk) => pushBytes(queue, chunk),
    next,
    end: () => {
      const rest = broken ? 0 : queued(queue)
      if (rest === 0) return undefined
      atByte = queue.consumed
      dropBytes(queue, rest)
      return reject('truncated', atByte, `the stream ends ${rest} bytes into a document`)
    },
    get atByte() {
      return atByte
    },
    get broken() {
      return broken
    },
  }
}

function advance(scan: Scan, byte: number): void {
  scan.at += 1
  if (scan.inString) {
    if (scan.escaped) scan.escaped = false
    else if (byte === BACKSLASH) scan.escaped = true
    else if (byte === QUOTE) scan.inString = false
    return
  }
  if (byte === QUOTE) scan.inString = true
  else if (byte === 0x7b || byte === 0x5b) scan.depth += 1 // { [
  else if ((byte === 0x7d || byte === 0x5d) && scan.depth > 0) scan.depth -= 1 // } ]
}

function skipBlank(queue: ByteQueue): void {
  let blank = 0
  while (blank < queued(queue) && byteAt(queue, blank) <= 0x20) blank += 1
  dropBytes(queue, blank)
}
