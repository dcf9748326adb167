/**
 * Step 6: bearings and claims, with the whole tracker.
 *
 * Two direction finders hear three drones: their lines cross in nine places, six of which are ghosts. A radar then tells which are real. And a
 * Remote ID is a claim: when it starts to say that its drone flies elsewhere, the radar still sees the body, and physics comes first.
 *
 *   node docs/tracking/06-bearings-and-claims.ts
 */
import { figure, INK } from '../../bench/tracking/chart.ts'
import type { Point, Series } from '../../bench/tracking/chart.ts'
import type { Detection } from '../../src/model/detection.ts'
import { estimatesAt } from '../../src/track/estimate.ts'
import { bearingScan, dice, ownReport, radarScan, Room, scansBetween, sensor, straight } from '../../test/sky.ts'
import type { Flight } from '../../test/sky.ts'
import { mean } from './flights.ts'
import { show } from './show.ts'

const finders = [
  sensor('finder-west', 'rf', -2500, 0, 10, { clutterPerScan: 0.2, maxRangeM: 8000 }),
  sensor('finder-east', 'rf', 2500, 0, 10, { clutterPerScan: 0.2, maxRangeM: 8000 }),
]
const radar = sensor('radar', 'radar', 0, -1500, 15, { clutterPerScan: 3, maxRangeM: 9000 })
const drones: readonly Flight[] = [straight(-900, 2000, 120, 8, 3), straight(300, 3000, 90, -6, 2), straight(1200, 1600, 150, 3, 9)]
const SECONDS = 60
const RADAR_FROM_S = 40

type Tally = { readonly shown: Point[]; readonly ghosts: Point[]; readonly paths: Map<string, Point[]> }

/** Counts shown tracks and those that are at none of the flights, each second. */
function watch(room: Room, flights: readonly Flight[], toS: number, feed: (fromS: number, toS: number) => Detection[]): Tally {
  const tally: Tally = { shown: [], ghosts: [], paths: new Map() }
  room.run(0, toS, feed, (timeS, { state }) => {
    if (timeS !== Math.round(timeS)) return
    const estimates = estimatesAt(state, timeS * 1000, 0.5)
    const near = (e: number, n: number): boolean => flights.some((flight) => Math.hypot(flight(timeS)![0] - e, flight(timeS)![1] - n) < 250)
    tally.shown.push([timeS, estimates.length])
    tally.ghosts.push([timeS, estimates.filter((x) => !near(x.state[0], x.state[1])).length])
    for (const x of estimates) tally.paths.set(x.id, [...(tally.paths.get(x.id) ?? []), [x.state[0], x.state[1]]])
  })
  return tally
}

// Directions alone for 40 s, then the radar too.
const luck = dice(6)
const lines: Series[] = []
const bearings = watch(new Room([...finders, radar]), drones, SECONDS, (from, to) => {
  const heard = finders.flatMap((finder, i) =>
    scansBetween(from, to, 1, 0.2 + 0.3 * i).flatMap((t) => bearingScan(finder, t, drones, luck)),
  )
  if (from >= 20 && from < 21)
    for (const d of heard)
      if (d.measurement.kind === 'bearing')
        lines.push({
          name: '',
          colour: '#d9a8a8',
          size: 0.8,
          points: [
            [d.node === 'finder-west' ? -2500 : 2500, 0],
            [
              (d.node === 'finder-west' ? -2500 : 2500) + 6000 * Math.sin(d.measurement.azimuthRad),
              6000 * Math.cos(d.measurement.azimuthRad),
            ],
          ],
        })
  return [...heard, ...(from < RADAR_FROM_S ? [] : scansBetween(from, to, 1, 0.1).flatMap((t) => radarScan(radar, t, drones, luck)))]
})

// One drone with radar and Remote ID; from 30 s on the Remote ID flies away from it at 20 m/s.
const body = straight(-600, 2000, 100, 10, 0)
const claimed: Flight = (t) => {
  const at = body(t)!
  return t < 30 ? at : [at[0], at[1] + 20 * (t - 30), at[2], at[3], 20, 0]
}
const reader = sensor('remote-id', 'remote-id', 0, 0, 0, { clutterPerScan: 0, maxRangeM: 1e6 })
const room = new Room([radar, reader])
let held = ''
const distances: { body: Point[]; claim: Point[] } = { body: [], claim: [] }
room.run(
  0,
  70,
  (from, to) => [
    ...scansBetween(from, to, 1, 0.1).flatMap((t) => radarScan(radar, t, [body], luck)),
    ...scansBetween(from, to, 1, 0.6).flatMap((t) => ownReport('remote-id', t, claimed, 'rid:liar', luck)),
  ],
  (timeS, { state }) => {
    if (timeS !== Math.round(timeS)) return
    const estimates = estimatesAt(state, timeS * 1000, 0.5)
    const of = (place: readonly number[]) =>
      estimates.map((x) => ({ id: x.id, d: Math.hypot(x.state[0] - place[0]!, x.state[1] - place[1]!) })).toSorted((a, b) => a.d - b.d)[0]
    if (timeS === 25) held = of(body(timeS)!)?.id ?? ''
    const own = estimates.find((x) => x.id === held)
    if (own === undefined) return
    distances.body.push([timeS, Math.hypot(own.state[0] - body(timeS)![0], own.state[1] - body(timeS)![1])])
    distances.claim.push([timeS, Math.hypot(own.state[0] - claimed(timeS)![0], own.state[1] - claimed(timeS)![1])])
  },
)
const atEnd = [...room.live.values()].find((x) => x.claims.some((claim) => claim === 'rid:liar'))

const between = (points: readonly Point[], from: number, to: number): number[] =>
  points.filter(([t]) => t > from && t <= to).map((p) => p[1])
show(
  '06-bearings-and-claims',
  {
    'crossings of the lines': 9,
    'directions alone: tracks shown, mean': mean(between(bearings.shown, 15, RADAR_FROM_S)),
    'directions alone: ghosts among them, mean': mean(between(bearings.ghosts, 15, RADAR_FROM_S)),
    'with radar: tracks shown, mean': mean(between(bearings.shown, 50, SECONDS)),
    'with radar: ghosts among them, mean': mean(between(bearings.ghosts, 50, SECONDS)),
    'false claim: the track from its body at the end m': distances.body.at(-1)?.[1] ?? NaN,
    'false claim: the track from the claim at the end m': distances.claim.at(-1)?.[1] ?? NaN,
    'false claim: what it claims has been seen by a sensor (1 yes, 0 no)': atEnd?.bodySeenMs === undefined || atEnd.id === held ? 0 : 1,
  },
  figure('6. Bearings and claims', [
    {
      label: 'm east and north: lines of one second (pink), truth (grey), tracks',
      xLabel: '',
      equal: true,
      heightPx: 340,
      x: [-2600, 2600],
      y: [0, 4000],
      series: [
        ...lines,
        ...drones.map((flight) => ({
          name: '',
          colour: INK.grey,
          size: 6,
          points: Array.from({ length: SECONDS + 1 }, (_, t) => [flight(t)![0], flight(t)![1]] as const),
        })),
        ...[...bearings.paths.values()].map((points, i) => ({
          name: '',
          points,
          size: 1.4,
          colour: [INK.red, INK.blue, INK.green, INK.violet, INK.ochre, INK.slate][i % 6]!,
        })),
      ],
    },
    {
      label: 'tracks shown; the radar joins at 40 s',
      xLabel: 's',
      heightPx: 130,
      series: [
        { name: 'shown', points: bearings.shown, colour: INK.blue },
        { name: 'of them ghosts', points: bearings.ghosts, colour: INK.red },
        {
          name: 'drones',
          points: [
            [0, 3],
            [SECONDS, 3],
          ],
          colour: INK.grey,
          as: 'dashes',
        },
      ],
    },
    {
      label: 'distance of the track from its body and from what the claim says, m',
      xLabel: 's',
      heightPx: 150,
      series: [
        { name: 'from the body', points: distances.body, colour: INK.blue },
        { name: 'from the claim', points: distances.claim, colour: INK.red },
      ],
    },
  ]),
)
