import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isReject } from '../base/reject.ts'
import type { Reject } from '../base/reject.ts'
import { decodeAvrLine, encodeAvrLine } from './adsb/avr.ts'
import { decodeBeastFrame, encodeBeastFrame } from './adsb/beast.ts'
import { encodeModeS } from './adsb/encode-report.ts'
import { BEAST_HEADER_BYTES, createBeastFramer } from './adsb/framing.ts'
import type { ModeSReport } from './adsb/mode-s.ts'
import { decodeSbsLine, encodeSbsLine } from './adsb/sbs.ts'
import type { SbsLine } from './adsb/sbs.ts'
import type { Framer } from './framer.ts'
import { createJsonFramer } from './json/framing.ts'
import { decodeIngestAsSent, decodeIngestSealed, encodeIngest } from './json/ingest.ts'
import type { IngestRequestAsSent } from './json/ingest.ts'
import { createLineFramer } from './line-framer.ts'
import { decodeSapient, encodeSapient, sapientFromJson, sapientToJson } from './sapient/v2/decode.ts'
import { createSapientFramer, frameSapient } from './sapient/v2/framing.ts'

/** Every fixture both ways, then damaged in every way that one bit or one cut can damage it. */

type Format = {
  readonly decode: (frame: Uint8Array) => object | Reject | undefined
  readonly encode: (record: never) => Uint8Array
  readonly frame: (frame: Uint8Array) => Uint8Array
  readonly createFramer: () => Framer
}

const text = (line: string): Uint8Array => new TextEncoder().encode(line)
const line = (frame: Uint8Array): Uint8Array => Buffer.concat([frame, Buffer.from('\r\n')])
const sound = <T>(value: T | Reject): T => {
  if (isReject(value)) throw new Error(`${value.rejected}: ${value.detail}`)
  return value
}
const deframed = (bytes: Uint8Array): Uint8Array => {
  const framer = createBeastFramer()
  framer.push(bytes)
  const frame = framer.next()
  assert.ok(frame !== undefined && !isReject(frame))
  return frame
}

const FORMATS: Readonly<Record<string, Format>> = {
  sapient: {
    decode: (frame) => {
      const message = decodeSapient(frame)
      return isReject(message) ? message : (sapientToJson(message) as object)
    },
    encode: (record) => encodeSapient(sound(sapientFromJson(record))),
    frame: frameSapient,
    createFramer: () => createSapientFramer({ maxFrameBytes: 100_000 }),
  },
  beast: {
    decode: (frame) => {
      const beast = decodeBeastFrame(frame)
      return isReject(beast) ? beast : { counter: beast.counter, signal: beast.signal, ...beast.report }
    },
    encode: (record: ModeSReport & { counter: number; signal: number }) =>
      deframed(encodeBeastFrame(sound(encodeModeS(record)), record.counter, record.signal)),
    frame: (frame) =>
      Uint8Array.from([0x1a, frame[0] ?? 0, ...Array.from(frame.subarray(1)).flatMap((byte) => (byte === 0x1a ? [byte, byte] : [byte]))]),
    createFramer: createBeastFramer,
  },
  avr: {
    decode: (frame) => {
      const avr = decodeAvrLine(frame)
      return isReject(avr) ? avr : { counter: avr.counter, ...avr.report }
    },
    encode: (record: ModeSReport) => text(encodeAvrLine(sound(encodeModeS(record)))),
    frame: line,
    createFramer: () => createLineFramer({ maxFrameBytes: 1000 }),
  },
  sbs: {
    decode: decodeSbsLine,
    encode: (record: SbsLine) => text(encodeSbsLine(record)),
    frame: line,
    createFramer: () => createLineFramer({ maxFrameBytes: 1000 }),
  },
  json: {
    decode: decodeIngestAsSent,
    encode: (record: IngestRequestAsSent) => encodeIngest(record),
    frame: line,
    createFramer: () => createJsonFramer({ maxFrameBytes: 100_000 }),
  },
}

type Fixture = {
  readonly name: string
  readonly format: Format
  readonly bytes: Uint8Array
  readonly json: unknown
  readonly exact: boolean
}

const folder = resolve(import.meta.dirname, '..', '..', 'test', 'fixtures')
const FIXTURES: readonly Fixture[] = globSync('{sapient,adsb,json}/*.hex', { cwd: folder })
  .sort()
  .map((path) => {
    const name = basename(path, '.hex')
    const format = FORMATS[name.split('.')[1] ?? '']
    assert.ok(format !== undefined, path)
    const bytes = Uint8Array.from(Buffer.from(readFileSync(join(folder, path), 'utf8').trim(), 'hex'))
    return {
      name,
      format,
      bytes,
      json: JSON.parse(readFileSync(join(folder, path.replace(/hex$/, 'json')), 'utf8')),
      exact: !name.startsWith('lax-'),
    }
  })

describe('fixtures', () => {
  test('there are some of every format', () => {
    const formats = new Set(FIXTURES.map((fixture) => fixture.name.split('.')[1]))
    assert.deepEqual(new Set(formats), new Set(Object.keys(FORMATS)))
  })

  for (const { name, format, bytes, json, exact } of FIXTURES) {
    test(`${name} says what its JSON says${exact ? ', and back' : ''}`, () => {
      const record = format.decode(bytes)
      assert.deepEqual(JSON.parse(JSON.stringify(record)), json)
      if (exact) assert.deepEqual(Buffer.from(format.encode(json as never)).toString('hex'), Buffer.from(bytes).toString('hex'))
    })

    test(`${name} survives every cut and every flipped bit`, () => {
      for (let length = 0; length < bytes.length; length++) {
        const record = format.decode(bytes.subarray(0, length))
        if (isReject(record)) assert.ok(record.atByte >= 0 && record.atByte <= bytes.length)
      }
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const damaged = bytes.slice()
        damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        format.decode(damaged)
        if (name.includes('.json')) decodeIngestSealed(damaged)
      }
    })
  }

  test('one flipped bit of a squitter never passes for a squitter', () => {
    for (const { name, bytes } of FIXTURES.filter((fixture) => fixture.name.endsWith('.beast'))) {
      for (let bit = BEAST_HEADER_BYTES * 8; bit < bytes.length * 8; bit++) {
        const damaged = bytes.slice()
        damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7))
        const beast = decodeBeastFrame(damaged)
        assert.ok(isReject(beast) || !('address' in beast.report), `${name} bit ${bit}`)
      }
    }
  })
})

describe('framing', () => {
  const drain = (framer: Framer, chunks: readonly Uint8Array[]): (string | undefined)[] => {
    const out: (string | undefined)[] = []
    const take = (piece: Uint8Array | Reject): unknown => out.push(isReject(piece) ? undefined : Buffer.from(piece).toString('hex'))
    for (const chunk of chunks) {
      framer.push(chunk)
      for (let piece = framer.next(); piece !== undefined; piece = framer.next()) take(piece)
    }
    for (let piece = framer.end(); piece !== undefined; piece = framer.end()) take(piece)
    return out
  }
  const cut = (bytes: Uint8Array, places: readonly number[]): Uint8Array[] => {
    const at = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
    return at.slice(1).map((end, i) => bytes.subarray(at[i], end))
  }

  for (const [id, format] of Object.entries(FORMATS)) {
    const frames = FIXTURES.filter((fixture) => fixture.name.split('.')[1] === id).map((fixture) => fixture.bytes)
    const stream = Buffer.concat(frames.map((frame) => format.frame(frame)))
    const expected = frames.map((frame) => Buffer.from(frame).toString('hex'))

    test(`${id}: the frames come out alike however the stream is cut`, () => {
      assert.deepEqual(drain(format.createFramer(), [stream]), expected)
      assert.deepEqual(
        drain(
          format.createFramer(),
          Array.from(stream, (byte) => Uint8Array.of(byte)),
        ),
        expected,
      )
      fc.assert(
        fc.property(fc.array(fc.nat(), { maxLength: 40 }), (places) =>
          assert.deepEqual(drain(format.createFramer(), cut(stream, places)), expected),
        ),
      )
    })

    test(`${id}: damage anywhere ends in frames or rejects, never more bytes out than in`, () => {
      fc.assert(
        fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }), fc.nat(), (edits, length) => {
          const damaged = stream.slice(0, length % (stream.length + 1))
          for (const [at, byte] of edits) if (damaged.length > 0) damaged[at % damaged.length] = byte
          const out = drain(format.createFramer(), [damaged])
          assert.ok(out.reduce((sum, frame) => sum + (frame?.length ?? 0) / 2, 0) <= damaged.length)
        }),
      )
    })
  }

  test('Beast recovers at the next frame after noise and after a frame cut short', () => {
    const good = encodeBeastFrame(new Uint8Array(7).fill(0x1a))
    const out = drain(createBeastFramer(), [Uint8Array.from([1, 2, 3, ...good.subarray(0, 9), ...good, 0x1a, 0x99, ...good])])
    const frame = '32000000000000001a1a1a1a1a1a1a'
    assert.deepEqual(
      out.filter((piece) => piece !== undefined),
      [frame, frame],
    )
    assert.equal(out.length - 2, 4, 'noise, short frame, unknown type, its remains')
  })

  test('SAPIENT: a length over the limit breaks the stream, one of 0 does not', () => {
    const framer = createSapientFramer({ maxFrameBytes: 10 })
    framer.push(Uint8Array.of(0, 0, 0, 0, 1, 0, 0, 0, 7, 11, 0, 0, 0))
    assert.equal(isReject(framer.next()), true)
    assert.deepEqual(framer.next(), Uint8Array.of(7))
    assert.equal(framer.atByte, 4)
    const over = framer.next()
    assert.ok(isReject(over) && over.rejected === 'length-over-limit' && over.atByte === 9)
    assert.equal(framer.broken, true)
    assert.equal(framer.next(), undefined)
  })

  test('lines: an overlong one is passed over and the next is whole; memory stays bounded', () => {
    const framer = createLineFramer({ maxFrameBytes: 10 })
    let rejects = 0
    for (let i = 0; i < 1000; i++) {
      framer.push(new Uint8Array(100).fill(0x41))
      for (let piece = framer.next(); piece !== undefined; piece = framer.next()) rejects += 1
    }
    framer.push(text('\nshort\n'))
    assert.deepEqual(framer.next(), text('short'))
    assert.equal(rejects, 1)
    assert.equal(framer.atByte, 100_001)
  })

  test('JSON: a broken line costs itself; documents over several lines are told apart by their brackets', () => {
    const lines = drain(createJsonFramer({ maxFrameBytes: 100 }), [text('{"a":1}\n{"b":\n{"c":"}"}\n')])
    assert.deepEqual(
      lines.map((hex) => Buffer.from(hex ?? '', 'hex').toString()),
      ['{"a":1}', '{"b":', '{"c":"}"}'],
    )
    const documents = drain(createJsonFramer({ maxFrameBytes: 100 }), [text('{\n "a": "\\"}"\n}{\n}\n[1,\n2]')])
    assert.deepEqual(
      documents.map((hex) => Buffer.from(hex ?? '', 'hex').toString()),
      ['{\n "a": "\\"}"\n}', '{\n}', '[1,\n2]'],
    )
  })
})
