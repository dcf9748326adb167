import type { Detection } from '../model/detection.ts'
import type { ClaimKey } from '../model/ids.ts'
import { isAnothers } from './kept-apart.ts'
import { localKey } from './measure.ts'
import type { Scan } from './scans.ts'
import type { TrackerState } from './state.ts'
import type { Bindings } from './gate.ts'
import type { Workspace } from './workspace.ts'

/**
 * Who a track says it is. Claims and other systems' track numbers help the association, but a claim that lies outside its track's
 * gate is let go: the track stays with the body.
 */

/** `rid` of `rid:abc`: one object has one claim of a kind. */
function kindOf(claim: ClaimKey): string {
  const colon = claim.indexOf(':')
  return colon < 0 ? '' : claim.slice(0, colon)
}

const hints: { array: Int32Array } = { array: new Int32Array(256) }
const takenRows: { array: Uint8Array } = { array: new Uint8Array(256) }
const NOTHING = new Uint8Array(0)

/** Looks up the rows to which the scan's claims and local track numbers are bound; fills `work.bound`. */
export function bindingsOf(state: TrackerState, work: Workspace, scan: Scan): Bindings {
  const count = scan.detections.length
  if (hints.array.length < count) hints.array = new Int32Array(count * 2)
  const hint = hints.array
  let kind: string | undefined
  for (const [k, detection] of scan.detections.entries()) {
    const serial = detection.claim === undefined ? undefined : state.claims.get(detection.claim)
    work.bound[k] = serial === undefined ? -1 : (state.rows.get(serial) ?? -1)
    if (detection.claim !== undefined) kind ??= kindOf(detection.claim)
    const local = detection.localTrack === undefined ? undefined : state.localTracks.get(localKey(detection))
    hint[k] = local === undefined ? -1 : (state.rows.get(local.serial) ?? -1)
  }
  return { hint, taken: kind === undefined ? NOTHING : takenBy(state, kind) }
}

/** Marks the rows that hold a claim of the kind. */
function takenBy(state: TrackerState, kind: string): Uint8Array {
  const count = state.table.count
  if (takenRows.array.length < count) takenRows.array = new Uint8Array(count * 2)
  const taken = takenRows.array
  taken.fill(0)
  for (const [serial, claims] of state.claimsOf) {
    const row = state.rows.get(serial)
    if (row !== undefined && claims.some((claim) => kindOf(claim) === kind)) taken[row] = 1
  }
  return taken
}

/** Binds a claim to a track; a track that has one of the kind already keeps it. */
export function bindClaim(state: TrackerState, row: number, claim: ClaimKey): void {
  const serial = state.table.serial[row]!
  if (state.claims.get(claim) === serial) return
  const own = state.claimsOf.get(serial)
  if (own?.some((c) => kindOf(c) === kindOf(claim)) === true) return
  if (isAnothers(state, claim, state.table.shownId[row]!)) return
  releaseClaim(state, claim)
  state.claims.set(claim, serial)
  if (own === undefined) state.claimsOf.set(serial, [claim])
  else own.push(claim)
}

/** Lets a claim go from whatever track it is bound to. */
export function releaseClaim(state: TrackerState, claim: ClaimKey): void {
  const serial = state.claims.get(claim)
  if (serial === undefined) return
  state.claims.delete(claim)
  const left = (state.claimsOf.get(serial) ?? []).filter((c) => c !== claim)
  if (left.length > 0) state.claimsOf.set(serial, left)
  else state.claimsOf.delete(serial)
}

/** Most local track numbers remembered; the longest unheard go first. */
const LOCAL_TRACKS_MAX = 20000

export function bindLocalTrack(state: TrackerState, row: number, detection: Detection): void {
  if (detection.localTrack === undefined) return
  const key = localKey(detection)
  const known = state.localTracks.get(key)
  const lastMs = Math.max(known?.lastMs ?? 0, detection.measuredMs)
  state.localTracks.delete(key)
  state.localTracks.set(key, { serial: state.table.serial[row]!, lastMs })
  if (state.localTracks.size > LOCAL_TRACKS_MAX) {
    const oldest = state.localTracks.keys().next()
    if (oldest.done !== true) state.localTracks.delete(oldest.value)
  }
}

/** Takes a removed track's claims away; `into` inherits them where it has none of the kind. */
export function forgetTrack(state: TrackerState, row: number, into: number | undefined): void {
  const serial = state.table.serial[row]!
  const claims = state.claimsOf.get(serial) ?? []
  for (const claim of claims) {
    releaseClaim(state, claim)
    if (into !== undefined) bindClaim(state, into, claim)
  }
  state.rows.delete(serial)
}
