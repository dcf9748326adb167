import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import { openVault } from '../../src/io/vault.ts'
import type { Output } from '../../src/model/picture.ts'
import { createMarsadServer } from '../../src/serve/server.ts'
import { createFakeRoom, type FakeRoom } from '../serve/fake-room.ts'
import { launchBrowser } from './browser.ts'
import { dohaPicture, type Load } from './doha-picture.ts'

/**
 * A real server on a free port with a made-up sky, the built console, and a browser looking at it. Tests click by role
 * and label, in Arabic and in English; nothing in the page exists for them.
 */
export type Console = {
  readonly url: string
  readonly room: FakeRoom
  readonly browser: Browser
  /** A page at the query given, e.g. `?lang=ar`, once the picture has come. One at a time: the page before it is closed. */
  readonly open: (query: string, view?: PageView) => Promise<Page>
  /** Faults that pages reported: exceptions, console errors, refusals of the content security policy. */
  readonly faults: readonly string[]
  /** All sensors fall silent; the server and its clock live on. */
  readonly hold: () => void
  readonly stopServer: () => Promise<void>
  readonly close: () => Promise<void>
}
export type PageView = { readonly width?: number; readonly height?: number; readonly touch?: boolean; readonly reducedMotion?: boolean }
export type ConsoleSettings = { readonly load?: Load; readonly extraTracks?: number; readonly stepMs?: number }

const root = resolve(import.meta.dirname, '..', '..')

/** The console as users get it: built once per process where `console/dist` is missing or `MARSAD_BUILD=1`. */
export async function builtConsole(): Promise<string> {
  const folder = join(root, 'console', 'dist')
  if (process.env['MARSAD_BUILD'] === '1' || !existsSync(join(folder, 'index.html')))
    await build({ configFile: join(root, 'console', 'vite.config.ts'), logLevel: 'error' })
  return folder
}

/** undefined where no browser starts here: the test skips and says so. */
export async function startConsole({ load = 'light', extraTracks = 0, stepMs = 250 }: ConsoleSettings = {}): Promise<Console | undefined> {
  const browser = await launchBrowser()
  if (browser === undefined) return undefined
  const sky = dohaPicture(load, extraTracks)
  const room = createFakeRoom({ standing: false })
  room.setNow(sky.startMs)
  room.put(sky.standing.map((item): Output => ({ out: 'put', item })))
  room.put(sky.at(sky.startMs))
  const began = performance.now()
  let held = false
  const timer = setInterval(() => {
    const nowMs = Math.round(sky.startMs + performance.now() - began)
    room.setNow(nowMs)
    if (!held) room.put(sky.at(nowMs))
  }, stepMs)
  const folder = mkdtempSync(join(tmpdir(), 'marsad-console-'))
  const server = await createMarsadServer({
    room,
    vault: openVault(join(folder, 'keys')),
    person: 'demo-watch',
    consoleFolder: await builtConsole(),
    version: '0.0.0',
  })
  const address = await server.listen('127.0.0.1', 0)
  const url = `http://127.0.0.1:${address.port}/`
  const faults: string[] = []
  let open: BrowserContext | undefined
  let stopped = false
  const stopServer = async (): Promise<void> => {
    if (stopped) return
    stopped = true
    await server.close()
  }
  return {
    url,
    room,
    browser,
    faults,
    hold: () => {
      held = true
    },
    stopServer,
    open: async (query, view = {}) => {
      await open?.close()
      const context = (open = await browser.newContext({
        viewport: { width: view.width ?? 1400, height: view.height ?? 860 },
        hasTouch: view.touch ?? false,
        reducedMotion: view.reducedMotion === true ? 'reduce' : 'no-preference',
        locale: 'en-GB',
      }))
      const page = await context.newPage()
      watch(page, faults)
      await page.goto(url + query)
      await page
        .locator('time')
        .first()
        .filter({ hasText: /\d|[٠-٩]/ })
        .waitFor({ timeout: 60_000 })
      return page
    },
    close: async () => {
      clearInterval(timer)
      await open?.close()
      await browser.close()
      await stopServer()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`))
  page.on('console', (message) => {
    // A server that a test stops refuses connections, and the browser says so itself.
    if (message.type() === 'error' && !/ERR_CONNECTION|WebSocket connection/.test(message.text())) faults.push(`console: ${message.text()}`)
  })
}
