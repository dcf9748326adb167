import { fromBinary, toBinary } from '@bufbuild/protobuf'
import { MAX_DEPTH } from './decode.ts'
import { SapientMessageSchema } from './generated/sapient_pb.ts'
import type { DetectionReport, DetectionReport_TrackObjectInfo, SapientMessage } from './generated/sapient_pb.ts'

/**
 * Where a SAPIENT message can name a person or a person's aircraft: `detection_report.id`, and the values of `object_info` and `track_info`
 * whose type says so. The door replaces those values by references before the message is recorded; sense reads the references.
 *
 * A type is compared without case and without what is neither letter nor digit, and it counts wherever in it one of these words stands:
 * `UAS_Serial-Number` is a serial. docs/connect/sapient.md lists them for makers of nodes.
 */
export type PersonalKind = 'serial' | 'person'
export const PERSON_WORDS = ['operator', 'pilot', 'owner', 'phone', 'email', 'takeoff', 'homelocation', 'homelatitude', 'homelongitude']
export const SERIAL_WORDS = ['serial', 'registration', 'plate', 'tailnumber', 'licence', 'license', 'uasid', 'remoteid']
/** Named after a person, yet none. */
const NOT_PERSONAL = ['autopilot']

export function personalKindOf(type: string): PersonalKind | undefined {
  let name = type.toLowerCase().replace(/[^a-z0-9]/g, '')
  for (const word of NOT_PERSONAL) name = name.replaceAll(word, '')
  if (PERSON_WORDS.some((word) => name.includes(word))) return 'person'
  return SERIAL_WORDS.some((word) => name.includes(word)) ? 'serial' : undefined
}

/** The message with its personal values replaced; the very same bytes where there are none, and where they are no message: the engine declines those. */
export function replacePersonal(bytes: Uint8Array, replace: (kind: PersonalKind, value: string) => string): Uint8Array {
  const message = messageOf(bytes)
  if (message?.content.case !== 'detectionReport') return bytes
  const report = message.content.value
  let replaced = false
  const cut = (kind: PersonalKind, value: string) => {
    replaced = true
    return replace(kind, value)
  }
  if (report.id !== undefined && report.id !== '') report.id = cut('serial', report.id)
  for (const info of infosOf(report)) {
    const kind = personalKindOf(info.type ?? '')
    if (kind !== undefined && info.value !== undefined && info.value !== '') info.value = cut(kind, info.value)
  }
  return replaced ? toBinary(SapientMessageSchema, message) : bytes
}

/** What stands in the record for a personal value. `token`: of a serial, the same for the same serial; `sealed`: the value under a key that can be erased. */
export type PersonalReference = { readonly token: string | undefined; readonly sealed: { readonly keyId: string; readonly box: string } }

export function writeReference({ token = '', sealed }: PersonalReference): string {
  return `marsad:${token}:${sealed.keyId}:${sealed.box}`
}

/** The first serial of a report as the door left it; undefined where it carries none. */
export function serialOf(report: DetectionReport): (PersonalReference & { readonly token: string }) | undefined {
  const values = [report.id, ...infosOf(report).map((info) => (personalKindOf(info.type ?? '') === 'serial' ? info.value : undefined))]
  for (const value of values) {
    const { token, sealed } = readReference(value) ?? {}
    if (token !== undefined && sealed !== undefined) return { token, sealed }
  }
  return undefined
}

function readReference(text: string | undefined): PersonalReference | undefined {
  const [, token = '', keyId = '', box = ''] = /^marsad:([0-9a-f]{32})?:([a-z0-9-]{1,64}):([A-Za-z0-9+/=]+)$/.exec(text ?? '') ?? []
  return keyId === '' ? undefined : { token: token === '' ? undefined : token, sealed: { keyId, box } }
}

function infosOf(report: DetectionReport): DetectionReport_TrackObjectInfo[] {
  return [...report.objectInfo, ...report.trackInfo]
}

function messageOf(bytes: Uint8Array): SapientMessage | undefined {
  try {
    return fromBinary(SapientMessageSchema, bytes, { recursionLimit: MAX_DEPTH })
  } catch {
    // No message: the engine reads the same bytes and says so to the sender.
    return undefined
  }
}
