import axe from 'axe-core'
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startConsole, type Console } from './harness.ts'

/** What a dead server and a dead sky look like, and that nobody is kept out. */
const SKIP = 'needs a Chromium that starts here'
const WAIT = { timeout: 30_000 }
let room: Console | undefined

before(async () => {
  room = await startConsole({ load: 'match-day' })
})
after(async () => room?.close())

for (const [name, query, width, height] of [
  ['the air in Arabic', '?lang=ar&sel=alert:A4', 1400, 860],
  ['the sites in English', '?lang=en&view=sites&sel=site:lusail', 1400, 860],
  ['the nodes in Arabic', '?lang=ar&view=nodes', 1180, 820],
  ['daylight on a tablet', '?lang=ar&theme=day&sel=track:T31', 820, 1180],
] as const) {
  test(`axe finds nothing: ${name}`, async (t) => {
    if (room === undefined) return t.skip(SKIP)
    const page = await room.open(query, { width, height })
    const script = axe.source
    // The page's own policy forbids foreign scripts; axe comes by the debugger, not by the page.
    const session = await page.context().newCDPSession(page)
    await session.send('Runtime.evaluate', { expression: script })
    const { result } = await session.send('Runtime.evaluate', {
      expression: `axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then((r) => JSON.stringify(r.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120) + ' ' + n.failureSummary).join(' | '))))`,
      awaitPromise: true,
      returnByValue: true,
    })
    assert.deepEqual(JSON.parse(String(result.value)), [])
  })
}

test('reduced motion: nothing in the page animates', async (t) => {
  if (room === undefined) return t.skip(SKIP)
  const page = await room.open('?lang=en&sel=alert:A4', { reducedMotion: true })
  await page.waitForTimeout(1000)
  const running = await page.evaluate(
    () =>
      document.getAnimations().filter((each) => each.playState === 'running' && Number(each.effect?.getComputedTiming().duration) > 0)
        .length,
  )
  assert.equal(running, 0)
})

test('when the sensors fall silent the screen says how old each track is, and the room goes on', async (t) => {
  if (room === undefined) return t.skip(SKIP)
  const page = await room.open('?lang=en&sel=track:T31')
  room.hold()
  await page.getByText('Who sees it?').waitFor(WAIT)
  await page
    .getByText(/Not updated for/)
    .first()
    .waitFor(WAIT)
  assert.equal(await page.getByText('SERVER LOST').count(), 0)
})

test('whom the server does not let in is told what it is and what to do', async (t) => {
  if (room === undefined) return t.skip(SKIP)
  const context = await room.browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  await page.route('**/api/v1/session', (route) =>
    route.fulfill({
      status: 401,
      contentType: 'application/json',
      body: JSON.stringify({ error: 'no-session', message: 'Your session has ended.', todo: 'Sign in again.' }),
    }),
  )
  await page.goto(`${room.url}?lang=en`)
  await page.getByText('Not for your post').waitFor(WAIT)
  await page.getByText('Your session has ended. Sign in again.').waitFor(WAIT)
  await context.close()
})

test('when the server dies the console finds it by its own timer and the whole screen says since when', async (t) => {
  if (room === undefined) return t.skip(SKIP)
  // Pages that still fetch parts of the map would rightly report that they cannot: only one that has all of it loses its server.
  for (const context of room.browser.contexts()) await context.close()
  const page = await room.open('?lang=ar')
  await page.locator('.map-panel[aria-busy=false]').waitFor({ timeout: 90_000 })
  await room.stopServer()
  await page.getByRole('status').filter({ hasText: 'انقطع الخادم' }).waitFor(WAIT)
  assert.ok(await page.getByRole('region', { name: 'الخريطة', exact: true }).isVisible())
})

test('pages reported no fault of their own', (t) => {
  if (room === undefined) return t.skip(SKIP)
  assert.deepEqual(room.faults, [])
})
