import type { EventDefinition } from '../../src/model/event.ts'

const name = { ar: 'تجربة', en: 'Trial', fr: 'Essai', tr: 'Deneme' }

/** The least event that a room can run, with two feeds of different priority. */
export function smallEvent(id = 'trial'): EventDefinition {
  const feed = {
    mode: 'listen',
    host: '127.0.0.1',
    port: 0,
    time: 'sender',
    maxConnections: 4,
    maxFrameBytes: 65_536,
    maxFramesPerS: 1e6,
    maxClockSkewMs: 5000,
    simulated: false,
  } as const
  return {
    header: {
      id,
      name,
      example: true,
      timeZone: 'Asia/Qatar',
      languages: ['ar', 'en'],
      host: 'QAT',
      origin: { latRad: 0.44, lonRad: 0.9, altHaeM: 0 },
      qnhPa: 101_325,
      geoidM: -29.95,
      declinationRad: 0,
      readiness: 'normal',
    },
    nations: [{ id: 'QAT', name, role: 'host' }],
    agencies: [],
    agreements: [],
    posts: [],
    persons: [],
    sites: [],
    zones: [],
    nodes: [],
    feeds: [
      { ...feed, id: 'radar', door: 'json', priority: 1 },
      { ...feed, id: 'chatter', door: 'json', priority: 9 },
    ],
    phases: [],
    readiness: [{ id: 'normal', name, level: 1 }],
    schedule: [],
    headcounts: [],
    clearances: [],
  }
}
