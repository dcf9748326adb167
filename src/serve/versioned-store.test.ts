import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createVersionedStore } from './versioned-store.ts'

test('what changed since any version leads from that picture to this one, or is said to be unknown', () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('put' as const), id: fc.nat(6), value: fc.nat(99) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('drop' as const), id: fc.nat(6) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('clear' as const) }) },
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.nat(5), (steps, maxTombstones) => {
      const store = createVersionedStore<number>(maxTombstones)
      const twin = new Map<string, number>()
      const history = [new Map(twin)]
      let unknown = 0
      for (const each of steps) {
        if (each.do === 'put') {
          store.put('k', String(each.id), each.value)
          twin.set(String(each.id), each.value)
        } else if (each.do === 'drop') assert.equal(store.drop('k', String(each.id)), twin.delete(String(each.id)))
        else {
          store.clear()
          twin.clear()
        }
        history[store.version] = new Map(twin)
      }
      assert.deepEqual(
        new Map(store.all().map((each) => [each.id, each.value])),
        twin.size === 0
          ? new Map()
          : reorder(
              twin,
              store.all().map((each) => each.id),
            ),
      )
      assert.equal(store.count(), twin.size)
      for (let version = 0; version <= store.version; version++) {
        const changes = store.since(version)
        if (changes === 'too-old') {
          unknown++
          continue
        }
        const picture = new Map(history[version])
        for (const { id } of changes.drop) picture.delete(id)
        for (const { id, value } of changes.put) picture.set(id, value)
        assert.deepEqual(
          picture.size === twin.size && [...twin].every(([id, value]) => picture.get(id) === value),
          true,
          `from version ${version}`,
        )
        const versions = changes.put.map((each) => each.version)
        assert.deepEqual(
          versions,
          [...versions].sort((a, b) => a - b),
        )
      }
      // Where nothing was forgotten, everything is known.
      const drops = steps.filter((each) => each.do === 'drop').length
      if (drops <= maxTombstones && steps.every((each) => each.do !== 'clear')) assert.equal(unknown, 0)
      assert.equal(store.since(store.version + 1), 'too-old')
      assert.deepEqual(store.since(store.version), { put: [], drop: [] })
    }),
    { numRuns: 500 },
  )
})

const reorder = (map: Map<string, number>, ids: readonly string[]) => new Map(ids.map((id) => [id, map.get(id) as number]))
