import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Room, dice, radarScan, scansBetween, sensor, straight } from '../../test/sky.ts'
import type { Flight } from '../../test/sky.ts'
import type { TrackEstimate } from '../model/track.ts'
import { fuseCells, newRegion } from './regional.ts'
import type { CellTracks, RegionalState, RegionalTrack } from './regional.ts'

const FLAT = [1, 0, 0, 0, 1, 0, 0, 0, 1]
/** The eastern cell's frame stands 8 km east and is turned by 90 degrees: its east is the region's north. */
const TURNED = [0, -1, 0, 1, 0, 0, 0, 0, 1]
const EAST = 8000
const inEast =
  (f: Flight): Flight =>
  (t) => {
    const at = f(t)
    return at === undefined ? undefined : [at[1], -(at[0] - EAST), at[2], at[4], -at[3], at[5]]
  }

/** Two cells with a radar each, whose ranges overlap between 3 and 5 km east. */
function watch(
  flights: readonly Flight[],
  toS: number,
  see: (t: number, tracks: RegionalTrack[], region: RegionalState) => void,
  seed = 3,
): void {
  const west = new Room([sensor('W', 'radar', 0, 0, 20, { maxRangeM: 5000, clutterPerScan: 0.2 })])
  const east = new Room([sensor('E', 'radar', 0, 0, 20, { maxRangeM: 5000, clutterPerScan: 0.2 })])
  const luck = dice(seed)
  const region = newRegion()
  const turned = flights.map(inEast)
  for (let t = 0; t < toS; t++) {
    west.run(t, t + 1, (from, to) =>
      scansBetween(from, to, 1, 0.1).flatMap((s) => radarScan([...west.state.sensors][0]!.sensor, s, flights, luck)),
    )
    east.run(t, t + 1, (from, to) =>
      scansBetween(from, to, 1, 0.6).flatMap((s) => radarScan([...east.state.sensors][0]!.sensor, s, turned, luck)),
    )
    const fresh = (room: Room) => [...room.live.values()].filter((x) => x.existence > 0.5 && x.updatedMs > (t - 3) * 1000)
    const cells: CellTracks[] = [
      { cell: 'west', rotation: FLAT, offsetM: [0, 0, 0], tracks: fresh(west) },
      { cell: 'east', rotation: TURNED, offsetM: [EAST, 0, 0], tracks: fresh(east) },
    ]
    see(t + 1, fuseCells(region, cells, (t + 1) * 1000), region)
  }
}

test('an object handed over from cell to cell is one regional track with one identifier, where it is', () => {
  const flight = straight(1500, 600, 120, 40, 0)
  const ids = new Set<string>()
  let both = 0
  let worst = 0
  watch([flight], 125, (t, tracks) => {
    const at = flight(t)!
    const near = tracks.filter((x) => Math.hypot(x.state[0]! - at[0], x.state[1]! - at[1]) < 500)
    if (t > 6 && t < 120) assert.equal(near.length, 1, `at ${t} s`)
    for (const x of near) {
      ids.add(x.id)
      if (x.parts.length === 2) both++
      if (t > 10 && t < 120) worst = Math.max(worst, Math.hypot(x.state[0]! - at[0], x.state[1]! - at[1]))
    }
  })
  assert.equal(ids.size, 1, [...ids].join())
  assert.ok(both > 30, `${both} s seen by both cells`)
  assert.ok(worst < 250, `${worst} m`)
})

test('two objects in the overlap stay two', () => {
  const pair = [straight(3200, 500, 120, 12, 0), straight(3200, 1000, 120, 12, 0)]
  watch(pair, 90, (t, tracks) => {
    if (t < 15) return
    for (const f of pair)
      assert.ok(
        tracks.some((x) => Math.hypot(x.state[0]! - f(t)![0], x.state[1]! - f(t)![1]) < 200),
        `at ${t} s`,
      )
  })
})

function estimate(e: number, n: number, ee: number, nn: number, atMs = 0): TrackEstimate {
  return {
    id: 'T1' as never,
    atMs,
    updatedMs: atMs,
    bodySeenMs: atMs,
    claimSeenMs: undefined,
    bornMs: 0,
    updateIntervalS: 1,
    state: [e, n, 100, 0, 0, 0],
    covariance: [ee, 0, 0, nn, 0, 100],
    speedSigmaMps: 1,
    heightKnown: true,
    existence: 0.9,
    contributors: [],
    claims: [],
    classes: [],
    onGround: false,
  }
}

test('the same word from two cells is no surer than from one; words that complement each other are', () => {
  const cell = (name: string, track: TrackEstimate): CellTracks => ({ cell: name, rotation: FLAT, offsetM: [0, 0, 0], tracks: [track] })
  const [same] = fuseCells(newRegion(), [cell('a', estimate(0, 0, 400, 400)), cell('b', estimate(0, 0, 400, 400))], 0)
  assert.ok(Math.abs(same!.covariance[0]! - 400) < 1e-3 && same!.parts.length === 2 && same!.existence === 0.9)
  const [crossed] = fuseCells(newRegion(), [cell('a', estimate(10, 0, 100, 10000)), cell('b', estimate(0, 10, 10000, 100))], 0)
  assert.ok(crossed!.covariance[0]! < 250 && crossed!.covariance[3]! < 250, JSON.stringify(crossed))
  assert.ok(Math.abs(crossed!.state[0]! - 10) < 1 && Math.abs(crossed!.state[1]! - 10) < 1)
})
