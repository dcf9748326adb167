import type { XmlElement, XmlNode } from './element.ts'

/** Characters that no XML 1.0 document can hold, escaped or not. */
const FORBIDDEN =
  // oxlint-disable-next-line no-control-regex -- it looks for them
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const NAME = /^[A-Za-z_:\u00c0-\u{effff}][-.\w:\u00b7-\u{effff}]*$/u

/**
 * One element as text: attributes in double quotes in their order, no white space between elements, `<x/>` where there
 * is no content, line breaks and tabs in attributes as references so that reading does not make spaces of them.
 */
export function writeXml(element: XmlElement): string {
  let out = `<${element.name}`
  const { attributes, children } = element
  if (attributes !== undefined) for (const name in attributes) out += ` ${name}="${attributeText(attributes[name] ?? '')}"`
  if (children === undefined || children.length === 0) return `${out}/>`
  return `${out}>${writeNodes(children)}</${element.name}>`
}

export function writeNodes(nodes: readonly XmlNode[]): string {
  let out = ''
  for (const node of nodes) out += typeof node === 'string' ? contentText(node) : writeXml(node)
  return out
}

export function attributeText(text: string): string {
  if (!/[&<>"\t\n\r]/.test(text)) return text
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
}

export function contentText(text: string): string {
  if (!/[&<>\r]/.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
}

export function isXmlText(text: string): boolean {
  return !FORBIDDEN.test(text)
}

/** What in an element cannot be said in XML, in words; undefined: nothing. */
export function unwritable(node: XmlNode): string | undefined {
  if (typeof node === 'string') return FORBIDDEN.test(node) ? 'a text holds a character that XML cannot' : undefined
  if (!NAME.test(node.name)) return `${JSON.stringify(node.name.slice(0, 40))} is no XML name`
  for (const [name, value] of Object.entries(node.attributes ?? {})) {
    if (!NAME.test(name)) return `${JSON.stringify(name.slice(0, 40))} is no XML name`
    if (FORBIDDEN.test(value)) return `attribute ${name} of ${node.name} holds a character that XML cannot`
  }
  for (const child of node.children ?? []) {
    const fault = unwritable(child)
    if (fault !== undefined) return fault
  }
  return undefined
}
