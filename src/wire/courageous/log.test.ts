import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isReject } from '../../base/reject.ts'
import { courageousFromJson, decodeCourageous, encodeCourageous } from './log.ts'

/** Written from the published schema, every location form once; places and names are invented. */
const position = { lat: 25.4207, lon: 51.4902, height_amsl: 42.5 }
const alarm = { active: true, certainty: 0.75 }
const record = (n: number, more: object = {}) => ({ classification: 'UAV', record_number: n, time: 1_671_389_400_000 + n, ...more })
const LOG = {
  version: '0.4.1',
  vendor_name: 'A maker',
  system_name: 'A system',
  static_cuas_location: { lat: 25.42, lon: 51.49, height_amsl: 11 },
  detection: [
    {
      uas_id: null,
      records: [
        record(0),
        record(1, { classification: 'Unknown', alarm, location: { $type: 'Arc', from: 350, to: 10 } }),
        record(2, { location: { $type: 'Quad', quad: 'North' } }),
        record(3, { location: { $type: 'Bearing', bearing: 43.5 } }),
        record(4, { location: { $type: 'BearingElevation', bearing: 43.5, elevation: 2.2 } }),
      ],
    },
  ],
  tracks: [
    {
      name: 'Track 7',
      uas_id: 7,
      uav_home_location: position,
      records: [
        record(5, { alarm, location: { $type: 'Position3d', ...position }, velocity: { east: -2.1, north: 1.7, up: 0.4 } }),
        record(6, {
          alarm,
          location: { $type: 'Position2d', lat: 25.4, lon: 51.5 },
          cuas_location: position,
          identification: 'quadcopter',
        }),
        record(7, {
          classification: 'GCS',
          alarm,
          location: { $type: 'BearingElevationDistance', bearing: 1, elevation: 2, distance: 310 },
        }),
      ],
    },
  ],
}
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

describe('COURAGEOUS log', () => {
  test('every member is read and written back the same, nulls and members of later editions too', () => {
    for (const document of [LOG, { ...LOG, weather: 'dust' }]) {
      const read = decodeCourageous(bytesOf(document))
      assert.ok(!isReject(read))
      assert.deepEqual(JSON.parse(new TextDecoder().decode(encodeCourageous(read))), document)
    }
  })

  test('what the schema demands is demanded, and the member is named', () => {
    const broken: readonly (readonly [unknown, RegExp])[] = [
      [{ ...LOG, version: '0.3.0' }, /^version: /],
      [{ ...LOG, static_cuas_location: undefined }, /^static_cuas_location: /],
      [{ ...LOG, tracks: [{ uas_id: 1, records: [record(1, { alarm })] }] }, /^tracks\.0\.records\.0\.location: /],
      [
        { ...LOG, tracks: [{ uas_id: 1, records: [record(1, { location: { $type: 'Quad', quad: 'East' } })] }] },
        /^tracks\.0\.records\.0\.alarm: /,
      ],
      [{ ...LOG, tracks: [{ uas_id: null, records: [] }] }, /^tracks\.0\.uas_id: /],
      [{ ...LOG, detection: [{ records: [record(1, { classification: 'Bird' })] }] }, /^detection\.0\.records\.0\.classification: /],
      [{ ...LOG, detection: [{ records: [record(1, { alarm: { active: true, certainty: 1.1 } })] }] }, /certainty: /],
      [{ ...LOG, detection: [{ records: [record(1, { location: { $type: 'Cone', bearing: 1 } })] }] }, /location/],
      [[LOG], /^: /],
    ]
    for (const [document, where] of broken) {
      const read = decodeCourageous(bytesOf(document))
      assert.ok(isReject(read) && read.rejected === 'courageous-schema')
      assert.match(read.detail ?? '', where)
    }
  })

  test('any bytes and any JSON end in a document or a reject', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => assert.ok(isReject(decodeCourageous(bytes)))))
    fc.assert(fc.property(fc.jsonValue(), (value) => assert.ok(isReject(courageousFromJson(value)))))
    const bytes = bytesOf(LOG)
    for (let length = 0; length < bytes.length; length++) assert.ok(isReject(decodeCourageous(bytes.subarray(0, length))))
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const damaged = bytes.slice()
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const read = decodeCourageous(damaged)
      if (!isReject(read))
        assert.deepEqual(JSON.parse(new TextDecoder().decode(encodeCourageous(read))), JSON.parse(new TextDecoder().decode(damaged)))
    }
  })
})
