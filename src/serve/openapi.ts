import swagger, { type SwaggerTransformObject } from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

/** `/api/openapi.json`, made from the schemas that validate: OpenAPI 3.1 with one component for each named schema in use. */
export async function openApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', ...head(version) },
    transform: jsonSchemaTransform,
    transformObject: onlyUsed,
  })
}

export function openApiRoute(app: FastifyInstance): void {
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
}

/** Every named schema comes in two forms, as sent and as answered; those that no path leads to are left out. */
const onlyUsed: SwaggerTransformObject = (given) => {
  const document = jsonSchemaTransformObject(given) as { paths?: object; components?: { schemas?: Record<string, unknown> } }
  const schemas = document.components?.schemas ?? {}
  const used = new Set<string>()
  const waiting: unknown[] = [document.paths ?? {}]
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (const name of refsIn(part)) {
      if (used.has(name)) continue
      used.add(name)
      waiting.push(schemas[name])
    }
  }
  return {
    ...document,
    components: { ...document.components, schemas: Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name))) },
  } as ReturnType<SwaggerTransformObject>
}

function refsIn(part: unknown): string[] {
  return [...JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] as string)
}

function head(version: string) {
  return {
    info: {
      title: 'Marsad',
      version,
      description:
        'The air picture of a protected event, as far as the asker may have it. Degrees, metres and UTC milliseconds; heights name their datum. Every error is a Problem that says what to do.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'picture', description: 'What is there' },
      { name: 'room', description: 'Who asks, when it is, and what people ask for' },
      { name: 'doors', description: 'Where sensors report' },
      { name: 'demo', description: 'The demo alone' },
      { name: 'operations', description: 'Probes and metrics' },
    ],
  }
}
