/**
 * Step 7: the whole tracker and its scorer.
 *
 * The benchmark's generator makes a scenario (four radars, two direction finders, Remote ID), `marsad track` tracks it, and the scorer says how far
 * off the picture is: GOSPA, SIAP, identity. The same from a shell:
 *
 *   node bench/tracking/generate.mjs --n 40 --seed 7 --duration 60 --radius 3000 --out DIR
 *   npx marsad track DIR/detections.csv --sensors DIR/sensors.csv -o DIR/tracks.csv
 *   node bench/tracking/score.mjs DIR/truth.csv DIR/tracks.csv
 *
 *   node docs/tracking/07-the-whole-tracker.ts
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { figure, INK } from '../../bench/tracking/chart.ts'
import type { Point } from '../../bench/tracking/chart.ts'
import { consistencyOf } from '../../bench/tracking/consistency.ts'
import { score } from '../../bench/tracking/score.mjs'
import { readDetections, readSensors, runScenario, tracksCsv } from '../../src/app/track-scenario.ts'
import { show } from './show.ts'

/** Paths on the map, by the column that names the object. */
function paths(csv: string, idColumn: string): Point[][] {
  const lines = csv.trim().split('\n')
  const head = lines[0]!.split(',')
  const [id, x, y] = [idColumn, 'x', 'y'].map((name) => head.indexOf(name)) as [number, number, number]
  const out = new Map<string, Point[]>()
  for (const line of lines.slice(1)) {
    const cells = line.split(',')
    out.set(cells[id]!, [...(out.get(cells[id]!) ?? []), [Number(cells[x]), Number(cells[y])]])
  }
  return [...out.values()]
}

const folder = mkdtempSync(join(tmpdir(), 'marsad-tutorial-'))
try {
  execFileSync(process.execPath, [
    resolve(import.meta.dirname, '../../bench/tracking/generate.mjs'),
    '--n',
    '40',
    '--seed',
    '7',
    '--duration',
    '60',
    '--radius',
    '3000',
    '--out',
    folder,
  ])
  const file = (name: string): string => join(folder, name)
  const sensors = readSensors(file('sensors.csv'))
  const run = runScenario(sensors, readDetections(file('detections.csv')))
  const csv = tracksCsv(run)
  writeFileSync(file('tracks.csv'), csv)
  const { result, per } = score(file('truth.csv'), file('tracks.csv'))
  const { neesPerDimension } = consistencyOf(file('truth.csv'), file('tracks.csv'))

  // The same without its bearings and Remote ID: what the other sensors add.
  const radarFile = file('radars.csv')
  writeFileSync(radarFile, readFileSync(file('detections.csv'), 'utf8').replace(/^[^,\n]*,[^,\n]*,(?:rf|rid),.*\n/gm, ''))
  writeFileSync(
    file('radar-tracks.csv'),
    tracksCsv(
      runScenario(
        sensors.filter((s) => s.kind === 'radar'),
        readDetections(radarFile),
      ),
    ),
  )
  const radars = score(file('truth.csv'), file('radar-tracks.csv')).result

  const line = (name: string, colour: string, value: (s: (typeof per)[number]) => number) => ({
    name,
    colour,
    points: per.map((s) => [s.t, value(s)] as const),
  })
  show(
    '07-the-whole-tracker',
    {
      detections: run.detections,
      'GOSPA rms m': result.gospa.rms,
      'of it localisation m': result.gospa.localisation,
      'of it missed m': result.gospa.missed,
      'of it false m': result.gospa.false,
      'GOSPA rms m, radars only': radars.gospa.rms,
      'SIAP completeness': result.siap.completeness,
      'SIAP spuriousness': result.siap.spuriousness,
      'identity switches': result.identity.id_switches,
      'NEES per dimension': neesPerDimension,
    },
    figure('7. The whole tracker: 40 objects, seven sensors', [
      {
        label: 'm east and north: truth (grey) and tracks',
        xLabel: '',
        equal: true,
        heightPx: 430,
        series: [
          ...paths(readFileSync(file('truth.csv'), 'utf8'), 'target').map((points) => ({ name: '', points, colour: '#ccc', size: 5 })),
          ...paths(csv, 'track_id').map((points) => ({ name: '', points, size: 1.3 })),
        ],
      },
      {
        label: 'GOSPA and its parts, m (p = 2, c = 100 m)',
        xLabel: 's',
        heightPx: 190,
        series: [
          line('GOSPA', INK.blue, (s) => s.gospa),
          line('localisation', INK.green, (s) => Math.sqrt(s.loc)),
          line('missed', INK.red, (s) => Math.sqrt(s.miss)),
          line('false', INK.ochre, (s) => Math.sqrt(s.fals)),
        ],
      },
      {
        label: 'objects',
        xLabel: 's',
        heightPx: 120,
        series: [line('truth', INK.slate, (s) => s.truths), line('tracks', INK.blue, (s) => s.tracks)],
      },
    ]),
  )
} finally {
  rmSync(folder, { recursive: true })
}
