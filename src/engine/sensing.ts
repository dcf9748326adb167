import type { Claim } from '../model/detection.ts'
import type { Entry } from '../model/entry.ts'
import type { NodeDefinition } from '../model/event.ts'
import type { Output } from '../model/picture.ts'
import { definitionOf } from '../sense/sapient.ts'
import type { SenseContext, SenseResult } from '../sense/state.ts'
import { setSensors } from '../track/state.ts'
import { MAX_CLAIMS, MAX_PENDING_DETECTIONS, type EngineState } from './engine-state.ts'
import { countShed, markFeed, markNode } from './health.ts'
import { sensorView, trackerSensor } from './surroundings.ts'

/** What sense needs to know beside its own state; undefined before there is an event definition. */
export function senseContext(state: EngineState): SenseContext | undefined {
  const { header, nodes, feeds } = state.definition
  if (state.frame === undefined || header === undefined) return undefined
  return {
    nodes,
    feeds,
    frame: state.frame,
    qnhPa: state.qnhPa,
    geoidM: header.geoidM,
    declinationRad: header.declinationRad,
    mode: state.mode,
  }
}

/** Keeps detections and claims for the next tick, marks whose health changed, and answers the connection. */
export function absorb(state: EngineState, result: SenseResult, entry: Entry, outputs: Output[]): void {
  const room = MAX_PENDING_DETECTIONS - state.detections.length
  if (result.detections.length <= room) for (const detection of result.detections) state.detections.push(detection)
  else {
    for (const detection of result.detections.slice(0, room)) state.detections.push(detection)
    countShed(state, entry.source, result.detections.length - room)
  }
  for (const claim of result.claims) rememberClaim(state, claim)
  for (const id of result.nodes) {
    markNode(state, id)
    if (!state.definition.nodes.has(id)) learnNode(state, id)
  }
  for (const id of result.feeds) markFeed(state, id)
  result.replies.forEach(({ connection, bytes, close }, i) =>
    outputs.push({ out: 'reply', key: `${entry.position}.${i}`, connection, bytes, close }),
  )
}

/** The newest word of each identity; fields that a later message leaves out are kept from an earlier one. */
function rememberClaim(state: EngineState, claim: Claim): void {
  if (state.claims.length < MAX_PENDING_DETECTIONS) state.claims.push(claim)
  else {
    state.shedClaims++
    state.eventDirty = true
  }
  const before = state.claimMemory.get(claim.key)
  // Taken out and put back, so that the map stays in the order in which identities were last heard.
  state.claimMemory.delete(claim.key)
  state.claimMemory.set(claim.key, {
    key: claim.key,
    kind: claim.kind,
    callsign: claim.callsign ?? before?.callsign,
    emergency: claim.emergency,
    sealedPilot: claim.sealedPilot ?? before?.sealedPilot,
    sealedSerial: claim.sealedSerial ?? before?.sealedSerial,
    atMs: claim.atMs,
  })
  if (state.claimMemory.size <= MAX_CLAIMS) return
  for (const oldest of state.claimMemory.keys()) {
    state.claimMemory.delete(oldest)
    return
  }
}

/** A node that a person accepted joins the sensors, at the place that it told; one that told none and gives positions stands at the cell's origin. */
function learnNode(state: EngineState, id: string): void {
  const context = senseContext(state)
  const node = state.sense.nodes.get(id)
  if (context === undefined || node === undefined || node.standing !== 'accepted') return
  const told = definitionOf(state.sense, context, id)
  const origin = state.definition.header?.origin
  const definition = told ?? (node.sapient === undefined && origin !== undefined ? placeless(id, node.name, origin) : undefined)
  if (definition === undefined || samePlace(state.learned.get(id), definition)) return
  state.learned.set(id, definition)
  setSensors(state.tracker, [trackerSensor(definition, context.frame)])
  state.sensors.set(id, { ...sensorView(definition, context.frame), site: undefined })
}

function samePlace(a: NodeDefinition | undefined, b: NodeDefinition): boolean {
  return (
    a !== undefined &&
    a.sensor === b.sensor &&
    a.place.latRad === b.place.latRad &&
    a.place.lonRad === b.place.lonRad &&
    a.place.altHaeM === b.place.altHaeM
  )
}

/** What is assumed of a node that gives positions and says nothing of itself: it sees half of what is there, once a second, for 50 km. */
function placeless(id: string, name: string, place: NodeDefinition['place']): NodeDefinition {
  const names = { ar: name, en: name, fr: name, tr: name }
  const all = {
    sectorFromRad: 0,
    sectorToRad: 6.283185307179586,
    maxRangeM: 50_000,
    minElevationRad: -1.5707963267948966,
    maxElevationRad: 1.5707963267948966,
  }
  return {
    id,
    name: names,
    sensor: 'system',
    owner: 'unknown',
    relTo: [],
    place,
    ...all,
    pd: 0.5,
    clutterPerScan: 1,
    periodS: 1,
    accepted: true,
    simulated: false,
    invented: false,
  }
}
