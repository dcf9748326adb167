import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LISTS } from '../../src/serve/schemas.ts'
import { serveFakeRoom } from './client.ts'

type Operation = {
  summary?: string
  tags?: string[]
  parameters?: { name: string; in: string }[]
  requestBody?: unknown
  responses: Record<string, { description?: string; content?: Record<string, { schema: unknown }> }>
}
type Document = {
  openapi: string
  tags: { name: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}

/** What the OpenAPI 3.1 specification asks of a document and a generator can get wrong; openapi-spec-validator 0.9 (Python) found no fault in it either. */
test('the OpenAPI document is whole', async (t) => {
  const { url } = await serveFakeRoom(t)
  const document = (await (await fetch(`${url}/api/openapi.json`)).json()) as Document
  assert.match(document.openapi, /^3\.1\.\d$/)
  const names = Object.keys(document.components.schemas)
  const refs = new Set([...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] as string))
  assert.deepEqual(
    [...refs].map((ref) => ref.replace('#/components/schemas/', '')).toSorted(),
    names.toSorted(),
    'every reference has its schema, every schema its reference',
  )
  const tags = new Set(document.tags.map((each) => each.name))
  for (const [path, methods] of Object.entries(document.paths)) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    for (const [method, operation] of Object.entries(methods)) {
      const name = `${method} ${path}`
      assert.ok(operation.summary, `${name} has no summary`)
      assert.ok(
        operation.tags?.every((each) => tags.has(each)),
        `${name} has a tag that is not explained`,
      )
      assert.deepEqual(
        (operation.parameters ?? []).filter((each) => each.in === 'path').map((each) => each.name),
        inPath,
        name,
      )
      for (const [status, response] of Object.entries(operation.responses)) {
        assert.match(status, /^(?:[1-5]\d\d|[1-5]XX)$/, name)
        assert.ok(response.description, `${name} ${status}`)
      }
    }
  }
  for (const { path } of LISTS) assert.ok(document.paths[`/api/v1/${path}`], path)
  for (const path of [
    '/api/v1/clock',
    '/api/v1/session',
    '/api/v1/commands',
    '/api/v1/ingest/detections',
    '/api/v1/demo/restart',
    '/api/v1/feed',
    '/healthz',
    '/readyz',
    '/metrics',
  ])
    assert.ok(document.paths[path], path)
})

test('the document asks for what the validator asks for', async (t) => {
  const { url } = await serveFakeRoom(t)
  const document = (await (await fetch(`${url}/api/openapi.json`)).json()) as Document
  const command = document.components.schemas['CommandRequestInput'] as { required: string[]; properties: Record<string, unknown> }
  assert.deepEqual(command.required, ['key', 'body'])
  assert.equal('actor' in command.properties, false)
  const track = document.components.schemas['Track'] as { required: string[] }
  assert.ok(track.required.includes('altHaeM') && track.required.includes('reasonsFor'))
})
