import assert from 'node:assert/strict'
import { test } from 'node:test'
import { classesOf, noteClasses } from './classify.ts'
import { newTable } from './table.ts'

test('opinions are averaged, the newest ten or so counting most; what is left open is unknown; the sum is 1', () => {
  const table = newTable(1, 1)
  assert.deepEqual(classesOf(table, 0), [{ class: 'unknown', probability: 1 }])
  noteClasses(table, 0, [{ class: 'bird', probability: 0.6 }])
  assert.deepEqual(classesOf(table, 0), [
    { class: 'bird', probability: 0.6 },
    { class: 'unknown', probability: 0.4 },
  ])
  for (let i = 0; i < 100; i++)
    noteClasses(table, 0, [
      { class: 'multirotor', probability: 0.9 },
      { class: 'bird', probability: 0.1 },
    ])
  const told = classesOf(table, 0)
  assert.equal(told[0]!.class, 'multirotor')
  assert.ok(Math.abs(told[0]!.probability - 0.9) < 1e-3)
  assert.ok(Math.abs(told.reduce((sum, c) => sum + c.probability, 0) - 1) < 1e-12)
})

test('one sensor that says the same a thousand times is no surer than it was the first time', () => {
  const table = newTable(1, 1)
  for (let i = 0; i < 1000; i++)
    noteClasses(table, 0, [
      { class: 'fixed-wing', probability: 0.7 },
      { class: 'bird', probability: 0.3 },
    ])
  assert.ok(Math.abs(classesOf(table, 0)[0]!.probability - 0.7) < 1e-9)
})

test('opinions that sum to more than 1 are scaled', () => {
  const table = newTable(1, 1)
  noteClasses(table, 0, [
    { class: 'fixed-wing', probability: 1 },
    { class: 'bird', probability: 1 },
  ])
  assert.deepEqual(
    classesOf(table, 0).map((c) => c.probability),
    [0.5, 0.5],
  )
})
