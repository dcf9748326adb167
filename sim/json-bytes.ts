import type { IngestRequest, JsonDetection } from '../src/model/api.ts'
import { utcFields } from '../src/wire/utc.ts'
import type { SensorReport } from './sensor-report.ts'

/** The JSON door's document of one node's scan. An empty list says "I am here and see nothing". */
export function jsonBytes(node: string, reports: readonly SensorReport[]): Uint8Array {
  const request: IngestRequest = { node, simulated: true, detections: reports.map(jsonDetection) }
  return new TextEncoder().encode(JSON.stringify(request))
}

function jsonDetection(report: SensorReport): JsonDetection {
  return {
    time: isoTime(report.measuredMs),
    ...jsonWhere(report.where),
    ...(report.localTrack === undefined ? {} : { localTrack: report.localTrack }),
    ...(report.classes.length === 0 ? {} : { classes: [...report.classes] }),
    ...(report.rcsM2 === undefined ? {} : { rcsM2: report.rcsM2 }),
    ...(report.remoteId === undefined ? {} : { remoteId: report.remoteId }),
  }
}

function jsonWhere(where: SensorReport['where']): Pick<JsonDetection, 'position' | 'polar' | 'bearing' | 'velocity'> {
  switch (where.form) {
    case 'polar': {
      const { rangeM, azimuthDeg, elevationDeg, rangeSigmaM, azimuthSigmaDeg, elevationSigmaDeg } = where
      const elevation = elevationDeg === elevationDeg ? { elevationDeg, elevationSigmaDeg } : {}
      return { polar: { rangeM, azimuthDeg, rangeSigmaM, azimuthSigmaDeg, ...elevation } }
    }
    case 'bearing':
      return { bearing: { azimuthDeg: where.azimuthDeg, azimuthSigmaDeg: where.azimuthSigmaDeg } }
    case 'position': {
      const { latDeg, lonDeg, altHaeM, sigmaM, sigmaUpM, eastMps, northMps, upMps, velocitySigmaMps } = where
      return { position: { latDeg, lonDeg, altHaeM, sigmaM, sigmaUpM }, velocity: { eastMps, northMps, upMps, sigmaMps: velocitySigmaMps } }
    }
  }
}

/** `2022-11-26T18:50:00.250Z` of UTC milliseconds. */
export function isoTime(atMs: number): string {
  const { year, month, day, hour, minute, second, millisecond } = utcFields(Math.floor(atMs))
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}.${String(millisecond).padStart(3, '0')}Z`
}
