import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createQuarantine } from './quarantine.ts'

test('a quarantine holds an address whatever its port, and nobody else', () => {
  const quarantine = createQuarantine(() => 0)
  quarantine.put('radar', '192.0.2.1:5020')
  assert.equal(quarantine.holds('radar', '192.0.2.1:6000'), true)
  assert.equal(quarantine.holds('radar', '192.0.2.1'), true)
  assert.equal(quarantine.holds('radar', '192.0.2.2:5020'), false)
  assert.equal(quarantine.holds('json', '192.0.2.1:5020'), false)
})

test('over IPv6 the last group of an address is no port', () => {
  const quarantine = createQuarantine(() => 0)
  quarantine.put('json', 'fe80::1')
  assert.equal(quarantine.holds('json', 'fe80::2'), false)
  assert.equal(quarantine.holds('json', 'fe80::1'), true)
  quarantine.put('radar', '[2001:db8::1]:40000')
  assert.equal(quarantine.holds('radar', '[2001:db8::1]:40001'), true)
  assert.equal(quarantine.holds('radar', '[2001:db8::2]:40000'), false)
  assert.equal(quarantine.holds('radar', '2001:db8::1'), true)
})
