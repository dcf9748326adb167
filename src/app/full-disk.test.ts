import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GapPayload } from '../model/entry.ts'
import { createFullDisk } from './full-disk.ts'

test('an engine that falls before it gave its snapshot is asked again, and the full disk ends', () => {
  const gaps: GapPayload[] = []
  let freezes = 0
  const disk = createFullDisk({
    recordAgain: () => 20,
    freeze: () => void freezes++,
    keepSnapshot: () => undefined,
    appendGap: (gap) => gaps.push(gap),
    holdCounts: () => undefined,
  })
  disk.onRestored()
  assert.equal(freezes, 0, 'nothing is the matter at the start')
  disk.onFull()
  disk.onLost([{ from: 11, to: 18 }], 8)
  disk.onRestored()
  assert.equal(freezes, 0, 'nothing was asked yet')
  disk.onSpace()
  disk.onHandled(20)
  assert.deepEqual([freezes, disk.active()], [1, true])
  disk.onRestored()
  assert.equal(freezes, 2)
  disk.onFrozen({ position: 22, build: 'b', sha256: 'x', bytes: new Uint8Array(1), pinned: true })
  assert.equal(disk.active(), false)
  assert.deepEqual(
    gaps.map(({ from, to, frames }) => [from, to, frames]),
    [[11, 18, 8]],
  )
  disk.onRestored()
  assert.equal(freezes, 2)
})
