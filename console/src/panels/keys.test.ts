/// <reference types="node" />
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actionOf, KEYS } from './keys.ts'

const press = (key: string, code: string, held: { ctrlKey?: boolean } = {}) => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...held,
})

test('letters are found on Latin, Arabic and French keyboards', () => {
  assert.equal(actionOf(press('a', 'KeyA')), 'acknowledge')
  assert.equal(actionOf(press('A', 'KeyA')), 'acknowledge')
  // On an Arabic keyboard the key that bears A writes ش; on a French one A stands where others have Q.
  assert.equal(actionOf(press('ش', 'KeyA')), 'acknowledge')
  assert.equal(actionOf(press('a', 'KeyQ')), 'acknowledge')
  assert.equal(actionOf(press('ظ', 'Slash')), 'search')
  assert.equal(actionOf(press('؟', 'Slash')), 'help')
  assert.equal(actionOf(press('?', 'Slash')), 'help')
  assert.equal(actionOf(press('٢', 'Digit2')), 'sites')
})

test('the browser keeps its own combinations, and other keys do nothing', () => {
  assert.equal(actionOf(press('a', 'KeyA', { ctrlKey: true })), undefined)
  assert.equal(actionOf(press('z', 'KeyZ')), undefined)
  assert.equal(actionOf(press('Tab', 'Tab')), undefined)
})

test('no two actions share a key', () => {
  assert.equal(new Set(KEYS.map((each) => each.key)).size, KEYS.length)
  assert.equal(new Set(KEYS.map((each) => each.code)).size, KEYS.length)
})
