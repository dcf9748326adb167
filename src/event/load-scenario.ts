import type { EventDefinition, NodeDefinition } from '../model/event.ts'
import type { ClaimFlood, Motion, Scenario, ScenarioObject, ScenarioSensor, SensorFault } from '../model/scenario.ts'
import { geoidM, offsetPlace, RAD_PER_DEG } from './convert-shapes.ts'
import { byPlace, nearest, type EventError } from './event-error.ts'
import { describeIssues } from './form-issues.ts'
import { instantMs, storySeconds } from './local-time.ts'
import { scenarioForm, type FloodForm, type ObjectForm, type PlaceForm, type ScenarioForm, type SensorForm } from './scenario-forms.ts'
import { errorAt, readYamlFile, type YamlFile, type YamlPath } from './yaml-source.ts'

/** Reads one scenario for an event: places, nodes and times checked against it. */
export function loadScenario(path: string, event: EventDefinition): Scenario | EventError[] {
  const read = readYamlFile(path, path)
  return 'errors' in read ? read.errors : scenarioOf(read.file, event)
}

type Reading = {
  readonly file: YamlFile
  readonly event: EventDefinition
  readonly nodes: ReadonlyMap<string, NodeDefinition>
  readonly errors: EventError[]
  zeroMs: number
}

function scenarioOf(file: YamlFile, event: EventDefinition): Scenario | EventError[] {
  const parsed = scenarioForm.safeParse(file.value)
  if (!parsed.success)
    return describeIssues(parsed.error.issues, { file, path: [] }, file.value, Object.keys(scenarioForm.shape)).toSorted(byPlace)
  const form = parsed.data
  const reading: Reading = { file, event, nodes: new Map(event.nodes.map((node) => [node.id, node])), errors: [], zeroMs: 0 }
  const zeroMs = instantMs(form.zero, event.header.timeZone)
  if (zeroMs === undefined)
    reading.errors.push(errorAt({ file, path: ['zero'] }, `zero is "${form.zero}", not a time`, 'write it like 2022-11-26T21:50'))
  reading.zeroMs = zeroMs ?? 0
  const scenario: Scenario = {
    id: form.id,
    seed: form.seed,
    zeroMs: reading.zeroMs,
    fromMs: time(reading, ['from'], form.from),
    toMs: time(reading, ['to'], form.to),
    objects: form.objects.map((object, i) => convertObject(reading, ['objects', i], object)),
    sensors: form.sensors.map((sensor, i) => convertSensor(reading, ['sensors', i], sensor, form)),
    floods: form.floods.map((flood, i) => convertFlood(reading, ['floods', i], flood)),
  }
  checkDoubles(reading, form)
  return reading.errors.length === 0 ? scenario : reading.errors.toSorted(byPlace)
}

function fault(reading: Reading, path: YamlPath, problem: string, fix: string): void {
  reading.errors.push(errorAt({ file: reading.file, path }, problem, fix))
}

function time(reading: Reading, path: YamlPath, text: string | number): number {
  const seconds = storySeconds(text)
  if (seconds === undefined)
    fault(
      reading,
      path,
      `"${text}" is not a time of the scenario`,
      'write minutes and seconds from its zero, such as "4:30" or "-1:00", or seconds',
    )
  return reading.zeroMs + Math.round((seconds ?? 0) * 1000)
}

function span(reading: Reading, path: YamlPath, form: { from: string | number; to: string | number }): { fromMs: number; toMs: number } {
  const fromMs = time(reading, [...path, 'from'], form.from)
  const toMs = time(reading, [...path, 'to'], form.to)
  if (toMs <= fromMs) fault(reading, [...path, 'to'], '"to" is not after "from"', 'write a later time')
  return { fromMs, toMs }
}

type Place = { latRad: number; lonRad: number; altHaeM: number }

function convertPlace(reading: Reading, path: YamlPath, form: PlaceForm): Place {
  let { latDeg = 0, lonDeg = 0 } = form
  if (form.site !== undefined) {
    const site = reading.event.sites.find(({ id }) => id === form.site)
    if (!site) {
      const near = nearest(
        form.site,
        reading.event.sites.map(({ id }) => id),
      )
      fault(reading, [...path, 'site'], `unknown site "${form.site}"`, near === undefined ? 'name a site of the event' : `write "${near}"`)
    } else {
      const bearing = (form.bearingDeg ?? 0) * RAD_PER_DEG
      const rangeM = form.rangeM ?? 0
      const at = offsetPlace(
        { latDeg: site.place.latRad / RAD_PER_DEG, lonDeg: site.place.lonRad / RAD_PER_DEG },
        rangeM * Math.sin(bearing),
        rangeM * Math.cos(bearing),
      )
      latDeg = at.latRad / RAD_PER_DEG
      lonDeg = at.lonRad / RAD_PER_DEG
    }
  }
  return { latRad: latDeg * RAD_PER_DEG, lonRad: lonDeg * RAD_PER_DEG, altHaeM: form.altAmslM + geoidM(latDeg, lonDeg) }
}

function convertObject(reading: Reading, path: YamlPath, form: ObjectForm): ScenarioObject {
  const { fromMs, toMs } = span(reading, path, form)
  const { remoteId, radio, adsb } = form
  return {
    id: form.id,
    class: form.class,
    rcsM2: form.rcsM2,
    fromMs,
    toMs,
    copies: form.copies,
    spreadM: form.spreadM,
    motion: convertMotion(reading, path, form),
    radio: radio && { centreFreqHz: radio.centreFreqMHz * 1e6 },
    remoteId: remoteId && {
      serial: remoteId.serial,
      selfId: remoteId.selfId,
      pilot: remoteId.pilot && { latRad: remoteId.pilot.latDeg * RAD_PER_DEG, lonRad: remoteId.pilot.lonDeg * RAD_PER_DEG },
      pilotFromMs: remoteId.pilotFrom === undefined ? fromMs : time(reading, [...path, 'remoteId', 'pilotFrom'], remoteId.pilotFrom),
    },
    adsb,
  }
}

function convertMotion(reading: Reading, path: YamlPath, form: ObjectForm): Motion {
  const { route, orbit, hover, flock, approach } = form
  if (route) {
    const points = route.points.map((point, i) => ({
      ...convertPlace(reading, [...path, 'route', 'points', i], point),
      speedMps: point.speedMps,
      waitS: point.waitS,
    }))
    return { kind: 'route', points, speedMps: route.speedMps, turnRadiusM: route.turnRadiusM, lands: route.lands }
  }
  if (orbit)
    return {
      kind: 'orbit',
      ...convertPlace(reading, [...path, 'orbit', 'at'], orbit.at),
      radiusM: orbit.radiusM,
      speedMps: orbit.speedMps,
      clockwise: orbit.clockwise,
    }
  if (hover) return { kind: 'hover', ...convertPlace(reading, [...path, 'hover', 'at'], hover.at), driftM: hover.driftM }
  if (flock)
    return { kind: 'flock', ...convertPlace(reading, [...path, 'flock', 'at'], flock.at), radiusM: flock.radiusM, speedMps: flock.speedMps }
  const { threshold, farEnd, glideDeg, speedMps, touchdown, levelAltAmslM } = approach!
  const eastDeg = (farEnd.lonDeg - threshold.lonDeg) * Math.cos(threshold.latDeg * RAD_PER_DEG)
  return {
    kind: 'approach',
    ...convertPlace(reading, [...path, 'approach', 'threshold'], threshold),
    courseRad: Math.atan2(eastDeg, farEnd.latDeg - threshold.latDeg),
    glideRad: glideDeg * RAD_PER_DEG,
    speedMps,
    touchdownMs: time(reading, [...path, 'approach', 'touchdown'], touchdown),
    levelAltHaeM: levelAltAmslM + geoidM(threshold.latDeg, threshold.lonDeg),
  }
}

function convertSensor(reading: Reading, path: YamlPath, form: SensorForm, scenario: ScenarioForm): ScenarioSensor {
  const node = reading.nodes.get(form.node)
  if (!node) {
    const near = nearest(form.node, reading.nodes.keys())
    fault(
      reading,
      [...path, 'node'],
      `unknown node "${form.node}"`,
      near === undefined ? "name a node of the event's nodes.yaml" : `write "${near}"`,
    )
  } else if (!node.simulated)
    fault(reading, [...path, 'node'], `node "${form.node}" is a real one`, 'only nodes with simulated: true may be played')
  const {
    node: id,
    from,
    azimuthSigmaDeg,
    elevationSigmaDeg,
    azimuthBiasDeg,
    faults,
    rangeSigmaM,
    positionSigmaM,
    refRangeM,
    ...rest
  } = form
  return {
    ...rest,
    node: id,
    refRangeM,
    fromMs: time(reading, [...path, 'from'], from ?? scenario.from),
    rangeSigmaM: rangeSigmaM ?? node?.rangeSigmaM ?? 0,
    azimuthSigmaRad: azimuthSigmaDeg === undefined ? (node?.azimuthSigmaRad ?? 0) : azimuthSigmaDeg * RAD_PER_DEG,
    elevationSigmaRad: elevationSigmaDeg === undefined ? node?.elevationSigmaRad : elevationSigmaDeg * RAD_PER_DEG,
    positionSigmaM: positionSigmaM ?? node?.positionSigmaM ?? 0,
    azimuthBiasRad: azimuthBiasDeg * RAD_PER_DEG,
    faults: faults.map((item, i): SensorFault => {
      const at = span(reading, [...path, 'faults', i], item)
      return item.kind === 'azimuth-bias'
        ? { kind: item.kind, ...at, azimuthRad: item.azimuthDeg * RAD_PER_DEG }
        : { kind: item.kind, ...at }
    }),
  }
}

function convertFlood(reading: Reading, path: YamlPath, form: FloodForm): ClaimFlood {
  if (!reading.nodes.has(form.node))
    fault(reading, [...path, 'node'], `unknown node "${form.node}"`, "name a node of the event's nodes.yaml")
  const { id, node, count, radiusM, speedMps } = form
  return { id, node, count, radiusM, speedMps, ...span(reading, path, form), centre: convertPlace(reading, [...path, 'at'], form.at) }
}

function checkDoubles(reading: Reading, form: ScenarioForm): void {
  const lists = [
    ['objects', form.objects.map(({ id }) => id), 'id'],
    ['sensors', form.sensors.map(({ node }) => node), 'node'],
    ['floods', form.floods.map(({ id }) => id), 'id'],
  ] as const
  for (const [list, ids, key] of lists) {
    ids.forEach((id, i) => {
      if (ids.indexOf(id) < i) fault(reading, [list, i, key], `${list} has a second "${id}"`, 'rename it or remove it')
    })
  }
}
