import { reject } from '../base/reject.ts'
import type { Reject } from '../base/reject.ts'
import type { Entry } from '../model/entry.ts'
import type { FeedDefinition, NodeDefinition } from '../model/event.ts'
import type { ClaimKey, NodeId } from '../model/ids.ts'
import { decodeSapient, sapientTimeMs } from '../wire/sapient/v2/decode.ts'
import { StatusReport_Info as Info, StatusReport_System as System } from '../wire/sapient/v2/generated/sapient_pb.ts'
import type { DetectionReport, Registration, SapientMessage, StatusReport } from '../wire/sapient/v2/generated/sapient_pb.ts'
import { serialOf } from '../wire/sapient/v2/personal-fields.ts'
import { measuredAtMs } from './clock.ts'
import { countReject, feedOf, heard, nodeOf, settle, silentAfterMs } from './health.ts'
import { adaptDetectionReport, geodeticOf } from './sapient-detection.ts'
import { readRegistration } from './sapient-registration.ts'
import { errorMessage, registrationAck } from './sapient-reply.ts'
import type { ConnectionState, NodeState, SapientNode, SenseContext, SenseResult, SenseState } from './state.ts'

const NO_BYTES = new Uint8Array(0)

/** What a handler needs, so that no signature has seven parameters. */
type Visit = {
  readonly state: SenseState
  readonly context: SenseContext
  readonly feed: FeedDefinition
  readonly entry: Entry
  readonly connection: ConnectionState
  readonly result: SenseResult
}

/** One SAPIENT message of one connection. Every refusal is counted, and answered with an Error that says why. */
export function receiveSapient(state: SenseState, context: SenseContext, feed: FeedDefinition, entry: Entry, result: SenseResult): void {
  const connection = connectionOf(state, entry)
  const visit: Visit = { state, context, feed, entry, connection, result }
  const message = decodeSapient(entry.payload)
  if ('rejected' in message) return decline(visit, message)
  const nodeId = message.nodeId ?? ''
  if (message.content.case === 'registration') return register(visit, nodeId, message.content.value)
  if (connection.node === undefined)
    return decline(visit, reject('not-registered', 0, 'the first message of a connection is the Registration'))
  if (nodeId !== connection.node)
    return decline(visit, reject('node-id-changed', 0, `this connection registered ${connection.node}, not ${nodeId}`))
  const node = state.nodes.get(connection.node)
  if (node?.sapient === undefined || node.connection !== entry.connection)
    return decline(visit, reject('not-registered', 0, 'another connection speaks for this node now'))
  take(visit, node, node.sapient, message)
}

function take(visit: Visit, node: NodeState, sapient: SapientNode, message: SapientMessage): void {
  const { entry, feed, state, result } = visit
  const measuredMs = measuredAtMs(node.clock, feed, sapientTimeMs(message.timestamp), entry.atMs)
  switch (message.content.case) {
    case 'statusReport':
      return takeStatus(visit, node, sapient, message.content.value)
    case 'detectionReport':
      return takeDetection(visit, node, sapient, message.content.value, measuredMs)
    case 'alert':
    case 'taskAck':
    case 'alertAck':
    case 'error':
      // Recorded in the journal; nothing here acts on them yet.
      feedOf(state, feed.id).accepted += 1
      return heard(node, entry.atMs, result)
    default:
      return decline(visit, reject('not-from-a-node', 0, `a node does not send ${message.content.case ?? 'this'}`))
  }
}

function register(visit: Visit, id: string, registration: Registration): void {
  const { state, context, entry, connection, result } = visit
  if (connection.node !== undefined && connection.node !== id)
    return decline(visit, reject('node-id-changed', 0, `this connection registered ${connection.node}, not ${id}`))
  const node = nodeOf(state, context, id, entry.source)
  if (node === undefined) return refuse(visit, undefined, id, reject('too-many-nodes', 0, 'too many undefined nodes wait already'))
  const sapient = readRegistration(registration)
  const definition = context.nodes.get(id)
  if (context.mode === 'serve' && (sapient.simulated || definition?.simulated === true))
    return refuse(visit, node, id, reject('simulated', 0, 'simulated nodes are refused outside demo and exercise'))
  if (node.refusedBy === 'person') return refuse(visit, node, id, reject('refused', 0, 'this node was refused by an operator'))
  const rival = rivalOf(visit, node, definition)
  if (rival === 'speaking') return refuse(visit, undefined, id, reject('duplicate-node', 0, `another connection speaks for node ${id}`))
  if (rival !== undefined) result.replies.push({ connection: rival, bytes: NO_BYTES, close: true })
  const before = node.sapient
  node.sapient = { ...sapient, place: before?.place }
  node.name = registration.shortName ?? registration.name ?? definition?.name.en ?? id
  node.name = node.name.slice(0, 80)
  node.feed = entry.source
  node.connection = entry.connection
  node.system = 'ok'
  node.watched = true
  node.refusedBy = undefined
  connection.node = id
  if (sapient.effector) node.standing = 'status-only'
  else if (node.standing !== 'accepted') node.standing = definition?.accepted === true ? 'accepted' : 'pending'
  feedOf(state, entry.source).accepted += 1
  heard(node, entry.atMs, result)
  if (!result.nodes.includes(id)) result.nodes.push(id)
  // A pending node gets its answer from the person who accepts or refuses it.
  if (node.standing === 'accepted')
    result.replies.push({ connection: entry.connection, bytes: registrationAck(entry.atMs, id, true, []), close: false })
  if (node.standing === 'status-only')
    result.replies.push({
      connection: entry.connection,
      bytes: registrationAck(entry.atMs, id, true, ['registered for status only: its detections are not taken']),
      close: false,
    })
}

/** Another live connection of the same node: its number if it has fallen silent, `speaking` if it has not. */
function rivalOf(visit: Visit, node: NodeState, definition: NodeDefinition | undefined): number | 'speaking' | undefined {
  const { state, entry } = visit
  const other = node.connection
  if (other === 0 || other === entry.connection || !state.connections.has(other)) return undefined
  const quietMs = entry.atMs - (node.lastSeenMs ?? 0)
  return quietMs > silentAfterMs(node, definition) ? other : 'speaking'
}

function takeStatus(visit: Visit, node: NodeState, sapient: SapientNode, report: StatusReport): void {
  const { entry, context, state, result } = visit
  if (report.info === Info.UNCHANGED && sapient.newSystem !== report.system) {
    const why = sapient.newSystem === undefined ? 'the first status is INFO_NEW' : 'INFO_UNCHANGED needs the system of the last INFO_NEW'
    return decline(visit, reject('status-unchanged', 0, why))
  }
  if (report.info === Info.NEW) sapient.newSystem = report.system
  if (report.nodeLocation !== undefined) {
    const place = geodeticOf(context, sapient, report.nodeLocation)
    if ('rejected' in place)
      countReject(feedOf(state, entry.source), node, reject('node-location', 0, `node_location: ${place.detail ?? place.rejected}`))
    else sapient.place = { ...place, altHaeM: place.altHaeM === place.altHaeM ? place.altHaeM : context.geoidM }
  }
  node.system = report.system === System.GOODBYE ? 'goodbye' : report.system === System.ERROR ? 'fault' : 'ok'
  feedOf(state, entry.source).accepted += 1
  heard(node, entry.atMs, result)
}

function takeDetection(visit: Visit, node: NodeState, sapient: SapientNode, report: DetectionReport, measuredMs: number): void {
  const { entry, context, state, result } = visit
  const feed = feedOf(state, entry.source)
  heard(node, entry.atMs, result)
  if (node.standing !== 'accepted') {
    const why = node.standing === 'status-only' ? 'it is registered for status only' : 'it waits to be accepted'
    return countReject(feed, node, reject('detection-not-taken', 0, `${why}: its detections are recorded and not used`))
  }
  const definition = definitionOf(state, context, node.id)
  const serial = serialOf(report)
  const key = serial === undefined ? undefined : (`rid:${serial.token}` as ClaimKey)
  const detection = adaptDetectionReport(
    { context, definition, node: sapient, id: node.id as NodeId, measuredMs, receivedMs: entry.atMs },
    report,
    key,
  )
  if (detection !== undefined && 'rejected' in detection) return decline(visit, detection)
  feed.accepted += 1
  if (detection === undefined) return
  node.detections += 1
  result.detections.push(detection)
  if (key !== undefined && serial !== undefined)
    result.claims.push({ ...NO_CLAIM, key, node: detection.node, atMs: measuredMs, sealedSerial: serial.sealed })
}

/** SAPIENT carries the identity alone; what a broadcast says beside it has no field of its own. */
const NO_CLAIM = { kind: 'remote-id', callsign: undefined, category: undefined, sealedPilot: undefined, emergency: false } as const

/**
 * The node as the event defines it, or, for one that a person accepted, as it described itself at its registration and in
 * its status; undefined while its place is not known.
 */
export function definitionOf(state: SenseState, context: SenseContext, id: string): NodeDefinition | undefined {
  const defined = context.nodes.get(id)
  if (defined !== undefined) return defined
  const node = state.nodes.get(id)
  const place = node?.sapient?.place
  if (node === undefined || node.sapient === undefined || place === undefined || node.standing !== 'accepted') return undefined
  return {
    ...UNDEFINED_NODE,
    id,
    name: { ar: node.name, en: node.name, fr: node.name, tr: node.name },
    sensor: node.sapient.kind,
    place,
    periodS: Math.max(1, node.sapient.statusIntervalMs / 1000),
    simulated: node.sapient.simulated,
  }
}

/** Coverage of a node that nobody has described: all round, 10 km, detecting half of what is there. */
const UNDEFINED_NODE: Omit<NodeDefinition, 'id' | 'name' | 'sensor' | 'place' | 'periodS' | 'simulated'> = {
  owner: 'unknown',
  relTo: [],
  sectorFromRad: 0,
  sectorToRad: 6.283185307179586,
  maxRangeM: 10_000,
  minElevationRad: -1.5707963267948966,
  maxElevationRad: 1.5707963267948966,
  pd: 0.5,
  clutterPerScan: 1,
  accepted: true,
  invented: false,
}

/** A person accepts a waiting node: it gets its acknowledgement. */
export function acceptSapient(node: NodeState, nowMs: number, result: SenseResult): void {
  if (node.sapient?.effector === true) node.standing = 'status-only'
  else node.standing = 'accepted'
  node.refusedBy = undefined
  settle(node, nowMs, result)
  if (node.connection !== 0)
    result.replies.push({ connection: node.connection, bytes: registrationAck(nowMs, node.id, true, []), close: false })
}

/** A person refuses a node: it is told and its connection ends. */
export function refuseSapient(node: NodeState, nowMs: number, result: SenseResult): void {
  if (node.connection === 0) return
  result.replies.push({
    connection: node.connection,
    bytes: registrationAck(nowMs, node.id, false, ['refused by an operator']),
    close: true,
  })
}

/** `node`: whose refusal it becomes; undefined where the node itself is none of the sender's. */
function refuse(visit: Visit, node: NodeState | undefined, id: string, why: Reject): void {
  const { entry, state, result } = visit
  countReject(feedOf(state, entry.source), node, why)
  // A stranger who uses the id of a node that is connected must not take that node down.
  if (node !== undefined && node.connection === 0) {
    node.standing = 'refused'
    node.refusedBy ??= 'rule'
    settle(node, entry.atMs, result)
  }
  result.replies.push({
    connection: entry.connection,
    bytes: registrationAck(entry.atMs, id, false, [why.detail ?? why.rejected]),
    close: true,
  })
}

function decline(visit: Visit, why: Reject): void {
  const { entry, state, connection, result } = visit
  const node = connection.node === undefined ? undefined : state.nodes.get(connection.node)
  countReject(feedOf(state, entry.source), node, why)
  const text = why.detail === undefined ? why.rejected : `${why.rejected}: ${why.detail}`
  result.replies.push({ connection: entry.connection, bytes: errorMessage(entry.atMs, connection.node, entry.payload, text), close: false })
}

function connectionOf(state: SenseState, entry: Entry): ConnectionState {
  let connection = state.connections.get(entry.connection)
  if (connection === undefined) {
    connection = { number: entry.connection, feed: entry.source, peer: '', node: undefined }
    state.connections.set(entry.connection, connection)
  }
  return connection
}
