import assert from 'node:assert/strict'
import { request as httpRequest } from 'node:http'
import { networkInterfaces } from 'node:os'
import { test } from 'node:test'
import { WebSocket } from 'ws'
import { clockView, commandAnswer, problem, sessionView, type Problem } from '../../src/model/api.ts'
import { ingestAnswer, LISTS } from '../../src/serve/schemas.ts'
import { serveFakeRoom } from './client.ts'
import { createFakeRoom } from './fake-room.ts'
import { alertItem, eventItem, START_MS, trackItem } from './sample-items.ts'

const tracks = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    out: 'put' as const,
    item: trackItem({ id: `T${i}`, atMs: START_MS, eM: i * 10, nM: 0, suspect: i === 0 }),
  }))
const DETECTION = { time: '2022-11-25T18:50:00Z', bearing: { azimuthDeg: 90, azimuthSigmaDeg: 3 } }

/** fetch sets Host and Origin as it likes; this sends exactly what is asked. */
function raw(
  port: number,
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
    host = '127.0.0.1',
  }: { method?: string; headers?: Record<string, string>; body?: string; host?: string } = {},
): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  return new Promise((done, failed) => {
    const request = httpRequest({ host, port, path, method, headers: { host: `localhost:${port}`, ...headers } }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => done({ status: response.statusCode ?? 0, text, headers: response.headers }))
    })
    request.on('error', failed)
    request.end(body)
  })
}

async function expectProblem(response: Response, status: number, error: string): Promise<Problem> {
  const text = await response.text()
  assert.equal(response.status, status, text)
  const told = problem.strict().parse(JSON.parse(text))
  assert.equal(told.error, error)
  assert.ok(told.todo.length > 10)
  return told
}

test('every list answers as its schema says, as JSON and as GeoJSON', async (t) => {
  const { room, url } = await serveFakeRoom(t)
  room.put([...tracks(3), { out: 'put', item: alertItem('A1', 'T0', START_MS) }])
  for (const { path, list, features } of LISTS) {
    const plain = await fetch(`${url}/api/v1/${path}`)
    assert.equal(plain.headers.get('content-type'), 'application/json; charset=utf-8')
    const { items, next } = list.strict().parse(await plain.json())
    assert.ok(items.length > 0, path)
    assert.equal(next, null)
    const drawn = await fetch(`${url}/api/v1/${path}`, { headers: { accept: 'application/geo+json' } })
    if (!features) {
      await expectProblem(drawn, 406, 'not-drawable')
      continue
    }
    assert.match(drawn.headers.get('content-type') ?? '', /^application\/geo\+json/)
    const collection = features.strict().parse(await drawn.json())
    assert.equal(collection.features.length, items.length)
    for (const { geometry } of collection.features) {
      if (geometry?.type === 'Polygon') assert.deepEqual(geometry.coordinates[0]?.at(0), geometry.coordinates[0]?.at(-1))
      const [lon = 0, lat = 0] = geometry?.type === 'Point' ? geometry.coordinates : (geometry?.coordinates[0]?.[0] ?? [])
      assert.ok(lon > 51 && lon < 52 && lat > 25 && lat < 26, `${path}: ${lon}, ${lat}`)
    }
  }
})

test('one item by its id, or a problem that says so', async (t) => {
  const { room, url } = await serveFakeRoom(t)
  room.put(tracks(1))
  const response = await fetch(`${url}/api/v1/tracks/T0`)
  assert.equal(response.status, 200)
  assert.equal(((await response.json()) as { id: string }).id, 'T0')
  await expectProblem(await fetch(`${url}/api/v1/tracks/T99`), 404, 'no-such-track')
  await expectProblem(await fetch(`${url}/api/v1/zones/${encodeURIComponent('../..')}`), 404, 'no-such-zone')
  await expectProblem(await fetch(`${url}/api/v1/personnel`), 404, 'no-such-path')
})

test('pages hold every item once, while tracks come and go', async (t) => {
  const { room, url } = await serveFakeRoom(t)
  room.put(tracks(25))
  const seen: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const page = (await (await fetch(`${url}/api/v1/tracks?limit=7${next === '' ? '' : `&cursor=${next}`}`)).json()) as {
      items: { id: string }[]
      next: string | null
    }
    assert.ok(page.items.length <= 7)
    seen.push(...page.items.map((each) => each.id))
    next = page.next
    room.put([{ out: 'drop', kind: 'track', id: seen[0] as string }, ...tracks(25).slice(1)])
  }
  assert.deepEqual(
    [...seen].sort(),
    tracks(25)
      .map((each) => each.item.id)
      .sort(),
  )
  await expectProblem(await fetch(`${url}/api/v1/tracks?cursor=bm9uc2Vuc2U`), 400, 'bad-cursor')
  await expectProblem(await fetch(`${url}/api/v1/tracks?limit=0`), 400, 'not-as-described')
  await expectProblem(await fetch(`${url}/api/v1/tracks?limit=many`), 400, 'not-as-described')
})

test('personal fields are in no view', async (t) => {
  const { room, url } = await serveFakeRoom(t)
  room.put(tracks(1))
  const track = (await (await fetch(`${url}/api/v1/tracks/T0`)).json()) as Record<string, unknown>
  assert.equal(track['pilotClaimed'], true)
  assert.equal(JSON.stringify(track).includes('sealed'), false)
})

test('session and clock', async (t) => {
  const { url } = await serveFakeRoom(t)
  const response = await fetch(`${url}/api/v1/session`)
  const session = sessionView.strict().parse(await response.json())
  assert.deepEqual({ person: session.person, nation: session.nation, demo: session.demo }, { person: 'noura', nation: 'QAT', demo: true })
  assert.match(response.headers.get('set-cookie') ?? '', /^marsad_session=[\w.-]+; Path=\/; HttpOnly; SameSite=Strict$/)
  clockView.strict().parse(await (await fetch(`${url}/api/v1/clock`)).json())
})

test('a command speaks for the session, whatever it claims', async (t) => {
  const { room, url } = await serveFakeRoom(t)
  const cookie = ((await fetch(`${url}/api/v1/session`)).headers.get('set-cookie') ?? '').split(';')[0] as string
  const post = (body: unknown) =>
    fetch(`${url}/api/v1/commands`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify(body) })
  const answer = await post({
    key: 'abcdefgh',
    body: { kind: 'alert.acknowledge', alert: 'A1' },
    actor: { person: 'emre', post: 'liaison', nation: 'TUR', session: 'x' },
  })
  assert.equal(answer.status, 200)
  assert.deepEqual(commandAnswer.parse(await answer.json()).outcome, { result: 'done' })
  assert.deepEqual(room.commands[0]?.actor, { person: 'noura', post: 'watch', nation: 'QAT', session: cookie.split('=')[1]?.split('.')[0] })
  for (const bad of [
    {},
    { key: 'short', body: { kind: 'alert.acknowledge', alert: 'A1' } },
    { key: 'abcdefgh', body: { kind: 'weapon.fire' } },
    { key: 'abcdefgh', body: { kind: 'qnh.set', qnhPa: 10 } },
    [],
    null,
    'x',
  ])
    await expectProblem(await post(bad), 400, 'not-as-described')
  assert.equal(room.commands.length, 1)
})

test('bodies that are no JSON, too large or of another kind', async (t) => {
  const { room, url } = await serveFakeRoom(t)
  const post = (path: string, body: string, type = 'application/json') =>
    fetch(url + path, { method: 'POST', headers: { 'content-type': type }, body })
  await expectProblem(await post('/api/v1/commands', '{"key":'), 400, 'bad-request')
  await expectProblem(await post('/api/v1/commands', ''), 400, 'bad-request')
  await expectProblem(await post('/api/v1/commands', '{"__proto__":{"x":1}}'), 400, 'bad-request')
  await expectProblem(await post('/api/v1/commands', 'x'.repeat(70_000)), 413, 'too-large')
  await expectProblem(await post('/api/v1/commands', '<a/>', 'text/xml'), 415, 'media-type')
  await expectProblem(await post('/api/v1/ingest/detections', `"${'x'.repeat(3 << 20)}"`), 413, 'too-large')
  assert.equal(room.commands.length + room.ingested.length, 0)
})

test('detections come in with their personal fields sealed', async (t) => {
  const { room, url, vault } = await serveFakeRoom(t)
  const post = (body: unknown, query = '') =>
    fetch(`${url}/api/v1/ingest/detections${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const remoteId = { serial: 'SECRET-SERIAL-77', selfId: 'survey', status: 'airborne', pilot: { latDeg: 25.123456, lonDeg: 51.654321 } }
  const answer = await post({
    node: 'rid-1',
    simulated: true,
    detections: [{ time: DETECTION.time, position: { latDeg: 25.4, lonDeg: 51.5, sigmaM: 10 }, remoteId }, DETECTION],
  })
  assert.equal(answer.status, 202)
  assert.equal(ingestAnswer.strict().parse(await answer.json()).accepted, 2)
  const [taken] = room.ingested
  assert.ok(taken)
  const { text, feed, peer } = taken
  assert.deepEqual([feed, peer], ['json', '127.0.0.1'])
  for (const secret of ['SECRET-SERIAL-77', '25.123456', '51.654321']) assert.equal(text.includes(secret), false)
  const sealed = (
    JSON.parse(text) as { detections: { remoteId: { token: string; sealedSerial: never; sealedPilot: never; selfId: string } }[] }
  ).detections[0]?.remoteId
  assert.ok(sealed)
  assert.equal(sealed.token, vault.token('SECRET-SERIAL-77'))
  assert.equal(Buffer.from(vault.open(sealed.sealedSerial) ?? '').toString(), 'SECRET-SERIAL-77')
  assert.deepEqual(JSON.parse(Buffer.from(vault.open(sealed.sealedPilot) ?? '').toString()), [25.123456, 51.654321])
  assert.equal(sealed.selfId, 'survey')

  assert.equal((await post({ node: 'rid-1', detections: [] })).status, 202, 'an empty list is a heartbeat')
  for (const bad of [
    { node: '', detections: [] },
    { node: 'x', detections: [{ time: DETECTION.time }] },
    { node: 'x', detections: [{ ...DETECTION, position: { latDeg: 25, lonDeg: 51, sigmaM: 1 } }] },
    { node: 'x', detections: [{ ...DETECTION, time: '2022-11-25 18:50' }] },
    { node: 'x', detections: [{ time: DETECTION.time, position: { latDeg: 91, lonDeg: 51, sigmaM: 1 } }] },
    { node: 'x', detections: Array.from({ length: 1001 }, () => DETECTION) },
  ])
    await expectProblem(await post(bad), 400, 'not-as-described')
  for (const [where, body] of [
    ['simulted', { node: 'x', simulted: true, detections: [] }],
    ['rcs', { node: 'x', detections: [{ ...DETECTION, rcs: 1 }] }],
    ['altitudeM', { node: 'x', detections: [{ time: DETECTION.time, position: { latDeg: 25, lonDeg: 51, sigmaM: 1, altitudeM: 30 } }] }],
    ['seriel', { node: 'x', detections: [{ ...DETECTION, remoteId: { serial: 'A1', seriel: 'A1' } }] }],
  ] as const)
    assert.match(
      (await expectProblem(await post(body), 400, 'not-as-described')).message,
      new RegExp(`"${where}"`),
      'an unknown field is named',
    )
  await expectProblem(await post({ node: 'x', detections: [DETECTION] }, '?feed=sapient'), 404, 'no-such-feed')
  room.ingestAnswer = { accepted: false, problem: { error: 'overload', message: 'The queues are full.', todo: 'Send again in a second.' } }
  await expectProblem(await post({ node: 'x', detections: [DETECTION] }), 503, 'overload')
  room.ingestAnswer = { accepted: false, problem: { error: 'rate-limit', message: 'Enough.', todo: 'Send fewer requests.' } }
  await expectProblem(await post({ node: 'x', detections: [DETECTION] }), 429, 'rate-limit')
})

test('a name that somebody else points here is refused', async (t) => {
  const { port } = await serveFakeRoom(t, { allowedHosts: ['room.example.qa'] })
  const status = async (host: string) => (await raw(port, '/api/v1/session', { headers: { host } })).status
  for (const host of [
    `localhost:${port}`,
    `127.0.0.1:${port}`,
    `[::1]:${port}`,
    '192.168.7.7',
    'room.example.qa',
    `ROOM.example.qa:${port}`,
  ])
    assert.equal(await status(host), 200, host)
  for (const host of ['evil.example', `localhost.evil.example:${port}`, 'evil.example#localhost', 'localhost@evil.example', 'local host'])
    assert.equal(await status(host), 403, host)
  assert.equal((await raw(port, '/healthz', { headers: { host: 'evil.example' } })).status, 403)
})

test('a page of elsewhere can neither post nor open the feed', async (t) => {
  const { room, port } = await serveFakeRoom(t)
  const body = JSON.stringify({ key: 'abcdefgh', body: { kind: 'alert.acknowledge', alert: 'A1' } })
  const post = async (headers: Record<string, string>) =>
    (await raw(port, '/api/v1/commands', { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })).status
  assert.equal(await post({ origin: `http://localhost:${port}` }), 200)
  assert.equal(await post({}), 200)
  for (const headers of [
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: `http://localhost:${port + 1}` },
    { origin: `http://localhost:${port}.evil.example` },
    { 'sec-fetch-site': 'cross-site' },
  ] as Record<string, string>[])
    assert.equal(await post(headers), 403, JSON.stringify(headers))
  assert.equal(room.commands.length, 2)
  const opened = (origin: string) =>
    new Promise<number>((done) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/feed`, { origin })
      socket.on('open', () => {
        socket.close()
        done(101)
      })
      socket.on('unexpected-response', (_request, response) => {
        response.resume()
        done(response.statusCode ?? 0)
      })
    })
  assert.equal(await opened('http://evil.example'), 403)
  assert.equal(await opened(`http://127.0.0.1:${port}`), 101)
})

test('the network gets a 401 that says what to do, and health', async (t) => {
  const { port } = await serveFakeRoom(t)
  const proxied = await raw(port, '/api/v1/tracks', { headers: { 'x-forwarded-for': '203.0.113.9' } })
  assert.equal(proxied.status, 401)
  assert.equal(problem.strict().parse(JSON.parse(proxied.text)).error, 'no-session')
  assert.equal(proxied.headers['set-cookie'], undefined)
  assert.equal((await raw(port, '/', { headers: { 'x-forwarded-for': '203.0.113.9' } })).status, 401)
  assert.equal((await raw(port, '/metrics', { headers: { via: '1.1 proxy' } })).status, 401)
  assert.equal((await raw(port, '/healthz', { headers: { via: '1.1 proxy' } })).status, 200)
})

test('from another address of this machine there is no session either', async (t) => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((each) => each && !each.internal && each.family === 'IPv4')?.address
  if (outside === undefined) return t.skip('needs a network address beside loopback')
  const { port } = await serveFakeRoom(t, {}, '0.0.0.0')
  assert.equal((await raw(port, '/api/v1/tracks', { host: outside, headers: { host: `${outside}:${port}` } })).status, 401)
  assert.equal((await raw(port, '/healthz', { host: outside, headers: { host: `${outside}:${port}` } })).status, 200)
  assert.equal((await raw(port, '/api/v1/tracks')).status, 200)
})

test('before the event is read, probes say so and the rest waits', async (t) => {
  const { room, url } = await serveFakeRoom(t, { room: createFakeRoom({ standing: false }) })
  assert.equal((await fetch(`${url}/healthz`)).status, 200)
  assert.equal((await fetch(`${url}/readyz`)).status, 503)
  await expectProblem(await fetch(`${url}/api/v1/tracks`), 503, 'starting')
  await room.restart()
})

test('limits per address, health exempt', async (t) => {
  const { url } = await serveFakeRoom(t, { requestsPerMinute: 5, ingestPerMinute: 2 })
  for (let i = 0; i < 5; i++) assert.equal((await fetch(`${url}/api/v1/clock`)).status, 200)
  await expectProblem(await fetch(`${url}/api/v1/clock`), 429, 'too-many-requests')
  assert.equal((await fetch(`${url}/healthz`)).status, 200)
  const ingest = () =>
    fetch(`${url}/api/v1/ingest/detections`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ node: 'x', detections: [DETECTION] }),
    })
  assert.deepEqual([(await ingest()).status, (await ingest()).status, (await ingest()).status], [202, 202, 429])
})

test('the demo alone starts again', async (t) => {
  const { room, url } = await serveFakeRoom(t)
  const restart = () => fetch(`${url}/api/v1/demo/restart`, { method: 'POST' })
  const before = room.epoch
  assert.deepEqual(await (await restart()).json(), { result: 'done' })
  assert.notEqual(room.epoch, before)
  room.setMode('serve')
  await expectProblem(await restart(), 404, 'no-demo')
})

test('the feed asked as a page, headers, and metrics', async (t) => {
  const { url, room } = await serveFakeRoom(t)
  room.put([
    {
      out: 'put',
      item: {
        ...eventItem,
        shedDetections: 7,
        unrecordedFrames: 9,
        losses: { framesTooEarly: 3, alertsRefused: 4, claimsShed: 5 },
      } as typeof eventItem,
    },
  ])
  const response = await fetch(`${url}/api/v1/feed`)
  assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'self'.*frame-ancestors 'none'/)
  await expectProblem(response, 426, 'upgrade-required')
  const metrics = await (await fetch(`${url}/metrics`)).text()
  assert.match(metrics, /^marsad_picture_items\{kind="site"\} 3$/m)
  assert.match(metrics, /^marsad_shed_detections 7$/m)
  assert.match(metrics, /^marsad_unrecorded_frames 9$/m)
  assert.match(metrics, /^marsad_frames_too_early 3$/m)
  assert.match(metrics, /^marsad_alerts_refused 4$/m)
  assert.match(metrics, /^marsad_claims_shed 5$/m)
  assert.match(metrics, /^marsad_http_requests_total\{status="426"\} 1$/m)
})
