import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { deserialize, serialize } from 'node:v8'
import { isReject } from '../base/reject.ts'
import { enuToGeodeticInto } from '../math/geodesy.ts'
import type { Detection } from '../model/detection.ts'
import type { NodeDefinition } from '../model/event.ts'
import { decodeSapient, encodeSapient, sapientFromJson } from '../wire/sapient/v2/decode.ts'
import { feedHealth, nodeHealth } from './health.ts'
import { RAD_PER_DEG } from './place.ts'
import { acceptNode, connectionChanged, receiveFrame, refuseNode, senseTick } from './receive.ts'
import { definitionOf } from './sapient.ts'
import { newSenseState } from './state.ts'
import type { SenseContext, SenseResult, SenseState } from './state.ts'
import { testContext, testFeed, testFrame, testNode } from './test-context.ts'

const NODE = '4d9a4a1f-5b0e-4f5e-9d3a-0a1b2c3d4e5f'
const OTHER = '11111111-5b0e-4f5e-9d3a-0a1b2c3d4e5f'
const T0 = Date.UTC(2022, 11, 18, 18, 50)

const DURATION = { units: 'TIME_UNITS_SECONDS', value: 2 }
const LOCATION_TYPE = { locationUnits: 'LOCATION_COORDINATE_SYSTEM_LAT_LNG_DEG_M', locationDatum: 'LOCATION_DATUM_WGS84_E' }

function envelope(content: object, node = NODE, atMs = T0): object {
  return { timestamp: new Date(atMs).toISOString(), nodeId: node, ...content }
}

function registration(node = NODE, nodeType = 'NODE_TYPE_RADAR', subTypes: string[] = []): object {
  return envelope(
    {
      registration: {
        nodeDefinition: [{ nodeType, nodeSubType: subTypes }],
        icdVersion: 'BSI Flex 335 v2.0',
        shortName: 'North radar',
        capabilities: [{ category: 'sensor', type: 'radar' }],
        statusDefinition: { statusInterval: DURATION },
        modeDefinition: [
          {
            modeName: 'default',
            modeType: 'MODE_TYPE_PERMANENT',
            settleTime: DURATION,
            detectionDefinition: [
              { locationType: LOCATION_TYPE, geometricError: { type: 'standard deviation', units: 'metres', variationType: 'none' } },
            ],
            task: { regionDefinition: { regionType: ['REGION_TYPE_AREA_OF_INTEREST'], regionArea: [LOCATION_TYPE] } },
          },
        ],
        configData: [{ manufacturer: 'test', model: 'test' }],
      },
    },
    node,
  )
}

function status(info: string, system: string, atMs = T0): object {
  return envelope(
    {
      statusReport: {
        reportId: '01GGYFBAV4EEPB1398MKQ47E6E',
        system,
        info,
        mode: 'default',
        nodeLocation: { x: 51.5, y: 25.5, z: 12, coordinateSystem: LOCATION_TYPE.locationUnits, datum: 'LOCATION_DATUM_WGS84_G' },
      },
    },
    NODE,
    atMs,
  )
}

function detection(where: object, more: object = {}, node = NODE): object {
  return envelope(
    { detectionReport: { reportId: '01GGYFBAXGDG7AGAHRZ6XSNY12', objectId: '01GGYFBAXH4VYRQYEX7S3XGK3H', ...where, ...more } },
    node,
  )
}

function located(x: number, y: number, z: number | undefined, system: string, datum = 'WGS84_E', utmZone?: string): object {
  return {
    location: {
      x,
      y,
      ...(z === undefined ? {} : { z }),
      xError: 5,
      yError: 8,
      zError: 9,
      coordinateSystem: `LOCATION_COORDINATE_SYSTEM_${system}`,
      datum: `LOCATION_DATUM_${datum}`,
      ...(utmZone === undefined ? {} : { utmZone }),
    },
  }
}

function bytesOf(json: object): Uint8Array {
  const message = sapientFromJson(json)
  assert.ok(!isReject(message))
  return encodeSapient(message)
}

type World = { state: SenseState; context: SenseContext; send: (json: object, connection?: number, atMs?: number) => SenseResult }

function world(nodes: readonly NodeDefinition[], mode: SenseContext['mode'] = 'demo'): World {
  const state = newSenseState()
  const context = testContext(25.42, 51.49, nodes, [testFeed('sapient', 'sapient')], { mode })
  return {
    state,
    context,
    send: (json, connection = 1, atMs = T0) => receiveFrame(state, context, testFrame('sapient', connection, atMs, bytesOf(json))),
  }
}

const known = (): NodeDefinition[] => [testNode(NODE, 'radar', 25.5, 51.5, { azimuthSigmaRad: 0.01, rangeSigmaM: 12, periodS: 1 })]

/** What came back on the wire, decoded by the same rules that a peer would apply. */
function answers(result: SenseResult): { kind: string; accepted: boolean | undefined; text: string; close: boolean }[] {
  return result.replies.map((reply) => {
    if (reply.bytes.length === 0) return { kind: 'nothing', accepted: undefined, text: '', close: reply.close }
    const message = decodeSapient(reply.bytes.subarray(4))
    assert.ok(!isReject(message))
    const content = message.content
    if (content.case === 'registrationAck')
      return { kind: 'ack', accepted: content.value.acceptance, text: content.value.ackResponseReason.join(), close: reply.close }
    assert.equal(content.case, 'error')
    return {
      kind: 'error',
      accepted: undefined,
      text: content.case === 'error' ? content.value.errorMessage.join() : '',
      close: reply.close,
    }
  })
}

function only(result: SenseResult): Detection {
  assert.equal(result.detections.length, 1, JSON.stringify(answers(result)))
  const [first] = result.detections
  assert.ok(first !== undefined)
  return first
}

describe('SAPIENT registration', () => {
  test('a defined, accepted node is acknowledged and its detections are taken', () => {
    const { state, context, send } = world(known())
    assert.equal(nodeHealth(state, NODE).state, 'expected')
    const result = send(registration())
    assert.deepEqual(answers(result), [{ kind: 'ack', accepted: true, text: '', close: false }])
    assert.deepEqual(result.nodes, [NODE])
    assert.equal(nodeHealth(state, NODE).state, 'operational')
    const taken = only(send(detection(located(51.51, 25.43, 120, 'LAT_LNG_DEG_M'))))
    assert.equal(taken.evidence, 'body')
    assert.equal(taken.localTrack, '01GGYFBAXH4VYRQYEX7S3XGK3H')
    const m = taken.measurement
    assert.ok(m.kind === 'position')
    const out = new Float64Array(3)
    enuToGeodeticInto(context.frame, m.eM, m.nM, m.uM, out)
    assert.ok(
      Math.abs((out[0] ?? 0) - 25.43 * RAD_PER_DEG) < 1e-12 &&
        Math.abs((out[1] ?? 0) - 51.51 * RAD_PER_DEG) < 1e-12 &&
        Math.abs((out[2] ?? 0) - 120) < 1e-6,
    )
    assert.deepEqual([m.horizontalSigmaM, m.verticalSigmaM], [8, 9])
  })

  test('anything before the registration, and another node id after it, is answered with an error', () => {
    const { state, send } = world(known())
    assert.match(answers(send(status('INFO_NEW', 'SYSTEM_OK')))[0]?.text ?? '', /first message of a connection is the Registration/)
    send(registration())
    assert.match(answers(send(detection(located(51, 25, 0, 'LAT_LNG_DEG_M'), {}, OTHER)))[0]?.text ?? '', /this connection registered/)
    assert.match(answers(send(registration(OTHER)))[0]?.text ?? '', /this connection registered/)
    assert.equal(feedHealth(state, 'sapient').rejected, 3)
    assert.equal(nodeHealth(state, NODE).rejected, 2)
  })

  test('bytes that are no sound message come back in an error, bounded', () => {
    const { state, context } = world(known())
    const result = receiveFrame(state, context, testFrame('sapient', 1, T0, new Uint8Array(100_000).fill(0xff)))
    assert.equal(answers(result)[0]?.kind, 'error')
    assert.ok((result.replies[0]?.bytes.length ?? 0) < 6000)
    assert.match(feedHealth(state, 'sapient').lastReject ?? '', /^not-protobuf/)
  })

  test('an undefined node waits; a person accepts it, it is told, and its own place serves', () => {
    const { state, context, send } = world([])
    assert.deepEqual(answers(send(registration())), [])
    assert.equal(nodeHealth(state, NODE).state, 'pending')
    assert.equal(nodeHealth(state, NODE).name, 'North radar')
    send(status('INFO_NEW', 'SYSTEM_OK'))
    assert.equal(send(detection(located(51.5, 25.4, 100, 'LAT_LNG_DEG_M'))).detections.length, 0)
    assert.match(nodeHealth(state, NODE).lastReject ?? '', /waits to be accepted/)
    const accepted = acceptNode(state, context, NODE, T0)
    assert.deepEqual(answers(accepted), [{ kind: 'ack', accepted: true, text: '', close: false }])
    assert.deepEqual(accepted.nodes, [NODE])
    only(send(detection(located(51.5, 25.4, 100, 'LAT_LNG_DEG_M'))))
    const definition = definitionOf(state, context, NODE)
    assert.ok(definition !== undefined)
    // The status gave 12 m above the geoid, which lies 30 m below the ellipsoid.
    assert.ok(Math.abs(definition.place.altHaeM + 18) < 1e-9)
    assert.equal(definition.sensor, 'radar')
  })

  test('a refused node is told and stays refused', () => {
    const { state, context, send } = world([])
    send(registration())
    assert.deepEqual(answers(refuseNode(state, context, NODE, T0)), [
      { kind: 'ack', accepted: false, text: 'refused by an operator', close: true },
    ])
    connectionChanged(state, context, testFrame('sapient', 1, T0, new Uint8Array()), { change: 'closed', peer: 'x' })
    assert.deepEqual(answers(send(registration(), 2)), [
      { kind: 'ack', accepted: false, text: 'this node was refused by an operator', close: true },
    ])
    assert.equal(nodeHealth(state, NODE).state, 'refused')
  })

  test('simulated nodes are refused in serve alone, and cannot take a live node down with its id', () => {
    const { state, send } = world(known(), 'serve')
    assert.equal(answers(send(registration(NODE, 'NODE_TYPE_RADAR', ['Simulated'])))[0]?.accepted, false)
    assert.equal(nodeHealth(state, NODE).state, 'refused')
    assert.equal(answers(send(registration(), 2))[0]?.accepted, true)
    assert.equal(nodeHealth(state, NODE).state, 'operational')
    assert.equal(answers(send(registration(NODE, 'NODE_TYPE_RADAR', ['simulated']), 3))[0]?.accepted, false)
    assert.equal(nodeHealth(state, NODE).state, 'operational')
    assert.equal(answers(world(known()).send(registration(NODE, 'NODE_TYPE_RADAR', ['simulated'])))[0]?.accepted, true)
  })

  for (const type of ['KINETIC', 'JAMMER', 'CYBER', 'LDEW', 'RFDEW', 'OTHER']) {
    test(`a node of type ${type} is registered for status only`, () => {
      const { state, context, send } = world(known())
      assert.match(answers(send(registration(NODE, `NODE_TYPE_${type}`)))[0]?.text ?? '', /status only/)
      assert.equal(nodeHealth(state, NODE).state, 'status-only')
      send(status('INFO_NEW', 'SYSTEM_OK'))
      assert.equal(send(detection(located(51.5, 25.4, 100, 'LAT_LNG_DEG_M'))).detections.length, 0)
      acceptNode(state, context, NODE, T0)
      assert.equal(nodeHealth(state, NODE).state, 'status-only')
      assert.equal(send(detection(located(51.5, 25.4, 100, 'LAT_LNG_DEG_M'))).detections.length, 0)
    })
  }

  test('a second connection of a node that speaks is refused; of one that fell silent, it takes over', () => {
    const { state, context, send } = world(known())
    for (const connection of [1, 2, 3])
      connectionChanged(state, context, testFrame('sapient', connection, T0, new Uint8Array()), { change: 'opened', peer: 'x' })
    send(registration(), 1)
    assert.deepEqual(answers(send(registration(), 2, T0 + 1000)), [
      { kind: 'ack', accepted: false, text: `another connection speaks for node ${NODE}`, close: true },
    ])
    assert.equal(nodeHealth(state, NODE).state, 'operational')
    const taken = send(registration(), 3, T0 + 7000)
    assert.deepEqual(
      taken.replies.map((reply) => [reply.connection, reply.close]),
      [
        [1, true],
        [3, false],
      ],
    )
    assert.match(answers(send(status('INFO_NEW', 'SYSTEM_OK'), 1, T0 + 7100))[0]?.text ?? '', /another connection speaks/)
  })
})

describe('SAPIENT status and silence', () => {
  test('UNCHANGED needs a NEW with the same system; ERROR is a fault, GOODBYE a goodbye', () => {
    const { state, send } = world(known())
    send(registration())
    assert.match(answers(send(status('INFO_UNCHANGED', 'SYSTEM_OK')))[0]?.text ?? '', /first status is INFO_NEW/)
    assert.deepEqual(answers(send(status('INFO_NEW', 'SYSTEM_OK'))), [])
    assert.deepEqual(answers(send(status('INFO_UNCHANGED', 'SYSTEM_OK'))), [])
    assert.match(answers(send(status('INFO_UNCHANGED', 'SYSTEM_ERROR')))[0]?.text ?? '', /INFO_UNCHANGED needs/)
    send(status('INFO_NEW', 'SYSTEM_ERROR'))
    assert.equal(nodeHealth(state, NODE).state, 'fault')
    assert.equal(nodeHealth(state, NODE).blindSinceMs, T0)
    send(status('INFO_NEW', 'SYSTEM_GOODBYE'))
    assert.equal(nodeHealth(state, NODE).state, 'goodbye')
  })

  test('three periods without a word make a node silent and blind since its last; a word brings it back', () => {
    const { state, context, send } = world(known())
    send(registration())
    send(status('INFO_NEW', 'SYSTEM_OK'), 1, T0 + 1000)
    assert.deepEqual(senseTick(state, context, T0 + 7000).nodes, [NODE], 'counters moved')
    assert.equal(nodeHealth(state, NODE).state, 'operational')
    assert.equal(feedHealth(state, 'sapient').state, 'live')
    const tick = senseTick(state, context, T0 + 8001)
    assert.deepEqual([tick.nodes, tick.feeds], [[NODE], ['sapient']])
    const silent = nodeHealth(state, NODE)
    assert.deepEqual([silent.state, silent.stateSinceMs, silent.blindSinceMs], ['silent', T0 + 8001, T0 + 1000])
    assert.equal(feedHealth(state, 'sapient').state, 'silent')
    const back = send(status('INFO_UNCHANGED', 'SYSTEM_OK'), 1, T0 + 20_000)
    assert.deepEqual([back.nodes, back.feeds], [[NODE], ['sapient']])
    assert.deepEqual([nodeHealth(state, NODE).state, nodeHealth(state, NODE).blindSinceMs], ['operational', undefined])
  })
})

describe('SAPIENT detections', () => {
  const taken = (where: object, more: object = {}): Detection => {
    const { send } = world(known())
    send(registration())
    return only(send(detection(where, more)))
  }
  const bearing = (azimuth: number, system: string, datum: string, more: object = {}): object => ({
    rangeBearing: {
      azimuth,
      coordinateSystem: `RANGE_BEARING_COORDINATE_SYSTEM_${system}`,
      datum: `RANGE_BEARING_DATUM_${datum}`,
      ...more,
    },
  })

  test('range and bearing in every unit say the same', () => {
    const inDegrees = taken(bearing(90, 'DEGREES_M', 'TRUE', { range: 3000, elevation: 2, azimuthError: 0.5, rangeError: 10 })).measurement
    const inRadians = taken(
      bearing(90 * RAD_PER_DEG, 'RADIANS_KM', 'TRUE', {
        range: 3,
        elevation: 2 * RAD_PER_DEG,
        azimuthError: 0.5 * RAD_PER_DEG,
        rangeError: 0.01,
      }),
    ).measurement
    assert.deepEqual(inDegrees, inRadians)
    assert.ok(
      inDegrees.kind === 'polar' &&
        inDegrees.rangeM === 3000 &&
        inDegrees.rangeSigmaM === 10 &&
        Math.abs(inDegrees.azimuthRad - Math.PI / 2) < 1e-15,
    )
  })

  test('without a range it is a bearing, with the sigma of the event definition', () => {
    const m = taken(bearing(10, 'DEGREES_M', 'TRUE')).measurement
    assert.ok(m.kind === 'bearing' && m.azimuthSigmaRad === 0.01 && m.elevationRad !== m.elevationRad)
  })

  test('magnetic and grid north become true north; a platform has none', () => {
    const magnetic = taken(bearing(359, 'DEGREES_M', 'MAGNETIC')).measurement
    assert.ok(magnetic.kind === 'bearing' && Math.abs(magnetic.azimuthRad - 1.63 * RAD_PER_DEG) < 1e-12)
    // 51.5 E is 0.5 deg east of zone 39's meridian: convergence 0.5 deg * sin(25.5 deg).
    const grid = taken(bearing(45, 'DEGREES_M', 'GRID')).measurement
    assert.ok(grid.kind === 'bearing' && Math.abs(grid.azimuthRad / RAD_PER_DEG - 45 - 0.5 * Math.sin(25.5 * RAD_PER_DEG)) < 1e-5)
    const { send } = world(known())
    send(registration())
    assert.match(answers(send(detection(bearing(0, 'DEGREES_M', 'PLATFORM'))))[0]?.text ?? '', /platform-datum/)
  })

  test('degrees, radians and UTM give one place; above the geoid is 30 m lower than above the ellipsoid', () => {
    const places = [
      located(51.49, 25.42, 100, 'LAT_LNG_DEG_M'),
      located(51.49 * RAD_PER_DEG, 25.42 * RAD_PER_DEG, 100, 'LAT_LNG_RAD_M'),
      located(51.49, 25.42, 130, 'LAT_LNG_DEG_M', 'WGS84_G'),
      // the same by proj4js 2.22.0
      located(549276.7299, 2811545.5168, 100, 'UTM_M', 'WGS84_E', '39R'),
    ]
    for (const place of places) {
      const m = taken(place).measurement
      assert.ok(m.kind === 'position' && Math.abs(m.eM) < 0.001 && Math.abs(m.nM) < 0.001 && Math.abs(m.uM - 100) < 1e-6, JSON.stringify(m))
    }
    const flat = taken(located(51.49, 25.42, undefined, 'LAT_LNG_DEG_M')).measurement
    assert.ok(flat.kind === 'position' && flat.uM !== flat.uM && flat.verticalSigmaM !== flat.verticalSigmaM)
  })

  test("velocity, classes, and another system's tracks", () => {
    const { send } = world([testNode(NODE, 'system', 25.5, 51.5)])
    send(registration(NODE, 'NODE_TYPE_FUSION_NODE'))
    const classification = [
      { type: 'Air Vehicle', confidence: 0.9, subClass: [{ type: 'UAV Fixed Wing', confidence: 0.75, level: 1 }] },
      { type: 'Animal', subClass: [{ type: 'Bird', confidence: 0.25, level: 1 }] },
    ]
    const said = only(
      send(
        detection(located(51.49, 25.42, 100, 'LAT_LNG_DEG_M'), { enuVelocity: { eastRate: 10, northRate: -5, upRate: 1 }, classification }),
      ),
    )
    assert.equal(said.evidence, 'local-track')
    assert.deepEqual(said.classes, [
      { class: 'fixed-wing', probability: 0.75 },
      { class: 'bird', probability: 0.25 },
    ])
    const m = said.measurement
    assert.ok(m.kind === 'position' && Math.abs(m.veMps - 10) < 1e-9 && Math.abs(m.vnMps + 5) < 1e-9 && Math.abs(m.vuMps - 1) < 1e-9)
  })

  test('a node may climb in km/h and fly in m/s: each rate has the unit of its registration', () => {
    const { send } = world(known())
    const json = registration() as { registration: { modeDefinition: { detectionDefinition: object[] }[] } }
    Object.assign(json.registration.modeDefinition[0]!.detectionDefinition[0]!, {
      velocityType: {
        enuVelocityUnits: { eastNorthRateUnits: 'SPEED_UNITS_MS', upRateUnits: 'SPEED_UNITS_KPH' },
        locationDatum: 'LOCATION_DATUM_WGS84_E',
      },
    })
    send(json)
    const said = only(
      send(detection(located(51.49, 25.42, 100, 'LAT_LNG_DEG_M'), { enuVelocity: { eastRate: 10, northRate: -5, upRate: 3.6 } })),
    )
    const m = said.measurement
    assert.ok(m.kind === 'position' && Math.abs(m.veMps - 10) < 1e-9 && Math.abs(m.vuMps - 1) < 1e-9, JSON.stringify(m))
  })

  test('nonsense in place of a place is declined with words', () => {
    const { state, send } = world(known())
    send(registration())
    for (const [where, words] of [
      [located(51.49, 95, 0, 'LAT_LNG_DEG_M'), /place-out-of-range/],
      [located(51.2, -1.8, 0, 'UTM_M', 'WGS84_E', '39R'), /utm-out-of-range/],
      [located(500000, 2800000, 0, 'UTM_M'), /utm-zone/],
      [located(51.49, 25.42, 90_000, 'LAT_LNG_DEG_M'), /height-out-of-range/],
      [bearing(0, 'DEGREES_M', 'TRUE', { range: -5 }), /range-out-of-range/],
      [bearing(0, 'DEGREES_M', 'TRUE', { elevation: 91 }), /elevation-out-of-range/],
    ] as const)
      assert.match(answers(send(detection(where)))[0]?.text ?? '', words)
    assert.equal(nodeHealth(state, NODE).rejected, 6)
  })
})

test('the state behaves the same after a snapshot', () => {
  const { state, context, send } = world(known())
  send(registration())
  send(status('INFO_NEW', 'SYSTEM_OK'))
  const copy = deserialize(serialize(state)) as SenseState
  const entry = testFrame('sapient', 1, T0 + 100, bytesOf(detection(located(51.5, 25.4, 100, 'LAT_LNG_DEG_M'))))
  assert.deepEqual(receiveFrame(copy, context, entry), receiveFrame(state, context, entry))
  assert.deepEqual(senseTick(copy, context, T0 + 60_000), senseTick(state, context, T0 + 60_000))
  assert.deepEqual(copy, state)
})
