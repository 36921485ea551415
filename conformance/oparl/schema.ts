import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'

type Schema = Readonly<Record<string, unknown>>

/** Where an object names another: the kind that it must be of, or that it is a list. */
export interface Reference {
  readonly url: string
  /** "Meeting", or "externalList". */
  readonly kind: string
  readonly at: string
}

export interface OparlSchemas {
  readonly kinds: readonly string[]
  /** What is wrong with an object, a sentence each; its kind is read from its type. */
  readonly faultsOf: (object: unknown) => readonly string[]
  readonly referencesOf: (object: unknown) => readonly Reference[]
}

/**
 * OParl's schemas are almost JSON Schema: an object inside another is named by `schema`, the things
 * that an address leads to by `references`, and an address of a list has an `items` that describes
 * what the list holds. Made into JSON Schema they say the same: types, required properties, formats
 * and patterns. A property that no schema has must have a vendor's prefix, as the specification asks.
 */
export function oparlSchemas(folder: string): OparlSchemas {
  const schemas = new Map(
    readdirSync(folder)
      .filter(name => name.endsWith('.json'))
      .map(name => [
        name.slice(0, -'.json'.length),
        // The files of the folder are JSON objects; anything else fails when it is compiled.
        JSON.parse(readFileSync(join(folder, name), 'utf8')) as Schema,
      ]),
  )
  // Their patterns escape signs that need no escaping, which only the old kind of expression allows.
  const ajv = new Ajv({ allErrors: true, strict: true, unicodeRegExp: false })
  formats.default(ajv)
  // The package's own pattern knows no host with two hyphens in a row, which every name in another
  // script has.
  ajv.addFormat('url', text => /^https?:\/\/[^\s<>"{}|\\^`]+$/i.test(text) && URL.canParse(text))
  for (const [name, schema] of schemas) ajv.addSchema(objectSchema(name, schema))
  const validators = new Map<string, ValidateFunction>()
  for (const name of schemas.keys()) {
    const validate = ajv.getSchema(`oparl:${name}`)
    if (validate !== undefined) validators.set(name, validate)
  }
  return {
    kinds: [...schemas.keys()],
    faultsOf: object => {
      const kind = kindOf(object)
      const validate = kind === null ? undefined : validators.get(kind)
      if (validate === undefined) return [`it is of no kind that OParl knows (${kind})`]
      if (validate(object)) return []
      return (validate.errors ?? []).map(each => `${kind}${each.instancePath} ${each.message}`)
    },
    referencesOf: object => referencesIn(object, schemas, ''),
  }
}

function kindOf(object: unknown): string | null {
  const type = isObject(object) ? object['type'] : null
  return typeof type === 'string' ? (type.split('/').at(-1) ?? null) : null
}

function objectSchema(name: string, schema: Schema): Schema {
  const properties = isObject(schema['properties']) ? schema['properties'] : {}
  return {
    $id: `oparl:${name}`,
    type: 'object',
    required: schema['required'] ?? [],
    properties: Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [key, valueSchema(value)]),
    ),
    patternProperties: { '^[A-Za-z0-9_-]+:.+$': {} },
    additionalProperties: false,
  }
}

function valueSchema(value: unknown): Schema {
  if (!isObject(value)) return {}
  const { type, format, pattern, items, schema } = value
  if (type === 'object' && typeof schema === 'string')
    return { $ref: `oparl:${schema.replace(/\.json$/, '')}` }
  return {
    ...(type === undefined ? {} : { type }),
    ...(format === undefined ? {} : { format }),
    ...(pattern === undefined ? {} : { pattern }),
    // Beside an address `items` speaks of what stands at it.
    ...(type === 'array' && items !== undefined ? { items: valueSchema(items) } : {}),
  }
}

function referencesIn(
  object: unknown,
  schemas: ReadonlyMap<string, Schema>,
  at: string,
): readonly Reference[] {
  const kind = kindOf(object)
  const properties = schemas.get(kind ?? '')?.['properties']
  if (!isObject(object) || !isObject(properties)) return []
  return Object.entries(object).flatMap(([key, value]) => {
    const rule = properties[key]
    if (!isObject(rule)) return []
    const here = `${at}${kind}.${key}`
    const items = isObject(rule['items']) ? rule['items'] : {}
    const named = rule['references'] ?? (rule['type'] === 'array' ? items['references'] : undefined)
    const values = Array.isArray(value) ? value : [value]
    return values.flatMap((each): readonly Reference[] => {
      if (isObject(each)) return referencesIn(each, schemas, `${here} → `)
      if (typeof each !== 'string' || typeof named !== 'string') return []
      return [{ url: each, kind: named, at: here }]
    })
  })
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
