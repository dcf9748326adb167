import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, afterEach, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { AlertItem, NodeItem, Output } from '../../src/model/picture.ts'
import { createWords } from '../../src/words/words.ts'
import type { Language } from '../../src/words/language.ts'
import { startConsole, type Console } from './harness.ts'

/** The panels as an officer uses them, by role and label, in Arabic and in English; the sky stands still. */
const SKIP = 'needs a Chromium that starts here'
const WAIT = { timeout: 30_000 }
const LOOKED_AT = ['ar', 'en'] as const
let night: Console | undefined
let evening: Console | undefined

before(async () => {
  night = await startConsole({ load: 'match-day' })
  evening = await startConsole({ load: 'light' })
  night?.hold()
  evening?.hold()
})
after(async () => {
  await night?.close()
  await evening?.close()
})
const pages: Page[] = []
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close()
})

async function look(room: Console, query: string, view?: Parameters<Console['open']>[1]): Promise<Page> {
  const page = await room.open(query, view)
  pages.push(page)
  return page
}

function alertIn(room: Console, id: string): AlertItem {
  const item = room.room.picture.get('alert', id)
  assert.ok(item !== undefined, `the sky has ${id}`)
  return item
}
const put = (item: AlertItem | NodeItem): Output => ({ out: 'put', item })

/** Words without the signs that only steer direction. */
function plain(text: string): string {
  return text.replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '').replaceAll('\u00a0', ' ')
}
async function focusedName(page: Page): Promise<string> {
  return plain(await page.locator(':focus').innerText())
}

for (const language of LOOKED_AT) {
  const words = createWords(language)
  const t = words.t

  test(`${language}: the suspect's alert is found, opened, and answers the six questions in order`, async (context) => {
    if (night === undefined) return context.skip(SKIP)
    const page = await look(night, `?lang=${language}`)
    const queue = page.getByRole('region', { name: t('queue.title') })
    await queue
      .getByRole('button', { name: t('identity.suspect') })
      .first()
      .click()
    const inspector = page.getByRole('region', { name: t('inspector.alert', { id: 'A4' }) })
    await inspector.getByRole('heading', { level: 3 }).first().waitFor(WAIT)
    const asked = await inspector.getByRole('heading', { level: 3 }).allInnerTexts()
    assert.deepEqual(asked, [
      t('inspector.what'),
      t('inspector.why'),
      t('inspector.who'),
      t('inspector.where'),
      t('inspector.howLong'),
      t('inspector.do'),
    ])
    const why = plain(await inspector.getByRole('region', { name: t('inspector.why') }).innerText())
    assert.ok(why.includes(plain(words.reason('low-over-sea', { heightM: 60, speedMps: 35 }))), why)
    assert.ok(why.includes(plain(words.reason('body-seen', { sensors: 2 }))), why)
    const howLong = plain(await inspector.getByRole('region', { name: t('inspector.howLong') }).innerText())
    assert.match(howLong, /\d:\d\d/)
    assert.match(howLong, language === 'ar' ? /كم/ : /km/)
  })

  test(`${language}: acknowledged by keyboard alone`, async (context) => {
    if (night === undefined) return context.skip(SKIP)
    const page = await look(night, `?lang=${language}`)
    await page
      .getByRole('region', { name: t('queue.title') })
      .getByText(t('identity.suspect'))
      .first()
      .waitFor(WAIT)
    const before = night.room.commands.length
    await page.keyboard.press('j')
    assert.match(await focusedName(page), new RegExp(t('identity.suspect')))
    await page.keyboard.press('a')
    await page
      .getByRole('status')
      .filter({ hasText: t('outcome.done') })
      .waitFor(WAIT)
    const sent = night.room.commands.slice(before)
    assert.deepEqual(
      sent.map((each) => each.body),
      [{ kind: 'alert.acknowledge', alert: 'A4' }],
    )
    assert.equal(sent[0]?.actor.person, 'demo-watch')
  })

  test(`${language}: shelving asks for how long and why`, async (context) => {
    if (night === undefined) return context.skip(SKIP)
    const page = await look(night, `?lang=${language}&sel=alert:A2`)
    await page
      .getByRole('region', { name: t('inspector.do') })
      .getByRole('button', { name: t('alert.shelve') })
      .click()
    const form = page.getByRole('form', { name: t('alert.why') })
    await form.getByRole('radio', { name: plain(words.t('alert.shelveMinutes', { count: 15 })), exact: true }).check()
    const send = form.getByRole('button', { name: t('alert.shelve') })
    assert.ok(await send.isDisabled(), 'not without a reason')
    await form.getByRole('textbox', { name: t('alert.why') }).fill('maintenance')
    const before = night.room.commands.length
    await send.click()
    await page
      .getByRole('status')
      .filter({ hasText: t('outcome.done') })
      .waitFor(WAIT)
    assert.deepEqual(night.room.commands[before]?.body, { kind: 'alert.shelve', alert: 'A2', forS: 900, why: 'maintenance' })
  })

  test(`${language}: a pilot's position is asked for with a reason, shown to the asker, and said to be on record`, async (context) => {
    if (evening === undefined) return context.skip(SKIP)
    evening.room.answer = () => ({ position: 9000, outcome: { result: 'done' }, revealed: { pilotLatDeg: 25.29917, pilotLonDeg: 51.5602 } })
    const page = await look(evening, `?lang=${language}&sel=track:T15`)
    const todo = page.getByRole('region', { name: t('inspector.do') })
    await todo.getByRole('button', { name: t('personal.ask') }).click()
    assert.equal(await page.getByText('25.29917').count(), 0)
    await todo.getByRole('textbox', { name: t('personal.why') }).fill('crew on its way')
    const before = evening.room.commands.length
    await todo.getByRole('button', { name: t('personal.ask') }).click()
    await todo.getByText(/25\.29917° N/).waitFor(WAIT)
    await todo.getByText(t('personal.onRecord')).waitFor(WAIT)
    assert.deepEqual(evening.room.commands[before]?.body, { kind: 'personal.view', track: 'T15', why: 'crew on its way' })
  })

  test(`${language}: a site is found in another language than the reader's`, async (context) => {
    if (evening === undefined) return context.skip(SKIP)
    const page = await look(evening, `?lang=${language}`)
    await page.getByText(t('queue.title')).waitFor(WAIT)
    await page.keyboard.press('/')
    const list = page.getByRole('region', { name: t('sites.title') })
    await list.getByRole('searchbox', { name: t('sites.search') }).fill(language === 'ar' ? 'lusail stad' : 'استاد لوسيل')
    await list.getByRole('listitem').first().getByRole('button').click()
    assert.match(page.url(), /sel=site:lusail/)
    await page.getByRole('heading', { name: t('inspector.coming') }).waitFor(WAIT)
  })

  test(`${language}: the map of keys opens on ?, and Escape puts the focus back`, async (context) => {
    if (evening === undefined) return context.skip(SKIP)
    const page = await look(evening, `?lang=${language}`)
    const first = page
      .getByRole('region', { name: t('queue.title') })
      .getByRole('listitem')
      .first()
      .getByRole('button')
      .first()
    await first.focus()
    // The row counts down meanwhile: what it is called is compared without its figures.
    const named = async () => (await focusedName(page))?.replace(/[\d:.,]+/g, '')
    const held = await named()
    await page.keyboard.press('?')
    const keys = page.getByRole('dialog', { name: t('keys.title') })
    await keys.getByText(t('keys.acknowledge')).waitFor(WAIT)
    await page.keyboard.press('Escape')
    await keys.waitFor({ state: 'detached', ...WAIT })
    assert.ok(held)
    assert.equal(await named(), held)
  })
}

test('on an Arabic keyboard the key in A\u2019s place acknowledges', async (context) => {
  if (night === undefined) return context.skip(SKIP)
  const page = await look(night, '?lang=ar&sel=alert:A4')
  await page.getByRole('heading', { name: 'ماذا أفعل؟' }).waitFor(WAIT)
  const before = night.room.commands.length
  await page.locator('body').dispatchEvent('keydown', { key: 'ش', code: 'KeyA', bubbles: true, cancelable: true })
  await page.getByRole('status').filter({ hasText: 'تمّ' }).waitFor(WAIT)
  assert.deepEqual(night.room.commands[before]?.body, { kind: 'alert.acknowledge', alert: 'A4' })
})

test('the language changes in place: words, direction and address', async (context) => {
  if (night === undefined) return context.skip(SKIP)
  const page = await look(night, '?lang=ar&sel=alert:A4')
  for (const language of ['fr', 'tr', 'en', 'ar'] satisfies Language[]) {
    await page.getByRole('combobox').first().selectOption(language)
    await page.getByRole('heading', { name: createWords(language).t('queue.title') }).waitFor(WAIT)
    assert.equal(await page.locator('html').getAttribute('dir'), language === 'ar' ? 'rtl' : 'ltr')
    assert.match(page.url(), new RegExp(`lang=${language}.*sel=alert:A4`))
  }
})

test('Arabic digits are shown where they are preferred, and call signs keep their order', async (context) => {
  if (night === undefined) return context.skip(SKIP)
  const page = await look(night, '?lang=ar&digits=arabic&sel=alert:A4')
  const howLong = page.getByRole('region', { name: 'كم لدينا من الوقت؟' })
  assert.match(plain(await howLong.innerText()), /[٠-٩]:[٠-٩]{2}/)
  assert.doesNotMatch(plain(await howLong.locator('dd').first().innerText()), /[0-9]/)
  assert.equal(await page.getByRole('region', { name: 'ما يطلبك' }).locator('bdi[dir=ltr]').first().innerText(), 'T31')
})

test('nothing moves under the pointer: a new alert waits behind its button, and takes its place when the hand leaves', async (context) => {
  if (evening === undefined) return context.skip(SKIP)
  const { room } = evening
  const page = await look(evening, '?lang=en')
  const queue = page.getByRole('region', { name: 'What asks for you' })
  const rows = queue.getByRole('listitem')
  await rows.first().hover()
  const before = await rows.count()
  const known = alertIn(evening, 'A1')
  const urgent: AlertItem = {
    ...known,
    id: 'A99',
    alert: {
      ...known.alert,
      id: 'A99' as typeof known.alert.id,
      priority: 1,
      kind: 'clearance-broken',
      track: undefined,
      reasons: [],
      raisedMs: known.alert.raisedMs + 1,
    },
  }
  room.put([put(urgent)])
  const waiting = queue.getByRole('button', { name: /1 new/ })
  await waiting.waitFor(WAIT)
  assert.equal(await rows.count(), before)
  assert.match(await rows.first().innerText(), /Suspect/)
  await page.mouse.move(5, 5)
  await waiting.waitFor({ state: 'detached', ...WAIT })
  assert.match(await rows.first().innerText(), /Clearance broken/)
  room.put([{ out: 'drop', kind: 'alert', id: 'A99' }])
})

test('a node that waits is accepted here; one that is silent says since when', async (context) => {
  if (night === undefined) return context.skip(SKIP)
  const { room } = night
  const node = room.picture.ofKind('node').find((each) => each.state === 'operational')
  assert.ok(node !== undefined)
  room.put([put({ ...node, state: 'pending' })])
  const page = await look(night, '?lang=en&view=nodes')
  const list = page.getByRole('region', { name: 'Nodes and feeds' })
  const before = room.commands.length
  await list.getByRole('button', { name: /^Accept/ }).click()
  await page.getByRole('status').filter({ hasText: 'Done' }).waitFor(WAIT)
  assert.deepEqual(room.commands[before]?.body, { kind: 'node.accept', node: node.id })
  await list
    .getByRole('button', { name: /Silent since \W?\d\d:\d\d:\d\d/ })
    .first()
    .waitFor(WAIT)
  await list.getByText(createWords('en').t('nodes.biasValue', { biasDeg: 3.02, sigmaDeg: 0.06 })).waitFor(WAIT)
  room.put([put(node)])
})

test('what is gone is a state of its own', async (context) => {
  if (evening === undefined) return context.skip(SKIP)
  const page = await look(evening, '?lang=en&sel=track:T9999')
  await page.getByText('No longer in the picture').waitFor(WAIT)
  await page.getByText('It has ended, or your post may not see it.').waitFor(WAIT)
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type Axe = { run: (options: object) => Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }> }

for (const query of [
  'sel=alert:A4',
  'view=nodes&sel=node:north-radar',
  'view=sites&sel=site:lusail',
  'sel=track:T7&theme=day',
  'sel=alert:A2&theme=day&view=nodes',
]) {
  for (const language of LOOKED_AT) {
    test(`axe finds nothing: ${language} ${query}`, async (context) => {
      if (night === undefined) return context.skip(SKIP)
      // Reduced motion holds the blinking mark still, so that contrast is measured on what it is.
      const page = await look(night, `?lang=${language}&${query}`, { reducedMotion: true })
      await page.getByRole('heading', { name: createWords(language).t('inspector.what') }).waitFor(WAIT)
      await page.evaluate(axe)
      const found = await page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        })
        return violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${id}: ${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`),
        )
      })
      assert.deepEqual(found, [])
    })
  }
}

test('pages reported no fault of their own', (context) => {
  if (night === undefined || evening === undefined) return context.skip(SKIP)
  assert.deepEqual([...night.faults, ...evening.faults], [])
})
