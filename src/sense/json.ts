import { reject } from '../base/reject.ts'
import type { Reject } from '../base/reject.ts'
import type { Claim, Detection, Measurement } from '../model/detection.ts'
import type { Entry } from '../model/entry.ts'
import type { FeedDefinition, NodeDefinition } from '../model/event.ts'
import type { ClaimKey, NodeId } from '../model/ids.ts'
import { decodeIngestSealed } from '../wire/json/ingest.ts'
import type { IngestRequestSealed, SealedDetection } from '../wire/json/ingest.ts'
import { measuredAtMs } from './clock.ts'
import { countReject, feedOf, heard, nodeOf } from './health.ts'
import { mergeClasses, objectClassOf } from './object-class.ts'
import { positionMeasurement, RAD_PER_DEG } from './place.ts'
import type { NodeState, SenseContext, SenseResult, SenseState } from './state.ts'

/** Height error where a sender gives a height and no error for it, m: GNSS height on a drone is about this good. */
const DEFAULT_UP_SIGMA_M = 20
/** Kinds that are never without something to report, so that their silence is a fault even without heartbeats. */
const ALWAYS_SPEAKING: ReadonlySet<string> = new Set(['radar', 'ads-b'])

/** One generic JSON document, sealed by the door. */
export function receiveJson(state: SenseState, context: SenseContext, feed: FeedDefinition, entry: Entry, result: SenseResult): void {
  const request = decodeIngestSealed(entry.payload)
  const feedState = feedOf(state, entry.source)
  if ('rejected' in request) return countReject(feedState, undefined, request)
  const stranger = notItsOwn(state, context, feed, request)
  if (stranger !== undefined) return countReject(feedState, undefined, stranger)
  const node = nodeOf(state, context, request.node, entry.source)
  if (node === undefined) return countReject(feedState, undefined, reject('too-many-nodes', 0, 'too many undefined nodes wait already'))
  const definition = context.nodes.get(request.node)
  const refusal = standOf(node, context, definition, request)
  if (request.detections.length === 0 || ALWAYS_SPEAKING.has(definition?.sensor ?? '')) node.watched = true
  heard(node, entry.atMs, result)
  if (refusal !== undefined) return countReject(feedState, node, refusal)
  for (const detection of request.detections) takeDetection({ context, feed, entry, result }, node, definition, detection)
  feedState.accepted += 1
}

/** A node that belongs to another feed, or that speaks SAPIENT, is not to be spoken for here. */
function notItsOwn(state: SenseState, context: SenseContext, feed: FeedDefinition, request: IngestRequestSealed): Reject | undefined {
  for (const other of context.feeds.values()) {
    if (other.id !== feed.id && other.node === request.node)
      return reject('node-of-another-feed', 0, `node ${request.node} belongs to feed ${other.id}`)
  }
  const node = state.nodes.get(request.node)
  const taken = node !== undefined && node.connection !== 0 && node.sapient !== undefined
  return taken ? reject('node-of-another-feed', 0, `node ${request.node} speaks SAPIENT on feed ${node.feed}`) : undefined
}

/** Brings the node's standing up to date; a reject: nothing of this document is used. */
function standOf(
  node: NodeState,
  context: SenseContext,
  definition: NodeDefinition | undefined,
  request: IngestRequestSealed,
): Reject | undefined {
  const simulated = request.simulated === true || definition?.simulated === true
  if (simulated && context.mode === 'serve') {
    node.standing = 'refused'
    node.refusedBy ??= 'rule'
    return reject('simulated', 0, 'simulated nodes are refused outside demo and exercise')
  }
  if (node.refusedBy === 'person') return reject('refused', 0, 'this node was refused by an operator')
  node.refusedBy = undefined
  if (node.standing !== 'accepted') node.standing = definition?.accepted === true ? 'accepted' : 'pending'
  return node.standing === 'pending'
    ? reject('detection-not-taken', 0, 'it waits to be accepted: its detections are recorded and not used')
    : undefined
}

type Visit = { readonly context: SenseContext; readonly feed: FeedDefinition; readonly entry: Entry; readonly result: SenseResult }

function takeDetection(
  { context, feed, entry, result }: Visit,
  node: NodeState,
  definition: NodeDefinition | undefined,
  sent: SealedDetection,
): void {
  const measuredMs = measuredAtMs(node.clock, feed, Date.parse(sent.time), entry.atMs)
  const key = sent.remoteId === undefined ? undefined : (`rid:${sent.remoteId.token}` as ClaimKey)
  const detection: Detection = {
    node: node.id as NodeId,
    measuredMs,
    receivedMs: entry.atMs,
    // A broadcast position is the object's own word; a bearing or range to the broadcast was measured by the sensor.
    evidence: key !== undefined && sent.position !== undefined ? 'claim' : definition?.sensor === 'system' ? 'local-track' : 'body',
    measurement: measurementOf(context, sent),
    claim: key,
    localTrack: sent.localTrack,
    classes: mergeClasses(
      (sent.classes ?? []).map((reported) => ({ class: objectClassOf(reported.class), probability: reported.probability })),
    ),
    rcsM2: sent.rcsM2 ?? NaN,
    onGround: sent.remoteId?.status === 'ground',
  }
  node.detections += 1
  result.detections.push(detection)
  if (key !== undefined && sent.remoteId !== undefined) result.claims.push(claimOf(key, node.id as NodeId, measuredMs, sent.remoteId))
}

function claimOf(key: ClaimKey, node: NodeId, atMs: number, remoteId: NonNullable<SealedDetection['remoteId']>): Claim {
  return {
    key,
    node,
    atMs,
    kind: 'remote-id',
    callsign: remoteId.selfId,
    category: undefined,
    sealedPilot: remoteId.sealedPilot,
    sealedSerial: remoteId.sealedSerial,
    emergency: remoteId.status === 'emergency',
  }
}

/** The schema has seen to it that exactly one of the three forms is there. */
function measurementOf(context: SenseContext, sent: SealedDetection): Measurement {
  const { position, polar, bearing, velocity } = sent
  if (position !== undefined) {
    return positionMeasurement(context, {
      latRad: position.latDeg * RAD_PER_DEG,
      lonRad: position.lonDeg * RAD_PER_DEG,
      altHaeM: position.altHaeM ?? NaN,
      horizontalSigmaM: position.sigmaM,
      verticalSigmaM: position.sigmaUpM ?? Math.max(position.sigmaM, DEFAULT_UP_SIGMA_M),
      eastMps: velocity?.eastMps ?? NaN,
      northMps: velocity?.northMps ?? NaN,
      upMps: velocity?.upMps ?? NaN,
      velocitySigmaMps: velocity?.sigmaMps ?? NaN,
    })
  }
  const from = polar ?? bearing
  const elevationRad = (from?.elevationDeg ?? NaN) * RAD_PER_DEG
  const azimuthSigmaRad = (from?.azimuthSigmaDeg ?? NaN) * RAD_PER_DEG
  const elevationSigmaRad = elevationRad === elevationRad ? (from?.elevationSigmaDeg ?? from?.azimuthSigmaDeg ?? NaN) * RAD_PER_DEG : NaN
  const angles = { azimuthRad: ((from?.azimuthDeg ?? NaN) % 360) * RAD_PER_DEG, elevationRad, azimuthSigmaRad, elevationSigmaRad }
  if (polar === undefined) return { kind: 'bearing', ...angles }
  const rateSigma = polar.rangeRateMps === undefined ? NaN : (polar.rangeRateSigmaMps ?? 1)
  return {
    kind: 'polar',
    ...angles,
    rangeM: polar.rangeM,
    rangeSigmaM: polar.rangeSigmaM,
    rangeRateMps: polar.rangeRateMps ?? NaN,
    rangeRateSigmaMps: rateSigma,
  }
}
