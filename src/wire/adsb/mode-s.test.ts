import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import type { TestContext } from 'node:test'
import { isReject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { sharedData } from '../../../test/shared-data.ts'
import { decodeAltitude12Ft, encodeAltitude12 } from './altitude.ts'
import { decodeAvrLine } from './avr.ts'
import { crc24, parityOverlay, writeParity } from './crc24.ts'
import { decodeIdentification } from './identification.ts'
import { decodeModeS, encodeAirborneVelocity, encodeIdentification } from './mode-s.ts'
import type { ModeSReport } from './mode-s.ts'
import { decodeSbsLine } from './sbs.ts'
import { decodeSurfacePosition } from './surface-position.ts'

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))
const report = (text: string): ModeSReport => {
  const decoded = decodeModeS(hex(text))
  assert.ok(!isReject(decoded))
  return decoded
}

function sound<T>(value: T | Reject): T {
  if (isReject(value)) throw new Error(value.rejected)
  return value
}

function recording(t: TestContext, ...path: string[]): string | undefined {
  const file = sharedData('adsb', ...path)
  if (file === undefined) t.skip('needs ../shared/data')
  return file === undefined ? undefined : readFileSync(file, 'utf8')
}

describe('Mode S against other decoders', () => {
  test('2,000 real squitters: address and type code as pyModeS has them', (t) => {
    const text = recording(t, 'pymodes_adsb.csv')
    if (text === undefined) return
    const rows = text
      .trim()
      .split('\n')
      .map((row) => row.trim().split(','))
    assert.equal(rows.length, 2000)
    for (const [, quoted, address, typeCode] of rows) {
      const message = hex((quoted ?? '').replaceAll('"', ''))
      assert.equal(parityOverlay(message), 0)
      const decoded = decodeModeS(message)
      assert.ok(!isReject(decoded) && 'sender' in decoded)
      assert.equal(decoded.address, (address ?? '').replaceAll('"', '').toLowerCase())
      const code = Number(typeCode)
      const kind =
        code <= 4
          ? 'identification'
          : code <= 8
            ? 'surface-position'
            : code <= 18
              ? 'airborne-position'
              : code === 19
                ? 'airborne-velocity'
                : code === 28
                  ? 'aircraft-status'
                  : code === 31
                    ? 'operational-status'
                    : 'other-squitter'
      assert.equal(decoded.kind, kind)
    }
  })

  test('5,000 Comm-B replies of format 20 are told from squitters and name nobody', (t) => {
    const text = recording(t, 'pymodes_commb_df20.csv')
    if (text === undefined) return
    const rows = text.replace('\ufeff', '').trim().split('\n')
    assert.equal(rows.length, 5000)
    let named = 0
    for (const row of rows) {
      const [, address, message] = row.trim().split(',')
      const bytes = hex(message ?? '')
      const decoded = decodeModeS(bytes)
      assert.ok(!isReject(decoded) && decoded.kind === 'other-format' && (decoded.downlinkFormat === 20 || decoded.downlinkFormat === 21))
      // The address that pyModeS's recorder named is what lies over the parity.
      if (parityOverlay(bytes).toString(16).padStart(6, '0') === address?.toLowerCase()) named += 1
    }
    // Three lines of the recording are damaged: their overlay differs in some bits.
    assert.equal(named, 4997)
  })

  test('altitude, velocity, vertical rate and call sign line by line as readsb gives them in SBS', (t) => {
    const avr = recording(t, 'readsb-out', 'pymodes_adsb.avr')
    const sbs = recording(t, 'readsb-out', 'pymodes_adsb.sbs')
    if (avr === undefined || sbs === undefined) return
    const ours = avr
      .trim()
      .split('\n')
      .map((line) => sound(decodeAvrLine(Buffer.from(line))).report)
    const theirs = sbs
      .trim()
      .split(/\r?\n/)
      .map((line) => sound(decodeSbsLine(Buffer.from(line))))
    assert.equal(ours.length, theirs.length)
    ours.forEach((mine, i) => {
      const line = theirs[i]
      assert.ok(line !== undefined)
      if (mine.kind === 'airborne-position') assert.equal(mine.altPressFt, line.altPressFt)
      if (mine.kind === 'identification') assert.equal(mine.callsign, line.callsign)
      if (mine.kind === 'airborne-velocity') {
        assert.equal(mine.climbFtPerMin, line.climbFtPerMin)
        const speedKt = Math.hypot(mine.eastKt ?? 0, mine.northKt ?? 0)
        const trackDeg = ((Math.atan2(mine.eastKt ?? 0, mine.northKt ?? 0) * 180) / Math.PI + 360) % 360
        // readsb prints whole knots and degrees.
        assert.ok(Math.abs(speedKt - (line.speedKt ?? NaN)) <= 0.5 && Math.abs(trackDeg - (line.trackDeg ?? NaN)) <= 0.5)
      }
    })
  })

  test('217 messages that dump1090 demodulated: every squitter and all-call is sound, and its own addresses overlie the rest', (t) => {
    const text = recording(t, 'modes1.avr')
    if (text === undefined) return
    const addresses = new Set<string>()
    let others = 0
    for (const line of text.trim().split('\n')) {
      const decoded = decodeAvrLine(Buffer.from(line))
      assert.ok(!isReject(decoded), line)
      if ('address' in decoded.report) addresses.add(decoded.report.address)
    }
    for (const line of text.trim().split('\n')) {
      const message = hex(line.replaceAll(/[*;\s]/g, ''))
      const decoded = decodeModeS(message)
      if (isReject(decoded) || decoded.kind !== 'other-format') continue
      others += 1
      assert.ok(addresses.has(parityOverlay(message).toString(16).padStart(6, '0')), line)
    }
    assert.ok(others > 30)
  })

  test('version, accuracy and emergency state as readsb keeps them for Los Angeles', (t) => {
    const avr = recording(t, 'lax_excerpt.avr')
    const readsb = recording(t, 'readsb-out', 'lax_aircraft.json')
    if (avr === undefined || readsb === undefined) return
    const known = new Map(
      (
        JSON.parse(readsb) as {
          aircraft: { hex: string; version?: number; nac_p?: number; sil?: number; emergency?: string; squawk?: string; flight?: string }[]
        }
      ).aircraft.map((aircraft) => [aircraft.hex, aircraft]),
    )
    let statuses = 0
    let emergencies = 0
    for (const line of avr.trim().split('\n')) {
      const decoded = decodeAvrLine(Buffer.from(line))
      if (isReject(decoded)) continue
      const said = decoded.report
      if (said.kind === 'operational-status') {
        const aircraft = known.get(said.address)
        assert.deepEqual([said.version, said.nacP, said.sil], [aircraft?.version, aircraft?.nac_p, aircraft?.sil], said.address)
        statuses += 1
      }
      if (said.kind === 'aircraft-status') {
        assert.equal(said.emergencyState === 0, known.get(said.address)?.emergency === 'none')
        emergencies += 1
      }
    }
    assert.deepEqual([statuses, emergencies], [8, 5])
  })
})

describe('Mode S by hand', () => {
  test('parity agrees with a bit-by-bit division', () => {
    const slow = (bytes: Uint8Array): number => {
      let remainder = 0
      for (const byte of bytes)
        for (let bit = 7; bit >= 0; bit--) {
          const top = ((remainder >>> 23) & 1) ^ ((byte >> bit) & 1)
          remainder = (remainder << 1) & 0xffffff
          if (top) remainder ^= 0xfff409
        }
      return remainder
    }
    for (let n = 0; n < 50; n++) {
      const bytes = Uint8Array.from({ length: n }, (_, i) => (i * 37 + n * 101) & 0xff)
      assert.equal(crc24(bytes, n), slow(bytes))
    }
    const message = new Uint8Array(14).fill(0x5a)
    writeParity(message)
    assert.equal(crc24(message, 14), 0)
  })

  test('altitudes: 25 ft steps both ways; Gillham steps by 100 ft without a repeat', () => {
    for (let altFt = -1000; altFt <= 50_175; altFt += 25) assert.equal(decodeAltitude12Ft(encodeAltitude12(altFt)), altFt)
    assert.equal(decodeAltitude12Ft(0), undefined)
    const gillham = new Set<number>()
    for (let code = 1; code < 4096; code++) {
      if (code & 0x10) continue
      const altFt = decodeAltitude12Ft(code)
      if (altFt === undefined) continue
      assert.ok(altFt % 100 === 0 && !gillham.has(altFt), `${altFt}`)
      gillham.add(altFt)
    }
    // Annex 10's table runs from -1,200 to 126,700 ft: 1,280 steps.
    assert.deepEqual([gillham.size, Math.min(...gillham), Math.max(...gillham)], [1280, -1200, 126_700])
    // Two codes of that table: B4 alone with C1 (code 000 100 010 000 read A B C D).
    assert.equal(decodeAltitude12Ft(0b000000000100 | 0b000010000000), decodeAltitude12Ft(0b000010000100))
  })

  test('what the encoders say is what the decoder hears, at the limits too', () => {
    const identification = report(Buffer.from(encodeIdentification('3c6dd1', { callsign: 'dlh 4é', category: 'B6' })).toString('hex'))
    assert.ok(
      identification.kind === 'identification' &&
        identification.callsign === 'DLH 4' &&
        identification.category === 'B6' &&
        identification.address === '3c6dd1',
    )
    const fast = report(
      Buffer.from(
        encodeAirborneVelocity('000001', { eastKt: -5000, northKt: 0, climbFtPerMin: undefined, gnssLessBaroFt: -99_999 }),
      ).toString('hex'),
    )
    assert.ok(fast.kind === 'airborne-velocity')
    assert.deepEqual([fast.eastKt, fast.northKt, fast.climbFtPerMin, fast.gnssLessBaroFt], [-1022, 0, undefined, -3150])
    assert.equal(decodeIdentification(hex('20000000000000')).callsign, undefined, 'character 0 is none')
  })

  test('movement on the ground at each end of each step', () => {
    const speed = (movement: number): number | undefined =>
      decodeSurfacePosition(Uint8Array.of(0x38 | (movement >> 4), (movement << 4) & 0xff, 0, 0, 0, 0, 0)).speedKt
    const expected = [
      [0, undefined],
      [1, 0],
      [2, 0.125],
      [8, 0.875],
      [9, 1],
      [12, 1.75],
      [13, 2],
      [38, 14.5],
      [39, 15],
      [93, 69],
      [94, 70],
      [108, 98],
      [109, 100],
      [123, 170],
      [124, 175],
      [125, undefined],
    ] as const
    for (const [movement, kt] of expected) assert.equal(speed(movement), kt, `${movement}`)
  })

  test("lengths that are none, and TIS-B told from the aircraft's own word", () => {
    assert.ok(isReject(decodeModeS(new Uint8Array(0))))
    assert.ok(isReject(decodeModeS(new Uint8Array(13).fill(0x8d))))
    const ground = new Uint8Array(14)
    ground.set([0x92, 1, 2, 3, 0x58])
    writeParity(ground)
    const said = decodeModeS(ground)
    assert.ok(!isReject(said) && 'sender' in said && said.sender === 'ground' && said.downlinkFormat === 18)
  })
})
