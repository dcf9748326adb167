import { reject } from '../base/reject.ts'
import type { Reject } from '../base/reject.ts'
import { cos, sin } from '../math/elementary.ts'
import { geodeticToEcefInto } from '../math/geodesy.ts'
import type { ClaimKey, NodeId } from '../model/ids.ts'
import type { NodeDefinition } from '../model/event.ts'
import type { ObjectClass } from '../model/track.ts'
import { decodeCprNear, decodeCprPair } from '../wire/adsb/cpr.ts'
import type { CprPosition, LatLonDeg } from '../wire/adsb/cpr.ts'
import type { ModeSReport } from '../wire/adsb/mode-s.ts'
import type { SbsLine } from '../wire/adsb/sbs.ts'
import { altHaeFromPressureM, M_PER_FT, MPS_PER_KT, positionMeasurement, pressureHeightSigmaM, RAD_PER_DEG } from './place.ts'
import type { AircraftState, SenseContext, SenseResult, SenseState } from './state.ts'

/**
 * What aircraft say of themselves, gathered per aircraft because position, velocity and call sign come in messages of
 * their own. Everything here is a claim: it becomes a detection with `evidence: 'claim'`.
 */
export type AdsbVisit = {
  readonly state: SenseState
  readonly context: SenseContext
  readonly definition: NodeDefinition
  readonly feed: string
  readonly measuredMs: number
  readonly receivedMs: number
  readonly result: SenseResult
}

/** Aircraft remembered; the one not heard for longest goes first. More than fly at once anywhere, so that none real is pushed out. */
const MAX_AIRCRAFT = 16_384
const FORGET_MS = 60_000
/** An even and an odd code belong together for this long: at 500 m/s in the air they are then within one zone. Source: RTCA DO-260B A.1.7. */
const PAIR_AIRBORNE_MS = 10_000
const PAIR_SURFACE_MS = 25_000
/** A last place serves as reference for a single code for this long. */
const REFERENCE_MS = 60_000
/** Values of other messages are joined to a position while younger than this. */
const JOIN_MS = 10_000
const CLAIM_EVERY_MS = 5000
/** Faster than any aircraft that speaks ADS-B, m/s, with room for errors of both positions. */
const MAX_SPEED_MPS = 1000
const JUMP_ALLOWANCE_M = 2000
/** A receiver cannot hear beyond its horizon; the definition's range is exceeded by good propagation at times. */
const RANGE_ALLOWANCE = 1.5

/** One Mode S report. A reject: it was sound as bytes and is not believed. */
export function takeModeS(visit: AdsbVisit, report: ModeSReport): Reject | undefined {
  if (!('sender' in report) || report.sender === 'ground') return undefined // TIS-B is a ground station's track, not the aircraft's word
  const aircraft = aircraftOf(visit, report.sender === 'other-address' ? `~${report.address}` : report.address)
  const atMs = visit.measuredMs
  switch (report.kind) {
    case 'identification':
      aircraft.callsign = report.callsign ?? aircraft.callsign
      aircraft.category = report.category ?? aircraft.category
      claim(visit, aircraft)
      return undefined
    case 'airborne-velocity':
      if (report.gnssLessBaroFt !== undefined) aircraft.gnssLessBaroFt = { value: report.gnssLessBaroFt, atMs }
      if (report.eastKt !== undefined && report.northKt !== undefined) {
        aircraft.velocity = {
          eastMps: report.eastKt * MPS_PER_KT,
          northMps: report.northKt * MPS_PER_KT,
          upMps: climbMps(report.climbFtPerMin),
          atMs,
        }
      }
      return undefined
    case 'aircraft-status':
      setEmergency(visit, aircraft, report.emergencyState !== 0)
      return undefined
    case 'operational-status':
      aircraft.nacP = report.nacP
      return undefined
    case 'airborne-position': {
      if (report.altPressFt !== undefined) aircraft.altPressFt = { value: report.altPressFt, atMs }
      aircraft.onGround = false
      return report.cpr === undefined ? undefined : takeCpr(visit, aircraft, report.cpr, report.typeCode, report.altHaeFt)
    }
    case 'surface-position':
      aircraft.onGround = true
      if (report.speedKt !== undefined && report.trackDeg !== undefined)
        aircraft.velocity = { ...alongTrack(report.speedKt, report.trackDeg), upMps: 0, atMs }
      return takeCpr(visit, aircraft, report.cpr, report.typeCode, undefined)
    case 'other-squitter':
      return undefined
  }
}

/** One SBS line: the same facts, already decoded by the feeder. */
export function takeSbs(visit: AdsbVisit, line: SbsLine): Reject | undefined {
  const aircraft = aircraftOf(visit, line.address)
  const atMs = visit.measuredMs
  if (line.altPressFt !== undefined) aircraft.altPressFt = { value: line.altPressFt, atMs }
  if (line.speedKt !== undefined && line.trackDeg !== undefined)
    aircraft.velocity = { ...alongTrack(line.speedKt, line.trackDeg), upMps: climbMps(line.climbFtPerMin), atMs }
  if (line.onGround !== undefined) aircraft.onGround = line.onGround
  if (line.emergency !== undefined) setEmergency(visit, aircraft, line.emergency)
  if (line.callsign !== undefined) {
    aircraft.callsign = line.callsign
    claim(visit, aircraft)
  }
  if (line.latDeg === undefined || line.lonDeg === undefined) return undefined
  const place = { latDeg: line.latDeg, lonDeg: line.lonDeg }
  const doubt = implausible(visit, aircraft, place)
  if (doubt !== undefined) return doubt
  report(visit, aircraft, place, DEFAULT_TYPE_CODE, undefined)
  return undefined
}

/** Drops what has not been heard for a minute; called once a second. */
export function forgetAircraft(state: SenseState, nowMs: number): void {
  for (const [key, aircraft] of state.aircraft) if (nowMs - aircraft.lastMs > FORGET_MS) state.aircraft.delete(key)
}

/** Type code of the usual containment radius, for feeds that do not pass it on. */
const DEFAULT_TYPE_CODE = 11

function aircraftOf(visit: AdsbVisit, address: string): AircraftState {
  const { state, feed, receivedMs } = visit
  const key = `${feed}/${address}`
  let aircraft = state.aircraft.get(key)
  // Taking it out and putting it back keeps the map in order of last hearing.
  if (aircraft !== undefined) state.aircraft.delete(key)
  else if (state.aircraft.size >= MAX_AIRCRAFT)
    for (const oldest of state.aircraft.keys()) {
      state.aircraft.delete(oldest)
      break
    }
  aircraft ??= {
    address,
    lastMs: receivedMs,
    even: undefined,
    odd: undefined,
    place: undefined,
    altPressFt: undefined,
    gnssLessBaroFt: undefined,
    velocity: undefined,
    callsign: undefined,
    category: undefined,
    emergency: false,
    nacP: undefined,
    onGround: false,
    claimMs: undefined,
  }
  aircraft.lastMs = receivedMs
  state.aircraft.set(key, aircraft)
  return aircraft
}

function takeCpr(
  visit: AdsbVisit,
  aircraft: AircraftState,
  cpr: CprPosition,
  typeCode: number,
  altHaeFt: number | undefined,
): Reject | undefined {
  const surface = aircraft.onGround
  const heardCpr = { cpr, atMs: visit.measuredMs, surface }
  if (cpr.odd) aircraft.odd = heardCpr
  else aircraft.even = heardCpr
  const place = placeOf(visit, aircraft, cpr, surface)
  if (place === undefined) return undefined
  const doubt = implausible(visit, aircraft, place)
  if (doubt !== undefined) {
    // The pair may be of two aircraft with one address, or damaged: begin anew.
    aircraft.even = undefined
    aircraft.odd = undefined
    return doubt
  }
  report(visit, aircraft, place, typeCode, altHaeFt)
  return undefined
}

/** Near the last place if that is fresh, else from a pair; undefined: not yet. */
function placeOf(visit: AdsbVisit, aircraft: AircraftState, cpr: CprPosition, surface: boolean): LatLonDeg | undefined {
  const format = surface ? 'surface' : 'airborne'
  const last = aircraft.place
  if (last !== undefined && Math.abs(visit.measuredMs - last.atMs) <= REFERENCE_MS) return decodeCprNear(cpr, last, format)
  const { even, odd } = aircraft
  if (even === undefined || odd === undefined || even.surface !== surface || odd.surface !== surface) return undefined
  if (Math.abs(even.atMs - odd.atMs) > (surface ? PAIR_SURFACE_MS : PAIR_AIRBORNE_MS)) return undefined
  const { latRad, lonRad } = visit.definition.place
  return decodeCprPair(even.cpr, odd.cpr, cpr.odd ? 'odd' : 'even', format, { latDeg: latRad / RAD_PER_DEG, lonDeg: lonRad / RAD_PER_DEG })
}

const here = new Float64Array(3)
const there = new Float64Array(3)

function distanceM(a: LatLonDeg, latRad: number, lonRad: number): number {
  geodeticToEcefInto(a.latDeg * RAD_PER_DEG, a.lonDeg * RAD_PER_DEG, 0, here)
  geodeticToEcefInto(latRad, lonRad, 0, there)
  const x = (here[0] ?? 0) - (there[0] ?? 0)
  const y = (here[1] ?? 0) - (there[1] ?? 0)
  const z = (here[2] ?? 0) - (there[2] ?? 0)
  return Math.sqrt(x * x + y * y + z * z)
}

function implausible(visit: AdsbVisit, aircraft: AircraftState, place: LatLonDeg): Reject | undefined {
  const { definition, measuredMs } = visit
  const rangeM = distanceM(place, definition.place.latRad, definition.place.lonRad)
  if (rangeM > definition.maxRangeM * RANGE_ALLOWANCE)
    return reject(
      'adsb-beyond-range',
      0,
      `${aircraft.address} claims to be ${Math.round(rangeM / 1000)} km from a receiver that hears ${Math.round(definition.maxRangeM / 1000)} km`,
    )
  const last = aircraft.place
  if (last === undefined) return undefined
  const elapsedS = Math.abs(measuredMs - last.atMs) / 1000
  const jumpM = distanceM(place, last.latDeg * RAD_PER_DEG, last.lonDeg * RAD_PER_DEG)
  if (jumpM <= JUMP_ALLOWANCE_M + elapsedS * MAX_SPEED_MPS) return undefined
  aircraft.place = undefined
  return reject('adsb-jump', 0, `${aircraft.address} claims to have moved ${Math.round(jumpM)} m in ${elapsedS.toFixed(1)} s`)
}

function report(visit: AdsbVisit, aircraft: AircraftState, place: LatLonDeg, typeCode: number, altHaeFt: number | undefined): void {
  const { context, measuredMs, result } = visit
  aircraft.place = { ...place, atMs: measuredMs }
  const height = heightOf(visit, aircraft, altHaeFt)
  const velocity = fresh(aircraft.velocity, measuredMs)
  const measurement = positionMeasurement(context, {
    latRad: place.latDeg * RAD_PER_DEG,
    lonRad: place.lonDeg * RAD_PER_DEG,
    ...height,
    horizontalSigmaM: horizontalSigmaM(typeCode, aircraft.nacP),
    eastMps: velocity?.eastMps ?? NaN,
    northMps: velocity?.northMps ?? NaN,
    upMps: velocity?.upMps ?? NaN,
    velocitySigmaMps: VELOCITY_SIGMA_MPS,
  })
  result.detections.push({
    node: visit.definition.id as NodeId,
    measuredMs,
    receivedMs: visit.receivedMs,
    evidence: 'claim',
    measurement,
    claim: claimKey(aircraft),
    localTrack: undefined,
    classes: [],
    rcsM2: NaN,
    onGround: aircraft.onGround,
  })
  if (aircraft.claimMs === undefined || measuredMs - aircraft.claimMs >= CLAIM_EVERY_MS) claim(visit, aircraft)
}

/** One sigma of a velocity component, m/s: NACv 1 of DO-260B is under 10 m/s at 95 %, in each horizontal direction. */
const VELOCITY_SIGMA_MPS = 5
/** One sigma of a GNSS height, m. */
const GNSS_HEIGHT_SIGMA_M = 30

function heightOf(visit: AdsbVisit, aircraft: AircraftState, altHaeFt: number | undefined): { altHaeM: number; verticalSigmaM: number } {
  if (aircraft.onGround) return { altHaeM: NaN, verticalSigmaM: NaN }
  if (altHaeFt !== undefined) return { altHaeM: altHaeFt * M_PER_FT, verticalSigmaM: GNSS_HEIGHT_SIGMA_M }
  const pressure = fresh(aircraft.altPressFt, visit.measuredMs)
  if (pressure === undefined) return { altHaeM: NaN, verticalSigmaM: NaN }
  const difference = fresh(aircraft.gnssLessBaroFt, visit.measuredMs)
  if (difference !== undefined) return { altHaeM: (pressure.value + difference.value) * M_PER_FT, verticalSigmaM: GNSS_HEIGHT_SIGMA_M }
  const altPressM = pressure.value * M_PER_FT
  return {
    altHaeM: altHaeFromPressureM(altPressM, visit.context.qnhPa, visit.context.geoidM),
    verticalSigmaM: pressureHeightSigmaM(altPressM),
  }
}

function fresh<T extends { readonly atMs: number }>(value: T | undefined, nowMs: number): T | undefined {
  return value !== undefined && Math.abs(nowMs - value.atMs) <= JOIN_MS ? value : undefined
}

/** Radius that holds 95 % of positions, m, by NACp from 0. Source: RTCA DO-260B table 2-70. */
const EPU95_M = [20_000, 18_520, 7408, 3704, 1852, 926, 555.6, 185.2, 92.6, 30, 10, 3] as const
/** Containment radius, m, by type code from 9 (20 and 21 are as 9 and 10). Source: RTCA DO-260B table 2-14. */
const CONTAINMENT_M = [7.5, 25, 185.2, 370.4, 1111, 1852, 3704, 14_816, 37_040, 37_040] as const
/** Latency, antenna offset and the aircraft's size stand behind the best claimed accuracy. */
const LEAST_SIGMA_M = 15

function horizontalSigmaM(typeCode: number, nacP: number | undefined): number {
  // A circle of 2.45 sigma holds 95 % of a two-dimensional normal; containment is at 1e-7, some 5 sigma.
  const epuM = nacP === undefined ? undefined : EPU95_M[nacP]
  if (epuM !== undefined) return Math.max(LEAST_SIGMA_M, epuM / 2.45)
  const index = typeCode >= 20 ? typeCode - 20 : typeCode >= 9 ? typeCode - 9 : typeCode - 5
  return Math.max(LEAST_SIGMA_M, (CONTAINMENT_M[index] ?? 37_040) / 5)
}

function climbMps(climbFtPerMin: number | undefined): number {
  return climbFtPerMin === undefined ? NaN : (climbFtPerMin * M_PER_FT) / 60
}

function alongTrack(speedKt: number, trackDeg: number): { eastMps: number; northMps: number } {
  return { eastMps: speedKt * MPS_PER_KT * sin(trackDeg * RAD_PER_DEG), northMps: speedKt * MPS_PER_KT * cos(trackDeg * RAD_PER_DEG) }
}

function setEmergency(visit: AdsbVisit, aircraft: AircraftState, emergency: boolean): void {
  if (aircraft.emergency === emergency) return
  aircraft.emergency = emergency
  claim(visit, aircraft)
}

function claimKey(aircraft: AircraftState): ClaimKey {
  return `icao:${aircraft.address}` as ClaimKey
}

function claim(visit: AdsbVisit, aircraft: AircraftState): void {
  aircraft.claimMs = visit.measuredMs
  const { callsign, emergency } = aircraft
  visit.result.claims.push({
    key: claimKey(aircraft),
    node: visit.definition.id as NodeId,
    atMs: visit.measuredMs,
    kind: 'ads-b',
    callsign,
    category: classOf(aircraft.category),
    sealedPilot: undefined,
    sealedSerial: undefined,
    emergency,
  })
}

/** Emitter category in our classes. Source: ICAO Doc 9871, table A-2-8; B6, unmanned, does not say of which kind. */
const CLASS_OF_CATEGORY: ReadonlyMap<string, ObjectClass> = new Map<string, ObjectClass>([
  ['A1', 'airplane'],
  ['A2', 'airplane'],
  ['A3', 'airplane'],
  ['A4', 'airplane'],
  ['A5', 'airplane'],
  ['A6', 'airplane'],
  ['A7', 'helicopter'],
  ['B1', 'fixed-wing'],
  ['B2', 'balloon'],
  ['B4', 'fixed-wing'],
  ['C1', 'ground-vehicle'],
  ['C2', 'ground-vehicle'],
])

function classOf(category: string | undefined): ObjectClass | undefined {
  return category === undefined ? undefined : CLASS_OF_CATEGORY.get(category)
}
