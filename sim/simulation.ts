import { cellFrame, geodeticToEnuInto } from '../src/math/geodesy.ts'
import { TWO_PI } from '../src/math/elementary.ts'
import { assert } from '../src/base/assert.ts'
import type { EventDefinition } from '../src/model/event.ts'
import type { ClaimFlood, Scenario } from '../src/model/scenario.ts'
import { frameSapient } from '../src/wire/sapient/v2/framing.ts'
import { adsbScan, type Air } from './adsb-bytes.ts'
import { newDice, throwBetween, throwNormal, throwUniform } from './dice.ts'
import { jsonBytes } from './json-bytes.ts'
import { detectionBytes, registrationBytes, STATUS_INTERVAL_S, statusBytes } from './sapient-bytes.ts'
import { floodReports, scan, speaks, type SimSensor } from './sensor-scan.ts'
import type { SensorReport } from './sensor-report.ts'
import { sensorFrame } from './sight.ts'
import { layTruth, type TruthObject } from './truth.ts'

type LaidFlood = Omit<ClaimFlood, 'centre'> & {
  readonly centreE: number
  readonly centreN: number
  readonly altHaeM: number
  readonly seeds: readonly number[]
}

/** A running simulation: plain data, moved on by `stepSimulation`. */
export type Simulation = {
  readonly scenario: Scenario
  readonly air: Air
  readonly objects: readonly TruthObject[]
  readonly sensors: readonly SimSensor[]
  readonly floods: readonly LaidFlood[]
  /** Everything due up to here has been emitted. */
  nowMs: number
  /** Measured but not yet sent. */
  pending: Emission[]
}

/**
 * Bytes that one sensor sends.
 *
 * dueMs   event time at which they leave
 * bytes   as they go on the socket (SAPIENT with its length, Beast escaped) or into the body of a POST (JSON)
 * kind    SAPIENT detections are sent only on a registered connection; a `status` with `first` follows each registration
 */
export type Emission = {
  readonly dueMs: number
  readonly sensor: number
  readonly order: number
  readonly node: string
  readonly door: 'sapient' | 'json' | 'beast'
  readonly kind: 'detections' | 'status'
  readonly count: number
  readonly bytes: Uint8Array
}

/** A node with nothing to report still posts an empty list this often, ms. */
const JSON_HEARTBEAT_MS = 2000

export function newSimulation(event: EventDefinition, scenario: Scenario, startMs = scenario.fromMs): Simulation {
  const { latRad, lonRad, altHaeM } = event.header.origin
  const frame = cellFrame(latRad, lonRad, altHaeM)
  const air = { frame, qnhPa: event.header.qnhPa, geoidM: event.header.geoidM }
  const nodes = new Map(event.nodes.map((node) => [node.id, node]))
  const sensors = scenario.sensors.map((plan): SimSensor => {
    const node = nodes.get(plan.node)
    assert(node, `the scenario's sensor ${plan.node} is a node of the event`)
    const dice = newDice(scenario.seed, `sensor ${plan.node}`)
    // Scans of different sensors do not fall together; the grid is fixed, so that a late start sees the same scans.
    const periodMs = node.periodS * 1000
    const phaseMs = Math.floor(throwUniform(dice) * periodMs)
    const first = Math.ceil((Math.max(startMs, plan.fromMs) - scenario.fromMs - phaseMs) / periodMs)
    return {
      node,
      plan,
      frame: sensorFrame(frame, node),
      dice,
      statusDice: newDice(scenario.seed, `status ${plan.node}`),
      nextScanMs: scenario.fromMs + phaseMs + Math.max(0, first) * periodMs,
      tracks: new Map(),
      tracksMade: 0,
      deafUntilMs: 0,
      statusSent: false,
      nextStatusMs: Math.max(startMs, plan.fromMs),
      emitted: 0,
    }
  })
  return {
    scenario,
    air,
    objects: layTruth(frame, scenario.objects, scenario.seed),
    sensors,
    floods: scenario.floods.map((flood) => layFlood(air, flood, scenario.seed)),
    nowMs: startMs,
    pending: [],
  }
}

function layFlood(air: Air, flood: ClaimFlood, seed: number): LaidFlood {
  const { centre, ...rest } = flood
  const out = new Float64Array(3)
  geodeticToEnuInto(air.frame, centre.latRad, centre.lonRad, centre.altHaeM, out)
  const dice = newDice(seed, `flood ${flood.id}`)
  return {
    ...rest,
    centreE: out[0]!,
    centreN: out[1]!,
    altHaeM: centre.altHaeM,
    seeds: Array.from({ length: flood.count }, () => throwBetween(dice, 0, TWO_PI)),
  }
}

/** The bytes of a node's first message on a connection. */
export function registrationOf(simulation: Simulation, sensor: number, atMs: number): Uint8Array {
  const { node, plan } = simulation.sensors[sensor]!
  return frameSapient(registrationBytes(node, atMs + plan.clockOffsetMs))
}

/** Call when a connection opened: the next status is a NEW one and comes at once. */
export function connectionOpened(simulation: Simulation, sensor: number): void {
  const state = simulation.sensors[sensor]!
  state.statusSent = false
  state.nextStatusMs = Math.max(simulation.nowMs, state.plan.fromMs)
}

/** True while the sensor's connection should stand: it has begun and is not taken away by a fault. */
export function wantsConnection(simulation: Simulation, sensor: number): boolean {
  const { plan } = simulation.sensors[sensor]!
  return (
    simulation.nowMs >= plan.fromMs &&
    !plan.faults.some((fault) => fault.kind === 'disconnected' && simulation.nowMs >= fault.fromMs && simulation.nowMs < fault.toMs)
  )
}

/**
 * Moves on to `nowMs` and returns what is due by then, in the order of its leaving. The same however often it is called on the way.
 */
export function stepSimulation(simulation: Simulation, nowMs: number): Emission[] {
  if (nowMs <= simulation.nowMs) return []
  simulation.sensors.forEach((sensor, index) => {
    while (sensor.nextScanMs <= nowMs || sensor.nextStatusMs <= nowMs) {
      if (sensor.plan.door === 'sapient' && sensor.nextStatusMs <= sensor.nextScanMs) {
        emitStatus(simulation, sensor, index)
      } else if (sensor.nextScanMs <= nowMs) {
        if (speaks(sensor.plan, sensor.nextScanMs)) emitScan(simulation, sensor, index, sensor.nextScanMs)
        sensor.nextScanMs += sensor.node.periodS * 1000
      } else sensor.nextStatusMs = Infinity
    }
  })
  simulation.nowMs = nowMs
  const due = simulation.pending.filter((emission) => emission.dueMs <= nowMs)
  simulation.pending = simulation.pending.filter((emission) => emission.dueMs > nowMs)
  return due.sort((a, b) => a.dueMs - b.dueMs || a.sensor - b.sensor || a.order - b.order)
}

function emitStatus(simulation: Simulation, sensor: SimSensor, index: number): void {
  const atMs = sensor.nextStatusMs
  sensor.nextStatusMs += STATUS_INTERVAL_S * 1000
  if (!speaks(sensor.plan, atMs)) return
  const bytes = frameSapient(statusBytes(sensor.node, !sensor.statusSent, sensor.statusDice, atMs + sensor.plan.clockOffsetMs))
  sensor.statusSent = true
  push(simulation, sensor, index, atMs, 'status', 0, bytes)
}

function emitScan(simulation: Simulation, sensor: SimSensor, index: number, atMs: number): void {
  const { plan } = sensor
  if (plan.report === 'status-only') return
  const dueMs = atMs + latencyMs(sensor)
  if (plan.door === 'beast') {
    for (const frame of adsbScan(simulation.air, sensor, simulation.objects, atMs))
      push(simulation, sensor, index, dueMs, 'detections', 1, frame)
    return
  }
  const reports = [...scan(simulation.air.frame, sensor, simulation.objects, atMs), ...fakes(simulation, sensor, atMs)]
  if (plan.door === 'sapient') {
    for (const report of reports)
      push(simulation, sensor, index, dueMs, 'detections', 1, frameSapient(detectionBytes(sensor.node, report, sensor.dice)))
  } else if (reports.length > 0 || atMs % JSON_HEARTBEAT_MS < sensor.node.periodS * 1000) {
    for (let i = 0; i === 0 || i < reports.length; i += 1000)
      push(
        simulation,
        sensor,
        index,
        dueMs,
        'detections',
        Math.min(1000, reports.length - i),
        jsonBytes(sensor.node.id, reports.slice(i, i + 1000)),
      )
  }
}

function fakes(simulation: Simulation, sensor: SimSensor, atMs: number): SensorReport[] {
  return simulation.floods
    .filter((flood) => flood.node === sensor.node.id && atMs >= flood.fromMs && atMs < flood.toMs)
    .flatMap((flood) => floodReports(simulation.air.frame, sensor, flood, atMs))
}

/** Reports leave late by a spread, and now and then so late that the next scan's overtake them. */
function latencyMs(sensor: SimSensor): number {
  const { plan, dice } = sensor
  const usual = Math.max(0, plan.latencyMs + plan.latencySigmaMs * throwNormal(dice))
  return Math.round(throwUniform(dice) < plan.lateProbability ? usual + plan.lateMs : usual)
}

function push(
  simulation: Simulation,
  sensor: SimSensor,
  index: number,
  dueMs: number,
  kind: Emission['kind'],
  count: number,
  bytes: Uint8Array,
): void {
  sensor.emitted += 1
  simulation.pending.push({ dueMs, sensor: index, order: sensor.emitted, node: sensor.node.id, door: sensor.plan.door, kind, count, bytes })
}
