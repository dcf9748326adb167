import { SaxesParser } from 'saxes'
import type { SaxesTagPlain } from 'saxes'
import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import type { XmlElement, XmlNode } from './element.ts'

/**
 * Bounds of one document by counts, so that none takes over 50 ms. ATAK's published examples have up to 7 levels and 10 attributes an
 * element; a drawing or route of 4,000 corners still fits.
 */
export const MAX_DEPTH = 32
export const MAX_ELEMENTS = 4096
export const MAX_ATTRIBUTES = 64
/** ATAK's published examples have under 2 KiB. */
export const COT_MAX_FRAME_BYTES = 256 * 1024

const UTF8 = new TextDecoder('utf-8', { fatal: true })

type Growing = { name: string; attributes?: Record<string, string>; children?: XmlNode[] }

/** Leaves the parser at once; caught below and nowhere else. */
class Declined extends Error {
  readonly code: string
  constructor(code: string, text: string) {
    super(text)
    this.code = code
  }
}

/** UTF-8 text of a frame, or why it is declined. A DOCTYPE or entity declaration is refused by its bytes, wherever it stands. */
export function xmlText(bytes: Uint8Array): string | Reject {
  if (bytes.length > COT_MAX_FRAME_BYTES) return reject('event-over-limit', 0, `more than ${COT_MAX_FRAME_BYTES} bytes`)
  let text: string
  try {
    text = UTF8.decode(bytes)
  } catch (error) {
    return reject('not-utf-8', 0, error instanceof Error ? error.message : 'not UTF-8')
  }
  return declaresTypes(text) ? reject('doctype', byteOffset(text, text.indexOf('<!')), 'a DOCTYPE or entity declaration is refused') : text
}

/** True where `<!` begins anything but a comment or CDATA. */
function declaresTypes(text: string): boolean {
  for (let at = text.indexOf('<!'); at >= 0; at = text.indexOf('<!', at + 2))
    if (!text.startsWith('--', at + 2) && !text.startsWith('[CDATA[', at + 2)) return true
  return false
}

type Growth = { root: XmlElement | undefined; readonly stack: Growing[]; elements: number }
type Reader = { readonly parser: SaxesParser; readonly growth: Growth }

/** The reader that stands ready: making one costs as much as reading an event. One that has declined is not used again. */
let ready: Reader | undefined

/** The root element of a whole document. */
export function parseXml(text: string): XmlElement | Reject {
  const reader = ready ?? newReader()
  const { parser, growth } = reader
  ready = undefined
  try {
    parser.write(text).close()
  } catch (error) {
    if (!(error instanceof Declined)) throw error
    return reject(error.code, byteOffset(text, parser.position), error.message)
  }
  const { root } = growth
  growth.root = undefined
  growth.elements = 0
  ready = reader
  return root ?? reject('xml', 0, 'there is no element')
}

function newReader(): Reader {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const growth: Growth = { root: undefined, stack: [], elements: 0 }
  parser.on('error', (error) => {
    throw new Declined('xml', error.message)
  })
  parser.on('xmldecl', ({ encoding }) => checkEncoding(encoding))
  parser.on('opentag', (tag) => open(growth, tag))
  parser.on('text', (run) => addText(growth, run))
  parser.on('cdata', (run) => addText(growth, run))
  parser.on('closetag', () => close(growth))
  return { parser, growth }
}

function open(growth: Growth, tag: SaxesTagPlain): void {
  growth.elements += 1
  if (growth.elements > MAX_ELEMENTS) throw new Declined('too-many-elements', `more than ${MAX_ELEMENTS} elements`)
  if (growth.stack.length >= MAX_DEPTH) throw new Declined('too-deep', `more than ${MAX_DEPTH} levels`)
  const element: Growing = { name: tag.name }
  let count = 0
  for (const _name in tag.attributes) count += 1
  if (count > MAX_ATTRIBUTES)
    throw new Declined('too-many-attributes', `more than ${MAX_ATTRIBUTES} attributes in ${tag.name.slice(0, 40)}`)
  if (count > 0) element.attributes = tag.attributes
  const parent = growth.stack.at(-1)
  if (parent === undefined) growth.root = element
  else if (parent.children === undefined) parent.children = [element]
  else parent.children.push(element)
  growth.stack.push(element)
}

function addText(growth: Growth, run: string): void {
  const element = growth.stack.at(-1)
  if (element === undefined || run === '') return
  if (element.children === undefined) {
    element.children = [run]
    return
  }
  const last = element.children.length - 1
  const before = element.children[last]
  if (typeof before === 'string') element.children[last] = before + run
  else element.children.push(run)
}

/** White space between elements goes; in an element that holds nothing else it is its text. */
function close(growth: Growth): void {
  const element = growth.stack.pop()
  const children = element?.children
  if (element === undefined || children === undefined || children.length < 2) return
  if (children.some(isBlank)) element.children = children.filter((child) => !isBlank(child))
}

function isBlank(node: XmlNode): boolean {
  return typeof node === 'string' && !/[^ \t\r\n]/.test(node)
}

/** The bytes have been read as UTF-8; a document that says otherwise would mean other characters. */
function checkEncoding(encoding: string | undefined): void {
  if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding))
    throw new Declined('encoding', `encoding ${encoding.slice(0, 40)} is not read, only UTF-8`)
}

function byteOffset(text: string, position: number): number {
  return new TextEncoder().encode(text.slice(0, Math.max(0, position))).length
}
