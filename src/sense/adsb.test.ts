import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import type { TestContext } from 'node:test'
import { isReject } from '../base/reject.ts'
import { enuToGeodeticInto } from '../math/geodesy.ts'
import type { Claim, Detection } from '../model/detection.ts'
import { sharedData } from '../../test/shared-data.ts'
import { encodeBeastFrame } from '../wire/adsb/beast.ts'
import { createBeastFramer } from '../wire/adsb/framing.ts'
import { encodeAirbornePosition, encodeAirborneVelocity, encodeIdentification } from '../wire/adsb/mode-s.ts'
import type { Framer } from '../wire/framer.ts'
import { createLineFramer } from '../wire/line-framer.ts'
import { feedHealth, nodeHealth } from './health.ts'
import { M_PER_FT, MPS_PER_KT, RAD_PER_DEG } from './place.ts'
import { receiveFrame, senseTick } from './receive.ts'
import { newSenseState } from './state.ts'
import type { SenseContext } from './state.ts'
import { testContext, testFeed, testFrame, testNode } from './test-context.ts'

const T0 = 1_795_296_700_000

type Said = { readonly detections: Detection[]; readonly claims: Claim[] }

function play(context: SenseContext, feed: string, framer: Framer, bytes: Uint8Array, stepMs: number): Said {
  const state = newSenseState()
  const said: Said = { detections: [], claims: [] }
  let atMs = T0
  framer.push(bytes)
  for (let frame = framer.next(); frame !== undefined; frame = framer.next()) {
    assert.ok(!isReject(frame), JSON.stringify(frame))
    const result = receiveFrame(state, context, testFrame(feed, 1, atMs, frame))
    said.detections.push(...result.detections)
    said.claims.push(...result.claims)
    atMs += stepMs
  }
  return said
}

function losAngeles(): SenseContext {
  const node = testNode('lax-receiver', 'ads-b', 33.94, -118.41, { maxRangeM: 300_000 })
  return testContext(
    33.94,
    -118.41,
    [node],
    [testFeed('lax', 'beast', { node: node.id }), testFeed('lax-sbs', 'sbs', { node: node.id, maxClockSkewMs: 1e12 })],
  )
}

function geodetic(context: SenseContext, detection: Detection): { latDeg: number; lonDeg: number; altHaeM: number } {
  const out = new Float64Array(3)
  const m = detection.measurement
  assert.equal(m.kind, 'position')
  if (m.kind !== 'position') throw new Error('unreachable')
  enuToGeodeticInto(context.frame, m.eM, m.nM, m.uM === m.uM ? m.uM : 0, out)
  return { latDeg: (out[0] ?? 0) / RAD_PER_DEG, lonDeg: (out[1] ?? 0) / RAD_PER_DEG, altHaeM: out[2] ?? 0 }
}

type Aircraft = { hex: string; lat?: number; lon?: number; flight?: string; alt_geom?: number; gs?: number; track?: number }

function readsb(t: TestContext, name: string): { bytes: Uint8Array; aircraft: Aircraft[]; lines: Aircraft[] } | undefined {
  const bytes = sharedData('adsb', 'readsb-out', `${name}.beast`)
  const aircraft = sharedData('adsb', 'readsb-out', `${name}_aircraft.json`) ?? sharedData('adsb', 'readsb-out', 'pymodes_aircraft.json')
  const lines = sharedData('adsb', 'readsb-out', `${name}.jsonl`)
  if (bytes === undefined || aircraft === undefined || lines === undefined) {
    t.skip('needs ../shared/data')
    return undefined
  }
  const parsed = readFileSync(lines, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Aircraft)
  return {
    bytes: readFileSync(bytes),
    aircraft: (JSON.parse(readFileSync(aircraft, 'utf8')) as { aircraft: Aircraft[] }).aircraft,
    lines: parsed,
  }
}

describe('ADS-B', () => {
  test('Los Angeles by Beast: the aircraft that readsb places, where readsb places them', (t) => {
    const oracle = readsb(t, 'lax')
    if (oracle === undefined) return
    const context = losAngeles()
    const { detections, claims } = play(context, 'lax', createBeastFramer(), oracle.bytes, 60)
    const placed = oracle.aircraft.filter((aircraft) => aircraft.lat !== undefined)
    assert.equal(placed.length, 19)
    const last = new Map(detections.map((detection) => [String(detection.claim), detection]))
    assert.deepEqual([...last.keys()].sort(), placed.map((aircraft) => `icao:${aircraft.hex}`).sort())
    for (const aircraft of placed) {
      const detection = last.get(`icao:${aircraft.hex}`)
      assert.ok(detection !== undefined)
      const place = geodetic(context, detection)
      // readsb prints six decimals; where no height was joined the place was put through sea level.
      assert.ok(Math.abs(place.latDeg - (aircraft.lat ?? 0)) < 2e-6, `${aircraft.hex} ${place.latDeg} ${aircraft.lat}`)
      assert.ok(Math.abs(place.lonDeg - (aircraft.lon ?? 0)) < 2e-6, `${aircraft.hex} ${place.lonDeg} ${aircraft.lon}`)
      assert.equal(detection.evidence, 'claim')
    }
    const callsigns = new Map(claims.filter((claim) => claim.callsign !== undefined).map((claim) => [String(claim.key), claim.callsign]))
    for (const aircraft of oracle.aircraft)
      if (aircraft.flight !== undefined) assert.equal(callsigns.get(`icao:${aircraft.hex}`), aircraft.flight.trim())
    assert.equal(callsigns.size, oracle.aircraft.filter((aircraft) => aircraft.flight !== undefined).length)
  })

  test('the same traffic by SBS puts the same aircraft at the same last places', (t) => {
    const oracle = readsb(t, 'lax')
    const path = sharedData('adsb', 'readsb-out', 'lax.sbs')
    if (oracle === undefined || path === undefined) return
    const context = losAngeles()
    const { detections } = play(context, 'lax-sbs', createLineFramer({ maxFrameBytes: 512 }), readFileSync(path), 60)
    const last = new Map(detections.map((detection) => [String(detection.claim), detection]))
    const placed = oracle.aircraft.filter((aircraft) => aircraft.lat !== undefined)
    assert.deepEqual([...last.keys()].sort(), placed.map((aircraft) => `icao:${aircraft.hex}`).sort())
    for (const aircraft of placed) {
      const detection = last.get(`icao:${aircraft.hex}`)
      assert.ok(detection !== undefined)
      assert.ok(Math.abs(geodetic(context, detection).latDeg - (aircraft.lat ?? 0)) < 2e-6)
    }
  })

  test('one flight over Germany: every place that readsb gives is among ours', (t) => {
    const oracle = readsb(t, 'pymodes_adsb')
    if (oracle === undefined) return
    const node = testNode('receiver', 'ads-b', 51.99, 4.37, { maxRangeM: 400_000 })
    const context = testContext(51.99, 4.37, [node], [testFeed('beast', 'beast', { node: node.id })])
    const { detections } = play(context, 'beast', createBeastFramer(), oracle.bytes, 380)
    const ours = detections.map((detection) => geodetic(context, detection))
    let found = 0
    for (const line of oracle.lines) {
      if (ours.some((place) => Math.abs(place.latDeg - (line.lat ?? 0)) < 2e-6 && Math.abs(place.lonDeg - (line.lon ?? 0)) < 2e-6))
        found += 1
    }
    assert.equal(found, oracle.lines.length)
    // 370 positions were sent; the first few come before there is a pair.
    assert.ok(detections.length >= oracle.lines.length && detections.length <= 370)
  })

  test('velocity and GNSS height are joined to the position, in the axes of the cell', () => {
    const context = losAngeles()
    const state = newSenseState()
    const send = (atMs: number, message: Uint8Array) => receiveFrame(state, context, testFrame('lax', 1, atMs, deframe(message)))
    send(T0, encodeIdentification('a1b2c3', { callsign: 'TEST1', category: 'A3' }))
    send(T0 + 100, encodeAirborneVelocity('a1b2c3', { eastKt: 300, northKt: -40, climbFtPerMin: 1280, gnssLessBaroFt: 500 }))
    const place = { latDeg: 34.9, lonDeg: -117.5, altPressFt: 20_000 }
    assert.equal(
      send(T0 + 200, encodeAirbornePosition('a1b2c3', { ...place, odd: false })).detections.length,
      0,
      'one code alone is no place',
    )
    const { detections, claims } = send(T0 + 700, encodeAirbornePosition('a1b2c3', { ...place, odd: true }))
    const [detection] = detections
    assert.ok(detection !== undefined && detection.measurement.kind === 'position')
    const back = geodetic(context, detection)
    assert.ok(Math.abs(back.altHaeM - 20_500 * M_PER_FT) < 0.01, `${back.altHaeM}`)
    const m = detection.measurement
    const speed = Math.sqrt(m.veMps ** 2 + m.vnMps ** 2 + m.vuMps ** 2)
    assert.ok(Math.abs(speed - Math.sqrt((300 * MPS_PER_KT) ** 2 + (40 * MPS_PER_KT) ** 2 + ((1280 * M_PER_FT) / 60) ** 2)) < 1e-9)
    // 135 km from the origin the vertical has tilted by 1.2 deg: flying east there also goes down in the cell's frame.
    assert.ok(m.vuMps < (1280 * M_PER_FT) / 60 - 1.5, `${m.vuMps}`)
    assert.equal(claims.length, 0)
    assert.equal(detection.node, 'lax-receiver')
  })

  test('without the GNSS difference the height follows the QNH, with a larger sigma', () => {
    const heights = [101325, 100325].map((qnhPa) => {
      const context = { ...losAngeles(), qnhPa, geoidM: -35 }
      const state = newSenseState()
      const place = { latDeg: 33.95, lonDeg: -118.4, altPressFt: 5000 }
      receiveFrame(state, context, testFrame('lax', 1, T0, deframe(encodeAirbornePosition('a1b2c3', { ...place, odd: false }))))
      const [detection] = receiveFrame(
        state,
        context,
        testFrame('lax', 1, T0 + 500, deframe(encodeAirbornePosition('a1b2c3', { ...place, odd: true }))),
      ).detections
      assert.ok(detection !== undefined && detection.measurement.kind === 'position')
      assert.ok(detection.measurement.verticalSigmaM > 60)
      return geodetic(context, detection).altHaeM
    })
    assert.ok(Math.abs((heights[0] ?? 0) - (5000 * M_PER_FT - 35)) < 0.01)
    // 10 hPa less at sea level: the same pressure altitude is 83.6 m lower (ICAO standard atmosphere, 27.4 ft per hPa).
    assert.ok(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0) - 83.6) < 0.5, heights.join())
  })

  test('a place beyond hearing and a jump are not believed, and are counted with words', () => {
    const context = losAngeles()
    const state = newSenseState()
    const send = (atMs: number, latDeg: number, odd: boolean) =>
      receiveFrame(
        state,
        context,
        testFrame('lax', 1, atMs, deframe(encodeAirbornePosition('abcdef', { latDeg, lonDeg: -118, altPressFt: 9000, odd }))),
      )
    send(T0, 34, false)
    assert.equal(send(T0 + 500, 34, true).detections.length, 1)
    assert.equal(send(T0 + 1000, 34.5, false).detections.length, 0)
    assert.match(nodeHealth(state, 'lax-receiver').lastReject ?? '', /adsb-jump: abcdef claims to have moved 55/)
    send(T0 + 20_000, 44, false)
    assert.equal(send(T0 + 20_500, 44, true).detections.length, 0)
    assert.match(nodeHealth(state, 'lax-receiver').lastReject ?? '', /adsb-beyond-range/)
    assert.equal(nodeHealth(state, 'lax-receiver').rejected, 2)
  })

  test('one receiver on two feeds: each feed falls silent by itself', () => {
    const context = losAngeles()
    const state = newSenseState()
    const beast = deframe(encodeIdentification('a1b2c3', { callsign: 'TEST1', category: undefined }))
    receiveFrame(state, context, testFrame('lax', 1, T0, beast))
    for (let s = 0; s < 10; s++) {
      receiveFrame(state, context, testFrame('lax-sbs', 2, T0 + s * 1000, Buffer.from('MSG,8,1,1,AD5720,1,,,,,,,,,,,,,,,,0')))
      senseTick(state, context, T0 + s * 1000 + 500)
    }
    assert.deepEqual(
      [feedHealth(state, 'lax').state, feedHealth(state, 'lax-sbs').state, nodeHealth(state, 'lax-receiver').state],
      ['silent', 'live', 'operational'],
    )
  })

  test('aircraft not heard for a minute are forgotten, and a flood of addresses cannot fill the memory', () => {
    const context = losAngeles()
    const state = newSenseState()
    for (let i = 1; i <= 17_000; i++)
      receiveFrame(
        state,
        context,
        testFrame(
          'lax',
          1,
          T0 + i,
          deframe(encodeIdentification(i.toString(16).padStart(6, '0'), { callsign: 'FLOOD', category: undefined })),
        ),
      )
    assert.equal(state.aircraft.size, 16_384)
    assert.ok(!state.aircraft.has('lax/000001') && state.aircraft.has('lax/004268'))
    senseTick(state, context, T0 + 17_000 + 60_001)
    assert.equal(state.aircraft.size, 0)
  })
})

function deframe(message: Uint8Array): Uint8Array {
  const framer = createBeastFramer()
  framer.push(encodeBeastFrame(message, 12_000_000, 0x1a))
  const frame = framer.next()
  assert.ok(frame !== undefined && !isReject(frame))
  return frame
}
