import type { CotDetail } from './detail-tables.ts'
import type { XmlElement } from './element.ts'

/**
 * One thing that a TAK program says.
 *
 * wire          how it came or is to go: XML; TAK protocol v1 on a stream (protobuf alone), or in a datagram (`BF 01 BF` in front)
 * event         absent in a mesh client's bare announcement
 * control       mesh protocol versions that the sender speaks
 * submissionMs  when a TAK server took it, UTC ms; creationMs likewise
 * later         protobuf fields of a later schema, so that a relay loses nothing
 */
export type CotMessage = {
  readonly wire: 'xml' | 'tak-stream' | 'tak-mesh'
  readonly event?: CotEvent
  readonly control?: TakControl
  readonly submissionMs?: number
  readonly creationMs?: number
  readonly later?: readonly LaterField[]
}

export type TakControl = { readonly minVersion?: number; readonly maxVersion?: number; readonly contactUid?: string }

/** A protobuf field that our schema has not: in which message, its number, wire type and bytes. */
export type LaterField = { readonly in: string; readonly number: number; readonly wireType: number; readonly hex: string }

/**
 * A Cursor on Target event, version 2.0. Times are UTC ms since the epoch, in XML to the microsecond.
 *
 * type       e.g. `a-u-A-M-H-Q`: `atomOf` takes it apart, `kindOfCot` says what the event is about
 * how        how it was found, e.g. `m-f` fused, `m-s` simulated, `h-e` a person's estimate
 * staleMs    from then on the event is no longer true
 * attributes what else stands at `event`; others: what stands beside `point` and `detail`. Neither can go as protobuf.
 */
export type CotEvent = {
  readonly version?: string
  readonly uid: string
  readonly type: string
  readonly how?: string
  readonly timeMs: number
  readonly startMs: number
  readonly staleMs: number
  readonly access?: string
  readonly qos?: string
  readonly opex?: string
  readonly point: CotPoint
  readonly detail?: CotDetail
  readonly attributes?: Readonly<Record<string, string>>
  readonly others?: readonly XmlElement[]
}

/**
 * WGS-84. `undefined` is what the wire calls 9999999 (XML) or 999999 (protobuf): not known.
 *
 * haeM  height above the ellipsoid, never above the sea
 * ceM   radius about the point, leM half height of the interval, in which the truth lies
 */
export type CotPoint = {
  readonly latDeg: number
  readonly lonDeg: number
  readonly haeM?: number
  readonly ceM?: number
  readonly leM?: number
}

/** Both forms of "not known" are read on either wire: relays between the two do not always change one into the other. */
export const UNKNOWN_XML = 9_999_999
export const UNKNOWN_TAK = 999_999

export function knownM(value: number): number | undefined {
  return value === UNKNOWN_XML || value === UNKNOWN_TAK ? undefined : value
}

/** `\w+(-\w+)*`, with what may follow a semicolon; as MITRE's schema has it. */
export const COT_TYPE = /^\w+(?:-\w+)*(?:;[^;]*)?$/

/** Why a point cannot be one; undefined: it can. */
export function pointFault({ latDeg, lonDeg, haeM = 0, ceM = 0, leM = 0 }: CotPoint): string | undefined {
  if (!(latDeg >= -90 && latDeg <= 90)) return `lat ${latDeg} is not between -90 and 90`
  if (!(lonDeg >= -180 && lonDeg <= 180)) return `lon ${lonDeg} is not between -180 and 180`
  if (haeM - haeM !== 0 || ceM - ceM !== 0 || leM - leM !== 0) return 'hae, ce and le are finite numbers'
  return undefined
}
