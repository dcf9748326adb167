import { PI, TWO_PI, wrapTwoPi, log, sin, cos } from '../src/math/elementary.ts'
import { enuToGeodeticInto, type CellFrame } from '../src/math/geodesy.ts'
import type { NodeDefinition } from '../src/model/event.ts'
import type { ObjectClass } from '../src/model/track.ts'
import type { ScenarioSensor } from '../src/model/scenario.ts'
import { type Dice, throwBetween, throwNormal, throwPoisson, throwUlid, throwUniform } from './dice.ts'
import type { SensorReport } from './sensor-report.ts'
import { covers, detectionProbability, sightOf, type SensorFrame, type Sight } from './sight.ts'
import { truthAt, type Truth, type TruthObject } from './truth.ts'

const DEG_PER_RAD = 180 / PI

/** One sensor as the simulation runs it. */
export type SimSensor = {
  readonly node: NodeDefinition
  readonly plan: ScenarioSensor
  readonly frame: SensorFrame
  readonly dice: Dice
  /** For heartbeats alone: when they come depends on the connection, and must not move the other dice. */
  readonly statusDice: Dice
  /** Event time of the next scan, ms. */
  nextScanMs: number
  /** Local tracks by index of the true object. */
  readonly tracks: Map<number, { name: string; untilMs: number }>
  tracksMade: number
  /** Hearing is gone until then (radio gaps). */
  deafUntilMs: number
  statusSent: boolean
  nextStatusMs: number
  emitted: number
}

/** Azimuth error in force: the constant one and the faults of the moment, rad. */
export function azimuthBiasRad(plan: ScenarioSensor, atMs: number): number {
  let bias = plan.azimuthBiasRad
  for (const fault of plan.faults) if (fault.kind === 'azimuth-bias' && atMs >= fault.fromMs && atMs < fault.toMs) bias += fault.azimuthRad
  return bias
}

/** False while a fault keeps the sensor quiet or away. */
export function speaks(plan: ScenarioSensor, atMs: number): boolean {
  return atMs >= plan.fromMs && !plan.faults.some((fault) => fault.kind !== 'azimuth-bias' && atMs >= fault.fromMs && atMs < fault.toMs)
}

/** One look at the truth: what the sensor reports at `atMs`. Moves its dice and its local tracks on. */
export function scan(frame: CellFrame, sensor: SimSensor, objects: readonly TruthObject[], atMs: number): SensorReport[] {
  const { plan, node, dice } = sensor
  if (plan.gapProbability > 0 && throwUniform(dice) < plan.gapProbability * node.periodS) sensor.deafUntilMs = atMs + plan.gapS * 1000
  const reports: SensorReport[] = []
  objects.forEach((object, index) => {
    if (!hears(plan, object)) return
    const truth = truthAt(frame, object, atMs)
    if (!truth) return
    const sight = sightOf(sensor.frame, truth.state)
    if (!covers(node, sight) || (truth.onGround && plan.report !== 'remote-id')) return
    // Every look throws the same number of dice whether or not it succeeds, so that one object's luck is not another's.
    const luck = throwUniform(dice)
    if (luck >= detectionProbability(node, plan.refRangeM, object.object.rcsM2, sight.rangeM) || atMs < sensor.deafUntilMs) return
    reports.push(reportOf(frame, sensor, object, index, truth, sight, atMs))
    if (plan.report === 'bearing' && throwUniform(dice) < plan.ghostProbability) reports.push(ghost(sensor, atMs))
  })
  if (plan.report === 'polar' || plan.report === 'bearing') {
    for (let i = throwPoisson(dice, node.clutterPerScan); i > 0; i--)
      reports.push(plan.report === 'polar' ? clutter(sensor, atMs) : ghost(sensor, atMs))
  }
  return reports
}

function hears(plan: ScenarioSensor, { object }: TruthObject): boolean {
  if (plan.report === 'bearing') return object.radio !== undefined
  if (plan.report === 'remote-id') return object.remoteId !== undefined
  return plan.report === 'polar' || plan.report === 'position'
}

function reportOf(
  frame: CellFrame,
  sensor: SimSensor,
  object: TruthObject,
  index: number,
  truth: Truth,
  sight: Sight,
  atMs: number,
): SensorReport {
  const { plan } = sensor
  const remoteId = plan.report === 'remote-id' ? remoteIdOf(object, truth, atMs) : undefined
  return {
    measuredMs: atMs + plan.clockOffsetMs,
    where:
      plan.report === 'polar'
        ? polar(sensor, sight, atMs)
        : plan.report === 'bearing'
          ? bearing(sensor, sight.azimuthRad, atMs)
          : position(frame, sensor, truth),
    localTrack: plan.report === 'remote-id' ? undefined : localTrack(sensor, index, atMs),
    classes: plan.report === 'remote-id' ? [] : classesOf(sensor, object.object.class),
    rcsM2: plan.report === 'polar' ? round(object.object.rcsM2 * (0.5 + throwUniform(sensor.dice)), 5) : undefined,
    radioFreqHz: plan.report === 'bearing' ? object.object.radio?.centreFreqHz : undefined,
    remoteId,
  }
}

function polar(sensor: SimSensor, sight: Sight, atMs: number): SensorReport['where'] {
  const { plan, node, dice } = sensor
  const rangeM = Math.max(1, sight.rangeM + plan.rangeSigmaM * throwNormal(dice))
  const azimuthRad = sight.azimuthRad + azimuthBiasRad(plan, atMs) + plan.azimuthSigmaRad * throwNormal(dice)
  const elevationRad = plan.elevationSigmaRad === undefined ? NaN : sight.elevationRad + plan.elevationSigmaRad * throwNormal(dice)
  return {
    form: 'polar',
    rangeM: round(rangeM, 2),
    azimuthDeg: degrees(azimuthRad),
    elevationDeg: round(Math.max(-90, Math.min(90, elevationRad * DEG_PER_RAD)), 5),
    rangeSigmaM: node.rangeSigmaM ?? plan.rangeSigmaM,
    azimuthSigmaDeg: round((node.azimuthSigmaRad ?? plan.azimuthSigmaRad) * DEG_PER_RAD, 5),
    elevationSigmaDeg: round((node.elevationSigmaRad ?? plan.elevationSigmaRad ?? NaN) * DEG_PER_RAD, 5),
  }
}

function bearing(sensor: SimSensor, azimuthRad: number, atMs: number): SensorReport['where'] {
  const { plan, node, dice } = sensor
  const heardRad = azimuthRad + azimuthBiasRad(plan, atMs) + plan.azimuthSigmaRad * throwNormal(dice)
  return {
    form: 'bearing',
    azimuthDeg: degrees(heardRad),
    azimuthSigmaDeg: round((node.azimuthSigmaRad ?? plan.azimuthSigmaRad) * DEG_PER_RAD, 5),
  }
}

function position(frame: CellFrame, sensor: SimSensor, truth: Truth): SensorReport['where'] {
  const { plan, node, dice } = sensor
  const out = new Float64Array(3)
  const s = truth.state
  const sigmaM = plan.positionSigmaM
  enuToGeodeticInto(
    frame,
    s[0]! + sigmaM * throwNormal(dice),
    s[1]! + sigmaM * throwNormal(dice),
    s[2]! + 1.5 * sigmaM * throwNormal(dice),
    out,
  )
  const claimedM = node.positionSigmaM ?? sigmaM
  // Speeds err by about 1 m/s, as filtered tracks and satellite receivers do.
  const ve = s[3]! + throwNormal(dice)
  const vn = s[4]! + throwNormal(dice)
  const vu = s[5]! + throwNormal(dice)
  return {
    form: 'position',
    latDeg: round(out[0]! * DEG_PER_RAD, 7),
    lonDeg: round(out[1]! * DEG_PER_RAD, 7),
    altHaeM: round(out[2]!, 1),
    sigmaM: claimedM,
    sigmaUpM: round(1.5 * claimedM, 1),
    eastMps: round(ve, 2),
    northMps: round(vn, 2),
    upMps: round(vu, 2),
    velocitySigmaMps: 1,
  }
}

/** Broadcast as the drone says it: its own word on where its pilot stands, once it says so. */
function remoteIdOf(object: TruthObject, truth: Truth, atMs: number): NonNullable<SensorReport['remoteId']> {
  const { serial, selfId, pilot, pilotFromMs } = object.object.remoteId!
  const told =
    pilot && atMs >= pilotFromMs
      ? { pilot: { latDeg: round(pilot.latRad * DEG_PER_RAD, 6), lonDeg: round(pilot.lonRad * DEG_PER_RAD, 6) } }
      : {}
  return {
    serial: object.copy === 0 ? serial : `${serial}-${object.copy}`,
    ...(selfId === undefined ? {} : { selfId }),
    status: truth.onGround ? 'ground' : 'airborne',
    ...told,
  }
}

/** The sensor's own number for an object; it breaks and is renumbered after an exponential time. */
function localTrack(sensor: SimSensor, index: number, atMs: number): string {
  const known = sensor.tracks.get(index)
  if (known && atMs < known.untilMs) return known.name
  const name = newTrackName(sensor, atMs)
  const lifeS = -sensor.plan.renumberS * log(1 - throwUniform(sensor.dice))
  sensor.tracks.set(index, { name, untilMs: atMs + lifeS * 1000 })
  return name
}

function newTrackName(sensor: SimSensor, atMs: number): string {
  sensor.tracksMade += 1
  return sensor.plan.door === 'sapient' ? throwUlid(sensor.dice, atMs) : `${sensor.tracksMade}`
}

/** Classes that a sensor takes for one another. */
const LOOKS_LIKE: Partial<Record<ObjectClass, ObjectClass>> = {
  multirotor: 'bird',
  bird: 'multirotor',
  'fixed-wing': 'bird',
  airplane: 'helicopter',
  helicopter: 'airplane',
}

function classesOf(sensor: SimSensor, truth: ObjectClass): SensorReport['classes'] {
  const { plan, dice } = sensor
  if (plan.classRight === 0 || plan.report === 'bearing') return []
  const other = LOOKS_LIKE[truth] ?? 'unknown'
  const right = throwUniform(dice) < plan.classRight
  const sureness = round(throwBetween(dice, 0.6, 0.9), 2)
  return [
    { class: right ? truth : other, probability: sureness },
    { class: right ? other : truth, probability: round(1 - sureness, 2) },
  ]
}

/** A return from nothing: anywhere in the sector, low, the more the nearer. */
function clutter(sensor: SimSensor, atMs: number): SensorReport {
  const { node, dice } = sensor
  const rangeM = 100 + (node.maxRangeM - 100) * throwUniform(dice) * throwUniform(dice)
  const sight = {
    rangeM,
    azimuthRad: throwBetween(dice, node.sectorFromRad, node.sectorToRad),
    elevationRad: throwBetween(dice, Math.max(node.minElevationRad, 0), Math.max(node.minElevationRad, 0) + 0.02),
  }
  return {
    measuredMs: atMs + sensor.plan.clockOffsetMs,
    where: polar(sensor, sight, atMs),
    localTrack: newTrackName(sensor, atMs),
    classes: [],
    rcsM2: round(0.001 + 0.02 * throwUniform(dice), 5),
    radioFreqHz: undefined,
    remoteId: undefined,
  }
}

/** A bearing in a false direction: a reflection or somebody's router. */
function ghost(sensor: SimSensor, atMs: number): SensorReport {
  const { node, dice } = sensor
  return {
    measuredMs: atMs + sensor.plan.clockOffsetMs,
    where: bearing(sensor, throwBetween(dice, node.sectorFromRad, node.sectorToRad), atMs),
    localTrack: newTrackName(sensor, atMs),
    classes: [],
    rcsM2: undefined,
    radioFreqHz: 2_437_000_000,
    remoteId: undefined,
  }
}

/** Fake broadcasts of one flood at an instant: each wanders round a place of its own within the radius. */
export function floodReports(
  frame: CellFrame,
  sensor: SimSensor,
  flood: {
    id: string
    count: number
    centreE: number
    centreN: number
    altHaeM: number
    radiusM: number
    speedMps: number
    seeds: readonly number[]
  },
  atMs: number,
): SensorReport[] {
  const out = new Float64Array(3)
  return Array.from({ length: flood.count }, (_, i) => {
    const seed = flood.seeds[i]!
    const awayM = flood.radiusM * Math.sqrt(wrapTwoPi(seed * 3) / TWO_PI)
    const turn = seed + ((atMs / 1000) * flood.speedMps) / 150
    const e = flood.centreE + awayM * sin(seed * 7) + 150 * cos(turn)
    const n = flood.centreN + awayM * cos(seed * 7) + 150 * sin(turn)
    enuToGeodeticInto(frame, e, n, 0, out)
    return {
      measuredMs: atMs + sensor.plan.clockOffsetMs,
      where: {
        form: 'position',
        latDeg: round(out[0]! * DEG_PER_RAD, 7),
        lonDeg: round(out[1]! * DEG_PER_RAD, 7),
        altHaeM: round(flood.altHaeM + 30 * sin(seed * 11), 1),
        sigmaM: 3,
        sigmaUpM: 5,
        eastMps: round(-flood.speedMps * sin(turn), 2),
        northMps: round(flood.speedMps * cos(turn), 2),
        upMps: 0,
        velocitySigmaMps: 1,
      },
      localTrack: undefined,
      classes: [],
      rcsM2: undefined,
      radioFreqHz: undefined,
      remoteId: { serial: `FAKE${flood.id.toUpperCase().slice(0, 6)}${String(i).padStart(6, '0')}`, status: 'airborne' },
    }
  })
}

function degrees(azimuthRad: number): number {
  return round(wrapTwoPi(azimuthRad) * DEG_PER_RAD, 5) % 360
}

const POWERS = [1, 10, 100, 1000, 10000, 100000, 1000000, 10000000] as const

/** As many digits as a sensor would print. NaN stays NaN. */
function round(value: number, digits: number): number {
  const scale = POWERS[digits]!
  return Math.round(value * scale) / scale
}
