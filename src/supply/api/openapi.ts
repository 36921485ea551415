import { z } from 'zod'
import { API, type Endpoint } from './endpoint.ts'
import type { JsonObject } from './json.ts'
import { named } from './schemas.ts'

const VERSION = '1.0.0'

/** What programs can ask for, as OpenAPI 3.1 writes it, from the very schemas that the code reads by. */
export function openApiOf(endpoints: readonly Endpoint[]): JsonObject {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sightline',
      version: VERSION,
      summary: 'The figures of children’s services, as the pages show them',
      description:
        'Whoever asks gets what they see on the pages, and nothing else: the same roles, the same parts of the county, and of published figures the same that is kept back. Sign in, or send a personal access token that you make at /account/tokens, as a bearer token or as the password of basic authentication.',
    },
    servers: [{ url: API }],
    security: [{ token: [] }, { tokenAsPassword: [] }],
    paths: Object.fromEntries(endpoints.map(each => [each.path, { get: operationOf(each) }])),
    components: {
      schemas: schemas(),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A personal access token' },
        tokenAsPassword: {
          type: 'http',
          scheme: 'basic',
          description: 'Any name, and a personal access token for the password',
        },
      },
    },
  }
}

/** The address of the description itself, which every description tells too. */
export const DESCRIPTION = '/openapi.json'

function operationOf(each: Endpoint): JsonObject {
  const { id, summary, says, params, query, answer, isOpen } = each
  const problem = (description: string): JsonObject => ({
    description,
    content: { 'application/problem+json': { schema: refTo('Problem') } },
  })
  return {
    operationId: id,
    summary,
    description: says,
    ...(isOpen && { security: [] }),
    parameters: [...parametersOf(params, 'path'), ...parametersOf(query, 'query')],
    responses: {
      '200': {
        description: answer.description ?? summary,
        headers: { ETag: { schema: { type: 'string' }, description: 'Says which answer this is' } },
        content: { 'application/json': { schema: schemaOfAnswer(answer) } },
      },
      '304': { description: 'What you have is still so: you sent its ETag as If-None-Match' },
      '400': problem('The address is not as expected'),
      ...(!isOpen && {
        '401': problem('You have not said who you are'),
        '403': problem('Your role does not include it'),
      }),
      '404': problem('There is nothing here'),
      '429': problem('Too many requests'),
    },
  }
}

function parametersOf(schema: z.ZodObject, place: 'path' | 'query'): readonly JsonObject[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const { description, ...rest } = jsonSchema(field)
    return {
      name,
      in: place,
      required: place === 'path' || !isOptional(field),
      ...(typeof description === 'string' && { description }),
      schema: rest,
    }
  })
}

const isOptional = (field: z.core.$ZodType): boolean => z.safeParse(field, undefined).success

function schemaOfAnswer(answer: z.ZodType): JsonObject {
  const found = Object.entries(named).find(([, schema]) => schema === answer)
  return found === undefined ? jsonSchema(answer) : refTo(found[0])
}

const refTo = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })

function schemas(): JsonObject {
  return Object.fromEntries(Object.entries(named).map(([name, each]) => [name, jsonSchema(each)]))
}

/** JSON Schema 2020-12, which OpenAPI 3.1 is written in. */
function jsonSchema(schema: z.core.$ZodType): JsonObject {
  const { $schema: _, '~standard': __, ...rest } = z.toJSONSchema(schema)
  // as: what zod gives is JSON, and its type says so more loosely.
  return JSON.parse(JSON.stringify(rest)) as JsonObject
}
