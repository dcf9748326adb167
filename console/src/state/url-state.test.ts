import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatUrl, parseUrl, type UrlState } from './url-state.ts'

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,20}$/)
const states: fc.Arbitrary<UrlState> = fc.record({
  view: fc.constantFrom('air', 'sites', 'nodes'),
  selection: fc.option(fc.record({ kind: fc.constantFrom('track', 'site', 'node', 'zone', 'alert', 'feed'), id }), { nil: undefined }),
  site: fc.option(id, { nil: undefined }),
  heightAmslM: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: undefined }),
  language: fc.constantFrom('ar', 'en', 'fr', 'tr'),
  digits: fc.constantFrom('arabic', 'latin'),
  theme: fc.constantFrom('dark', 'day'),
  wall: fc.option(fc.constantFrom('sites', 'air', 'load'), { nil: undefined }),
  camera: fc.option(
    fc
      .record({
        latDeg: fc.integer({ min: -850_000, max: 850_000 }),
        lonDeg: fc.integer({ min: -1_800_000, max: 1_800_000 }),
        zoom: fc.integer({ min: 0, max: 2200 }),
        bearingDeg: fc.integer({ min: -180, max: 180 }),
        pitchDeg: fc.integer({ min: 0, max: 85 }),
      })
      .map((c) => ({
        latDeg: c.latDeg / 10_000,
        lonDeg: c.lonDeg / 10_000,
        zoom: c.zoom / 100,
        bearingDeg: c.bearingDeg,
        pitchDeg: c.pitchDeg,
      })),
    { nil: undefined },
  ),
}) as fc.Arbitrary<UrlState>

test('what the screen shows comes back from its own address', () => {
  fc.assert(fc.property(states, (state) => assert.deepEqual(parseUrl(formatUrl(state)), structuredClone(state))))
})

test('any address opens something', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const state = parseUrl(`?${text}`)
      assert.ok(['air', 'sites', 'nodes'].includes(state.view))
      assert.ok(state.heightAmslM === undefined || state.heightAmslM >= 0)
    }),
  )
})

test('an address without a language opens in Arabic; one that names an unknown one too', () => {
  assert.equal(parseUrl('').language, 'ar')
  assert.equal(parseUrl('?lang=xx').language, 'ar')
})

test('half a selection or half a camera is none', () => {
  for (const search of ['?sel=track', '?sel=track:', '?sel=:T1', '?sel=weapon:1', '?at=25.3', '?at=25.3,51.5', '?at=a,b,c']) {
    const { selection, camera } = parseUrl(search)
    assert.deepEqual({ selection, camera }, { selection: undefined, camera: undefined }, search)
  }
})
