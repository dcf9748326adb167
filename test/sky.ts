import { cos, sin } from '../src/math/elementary.ts'
import { polarInto } from '../src/math/polar.ts'
import type { Detection, EvidenceKind, Measurement } from '../src/model/detection.ts'
import type { ClaimKey, NodeId } from '../src/model/ids.ts'
import type { Sensor, TrackEnd, TrackEstimate } from '../src/model/track.ts'
import { TRACKER_SETTINGS } from '../src/track/settings.ts'
import type { TrackerSettings } from '../src/track/settings.ts'
import { newTracker, setSensors } from '../src/track/state.ts'
import type { TrackerState } from '../src/track/state.ts'
import { step } from '../src/track/step.ts'
import type { TrackOutputs } from '../src/track/step.ts'

/**
 * A small sky for tests of the tracker: truth as functions of time, sensors that err by a seed, and the room's rhythm of steps.
 */

/** Uniform and normal numbers from a seed (mulberry32). */
export function dice(seed: number): { uniform(): number; normal(): number } {
  let a = seed >>> 0
  const uniform = () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  return { uniform, normal }
}

/** Where an object is at a time (s): e, n, u and velocity; undefined while there is none. */
export type Flight = (t: number) => readonly [number, number, number, number, number, number] | undefined

export function straight(e: number, n: number, u: number, ve: number, vn: number, fromS = 0, toS = Infinity): Flight {
  return (t) => (t < fromS || t > toS ? undefined : [e + ve * t, n + vn * t, u, ve, vn, 0])
}

export function circle(e: number, n: number, u: number, radius: number, speed: number): Flight {
  const w = speed / radius
  return (t) => [e + radius * cos(w * t), n + radius * sin(w * t), u, -speed * sin(w * t), speed * cos(w * t), 0]
}

export const FLAT: readonly number[] = [1, 0, 0, 0, 1, 0, 0, 0, 1]

export function sensor(node: string, kind: Sensor['kind'], eM: number, nM: number, uM: number, more: Partial<Sensor> = {}): Sensor {
  return { node: node as NodeId, kind, eM, nM, uM, rotation: FLAT, maxRangeM: 15000, pd: 0.9, clutterPerScan: 1, periodS: 1, ...more }
}

const base = { receivedMs: 0, localTrack: undefined, classes: [], rcsM2: NaN, onGround: false }

export function detection(
  node: string,
  timeS: number,
  evidence: EvidenceKind,
  measurement: Measurement,
  claim?: string,
  more: Partial<Detection> = {},
): Detection {
  return {
    ...base,
    node: node as NodeId,
    measuredMs: Math.round(timeS * 1000),
    evidence,
    measurement,
    claim: claim as ClaimKey | undefined,
    ...more,
  }
}

export type RadarFaults = {
  azimuthSigmaRad?: number
  elevation?: boolean
  biasRad?: number
  pd?: number
  clutter?: number
  rangeSigmaM?: number
}

const polar = new Float64Array(12)

/** What a radar reports at a time. */
export function radarScan(
  s: Sensor,
  timeS: number,
  flights: readonly Flight[],
  luck: ReturnType<typeof dice>,
  faults: RadarFaults = {},
): Detection[] {
  const { azimuthSigmaRad = 0.0087, elevation = true, biasRad = 0, pd = s.pd, clutter = s.clutterPerScan, rangeSigmaM = 8 } = faults
  const out: Detection[] = []
  const plot = (range: number, azimuth: number, el: number) =>
    out.push(
      detection(s.node, timeS, 'body', {
        kind: 'polar',
        rangeM: range + rangeSigmaM * luck.normal(),
        azimuthRad: azimuth + biasRad + azimuthSigmaRad * luck.normal(),
        elevationRad: elevation ? el + 0.0175 * luck.normal() : NaN,
        rangeRateMps: NaN,
        rangeSigmaM,
        azimuthSigmaRad,
        elevationSigmaRad: elevation ? 0.0175 : NaN,
        rangeRateSigmaMps: NaN,
      }),
    )
  for (const flight of flights) {
    const at = flight(timeS)
    const lucky = luck.uniform() < pd
    if (at === undefined || !lucky) continue
    polarInto(s.rotation, at[0] - s.eM, at[1] - s.nM, at[2] - s.uM, polar)
    if (polar[0]! < s.maxRangeM) plot(polar[0]!, polar[1]!, polar[2]!)
  }
  for (let i = Math.floor(clutter * 2 * luck.uniform()); i > 0; i--)
    plot(s.maxRangeM * Math.sqrt(luck.uniform()), 2 * Math.PI * luck.uniform(), 0.03 * luck.uniform())
  return out
}

export function bearingScan(
  s: Sensor,
  timeS: number,
  flights: readonly Flight[],
  luck: ReturnType<typeof dice>,
  sigmaRad = 0.035,
): Detection[] {
  const out: Detection[] = []
  for (const flight of flights) {
    const at = flight(timeS)
    const lucky = luck.uniform() < s.pd
    if (at === undefined || !lucky) continue
    polarInto(s.rotation, at[0] - s.eM, at[1] - s.nM, at[2] - s.uM, polar)
    if (polar[0]! < s.maxRangeM)
      out.push(
        detection(s.node, timeS, 'body', {
          kind: 'bearing',
          azimuthRad: polar[1]! + sigmaRad * luck.normal(),
          elevationRad: NaN,
          azimuthSigmaRad: sigmaRad,
          elevationSigmaRad: NaN,
        }),
      )
  }
  return out
}

export function ownReport(
  node: string,
  timeS: number,
  flight: Flight,
  claim: string | undefined,
  luck: ReturnType<typeof dice>,
  sigmaM = 5,
  velocity = false,
  evidence: EvidenceKind = 'claim',
): Detection[] {
  const at = flight(timeS)
  if (at === undefined) return []
  const v = (x: number) => (velocity ? x + 0.5 * luck.normal() : NaN)
  return [
    detection(
      node,
      timeS,
      evidence,
      {
        kind: 'position',
        eM: at[0] + sigmaM * luck.normal(),
        nM: at[1] + sigmaM * luck.normal(),
        uM: at[2] + sigmaM * luck.normal(),
        horizontalSigmaM: sigmaM,
        verticalSigmaM: sigmaM,
        veMps: v(at[3]),
        vnMps: v(at[4]),
        vuMps: v(at[5]),
        velocitySigmaMps: velocity ? 1 : NaN,
      },
      claim,
    ),
  ]
}

/** Runs a tracker in steps of 250 ms; `feed` gives the detections that arrive up to a time. */
export class Room {
  readonly state: TrackerState
  readonly live = new Map<string, TrackEstimate>()
  readonly ended: TrackEnd[] = []
  readonly ids = new Set<string>()
  outputs: TrackOutputs[] = []

  constructor(sensors: readonly Sensor[], settings: TrackerSettings = TRACKER_SETTINGS) {
    this.state = newTracker(settings)
    setSensors(this.state, sensors)
  }

  run(fromS: number, toS: number, feed: (fromS: number, toS: number) => Detection[], seen?: (timeS: number, room: Room) => void): void {
    for (let t = fromS; t < toS - 1e-9; t += 0.25) {
      const out = step(this.state, feed(t, t + 0.25), Math.round((t + 0.25) * 1000))
      this.outputs.push(out)
      for (const estimate of out.changed) {
        this.live.set(estimate.id, estimate)
        this.ids.add(estimate.id)
      }
      for (const end of out.ended) {
        this.live.delete(end.id)
        this.ended.push(end)
      }
      seen?.(t + 0.25, this)
    }
  }

  /** Live tracks updated within the last seconds, nearest first to a place. */
  near(e: number, n: number, withinM: number, nowS: number, freshS = 3): TrackEstimate[] {
    const d = (x: TrackEstimate) => Math.hypot(x.state[0] - e, x.state[1] - n)
    return [...this.live.values()]
      .filter((x) => d(x) < withinM && x.updatedMs > (nowS - freshS) * 1000 && x.existence > 0.5)
      .sort((a, b) => d(a) - d(b))
  }
}

/** Times of a sensor's scans in (fromS, toS]. */
export function scansBetween(fromS: number, toS: number, periodS: number, phaseS = 0): number[] {
  const out: number[] = []
  for (let k = Math.floor((fromS - phaseS) / periodS); ; k++) {
    const t = phaseS + k * periodS
    if (t > toS) return out
    if (t > fromS) out.push(t)
  }
}
