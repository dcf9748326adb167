import { isXmlText, contentText } from '../wire/cot/write-xml.ts'
import { isoTime, newHistories, remember } from './export.ts'
import type { AlertHistory, Exporter, TrackHistory, TrackPoint } from './export.ts'

/**
 * KML 2.2 (OGC 07-147r2) with Google's `gx:Track`, so that a viewer's time slider moves the objects. KML's heights are above the sea; a track
 * that lacked height at any time lies on the ground.
 */
export function createKmlExporter(): Exporter {
  const histories = newHistories()
  return {
    begin: () =>
      '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">\n<Document><name>Marsad</name>\n',
    put: (released, atMs) => {
      remember(histories, released, atMs)
      return ''
    },
    drop: (kind, id) => {
      const { tracks, alerts } = histories
      const track = kind === 'track' ? tracks.get(id) : undefined
      const alert = kind === 'alert' ? alerts.get(id) : undefined
      ;(kind === 'track' ? tracks : alerts).delete(id)
      return track === undefined ? (alert === undefined ? '' : alertPlacemark(alert)) : trackPlacemark(track)
    },
    end: () => {
      let out = ''
      for (const track of histories.tracks.values()) out += trackPlacemark(track)
      for (const alert of histories.alerts.values()) out += alertPlacemark(alert)
      return `${out}</Document>\n</kml>\n`
    },
  }
}

function trackPlacemark({ last, points }: TrackHistory): string {
  const high = points.every((point) => point.altAmslM !== null)
  const whens = points.map(({ atMs }) => `<when>${isoTime(atMs)}</when>`).join('')
  const coords = points.map((point) => `<gx:coord>${place(point, high, ' ')}</gx:coord>`).join('')
  const data = {
    kind: 'track',
    id: last.id,
    identity: last.identity,
    priority: last.priority,
    callsign: last.callsign,
    class: last.classes[0]?.class ?? null,
  }
  return `<Placemark><name>${text(last.callsign ?? last.id)}</name>${extended(data)}<gx:Track><altitudeMode>${mode(high)}</altitudeMode>${whens}${coords}</gx:Track></Placemark>\n`
}

function alertPlacemark({ last, states, place: at }: AlertHistory): string {
  const high = at !== null && at.altAmslM !== null
  const point =
    at === null ? '' : `<Point><altitudeMode>${mode(high)}</altitudeMode><coordinates>${place(at, high, ',')}</coordinates></Point>`
  const data = {
    kind: 'alert',
    id: last.id,
    alertKind: last.kind,
    state: last.state,
    priority: last.priority,
    track: last.track,
    zone: last.zone,
    states: states.map(({ atMs, state }) => `${isoTime(atMs)} ${state}`).join('; '),
  }
  return `<Placemark><name>${text(last.id)}</name><TimeStamp><when>${isoTime(last.raisedMs)}</when></TimeStamp>${extended(data)}${point}</Placemark>\n`
}

const mode = (high: boolean): string => (high ? 'absolute' : 'clampToGround')

function place({ lonDeg, latDeg, altAmslM }: TrackPoint, high: boolean, separator: string): string {
  return [lonDeg, latDeg, high ? (altAmslM ?? 0) : 0].join(separator)
}

function extended(data: Readonly<Record<string, string | number | null>>): string {
  const rows = Object.entries(data).filter(([, value]) => value !== null)
  return `<ExtendedData>${rows.map(([name, value]) => `<Data name="${name}"><value>${text(String(value))}</value></Data>`).join('')}</ExtendedData>`
}

/** Callsigns come from strangers' transmitters: a character that XML cannot hold becomes the replacement character. */
function text(value: string): string {
  return contentText(isXmlText(value) ? value : Array.from(value, (each) => (isXmlText(each) ? each : '\ufffd')).join(''))
}
