import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { insidePlan, planDistanceM, type VolumeShape } from './volume-shape.ts'
import { closestApproach, zoneCrossing, type Motion } from './zone-crossing.ts'

const still: Motion = { eM: 0, nM: 0, altHaeM: 50, altSigmaM: 0, veMps: 0, vnMps: 0, vuMps: 0, ee: 0, en: 0, nn: 0, speedSigmaMps: 0 }
const disc: VolumeShape = { eM: 0, nM: 0, radiusM: 1000, ring: undefined, floorHaeM: 0, ceilingHaeM: 100 }
const polygon = (points: readonly (readonly [number, number])[]): VolumeShape => ({
  eM: 0,
  nM: 0,
  radiusM: Math.max(...points.map(([e, n]) => Math.hypot(e, n))),
  ring: Float64Array.from(points.flat()),
  floorHaeM: 0,
  ceilingHaeM: 100,
})

test('3 km east of a 1 km circle at 20 m/s west: 100 s, and its error by hand', () => {
  const motion = { ...still, eM: 3000, veMps: -20, ee: 100, nn: 400, speedSigmaMps: 1 }
  const crossing = zoneCrossing(disc, motion, 300)
  assert.equal(crossing?.timeS, 100)
  // Across the edge (east): 10 m of position, 100 s times 1 m/s of speed, over 20 m/s of closing.
  assert.ok(Math.abs((crossing?.sigmaS ?? 0) - Math.sqrt(100 + 10000) / 20) < 1e-12)
})

test('an oblique entry counts the error across the edge, not along it', () => {
  // Path along n = 600 towards -e meets the circle at (800, 600): the normal is (0.8, 0.6).
  const crossing = zoneCrossing(disc, { ...still, eM: 1800, nM: 600, veMps: -10, ee: 0, nn: 900 }, 300)
  assert.equal(crossing?.timeS, 100)
  assert.ok(Math.abs((crossing?.sigmaS ?? 0) - (0.6 * 30) / 8) < 1e-9)
})

test('a miss, a look-ahead too short, a standing object and one flying away never enter', () => {
  assert.equal(zoneCrossing(disc, { ...still, eM: 3000, nM: 1001, veMps: -20 }, 300), undefined)
  assert.equal(zoneCrossing(disc, { ...still, eM: 3000, veMps: -20 }, 99), undefined)
  assert.equal(zoneCrossing(disc, { ...still, eM: 3000 }, 300), undefined)
  assert.equal(zoneCrossing(disc, { ...still, eM: 3000, veMps: 20 }, 300), undefined)
})

test('inside is time 0 whatever it does', () => {
  assert.deepEqual(zoneCrossing(disc, { ...still, eM: 500, veMps: 90 }, 300), { timeS: 0, sigmaS: 0 })
})

test('heights: above the ceiling only a descent enters, within one sigma of it counts as within, an unknown height always', () => {
  const inbound = { ...still, eM: 3000, veMps: -20 }
  assert.equal(zoneCrossing(disc, { ...inbound, altHaeM: 300 }, 300), undefined)
  assert.equal(zoneCrossing(disc, { ...inbound, altHaeM: 300, vuMps: 5 }, 300), undefined)
  // 200 m above, sinking 1 m/s: in the heights after 200 s, by then long inside in plan (it leaves at 200 s).
  assert.equal(zoneCrossing(disc, { ...inbound, altHaeM: 300, vuMps: -1 }, 300)?.timeS, 200)
  // Too late: it has crossed the circle before it is low enough.
  assert.equal(zoneCrossing(disc, { ...inbound, altHaeM: 301, vuMps: -1 }, 300), undefined)
  assert.equal(zoneCrossing(disc, { ...inbound, altHaeM: 130, altSigmaM: 30 }, 300)?.timeS, 100)
  assert.equal(zoneCrossing(disc, { ...inbound, altHaeM: NaN }, 300)?.timeS, 100)
  // Within the heights a climb lets nobody off.
  assert.equal(zoneCrossing(disc, { ...inbound, altHaeM: 90, vuMps: 10 }, 300)?.timeS, 100)
})

test('a notched polygon: the path enters at the far wall of the notch', () => {
  const notched = polygon([
    [0, 0],
    [100, 0],
    [100, 40],
    [30, 40],
    [30, 60],
    [100, 60],
    [100, 100],
    [0, 100],
  ])
  assert.equal(zoneCrossing(notched, { ...still, eM: 200, nM: 50, veMps: -10 }, 300)?.timeS, 17)
  assert.equal(zoneCrossing(notched, { ...still, eM: 200, nM: 20, veMps: -10 }, 300)?.timeS, 10)
  assert.equal(planDistanceM(notched, 60, 50), 10)
  assert.equal(planDistanceM(notched, 103, 104), 5)
})

test('closest approach by hand', () => {
  assert.deepEqual(closestApproach(disc, { ...still, eM: 3000, nM: 400, veMps: -20 }, 300), { distanceM: 400, timeS: 150 })
  assert.deepEqual(closestApproach(disc, { ...still, eM: 3000, nM: 400, veMps: 20 }, 300), {
    distanceM: Math.sqrt(3000 * 3000 + 400 * 400),
    timeS: 0,
  })
})

/** Star-shaped rings round the origin, by angle and radius. */
const ring = fc
  .array(fc.double({ min: 200, max: 1500, noNaN: true }), { minLength: 3, maxLength: 12 })
  .map((radii) =>
    polygon(
      radii.map((radius, i) => [radius * Math.cos((2 * Math.PI * i) / radii.length), radius * Math.sin((2 * Math.PI * i) / radii.length)]),
    ),
  )
const shape = fc.oneof(
  ring,
  fc.double({ min: 200, max: 1500, noNaN: true }).map((radiusM): VolumeShape => ({ ...disc, radiusM })),
)
const coordinate = fc.double({ min: -4000, max: 4000, noNaN: true })
const speed = fc.double({ min: -40, max: 40, noNaN: true })

/** Inside by the sum of the angles under which the edges are seen: slow and independent of the even-odd rule. */
function slowInside(of: VolumeShape, eM: number, nM: number): boolean {
  if (of.ring === undefined) return Math.hypot(eM, nM) <= of.radiusM
  let angle = 0
  for (let i = 0; i < of.ring.length; i += 2) {
    const j = (i + 2) % of.ring.length
    const a = Math.atan2(of.ring[i + 1]! - nM, of.ring[i]! - eM)
    const b = Math.atan2(of.ring[j + 1]! - nM, of.ring[j]! - eM)
    angle += Math.atan2(Math.sin(b - a), Math.cos(b - a))
  }
  return Math.abs(angle) > Math.PI
}

/** Distance by a walk along the edge in steps of a thousandth. */
function slowDistance(of: VolumeShape, eM: number, nM: number): number {
  if (slowInside(of, eM, nM)) return 0
  let best = Infinity
  const corners =
    of.ring === undefined
      ? Array.from(
          { length: 720 },
          (_, i) => [of.radiusM * Math.cos((Math.PI * i) / 360), of.radiusM * Math.sin((Math.PI * i) / 360)] as const,
        )
      : Array.from({ length: of.ring.length / 2 }, (_, i) => [of.ring![2 * i]!, of.ring![2 * i + 1]!] as const)
  corners.forEach(([e, n], i) => {
    const [nextE, nextN] = corners[(i + 1) % corners.length]!
    for (let k = 0; k <= 200; k++) best = Math.min(best, Math.hypot(e + ((nextE - e) * k) / 200 - eM, n + ((nextN - n) * k) / 200 - nM))
  })
  return best
}

test('distance and inside agree with slow twins', () => {
  fc.assert(
    fc.property(shape, coordinate, coordinate, (of, eM, nM) => {
      const slow = slowDistance(of, eM, nM)
      if (slow > 15 || slow === 0)
        assert.ok(Math.abs(planDistanceM(of, eM, nM) - slow) < 12, `${planDistanceM(of, eM, nM)} against ${slow}`)
      if (slow > 1) assert.equal(insidePlan(of, eM, nM), false)
    }),
    { numRuns: 150 },
  )
})

test('time to a zone agrees with a slow walk along the path', () => {
  const stepS = 0.25
  fc.assert(
    fc.property(shape, coordinate, coordinate, speed, speed, (of, eM, nM, veMps, vnMps) => {
      let slowS: number | undefined
      let stays = 0
      for (let i = 0; i * stepS <= 120; i++) {
        const inside = slowInside(of, eM + i * stepS * veMps, nM + i * stepS * vnMps)
        if (inside) slowS ??= i * stepS
        if (slowS !== undefined) {
          if (!inside) break
          stays++
        }
      }
      const crossing = zoneCrossing(of, { ...still, eM, nM, veMps, vnMps }, 120)
      // A graze shorter than two steps, or at the very end, may fall between the steps of the walk.
      if (slowS === undefined)
        assert.ok(
          crossing === undefined ||
            crossing.timeS > 120 - stepS ||
            grazes(of, eM + (crossing.timeS + 2 * stepS) * veMps, nM + (crossing.timeS + 2 * stepS) * vnMps),
        )
      else if (stays > 2)
        assert.ok(
          crossing !== undefined &&
            crossing.timeS <= slowS + 1e-6 &&
            (crossing.timeS >= slowS - stepS - 1e-6 ||
              grazes(of, eM + (crossing.timeS + 2 * stepS) * veMps, nM + (crossing.timeS + 2 * stepS) * vnMps)),
          `${crossing?.timeS} against ${slowS}`,
        )
    }),
    { numRuns: 300 },
  )
})

function grazes(of: VolumeShape, eM: number, nM: number): boolean {
  return !slowInside(of, eM, nM)
}
