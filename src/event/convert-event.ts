import geomagnetism from 'geomagnetism'
import type {
  Agreement,
  Clearance,
  EventDefinition,
  EventHeader,
  FeedDefinition,
  Headcount,
  LocalText,
  NodeDefinition,
  Site,
  Zone,
} from '../model/event.ts'
import { convertFootprint, convertHeights, convertPlace, convertVolume, geoidM, RAD_PER_DEG } from './convert-shapes.ts'
import type { EventError } from './event-error.ts'
import { instantMs } from './local-time.ts'
import type { Placed, Sections } from './read-sections.ts'
import type { ClearanceForm, FeedForm, HeaderForm, HoursForm, NodeForm, RingSetForm, SiteForm } from './yaml-forms.ts'
import { errorAt, type YamlPlace } from './yaml-source.ts'

/** What conversion needs besides the forms. `token` makes the keyed token that stands for a serial. */
export type Conversion = {
  readonly timeZone: string
  readonly token: (serial: string) => string
  readonly errors: EventError[]
  readonly warnings: string[]
}

/** The model's event; faults of times go to `errors`, and their value is then 0. */
export function convertEvent(sections: Sections, header: Placed<HeaderForm>, to: Conversion): EventDefinition {
  const time = (placed: Placed<unknown>, key: string, text: string) => convertTime(to, placed.place, key, text)
  const ringSets = new Map(sections.ringSets.map((placed) => [placed.value.id, placed]))
  return {
    header: convertHeader(header, to),
    nations: sections.nations.map(({ value }) => value),
    agencies: sections.agencies.map(({ value }) => value),
    agreements: sections.agreements.map((placed): Agreement => {
      const { from, to: until, ...rest } = placed.value
      return { ...rest, fromMs: time(placed, 'from', from), toMs: time(placed, 'to', until) }
    }),
    posts: sections.posts.map(({ value }) => defined(value)),
    persons: sections.persons.map(({ value }) => value),
    sites: sections.sites.map(({ value }) => convertSite(value)),
    zones: [
      ...sections.sites.flatMap((site) => ringZones(site, ringSets, to)),
      ...sections.zones.map((placed): Zone =>
        defined({
          ...placed.value,
          volume: convertVolume(placed.value.volume),
          hours: convertHours(to, placed.place, 'hours', placed.value.hours),
        }),
      ),
    ],
    nodes: sections.nodes.map(({ value }) => convertNode(value)),
    feeds: sections.feeds.map(({ value }) => convertFeed(value)),
    phases: sections.phases.map((placed) => ({
      id: placed.value.id,
      name: placed.value.name,
      fromMs: time(placed, 'from', placed.value.from),
      toMs: time(placed, 'to', placed.value.to),
    })),
    readiness: sections.readiness.map(({ value }) => value),
    schedule: sections.schedule.map((placed) => {
      const { from, to: until, ...rest } = placed.value
      return { ...rest, fromMs: time(placed, 'from', from), toMs: time(placed, 'to', until) }
    }),
    headcounts: sections.headcounts.flatMap((placed) => convertHeadcounts(placed.value, time(placed, 'from', placed.value.from))),
    clearances: sections.clearances.map((placed) => convertClearance(placed, to)),
  }
}

function convertTime(to: Conversion, place: YamlPlace, key: string, text: string): number {
  const ms = instantMs(text, to.timeZone)
  if (ms !== undefined) return ms
  to.errors.push(
    errorAt(
      { file: place.file, path: [...place.path, ...key.split('/').map((step) => (/^\d+$/.test(step) ? Number(step) : step))] },
      `${key.split('/').at(-1)} is "${text}", not a time`,
      'write it like 2022-11-26T20:30, local to the event, or with Z or +03:00',
    ),
  )
  return 0
}

function convertHeader(placed: Placed<HeaderForm>, to: Conversion): EventHeader {
  const { origin, qnhHpa, declinationDeg, geoidM: givenGeoidM, demoStart, ...rest } = placed.value
  const demoStartMs = demoStart === undefined ? undefined : convertTime(to, placed.place, 'demoStart', demoStart)
  return defined({
    ...rest,
    origin: convertPlace(origin),
    qnhPa: qnhHpa * 100,
    geoidM: givenGeoidM ?? geoidM(origin.latDeg, origin.lonDeg),
    declinationRad: declinationDeg === undefined ? declinationRad(origin, demoStartMs, to) : declinationDeg * RAD_PER_DEG,
    demoStartMs,
  })
}

/** The years for which the library holds a World Magnetic Model. */
const MODELS_FROM_MS = Date.UTC(2014, 11, 16)
const MODELS_TO_MS = Date.UTC(2029, 10, 12)

/** By the World Magnetic Model in force at the demo's start; outside the models' years, by the nearest of them. */
function declinationRad(origin: HeaderForm['origin'], demoStartMs: number | undefined, to: Conversion): number {
  const atMs = demoStartMs ?? Date.UTC(2026, 0, 1)
  const modelMs = Math.min(MODELS_TO_MS, Math.max(MODELS_FROM_MS, atMs))
  if (demoStartMs === undefined)
    to.warnings.push('the event gives no declinationDeg and no demoStart: declination is taken for January 2026')
  else if (modelMs !== atMs) to.warnings.push('no magnetic model covers demoStart: give declinationDeg')
  return geomagnetism.model(new Date(modelMs)).point([origin.latDeg, origin.lonDeg]).decl * RAD_PER_DEG
}

function convertSite(form: SiteForm): Site {
  const { position, footprint, source: _source, rings: _rings, ...rest } = form
  return defined({ ...rest, place: convertPlace(position), footprint: footprint && convertFootprint(footprint, position) })
}

const RING_WORDS: Record<'alert' | 'warning' | 'critical', LocalText> = {
  alert: { ar: 'نطاق التنبيه', en: 'alert ring', fr: 'cercle d’alerte', tr: 'alarm halkası' },
  warning: { ar: 'نطاق التحذير', en: 'warning ring', fr: 'cercle d’avertissement', tr: 'uyarı halkası' },
  critical: { ar: 'النطاق الحرج', en: 'critical ring', fr: 'cercle critique', tr: 'kritik halka' },
}

/** The circles that a site's ring set draws round its position: zones `<site>.alert` and so on. */
function ringZones(site: Placed<SiteForm>, ringSets: ReadonlyMap<string, Placed<RingSetForm>>, to: Conversion): Zone[] {
  const { id, name, position, rings } = site.value
  const set = rings === undefined ? undefined : ringSets.get(rings)
  if (!set) return []
  return (['alert', 'warning', 'critical'] as const).flatMap((kind) => {
    const ring = set.value[kind]
    if (!ring) return []
    const words = RING_WORDS[kind]
    const shape = {
      kind: 'circle' as const,
      latRad: position.latDeg * RAD_PER_DEG,
      lonRad: position.lonDeg * RAD_PER_DEG,
      radiusM: ring.radiusM,
    }
    const zone: Zone = {
      id: `${id}.${kind}`,
      site: id,
      name: {
        ar: `${name.ar} · ${words.ar}`,
        en: `${name.en} · ${words.en}`,
        fr: `${name.fr} · ${words.fr}`,
        tr: `${name.tr} · ${words.tr}`,
      },
      kind,
      volume: { shape, ...convertHeights(ring, position.latDeg, position.lonDeg) },
      hours: convertHours(to, set.place, `${kind}/hours`, ring.hours ?? []),
      invented: set.value.invented,
    }
    return [zone]
  })
}

function convertHours(to: Conversion, place: YamlPlace, key: string, hours: HoursForm): Zone['hours'] {
  return hours.map((span, i) => ({
    fromMs: convertTime(to, place, `${key}/${i}/from`, span.from),
    toMs: convertTime(to, place, `${key}/${i}/to`, span.to),
  }))
}

function convertNode(form: NodeForm): NodeDefinition {
  const { position, sectorDeg, elevationDeg, azimuthSigmaDeg, elevationSigmaDeg, ...rest } = form
  return defined({
    ...rest,
    place: convertPlace(position),
    sectorFromRad: sectorDeg[0] * RAD_PER_DEG,
    sectorToRad: sectorDeg[1] * RAD_PER_DEG,
    minElevationRad: elevationDeg[0] * RAD_PER_DEG,
    maxElevationRad: elevationDeg[1] * RAD_PER_DEG,
    azimuthSigmaRad: azimuthSigmaDeg === undefined ? undefined : azimuthSigmaDeg * RAD_PER_DEG,
    elevationSigmaRad: elevationSigmaDeg === undefined ? undefined : elevationSigmaDeg * RAD_PER_DEG,
  })
}

function convertFeed(form: FeedForm): FeedDefinition {
  return defined(form)
}

function convertHeadcounts(form: { site: string; hourly: number[]; invented: boolean }, fromMs: number): Headcount[] {
  return form.hourly.map((people, hour) => ({
    site: form.site,
    fromMs: fromMs + hour * 3600000,
    toMs: fromMs + (hour + 1) * 3600000,
    people,
    invented: form.invented,
  }))
}

function convertClearance(placed: Placed<ClearanceForm>, to: Conversion): Clearance {
  const { serials, icao, volume, from, to: until, ...rest } = placed.value
  const claims = [...serials.map((serial) => claimKey(to.token(serial))), ...icao.map((address) => `icao:${address}`)]
  return {
    ...rest,
    volume: convertVolume(volume),
    fromMs: convertTime(to, placed.place, 'from', from),
    toMs: convertTime(to, placed.place, 'to', until),
    claims,
  }
}

/** A serial's token as the `ClaimKey` that tracks carry, whether or not the vault writes its prefix itself. */
function claimKey(token: string): string {
  return token.startsWith('rid:') ? token : `rid:${token}`
}

/** The same value without the keys that are undefined: the model's optional keys are absent, never undefined. */
function defined<T extends object>(value: T): Exact<T> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Exact<T>
}
type Exact<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}
