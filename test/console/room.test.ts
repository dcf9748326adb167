import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { startConsole, type Console } from './harness.ts'

/** What the watch officer sees and does on a match day, in Arabic and in English, in a real browser on a real server. */
const SKIP = 'needs a Chromium that starts here'
const WAIT = { timeout: 30_000 }
let room: Console | undefined

before(async () => {
  room = await startConsole({ load: 'match-day' })
})
after(async () => room?.close())

const WORDS = {
  en: {
    dir: 'ltr',
    queue: 'What asks for you',
    suspect: /Suspect · Fixed-wing drone/,
    reason: /Heading for Lusail Stadium/,
    map: 'Map',
    why: 'Why do we think so?',
    low: /Low over the sea/,
    frame: 'SIMULATION',
    acknowledge: /^Acknowledge: Suspect/,
    target: /T31, Suspect, Lusail Stadium/,
    sites: 'Sites',
  },
  ar: {
    dir: 'rtl',
    queue: 'ما يطلبك',
    suspect: /مشتبه به · مسيّرة ثابتة الجناح/,
    reason: /متّجه إلى .*استاد لوسيل/,
    map: 'الخريطة',
    why: 'لماذا نظن ذلك؟',
    low: /منخفض فوق البحر/,
    frame: 'محاكاة',
    acknowledge: /^إقرار: مشتبه به/,
    target: /T31, مشتبه به, استاد لوسيل/,
    sites: 'المواقع',
  },
} as const

for (const language of ['en', 'ar'] as const) {
  const words = WORDS[language]
  test(`${language}: the suspect stands first in the queue with its reason, opens, and says why`, async (t) => {
    if (room === undefined) return t.skip(SKIP)
    const page = await room.open(`?lang=${language}`)
    assert.equal(await page.locator('html').getAttribute('dir'), words.dir)
    assert.equal(await page.locator('html').getAttribute('lang'), language)
    const queue = page.getByRole('region', { name: words.queue })
    const first = queue.getByRole('listitem').first()
    await first.getByText(words.suspect).waitFor(WAIT)
    assert.match(plain(await first.innerText()), words.reason)
    await first.getByRole('button').first().click()
    assert.match(page.url(), /sel=alert:A4/)
    await page.getByText(words.why).waitFor(WAIT)
  })

  test(`${language}: the suspect can be chosen on the map itself, by role and name`, async (t) => {
    if (room === undefined) return t.skip(SKIP)
    const page = await room.open(`?lang=${language}`)
    const map = page.getByRole('region', { name: words.map, exact: true })
    await map.getByRole('button', { name: words.target }).press('Enter')
    assert.match(page.url(), /sel=track:T31/)
    await page.getByText(words.low).waitFor(WAIT)
  })

  test(`${language}: the whole screen wears the word for simulation`, async (t) => {
    if (room === undefined) return t.skip(SKIP)
    const page = await room.open(`?lang=${language}`)
    await page.getByRole('status').filter({ hasText: words.frame }).waitFor(WAIT)
  })

  test(`${language}: nothing runs over the screen's edge, wide or on a tablet`, async (t) => {
    if (room === undefined) return t.skip(SKIP)
    for (const [width, height] of [
      [1920, 1080],
      [1180, 820],
      [820, 1180],
    ] as const) {
      const page = await room.open(`?lang=${language}&sel=alert:A4`, { width, height })
      const over = await page.evaluate(() => ({
        x: document.documentElement.scrollWidth - innerWidth,
        y: document.documentElement.scrollHeight - innerHeight,
      }))
      assert.deepEqual(over, { x: 0, y: 0 }, `${width} by ${height}`)
      assert.ok((await mapShare(page)) > 0.25, `the map keeps its ground at ${width} by ${height}`)
    }
  })
}

test('a link opens the same view: view, choice, height, language and camera stand in the address', async (t) => {
  if (room === undefined) return t.skip(SKIP)
  const page = await room.open('?lang=ar&view=sites&sel=site:lusail&height=120&at=25.4200,51.4900,13.00,0,0')
  await page.getByRole('navigation').getByRole('button', { name: 'المواقع' }).and(page.locator('[aria-current=page]')).waitFor(WAIT)
  const height = page.getByRole('slider', { name: 'الارتفاع المختار' })
  assert.match(plain((await height.getAttribute('aria-valuetext')) ?? ''), /120/)
  const url = new URL(page.url())
  assert.equal(url.searchParams.get('sel'), 'site:lusail')
  assert.equal(url.searchParams.get('at'), '25.4200,51.4900,13.00,0,0')
})

test('back undoes a choice', async (t) => {
  if (room === undefined) return t.skip(SKIP)
  const page = await room.open('?lang=en')
  await page.getByRole('region', { name: 'What asks for you' }).getByRole('listitem').first().getByRole('button').first().click()
  assert.match(page.url(), /sel=/)
  await page.goBack()
  assert.doesNotMatch(page.url(), /sel=/)
})

test('what a button does to the map stands in the address too', async (t) => {
  if (room === undefined) return t.skip(SKIP)
  const page = await room.open('?lang=en&at=25.4200,51.4900,13.00,0,0', { reducedMotion: true })
  await page.locator('.map-panel[aria-busy=false]').waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Tilted view' }).click()
  await page.waitForFunction(() => Number(new URL(location.href).searchParams.get('at')?.split(',')[4]) > 40, undefined, {
    polling: 100,
    timeout: 30_000,
  })
  await page.getByRole('slider', { name: 'Chosen height' }).fill('4')
  assert.equal(new URL(page.url()).searchParams.get('height'), '120')
})

test('on a tablet every control is at least 44 px high and wide', async (t) => {
  if (room === undefined) return t.skip(SKIP)
  const page = await room.open('?lang=ar&sel=alert:A4', { width: 820, height: 1180, touch: true })
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, select, input')]
      .filter((each) => each.checkVisibility())
      .map((each) => ({ name: each.getAttribute('aria-label') ?? each.textContent, box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0 && (box.height < 43.5 || box.width < 43.5))
      .map(({ name, box }) => `${name} ${box.width}x${box.height}`),
  )
  assert.deepEqual(small, [])
})

test('pages reported no fault of their own', (t) => {
  if (room === undefined) return t.skip(SKIP)
  assert.deepEqual(room.faults, [])
})

/** Text without the signs that only steer direction, and with plain spaces. */
function plain(text: string): string {
  return text.replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '').replaceAll('\u00a0', ' ')
}

async function mapShare(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const box = document.querySelector('main')?.getBoundingClientRect()
    return box === undefined ? 0 : (box.width * box.height) / (innerWidth * innerHeight)
  })
}
