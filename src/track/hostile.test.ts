import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { FLAT } from '../../test/sky.ts'
import type { Detection, Measurement } from '../model/detection.ts'
import type { ClaimKey, NodeId } from '../model/ids.ts'
import type { Sensor } from '../model/track.ts'
import { TRACKER_SETTINGS } from './settings.ts'
import { newTracker, setSensors } from './state.ts'
import { step } from './step.ts'

/** Whatever well-typed nonsense sensors send, the tracker's numbers stay numbers and its table stays within its bound. */

const any = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const orNaN = (a: fc.Arbitrary<number>) => fc.oneof({ weight: 4, arbitrary: a }, { weight: 1, arbitrary: fc.constantFrom(NaN, 0, -1) })
const kinds = ['radar', 'rf', 'ads-b', 'remote-id', 'system', 'camera'] as const

const sensorOf = fc.record({
  kind: fc.constantFrom(...kinds),
  eM: any(-5e4, 5e4),
  nM: any(-5e4, 5e4),
  uM: any(-100, 500),
  maxRangeM: fc.constantFrom(0, 100, 10000, 1e7, Infinity),
  pd: fc.constantFrom(0, 0.5, 0.9, 1),
  clutterPerScan: fc.constantFrom(0, 1, 1000),
  periodS: fc.constantFrom(0, 0.1, 1, 10),
})
const measurementOf: fc.Arbitrary<Measurement> = fc.oneof(
  fc.record({
    kind: fc.constant('polar' as const),
    rangeM: orNaN(any(0.001, 2e5)),
    azimuthRad: orNaN(any(-10, 10)),
    elevationRad: orNaN(any(-1.57, 1.57)),
    rangeRateMps: orNaN(any(-3000, 3000)),
    rangeSigmaM: orNaN(any(1e-3, 1e5)),
    azimuthSigmaRad: orNaN(any(1e-5, 3)),
    elevationSigmaRad: orNaN(any(1e-5, 3)),
    rangeRateSigmaMps: orNaN(any(1e-3, 100)),
  }),
  fc.record({
    kind: fc.constant('bearing' as const),
    azimuthRad: orNaN(any(-10, 10)),
    elevationRad: orNaN(any(-1.5, 1.5)),
    azimuthSigmaRad: orNaN(any(1e-5, 3)),
    elevationSigmaRad: orNaN(any(1e-5, 3)),
  }),
  fc.record({
    kind: fc.constant('position' as const),
    eM: orNaN(any(-1e6, 1e6)),
    nM: orNaN(any(-1e6, 1e6)),
    uM: orNaN(any(-1e4, 6e4)),
    horizontalSigmaM: orNaN(any(1e-3, 1e5)),
    verticalSigmaM: orNaN(any(1e-3, 1e5)),
    veMps: orNaN(any(-1e3, 1e3)),
    vnMps: orNaN(any(-1e3, 1e3)),
    vuMps: orNaN(any(-1e3, 1e3)),
    velocitySigmaMps: orNaN(any(1e-3, 1e3)),
  }),
)
const detectionOf = fc.record({
  sensor: fc.integer({ min: 0, max: 4 }),
  offMs: fc.integer({ min: -9000, max: 3000 }),
  measurement: measurementOf,
  claim: fc.constantFrom(undefined, 'icao:1', 'icao:2', 'rid:1'),
  local: fc.constantFrom(undefined, '1', '2'),
  evidence: fc.constantFrom('body' as const, 'claim' as const, 'local-track' as const),
  onGround: fc.boolean(),
})

test('no input makes a number that is none', () => {
  fc.assert(
    fc.property(
      fc.array(sensorOf, { minLength: 5, maxLength: 5 }),
      fc.array(fc.array(detectionOf, { maxLength: 12 }), { minLength: 3, maxLength: 25 }),
      (sensors, batches) => {
        const settings = { ...TRACKER_SETTINGS, maxTracks: 40 }
        const state = newTracker(settings)
        setSensors(
          state,
          sensors.map((s, i): Sensor => ({ ...s, node: `n${i}` as NodeId, rotation: FLAT })),
        )
        for (const [i, batch] of batches.entries()) {
          const nowMs = 1e12 + i * 700
          const detections = batch.map((d): Detection => ({
            node: `n${d.sensor}` as NodeId,
            measuredMs: nowMs + d.offMs,
            receivedMs: nowMs,
            evidence: d.evidence,
            measurement: d.measurement,
            claim: d.claim as ClaimKey | undefined,
            localTrack: d.local,
            classes: [],
            rcsM2: NaN,
            onGround: d.onGround,
          }))
          for (const track of step(state, detections, nowMs).changed) {
            const { state: x, covariance: c, existence } = track
            assert.ok([...x, ...c, existence, track.speedSigmaMps, track.updateIntervalS].every(Number.isFinite), JSON.stringify(track))
            assert.ok(c[0] > 0 && c[3] > 0 && c[5] > 0 && c[0] * c[3] - c[1] * c[1] > -1e-6 * c[0] * c[3], JSON.stringify(c))
            assert.ok(existence >= 0 && existence <= 1)
          }
          assert.ok(state.table.count <= settings.maxTracks)
          for (let t = 0; t < state.table.count; t++)
            assert.ok(state.table.existence[t]! >= 0 && state.table.existence[t]! <= 1, `existence ${state.table.existence[t]}`)
        }
      },
    ),
    { seed: 1, numRuns: Number(process.env['FUZZ'] ?? 300) },
  )
})
