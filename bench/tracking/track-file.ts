/** One scenario in a process of its own, so that its speed is that of a cold start: `node track-file.ts DIR TRACKS.csv`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDetections, readSensors, runScenario, tracksCsv } from '../../src/app/track-scenario.ts'

const [, , dir = '', out = ''] = process.argv
const run = runScenario(readSensors(join(dir, 'sensors.csv')), readDetections(join(dir, 'detections.csv')))
writeFileSync(out, tracksCsv(run))
process.stdout.write(
  JSON.stringify({ detections: run.detections, cpuS: run.cpuS, longestMs: run.longestMs, memoryMb: process.memoryUsage().rss / 1e6 }),
)
