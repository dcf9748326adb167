import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { openPilot, openSerial, sealPersonal } from './personal.ts'
import { openVault } from './vault.ts'

const DAY = Date.UTC(2022, 10, 25)
const text = (plain: Uint8Array | undefined) => plain && Buffer.from(plain).toString()

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'marsad-vault-'))
  t.after(() => rmSync(path, { recursive: true }))
  return join(path, 'keys')
}

test('what is sealed opens again, also after a restart, and never twice the same', (t) => {
  const path = folder(t)
  const vault = openVault(path)
  const one = vault.seal('serial', DAY, Buffer.from('S-1'))
  const two = vault.seal('serial', DAY, Buffer.from('S-1'))
  assert.notEqual(one.box, two.box)
  assert.equal(one.keyId, 'serial-2022-11-25')
  const again = openVault(path)
  assert.equal(text(again.open(one)), 'S-1')
  assert.equal(text(again.open(two)), 'S-1')
  assert.equal(again.token('S-1'), vault.token('S-1'))
})

test('keys are by class and UTC day, and only their owner may read them', (t) => {
  const path = folder(t)
  const vault = openVault(path)
  vault.seal('pilot', DAY + 86_399_999, Buffer.from('x'))
  vault.seal('pilot', DAY + 86_400_000, Buffer.from('x'))
  vault.seal('serial', DAY, Buffer.from('x'))
  assert.deepEqual(vault.keys(), ['pilot-2022-11-25', 'pilot-2022-11-26', 'serial-2022-11-25'])
  if (process.platform !== 'win32')
    for (const name of [...vault.keys(), 'token']) assert.equal(statSync(join(path, `${name}.key`)).mode & 0o777, 0o600)
})

test('erasing one key closes its period for ever, leaves the others, the tokens and the ciphertext', (t) => {
  const path = folder(t)
  const vault = openVault(path)
  const pilot = vault.seal('pilot', DAY, Buffer.from('[25,51]'))
  const serial = vault.seal('serial', DAY, Buffer.from('S-1'))
  const token = vault.token('S-1')
  // What the journal holds is the reference: its hash is over the ciphertext and does not know of keys.
  const leaf = () =>
    createHash('sha256')
      .update(JSON.stringify([pilot, serial]))
      .digest('hex')
  const before = leaf()
  assert.equal(vault.erase('pilot-2022-11-25'), true)
  assert.equal(vault.erase('pilot-2022-11-25'), false)
  assert.equal(existsSync(join(path, 'pilot-2022-11-25.key')), false)
  for (const each of [vault, openVault(path)]) {
    assert.equal(each.open(pilot), undefined)
    assert.equal(text(each.open(serial)), 'S-1')
    assert.equal(each.token('S-1'), token)
  }
  assert.equal(leaf(), before)
  // The same day's next claim gets a new key, which does not open the old box.
  const later = vault.seal('pilot', DAY, Buffer.from('[26,52]'))
  assert.equal(vault.open(pilot), undefined)
  assert.equal(text(vault.open(later)), '[26,52]')
})

test('a box that was altered in any bit, cut short or put under another key does not open', (t) => {
  const vault = openVault(folder(t))
  const ref = vault.seal('serial', DAY, Buffer.from('S-1'))
  vault.seal('serial', DAY + 86_400_000, Buffer.from('S-2'))
  const bytes = Buffer.from(ref.box, 'base64')
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const altered = Buffer.from(bytes)
    altered[bit >> 3] = (altered[bit >> 3] as number) ^ (1 << (bit & 7))
    assert.equal(vault.open({ ...ref, box: altered.toString('base64') }), undefined, `bit ${bit}`)
  }
  for (let length = 0; length < bytes.length; length++)
    assert.equal(vault.open({ ...ref, box: bytes.subarray(0, length).toString('base64') }), undefined, `length ${length}`)
  assert.equal(vault.open({ ...ref, keyId: 'serial-2022-11-26' }), undefined)
  for (const keyId of ['../token', 'token', '', 'serial-2022-11-25/../../x']) {
    assert.equal(vault.open({ ...ref, keyId }), undefined)
    assert.equal(vault.erase(keyId), false)
  }
})

test('the token is the HMAC that it says it is, and another vault gives another', (t) => {
  const path = folder(t)
  const vault = openVault(path)
  assert.equal(
    vault.token('S-1'),
    createHmac('sha256', readFileSync(join(path, 'token.key')))
      .update('S-1')
      .digest('hex')
      .slice(0, 32),
  )
  assert.notEqual(vault.token('S-1'), openVault(folder(t)).token('S-1'))
})

test('a damaged key file is named, not worked around', (t) => {
  const path = folder(t)
  openVault(path)
  writeFileSync(join(path, 'token.key'), 'short')
  assert.throws(() => openVault(path), /token\.key holds 5 bytes where a key has 32/)
})

test('personal fields of a JSON document leave no trace in clear', (t) => {
  const vault = openVault(folder(t))
  const detection = { time: '2022-11-25T18:50:00Z', position: { latDeg: 25.4, lonDeg: 51.5, sigmaM: 10 } }
  const request = {
    node: 'rid',
    detections: [{ ...detection, remoteId: { serial: 'SERIAL-9', pilot: { latDeg: 25.111111, lonDeg: 51.222222 } } }, detection],
  }
  const sealed = sealPersonal(vault, DAY, request)
  const written = JSON.stringify(sealed)
  for (const secret of ['SERIAL-9', '25.111111', '51.222222']) assert.equal(written.includes(secret), false)
  assert.deepEqual(sealed.detections[1], detection)
  const remoteId = sealed.detections[0]?.remoteId
  assert.ok(remoteId?.sealedSerial && remoteId.sealedPilot)
  assert.equal(openSerial(vault, remoteId.sealedSerial), 'SERIAL-9')
  assert.deepEqual(openPilot(vault, remoteId.sealedPilot), { latDeg: 25.111111, lonDeg: 51.222222 })
  vault.erase(remoteId.sealedPilot.keyId)
  assert.equal(openPilot(vault, remoteId.sealedPilot), undefined)
})
