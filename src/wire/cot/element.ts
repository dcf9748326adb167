/**
 * An XML element as it was: names with their prefixes, attributes in their order, text with its entities resolved.
 * White space between elements, comments and processing instructions carry no meaning in Cursor on Target and are not kept.
 */
export type XmlElement = {
  readonly name: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly children?: readonly XmlNode[]
}
export type XmlNode = XmlElement | string
