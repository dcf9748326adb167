/// <reference types="node" />
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameMatches, searchable } from './site-search.ts'

const LUSAIL = { ar: 'استاد لوسيل', en: 'Lusail Stadium', fr: 'Stade de Lusail', tr: 'Lusail Stadyumu' }
const AIRPORT = {
  ar: 'مطار حمد الدولي',
  en: 'Hamad International Airport',
  fr: 'Aéroport international Hamad',
  tr: 'Hamad Uluslararası Havalimanı',
}
const RESIDENCE = { ar: 'مقر الإقامة ١٢', en: 'Residence 12', fr: 'Résidence 12', tr: 'Konaklama 12' }

test('a site is found by its name in any of the four languages', () => {
  for (const query of ['لوسيل', 'lusail', 'stade', 'STADYUM', 'stad lus']) assert.ok(nameMatches(LUSAIL, query), query)
  assert.ok(!nameMatches(LUSAIL, 'hamad'))
  assert.ok(!nameMatches(LUSAIL, 'lusail hamad'))
})

test('marks, hamzas, the article and digits of either kind do not matter', () => {
  for (const query of ['aeroport', 'uluslararasi', 'ULUSLARARASI', 'الدولي', 'دولي', 'مَطار']) assert.ok(nameMatches(AIRPORT, query), query)
  for (const query of ['الاقامه', 'إقامة ١٢', 'اقامة 12', 'residence ١٢']) assert.ok(nameMatches(RESIDENCE, query), query)
})

test('an empty query finds everything', () => {
  assert.ok(nameMatches(LUSAIL, '  '))
  assert.equal(searchable('  '), '')
})
