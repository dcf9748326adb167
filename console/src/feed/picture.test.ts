import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FeedMessage } from '../../../src/model/api.ts'
import { applyMessage, newPicture } from './picture.ts'

type Step = { readonly whole: boolean; readonly put: readonly (readonly [string, number])[]; readonly drop: readonly string[] }
const id = fc.constantFrom('A1', 'A2', 'A3', 'A4')
const steps = fc.array(
  fc.record({ whole: fc.boolean(), put: fc.uniqueArray(fc.tuple(id, fc.nat()), { selector: ([each]) => each }), drop: fc.uniqueArray(id) }),
  { maxLength: 12 },
)

function messageOf({ whole, put, drop }: Step): FeedMessage {
  const fields = {
    type: whole ? 'snapshot' : 'delta',
    epoch: 'e',
    cursor: 'c',
    atMs: 0,
    rate: 1,
    committed: 0,
    put: { alert: put.map(([each, changedMs]) => ({ id: each, changedMs })) },
    patch: {},
    drop: { alert: drop },
  }
  return fields as unknown as FeedMessage
}

test('the picture is what an obvious reader of the same messages would hold', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const picture = newPicture()
      let twin: Record<string, number> = {}
      for (const step of all) {
        const change = applyMessage(picture, messageOf(step))
        if (step.whole) twin = {}
        for (const each of step.drop) delete twin[each]
        for (const [each, value] of step.put) twin[each] = value
        assert.equal(change.whole, step.whole)
        assert.deepEqual(
          change.put.alert,
          step.put.map(([each]) => each),
        )
      }
      assert.deepEqual(Object.fromEntries([...picture.alert].map(([each, view]) => [each, view.changedMs])), twin)
    }),
  )
})

test('a patch changes its fields alone, and one for an item that is not there makes none', () => {
  const picture = newPicture()
  applyMessage(picture, messageOf({ whole: true, put: [['A1', 1]], drop: [] }))
  const before = picture.alert.get('A1')
  const patch = {
    ...messageOf({ whole: false, put: [], drop: [] }),
    put: {},
    drop: {},
    patch: {
      alert: [
        { id: 'A1', members: 7 },
        { id: 'A9', members: 3 },
      ],
    },
  } as unknown as FeedMessage
  const change = applyMessage(picture, patch)
  assert.deepEqual(picture.alert.get('A1'), { id: 'A1', changedMs: 1, members: 7 })
  assert.notEqual(picture.alert.get('A1'), before, 'a changed item is another object, so that hooks see it')
  assert.equal(picture.alert.has('A9'), false)
  assert.deepEqual(change.put.alert, ['A1'])
})
