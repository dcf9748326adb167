import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { TrackView, View } from '../model/api.ts'
import type { FeedHub } from './feed.ts'
import { geometryOf, type Drawable } from './geojson.ts'
import { sessionOfRequest } from './guard.ts'
import { HttpProblem, notFound } from './problem.ts'
import type { Shown } from './released-picture.ts'
import type { RoomPort } from './room-port.ts'
import { idParams, LISTS, listQuery, PROBLEMS, type ListKind } from './schemas.ts'
import type { VersionedStore } from './versioned-store.ts'

const GEOJSON = 'application/geo+json'

/** `/api/v1/sites` and its like, and one item by id. Lists page by id, so that a page stays right while tracks come and go. */
export function listRoutes(app: FastifyInstance, room: RoomPort, hub: FeedHub): void {
  const shownTo = (request: FastifyRequest): VersionedStore<Shown> => {
    const released = hub.pictures.of(sessionOfRequest(request).recipient)
    released.sync(room.nowMs())
    return released.store
  }
  const typed = app.withTypeProvider<ZodTypeProvider>()
  for (const { path, kind, item, list, features } of LISTS) {
    const content = features
      ? { 'application/json': { schema: list }, [GEOJSON]: { schema: features } }
      : { 'application/json': { schema: list } }
    typed.route({
      method: 'GET',
      url: `/api/v1/${path}`,
      schema: {
        tags: ['picture'],
        summary: `The ${path} that you may have`,
        querystring: listQuery,
        response: { 200: { description: `One page; give next back as cursor for the following one`, content }, ...PROBLEMS },
      },
      handler: async (request, reply) => {
        const drawn = wantsGeoJson(request)
        if (drawn && !features)
          throw new HttpProblem(406, 'not-drawable', `${path} have no GeoJSON form.`, 'Ask with Accept: application/json.')
        const { limit, cursor } = request.query as { limit: number; cursor?: string }
        const store = shownTo(request)
        const { page, next } = onePage(store, kind, limit, cursor)
        if (drawn) void reply.type(GEOJSON)
        return (drawn ? toFeatures(page, next, store) : { items: page.map((each) => each.view), next }) as never
      },
    })
    if (kind === 'event') continue
    typed.route({
      method: 'GET',
      url: `/api/v1/${path}/:id`,
      schema: { tags: ['picture'], summary: `One of the ${path}`, params: idParams, response: { 200: item, ...PROBLEMS } },
      handler: async (request) => {
        const { id } = request.params as { id: string }
        const shown = shownTo(request).get(kind, id)
        if (!shown) throw notFound(kind, id)
        return shown.value.view.view as never
      },
    })
  }
}

type Listed = { readonly id: string; readonly view: View['view'] }

function onePage(
  store: VersionedStore<Shown>,
  kind: ListKind,
  limit: number,
  cursor: string | undefined,
): { page: (Listed & { kind: ListKind })[]; next: string | null } {
  const after = cursor === undefined ? undefined : readCursor(kind, cursor)
  const ids: string[] = []
  for (const { id } of store.ofKind(kind)) if (after === undefined || id > after) ids.push(id)
  ids.sort()
  const wanted = ids.slice(0, limit)
  const page = wanted.map((id) => ({ kind, id, view: (store.get(kind, id) as { value: Shown }).value.view.view }))
  const last = wanted.at(-1)
  return { page, next: last !== undefined && ids.length > limit ? Buffer.from(`${kind}:${last}`).toString('base64url') : null }
}

function readCursor(kind: ListKind, cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString()
  if (text.startsWith(`${kind}:`)) return text.slice(kind.length + 1)
  throw new HttpProblem(
    400,
    'bad-cursor',
    'This cursor is none of this list.',
    'Give back the next of the page before, or leave cursor out.',
  )
}

function toFeatures(page: readonly (Listed & { kind: ListKind })[], next: string | null, store: VersionedStore<Shown>): object {
  const trackOf = (id: string) => store.get('track', id)?.value.view.view as TrackView | undefined
  const features = page.map(({ kind, id, view }) => ({
    type: 'Feature',
    id,
    geometry: geometryOf({ kind, view } as Drawable, trackOf),
    properties: view,
  }))
  return { type: 'FeatureCollection', features, next }
}

/** True if the reader prefers GeoJSON to plain JSON, by RFC 9110's weights. */
function wantsGeoJson(request: FastifyRequest): boolean {
  const accept = request.headers.accept
  if (accept === undefined) return false
  const weights = new Map<string, number>()
  for (const part of accept.split(',')) {
    const [type = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    const weight = parameters.find((each) => each.startsWith('q='))
    weights.set(type, weight === undefined ? 1 : Number(weight.slice(2)) || 0)
  }
  const geo = weights.get(GEOJSON) ?? 0
  const plain = weights.get('application/json') ?? weights.get('application/*') ?? weights.get('*/*') ?? 0
  return geo > 0 && geo >= plain
}
