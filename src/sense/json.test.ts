import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isReject } from '../base/reject.ts'
import { ingestRequest } from '../model/api.ts'
import type { FeedDefinition } from '../model/event.ts'
import type { IngestRequestSealed } from '../wire/json/ingest.ts'
import { decodeIngestAsSent, encodeIngest } from '../wire/json/ingest.ts'
import { measuredAtMs, newClock } from './clock.ts'
import { feedHealth, nodeHealth } from './health.ts'
import { RAD_PER_DEG } from './place.ts'
import { acceptNode, receiveFrame, refuseNode, senseTick } from './receive.ts'
import { newSenseState } from './state.ts'
import { testContext, testFeed, testFrame, testNode } from './test-context.ts'

const T0 = Date.UTC(2022, 11, 18, 18, 50)
const time = new Date(T0 - 200).toISOString()
const position = { latDeg: 25.42, lonDeg: 51.49, altHaeM: 80, sigmaM: 10 }
const remoteId = {
  token: 'abc123',
  selfId: 'hobby',
  status: 'airborne' as const,
  sealedPilot: { keyId: 'pilot-2022-12-18', box: 'AAAA' },
  sealedSerial: { keyId: 'serial-2022-12-18', box: 'BBBB' },
}

function world(
  nodes = [
    testNode('rid-1', 'remote-id', 25.42, 51.49),
    testNode('radar-1', 'radar', 25.42, 51.49),
    testNode('beast-1', 'ads-b', 25.3, 51.6),
    testNode('sim-1', 'radar', 25.4, 51.5, { simulated: true }),
  ],
  mode: 'demo' | 'serve' = 'demo',
) {
  const state = newSenseState()
  const context = testContext(25.42, 51.49, nodes, [testFeed('json', 'json'), testFeed('beast', 'beast', { node: 'beast-1' })], { mode })
  return {
    state,
    context,
    send: (request: IngestRequestSealed, atMs = T0) => receiveFrame(state, context, testFrame('json', 0, atMs, encodeIngest(request))),
  }
}

describe('generic JSON', () => {
  test('a Remote ID is a claim with its token, its sealed fields beside it', () => {
    const { send } = world()
    const { detections, claims } = send({ node: 'rid-1', detections: [{ time, position, remoteId }] })
    assert.equal(detections[0]?.evidence, 'claim')
    assert.equal(detections[0]?.claim, 'rid:abc123')
    assert.equal(detections[0]?.measuredMs, T0 - 200)
    assert.deepEqual(claims, [
      {
        key: 'rid:abc123',
        node: 'rid-1',
        atMs: T0 - 200,
        kind: 'remote-id',
        callsign: 'hobby',
        category: undefined,
        sealedPilot: remoteId.sealedPilot,
        sealedSerial: remoteId.sealedSerial,
        emergency: false,
      },
    ])
  })

  test('a bearing to the broadcast is the evidence of a body, and names the claim', () => {
    const { send } = world()
    const [first] = send({ node: 'rid-1', detections: [{ time, bearing: { azimuthDeg: 360, azimuthSigmaDeg: 3 }, remoteId }] }).detections
    assert.equal(first?.evidence, 'body')
    assert.equal(first.claim, 'rid:abc123')
    assert.ok(
      first.measurement.kind === 'bearing' &&
        first.measurement.azimuthRad === 0 &&
        Math.abs(first.measurement.azimuthSigmaRad - 3 * RAD_PER_DEG) < 1e-15,
    )
  })

  test('polar with range rate and classes', () => {
    const { send } = world()
    const [first] = send({
      node: 'radar-1',
      detections: [
        {
          time,
          polar: { rangeM: 2500, azimuthDeg: 45, elevationDeg: 1, rangeRateMps: -12, rangeSigmaM: 10, azimuthSigmaDeg: 0.5 },
          classes: [
            { class: 'Quadcopter', probability: 0.6 },
            { class: 'bird', probability: 0.3 },
          ],
          rcsM2: 0.01,
          localTrack: '7',
        },
      ],
    }).detections
    assert.ok(first?.measurement.kind === 'polar' && first.measurement.rangeRateMps === -12 && first.measurement.rangeRateSigmaMps === 1)
    assert.deepEqual(first.classes, [
      { class: 'multirotor', probability: 0.6 },
      { class: 'bird', probability: 0.3 },
    ])
    assert.deepEqual([first.evidence, first.localTrack, first.rcsM2], ['body', '7', 0.01])
  })

  test('an unknown node waits, is accepted or refused by a person, and is counted all the while', () => {
    const { state, context, send } = world()
    const request = { node: 'stranger', detections: [{ time, position }] }
    assert.equal(send(request).detections.length, 0)
    assert.equal(nodeHealth(state, 'stranger').state, 'pending')
    assert.match(feedHealth(state, 'json').lastReject ?? '', /waits to be accepted/)
    assert.deepEqual(acceptNode(state, context, 'stranger', T0).nodes, ['stranger'])
    assert.equal(send(request).detections.length, 1)
    refuseNode(state, context, 'stranger', T0)
    assert.equal(send(request).detections.length, 0)
    assert.deepEqual([nodeHealth(state, 'stranger').state, nodeHealth(state, 'stranger').rejected], ['refused', 2])
  })

  test('strangers cannot fill the memory', () => {
    const { state, send } = world()
    for (let i = 0; i < 1000; i++) send({ node: `n${i}`, detections: [{ time, position }] })
    assert.equal(state.nodes.size, 256)
    assert.match(feedHealth(state, 'json').lastReject ?? '', /too-many-nodes/)
  })

  test('simulated nodes are refused in serve; a node of another feed cannot be spoken for', () => {
    const { send, state } = world(undefined, 'serve')
    assert.equal(send({ node: 'sim-1', detections: [{ time, position }] }).detections.length, 0)
    assert.equal(nodeHealth(state, 'sim-1').state, 'refused')
    assert.equal(send({ node: 'radar-1', simulated: true, detections: [{ time, position }] }).detections.length, 0)
    assert.equal(send({ node: 'radar-1', detections: [{ time, position }] }).detections.length, 1)
    assert.equal(send({ node: 'beast-1', detections: [{ time, position }] }).detections.length, 0)
    assert.match(feedHealth(state, 'json').lastReject ?? '', /belongs to feed beast/)
    assert.equal(world().send({ node: 'sim-1', detections: [{ time, position }] }).detections.length, 1)
  })

  test('a receiver that hears nothing is not silent unless it beats; a radar is', () => {
    const { state, context, send } = world()
    send({ node: 'rid-1', detections: [{ time, position, remoteId }] })
    send({ node: 'radar-1', detections: [{ time, position }] })
    senseTick(state, context, T0 + 10_000)
    assert.deepEqual([nodeHealth(state, 'rid-1').state, nodeHealth(state, 'radar-1').state], ['operational', 'silent'])
    send({ node: 'rid-1', detections: [] }, T0 + 11_000)
    senseTick(state, context, T0 + 17_000)
    assert.equal(nodeHealth(state, 'rid-1').state, 'silent')
  })

  test('the HTTP door and the engine agree on what a document is', () => {
    const polar = { rangeM: 1, azimuthDeg: 1, rangeSigmaM: 1, azimuthSigmaDeg: 1 }
    const wrong: object[] = [
      { position: { ...position, latDeg: 91 } },
      { position: { ...position, sigmaM: 0 } },
      { polar: { ...polar, rangeM: -1 } },
      { polar: { ...polar, azimuthDeg: 361 } },
      { bearing: { azimuthDeg: 1 } },
      { position, time: 'now' },
      { position, classes: [{ class: 'bird', probability: 2 }] },
      { position, remoteId: { serial: '' } },
    ]
    const right: object[] = [
      { position },
      { polar },
      { bearing: { azimuthDeg: 0, azimuthSigmaDeg: 2 } },
      { position, velocity: { eastMps: 1, northMps: 1, sigmaMps: 1 } },
      { position, remoteId: { serial: 'X', pilot: { latDeg: 1, lonDeg: 2 } } },
    ]
    for (const [detections, accepted] of [
      [wrong, false],
      [right, true],
    ] as const) {
      for (const detection of detections) {
        const request = { node: 'n', detections: [{ time, ...detection }] }
        assert.equal(ingestRequest.safeParse(request).success, accepted, JSON.stringify(request))
        assert.equal(!isReject(decodeIngestAsSent(new TextEncoder().encode(JSON.stringify(request)))), accepted, JSON.stringify(request))
      }
    }
  })

  test('what is no such document is counted and named', () => {
    const { state, context } = world()
    for (const text of [
      '',
      'null',
      '{',
      '{"node":"radar-1"}',
      `{"node":"radar-1","detections":[{"time":"${time}"}]}`,
      '{"node":"radar-1","detections":[{"time":"yesterday","position":{}}]}',
      `{"node":"rid-1","detections":[{"time":"${time}","bearing":{"azimuthDeg":1,"azimuthSigmaDeg":1},"remoteId":{"serial":"clear"}}]}`,
    ]) {
      assert.equal(receiveFrame(state, context, testFrame('json', 0, T0, new TextEncoder().encode(text))).detections.length, 0)
    }
    assert.equal(feedHealth(state, 'json').rejected, 7)
  })
})

describe('whose clock counts', () => {
  const feed = (setting: FeedDefinition['time']): FeedDefinition => testFeed('f', 'json', { time: setting, maxClockSkewMs: 3000 })

  test('sender: its time within the limit, never after the arrival, else the arrival', () => {
    const at = (senderMs: number) => measuredAtMs(newClock(), feed('sender'), senderMs, 10_000)
    assert.deepEqual([at(9500), at(10_400), at(6999), at(13_001)], [9500, 10_000, 10_000, 10_000])
    assert.equal(measuredAtMs(newClock(), feed('sender'), undefined, 10_000), 10_000)
    assert.equal(measuredAtMs(newClock(), feed('arrival'), 9500, 10_000), 10_000)
  })

  test('offset: a clock that is wrong by minutes is found, though one report in four comes late', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -600_000, max: 600_000 }),
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 40, maxLength: 40 }),
        (wrongMs, jitters) => {
          const clock = newClock()
          jitters.forEach((jitterMs, i) => {
            const trueMs = 1_000_000 + i * 1000
            const lateMs = i % 4 === 3 ? 1500 : jitterMs
            const measured = measuredAtMs(clock, feed('offset'), trueMs + wrongMs, trueMs + lateMs)
            if (i > 8) assert.ok(Math.abs(measured - trueMs) <= 30, `${measured - trueMs}`)
          })
          assert.ok(Math.abs((clock.offsetMs ?? 0) - wrongMs) <= 30)
        },
      ),
    )
  })
})
