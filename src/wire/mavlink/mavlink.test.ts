import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isReject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import type { Framer } from '../framer.ts'
import { crcExtraOf, x25, x25Step } from './checksum.ts'
import { KNOWN_MESSAGES } from './generated/known-messages.ts'
import { createMavlinkFramer } from './framing.ts'
import { createMavlinkRecordingFramer } from './recording.ts'
import { remoteIdOfMavlink } from './remote-id-of.ts'
import { decodeMavlink, encodeMavlink, MAVLINK_TABLES } from './report.ts'
import type { MavlinkReport } from './report.ts'
import { decodeSignedMavlink } from './signing.ts'
import type { SigningState } from './signing.ts'
import { wireTypeOf } from './table.ts'

const folder = resolve(import.meta.dirname, '..', '..', '..', 'test', 'fixtures', 'mavlink')
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const sound = <T extends object>(value: T | Reject | undefined): T => {
  if (value === undefined || isReject(value)) throw new Error(value === undefined ? 'nothing' : `${value.rejected}: ${value.detail}`)
  return value
}
const fixtures = globSync('*.mavlink.hex', { cwd: folder })
  .sort()
  .map((path) => ({
    name: basename(path, '.mavlink.hex'),
    bytes: Uint8Array.from(Buffer.from(readFileSync(join(folder, path), 'utf8').trim(), 'hex')),
    json: JSON.parse(readFileSync(join(folder, path.replace(/hex$/, 'json')), 'utf8')) as MavlinkReport,
  }))
const frameOf = (name: string): Uint8Array => sound(fixtures.find((fixture) => fixture.name === name)?.bytes)
const drain = (framer: Framer, chunks: readonly Uint8Array[]): (string | undefined)[] => {
  const out: (string | undefined)[] = []
  for (const chunk of chunks) {
    framer.push(chunk)
    for (let piece = framer.next(); piece !== undefined; piece = framer.next()) out.push(isReject(piece) ? undefined : hex(piece))
  }
  for (let piece = framer.end(); piece !== undefined; piece = framer.end()) out.push(isReject(piece) ? undefined : hex(piece))
  return out
}

describe('MAVLink fixtures', () => {
  test('every typed message has one', () => {
    const seen = new Set(fixtures.map(({ json }) => json.messageId))
    assert.deepEqual(
      MAVLINK_TABLES.filter(({ id }) => !seen.has(id)).map(({ name }) => name),
      [],
    )
  })

  for (const { name, bytes, json } of fixtures) {
    test(`${name} says what its JSON says, and back`, () => {
      assert.deepEqual(JSON.parse(JSON.stringify(decodeMavlink(bytes))), json)
      assert.equal(hex(sound(encodeMavlink(json))), hex(bytes))
    })

    test(`${name}: every cut and every flipped bit is survived, and under the checksum noticed`, () => {
      for (let length = 0; length < bytes.length; length++) {
        const record = decodeMavlink(bytes.subarray(0, length))
        assert.ok(isReject(record) && record.atByte >= 0 && record.atByte <= bytes.length)
      }
      const checked = decodeMavlink(bytes) as MavlinkReport
      const from = checked.stampUs === undefined ? 0 : 8
      const to = bytes.length - (checked.signature === undefined ? 0 : 13)
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const damaged = bytes.slice()
        damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const record = decodeMavlink(damaged)
        // An id that nobody defines proves 8 bits only, so a flip in it or of it may pass for another such message.
        const covered = bit >> 3 >= from && bit >> 3 < to && !isReject(record) && crcExtraOf(record.messageId) !== undefined
        assert.ok(!covered, `bit ${bit}`)
      }
    })

    test(`${name}: a record with any member replaced is encoded or declined, never thrown at`, () => {
      fc.assert(
        fc.property(fc.nat(), fc.jsonValue({ maxDepth: 2 }), (at, value) => {
          const record = structuredClone(json) as unknown as Record<string, Record<string, unknown>>
          const holders = [record, record['fields'], record['signature']].filter((each) => each !== undefined)
          const places = holders.flatMap((holder) => Object.keys(holder).map((key) => [holder, key] as const))
          const [holder, key] = places[at % places.length] ?? [{}, '']
          ;(holder as Record<string, unknown>)[key] = value
          const out = encodeMavlink(record as unknown as MavlinkReport)
          if (!isReject(out)) assert.ok(!isReject(decodeMavlink(out)) || typeof record['compatFlags'] === 'object')
        }),
      )
    })
  }
})

describe('MAVLink definitions', () => {
  test('the extra byte of every table, folded from its names and types, is that of the definitions; so is its length', () => {
    for (const { id, name, fields } of MAVLINK_TABLES) {
      const text = (crc: number, words: string): number => [...Buffer.from(words)].reduce(x25Step, crc)
      let crc = text(0xffff, `${name} `)
      let bytes = 0
      let maxBytes = 0
      for (const [wireName, wireType, , coding] of fields) {
        const { element, count, bytes: size } = wireTypeOf(wireType)
        maxBytes += size
        if (coding !== undefined && 'extension' in coding) continue
        bytes += size
        crc = text(crc, `${element} ${wireName} `)
        if (count !== undefined) crc = x25Step(crc, count)
      }
      const known = KNOWN_MESSAGES.find(([each]) => each === id)
      assert.deepEqual([id, (crc & 0xff) ^ (crc >> 8), bytes, maxBytes, name], known)
    }
  })

  test('the checksum of 123456789 is 6F91', () => {
    assert.equal(x25(Buffer.from('123456789'), 0, 9), 0x6f91)
  })
})

describe('MAVLink framing', () => {
  const frames = fixtures.filter(({ name }) => name !== 'version-1-stamped' && name !== 'nobodys').map(({ bytes }) => bytes)
  const stream = Buffer.concat(frames)

  test('frames come out alike however the stream is cut', () => {
    const expected = frames.map(hex)
    for (const create of [createMavlinkFramer, createMavlinkRecordingFramer]) {
      assert.deepEqual(drain(create(), [stream]), expected)
      assert.deepEqual(
        drain(
          create(),
          Array.from(stream, (byte) => Uint8Array.of(byte)),
        ),
        expected,
      )
    }
  })

  test('noise and broken frames cost themselves: every whole frame behind them comes out', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(frames.length - 1), fc.nat(), (noise, index, cut) => {
        const whole = frames[index] ?? noise
        // No checksum covers a signature: a frame cut inside its own takes the rest from what follows, and only the key tells.
        const covered = whole.length - ((whole[2] ?? 0) & 1 ? 13 : 0)
        const half = whole.subarray(0, cut % covered)
        const out = drain(createMavlinkFramer(), [Buffer.concat([noise, half, stream])])
        assert.deepEqual(out.filter((piece) => piece !== undefined).slice(-frames.length), frames.map(hex))
      }),
      // Fixed: one noise in some 30,000 reads like a message that nobody defines, which swallows what it says it holds.
      { seed: 20261122, numRuns: 300 },
    )
  })

  test('a telemetry log is known by its first frame, and a lost stamp costs one frame', () => {
    const stamped = frameOf('version-1-stamped')
    assert.deepEqual(drain(createMavlinkRecordingFramer(), [Buffer.concat([stamped, stamped])]), [hex(stamped), hex(stamped)])
    const out = drain(createMavlinkRecordingFramer(), [Buffer.concat([stamped, stamped.subarray(9), stamped])])
    assert.deepEqual(out, [hex(stamped), undefined, hex(stamped)])
  })

  test('a message that nobody defines passes in step only', () => {
    const frame = frameOf('nobodys')
    assert.deepEqual(drain(createMavlinkFramer(), [frame]), [hex(frame)])
    assert.deepEqual(drain(createMavlinkFramer(), [Buffer.concat([Uint8Array.of(0), frame])]), [undefined])
    const next = frameOf('attitude')
    for (const chunks of [[Buffer.concat([frame, next])], [frame, next]])
      assert.deepEqual(drain(createMavlinkFramer(), chunks), [hex(frame), hex(next)])
    assert.deepEqual(drain(createMavlinkFramer(), [Buffer.concat([frame, Uint8Array.of(1), next])]), [undefined, hex(next)])
  })

  test('incompatible flags that we do not know decline the frame', () => {
    const report = decodeMavlink(frameOf('attitude')) as MavlinkReport
    const frame = sound(encodeMavlink(report))
    frame[2] = 2
    const crc = x25Step(x25(frame, 1, frame.length - 2), crcExtraOf(report.messageId) ?? 0)
    frame.set([crc & 0xff, crc >> 8], frame.length - 2)
    assert.equal((decodeMavlink(frame) as Reject).rejected, 'mavlink-flags')
  })
})

describe('MAVLink signing', () => {
  // The key and the frame are node-mavlink's work: test/fixtures/mavlink/README.md.
  const key = Uint8Array.from({ length: 32 }, (_, i) => i * 7 + 1)
  const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
  const signed = frameOf('heartbeat-signed')
  const judge = (frame: Uint8Array, state: SigningState = new Map(), by = key): string => {
    const report = decodeSignedMavlink(frame, by, state, sha256)
    return isReject(report) ? report.rejected : 'good'
  }

  test('the right key is good once; another key, no signature, and the past are not', () => {
    const state: SigningState = new Map()
    assert.equal(judge(signed, state), 'good')
    assert.equal(judge(signed, state), 'mavlink-replay')
    assert.equal(
      judge(
        signed,
        new Map(),
        key.map((byte) => byte ^ 1),
      ),
      'mavlink-signature',
    )
    assert.equal(judge(signed, new Map(), key.subarray(1)), 'mavlink-key')
    assert.equal(judge(frameOf('attitude')), 'mavlink-unsigned')
    const { stamp } = sound((decodeMavlink(signed) as MavlinkReport).signature)
    assert.equal(judge(signed, new Map([['9/9/9', stamp + 6_000_001]])), 'mavlink-replay', 'a new stream may not begin in the past')
    assert.equal(judge(signed, new Map([['9/9/9', stamp + 6_000_000]])), 'good')
  })

  test('no flipped bit of a signed frame is good', () => {
    for (let bit = 0; bit < signed.length * 8; bit++) {
      const damaged = signed.slice()
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      assert.notEqual(judge(damaged), 'good', `bit ${bit}`)
    }
  })
})

describe('drone identity over MAVLink', () => {
  const make = (messageId: number, name: string, fields: object): MavlinkReport =>
    decodeMavlink(
      sound(encodeMavlink({ protocol: 2, sequence: 0, systemId: 1, componentId: 1, messageId, name, fields } as unknown as MavlinkReport)),
    ) as MavlinkReport

  test('a location keeps its finer numbers and gets the words of Remote ID', () => {
    const fields = {
      latDeg: 25.4,
      lonDeg: 51.5,
      altHaeM: 96.25,
      heightM: -1000,
      sinceHourS: 12.5,
      directionDeg: 12.34,
      speedMps: 3.21,
      climbMps: -0.07,
    }
    const codes = { status: 2, heightReference: 1, horizontalAccuracy: 11, verticalAccuracy: 4, speedAccuracy: 3, timestampAccuracy: 5 }
    const [location] = sound(remoteIdOfMavlink(make(12901, 'OPEN_DRONE_ID_LOCATION', { ...fields, ...codes })))
    assert.deepEqual(JSON.parse(JSON.stringify(location)), {
      kind: 'location',
      version: 2,
      status: 'airborne',
      directionDeg: 12.34,
      speedMps: 3.21,
      climbMps: -0.07,
      position: { latDeg: 25.4, lonDeg: 51.5 },
      altHaeM: 96.25,
      heightAbove: 'ground',
      horizontalAccuracyM: 3,
      verticalAccuracyM: 10,
      speedAccuracyMps: 1,
      sinceHourS: 12.5,
      timeAccuracyS: 0.5,
    })
  })

  test('a pack holds the very messages of the radio', () => {
    const pack = Buffer.from(readFileSync(join(folder, '..', 'remote-id', 'pack.remote-id.hex'), 'utf8').trim(), 'hex')
    const messages = sound(
      remoteIdOfMavlink(
        make(12915, 'OPEN_DRONE_ID_MESSAGE_PACK', { messageBytes: pack[1], messageCount: pack[2], messagesHex: hex(pack.subarray(3)) }),
      ),
    )
    assert.deepEqual(
      messages.map(({ kind }) => kind),
      ['basic-id', 'location', 'self-id', 'system', 'operator-id'],
    )
  })

  test('every message of the family is read or declined, and telemetry is none of it', () => {
    const kinds = fixtures.map(({ bytes }) => {
      const found = remoteIdOfMavlink(decodeMavlink(bytes) as MavlinkReport)
      return found === undefined ? undefined : isReject(found) ? found.rejected : found[0]?.kind
    })
    assert.ok(kinds.some((kind) => kind === undefined) && kinds.some((kind) => kind !== undefined))
    const basic = make(12900, 'OPEN_DRONE_ID_BASIC_ID', { idType: 1, aircraftType: 2, uasIdHex: hex(Buffer.from('ULYK563L5G')) })
    assert.deepEqual(JSON.parse(JSON.stringify(remoteIdOfMavlink(basic))), [
      { kind: 'basic-id', version: 2, idType: 'serial-number', aircraftType: 'helicopter-or-multirotor', id: 'ULYK563L5G' },
    ])
    const system = make(12904, 'OPEN_DRONE_ID_SYSTEM', {
      operatorLatDeg: 25,
      operatorLonDeg: 51,
      classification: 1,
      euClass: 3,
      operatorPlace: 1,
    })
    const [said] = sound(remoteIdOfMavlink(system))
    assert.ok(said?.kind === 'system' && said.euClass === 'c2' && said.operatorPlace === 'live' && said.operator?.latDeg === 25)
  })
})
