import { isoTime, newHistories, remember } from './export.ts'
import type { AlertHistory, Exporter, TrackHistory } from './export.ts'

/**
 * GeoJSON (RFC 7946): a feature a track, its positions as LineString or, where there is one, Point; a feature an alert,
 * at its track's place when it was raised. Heights are above the ellipsoid, as the RFC has it; a track that lacked height
 * at any time is flat and has its heights in `coordinateProperties` alone.
 */
export function createGeojsonExporter(): Exporter {
  const histories = newHistories()
  let written = 0
  const feature = (value: object): string => `${written++ === 0 ? '' : ','}\n${JSON.stringify(value)}`
  return {
    begin: () => '{"type":"FeatureCollection","features":[',
    put: (released, atMs) => {
      remember(histories, released, atMs)
      return ''
    },
    drop: (kind, id) => {
      if (kind === 'alert') return takeAnd(histories.alerts, id, (alert) => feature(alertFeature(alert)))
      return takeAnd(histories.tracks, id, (track) => feature(trackFeature(track)))
    },
    end: () => {
      let out = ''
      for (const track of histories.tracks.values()) out += feature(trackFeature(track))
      for (const alert of histories.alerts.values()) out += feature(alertFeature(alert))
      return `${out}\n]}\n`
    },
  }
}

function takeAnd<T>(from: Map<string, T>, id: string, write: (value: T) => string): string {
  const value = from.get(id)
  if (value === undefined) return ''
  from.delete(id)
  return write(value)
}

function trackFeature({ last, points }: TrackHistory): object {
  const high = points.every((point) => point.altHaeM !== null)
  const coordinates = points.map(({ lonDeg, latDeg, altHaeM }) => (high ? [lonDeg, latDeg, altHaeM] : [lonDeg, latDeg]))
  const { id, atMs: _atMs, latDeg: _latDeg, lonDeg: _lonDeg, ...rest } = last
  return {
    type: 'Feature',
    id,
    geometry: coordinates.length === 1 ? { type: 'Point', coordinates: coordinates[0] } : { type: 'LineString', coordinates },
    properties: {
      kind: 'track',
      id,
      from: isoTime(points[0]?.atMs ?? last.atMs),
      to: isoTime(points.at(-1)?.atMs ?? last.atMs),
      ...rest,
      coordinateProperties: {
        times: points.map((point) => isoTime(point.atMs)),
        altHaeM: points.map((point) => point.altHaeM),
        speedMps: points.map((point) => point.speedMps),
        courseDeg: points.map((point) => point.courseDeg),
      },
    },
  }
}

function alertFeature({ last, states, place }: AlertHistory): object {
  return {
    type: 'Feature',
    id: last.id,
    geometry:
      place === null
        ? null
        : {
            type: 'Point',
            coordinates: place.altHaeM === null ? [place.lonDeg, place.latDeg] : [place.lonDeg, place.latDeg, place.altHaeM],
          },
    properties: {
      ...last,
      kind: 'alert',
      alertKind: last.kind,
      raised: isoTime(last.raisedMs),
      states: states.map(({ atMs, state }) => ({ at: isoTime(atMs), state })),
    },
  }
}
