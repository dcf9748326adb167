import { z } from 'zod'
import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'

/**
 * Network Remote ID: what a service provider answers. Names, words and units are the interface's own; where it has a number for
 * "unknown" (track 361, speed 255, vertical speed 63, altitudes -1000) it stays, and `network-state.ts` turns it into undefined.
 *
 * Source: ASTM F3411-22a, annex of the service provider's interface; uastech/standards @ dd4016b, remoteid/updated.yaml, version 2.1.0.
 */
const time = z.object({ value: z.iso.datetime({ offset: true }), format: z.literal('RFC3339') })
const latDeg = z.number().min(-90).max(90)
const lonDeg = z.number().min(-180).max(180)
const point = z.object({ lat: latDeg, lng: lonDeg })
const altitude = z.object({ value: z.number().min(-8000).max(100_000), reference: z.literal('W84'), units: z.literal('M') })

export const HORIZONTAL_ACCURACIES = [
  'HAUnknown',
  'HA10NMPlus',
  'HA10NM',
  'HA4NM',
  'HA2NM',
  'HA1NM',
  'HA05NM',
  'HA03NM',
  'HA01NM',
  'HA005NM',
  'HA30m',
  'HA10m',
  'HA3m',
  'HA1m',
] as const
export const VERTICAL_ACCURACIES = ['VAUnknown', 'VA150mPlus', 'VA150m', 'VA45m', 'VA25m', 'VA10m', 'VA3m', 'VA1m'] as const
export const SPEED_ACCURACIES = ['SAUnknown', 'SA10mpsPlus', 'SA10mps', 'SA3mps', 'SA1mps', 'SA03mps'] as const
export const STATUSES = ['Undeclared', 'Ground', 'Airborne', 'Emergency', 'RemoteIDSystemFailure'] as const
export const AIRCRAFT = [
  'NotDeclared',
  'Aeroplane',
  'Helicopter',
  'Gyroplane',
  'HybridLift',
  'Ornithopter',
  'Glider',
  'Kite',
  'FreeBalloon',
  'CaptiveBalloon',
  'Airship',
  'FreeFallOrParachute',
  'Rocket',
  'TetheredPoweredAircraft',
  'GroundObstacle',
  'Other',
] as const

const position = z.object({
  lat: latDeg.optional(),
  lng: lonDeg.optional(),
  alt: z.number().min(-1000).max(31_767).optional(),
  accuracy_h: z.enum(HORIZONTAL_ACCURACIES).optional(),
  accuracy_v: z.enum(VERTICAL_ACCURACIES).optional(),
  extrapolated: z.boolean().optional(),
  pressure_altitude: z.number().min(-1000).max(31_767).optional(),
  height: z
    .object({ distance: z.number().min(-1000).max(31_767).optional(), reference: z.enum(['TakeoffLocation', 'GroundLevel']) })
    .optional(),
})
const state = z.object({
  timestamp: time,
  timestamp_accuracy: z.number().min(0),
  operational_status: z.enum(STATUSES).optional(),
  position,
  track: z.number().min(0).max(361).optional(),
  speed: z.number().min(0).max(255).optional(),
  speed_accuracy: z.enum(SPEED_ACCURACIES),
  vertical_speed: z.number().min(-63).max(63).optional(),
})
const flight = z.object({
  id: z.string().min(1),
  aircraft_type: z.enum(AIRCRAFT),
  current_state: state.optional(),
  operating_area: z.record(z.string(), z.unknown()).optional(),
  simulated: z.boolean().optional(),
  recent_positions: z.array(z.object({ time, position })).optional(),
})
const flights = z.object({ timestamp: time, flights: z.array(flight).optional(), no_isas_present: z.boolean().optional() })

const EU_CLASSES = ['EUClassUndefined', 'Class0', 'Class1', 'Class2', 'Class3', 'Class4', 'Class5', 'Class6'] as const
const details = z.object({
  details: z.object({
    id: z.string().min(1),
    eu_classification: z
      .object({
        category: z.enum(['EUCategoryUndefined', 'Open', 'Specific', 'Certified']).optional(),
        class: z.enum(EU_CLASSES).optional(),
      })
      .optional(),
    uas_id: z
      .object({
        serial_number: z.string().optional(),
        registration_id: z.string().optional(),
        utm_id: z.string().optional(),
        specific_session_id: z.string().optional(),
      })
      .optional(),
    operator_id: z.string().optional(),
    operator_location: z
      .object({ position: point, altitude: altitude.optional(), altitude_type: z.enum(['Takeoff', 'Dynamic', 'Fixed']).optional() })
      .optional(),
    operation_description: z.string().optional(),
    auth_data: z.object({ format: z.int().min(0).max(15).optional(), data: z.string().optional() }).optional(),
  }),
})

export type NetworkState = z.infer<typeof state>
export type NetworkFlight = z.infer<typeof flight>
export type NetworkFlights = { readonly kind: 'flights' } & z.infer<typeof flights>
export type NetworkDetails = { readonly kind: 'details' } & z.infer<typeof details>

/** An answer with flights, or with the details of one; members that the interface does not have are left out. */
export function readNetwork(value: object): NetworkFlights | NetworkDetails | Reject {
  const isDetails = 'details' in value
  const read = (isDetails ? details : flights).safeParse(value)
  if (read.success) return { kind: isDetails ? 'details' : 'flights', ...read.data } as NetworkFlights | NetworkDetails
  const [issue] = read.error.issues
  return reject('rid-json', 0, `${issue?.path.join('.') || 'document'}: ${issue?.message ?? 'not as the interface says'}`)
}
