import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { instantMs, knownTimeZone, storySeconds } from './local-time.ts'

test('a local time is taken in its zone, with summer time, and an offset stands above the zone', () => {
  // Central European time changed on 27 March 2022 at 01:00 UTC.
  assert.equal(instantMs('2022-11-26T21:50', 'Asia/Qatar'), Date.parse('2022-11-26T18:50:00Z'))
  assert.equal(instantMs('2022-03-27T01:59', 'Europe/Paris'), Date.parse('2022-03-27T00:59:00Z'))
  assert.equal(instantMs('2022-03-27T03:01', 'Europe/Paris'), Date.parse('2022-03-27T01:01:00Z'))
  assert.equal(instantMs('2022-07-01T12:00:05.25', 'Europe/Paris'), Date.parse('2022-07-01T10:00:05.250Z'))
  assert.equal(instantMs('2022-11-26T21:50+03:00', 'America/Los_Angeles'), Date.parse('2022-11-26T18:50:00Z'))
  assert.equal(instantMs('2022-11-26T21:50Z', 'Asia/Qatar'), Date.parse('2022-11-26T21:50:00Z'))
})

test('what is no time or no day is none', () => {
  for (const text of [
    '',
    '2022-11-26',
    '2022-11-31T00:00',
    '2022-02-29T00:00',
    '2022-11-26T24:00',
    '2022-11-26T23:60',
    '26.11.2022 20:00',
    '2022-11-26T20:30 ',
  ])
    assert.equal(instantMs(text, 'UTC'), undefined, text)
})

test('every instant written in a zone reads back, whatever the zone', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2029, 0) }),
      fc.constantFrom('UTC', 'Asia/Qatar', 'Asia/Kathmandu', 'America/Los_Angeles', 'Australia/Lord_Howe'),
      (ms, zone) => {
        const minuteMs = Math.floor(ms / 60000) * 60000
        const text = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
          .format(minuteMs)
          .replace(' ', 'T')
        const back = instantMs(text, zone)
        // In the hour that an autumn night has twice, either of the two instants is right.
        assert(
          back === minuteMs ||
            (back !== undefined &&
              new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
                .format(back)
                .replace(' ', 'T') === text),
          `${text} ${zone}`,
        )
      },
    ),
  )
})

test('time zones and story times', () => {
  assert(knownTimeZone('Asia/Qatar'))
  assert(!knownTimeZone('Asia/Nowhere'))
  assert.deepEqual(['4:30', '-1:15', '1:02:03', '0:00', '9:10.5', 12].map(storySeconds), [270, -75, 3723, 0, 550.5, 12])
  assert.deepEqual(['4.30', ':30', '4:3', 'soon'].map(storySeconds), [undefined, undefined, undefined, undefined])
})
