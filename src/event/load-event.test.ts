import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventDefinition, eventPart } from '../model/event.ts'
import { toEntries } from './entries.ts'
import { isEventErrors } from './load-event.ts'
import { lineOf, loadFiles, SMALL_EVENT } from './testing/small-event.ts'

/** One thing broken in the sound event, and what its author is told. `at` is a text on the line that must be named. */
type Slip = { what: string; from: string; to: string; at: string; problem: RegExp; fix: RegExp }

const SLIPS: Slip[] = [
  {
    what: 'a key misspelt',
    from: '    kind: stadium\n',
    to: '    knid: stadium\n',
    at: 'knid',
    problem: /unknown key "knid"/,
    fix: /write "kind"/,
  },
  { what: 'a top key misspelt', from: '\nzones:', to: '\nzone:', at: 'zone:', problem: /unknown key "zone"/, fix: /write "zones"/ },
  {
    what: 'a word out of a list',
    from: 'kind: geo',
    to: 'kind: geozone',
    at: 'geozone',
    problem: /kind is "geozone"/,
    fix: /alert, warning, critical, geo, restriction/,
  },
  { what: 'a key left out', from: '    pd: 0.9\n', to: '', at: '- id: radar', problem: /pd is missing/, fix: /add pd, a number/ },
  { what: 'a text for a number', from: 'maxRangeM: 5000', to: 'maxRangeM: far', at: 'far', problem: /maxRangeM is "far"/, fix: /a number/ },
  {
    what: 'a number too big',
    from: 'qnhHpa: 1016',
    to: 'qnhHpa: 101600',
    at: '101600',
    problem: /qnhHpa is 101600, too big/,
    fix: /at most 1086/,
  },
  {
    what: 'two datums',
    from: 'lonDeg: 51.51, altAmslM: 10',
    to: 'lonDeg: 51.51, altAmslM: 10, altHaeM: 0',
    at: 'altHaeM: 0',
    problem: /exactly one of altHaeM, altAmslM; altHaeM and altAmslM are given/,
    fix: /keep one/,
  },
  {
    what: 'no datum',
    from: 'lonDeg: 51.51, altAmslM: 10',
    to: 'lonDeg: 51.51',
    at: 'lonDeg: 51.51',
    problem: /none is given/,
    fix: /add one of altHaeM, altAmslM/,
  },
  {
    what: 'an unknown site',
    from: 'site: stadium, nation: QAT',
    to: 'site: stadum, nation: QAT',
    at: 'stadum',
    problem: /unknown site "stadum"/,
    fix: /write "stadium"/,
  },
  {
    what: 'an unknown nation',
    from: 'partner: TUR',
    to: 'partner: ITA',
    at: 'ITA',
    problem: /unknown nation "ITA"/,
    fix: /define it under nations/,
  },
  { what: 'an unknown node', from: 'node: radar', to: 'node: rader', at: 'rader', problem: /unknown node "rader"/, fix: /write "radar"/ },
  {
    what: 'an unknown agency',
    from: 'agency: police',
    to: 'agency: polize',
    at: 'polize',
    problem: /unknown agency "polize"/,
    fix: /write "police"/,
  },
  {
    what: 'an unknown ring set',
    from: 'rings: rings',
    to: 'rings: none',
    at: 'rings: none',
    problem: /unknown ring set "none"/,
    fix: /under ringSets/,
  },
  {
    what: 'an unknown readiness level',
    from: '  readiness: routine',
    to: '  readiness: calm',
    at: 'calm',
    problem: /unknown readiness level "calm"/,
    fix: /under readiness/,
  },
  {
    what: 'a double id',
    from: '  - { id: TUR, role',
    to: '  - { id: QAT, role',
    at: 'id: QAT, role: partner',
    problem: /nations has a second "QAT"/,
    fix: /the first is at .*event\.yaml:15/,
  },
  {
    what: 'a ring that crosses itself',
    from: '[51.52, 25.30], [51.52, 25.32]',
    to: '[51.52, 25.32], [51.52, 25.30]',
    at: 'footprint',
    problem: /crosses itself: the edges after corner/,
    fix: /in order round/,
  },
  {
    what: 'a ring without an area',
    from: '[51.52, 25.30], [51.52, 25.32], [51.50, 25.32]',
    to: '[51.51, 25.30], [51.52, 25.30]',
    at: 'footprint',
    problem: /crosses itself|no area/,
    fix: /corners/,
  },
  {
    what: 'latitude before longitude',
    from: '[[51.50, 25.30], [51.52, 25.30], [51.52, 25.32], [51.50, 25.32]]',
    to: '[[25.30, 51.50], [25.30, 51.52], [25.32, 51.52], [25.32, 51.50]]',
    at: 'footprint',
    problem: /lies \d+ km from the event/,
    fix: /\[lonDeg, latDeg\]/,
  },
  {
    what: 'radians for degrees',
    from: '{ latDeg: 25.3, lonDeg: 51.5, altAmslM: 20 }',
    to: '{ latDeg: 0.4416, lonDeg: 0.8988, altAmslM: 20 }',
    at: '0.4416',
    problem: /km from the event's origin/,
    fix: /check the degrees/,
  },
  {
    what: 'hours that end before they begin',
    from: 'to: 2022-11-27T00:30',
    to: 'to: 2022-11-26T00:30',
    at: 'to: 2022-11-26T00:30',
    problem: /"to" is not after "from"/,
    fix: /past midnight, write the next day/,
  },
  {
    what: 'a session that ends before it begins',
    from: 'to: 2022-11-26T22:25',
    to: 'to: 2022-11-26T20:25',
    at: 'T20:25',
    problem: /"to" is not after "from"/,
    fix: /later/,
  },
  {
    what: 'a day that is none',
    from: 'demoStart: 2022-11-26T21:50',
    to: 'demoStart: 2022-11-31T21:50',
    at: 'demoStart',
    problem: /not a time/,
    fix: /2022-11-26T20:30/,
  },
  {
    what: 'a time zone that is none',
    from: 'timeZone: Asia/Qatar',
    to: 'timeZone: Asia/Doha',
    at: 'Asia/Doha',
    problem: /unknown time zone/,
    fix: /Asia\/Qatar/,
  },
  {
    what: 'a ceiling under the floor',
    from: 'radiusM: 900 }, floorAmslM: 0, ceilingAmslM: 500 }',
    to: 'radiusM: 900 }, floorAmslM: 600, ceilingAmslM: 500 }',
    at: 'floorAmslM: 600',
    problem: /ceiling is not above the floor/,
    fix: /above the floor/,
  },
  {
    what: 'a warning ring outside the alert ring',
    from: 'radiusM: 1500',
    to: 'radiusM: 4500',
    at: '4500',
    problem: /warning ring is not inside the alert ring/,
    fix: /less than 4000/,
  },
  {
    what: 'a sector the wrong way round',
    from: 'sectorDeg: [10, 170]',
    to: 'sectorDeg: [350, 20]',
    at: '[350, 20]',
    problem: /not clockwise/,
    fix: /add 360/,
  },
  {
    what: 'a Beast feed without its receiver',
    from: 'port: 30005, node: radar,',
    to: 'port: 30005,',
    at: '30005',
    problem: /feed "beast" has no node/,
    fix: /add node/,
  },
  {
    what: 'one port for two feeds',
    from: 'port: 30005',
    to: 'port: 5020',
    at: 'id: beast',
    problem: /port 5020 is taken by feed "sapient"/,
    fix: /its own port/,
  },
  {
    what: 'sharing with no party',
    from: 'relTo: [QAT, TUR]',
    to: 'relTo: [QAT, FRA]',
    at: 'relTo: [QAT, FRA]',
    problem: /"FRA" is no party to agreement "joint"/,
    fix: /QAT, TUR/,
  },
  {
    what: 'hours counted twice',
    from: '  - { site: stadium, from: 2022-11-26T20:00, hourly: [100, 200] }\n',
    to: '  - { site: stadium, from: 2022-11-26T20:00, hourly: [100, 200] }\n  - { site: stadium, from: 2022-11-26T21:00, hourly: [300] }\n',
    at: 'hourly: [300]',
    problem: /overlap at 2022-11-26T18:00/,
    fix: /once/,
  },
  {
    what: 'a host that is no host',
    from: 'id: QAT, role: host',
    to: 'id: QAT, role: partner',
    at: 'id: QAT, role: partner',
    problem: /is the event's host but has the role "partner"/,
    fix: /role: host/,
  },
  {
    what: 'a bad indent',
    from: '    host: QAT\n',
    to: '   host: QAT\n',
    at: '   host: QAT',
    problem: /not valid YAML/,
    fix: /indentation/,
  },
  {
    what: 'a key given twice',
    from: '    kind: stadium\n',
    to: '    kind: stadium\n    kind: port\n',
    at: 'kind: port',
    problem: /not valid YAML.*unique/i,
    fix: /syntax/,
  },
]

for (const slip of SLIPS) {
  test(`an event with ${slip.what} is refused with file, line and fix`, () => {
    assert.equal(SMALL_EVENT.split(slip.from).length, 2, 'the slip stands once in the sound event')
    const text = SMALL_EVENT.replace(slip.from, slip.to)
    const errors = loadFiles({ 'event.yaml': text })
    assert(isEventErrors(errors), 'refused')
    const line = lineOf(text, slip.at)
    const named = errors.filter(
      (error) => error.file === 'event.yaml' && Math.abs(error.line - line) <= (slip.what === 'a bad indent' ? 1 : 0),
    )
    assert(
      named.some((error) => slip.problem.test(error.problem) && slip.fix.test(error.fix)),
      `line ${line} not among ${JSON.stringify(errors, undefined, 1)}`,
    )
  })
}

test('a sound event loads into the model, SI and radians, and serials become tokens', () => {
  const loaded = loadFiles({ 'event.yaml': SMALL_EVENT })
  assert(!isEventErrors(loaded), JSON.stringify(loaded))
  const { event } = loaded
  assert.deepEqual(eventDefinition.parse(event), event)
  assert.equal(event.header.demoStartMs, Date.UTC(2022, 10, 26, 18, 50))
  assert.equal(event.header.qnhPa, 101600)
  assert.deepEqual(event.clearances[0]?.claims, ['rid:token-of-7-letters'])
  assert(!JSON.stringify(event).includes('SECRET1'), 'no serial in the event')
  assert.deepEqual(
    event.zones.map((zone) => zone.id),
    ['stadium.alert', 'stadium.warning', 'geo'],
  )
  assert.deepEqual(
    event.headcounts.map(({ fromMs, toMs, people }) => [fromMs, toMs, people]),
    [
      [Date.UTC(2022, 10, 26, 17), Date.UTC(2022, 10, 26, 18), 100],
      [Date.UTC(2022, 10, 26, 18), Date.UTC(2022, 10, 26, 19), 200],
    ],
  )
  assert.match(event.zones[0]!.name.tr, /Ad · alarm halkası/)
})

test('lists of several files are joined, and an error names its own file', () => {
  const [head, sites] = SMALL_EVENT.split(/(?=sites:\n)/) as [string, string]
  const whole = loadFiles({ 'event.yaml': head, 'sites/all.yaml': sites })
  assert(!isEventErrors(whole), JSON.stringify(whole))
  const broken = loadFiles({ 'event.yaml': head, 'sites/all.yaml': sites.replace('partner: TUR', 'partner: TUX') })
  assert(isEventErrors(broken))
  assert.deepEqual([broken[0]?.file, broken[0]?.line], ['sites/all.yaml', 9])
})

test('every error is found in one go, in the order of lines', () => {
  const errors = loadFiles({
    'event.yaml': SMALL_EVENT.replace('pd: 0.9', 'pd: 2').replace('qnhHpa: 1016', 'qnhHpa: 10').replace('periodS: 1', 'periodS: 0'),
  })
  assert(isEventErrors(errors))
  const lines = errors.map((error) => error.line)
  assert.deepEqual(
    lines,
    lines.toSorted((a, b) => a - b),
  )
  assert(errors.length >= 3)
})

test('the hash follows every byte of the folder and nothing else', () => {
  const hash = (files: Record<string, string>) => {
    const loaded = loadFiles(files)
    assert(!isEventErrors(loaded), JSON.stringify(loaded))
    return loaded.hash
  }
  const plain = hash({ 'event.yaml': SMALL_EVENT })
  assert.equal(hash({ 'event.yaml': SMALL_EVENT }), plain)
  assert.notEqual(hash({ 'event.yaml': `${SMALL_EVENT}# a word\n` }), plain)
  assert.equal(hash({ 'event.yaml': SMALL_EVENT, 'scenarios/x.yaml': 'id: x' }), plain, 'scenarios are no part of the event')
})

test('a folder without event.yaml, and one that is not there, say what to do', () => {
  const empty = loadFiles({ 'sites.yaml': 'sites: []' })
  assert(isEventErrors(empty))
  assert.match(empty[0]!.problem, /no event\.yaml/)
  const headless = loadFiles({ 'event.yaml': 'nations: []' })
  assert(isEventErrors(headless))
  assert.match(headless[0]!.problem, /no file has the key "event"/)
})

test('entries carry the whole definition in bounded parts: header first, done last', () => {
  const loaded = loadFiles({ 'event.yaml': SMALL_EVENT })
  assert(!isEventErrors(loaded))
  const many = { ...loaded.event, headcounts: Array.from({ length: 250 }, () => loaded.event.headcounts[0]!) }
  const parts = toEntries(many)
  for (const part of parts) assert(eventPart.safeParse(part).success)
  assert.equal(parts[0]?.part, 'header')
  assert.equal(parts.at(-1)?.part, 'done')
  const rebuilt: Record<string, unknown[]> = {}
  for (const part of parts) {
    if (!('items' in part)) continue
    assert(part.items.length <= 100)
    ;(rebuilt[part.part] ??= []).push(...part.items)
  }
  const { header, ...lists } = many
  assert.deepEqual({ header, ...Object.fromEntries(Object.keys(lists).map((key) => [key, []])), ...rebuilt }, many)
})
