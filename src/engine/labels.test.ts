import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { NationId } from '../model/ids.ts'
import type { Label } from '../model/label.ts'
import { newDefinition, type Definition } from './definition.ts'
import { fusedLabel, hostLabel, siteLabel } from './labels.ts'

const text = { ar: 'x', en: 'x', fr: 'x', tr: 'x' }
const definition: Definition = {
  ...newDefinition(),
  header: {
    id: 'e',
    name: text,
    example: true,
    timeZone: 'Asia/Qatar',
    languages: ['ar'],
    host: 'QAT',
    origin: { latRad: 0, lonRad: 0, altHaeM: 0 },
    qnhPa: 101325,
    geoidM: 0,
    declinationRad: 0,
    readiness: 'r',
  },
}
const label = (owner: string, relTo: readonly string[], agreement?: string): Label => ({
  policy: 'MARSAD',
  classification: 'restricted',
  owner: owner as NationId,
  relTo: relTo as readonly NationId[],
  ...(agreement === undefined ? {} : { agreement }),
})

test('a fused item goes only where all of its sources may, and is the host’s', () => {
  const fused = fusedLabel(definition, [label('QAT', ['QAT', 'TUR', 'FRA']), label('TUR', ['QAT', 'TUR'], 'joint')])
  assert.deepEqual(fused, { policy: 'MARSAD', classification: 'restricted', owner: 'QAT', relTo: ['QAT', 'TUR'], agreement: 'joint' })
})

test('sources under two agreements stay with the host', () => {
  assert.deepEqual(
    fusedLabel(definition, [label('TUR', ['QAT', 'TUR'], 'a'), label('FRA', ['QAT', 'TUR', 'FRA'], 'b')]),
    hostLabel(definition),
  )
})

test('no source, no sharing', () => {
  assert.deepEqual(fusedLabel(definition, []), hostLabel(definition))
})

test('whatever the sources: nobody but the host gets what one of them withholds', () => {
  const nations = fc.subarray(['QAT', 'TUR', 'FRA', 'MAR'])
  const source = fc.tuple(nations, fc.constantFrom(undefined, 'a', 'b')).map(([relTo, agreement]) => label('QAT', relTo, agreement))
  fc.assert(
    fc.property(fc.array(source, { minLength: 1, maxLength: 5 }), (sources) => {
      const fused = fusedLabel(definition, sources)
      for (const nation of fused.relTo) {
        if (nation === 'QAT') continue
        for (const each of sources) {
          assert.ok(each.relTo.includes(nation))
          assert.ok(each.agreement === undefined || each.agreement === fused.agreement)
        }
      }
    }),
  )
})

test('a site of two nations is shared under the agreement between them', () => {
  const agreement = {
    id: 'joint',
    name: text,
    parties: ['TUR', 'QAT'],
    purpose: text,
    state: 'in-force' as const,
    fromMs: 0,
    toMs: 1,
    information: [],
    invented: true,
  }
  const shared: Definition = { ...definition, agreements: new Map([['joint', agreement]]) }
  const site = {
    id: 's',
    name: text,
    kind: 'stadium' as const,
    protected: true,
    place: { latRad: 0, lonRad: 0, altHaeM: 0 },
    host: 'QAT',
    partner: 'TUR',
    invented: true,
  }
  assert.deepEqual(siteLabel(shared, site), label('QAT', ['QAT', 'TUR'], 'joint'))
  const { partner: _, ...own } = site
  assert.deepEqual(siteLabel(shared, own), hostLabel(definition))
})
