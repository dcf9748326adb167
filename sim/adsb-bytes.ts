import { PI } from '../src/math/elementary.ts'
import { enuToGeodeticInto, type CellFrame } from '../src/math/geodesy.ts'
import type { ObjectClass } from '../src/model/track.ts'
import { encodeBeastFrame } from '../src/wire/adsb/beast.ts'
import { encodeAirbornePosition, encodeAirborneVelocity, encodeIdentification } from '../src/wire/adsb/mode-s.ts'
import type { SimSensor } from './sensor-scan.ts'
import { throwUniform } from './dice.ts'
import { covers, detectionProbability, sightOf } from './sight.ts'
import { truthAt, type TruthObject } from './truth.ts'

const DEG_PER_RAD = 180 / PI
const FT_PER_M = 1 / 0.3048
const KT_PER_MPS = 3600 / 1852
/** Standard pressure at sea level, Pa, and the height that one Pa is worth near it, m: 8.23 m/hPa after ICAO's atmosphere. */
const STANDARD_PA = 101325
const M_PER_PA = 0.0823

const CATEGORY: Partial<Record<ObjectClass, string>> = {
  airplane: 'A3',
  helicopter: 'A7',
  multirotor: 'B6',
  'fixed-wing': 'B6',
  balloon: 'B2',
}

/** What the air holds for everybody: a squitter's bytes need the pressure, since its height is a pressure's. */
export type Air = { readonly frame: CellFrame; readonly qnhPa: number; readonly geoidM: number }

/**
 * Squitters that one receiver takes in at a scan, as Beast frames ready for a socket: of each aircraft a position (even and odd by turns), a
 * velocity, and once in ten scans its call sign. An aircraft on the ground is left out: its surface squitters are not simulated.
 */
export function adsbScan(air: Air, sensor: SimSensor, objects: readonly TruthObject[], atMs: number): Uint8Array[] {
  const turn = Math.round(atMs / (sensor.node.periodS * 1000))
  const frames: Uint8Array[] = []
  objects.forEach((truthObject, index) => {
    const { adsb } = truthObject.object
    const truth = adsb && truthAt(air.frame, truthObject, atMs)
    if (!adsb || !truth || truth.onGround) return
    const sight = sightOf(sensor.frame, truth.state)
    if (!covers(sensor.node, sight)) return
    const pd = detectionProbability(sensor.node, undefined, 1, sight.rangeM)
    const icao = addressOf(adsb.icao, truthObject.copy)
    const squitters = [
      positionSquitter(air, icao, truth.state, (turn + index) % 2 === 1),
      velocitySquitter(air, icao, truth.state),
      ...((turn + index) % 10 === 0 ? [encodeIdentification(icao, { callsign: adsb.callsign, category: CATEGORY[adsb.category] })] : []),
    ]
    for (const squitter of squitters) {
      const signal = 60 + Math.floor(100 * throwUniform(sensor.dice))
      if (throwUniform(sensor.dice) < pd) frames.push(encodeBeastFrame(squitter, counterAt(atMs), signal))
    }
  })
  return frames
}

function addressOf(icao: string, copy: number): string {
  return ((Number.parseInt(icao, 16) + copy) % 0x1000000).toString(16).padStart(6, '0')
}

/** The receiver's 12 MHz counter, 48 bits. */
function counterAt(atMs: number): number {
  return (atMs * 12000) % 281474976710656
}

function positionSquitter(air: Air, icao: string, state: Float64Array, odd: boolean): Uint8Array {
  const out = new Float64Array(3)
  enuToGeodeticInto(air.frame, state[0]!, state[1]!, state[2]!, out)
  return encodeAirbornePosition(icao, {
    latDeg: out[0]! * DEG_PER_RAD,
    lonDeg: out[1]! * DEG_PER_RAD,
    altPressFt: pressureAltM(air, out[2]!) * FT_PER_M,
    odd,
  })
}

function pressureAltM(air: Air, altHaeM: number): number {
  return altHaeM - air.geoidM + (STANDARD_PA - air.qnhPa) * M_PER_PA
}

function velocitySquitter(air: Air, icao: string, state: Float64Array): Uint8Array {
  const out = new Float64Array(3)
  enuToGeodeticInto(air.frame, state[0]!, state[1]!, state[2]!, out)
  const altHaeM = out[2]!
  return encodeAirborneVelocity(icao, {
    eastKt: Math.round(state[3]! * KT_PER_MPS),
    northKt: Math.round(state[4]! * KT_PER_MPS),
    climbFtPerMin: Math.round(state[5]! * FT_PER_M * 60),
    gnssLessBaroFt: Math.round((altHaeM - pressureAltM(air, altHaeM)) * FT_PER_M),
  })
}
