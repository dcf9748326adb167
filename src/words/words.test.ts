import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IntlMessageFormat } from 'intl-messageformat'
import type { ReasonCode, ReasonParams } from '../model/reason.ts'
import { CATALOGUE, type MessageKey } from './catalogue.ts'
import { LANGUAGES, type Language } from './language.ts'
import { PARAM_KINDS } from './params.ts'
import { REASONS } from './reasons.ts'
import { claimLabel, createWords, type Words } from './words.ts'

const REASON_SAMPLES: { readonly [C in ReasonCode]: ReasonParams[C] } = {
  'body-seen': { sensors: 2 },
  'body-seen-by': { node: 'coastal-radar', agoS: 4 },
  'claim-only': { claim: 'rid:9f83ab2210' },
  'claim-without-body': { claims: 200, radiusM: 3000 },
  'claim-agrees': { claim: 'icao:06a1b2', distanceM: 40 },
  'claim-contradicted': { claim: 'rid:9f83ab2210', distanceM: 4100 },
  'no-claim': { sinceS: 80 },
  'no-radio': { sinceS: 80 },
  callsign: { callsign: 'QTR8AB' },
  'clearance-matches': { clearance: 'police-1', operator: 'شرطة لوسيل' },
  'clearance-broken': { clearance: 'police-1', by: 'height' },
  'kinematics-airliner': { speedMps: 82, heightM: 900 },
  'kinematics-bird': { speedMps: 12 },
  'kinematics-drone': { speedMps: 35, heightM: 60 },
  'heading-to-zone': { zone: 'lusail-warning', timeS: 200, distanceM: 6900 },
  'inside-zone': { zone: 'lusail-warning', sinceS: 12 },
  'closest-approach': { zone: 'lusail-warning', distanceM: 2000, timeS: 31 },
  'turned-away': { zone: 'lusail-warning', distanceM: 2000 },
  'low-over-sea': { heightM: 60, speedMps: 35 },
  'people-beneath': { site: 'lusail', headcount: 88_000 },
  landed: { agoS: 9 },
  lost: { agoS: 9 },
  'left-zones': { agoS: 9 },
  'node-silent': { node: 'coastal-radar', sinceMs: 1_668_970_380_000 },
  'node-biased': { node: 'coastal-radar', biasRad: 0.052, sigmaRad: 0.004 },
  'local-track-of': { node: 'coastal-radar' },
  'fast-straight': { speedMps: 35 },
  'class-reported': { class: 'fixed-wing', probability: 0.8 },
  'radio-heard': { sensors: 2 },
  'surface-traffic': { speedMps: 3 },
  folded: { members: 200 },
}

/** A parsed message; the parser's own type numbers. */
type Element = ReturnType<IntlMessageFormat['getAst']>[number]
const LITERAL = 0
const SELECT = 5
const PLURAL = 6
const POUND = 7
const parse = (message: string): readonly Element[] => new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst()

/** Parameter names of a message, nested ones too. */
function argumentsOf(message: string): ReadonlySet<string> {
  const found = new Set<string>()
  const walk = (elements: readonly Element[]): void => {
    for (const element of elements) {
      if (element.type === LITERAL || element.type === POUND) continue
      found.add(element.value)
      if (element.type === PLURAL || element.type === SELECT) for (const option of Object.values(element.options)) walk(option.value)
    }
  }
  walk(parse(message))
  return found
}

function sampleParams(names: ReadonlySet<string>): Record<string, string | number> {
  const numeric = new Set([
    'count',
    'duration',
    'distance',
    'height',
    'speed',
    'climb',
    'angle',
    'angleDeg',
    'bearing',
    'percent',
    'milliseconds',
    'time',
  ])
  return Object.fromEntries([...names].map((name) => [name, numeric.has(PARAM_KINDS[name as keyof typeof PARAM_KINDS]) ? 3 : 'X1']))
}

/** A message by a key that the compiler does not know to be whole: the test walks over all of them. */
function say(words: Words, key: MessageKey, params: Record<string, string | number>): string {
  return (words.t as unknown as (key: string, params: object) => string)(key, params)
}

for (const language of LANGUAGES) {
  test(`every message says something whole in ${language}`, () => {
    const words = createWords(language)
    for (const key of Object.keys(CATALOGUE) as MessageKey[]) {
      const names = argumentsOf(CATALOGUE[key][language])
      for (const name of names) assert.ok(Object.hasOwn(PARAM_KINDS, name), `${key}: ${name}`)
      const said = say(words, key, sampleParams(names))
      assert.ok(said.trim() !== '' && !/[{}#]|undefined|NaN/.test(said), `${language} ${key}: ${said}`)
    }
  })

  test(`every reason says something whole in ${language}`, () => {
    const words = createWords(language)
    for (const code of Object.keys(REASONS) as ReasonCode[]) {
      const params = REASON_SAMPLES[code] as Record<string, string | number>
      assert.deepEqual([...argumentsOf(REASONS[code][language])].toSorted(), Object.keys(params).toSorted(), `${language} ${code}`)
      const said = words.reason(code, params)
      assert.ok(!/[{}#]|undefined|NaN|—/.test(said), `${language} ${code}: ${said}`)
      assert.ok(!said.endsWith('.'), `${code}: no full stop`)
    }
  })
}

test('the four languages take the same parameters', () => {
  for (const [key, sentence] of Object.entries(CATALOGUE)) {
    const english = [...argumentsOf(sentence.en)].toSorted()
    for (const language of LANGUAGES) assert.deepEqual([...argumentsOf(sentence[language])].toSorted(), english, `${language} ${key}`)
  }
})

test('Arabic says nothing in Latin letters but the names of standards', () => {
  const allowed = /UTC|ADS-B|Remote ID|X1/g
  const words = createWords('ar', { digits: 'arabic' })
  for (const key of Object.keys(CATALOGUE) as MessageKey[]) {
    const said = say(words, key, sampleParams(argumentsOf(CATALOGUE[key].ar)))
    assert.doesNotMatch(said.replaceAll(allowed, ''), /[A-Za-z]/, key)
  }
  for (const sentence of Object.values(REASONS)) {
    const literals = sentence.ar.replaceAll(
      /\{\w+\}|\{\w+, (plural|select),|\b(zero|one|two|few|many|other|volume|hours|height) (?=\{)/g,
      '',
    )
    assert.doesNotMatch(literals.replaceAll(allowed, ''), /[A-Za-z]/, sentence.ar)
  }
})

test('no language borrows the letters of another', () => {
  for (const [key, sentence] of [...Object.entries(CATALOGUE), ...Object.entries(REASONS)]) {
    for (const language of ['en', 'fr', 'tr'] as const) {
      const said = sentence[language].replaceAll('٠١٢٣', '')
      assert.doesNotMatch(said, /[\u0600-\u06ff]/, `${language} ${key}`)
    }
    assert.match(`${sentence.ar}`, /[\u0600-\u06ff]|^UTC$|^[^\p{L}]*(\{|$)/u, `ar ${key}`)
    assert.doesNotMatch(sentence.ar, /[?,;]\s*$|[A-Za-z}] ,/, `ar ${key} uses Arabic punctuation`)
  }
})

test('Arabic has six plurals', () => {
  const words = createWords('ar')
  const said = [0, 1, 2, 3, 11, 100].map((sensors) => words.reason('body-seen', { sensors }))
  assert.deepEqual(said, [
    'لا يرى أي مستشعر جسماً',
    'مستشعر واحد يرى جسماً',
    'مستشعران يريان جسماً',
    '3 مستشعرات ترى جسماً',
    '11 مستشعراً ترى جسماً',
    '100 مستشعر ترى جسماً',
  ])
})

test('every Arabic plural has all six forms', () => {
  for (const [key, sentence] of [...Object.entries(CATALOGUE), ...Object.entries(REASONS)]) {
    for (const element of parse(sentence.ar)) {
      if (element.type !== PLURAL) continue
      assert.deepEqual(Object.keys(element.options).toSorted(), ['few', 'many', 'one', 'other', 'two', 'zero'], key)
    }
  }
})

test('digits follow the reader in Arabic, and no other language', () => {
  assert.equal(createWords('ar', { digits: 'arabic' }).number(1234.5, 1), '١٬٢٣٤٫٥')
  assert.equal(createWords('ar', { digits: 'latin' }).number(1234.5, 1), '1,234.5')
  assert.equal(createWords('tr', { digits: 'arabic' }).number(1234.5, 1), '1.234,5')
  assert.equal(createWords('ar', { digits: 'arabic' }).reason('body-seen', { sensors: 12 }).includes('١٢'), true)
  assert.equal(createWords('ar', { digits: 'arabic' }).t('header.feedsLive', { count: 1, total: 2 }), '١ من ٢ حيّة')
})

test('measures', () => {
  const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069\u061c]/g, '').replaceAll(/[\u00a0\u202f]/g, ' ')
  const en = createWords('en', { timeZone: 'Asia/Qatar' })
  const cases: readonly (readonly [string, string])[] = [
    [en.distance(4.4), '4 m'],
    [en.distance(99.6), '100 m'],
    [en.distance(247), '250 m'],
    [en.distance(994), '990 m'],
    [en.distance(996), '1.0 km'],
    [en.distance(2049), '2.0 km'],
    [en.distance(120_400), '120 km'],
    [en.distance(Number.NaN), '—'],
    [en.duration(0), '0 s'],
    [en.duration(59.9), '59 s'],
    [en.duration(60), '1:00 min'],
    [en.duration(200.7), '3:20 min'],
    [en.duration(3600), '1:00 h'],
    [en.duration(Number.POSITIVE_INFINITY), '—'],
    [en.speed(35), '35 m/s (126 km/h)'],
    [en.climb(-2), '−2.0 m/s'],
    [en.bearing(85.4), '085°'],
    [en.bearing(359.6), '000°'],
    [en.bearing(-10), '350°'],
    [en.angle(0.05235987755982988), '3.0°'],
    [en.angleDeg(-0.04), '0.0°'],
    [en.angleDeg(-2.9), '−2.9°'],
    [en.percent(0.873), '87%'],
    [createWords('tr').percent(0.873), '%87'],
    [createWords('fr').percent(0.873), '87 %'],
    [createWords('ar', { digits: 'arabic' }).percent(0.873), '٨٧٪'],
    [en.position(25.4209, 51.4905), '25.42090° N 51.49050° E'],
    [en.position(-0.5, -3), '0.50000° S 3.00000° W'],
    [en.time(1_668_970_380_000), '21:53:00'],
    [en.time(1_668_970_380_000, 'UTC'), '18:53:00'],
    [en.height(60.4), '60 m'],
    [createWords('tr').duration(200), '3:20 dk'],
    [createWords('fr').distance(2049), '2,0 km'],
    [createWords('ar', { digits: 'arabic' }).distance(2049), '٢٫٠ كم'],
    [createWords('ar', { digits: 'arabic' }).duration(200), '٣:٢٠ د'],
  ]
  for (const [said, expected] of cases) assert.equal(plain(said), expected)
})

test('bearings, call signs and coordinates stay left to right within Arabic', () => {
  const ar = createWords('ar')
  assert.match(ar.bearing(85), /^\u2066.*\u2069$/)
  assert.match(ar.position(25, 51), /^\u2066.*\u2069$/)
  assert.match(ar.reason('callsign', { callsign: 'QTR8AB' }), /\u2066QTR8AB\u2069/)
  assert.match(ar.reason('claim-only', { claim: 'icao:06a1b2' }), /\u2066ADS-B 06A1B2\u2069/)
})

test('isolates close as often as they open, so a sentence never leaks its direction', () => {
  for (const language of LANGUAGES) {
    const words = createWords(language)
    for (const [code, params] of Object.entries(REASON_SAMPLES)) {
      let depth = 0
      for (const sign of words.reason(code, params)) {
        if (sign === '\u2066' || sign === '\u2068') depth++
        if (sign === '\u2069') depth--
        assert.ok(depth >= 0)
      }
      assert.equal(depth, 0, code)
    }
  }
})

test('a reason names zones, sites and nodes as the reader calls them', () => {
  const name = { ar: 'منطقة تحذير لوسيل', en: 'Lusail warning zone', fr: 'Zone d’avertissement de Lusail', tr: 'Lusail uyarı bölgesi' }
  const params = { zone: 'lusail-warning', timeS: 200, distanceM: 6900 }
  for (const language of LANGUAGES satisfies readonly Language[]) {
    const said = createWords(language).reason('heading-to-zone', params, { zone: (id) => (id === 'lusail-warning' ? name : undefined) })
    assert.ok(said.includes(name[language]), said)
  }
  assert.ok(createWords('en').reason('heading-to-zone', params).includes('lusail-warning'))
})

test('a reason from a newer build is shown as its code, and a missing parameter as a dash', () => {
  const words = createWords('en')
  assert.equal(words.reason('seen-by-submarine', {}), '\u2066seen-by-submarine\u2069')
  assert.equal(words.reason('callsign', {}), 'Call sign —')
  assert.equal(words.reason('toString', {}), '\u2066toString\u2069')
})

test('outcomes are worded', () => {
  const words = createWords('fr')
  assert.equal(words.outcome({ result: 'done' }), 'Fait, et consigné')
  assert.equal(words.outcome({ result: 'refused', why: 'already' }), 'Déjà fait.')
})

test('a claim is called by its broadcast', () => {
  assert.equal(claimLabel('rid:9f83ab2210'), 'Remote ID 9f83ab')
  assert.equal(claimLabel('icao:06a1b2'), 'ADS-B 06A1B2')
  assert.equal(claimLabel('other'), 'other')
})
