import type { MessageInitShape } from '@bufbuild/protobuf'
import { isReject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { readDetail, writeDetail } from './detail.ts'
import type { CotDetail } from './detail-tables.ts'
import type { DetailSchema, Detail } from './generated/tak_pb.ts'
import { parseXml, xmlText } from './parse-xml.ts'
import { writeNodes } from './write-xml.ts'

/** Children that have a message of their own; of the rest, and of those that do not fit whole, XML is made. */
type InMessages = Pick<CotDetail, 'contact' | 'group' | 'precisionLocation' | 'status' | 'takv' | 'track'>

/** Where the same element is in `xmlDetail` and in a message of its own, `xmlDetail` counts. */
export function readTakDetail(detail: Detail): CotDetail | Reject {
  const text = detail.xmlDetail === '' ? '' : xmlText(new TextEncoder().encode(detail.xmlDetail))
  if (isReject(text)) return text
  const root = text === '' ? { name: 'detail' } : parseXml(`<detail>${text}</detail>`)
  if (isReject(root)) return { ...root, atByte: 0 }
  const fromXml = readDetail(root)
  const raw = new Set((fromXml.others ?? []).map((node) => (typeof node === 'string' ? '' : node.name)))
  const out: Record<string, unknown> = { ...fromXml }
  for (const [key, element, values] of messagesOf(detail))
    if (values !== undefined && out[key] === undefined && !raw.has(element)) out[key] = values
  return out as CotDetail
}

function messagesOf(detail: Detail): readonly (readonly [keyof InMessages, string, InMessages[keyof InMessages]])[] {
  const { contact, group, precisionLocation, status, takv, track } = detail
  return [
    ['contact', 'contact', contact && { ...text('callsign', contact.callsign), ...text('endpoint', contact.endpoint) }],
    ['group', '__group', group && { ...text('name', group.name), ...text('role', group.role) }],
    [
      'precisionLocation',
      'precisionlocation',
      precisionLocation && { ...text('pointSource', precisionLocation.geopointsrc), ...text('altSource', precisionLocation.altsrc) },
    ],
    ['status', 'status', status && { batteryPercent: status.battery }],
    [
      'takv',
      'takv',
      takv && {
        ...text('device', takv.device),
        ...text('platform', takv.platform),
        ...text('os', takv.os),
        ...text('version', takv.version),
      },
    ],
    [
      'track',
      'track',
      track && finite(track.speed) && finite(track.course) ? { courseDeg: track.course, speedMps: track.speed } : undefined,
    ],
  ]
}

/** Protobuf's empty string is an absent attribute. */
function text(key: string, value: string): Record<string, string> {
  return value === '' ? {} : { [key]: value }
}

const finite = (value: number): boolean => value - value === 0

export function writeTakDetail(detail: CotDetail): MessageInitShape<typeof DetailSchema> {
  const { contact, group, precisionLocation, status, takv, track } = detail
  const fits = {
    contact: only(contact, ['callsign', 'endpoint']),
    group: only(group, ['name', 'role']),
    precisionLocation: only(precisionLocation, ['pointSource', 'altSource']),
    status:
      only(status, ['batteryPercent']) &&
      status?.batteryPercent !== undefined &&
      status.batteryPercent >= 0 &&
      status.batteryPercent < 0x1_0000_0000,
    takv: only(takv, ['device', 'platform', 'os', 'version']),
    track: only(track, ['courseDeg', 'speedMps']) && track?.courseDeg !== undefined && track.speedMps !== undefined,
  }
  const rest: Record<string, unknown> = { ...detail }
  for (const [key, fit] of Object.entries(fits)) if (fit) delete rest[key]
  return {
    xmlDetail: writeNodes(writeDetail(rest as CotDetail).children ?? []),
    ...(fits.contact && { contact: { callsign: contact?.callsign ?? '', endpoint: contact?.endpoint ?? '' } }),
    ...(fits.group && { group: { name: group?.name ?? '', role: group?.role ?? '' } }),
    ...(fits.precisionLocation && {
      precisionLocation: { geopointsrc: precisionLocation?.pointSource ?? '', altsrc: precisionLocation?.altSource ?? '' },
    }),
    ...(fits.status && { status: { battery: status?.batteryPercent ?? 0 } }),
    ...(fits.takv && {
      takv: { device: takv?.device ?? '', platform: takv?.platform ?? '', os: takv?.os ?? '', version: takv?.version ?? '' },
    }),
    ...(fits.track && { track: { speed: track?.speedMps ?? 0, course: track?.courseDeg ?? 0 } }),
  }
}

/** True where there are no values but these, and no empty text, which protobuf could not tell from an absent one. */
function only(values: Readonly<Record<string, unknown>> | undefined, keys: readonly string[]): boolean {
  return values !== undefined && Object.entries(values).every(([key, value]) => value === undefined || (keys.includes(key) && value !== ''))
}
