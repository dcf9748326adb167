import type { Command } from 'commander'

type TrackFlags = { sensors: string; output?: string; json?: boolean }

/** `marsad track DETECTIONS.csv --sensors SENSORS.csv [-o TRACKS.csv]`: the tracker alone. */
export function registerTrack(program: Command): void {
  program
    .command('track')
    .description('the tracker alone: detections of a scenario in, tracks at each whole second out (formats: bench/tracking/README.md)')
    .argument('<detections>', 'detections in order of time: time,sensor,type,m1,m2,m3,s1,s2,s3,tag')
    .requiredOption('--sensors <file>', 'the sensors: sensor,type,x,y,z,period,phase,max_range,pd,clutter_mean,…')
    .option('-o, --output <file>', 'where the tracks go; standard output if not given')
    .option('--json', 'prints figures of the run as one JSON object (on standard error, if the tracks go to standard output)')
    .action(async (path: string, flags: TrackFlags) => {
      const { writeFileSync } = await import('node:fs')
      const { readDetections, readSensors, runScenario, tracksCsv } = await import('../track-scenario.ts')
      const sensors = readSensors(flags.sensors)
      const detections = readDetections(path)
      const run = runScenario(sensors, detections)
      const csv = tracksCsv(run)
      if (flags.output === undefined) process.stdout.write(csv)
      else writeFileSync(flags.output, csv)
      const figures = {
        detections: run.detections,
        cpuS: run.cpuS,
        detectionsPerCpuS: run.detections / run.cpuS,
        longestMs: run.longestMs,
        rows: run.rows.reduce((sum, row) => sum + row.estimates.length, 0),
      }
      if (flags.json === true) (flags.output === undefined ? process.stderr : process.stdout).write(`${JSON.stringify(figures)}\n`)
    })
}
