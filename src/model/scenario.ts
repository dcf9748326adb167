import type { ObjectClass } from './track.ts'

/**
 * What the simulator plays: truth, and how each sensor errs about it. SI, radians, UTC milliseconds of the event clock.
 * `event/` makes it from a scenario's YAML (docs/event.md), `sim/` turns it into wire bytes.
 */
export type Scenario = {
  readonly id: string
  /** Same seed, same bytes. */
  readonly seed: number
  /** The instant that the scenario's own times count from. */
  readonly zeroMs: number
  readonly fromMs: number
  readonly toMs: number
  readonly objects: readonly ScenarioObject[]
  readonly sensors: readonly ScenarioSensor[]
  readonly floods: readonly ClaimFlood[]
}

type Place = { readonly latRad: number; readonly lonRad: number; readonly altHaeM: number }

/**
 * A corner of a route. `speedMps` holds on the leg that begins here (the route's own speed if undefined); `waitS` is spent
 * hovering here first.
 */
export type RoutePoint = Place & { readonly speedMps: number | undefined; readonly waitS: number }

export type Motion =
  /** Straight legs with corners rounded to `turnRadiusM`. `lands`: it stands on the ground once the last point is reached. */
  | {
      readonly kind: 'route'
      readonly points: readonly RoutePoint[]
      readonly speedMps: number
      readonly turnRadiusM: number
      readonly lands: boolean
    }
  | ({ readonly kind: 'orbit'; readonly radiusM: number; readonly speedMps: number; readonly clockwise: boolean } & Place)
  /** In place, drifting by about `driftM`. */
  | ({ readonly kind: 'hover'; readonly driftM: number } & Place)
  /** Birds: the flock wanders within `radiusM` at about `speedMps`, each bird a little its own way. */
  | ({ readonly kind: 'flock'; readonly radiusM: number; readonly speedMps: number } & Place)
  /**
   * Down a glide path to a runway. The place is the threshold; it touches down 300 m beyond it at `touchdownMs`, brakes and stops.
   * Before the glide path it flies level at `levelAltHaeM`.
   */
  | ({
      readonly kind: 'approach'
      readonly courseRad: number
      readonly glideRad: number
      readonly speedMps: number
      readonly touchdownMs: number
      readonly levelAltHaeM: number
    } & Place)

export type ScenarioObject = {
  readonly id: string
  readonly class: ObjectClass
  /** Radar cross-section, m^2. */
  readonly rcsM2: number
  readonly fromMs: number
  readonly toMs: number
  readonly motion: Motion
  /** Copies of it, spread by the dice within `spreadM` of its place; each with its own identity. */
  readonly copies: number
  readonly spreadM: number
  /** A control link that direction finders hear; undefined for a silent object. */
  readonly radio: { readonly centreFreqHz: number } | undefined
  readonly remoteId:
    | {
        readonly serial: string
        readonly selfId: string | undefined
        readonly pilot: { readonly latRad: number; readonly lonRad: number } | undefined
        readonly pilotFromMs: number
      }
    | undefined
  readonly adsb: { readonly icao: string; readonly callsign: string; readonly category: ObjectClass } | undefined
}

/** A fault that holds for a time. */
export type SensorFault =
  /** Bytes stop but the connection stands: the silent death of a feed. */
  | { readonly kind: 'silent'; readonly fromMs: number; readonly toMs: number }
  /** The connection closes. */
  | { readonly kind: 'disconnected'; readonly fromMs: number; readonly toMs: number }
  /** Azimuth is off by `azimuthRad`, clockwise. */
  | { readonly kind: 'azimuth-bias'; readonly fromMs: number; readonly toMs: number; readonly azimuthRad: number }

export type ScenarioSensor = {
  readonly node: string
  readonly door: 'sapient' | 'json' | 'beast'
  readonly report: 'polar' | 'bearing' | 'position' | 'remote-id' | 'ads-b' | 'status-only'
  /** Connects, and first reports, at this time. */
  readonly fromMs: number
  /** Range at which an object of 1 m^2 is seen with half the node's probability; undefined: only `maxRangeM` bounds it. */
  readonly refRangeM: number | undefined
  /** What its errors really are; the node's definition says what it claims. */
  readonly rangeSigmaM: number
  readonly azimuthSigmaRad: number
  readonly elevationSigmaRad: number | undefined
  readonly positionSigmaM: number
  /** Always on, on top of faults. */
  readonly azimuthBiasRad: number
  /** Its clock less the event clock. */
  readonly clockOffsetMs: number
  /** Delay from measurement to sending: mean and spread, and now and then a straggler. */
  readonly latencyMs: number
  readonly latencySigmaMs: number
  readonly lateProbability: number
  readonly lateMs: number
  /** Mean time after which a local track breaks and gets a new number, s. */
  readonly renumberS: number
  /** Probability per scan and object of a second bearing in a false direction. */
  readonly ghostProbability: number
  /** Probability per second that hearing stops for `gapS`. */
  readonly gapProbability: number
  readonly gapS: number
  /** Probability that a report names the right class; 0: it reports none. */
  readonly classRight: number
  readonly faults: readonly SensorFault[]
}

/** Fake Remote IDs: broadcasts of objects that do not exist, as one receiver hears them. */
export type ClaimFlood = {
  readonly id: string
  readonly node: string
  readonly fromMs: number
  readonly toMs: number
  readonly count: number
  readonly centre: Place
  readonly radiusM: number
  readonly speedMps: number
}
