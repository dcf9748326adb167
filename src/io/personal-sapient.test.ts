import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { isReject } from '../base/reject.ts'
import { decodeSapient, encodeSapient, sapientFromJson } from '../wire/sapient/v2/decode.ts'
import { personalKindOf, serialOf } from '../wire/sapient/v2/personal-fields.ts'
import { sealSapient } from './personal-sapient.ts'
import { openVault } from './vault.ts'

const NOW_MS = Date.UTC(2022, 10, 26, 18, 50)
const SECRETS = ['SN-CARRIED-4711', 'DOHA-PLATE-815', 'FIN87astrdge12k8-xyz', '25.411111']

function vaultFor(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-sapient-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return openVault(folder)
}

function report(more: object): Uint8Array {
  const message = sapientFromJson({
    timestamp: '2022-11-26T18:50:00Z',
    nodeId: '4d9a4a1f-5b0e-4f5e-9d3a-0a1b2c3d4e5f',
    detectionReport: {
      reportId: '01GGYFBAXGDG7AGAHRZ6XSNY12',
      objectId: '01GGYFBAXH4VYRQYEX7S3XGK3H',
      location: { x: 51.5, y: 25.5, coordinateSystem: 'LOCATION_COORDINATE_SYSTEM_LAT_LNG_DEG_M', datum: 'LOCATION_DATUM_WGS84_E' },
      ...more,
    },
  })
  assert.ok(!isReject(message))
  return encodeSapient(message)
}

test('serials become a token and a box, what names a person a box, the rest stays', (t) => {
  const vault = vaultFor(t)
  const sealed = sealSapient(
    vault,
    NOW_MS,
    report({
      id: SECRETS[0],
      objectInfo: [
        { type: 'Licence Plate', value: SECRETS[1] },
        { type: 'mass_kg', value: '0.9' },
        { type: 'OPERATOR-ID', value: SECRETS[2] },
      ],
      trackInfo: [
        { type: 'pilotLatitude', value: SECRETS[3] },
        { type: 'autopilot', value: 'PX4' },
      ],
    }),
  )
  const text = Buffer.from(sealed).toString('latin1')
  for (const secret of SECRETS) assert.equal(text.includes(secret), false, secret)
  const message = decodeSapient(sealed)
  assert.ok(!isReject(message) && message.content.case === 'detectionReport')
  const { value } = message.content
  const serial = serialOf(value)
  assert.equal(serial?.token, vault.token(SECRETS[0]!), 'the token that the JSON door would give')
  assert.ok(serial)
  assert.equal(Buffer.from(vault.open(serial.sealed) ?? []).toString(), SECRETS[0])
  assert.deepEqual([value.objectInfo[1]?.value, value.trackInfo[1]?.value], ['0.9', 'PX4'])
  assert.match(value.objectInfo[0]?.value ?? '', /^marsad:[0-9a-f]{32}:serial-2022-11-26:/)
  assert.match(value.objectInfo[2]?.value ?? '', /^marsad::pilot-2022-11-26:/)
  const [, , keyId = '', box = ''] = (value.trackInfo[0]?.value ?? '').split(':')
  assert.equal(Buffer.from(vault.open({ keyId, box }) ?? []).toString(), SECRETS[3])
})

test('a message without personal values is handed on as it came, and so is what is no message', (t) => {
  const vault = vaultFor(t)
  const folder = join(import.meta.dirname, '..', '..', 'test', 'fixtures', 'sapient')
  const fixtures = readdirSync(folder).filter((name) => name.endsWith('.hex'))
  assert.ok(fixtures.length > 4)
  for (const name of fixtures) {
    const bytes = Buffer.from(readFileSync(join(folder, name), 'utf8').replace(/\s/g, ''), 'hex')
    assert.ok(!isReject(decodeSapient(bytes)), name)
    assert.equal(sealSapient(vault, NOW_MS, bytes), bytes, name)
  }
  const garbage = new Uint8Array([0xff, 0xff, 0xff])
  assert.equal(sealSapient(vault, NOW_MS, garbage), garbage)
  assert.deepEqual(vault.keys(), [], 'nothing was sealed')
})

test('a message that breaks a rule of the standard is sealed all the same: it is recorded too', (t) => {
  const vault = vaultFor(t)
  const bytes = report({ id: SECRETS[0] })
  // The second byte of field 2 (node_id) is its length; its text follows: no UUID any more.
  const at = Buffer.from(bytes).indexOf('4d9a4a1f')
  bytes.set(Buffer.from('ZZZZ'), at)
  assert.ok(isReject(decodeSapient(bytes)))
  assert.equal(Buffer.from(sealSapient(vault, NOW_MS, bytes)).includes(SECRETS[0]!), false)
})

test('a reference that a sender made up is sealed like any other value, and thousands of values cost no thousand seals', (t) => {
  const vault = vaultFor(t)
  const made = `marsad:${'0'.repeat(32)}:serial-2022-11-26:AAAA`
  const message = decodeSapient(
    sealSapient(
      vault,
      NOW_MS,
      report({ id: made, objectInfo: Array.from({ length: 900 }, (_, i) => ({ type: 'serial', value: `S-${i}` })) }),
    ),
  )
  assert.ok(!isReject(message) && message.content.case === 'detectionReport')
  assert.equal(serialOf(message.content.value)?.token, vault.token(made))
  assert.equal(message.content.value.objectInfo.filter((info) => info.value === 'marsad:left-out').length, 869)
  const long = decodeSapient(sealSapient(vault, NOW_MS, report({ id: 'x'.repeat(50_000) })))
  assert.ok(!isReject(long) && long.content.case === 'detectionReport')
  assert.equal(long.content.value.id, 'marsad:left-out')
})

test('type names are compared without case and punctuation', () => {
  for (const name of ['serial', 'Serial Number', 'UAS_SERIAL_NO', 'registration', 'number-plate', 'Remote.ID'])
    assert.equal(personalKindOf(name), 'serial', name)
  for (const name of ['operator', 'OperatorId', 'PILOT LOCATION', 'owner_name', 'take-off'])
    assert.equal(personalKindOf(name), 'person', name)
  for (const name of ['', 'rcs', 'autopilot', 'mass', 'speed']) assert.equal(personalKindOf(name), undefined, name)
})
