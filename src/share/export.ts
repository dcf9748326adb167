import type { AlertView, TrackView, View } from '../model/api.ts'
import type { Released } from './release.ts'

/**
 * Writes tracks and alerts as a file, piece by piece as the record gives them. It takes nothing that was not released.
 *
 * begin  the file's head
 * put    a track or alert as it now is; other kinds give nothing
 * drop   a track that is no longer kept: what is known of it can be written
 * end    what is still held, and the file's foot
 */
export interface Exporter {
  begin(): string
  put(released: Released<View>, atMs: number): string
  drop(kind: 'track' | 'alert', id: string): string
  end(): string
}

/** One position of a track, in the order in which they were said. */
export type TrackPoint = {
  readonly atMs: number
  readonly latDeg: number
  readonly lonDeg: number
  readonly altHaeM: number | null
  readonly altAmslM: number | null
  readonly speedMps: number
  readonly courseDeg: number
}
export type TrackHistory = { last: TrackView; readonly points: TrackPoint[] }

/** An alert with its states in their order, and where its track was when it was first seen; null: it has no track here. */
export type AlertHistory = {
  last: AlertView
  readonly states: { readonly atMs: number; readonly state: AlertView['state'] }[]
  readonly place: TrackPoint | null
}

/** What formats hold that write a track or an alert as one thing. */
export type Histories = { readonly tracks: Map<string, TrackHistory>; readonly alerts: Map<string, AlertHistory> }

export function newHistories(): Histories {
  return { tracks: new Map(), alerts: new Map() }
}

export function remember({ tracks, alerts }: Histories, released: Released<View>, atMs: number): void {
  if (released.kind === 'track') rememberTrack(tracks, released.view)
  else if (released.kind === 'alert') rememberAlert(alerts, tracks, released.view, atMs)
}

/** A put that moves nothing (a new assessment, a mark that it is stale) changes what is last known and adds no point. */
function rememberTrack(tracks: Map<string, TrackHistory>, view: TrackView): void {
  const { atMs, latDeg, lonDeg, altHaeM, altAmslM, speedMps, courseDeg } = view
  const point: TrackPoint = { atMs, latDeg, lonDeg, altHaeM, altAmslM, speedMps, courseDeg }
  const known = tracks.get(view.id)
  if (known === undefined) {
    tracks.set(view.id, { last: view, points: [point] })
    return
  }
  known.last = view
  if ((known.points.at(-1)?.atMs ?? -1) < atMs) known.points.push(point)
}

function rememberAlert(alerts: Map<string, AlertHistory>, tracks: ReadonlyMap<string, TrackHistory>, view: AlertView, atMs: number): void {
  const known = alerts.get(view.id)
  if (known === undefined) {
    const place = view.track === null ? undefined : tracks.get(view.track)?.points.at(-1)
    alerts.set(view.id, { last: view, states: [{ atMs, state: view.state }], place: place ?? null })
    return
  }
  known.last = view
  if (known.states.at(-1)?.state !== view.state) known.states.push({ atMs, state: view.state })
}

/** UTC, ISO 8601. */
export function isoTime(atMs: number): string {
  return new Date(atMs).toISOString()
}
