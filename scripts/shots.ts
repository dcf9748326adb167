import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../test/console/browser.ts'

/**
 * `npm run shots`: plays the demo and takes the room's main views at two moments of its story, in Arabic and English, wide
 * and on a tablet, into docs/room/. Look at them: a script can take a picture, not judge one.
 */
type Shot = { readonly name: string; readonly query: string; readonly width: number; readonly height: number }
const WIDE = { width: 1920, height: 1080 }
const LYING = { width: 1180, height: 820 }
const STANDING = { width: 820, height: 1180 }

/** Story times by the event clock (Asia/Qatar), and what is taken then. `%track` and `%alert` are the most urgent ones. */
const MOMENTS: readonly { readonly at: string; readonly shots: readonly Shot[] }[] = [
  {
    at: '2022-11-26T21:50:25+03:00',
    shots: [
      { name: 'light-air-ar-wide', query: '?lang=ar', ...WIDE },
      { name: 'light-air-en-wide', query: '?lang=en&sel=alert:%alert', ...WIDE },
      { name: 'light-air-ar-tablet', query: '?lang=ar&sel=alert:%alert&theme=day', ...STANDING },
    ],
  },
  {
    at: '2022-11-26T21:55:20+03:00',
    shots: [
      { name: 'match-air-ar-wide', query: '?lang=ar', ...WIDE },
      { name: 'match-air-en-wide', query: '?lang=en&sel=alert:%alert', ...WIDE },
      { name: 'match-air-ar-tablet', query: '?lang=ar&sel=alert:%alert', ...LYING },
      { name: 'match-air-en-tablet', query: '?lang=en&sel=alert:%alert&theme=day', ...STANDING },
      { name: 'match-site-ar-tablet', query: '?lang=ar&site=lusail&theme=day', ...STANDING },
      { name: 'match-tilted-ar-wide', query: '?lang=ar&sel=track:%track&at=25.415,51.53,12.2,-20,58', ...WIDE },
      { name: 'match-nodes-ar-wide', query: '?lang=ar&view=nodes', ...WIDE },
      { name: 'match-nodes-en-wide', query: '?lang=en&view=nodes', ...WIDE },
      { name: 'match-sites-en-wide', query: '?lang=en&view=sites&sel=site:lusail', ...WIDE },
      { name: 'match-sites-ar-wide', query: '?lang=ar&view=sites&sel=site:lusail', ...WIDE },
      { name: 'match-air-fr-wide', query: '?lang=fr&sel=alert:%alert', ...WIDE },
      { name: 'match-air-tr-wide', query: '?lang=tr&sel=alert:%alert', ...WIDE },
      { name: 'match-wall-air-en', query: '?lang=en&wall=air', ...WIDE },
      { name: 'match-wall-sites-ar', query: '?lang=ar&wall=sites', ...WIDE },
    ],
  },
]
/** After the ground is drawn: symbols, letters and the last second's trail. */
const SETTLE_MS = 4000

const root = resolve(import.meta.dirname, '..')

async function freePort(): Promise<number> {
  return await new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

type Answer = { items: { id: string; priority: number | null; track?: string | null; state?: string; raisedMs?: number }[] }

async function ask<T>(url: string): Promise<T> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answers ${response.status}`)
  return (await response.json()) as T
}

async function startDemo(data: string): Promise<{ process: ChildProcess; url: string }> {
  const port = await freePort()
  const doors = await Promise.all([freePort(), freePort(), freePort()])
  const args = [
    'demo',
    '--no-browser',
    '--port',
    String(port),
    '--data',
    data,
    '--sapient-port',
    String(doors[0]),
    '--beast-port',
    String(doors[1]),
    '--sbs-port',
    String(doors[2]),
  ]
  const demo = spawn(process.execPath, [join(root, 'src', 'app', 'main.ts'), ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  const url = `http://127.0.0.1:${port}/`
  for (let tries = 0; tries < 120; tries++) {
    await pause(500)
    if (demo.exitCode !== null) throw new Error(`the demo ended with ${demo.exitCode}`)
    const ready = await fetch(`${url}readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) return { process: demo, url }
  }
  demo.kill('SIGINT')
  throw new Error('the demo was not ready within a minute')
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Waits until the event clock says so. */
async function until(url: string, atMs: number): Promise<void> {
  for (;;) {
    const { nowMs } = await ask<{ nowMs: number }>(`${url}api/v1/clock`)
    if (nowMs >= atMs) return
    await pause(Math.min(5000, atMs - nowMs))
  }
}

/**
 * One page is opened once and then led from view to view by its address, as the browser's own back button does: the map's
 * start takes software drawing longer than the story waits.
 */
async function take(page: Page, url: string, shot: Shot, folder: string): Promise<void> {
  const { items } = await ask<Answer>(`${url}api/v1/alerts`)
  const open = items
    .filter((alert) => alert.state !== 'cleared' && typeof alert.track === 'string')
    .toSorted((a, b) => (a.priority ?? 9) - (b.priority ?? 9) || (b.raisedMs ?? 0) - (a.raisedMs ?? 0))
  const query = shot.query.replace('%alert', open[0]?.id ?? 'none').replace('%track', open[0]?.track ?? 'none')
  await page.setViewportSize({ width: shot.width, height: shot.height })
  await page.evaluate((search) => {
    history.pushState(null, '', search)
    dispatchEvent(new PopStateEvent('popstate'))
  }, query)
  await page.waitForTimeout(SETTLE_MS / 4)
  if (!/[?&](at|wall)=/.test(query)) await page.locator('.map-controls .map-button').nth(HOME_BUTTON).click()
  if (!query.includes('wall=') || query.includes('wall=air')) await page.locator('.map-panel[aria-busy=false]').waitFor({ timeout: 90_000 })
  await page.waitForTimeout(SETTLE_MS)
  await page.screenshot({ path: join(folder, `${shot.name}.png`), timeout: 90_000 })
  console.log(shot.name)
}
/** Its place among the map's controls: shows the whole event, whatever the language calls it. */
const HOME_BUTTON = 2

const folder = join(root, 'docs', 'room')
mkdirSync(folder, { recursive: true })
const browser = await launchBrowser()
if (browser === undefined) {
  console.error('shots: no Chromium here; install Debian’s chromium')
  process.exit(1)
}
const data = mkdtempSync(join(tmpdir(), 'marsad-shots-'))
const demo = await startDemo(data)
try {
  const page = await browser.newPage({ viewport: WIDE, reducedMotion: 'reduce' })
  await page.goto(`${demo.url}?lang=ar`)
  for (const { at, shots } of MOMENTS) {
    await until(demo.url, Date.parse(at))
    for (const shot of shots) await take(page, demo.url, shot, folder)
  }
} finally {
  await browser.close()
  const ended = new Promise((done) => demo.process.once('exit', done))
  demo.process.kill('SIGINT')
  await ended
  rmSync(data, { recursive: true, force: true })
}
