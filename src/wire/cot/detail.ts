import { DETAIL } from './detail-tables.ts'
import type { CotDetail } from './detail-tables.ts'
import type { XmlElement } from './element.ts'
import { readElement, writeElement } from './typed-element.ts'

/** `detail` with its known children typed; everything else is in `others` as it came. */
export function readDetail(element: XmlElement): CotDetail {
  const { name, attributes, children } = element
  const detail = (readElement(DETAIL, children === undefined ? { name } : { name, children }) ?? {}) as CotDetail
  return attributes === undefined ? detail : { ...detail, attributes }
}

export function writeDetail({ attributes, ...detail }: CotDetail): XmlElement {
  const element = writeElement(DETAIL, detail)
  return attributes === undefined ? element : { ...element, attributes }
}
