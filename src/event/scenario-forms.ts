import { z } from 'zod'

/** A scenario's YAML as its author writes it; docs/event.md explains each field. Times are `m:ss` from the scenario's zero. */
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/)
const storyTime = z.union([z.number(), z.string()])
const lengthM = z.number().positive().max(1e6)
const objectClass = z.enum([
  'multirotor',
  'fixed-wing',
  'airplane',
  'helicopter',
  'bird',
  'ground-vehicle',
  'balloon',
  'clutter',
  'unknown',
])
const latDeg = z.number().min(-90).max(90)
const lonDeg = z.number().min(-180).max(180)
const altAmslM = z.number().min(-100).max(20000)

/** Degrees, or a direction and a distance from one of the event's sites. */
const placeKeys = {
  latDeg: latDeg.optional(),
  lonDeg: lonDeg.optional(),
  site: id.optional(),
  bearingDeg: z.number().min(0).max(360).optional(),
  rangeM: z.number().min(0).max(1e6).optional(),
  altAmslM,
}
export type PlaceForm = {
  latDeg?: number | undefined
  lonDeg?: number | undefined
  site?: string | undefined
  bearingDeg?: number | undefined
  rangeM?: number | undefined
  altAmslM: number
}
function checkPlace(value: PlaceForm, context: z.RefinementCtx): void {
  const degrees = value.latDeg !== undefined && value.lonDeg !== undefined && value.site === undefined
  const relative =
    value.site !== undefined &&
    value.bearingDeg !== undefined &&
    value.rangeM !== undefined &&
    value.latDeg === undefined &&
    value.lonDeg === undefined
  if (!degrees && !relative)
    context.addIssue({
      code: 'custom',
      message: 'a place needs latDeg and lonDeg, or site, bearingDeg and rangeM',
      params: { fix: 'give one of the two' },
    })
}
const place = z.strictObject(placeKeys).superRefine(checkPlace)
const routePoint = z
  .strictObject({ ...placeKeys, speedMps: lengthM.optional(), waitS: z.number().min(0).max(86400).default(0) })
  .superRefine(checkPlace)

const route = z.strictObject({
  speedMps: lengthM,
  turnRadiusM: z.number().min(0).max(100000).default(0),
  lands: z.boolean().default(false),
  points: z.array(routePoint).min(2).max(500),
})
const orbit = z.strictObject({ at: place, radiusM: lengthM, speedMps: lengthM, clockwise: z.boolean().default(true) })
const hover = z.strictObject({ at: place, driftM: z.number().min(0).max(1000).default(2) })
const flock = z.strictObject({ at: place, radiusM: lengthM, speedMps: lengthM })
const approach = z.strictObject({
  threshold: z.strictObject({ latDeg, lonDeg, altAmslM }),
  /** The runway's far end: gives the course. */
  farEnd: z.strictObject({ latDeg, lonDeg }),
  glideDeg: z.number().min(1).max(10).default(3),
  speedMps: lengthM,
  touchdown: storyTime,
  levelAltAmslM: altAmslM,
})

export const objectForm = z
  .strictObject({
    id,
    class: objectClass,
    rcsM2: z.number().positive().max(10000),
    from: storyTime,
    to: storyTime,
    copies: z.number().int().min(1).max(20000).default(1),
    spreadM: z.number().min(0).max(100000).default(0),
    route: route.optional(),
    orbit: orbit.optional(),
    hover: hover.optional(),
    flock: flock.optional(),
    approach: approach.optional(),
    radio: z.strictObject({ centreFreqMHz: z.number().positive().max(100000) }).optional(),
    remoteId: z
      .strictObject({
        serial: z.string().min(1).max(50),
        selfId: z.string().max(23).optional(),
        pilot: z.strictObject({ latDeg, lonDeg }).optional(),
        pilotFrom: storyTime.optional(),
      })
      .optional(),
    adsb: z
      .strictObject({
        icao: z.string().regex(/^[0-9a-f]{6}$/),
        callsign: z.string().regex(/^[A-Z0-9]{1,8}$/),
        category: objectClass.default('airplane'),
      })
      .optional(),
  })
  .superRefine((value, context) => {
    const motions = (['route', 'orbit', 'hover', 'flock', 'approach'] as const).filter((key) => value[key] !== undefined)
    if (motions.length !== 1)
      context.addIssue({
        code: 'custom',
        message: `an object needs exactly one of route, orbit, hover, flock, approach; ${motions.length === 0 ? 'none is given' : `${motions.join(' and ')} are given`}`,
        params: { fix: 'give one' },
      })
  })
export type ObjectForm = z.infer<typeof objectForm>

export const faultForm = z.strictObject({
  kind: z.enum(['silent', 'disconnected', 'azimuth-bias']),
  from: storyTime,
  to: storyTime,
  azimuthDeg: z.number().min(-180).max(180).default(0),
})
export const sensorForm = z.strictObject({
  node: id,
  door: z.enum(['sapient', 'json', 'beast']),
  report: z.enum(['polar', 'bearing', 'position', 'remote-id', 'ads-b', 'status-only']),
  from: storyTime.optional(),
  refRangeM: lengthM.optional(),
  rangeSigmaM: z.number().min(0).max(10000).optional(),
  azimuthSigmaDeg: z.number().min(0).max(90).optional(),
  elevationSigmaDeg: z.number().min(0).max(90).optional(),
  positionSigmaM: z.number().min(0).max(10000).optional(),
  azimuthBiasDeg: z.number().min(-180).max(180).default(0),
  clockOffsetMs: z.number().int().min(-3600000).max(3600000).default(0),
  latencyMs: z.number().min(0).max(60000).default(60),
  latencySigmaMs: z.number().min(0).max(60000).default(20),
  lateProbability: z.number().min(0).max(1).default(0.005),
  lateMs: z.number().min(0).max(60000).default(1200),
  renumberS: z.number().positive().max(1e6).default(120),
  ghostProbability: z.number().min(0).max(1).default(0),
  gapProbability: z.number().min(0).max(1).default(0),
  gapS: z.number().min(0).max(600).default(0),
  classRight: z.number().min(0).max(1).default(0),
  faults: z.array(faultForm).max(100).default([]),
})
export type SensorForm = z.infer<typeof sensorForm>

export const floodForm = z.strictObject({
  id,
  node: id,
  from: storyTime,
  to: storyTime,
  count: z.number().int().min(1).max(20000),
  at: place,
  radiusM: lengthM,
  speedMps: lengthM,
})
export type FloodForm = z.infer<typeof floodForm>

export const scenarioForm = z.strictObject({
  id,
  seed: z.number().int().min(0).max(4294967295),
  /** The event's local time that the scenario's times count from. */
  zero: z.string(),
  from: storyTime,
  to: storyTime,
  objects: z.array(objectForm).max(5000),
  sensors: z.array(sensorForm).max(1000),
  floods: z.array(floodForm).max(100).default([]),
})
export type ScenarioForm = z.infer<typeof scenarioForm>
