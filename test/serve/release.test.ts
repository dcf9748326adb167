import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AlertView, BearingView, NodeView, TrackView, View, ZoneView } from '../../src/model/api.ts'
import type { Item } from '../../src/model/picture.ts'
import { LISTS } from '../../src/serve/schemas.ts'
import { createPictureStore } from '../../src/serve/picture-store.ts'
import { createReleasedPicture } from '../../src/serve/released-picture.ts'
import { releaseContext } from '../../src/share/release-context.ts'
import { isWithheld, release } from '../../src/share/release.ts'
import {
  agreement,
  alertItem,
  bearingItem,
  eventItem,
  header,
  label,
  nodeItem,
  registry,
  shared,
  siteItem,
  standingItems,
  START_MS,
  trackItem,
  zoneItem,
} from './sample-items.ts'

const officer = { person: 'noura', nation: 'QAT', tasks: [] }
const partner = { person: 'emre', nation: 'TUR', tasks: [] }
const stranger = { person: 'x', nation: 'EGY', tasks: [] }

function pictureOf(items: readonly Item[]) {
  const picture = createPictureStore()
  picture.apply(
    items.map((item) => ({ out: 'put', item })),
    START_MS,
    1,
  )
  return picture
}

const everything = (): Item[] => [
  ...standingItems(),
  trackItem({ id: 'T1', atMs: START_MS, eM: 100, nM: 0, nodes: ['radar-n', 'radar-base'], suspect: true, threatened: 'lusail-warning' }),
  trackItem({ id: 'T2', atMs: START_MS, eM: 0, nM: 0, label: label(), nodes: ['radar-base'] }),
  trackItem({ id: 'T3', atMs: START_MS, eM: 0, nM: 0, label: label('TUR'), nodes: ['radar-n'] }),
  alertItem('A1', 'T1', START_MS),
  alertItem('A2', 'T2', START_MS),
  alertItem('A3', 'T2', START_MS, label()),
  bearingItem('rf-lusail', START_MS, 10),
]

test('the host has all; a partner what names it, nothing that names the rest; a stranger nothing', () => {
  const picture = pictureOf(everything())
  const of = (who: typeof officer) => {
    const released = createReleasedPicture(picture, who)
    released.sync(START_MS)
    return released.store
  }
  const [all, part, none] = [of(officer), of(partner), of(stranger)]
  assert.equal(all.count(), everything().length - 1, 'all but the registry')
  assert.deepEqual(
    ['T1', 'T2', 'T3'].map((id) => part.get('track', id) !== undefined),
    [true, false, true],
  )
  assert.deepEqual(
    ['A1', 'A2', 'A3'].map((id) => part.get('alert', id) !== undefined),
    [true, true, false],
  )
  assert.equal(none.count(), 0)
  const track = part.get('track', 'T1')?.value.view.view as TrackView
  assert.deepEqual(
    track.nodes.map((each) => each.node),
    ['radar-n'],
  )
  assert.deepEqual(track.claims, [])
  const alert = part.get('alert', 'A2')?.value.view.view as AlertView
  assert.equal(alert.track, null, 'an alert on a track that it may not have')
  const text = part
    .all()
    .map((each) => each.value.json)
    .join('\n')
  for (const hidden of ['radar-base', '"base"', 'T2', '0123456789abcdef', 'Noura'])
    assert.equal(text.includes(hidden), false, `${hidden} reached the partner`)
  assert.ok(
    all
      .all()
      .map((each) => each.value.json)
      .join('\n')
      .includes('radar-base'),
  )
  assert.ok(part.version < all.version, 'not even the numbers tell how much else there is')
})

test('reasons that name what a partner may not have fall away, others stay', () => {
  const hiddenZone = zoneItem('secret-zone', siteItem('base', 9, -12, label()), 'alert', 3000, label())
  const base = trackItem({ id: 'T1', atMs: START_MS, eM: 0, nM: 0 })
  const track: Item = {
    ...base,
    assessment: {
      ...base.assessment,
      reasonsFor: [
        { code: 'heading-to-zone', params: { zone: 'secret-zone', timeS: 4, distanceM: 5 } },
        { code: 'heading-to-zone', params: { zone: 'lusail-alert', timeS: 4, distanceM: 5 } },
        { code: 'no-radio', params: { sinceS: 3 } },
      ],
    },
  }
  const released = createReleasedPicture(pictureOf([...standingItems(), hiddenZone, track]), partner)
  released.sync(START_MS)
  const view = released.store.get('track', 'T1')?.value.view.view as TrackView
  assert.deepEqual(
    view.reasonsFor.map((each) => each.params['zone'] ?? each.code),
    ['lusail-alert', 'no-radio'],
  )
})

test('the token of a serial reaches no partner, not through a reason either', () => {
  const claim = 'rid:0123456789abcdef0123456789abcdef'
  const base = trackItem({ id: 'T1', atMs: START_MS, eM: 0, nM: 0, suspect: true })
  const track: Item = {
    ...base,
    assessment: {
      ...base.assessment,
      reasonsFor: [{ code: 'claim-only', params: { claim } }],
      reasonsAgainst: [{ code: 'claim-agrees', params: { claim, distanceM: 5 } }],
    },
  }
  const plain = alertItem('A1', 'T1', START_MS)
  const alert: Item = { ...plain, alert: { ...plain.alert, reasons: [{ code: 'claim-only', params: { claim } }] } }
  const picture = pictureOf([...standingItems(), track, alert])
  const textFor = (who: typeof officer) => {
    const released = createReleasedPicture(picture, who)
    released.sync(START_MS)
    return released.store
      .all()
      .map((each) => each.value.json)
      .join('\n')
  }
  assert.equal(textFor(partner).includes('0123456789abcdef'), false)
  assert.ok(textFor(partner).includes('claim-only'), 'that there is a claim may be known')
  assert.ok(textFor(officer).includes(claim))
})

test('sharing lapses with the agreement, and comes back with it', () => {
  const picture = pictureOf(everything())
  const released = createReleasedPicture(picture, partner)
  released.sync(START_MS)
  const before = released.store.count()
  assert.ok(before > 5)
  released.sync(agreement.toMs)
  assert.deepEqual(
    released.store.all().map((each) => each.id),
    ['T3'],
    'its own remains',
  )
  released.sync(START_MS + 86_399_000 - 5000)
  picture.apply([{ out: 'put', item: { ...registry, agreements: [{ ...agreement, toMs: agreement.toMs + 10_000 }] } }], agreement.toMs, 2)
  released.sync(agreement.toMs)
  assert.equal(released.store.count(), before)
  picture.apply([{ out: 'put', item: { ...registry, agreements: [{ ...agreement, state: 'awaiting-ratification' }] } }], agreement.toMs, 3)
  released.sync(agreement.toMs)
  assert.equal(released.store.count(), 1)
})

test('an item whose label narrows is dropped, and others cease to name it', () => {
  const picture = pictureOf(everything())
  const released = createReleasedPicture(picture, partner)
  released.sync(START_MS)
  const version = released.store.version
  picture.apply([{ out: 'put', item: trackItem({ id: 'T1', atMs: START_MS, eM: 100, nM: 0, label: label() }) }], START_MS, 2)
  released.sync(START_MS)
  const changes = released.store.since(version)
  assert.notEqual(changes, 'too-old')
  if (changes === 'too-old') return
  assert.deepEqual(
    changes.drop.map((each) => each.id),
    ['T1'],
  )
  assert.deepEqual(
    changes.put.map((each) => [each.id, (each.value.view.view as AlertView).track]),
    [['A1', null]],
  )
})

test('an item with a number that is none is kept in and counted', () => {
  const bad = trackItem({ id: 'T1', atMs: START_MS, eM: Number.NaN, nM: 0 })
  const released = createReleasedPicture(pictureOf([...standingItems(), bad]), officer)
  released.sync(START_MS)
  assert.equal(released.store.get('track', 'T1'), undefined)
  assert.equal(released.faulty, 1)
})

test('degrees, directions and heights', () => {
  const items = everything()
  const context = releaseContext(header, registry, START_MS, (kind, id) => items.find((each) => each.kind === kind && each.id === id))
  const viewOf = <T extends View['view']>(item: Item) => {
    const answer = release(item, officer, context)
    assert.ok(!isWithheld(answer))
    return answer.view as T
  }
  // At the cell's origin the frame is the local one: 0.001 degree of latitude there is 110.76 m (WGS-84 meridian radius), of longitude 100.6 m.
  const north = viewOf<TrackView>(trackItem({ id: 'T1', atMs: START_MS, eM: 0, nM: 1000, uM: 100, veMps: -10, vnMps: 10 }))
  assert.ok(Math.abs(north.latDeg - (25.4207 + 1000 / 110_776)) < 2e-6, `${north.latDeg}`)
  assert.equal(north.lonDeg, 51.4904)
  assert.equal(north.altHaeM, 80.1)
  assert.equal(north.altAmslM, 110)
  assert.deepEqual([north.courseDeg, north.speedMps], [315, 14.1])
  const flat = viewOf<TrackView>({
    ...trackItem({ id: 'T1', atMs: START_MS, eM: 0, nM: 0 }),
    estimate: { ...trackItem({ id: 'T1', atMs: START_MS, eM: 0, nM: 0 }).estimate, heightKnown: false },
  })
  assert.deepEqual([flat.altHaeM, flat.altAmslM, flat.verticalSigmaM], [null, null, null])
  // 60 km east, an object that flies level along the ground moves up in the cell's frame by sin(60/6371).
  const angle = 60_000 / 6_385_000
  const far = viewOf<TrackView>(
    trackItem({ id: 'T1', atMs: START_MS, eM: 60_000, nM: 0, uM: -282, veMps: 200 * Math.cos(angle), vnMps: 0 }),
  )
  assert.ok(Math.abs(far.climbMps - 200 * Math.sin(angle)) < 0.15, `${far.climbMps}`)
  // Meridians converge: grid east is 0.24 degree off true east there (convergence = longitude difference times sin latitude).
  const convergenceDeg = (far.lonDeg - 51.4904) * Math.sin((25.42 * Math.PI) / 180)
  assert.ok(Math.abs(far.courseDeg - (90 + convergenceDeg)) < 0.06, `${far.courseDeg} against ${90 + convergenceDeg}`)

  const zone = viewOf<ZoneView>(zoneItem('z', siteItem('lusail', 0, 0), 'warning', 5000))
  assert.equal(zone.circle?.radiusM, 5000)
  for (const [lon, lat] of zone.ring) {
    // Equirectangular at this size is good to a few metres: 110,776 m and 100,700 m a degree at 25.42 north.
    const distance = Math.hypot((lon - 51.4904) * 100_630, (lat - 25.4207) * 110_776)
    assert.ok(Math.abs(distance - 5000) < 10, `${distance}`)
  }
  const node = viewOf<NodeView>(nodeItem('radar-n', 'radar', 3, 0))
  assert.deepEqual([node.sectorFromDeg, node.sectorToDeg, node.bias?.azimuthDeg, node.clockOffsetMs], [0, 360, 0.4, 12])
  const line = viewOf<BearingView>(bearingItem('rf-lusail', START_MS, 90))
  assert.ok(Math.abs(line.azimuthDeg - 90) < 0.11)
  assert.ok(Math.abs((line.toLonDeg - line.fromLonDeg) * 100_630 - 12_000) < 60, 'drawn as far as the node sees')
})

test('every view is as its schema says', () => {
  const items = everything()
  const context = releaseContext(header, registry, START_MS, (kind, id) => items.find((each) => each.kind === kind && each.id === id))
  for (const item of items) {
    const answer = release(item, officer, context)
    if (isWithheld(answer)) {
      assert.equal(item.kind, 'registry')
      continue
    }
    const schema = LISTS.find((each) => each.kind === answer.kind)?.item
    if (schema) schema.strict().parse(answer.view)
    else assert.equal(answer.kind, 'bearing')
  }
})

test('the registry itself, with its persons, is never a view', () => {
  const context = releaseContext(header, registry, START_MS, () => undefined)
  assert.deepEqual(release(registry, officer, context), { withheld: 'not-shown' })
  assert.deepEqual(release(eventItem, stranger, context), { withheld: 'label' })
  assert.equal(shared.relTo.length, 2)
})
