import type { AlertView, TrackView } from '../model/api.ts'
import { isoTime } from './export.ts'
import type { Exporter } from './export.ts'

/**
 * CSV (RFC 4180) in UTF-8: a row for each position of a track and each state of an alert, in the order of the record.
 * An empty cell is not known or does not apply. A text that a spreadsheet would take for a formula has an apostrophe in
 * front: callsigns come from strangers' transmitters.
 */
export const CSV_COLUMNS = [
  'kind',
  'id',
  'time',
  'lat_deg',
  'lon_deg',
  'alt_hae_m',
  'alt_amsl_m',
  'speed_mps',
  'course_deg',
  'climb_mps',
  'sigma_major_m',
  'sigma_minor_m',
  'sigma_bearing_deg',
  'identity',
  'priority',
  'class',
  'class_probability',
  'callsign',
  'stale',
  'on_ground',
  'alert_kind',
  'alert_state',
  'alert_track',
  'zone',
  'sites',
  'time_to_zone_s',
  'distance_m',
  'acknowledged_by',
] as const
type Row = { readonly [K in (typeof CSV_COLUMNS)[number]]?: string | number | boolean | null }

export function createCsvExporter(): Exporter {
  const lastPointMs = new Map<string, number>()
  const lastState = new Map<string, string>()
  return {
    begin: () => `${CSV_COLUMNS.join(',')}\r\n`,
    put: (released, atMs) => {
      if (released.kind === 'track') {
        const { view } = released
        if ((lastPointMs.get(view.id) ?? -1) >= view.atMs) return ''
        lastPointMs.set(view.id, view.atMs)
        return line(trackRow(view))
      }
      if (released.kind !== 'alert') return ''
      const { view } = released
      if (lastState.get(view.id) === view.state) return ''
      lastState.set(view.id, view.state)
      return line(alertRow(view, atMs))
    },
    drop: (kind, id) => {
      ;(kind === 'track' ? lastPointMs : lastState).delete(id)
      return ''
    },
    end: () => '',
  }
}

function trackRow(view: TrackView): Row {
  const likeliest = view.classes.reduce<TrackView['classes'][number] | undefined>(
    (best, each) => (best === undefined || each.probability > best.probability ? each : best),
    undefined,
  )
  return {
    kind: 'track',
    id: view.id,
    time: isoTime(view.atMs),
    lat_deg: view.latDeg,
    lon_deg: view.lonDeg,
    alt_hae_m: view.altHaeM,
    alt_amsl_m: view.altAmslM,
    speed_mps: view.speedMps,
    course_deg: view.courseDeg,
    climb_mps: view.climbMps,
    sigma_major_m: view.ellipse.majorM,
    sigma_minor_m: view.ellipse.minorM,
    sigma_bearing_deg: view.ellipse.bearingDeg,
    identity: view.identity,
    priority: view.priority,
    class: likeliest?.class ?? null,
    class_probability: likeliest?.probability ?? null,
    callsign: view.callsign,
    stale: view.stale,
    on_ground: view.onGround,
  }
}

function alertRow(view: AlertView, atMs: number): Row {
  return {
    kind: 'alert',
    id: view.id,
    time: isoTime(atMs),
    priority: view.priority,
    alert_kind: view.kind,
    alert_state: view.state,
    alert_track: view.track,
    zone: view.zone,
    sites: view.sites.join(' '),
    time_to_zone_s: view.timeToZoneS,
    distance_m: view.distanceM,
    acknowledged_by: view.acknowledgedBy,
  }
}

function line(row: Row): string {
  return `${CSV_COLUMNS.map((column) => cell(row[column] ?? null)).join(',')}\r\n`
}

function cell(value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
