import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { TestContext } from 'node:test'
import { isReject } from '../../../base/reject.ts'
import { sharedData } from '../../../../test/shared-data.ts'
import { decodeSapient, encodeSapient, makeSapient, sapientFromJson, sapientTimeMs, sapientTimestamp, sapientToJson } from './decode.ts'
import { createSapientFramer, frameSapient } from './framing.ts'

type Verdict = { verdict: 'accepted' | 'rejected' | 'not-parsed' | 'crashed'; why: string | string[] }

function judged(t: TestContext): { folder: string; verdicts: Record<string, Verdict> } | undefined {
  const folder = sharedData('sapient')
  if (folder === undefined) {
    t.skip('needs ../shared/data')
    return undefined
  }
  return { folder, verdicts: JSON.parse(readFileSync(join(folder, 'apex-verdicts.json'), 'utf8')) as Record<string, Verdict> }
}

const read = (folder: string, file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'))

/**
 * Where we are stricter than Apex, which the rules of its maker's own test harness ask for: an Error says something, and
 * what is to be followed has an object's id.
 */
const STRICTER_THAN_APEX = ['invalid/0170.Error.ErrorMessage.Missing.json', 'invalid/0178.BadId.Follow.FollowObjectId.json']

describe("SAPIENT against Dstl's messages and Apex's verdicts", () => {
  test('all 38 that must pass do, all 97 that must fail do', (t) => {
    const data = judged(t)
    if (data === undefined) return
    const taken = Object.keys(data.verdicts).filter((file) => !isReject(sapientFromJson(read(data.folder, file))))
    assert.deepEqual(
      taken.sort(),
      Object.keys(data.verdicts)
        .filter((file) => !file.startsWith('invalid/'))
        .sort(),
    )
    assert.equal(taken.length, 38)
    assert.equal(Object.keys(data.verdicts).length, 135)
  })

  test('every refusal names the field that Apex names; the two that Apex lets pass are ours by choice', (t) => {
    const data = judged(t)
    if (data === undefined) return
    let compared = 0
    for (const [file, { verdict, why }] of Object.entries(data.verdicts)) {
      const message = sapientFromJson(read(data.folder, file))
      if (verdict === 'accepted') assert.equal(isReject(message), STRICTER_THAN_APEX.includes(file), file)
      if (verdict !== 'rejected') continue
      assert.ok(isReject(message))
      for (const line of why) {
        const [field, rule] = [line.slice(0, line.indexOf(' (')), /\((.*?)\)/.exec(line)?.[1]]
        const path = rule === 'mandatory oneof present' ? `${field}.${line.slice(line.lastIndexOf(' ') + 1)}` : field
        assert.ok(message.detail?.includes(`${path}: `), `${file}: ${message.detail} does not name ${path}`)
        compared += 1
      }
    }
    assert.ok(compared > 60)
  })

  test("the stream that Apex's own classes encoded decodes to the JSON, and ours is the same to the byte", (t) => {
    const data = judged(t)
    const path = sharedData('sapient', 'framed-valid.bin')
    if (data === undefined || path === undefined) return
    const index = read(data.folder, 'framed-valid.index.json') as { file: string; offset: number; length: number; content: string }[]
    const framer = createSapientFramer({ maxFrameBytes: 100_000 })
    framer.push(readFileSync(path))
    assert.equal(index.length, 38)
    for (const { file, offset, length, content } of index) {
      const frame = framer.next()
      assert.ok(frame !== undefined && !isReject(frame))
      assert.deepEqual([framer.atByte, frame.length], [offset, length])
      const message = decodeSapient(frame)
      const expected = sapientFromJson(read(data.folder, file))
      assert.ok(!isReject(message) && !isReject(expected))
      assert.deepEqual(sapientToJson(message), sapientToJson(expected))
      assert.equal(
        message.content.case,
        content.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
      )
      assert.deepEqual(Buffer.from(encodeSapient(expected)), Buffer.from(frame))
    }
    assert.equal(framer.next(), undefined)
    assert.equal(framer.end(), undefined)
  })
})

describe('SAPIENT rules that no recording breaks', () => {
  const node = '4d9a4a1f-5b0e-4f5e-9d3a-0a1b2c3d4e5f'
  const report = (more: object): unknown => ({
    timestamp: '2022-12-18T18:50:00Z',
    nodeId: node,
    detectionReport: {
      reportId: '01GGYFBAXGDG7AGAHRZ6XSNY12',
      objectId: '01GGYFBAXH4VYRQYEX7S3XGK3H',
      rangeBearing: { azimuth: 1, coordinateSystem: 1, datum: 1 },
      ...more,
    },
  })
  const refusal = (json: unknown): string => {
    const message = sapientFromJson(json)
    return isReject(message) ? `${message.rejected} ${message.detail}` : 'taken'
  }

  test('probabilities lie in 0..1, numbers are finite, enumerations known', () => {
    assert.equal(refusal(report({})), 'taken')
    assert.match(refusal(report({ detectionConfidence: 1.01 })), /^out-of-range detection_report\.detection_confidence/)
    assert.match(refusal(report({ behaviour: [{ type: 'loitering', confidence: -0.1 }] })), /^out-of-range .*behaviour\.0\.confidence/)
    assert.match(refusal(report({ rangeBearing: { azimuth: 'NaN', coordinateSystem: 1, datum: 1 } })), /^not-finite .*azimuth/)
    assert.match(
      refusal(report({ rangeBearing: { azimuth: 1, coordinateSystem: 99, datum: 1 } })),
      /^unknown-enum-value .*coordinate_system/,
    )
    assert.match(refusal(report({ rangeBearing: { azimuth: 1, coordinateSystem: 0, datum: 1 } })), /^missing-field .*coordinate_system/)
    assert.match(refusal(report({ reportId: '81GGYFBAXGDG7AGAHRZ6XSNY12' })), /^id-form /)
    assert.match(
      refusal({ timestamp: '2022-12-18T18:50:00Z', nodeId: node.toUpperCase(), error: { packet: 'AA==', errorMessage: ['x'] } }),
      /^id-form node_id/,
    )
    assert.match(
      refusal({ timestamp: '2022-12-18T18:50:00Z', nodeId: node, error: { packet: 'AA==', errorMessage: [''] } }),
      /^missing-field error\.error_message\.0/,
    )
    assert.match(refusal({ timestamp: '2022-12-18T18:50:00Z', nodeId: node }), /^missing-oneof content/)
  })

  test('fields of another edition are refused, however deep they sit', () => {
    const known = sapientFromJson(report({}))
    assert.ok(!isReject(known))
    const bytes = encodeSapient(known)
    const outer = decodeSapient(Uint8Array.from([...bytes, 0xf8, 0x07, 0x01])) // field 127, varint 1
    assert.ok(isReject(outer) && outer.rejected === 'unknown-field' && outer.detail?.includes('127'))
    if (known.content.case === 'detectionReport') known.content.value.$unknown = [{ no: 77, wireType: 0, data: Uint8Array.of(1) }]
    const inner = decodeSapient(encodeSapient(known))
    assert.ok(isReject(inner) && inner.detail?.startsWith('detection_report: field number 77'))
  })

  test('nesting is bounded: a hundred thousand levels are a reject, not a crash', () => {
    let nested = Uint8Array.of()
    const tag = 0x22 // sub_class, field 4 of SubClass, length-delimited
    for (let level = 0; level < 200; level++) nested = Uint8Array.from([tag, ...varint(nested.length), ...nested])
    for (const field of [3, 11, 7]) nested = Uint8Array.from([(field << 3) | 2, ...varint(nested.length), ...nested])
    assert.ok(isReject(decodeSapient(nested)))
    let json: object = {}
    for (let level = 0; level < 10_000; level++) json = { subClass: [json] }
    assert.ok(isReject(sapientFromJson(report({ classification: [json] }))))
  })

  test('times go there and back in whole milliseconds', () => {
    const atMs = Date.UTC(2022, 11, 18, 18, 50, 0, 987)
    assert.equal(sapientTimeMs(sapientTimestamp(atMs)), atMs)
    assert.equal(sapientTimeMs(undefined), undefined)
    const message = makeSapient({
      timestamp: sapientTimestamp(atMs),
      nodeId: node,
      content: { case: 'error', value: { packet: Uint8Array.of(1), errorMessage: ['x'] } },
    })
    assert.equal((sapientToJson(message) as { timestamp: string }).timestamp, '2022-12-18T18:50:00.987Z')
    assert.equal(frameSapient(encodeSapient(message)).length, encodeSapient(message).length + 4)
  })
})

function varint(value: number): number[] {
  const out: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    out.push(rest < 128 ? rest : (rest % 128) | 0x80)
    if (rest < 128) return out
  }
}
