import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { deserialize, serialize } from 'node:v8'
import { ingestRequest } from '../src/model/api.ts'
import type { EventDefinition } from '../src/model/event.ts'
import type { Scenario, ScenarioSensor } from '../src/model/scenario.ts'
import { isEventErrors, loadEvent } from '../src/event/load-event.ts'
import { loadScenario } from '../src/event/load-scenario.ts'
import { createBeastFramer } from '../src/wire/adsb/framing.ts'
import { decodeBeastFrame } from '../src/wire/adsb/beast.ts'
import { decodeSapient } from '../src/wire/sapient/v2/decode.ts'
import { decodeIngestAsSent } from '../src/wire/json/ingest.ts'
import { newDice, throwNormal, throwPoisson, throwUlid, throwUniform } from './dice.ts'
import { azimuthBiasRad } from './sensor-scan.ts'
import { detectionProbability, sightOf } from './sight.ts'
import {
  connectionOpened,
  newSimulation,
  registrationOf,
  stepSimulation,
  wantsConnection,
  type Emission,
  type Simulation,
} from './simulation.ts'
import { truthAt } from './truth.ts'

const FOLDER = resolve(import.meta.dirname, '../events/doha-2022')
const loaded = loadEvent(FOLDER, { token: (serial) => serial })
assert(!isEventErrors(loaded), JSON.stringify(loaded))
const event: EventDefinition = loaded.event

function scenarioOf(name: string): Scenario {
  const read = loadScenario(resolve(FOLDER, 'scenarios', `${name}.yaml`), event)
  assert(!Array.isArray(read), JSON.stringify(read))
  return read
}
const demo = scenarioOf('demo')

function run(simulation: Simulation, toMs: number, stepMs: number): Emission[] {
  const all: Emission[] = []
  while (simulation.nowMs < toMs) all.push(...stepSimulation(simulation, Math.min(toMs, simulation.nowMs + stepMs)))
  return all
}

function hashOf(emissions: readonly Emission[]): string {
  const hash = createHash('sha256')
  for (const { dueMs, node, bytes } of emissions) hash.update(`${dueMs} ${node} ${bytes.length}\n`).update(bytes)
  return hash.digest('hex')
}

test('the same seed gives the same bytes, however often it is stepped and even through a snapshot; another seed others', () => {
  const toMs = demo.fromMs + 60_000
  const fine = hashOf(run(newSimulation(event, demo), toMs, 17))
  assert.equal(hashOf(run(newSimulation(event, demo), toMs, 4001)), fine)
  const first = newSimulation(event, demo)
  const before = run(first, demo.fromMs + 20_000, 250)
  const after = run(deserialize(serialize(first)) as Simulation, toMs, 250)
  assert.equal(hashOf([...before, ...after]), fine)
  assert.notEqual(hashOf(run(newSimulation(event, { ...demo, seed: demo.seed + 1 }), toMs, 250)), fine)
})

test("one sensor's luck does not depend on another's presence, nor on when it connects", () => {
  const toMs = demo.fromMs + 40_000
  const of = (emissions: readonly Emission[], node: string) =>
    hashOf(emissions.filter((emission) => emission.node === node && emission.kind === 'detections'))
  const all = run(newSimulation(event, demo), toMs, 100)
  const alone = run(newSimulation(event, { ...demo, sensors: demo.sensors.filter(({ node }) => node === 'doha-radar') }), toMs, 100)
  assert.equal(of(alone, 'doha-radar'), of(all, 'doha-radar'))
  const reconnecting = newSimulation(event, demo)
  const parts = [...run(reconnecting, demo.fromMs + 13_000, 100)]
  demo.sensors.forEach((_, index) => connectionOpened(reconnecting, index))
  parts.push(...run(reconnecting, toMs, 100))
  for (const { node } of demo.sensors) assert.equal(of(parts, node), of(all, node))
})

test('every byte of the demo decodes in its own door and passes every rule', () => {
  const simulation = newSimulation(event, demo)
  const beast = createBeastFramer()
  const seen = new Map<string, number>()
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)
  demo.sensors.forEach(({ door }, index) => {
    if (door !== 'sapient') return
    const message = decodeSapient(registrationOf(simulation, index, demo.fromMs).subarray(4))
    assert(!('rejected' in message), 'rejected' in message ? message.detail : '')
    assert(message.content.case === 'registration' && message.content.value.nodeDefinition[0]?.nodeSubType[0] === 'simulated')
  })
  for (const { door, bytes, node, count: reports } of run(simulation, demo.toMs, 1000)) {
    if (door === 'sapient') {
      assert.equal(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true), bytes.length - 4)
      const message = decodeSapient(bytes.subarray(4))
      assert(!('rejected' in message), 'rejected' in message ? message.detail : '')
      assert.equal(message.nodeId, node)
      count(`sapient ${message.content.case}`)
    } else if (door === 'json') {
      const request = decodeIngestAsSent(bytes)
      assert(!('rejected' in request), JSON.stringify(request))
      assert(ingestRequest.safeParse(request).success)
      assert.deepEqual([request.node, request.simulated, request.detections.length], [node, true, reports])
      count('json')
    } else {
      beast.push(bytes)
      for (let frame = beast.next(); frame !== undefined; frame = beast.next()) {
        assert(frame instanceof Uint8Array)
        const decoded = decodeBeastFrame(frame)
        assert(!('rejected' in decoded))
        count('beast')
      }
    }
  }
  for (const what of ['sapient statusReport', 'sapient detectionReport', 'json', 'beast'])
    assert((seen.get(what) ?? 0) > 300, `${what}: ${seen.get(what)}`)
})

/** A sensor that looks at one hovering object 3 km away for an hour. */
function hour(
  sensor: Partial<ScenarioSensor>,
  rcsM2 = 1,
): {
  azimuthErrors: number[]
  rangeErrors: number[]
  found: number
  scans: number
  names: Set<string>
  latencies: number[]
  emissions: Emission[]
} {
  const base = demo.sensors.find(({ node }) => node === 'doha-radar')!
  const hover = demo.objects.find(({ id }) => id === 'broadcast')!
  const stadium = event.sites.find(({ id }) => id === 'stadium-974')!.place
  const object = {
    ...hover,
    rcsM2,
    fromMs: demo.fromMs,
    toMs: demo.fromMs + 3_600_000,
    motion: { kind: 'hover' as const, latRad: stadium.latRad + 0.00047, lonRad: stadium.lonRad, altHaeM: 200, driftM: 0 },
    remoteId: undefined,
    radio: undefined,
  }
  const scenario: Scenario = {
    ...demo,
    toMs: object.toMs,
    objects: [object],
    floods: [],
    sensors: [{ ...base, faults: [], lateProbability: 0, ...sensor }],
  }
  const quiet = { ...event, nodes: event.nodes.map((node) => ({ ...node, clutterPerScan: 0 })) }
  const simulation = newSimulation(quiet, scenario)
  const out = {
    azimuthErrors: [] as number[],
    rangeErrors: [] as number[],
    found: 0,
    scans: 3600,
    names: new Set<string>(),
    latencies: [] as number[],
    emissions: [] as Emission[],
  }
  const truth = truthAt(simulation.air.frame, simulation.objects[0]!, demo.fromMs + 1000)!
  const sight = sightOf(simulation.sensors[0]!.frame, truth.state)
  for (const emission of run(simulation, scenario.toMs, 60_000)) {
    out.emissions.push(emission)
    const { detections } = JSON.parse(new TextDecoder().decode(emission.bytes)) as {
      detections: { time: string; polar: { rangeM: number; azimuthDeg: number }; localTrack: string }[]
    }
    for (const { time, polar, localTrack } of detections) {
      out.found += 1
      out.names.add(localTrack)
      out.latencies.push(emission.dueMs - Date.parse(time))
      const azimuthError = (polar.azimuthDeg * Math.PI) / 180 - sight.azimuthRad
      out.azimuthErrors.push(Math.atan2(Math.sin(azimuthError), Math.cos(azimuthError)))
      out.rangeErrors.push(polar.rangeM - sight.rangeM)
    }
  }
  return out
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
function sigma(values: readonly number[]): number {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
}

test('a radar errs as its scenario says: spread, bias, probability of detection, renumbering, delay', () => {
  const plan = {
    rangeSigmaM: 8,
    azimuthSigmaRad: 0.01,
    azimuthBiasRad: 0.02,
    renumberS: 100,
    clockOffsetMs: 0,
    latencyMs: 80,
    latencySigmaMs: 10,
  }
  const { azimuthErrors, rangeErrors, found, scans, names, latencies } = hour(plan, 10)
  const node = event.nodes.find(({ id }) => id === 'doha-radar')!
  // Bounds are five standard errors of 3,300 samples.
  assert(Math.abs(sigma(rangeErrors) / 8 - 1) < 0.07, `range sigma ${sigma(rangeErrors)}`)
  assert(Math.abs(mean(rangeErrors)) < 0.8)
  assert(Math.abs(sigma(azimuthErrors) / 0.01 - 1) < 0.07)
  assert(Math.abs(mean(azimuthErrors) - 0.02) < 0.001)
  assert(Math.abs(found / scans - node.pd) < 0.03, `pd ${found / scans}`)
  assert(names.size > 15 && names.size < 70, `${names.size} local tracks in an hour at a mean life of 100 s`)
  assert(Math.abs(mean(latencies) - 80) < 2 && Math.abs(sigma(latencies) - 10) < 1)
})

test('a radar sees a small object less often than a large one, by the fourth root of its size', () => {
  const { found } = hour({ refRangeM: 12_000 }, 0.0004)
  const node = event.nodes.find(({ id }) => id === 'doha-radar')!
  // 0.0004 m^2 brings 12 km to 1,697 m; the object hovers near 3 km.
  assert(found < 3600 * 0.05, `${found}`)
  assert(Math.abs(detectionProbability(node, 12_000, 0.0004, 12_000 * Math.sqrt(Math.sqrt(0.0004))) - node.pd / 2) < 1e-9)
})

test('stragglers overtake: reports leave out of the order in which they were measured', () => {
  const { emissions } = hour({ lateProbability: 0.05, lateMs: 1500 })
  const times = emissions
    .map(({ bytes }) => (JSON.parse(new TextDecoder().decode(bytes)) as { detections: { time: string }[] }).detections[0]?.time)
    .filter((time) => time !== undefined)
  const late = times.filter((time, i) => i > 0 && Date.parse(time) < Date.parse(times[i - 1]!)).length
  assert(late > 80 && late < 280, `${late} of ${times.length}`)
  assert(
    emissions.every(({ dueMs }, i) => i === 0 || dueMs >= emissions[i - 1]!.dueMs),
    'but they are handed out in the order of leaving',
  )
})

test('faults hold for their time: silence with an open connection, disconnection, bias', () => {
  const fromMs = demo.fromMs + 10_000
  const toMs = demo.fromMs + 20_000
  const plan = demo.sensors.find(({ node }) => node === 'doha-radar')!
  const silent = run(
    newSimulation(event, { ...demo, sensors: [{ ...plan, faults: [{ kind: 'silent', fromMs, toMs }] }] }),
    demo.fromMs + 30_000,
    100,
  )
  const dues = silent.map(({ dueMs }) => dueMs)
  assert(dues.some((due) => due < fromMs) && dues.some((due) => due > toMs))
  assert(!dues.some((due) => due > fromMs + 2000 && due < toMs))
  const away = newSimulation(event, { ...demo, sensors: [{ ...plan, faults: [{ kind: 'disconnected', fromMs, toMs }] }] })
  const wanted = [5000, 15000, 25000].map((afterMs) => {
    stepSimulation(away, demo.fromMs + afterMs)
    return wantsConnection(away, 0)
  })
  assert.deepEqual(wanted, [true, false, true])
  const bias = (atMs: number) =>
    azimuthBiasRad({ ...plan, azimuthBiasRad: 0.1, faults: [{ kind: 'azimuth-bias', fromMs, toMs, azimuthRad: 0.05 }] }, atMs)
  assert.deepEqual(
    [fromMs - 1, fromMs, toMs].map((atMs) => Math.round(bias(atMs) * 1000)),
    [100, 150, 100],
  )
})

test('the flood: 200 broadcasts a second that no body stands behind, each with a serial of its own', () => {
  const atMs = demo.zeroMs + 300_000
  const simulation = newSimulation(event, { ...demo, sensors: demo.sensors.filter(({ node }) => node === 'rid-lusail') }, atMs)
  const serials = new Set<string>()
  let fakes = 0
  for (const { bytes } of run(simulation, atMs + 10_000, 500)) {
    for (const { remoteId } of (JSON.parse(new TextDecoder().decode(bytes)) as { detections: { remoteId: { serial: string } }[] })
      .detections) {
      if (!remoteId.serial.startsWith('FAKE')) continue
      serials.add(remoteId.serial)
      fakes += 1
    }
  }
  assert.equal(serials.size, 200)
  assert(fakes >= 1800 && fakes <= 2000)
})

test('load and busy scenarios give the rates that benches ask for', () => {
  for (const [name, perS] of [
    ['load', 500],
    ['busy', 100],
  ] as const) {
    const scenario = scenarioOf(name)
    const emissions = run(newSimulation(event, scenario), scenario.fromMs + 10_000, 500)
    const rate = emissions.reduce((sum, { count }) => sum + count, 0) / 10
    assert(rate > perS * 0.8, `${name}: ${rate} reports a second`)
  }
})

test('the dice: uniform, normal and Poisson have their moments, and ULIDs their form', () => {
  const dice = newDice(7, 'test')
  const uniform = Array.from({ length: 20000 }, () => throwUniform(dice))
  assert(Math.abs(mean(uniform) - 0.5) < 0.01 && Math.min(...uniform) >= 0 && Math.max(...uniform) < 1)
  const normal = Array.from({ length: 20000 }, () => throwNormal(dice))
  assert(Math.abs(mean(normal)) < 0.03 && Math.abs(sigma(normal) - 1) < 0.03)
  assert(Math.abs(normal.filter((value) => Math.abs(value) > 1.959964).length / 20000 - 0.05) < 0.008)
  const poisson = Array.from({ length: 20000 }, () => throwPoisson(dice, 1.7))
  assert(Math.abs(mean(poisson) - 1.7) < 0.05 && Math.abs(sigma(poisson) ** 2 - 1.7) < 0.12)
  assert.equal(throwPoisson(dice, 0), 0)
  assert.match(throwUlid(dice, Date.UTC(2022, 10, 26)), /^01GJ[0-9A-HJKMNP-TV-Z]{22}$/)
  assert.notDeepEqual(newDice(7, 'test'), newDice(7, 'tess'))
})
