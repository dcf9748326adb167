import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, test } from 'node:test'
import { isReject } from '../../src/base/reject.ts'
import { createMavlinkRecordingFramer } from '../../src/wire/mavlink/recording.ts'
import { decodeMavlink, encodeMavlink, MAVLINK_TABLES } from '../../src/wire/mavlink/report.ts'
import type { MavlinkReport } from '../../src/wire/mavlink/report.ts'
import { decodeSignedMavlink } from '../../src/wire/mavlink/signing.ts'
import type { FieldRow } from '../../src/wire/mavlink/table.ts'
import { sharedData } from '../shared-data.ts'

/** node-mavlink 2.3.0 on the same bytes, value by value; what it said was written down, see test/fixtures/mavlink/README.md. */
const folder = resolve(import.meta.dirname, '..', 'fixtures', 'mavlink')

type Vector = { hex: string; id: number; sequence: number; signed: boolean; values: Record<string, number | string | number[] | null> }
type Recording = {
  packets: number
  counts: Record<string, number>
  missed: { messageId: number; atByte: number }[]
  sha256: Record<string, string>
}

const camel = (name: string): string => name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** Our value as the definition has it on the wire. */
function rawOf([, wireType, name, coding]: FieldRow, fields: Record<string, unknown>): unknown {
  const value = fields[name]
  if (wireType.startsWith('float'))
    return Array.isArray(value)
      ? value.map((each: number) => Math.fround(each))
      : value === undefined
        ? (coding?.unknown ?? null)
        : Math.fround(value as number)
  if (wireType.startsWith('uint8_t[')) return [...Buffer.from(value as string, 'hex')]
  if (wireType.startsWith('char')) return value ?? ''
  return typeof value === 'number' ? Math.round(value * (coding?.per ?? 1)) : (coding?.unknown ?? value ?? 0)
}

describe('node-mavlink', () => {
  const vectors = readFileSync(join(folder, 'node-mavlink-vectors.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Vector)
  const key = Uint8Array.from({ length: 32 }, (_, i) => i * 7 + 1)

  test('its frames of every typed message: values, signatures, and the same bytes back', () => {
    assert.equal(new Set(vectors.map(({ id }) => id)).size, MAVLINK_TABLES.length)
    const state = new Map<string, number>()
    let compared = 0
    for (const { hex, id, sequence, signed, values } of vectors) {
      const bytes = Buffer.from(hex, 'hex')
      const report = signed
        ? decodeSignedMavlink(bytes, key, state, (text) => createHash('sha256').update(text).digest())
        : decodeMavlink(bytes)
      assert.ok(!isReject(report), `${hex}: ${JSON.stringify(report)}`)
      const table = MAVLINK_TABLES.find((each) => each.id === id)
      assert.ok(table !== undefined && report.fields !== undefined)
      assert.deepEqual(
        [report.messageId, report.sequence, report.systemId, report.componentId, report.signature !== undefined],
        [id, sequence, 7, 1, signed],
      )
      for (const row of table.fields) {
        const expected = values[row[0] === 'ICAO_address' ? 'ICAOAddress' : camel(row[0])] ?? values[row[0]]
        if (report.outOfRange?.includes(row[2]) === true) continue
        const padded =
          Array.isArray(expected) && row[1].startsWith('uint8_t')
            ? expected.concat(Array.from({ length: 300 }, () => 0)).slice(0, Number(/\d+(?=\])/.exec(row[1])))
            : expected
        assert.deepEqual(rawOf(row, report.fields as Record<string, unknown>), padded, `${table.name}.${row[0]} of ${hex}`)
        compared += 1
      }
      assert.equal(Buffer.from(encodeMavlink(JSON.parse(JSON.stringify(report)) as MavlinkReport) as Uint8Array).toString('hex'), hex)
    }
    assert.ok(compared > 800, `${compared} values`)
  })

  const recordings = JSON.parse(readFileSync(join(folder, 'node-mavlink-recordings.json'), 'utf8')) as Record<string, Recording>
  for (const [name, recording] of Object.entries(recordings)) {
    test(`${name}: every packet it finds, with the same values, and the ones it misses`, (t) => {
      const path = sharedData('mavlink', name)
      if (path === undefined) return t.skip('needs ../shared/data')
      const counts: Record<string, number> = {}
      const hashes = new Map<number, ReturnType<typeof createHash>>()
      const missed: Recording['missed'] = []
      let passedOver = 0
      const framer = createMavlinkRecordingFramer()
      const look = (piece: NonNullable<ReturnType<typeof framer.next>>): void => {
        if (isReject(piece)) {
          passedOver += 1
          return
        }
        const report = decodeMavlink(piece)
        assert.ok(!isReject(report))
        assert.deepEqual(encodeMavlink(JSON.parse(JSON.stringify(report)) as MavlinkReport), Uint8Array.from(piece))
        if (recording.missed.some(({ atByte }) => atByte === framer.atByte)) {
          missed.push({ messageId: report.messageId, atByte: framer.atByte })
          return
        }
        counts[report.messageId] = (counts[report.messageId] ?? 0) + 1
        const table = MAVLINK_TABLES.find((each) => each.id === report.messageId)
        if (table === undefined) return
        const values = table.fields.map((row) => rawOf(row, report.fields as Record<string, unknown>))
        const words = values.map((value) => (Array.isArray(value) ? value.join(' ') : String(value)))
        const hash = hashes.get(table.id) ?? createHash('sha256')
        hashes.set(table.id, hash.update(`${report.sequence} ${words.join(' ')}\n`))
      }
      framer.push(readFileSync(path))
      for (let piece = framer.next(); piece !== undefined; piece = framer.next()) look(piece)
      for (let piece = framer.end(); piece !== undefined; piece = framer.end()) look(piece)
      assert.deepEqual(counts, recording.counts)
      assert.deepEqual(missed, recording.missed)
      assert.deepEqual(Object.fromEntries([...hashes].map(([id, hash]) => [id, hash.digest('hex')])), recording.sha256)
      assert.equal(passedOver, name === 'GH-5.bin' ? 1 : 0, 'GH-5.bin begins inside a frame; nothing else is passed over')
    })
  }
})
