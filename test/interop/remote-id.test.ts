import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { isReject } from '../../src/base/reject.ts'
import type { Reject } from '../../src/base/reject.ts'
import { createRemoteIdRecordingFramer } from '../../src/wire/remote-id/framing.ts'
import { decodeRemoteId, encodeRemoteId } from '../../src/wire/remote-id/report.ts'
import type { RemoteIdReport } from '../../src/wire/remote-id/report.ts'
import { decodeRidJson } from '../../src/wire/remote-id/rid-json.ts'
import { sharedData } from '../shared-data.ts'

/** The Open Drone ID library and its Wireshark dissector on the same bytes, field by field. */

type Values = Record<string, unknown>
type Reading = { readonly packet: number; readonly report: RemoteIdReport | Reject }

/** What we make of every packet of a capture that is about Remote ID; packets are counted from 1. */
function read(path: string): Reading[] {
  const framer = createRemoteIdRecordingFramer()
  framer.push(readFileSync(path))
  const readings: Reading[] = []
  let packet = 0
  for (let frame = framer.next(); frame !== undefined; frame = framer.next()) {
    packet += 1
    assert.ok(!isReject(frame))
    const report = decodeRemoteId(frame)
    if (report !== undefined) readings.push({ packet, report })
  }
  assert.equal(framer.end(), undefined)
  return readings
}

const degrees = (raw: unknown): number => Number(raw) / 1e7
const altitude = (raw: unknown): number | undefined => (Number(raw) === 0 ? undefined : Number(raw) / 2 - 1000)
const place = (lat: unknown, lon: unknown): object | undefined =>
  Number(lat) === 0 && Number(lon) === 0 ? undefined : { latDeg: degrees(lat), lonDeg: degrees(lon) }
const HORIZONTAL_NM = [0, 10, 4, 2, 1, 0.5, 0.3, 0.1, 0.05]
const horizontal = (code: number): number | undefined =>
  code === 0 || code > 12 ? undefined : code < 9 ? Math.round((HORIZONTAL_NM[code] ?? 0) * 18_520) / 10 : [30, 10, 3, 1][code - 9]
const vertical = (code: number): number | undefined => [undefined, 150, 45, 25, 10, 3, 1][code]
const speedAccuracy = (code: number): number | undefined => [undefined, 10, 3, 1, 0.3][code]
const STATUS = ['undeclared', 'ground', 'airborne', 'emergency', 'remote-id-failure']

/** The dissector's raw numbers in our units. */
function expected(kind: string, raw: Values): Values {
  const number = (name: string): number => Number(raw[name])
  switch (kind) {
    case 'basicid':
      return { version: number('protoVersion'), id: raw['basicID_id_asc'] === '' ? undefined : raw['basicID_id_asc'] }
    case 'location': {
      const direction = number('loc_direction')
      const speed = number('loc_speed')
      const fast = number('loc_flag_speedMultiplier') === 1
      return {
        version: number('protoVersion'),
        status: STATUS[number('loc_status')],
        heightAbove: ['take-off', 'ground'][number('loc_flag_heightType')],
        directionDeg: direction + (number('loc_flag_ewDirectionSegment') === 1 ? 180 : 0),
        speedMps: fast ? (speed === 255 ? undefined : speed * 0.75 + 63.75) : speed / 4,
        climbMps: number('loc_vspeed') === 126 ? undefined : number('loc_vspeed') / 2,
        position: place(raw['loc_lat'], raw['loc_lon']),
        altPressM: altitude(raw['loc_pressAlt']),
        altHaeM: altitude(raw['loc_geoAlt']),
        heightM: altitude(raw['loc_height']),
        horizontalAccuracyM: horizontal(number('loc_hAccuracy')),
        verticalAccuracyM: vertical(number('loc_vAccuracy')),
        altPressAccuracyM: vertical(number('loc_baroAccuracy')),
        speedAccuracyMps: speedAccuracy(number('loc_speedAccuracy')),
        timeAccuracyS: number('loc_tsAccuracy') === 0 ? undefined : number('loc_tsAccuracy') / 10,
      }
    }
    case 'selfid':
      return { textType: ['text', 'emergency', 'extended-status'][number('self_type')], text: raw['self_desc'] }
    case 'operatorid':
      return { idType: number('operator_type') === 0 ? 'operator-id' : '', id: raw['operator_id'] === '' ? undefined : raw['operator_id'] }
    default: {
      const [category, euClass] = raw['system_usClassEUCat'] as string[]
      return {
        operatorPlace: ['take-off', 'live', 'fixed'][number('system_flag_locType')],
        classification: ['undeclared', 'eu'][number('system_flag_class')],
        operator: place(raw['system_lat'], raw['system_lon']),
        areaCount: number('system_areaCount'),
        areaRadiusM: number('system_areaRadius') * 10,
        areaCeilingHaeM: altitude(raw['system_areaCeiling']),
        areaFloorHaeM: altitude(raw['system_areaFloor']),
        euCategory: ['undeclared', 'open', 'specific', 'certified'][Number(category)],
        euClass: ['undeclared', 'c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'][Number(euClass)],
        operatorAltHaeM: altitude(raw['system_opGeoAlt']),
        since2019S: number('system_timeStamp') === 0 ? undefined : number('system_timeStamp'),
      }
    }
  }
}

const OURS: Values = { basicid: 'basic-id', location: 'location', selfid: 'self-id', system: 'system', operatorid: 'operator-id' }

/** Fields compared. The dissector's `loc_timeStamp` is the age of the time at capture (`at`, Unix seconds), in tenths of a second. */
function compare(report: RemoteIdReport, odid: Values, at: string, where: string): number {
  const pack = odid['pack'] as Values
  let compared = 0
  assert.equal(report.counter, Number(odid['counter']), where)
  assert.equal(report.packVersion, Number(pack['protoVersion']), where)
  assert.equal(report.messages.length, Number(pack['msgPack_msgQty']), where)
  for (const message of report.messages) {
    const name = Object.keys(OURS).find((each) => OURS[each] === message.kind) ?? ''
    const raw = pack[name] as Values
    const ours = message as unknown as Values
    for (const [field, value] of Object.entries(expected(name, raw))) {
      const same = field === 'directionDeg' && value === 361 ? undefined : value
      assert.deepEqual(ours[field], same, `${where} ${message.kind}.${field}`)
      compared += 1
    }
    if (message.kind === 'location' && message.sinceHourS !== undefined) {
      const capturedTenths = Math.floor((Number(at) % 3600) * 10)
      const sent = (capturedTenths - Number(raw['loc_timeStamp']) + 36_000) % 36_000
      assert.equal(Math.round(message.sinceHourS * 10), sent, `${where} sinceHourS`)
      compared += 1
    }
  }
  return compared
}

describe('the Open Drone ID dissector', () => {
  for (const [name, frames, declined, least] of [
    ['odid_bt5_lr_sample.pcapng', 244, 30, 5000],
    ['odid_wifi_bcn_sample.pcap', 21, 0, 500],
    ['odid_wifi_sample.pcap', 42, 0, 400],
    ['parrot_anafi_thermal_flight.pcapng', 1140, 0, 20_000],
  ] as const) {
    test(`${name}: ${frames} frames field by field, ${declined} with a wrong checksum declined`, (t) => {
      const path = sharedData('remote-id', name)
      const oracle = sharedData('remote-id', `${name}.tshark.jsonl`)
      if (path === undefined || oracle === undefined) return t.skip('needs ../shared/data')
      const rows = readFileSync(oracle, 'utf8').trim().split('\n')
      const byPacket = new Map(
        rows.map((line) => {
          const row = JSON.parse(line) as { frame: number; t: string; src: string | null; odid: Values }
          return [row.frame, row] as const
        }),
      )
      const readings = read(path)
      const good = readings.filter(({ report }) => !isReject(report))
      const bad = readings.filter(({ report }) => isReject(report))
      assert.deepEqual([good.length, bad.length], [frames, declined])
      assert.ok(bad.every(({ report }) => (report as Reject).rejected === 'radio-crc'))
      let compared = 0
      for (const { packet, report } of good as { packet: number; report: RemoteIdReport }[]) {
        const row = byPacket.get(packet)
        assert.ok(row !== undefined, `packet ${packet}`)
        if (row.src !== null) assert.equal(report.transmitter, row.src)
        compared += compare(report, row.odid, row.t, `packet ${packet}`)
        const bytes = encodeRemoteId(JSON.parse(JSON.stringify(report)) as RemoteIdReport)
        assert.ok(!isReject(bytes))
        assert.deepEqual((decodeRemoteId(bytes) as RemoteIdReport).messages, report.messages)
      }
      // What the dissector saw and we did not is what the checksum declines, or what it did not dissect.
      const declinedPackets = new Set(bad.map(({ packet }) => packet))
      const seen = new Set(good.map(({ packet }) => packet))
      assert.deepEqual(
        [...byPacket.keys()].filter((packet) => !seen.has(packet) && !declinedPackets.has(packet)),
        [],
      )
      assert.ok(compared >= least, `${compared} fields`)
    })
  }

  test("DJI's own beacons are named and not decoded", (t) => {
    const path = sharedData('remote-id', 'dji_droneid_wifi_spoofed.pcapng')
    if (path === undefined) return t.skip('needs ../shared/data')
    const readings = read(path)
    assert.equal(readings.length, 10)
    for (const { report } of readings) {
      assert.ok(!isReject(report))
      assert.deepEqual([report.messages.length, report.proprietary?.map(({ name }) => name)], [0, ['dji-drone-id']])
    }
  })
})

describe('the Open Drone ID library', () => {
  test('its 600 messages and packs: every value, and the same bytes back with nothing left over', (t) => {
    const path = sharedData('remote-id', 'libopendroneid-vectors.jsonl')
    if (path === undefined) return t.skip('needs ../shared/data')
    let exact = 0
    for (const line of readFileSync(path, 'utf8').trim().split('\n')) {
      const vector = JSON.parse(line) as Record<string, Values> & { pack_hex: string }
      const decode = (hex: unknown): RemoteIdReport => {
        const report = decodeRemoteId(Buffer.from(hex as string, 'hex'))
        assert.ok(report !== undefined && !isReject(report), String(hex))
        const bytes = encodeRemoteId(JSON.parse(JSON.stringify(report)) as RemoteIdReport)
        assert.equal(Buffer.from(bytes as Uint8Array).toString('hex'), hex)
        assert.ok(report.messages.every((message) => !('remainderHex' in message)))
        exact += 1
        return report
      }
      const ours = (name: string): Values => decode(vector[name]?.['hex']).messages[0] as unknown as Values
      const value = (name: string, field: string): number => Number(vector[name]?.[field])
      const known = (name: string, field: string, unknown: number): number | undefined =>
        value(name, field) === unknown ? undefined : value(name, field)

      const basic = ours('basic_id')
      const idHex = String(vector['basic_id']?.['uas_id_hex'])
      assert.equal(basic['idHex'] ?? Buffer.from(String(basic['id'])).toString('hex').padEnd(40, '0'), idHex.padEnd(40, '0'))
      assert.equal(basic['idType'], ['none', 'serial-number', 'caa-registration', 'utm-uuid', 'session-id'][value('basic_id', 'id_type')])

      const location = ours('location')
      const position =
        value('location', 'lat') === 0 && value('location', 'lon') === 0
          ? undefined
          : { latDeg: value('location', 'lat'), lonDeg: value('location', 'lon') }
      for (const [field, wanted] of Object.entries({
        status: STATUS[value('location', 'status')],
        directionDeg: known('location', 'direction', 361),
        speedMps: known('location', 'speed_h', 255),
        climbMps: known('location', 'speed_v', 63),
        position,
        altPressM: known('location', 'alt_baro', -1000),
        altHaeM: known('location', 'alt_geo', -1000),
        heightM: known('location', 'height', -1000),
        heightAbove: ['take-off', 'ground'][value('location', 'height_ref')],
        horizontalAccuracyM: horizontal(value('location', 'h_acc')),
        verticalAccuracyM: vertical(value('location', 'v_acc')),
        altPressAccuracyM: vertical(value('location', 'baro_acc')),
        speedAccuracyMps: speedAccuracy(value('location', 'speed_acc')),
        timeAccuracyS: value('location', 'ts_acc') === 0 ? undefined : value('location', 'ts_acc') / 10,
        sinceHourS: known('location', 'ts', 65_535),
      }))
        assert.deepEqual(location[field], wanted, `location.${field} of ${line.slice(0, 200)}`)

      const self = ours('self_id')
      assert.deepEqual(
        [self['text'], self['textType']],
        [vector['self_id']?.['desc'], ['text', 'emergency', 'extended-status'][value('self_id', 'desc_type')]],
      )
      assert.equal(ours('operator_id')['id'], vector['operator_id']?.['id'])

      const system = ours('system')
      const isEu = value('system', 'class_type') === 1
      for (const [field, wanted] of Object.entries({
        operatorPlace: ['take-off', 'live', 'fixed'][value('system', 'op_loc_type')],
        operator:
          value('system', 'op_lat') === 0 && value('system', 'op_lon') === 0
            ? undefined
            : { latDeg: value('system', 'op_lat'), lonDeg: value('system', 'op_lon') },
        areaCount: value('system', 'area_count'),
        areaRadiusM: value('system', 'area_radius'),
        areaCeilingHaeM: known('system', 'area_ceiling', -1000),
        areaFloorHaeM: known('system', 'area_floor', -1000),
        euCategory: isEu ? ['undeclared', 'open', 'specific', 'certified'][value('system', 'cat_eu')] : undefined,
        euClass: isEu ? ['undeclared', 'c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'][value('system', 'class_eu')] : undefined,
        operatorAltHaeM: known('system', 'op_alt', -1000),
        since2019S: known('system', 'timestamp', 0),
      }))
        assert.deepEqual(system[field], wanted, `system.${field}`)
      assert.equal(decode(vector.pack_hex).messages.length, 5)
    }
    assert.equal(exact, 600)
  })
})

describe('network Remote ID of InterUSS', () => {
  for (const [name, verdict] of [
    ['zurich.kml', undefined],
    ['invalid_no_accuracy_h.kml', /accuracy_h is missing/],
    ['invalid_wrong_serial_number.kml', /serial_number WRONG/],
  ] as const) {
    test(`${name} is ${verdict === undefined ? 'read' : 'refused'}`, (t) => {
      const path = sharedData('remote-id', 'netrid', name)
      if (path === undefined) return t.skip('needs ../shared/data')
      const document = decodeRidJson(readFileSync(path))
      if (verdict !== undefined) return assert.match((document as Reject).detail ?? '', verdict)
      assert.ok(!isReject(document) && document.kind === 'kml-flights')
      assert.deepEqual(
        document.flights.map(({ name: flight, track, speeds, operator }) => [
          flight,
          track.length,
          speeds.map(({ speedMps }) => speedMps),
          operator !== undefined,
        ]),
        [
          ['train tracks', 66, [5, 30], true],
          ['ETA', 117, [5, 60], true],
        ],
      )
    })
  }
})
