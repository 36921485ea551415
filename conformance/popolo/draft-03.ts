type Schema = Readonly<Record<string, unknown>>

/**
 * A validator of JSON Schema draft 03 (https://datatracker.ietf.org/doc/html/draft-zyp-json-schema-03,
 * unverified: not read on the day it was written) as far as Popolo's schemas go, for which no kept
 * library is left. A keyword that it does not know is an error of its own, so nothing that a schema
 * asks for is passed over in silence.
 */
export function draft03(schemas: readonly Schema[]): (id: string, value: unknown) => string[] {
  const byId = new Map(schemas.map(schema => [String(schema['id']), schema]))
  for (const schema of schemas) checkKeywords(schema, byId, String(schema['title']))
  return (id, value) => {
    const schema = byId.get(id)
    if (schema === undefined) throw new Error(`There is no schema ${id}.`)
    return faultsIn(value, schema, byId, '')
  }
}

const SAYS_NOTHING = ['$schema', 'id', 'title', 'description']
const ASKS = ['type', 'properties', 'items', '$ref', 'required', 'pattern', 'format']

/** Every keyword is one that `faultsIn` looks at, and every reference leads somewhere. */
function checkKeywords(schema: Schema, byId: ReadonlyMap<string, Schema>, at: string): void {
  for (const [keyword, value] of Object.entries(schema)) {
    if (!SAYS_NOTHING.includes(keyword) && !ASKS.includes(keyword))
      throw new Error(`${at} asks for “${keyword}”, which this validator does not know.`)
    if (keyword === '$ref' && !byId.has(String(value)))
      throw new Error(`${at} refers to ${value}, which is not there.`)
    if (keyword === 'format' && !(String(value) in FORMATS))
      throw new Error(`${at} asks for the format “${value}”, which this validator does not know.`)
    if (keyword === 'type' && !typesIn(value).every(each => each in TYPES))
      throw new Error(`${at} asks for the type “${value}”, which this validator does not know.`)
    if (keyword === 'items') checkKeywords(schemaOf(value), byId, `${at}[]`)
    if (keyword === 'properties')
      for (const [name, inner] of Object.entries(schemaOf(value)))
        checkKeywords(schemaOf(inner), byId, `${at}.${name}`)
  }
}

function faultsIn(
  value: unknown,
  schema: Schema,
  byId: ReadonlyMap<string, Schema>,
  at: string,
): string[] {
  const referred = byId.get(String(schema['$ref']))
  // In draft 03 what stands beside a reference is not looked at.
  if (referred !== undefined) return faultsIn(value, referred, byId, at)
  const { type, pattern, format } = schema
  const place = at === '' ? 'it' : at
  if (type !== undefined && !typesIn(type).some(each => TYPES[each]?.(value) === true))
    return [`${place} is no ${typesIn(type).join(' or ')}`]
  const faults: string[] = []
  if (typeof value === 'string') {
    if (typeof pattern === 'string' && !new RegExp(pattern).test(value))
      faults.push(`${place} does not match ${pattern}`)
    if (typeof format === 'string' && FORMATS[format]?.(value) !== true)
      faults.push(`${place} is no ${format}`)
  }
  if (Array.isArray(value) && schema['items'] !== undefined) {
    const items = schemaOf(schema['items'])
    value.forEach((each, index) => faults.push(...faultsIn(each, items, byId, `${at}[${index}]`)))
  }
  if (TYPES['object']?.(value) && schema['properties'] !== undefined)
    faults.push(...faultsInProperties(schemaOf(value), schemaOf(schema['properties']), byId, at))
  return faults
}

function faultsInProperties(
  value: Schema,
  properties: Schema,
  byId: ReadonlyMap<string, Schema>,
  at: string,
): string[] {
  const faults: string[] = []
  for (const [name, inner] of Object.entries(properties)) {
    const schema = schemaOf(inner)
    const here = at === '' ? name : `${at}.${name}`
    if (name in value) faults.push(...faultsIn(value[name], schema, byId, here))
    else if (schema['required'] === true) faults.push(`${here} is missing`)
  }
  // The schemas allow others; a name that none of them has is a slip all the same.
  for (const name of Object.keys(value))
    if (!(name in properties)) faults.push(`${at === '' ? name : `${at}.${name}`} is unknown`)
  return faults
}

const typesIn = (type: unknown): readonly string[] =>
  Array.isArray(type) ? type.map(String) : [String(type)]

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: value => typeof value === 'string',
  number: value => typeof value === 'number' && Number.isFinite(value),
  integer: value => Number.isInteger(value),
  boolean: value => typeof value === 'boolean',
  null: value => value === null,
  array: value => Array.isArray(value),
  object: value => typeof value === 'object' && value !== null && !Array.isArray(value),
}

const FORMATS: Readonly<Record<string, (value: string) => boolean>> = {
  email: value => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value),
  uri: value => /^[a-z][a-z\d+.-]*:\S+$/i.test(value) && URL.canParse(value),
  'date-time': value =>
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
}

function schemaOf(value: unknown): Schema {
  if (typeof value !== 'object' || value === null) throw new Error('A schema is an object.')
  return value as Schema // an object, by the line above
}
