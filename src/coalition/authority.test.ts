import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayDo, type AuthorityRegistry } from './authority.ts'

const text = (en: string) => ({ ar: en, en, fr: en, tr: en })
const registry: AuthorityRegistry = {
  host: 'QAT',
  persons: new Map([
    ['amal', { id: 'amal', name: 'Amal', nation: 'QAT', agency: 'a', post: 'watch', languages: ['ar'], invented: true }],
    ['deniz', { id: 'deniz', name: 'Deniz', nation: 'TUR', agency: 'b', post: 'watch', languages: ['tr'], invented: true }],
    ['jean', { id: 'jean', name: 'Jean', nation: 'FRA', agency: 'c', post: 'legal', languages: ['fr'], invented: true }],
  ]),
  posts: new Map([
    ['watch', { id: 'watch', name: text('Watch'), tasks: ['watch', 'acknowledge', 'set-qnh', 'view-personal'], invented: true }],
    ['legal', { id: 'legal', name: text('Legal'), nation: 'QAT', tasks: ['watch'], invented: true }],
  ]),
  agreements: new Map([
    [
      'q-t',
      {
        id: 'q-t',
        name: text('x'),
        parties: ['QAT', 'TUR'],
        purpose: text('x'),
        state: 'in-force',
        fromMs: 100,
        toMs: 200,
        information: ['tracks', 'alerts'],
        invented: true,
      },
    ],
  ]),
}
const amal = { person: 'amal', post: 'watch', nation: 'QAT', session: 's' }
const deniz = { person: 'deniz', post: 'watch', nation: 'TUR', session: 's' }

test('a host person in a post with the task may, with no agreement', () => {
  assert.deepEqual(mayDo(registry, amal, 'acknowledge', 0), { may: true })
  assert.deepEqual(mayDo(registry, amal, 'view-personal', 0), { may: true })
})

test('an unknown person, a wrong nation, another post and a missing task are told apart', () => {
  assert.deepEqual(mayDo(registry, { ...amal, person: 'nobody' }, 'watch', 0), { may: false, why: 'unknown-person' })
  assert.deepEqual(mayDo(registry, { ...amal, nation: 'TUR' }, 'watch', 0), { may: false, why: 'unknown-person' })
  assert.deepEqual(mayDo(registry, { ...amal, post: 'legal' }, 'watch', 0), { may: false, why: 'not-your-post' })
  assert.deepEqual(mayDo(registry, amal, 'accept-nodes', 0), { may: false, why: 'not-your-post' })
})

test('a post kept for one nation is not held by another, whatever the roster says', () => {
  assert.deepEqual(mayDo(registry, { person: 'jean', post: 'legal', nation: 'FRA', session: 's' }, 'watch', 150), {
    may: false,
    why: 'not-your-post',
  })
})

test('a partner acts only while an agreement with the host is in force and covers the information', () => {
  assert.deepEqual(mayDo(registry, deniz, 'acknowledge', 99), { may: false, why: 'no-agreement' })
  assert.deepEqual(mayDo(registry, deniz, 'acknowledge', 100), { may: true })
  assert.deepEqual(mayDo(registry, deniz, 'acknowledge', 200), { may: false, why: 'no-agreement' })
  assert.deepEqual(mayDo(registry, deniz, 'view-personal', 150), { may: false, why: 'no-agreement' })
  assert.deepEqual(mayDo(registry, deniz, 'set-qnh', 150), { may: true })
})

test('an agreement that is only signed lets nothing flow', () => {
  const signed = { ...registry, agreements: new Map([...registry.agreements].map(([id, a]) => [id, { ...a, state: 'signed' as const }])) }
  assert.deepEqual(mayDo(signed, deniz, 'acknowledge', 150), { may: false, why: 'no-agreement' })
})
