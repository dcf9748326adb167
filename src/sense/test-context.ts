import { cellFrame } from '../math/geodesy.ts'
import type { Entry } from '../model/entry.ts'
import type { FeedDefinition, NodeDefinition } from '../model/event.ts'
import { RAD_PER_DEG } from './place.ts'
import type { SenseContext } from './state.ts'

/** Small worlds for the tests of this stage. */

export function testNode(
  id: string,
  sensor: NodeDefinition['sensor'],
  latDeg: number,
  lonDeg: number,
  more: Partial<NodeDefinition> = {},
): NodeDefinition {
  return {
    id,
    name: { ar: id, en: id, fr: id, tr: id },
    sensor,
    owner: 'QAT',
    relTo: [],
    place: { latRad: latDeg * RAD_PER_DEG, lonRad: lonDeg * RAD_PER_DEG, altHaeM: 0 },
    sectorFromRad: 0,
    sectorToRad: 6.283185307179586,
    maxRangeM: 20_000,
    minElevationRad: -1.5,
    maxElevationRad: 1.5,
    pd: 0.9,
    clutterPerScan: 1,
    periodS: 1,
    accepted: true,
    simulated: false,
    invented: true,
    ...more,
  }
}

export function testFeed(id: string, door: FeedDefinition['door'], more: Partial<FeedDefinition> = {}): FeedDefinition {
  return {
    id,
    door,
    mode: 'listen',
    host: '127.0.0.1',
    port: 0,
    time: 'sender',
    maxConnections: 8,
    maxFrameBytes: 1_048_576,
    maxFramesPerS: 1000,
    maxClockSkewMs: 5000,
    priority: 1,
    simulated: false,
    ...more,
  }
}

export function testContext(
  latDeg: number,
  lonDeg: number,
  nodes: readonly NodeDefinition[],
  feeds: readonly FeedDefinition[],
  more: Partial<SenseContext> = {},
): SenseContext {
  return {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    feeds: new Map(feeds.map((feed) => [feed.id, feed])),
    frame: cellFrame(latDeg * RAD_PER_DEG, lonDeg * RAD_PER_DEG, 0),
    qnhPa: 101325,
    geoidM: -30,
    declinationRad: 2.63 * RAD_PER_DEG,
    mode: 'demo',
    ...more,
  }
}

let position = 0

export function testFrame(feed: string, connection: number, atMs: number, payload: Uint8Array): Entry {
  position += 1
  return { position, atMs, type: 'frame', version: 1, source: feed, connection, payload }
}
