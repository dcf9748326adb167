import { cellFrame, type CellFrame } from '../math/geodesy.ts'
import type { EventHeader } from '../model/event.ts'
import type { Item } from '../model/picture.ts'
import { inForce } from './label.ts'

export type Registry = Extract<Item, { readonly kind: 'registry' }>

/**
 * What a release is judged by, beside the item and the recipient.
 *
 * frame      of the event's cell, for degrees
 * inForceIds agreements in force now
 * lookup     the item that a view would mention: what a recipient may not have is not mentioned to them either
 */
export type ReleaseContext = {
  readonly header: EventHeader
  readonly frame: CellFrame
  readonly registry: Registry | undefined
  readonly inForceIds: ReadonlySet<string>
  readonly lookup: (kind: 'site' | 'zone' | 'node' | 'track', id: string) => Item | undefined
}

export function releaseContext(
  header: EventHeader,
  registry: Registry | undefined,
  nowMs: number,
  lookup: ReleaseContext['lookup'],
): ReleaseContext {
  const { latRad, lonRad, altHaeM } = header.origin
  const inForceIds = new Set((registry?.agreements ?? []).filter((each) => inForce(each, nowMs)).map((each) => each.id))
  return { header, frame: cellFrame(latRad, lonRad, altHaeM), registry, inForceIds, lookup }
}
