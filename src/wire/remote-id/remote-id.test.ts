import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isReject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import type { Framer } from '../framer.ts'
import { joinAuthentication } from './authentication.ts'
import type { Authentication } from './authentication.ts'
import { createRemoteIdFramer, createRemoteIdRecordingFramer } from './framing.ts'
import { decodeRemoteIdMessage, encodeRemoteIdMessage } from './message.ts'
import type { RemoteIdMessage } from './message.ts'
import { locationOfState } from './network-state.ts'
import type { NetworkFlights } from './network.ts'
import { decodeRemoteId, encodeRemoteId } from './report.ts'
import type { RemoteIdReport } from './report.ts'
import { decodeRidJson, encodeRidJson } from './rid-json.ts'
import type { RidJson } from './rid-json.ts'
import { isSerialNumber } from './serial-number.ts'

const folder = resolve(import.meta.dirname, '..', '..', '..', 'test', 'fixtures', 'remote-id')
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const fixtures = globSync('*.hex', { cwd: folder })
  .sort()
  .map((path) => ({
    name: basename(path, '.hex'),
    bytes: Uint8Array.from(Buffer.from(readFileSync(join(folder, path), 'utf8').trim(), 'hex')),
    json: JSON.parse(readFileSync(join(folder, path.replace(/hex$/, 'json')), 'utf8')) as object,
  }))
const codecOf = (name: string) =>
  name.endsWith('.rid-json')
    ? { decode: decodeRidJson, encode: (record: unknown) => encodeRidJson(record as RidJson) }
    : { decode: decodeRemoteId, encode: (record: unknown) => encodeRemoteId(record as RemoteIdReport) }
const sound = <T extends object>(value: T | Reject | undefined): T => {
  if (value === undefined || isReject(value)) throw new Error(value === undefined ? 'nothing' : `${value.rejected}: ${value.detail}`)
  return value
}
const drain = (framer: Framer, chunks: readonly Uint8Array[]): (string | undefined)[] => {
  const out: (string | undefined)[] = []
  for (const chunk of chunks) {
    framer.push(chunk)
    for (let piece = framer.next(); piece !== undefined; piece = framer.next()) out.push(isReject(piece) ? undefined : hex(piece))
  }
  for (let piece = framer.end(); piece !== undefined; piece = framer.end()) out.push(isReject(piece) ? undefined : hex(piece))
  return out
}

describe('Remote ID fixtures', () => {
  test('there are some', () => assert.ok(fixtures.length >= 20))

  for (const { name, bytes, json } of fixtures) {
    const { decode, encode } = codecOf(name)
    const isCaptured = name.endsWith('.remote-id') && bytes[0] === 0xca

    test(`${name} says what its JSON says${isCaptured ? '' : ', and back'}`, () => {
      const record = decode(bytes)
      assert.deepEqual(JSON.parse(JSON.stringify(record)), json)
      if (isReject(record)) return
      const again = encode(json)
      if (!isCaptured) return assert.equal(hex(sound(again)), hex(bytes))
      // What carried it through the air is not made again; the messages are.
      const { messages } = record as RemoteIdReport
      if (messages.length > 0) assert.deepEqual((sound(decode(sound(again))) as RemoteIdReport).messages, messages)
    })

    test(`${name} survives every cut and every flipped bit, and what is still read goes back`, () => {
      const look = (damaged: Uint8Array): void => {
        const record = decode(damaged)
        if (record === undefined) return
        if (isReject(record)) return assert.ok(record.atByte >= 0 && record.atByte <= bytes.length, JSON.stringify(record))
        const back = encode(JSON.parse(JSON.stringify(record)))
        if (isCaptured || name.endsWith('.rid-json')) return
        assert.equal(hex(sound(back)), hex(damaged))
      }
      for (let length = 0; length < bytes.length; length++) look(bytes.subarray(0, length))
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const damaged = bytes.slice()
        damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        look(damaged)
      }
    })

    test(`${name}: a record with any member replaced is encoded or declined, never thrown at`, () => {
      fc.assert(
        fc.property(fc.nat(), fc.jsonValue({ maxDepth: 2 }), (at, value) => {
          const record = structuredClone(json)
          const places: [Record<string, unknown>, string][] = []
          const walk = (node: unknown): void => {
            if (typeof node !== 'object' || node === null) return
            for (const key of Object.keys(node)) {
              places.push([node as Record<string, unknown>, key])
              walk((node as Record<string, unknown>)[key])
            }
          }
          walk(record)
          const [holder, key] = places[at % places.length] ?? [{}, '']
          holder[key] = value
          const bytes = encode(record)
          assert.ok(isReject(bytes) || bytes.length > 0)
        }),
      )
    })
  }
})

describe('Remote ID messages', () => {
  test('any 25 bytes decode and encode to themselves, or are declined', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 25, maxLength: 25 }), (bytes) => {
        const record = decodeRemoteIdMessage(bytes)
        const isPack = (bytes[0] ?? 0) >> 4 === 15
        if (!isReject(record) && !isPack) assert.equal(hex(sound(encodeRemoteIdMessage(record))), hex(bytes))
      }),
      { numRuns: 2000 },
    )
  })

  test('numbers outside their ranges are not encoded', () => {
    const location = { kind: 'location', version: 2, status: 'airborne', heightAbove: 'ground' }
    for (const wrong of [
      { position: { latDeg: 90.0000002, lonDeg: 0 } },
      { position: { latDeg: 1, lonDeg: -180.1 } },
      { directionDeg: 361 },
      { speedMps: 300 },
      { climbMps: 62.6 },
      { altHaeM: 31_768 },
      { altHaeM: -1000.3 },
      { sinceHourS: 3600.1 },
      { timeAccuracyS: 1.6 },
      { status: 'flying' },
      { horizontalAccuracyM: -1 },
      { version: 16 },
    ]) {
      const bytes = encodeRemoteIdMessage({ ...location, ...wrong } as unknown as RemoteIdMessage)
      assert.ok(isReject(bytes) && bytes.rejected === 'field-range', JSON.stringify(wrong))
    }
  })

  test('places beyond a pole or the date line, and text that is not, are declined', () => {
    const at = (bytes: number[], index: number): Uint8Array => {
      const message = new Uint8Array(25)
      message.set([0x12], 0)
      message.set(bytes, index)
      return message
    }
    const beyond = [0x01, 0xe9, 0xa4, 0x35] // 90.0000001 deg
    assert.equal((decodeRemoteIdMessage(at(beyond, 5)) as Reject).rejected, 'position-range')
    const serial = new Uint8Array(25)
    serial.set([0x02, 0x12, 0x41, 0x07])
    assert.equal((decodeRemoteIdMessage(serial) as Reject).rejected, 'id-text')
  })

  test('an accuracy goes out as the best code whose bound holds', () => {
    const encode = (horizontalAccuracyM: number): number =>
      (sound(
        encodeRemoteIdMessage({ kind: 'location', version: 2, status: 'airborne', heightAbove: 'ground', horizontalAccuracyM } as never),
      )[19] ?? 0) & 15
    assert.deepEqual([0.5, 1, 1.1, 3, 9, 10, 11, 18_520, 20_000].map(encode), [12, 12, 11, 11, 10, 10, 9, 1, 0])
  })

  test('pages of a signature join once all are there', () => {
    const page = (name: string): Authentication => {
      const { json } = fixtures.find((fixture) => fixture.name === `${name}.remote-id`) ?? { json: {} }
      return (json as RemoteIdReport).messages[0] as Authentication
    }
    const [first, last] = [page('authentication-first'), page('authentication-last')]
    assert.equal(joinAuthentication([first]), undefined)
    assert.equal(joinAuthentication([last]), undefined)
    assert.equal(hex(joinAuthentication([last, first]) ?? new Uint8Array(0)), `${first.dataHex}${last.dataHex}`)
    assert.equal(joinAuthentication([last, { ...first, lengthBytes: 20 }])?.length, 20)
  })

  test('serial numbers of ANSI/CTA-2063-A', () => {
    for (const good of ['1AKGAAN8G70R7JS', 'ULYK563L5G', '1588E040445AC004418', '1581F4XFC228N0031ABC'.slice(0, 20)])
      assert.ok(isSerialNumber(good), good)
    for (const bad of ['', 'WRONG', 'ULYK563L5', 'ULYK563L5GG', 'OLYK563L5G', 'ulyk563l5g', 'ULYK0', 'SSEVTFG93700070'])
      assert.ok(!isSerialNumber(bad), bad)
  })
})

describe('Remote ID framing', () => {
  const raw = fixtures.filter(({ name, bytes }) => name.endsWith('.remote-id') && bytes[0] !== 0xca).map(({ bytes }) => bytes)
  const stream = Buffer.concat(raw)

  test('messages and packs come out alike however the stream is cut', () => {
    const expected = raw.map(hex)
    for (const create of [createRemoteIdFramer, createRemoteIdRecordingFramer]) {
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

  test('an impossible pack ends the stream, a cut one says so', () => {
    const framer = createRemoteIdFramer()
    framer.push(Uint8Array.of(0xf2, 24, 1, 0, 0))
    const fault = framer.next()
    assert.ok(isReject(fault) && fault.rejected === 'pack-size' && framer.broken)
    assert.equal(framer.next(), undefined)
    const cut = createRemoteIdFramer()
    cut.push(stream.subarray(0, 30))
    for (let piece = cut.next(); piece !== undefined; piece = cut.next());
    assert.equal((cut.end() as Reject).rejected, 'truncated')
  })

  test('damage anywhere ends in frames or rejects, never more bytes out than in', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }), fc.nat(), (edits, length) => {
        const damaged = stream.slice(0, length % (stream.length + 1))
        for (const [at, byte] of edits) if (damaged.length > 0) damaged[at % damaged.length] = byte
        const out = drain(createRemoteIdRecordingFramer(), [damaged])
        assert.ok(out.reduce((sum, frame) => sum + (frame?.length ?? 0) / 2, 0) <= damaged.length)
      }),
    )
  })
})

describe('network Remote ID', () => {
  const { json } = fixtures.find(({ name }) => name === 'flights.rid-json') ?? { json: {} }

  test("the interface's numbers for unknown are undefined in a Location", () => {
    const [flight] = (json as NetworkFlights).flights ?? []
    const location = flight?.current_state === undefined ? undefined : locationOfState(flight.current_state)
    assert.ok(location !== undefined)
    const {
      status,
      directionDeg,
      climbMps,
      speedMps,
      altHaeM,
      altPressM,
      heightM,
      horizontalAccuracyM,
      verticalAccuracyM,
      speedAccuracyMps,
    } = location
    assert.deepEqual([directionDeg, climbMps, altHaeM, verticalAccuracyM], [undefined, undefined, undefined, undefined])
    assert.deepEqual([status, speedMps, altPressM, heightM, horizontalAccuracyM, speedAccuracyMps], ['airborne', 0, 61.5, 40, 3, 1])
    assert.deepEqual(location.position, { latDeg: 25.3, lonDeg: 51.5 })
  })

  test('what breaks the interface is declined with the place of the fault', () => {
    const decode = (edit: (document: string) => string): Reject => decodeRidJson(Buffer.from(edit(JSON.stringify(json)))) as Reject
    // `kind` is ours and is passed over as any member that the interface does not have.
    assert.match(decode((text) => text.replace('"lat":25.3', '"lat":95')).detail ?? '', /^flights\.0\.current_state\.position\.lat: /)
    assert.match(decode((text) => text.replace('"track":361', '"track":362')).detail ?? '', /track/)
    assert.match(decode((text) => text.replace('HA3m', 'HA2m')).detail ?? '', /accuracy_h/)
    assert.match(decode((text) => text.replace('18:00:00.5Z', '28:00:00.5Z')).detail ?? '', /timestamp/)
    assert.equal(decode((text) => text.slice(0, -1)).rejected, 'json-syntax')
    assert.equal(decode(() => '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "a">]><kml/>').rejected, 'kml-doctype')
    assert.equal(decode(() => '<kml>').rejected, 'kml-syntax')
  })
})
