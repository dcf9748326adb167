import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { test } from 'node:test'
import { deserialize, serialize } from 'node:v8'
import { feedHealth } from './health.ts'
import { receiveFrame, senseTick } from './receive.ts'
import { newSenseState } from './state.ts'
import type { SenseState } from './state.ts'
import { testContext, testFeed, testFrame, testNode } from './test-context.ts'

/** Damaged frames after sound ones: nothing throws, every frame is either accepted or counted as declined, and the state stays plain data. */

const folder = resolve(import.meta.dirname, '..', '..', 'test', 'fixtures')
const frameOf = (path: string): Uint8Array => Uint8Array.from(Buffer.from(readFileSync(join(folder, path), 'utf8').trim(), 'hex'))
const T0 = Date.UTC(2022, 11, 18, 18, 50, 2)
const NODE = '4d9a4a1f-5b0e-4f5e-9d3a-0a1b2c3d4e5f'

const nodes = [
  testNode(NODE, 'radar', 25.5, 51.5),
  testNode('receiver', 'ads-b', 25.27, 51.6, { maxRangeM: 300_000 }),
  testNode('rf-lusail', 'rf', 25.42, 51.49),
  testNode('coast-radar', 'radar', 25.4, 51.55),
]
const feeds = [
  testFeed('sapient', 'sapient'),
  testFeed('beast', 'beast', { node: 'receiver' }),
  testFeed('sbs', 'sbs', { node: 'receiver' }),
  testFeed('json', 'json'),
]

for (const door of ['sapient', 'beast', 'sbs', 'json'] as const) {
  test(`${door}: every cut and every flipped bit of every fixture, on a live session`, () => {
    const context = testContext(25.42, 51.49, nodes, feeds)
    const paths = globSync(`*/*.${door}.hex`, { cwd: folder }).sort(
      (a, b) => Number(basename(b).startsWith('registration.')) - Number(basename(a).startsWith('registration.')),
    )
    assert.ok(paths.length > 2)
    const state = newSenseState()
    for (const path of paths) receiveFrame(state, context, testFrame(door, 1, T0, frameOf(path)))
    let atMs = T0
    for (const path of paths) {
      const sound = frameOf(path)
      const damaged = [
        ...Array.from(sound, (_, length) => sound.subarray(0, length)),
        ...Array.from({ length: sound.length * 8 }, (_, bit) => sound.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))),
      ]
      for (const frame of damaged) {
        const before = feedHealth(state, door)
        const result = receiveFrame(state, context, testFrame(door, 1, (atMs += 1), frame))
        const after = feedHealth(state, door)
        assert.equal(after.frames, before.frames + 1)
        assert.ok(
          after.accepted + after.rejected > before.accepted + before.rejected || result.replies.length > 0,
          `${path}: neither accepted nor declined`,
        )
        for (const detection of result.detections) assert.ok(detection.measuredMs <= detection.receivedMs)
      }
    }
    senseTick(state, context, atMs + 1000)
    assert.deepEqual(deserialize(serialize(state)) as SenseState, state)
    assert.ok(state.nodes.size <= nodes.length + 256)
  })
}
