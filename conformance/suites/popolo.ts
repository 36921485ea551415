import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { popolo, type Popolo, type PopoloObject } from '#exchange'
import { draft03 } from '../popolo/draft-03.ts'
import { arbitraryPublished } from '../published/arbitrary.ts'
import type { Suite, SuiteLine } from '../suite.ts'

type Faults = (kind: string, value: unknown) => readonly string[]

/**
 * Popolo by its own schemas: the published examples, everything that we write of councils that do
 * not exist, and objects that somebody has broken, which must fail.
 */
export const suite: Suite = {
  name: 'popolo',
  run: async folder => {
    const place = join(folder, 'popolo')
    if (!existsSync(join(place, 'schemas'))) return { lines: [], skipped: `no schemas at ${place}` }
    const validate = draft03(filesIn(join(place, 'schemas')).map(file => file.json as PopoloObject))
    const faults: Faults = (kind, value) =>
      validate(`http://www.popoloproject.com/schemas/${kind}.json#`, value)
    return { lines: [examples(join(place, 'examples'), faults), ours(faults), broken(faults)] }
  },
}

interface JsonFile {
  readonly name: string
  readonly json: unknown
}

function filesIn(folder: string): readonly JsonFile[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .map(name => ({
      name: name.slice(0, -'.json'.length),
      json: JSON.parse(readFileSync(join(folder, name), 'utf8')),
    }))
}

/** What an example is of, where its name does not say it. */
const OF: Readonly<Record<string, string>> = { metadata: 'person', 'name-component': 'person' }

/**
 * One example is not as the schemas have it; that the validator says so, and says this and no more,
 * is what is asked of it.
 */
const KNOWN: Readonly<Record<string, string>> = { motion: 'vote_events[0] is no object' }

function examples(folder: string, faults: Faults): SuiteLine {
  const files = filesIn(folder)
  const notes = files.flatMap(({ name, json }) => {
    const found = faults(OF[name] ?? name.replace('embedding-', ''), json).join(', ')
    return found === (KNOWN[name] ?? '') ? [] : [`${name}: ${found || 'is said to be valid'}`]
  })
  const told = Object.entries(KNOWN).map(([name, why]) => `${name} is itself not valid: ${why}`)
  const agreed = files.length - notes.length
  return { name: 'examples', agreed, total: files.length, notes: [...notes, ...told] }
}

const KIND: Readonly<Record<keyof Popolo, string>> = {
  persons: 'person',
  organizations: 'organization',
  memberships: 'membership',
  posts: 'post',
  areas: 'area',
  events: 'event',
  motions: 'motion',
  vote_events: 'vote_event',
  speeches: 'speech',
}
/** What a property that names another thing names. */
const NAMES: Readonly<Record<string, keyof Popolo>> = {
  person_id: 'persons',
  organization_id: 'organizations',
  parent_id: 'organizations',
  on_behalf_of_id: 'organizations',
  post_id: 'posts',
  area_id: 'areas',
  motion_id: 'motions',
  event_id: 'events',
  creator_id: 'persons',
}

const COUNCILS = 200

const councils = (): readonly Popolo[] =>
  fc.sample(arbitraryPublished(), { numRuns: COUNCILS, seed: 20_261_121 }).map(popolo)

const listsOf = (written: Popolo): readonly (readonly [keyof Popolo, readonly PopoloObject[]])[] =>
  // The keys of a Popolo are those of KIND.
  (Object.keys(KIND) as (keyof Popolo)[]).map(name => [name, written[name]])

function ours(faults: Faults): SuiteLine {
  const notes = councils().flatMap((written, index) => {
    const ids = new Map(listsOf(written).map(([name, all]) => [name, all.map(each => each['id'])]))
    const found = listsOf(written).flatMap(([name, all]) =>
      all.flatMap(each => [
        ...faults(KIND[name], each).map(fault => `${KIND[name]} ${fault}`),
        ...Object.entries(NAMES).flatMap(([property, list]) =>
          property in each && !ids.get(list)?.includes(each[property])
            ? [`${KIND[name]}.${property} names nothing in ${list}`]
            : [],
        ),
      ]),
    )
    const twice = [...ids].filter(([, all]) => new Set(all).size < all.length)
    const all = [...found, ...twice.map(([name]) => `two of ${name} have one id`)]
    return all.length === 0 ? [] : [`council ${index}: ${all.slice(0, 3).join('; ')}`]
  })
  return { name: 'written', agreed: COUNCILS - notes.length, total: COUNCILS, notes }
}

type Break = (object: Record<string, unknown>) => void
const BREAKS: Readonly<Record<string, Break>> = {
  'with a number for its id': object => (object['id'] = 7),
  'with a property of its own making': object => (object['secret'] = 'x'),
  'with a source that has no address': object => (object['sources'] = [{ note: 'x' }]),
  'with a source that is no address': object => (object['sources'] = [{ url: 'over there' }]),
  'with words for an instant': object => (object['created_at'] = 'yesterday'),
  'with one thing for a list': object => (object['sources'] = { url: 'https://council.example/' }),
  'with a date of other order': object => {
    for (const name of ['start_date', 'end_date', 'founding_date', 'date', 'birth_date'])
      if (name in object) object[name] = '21/11/2026'
    if (!Object.values(object).includes('21/11/2026')) object['created_at'] = '21/11/2026'
  },
  'with a count that is none': object => {
    if ('counts' in object) object['counts'] = [{ option: 'yes', value: 'five' }]
    else object['updated_at'] = 5
  },
  'that is a list': object => {
    for (const name of Object.keys(object)) delete object[name]
    object['list'] = []
  },
}

function broken(faults: Faults): SuiteLine {
  const whole = councils()
  const notes: string[] = []
  let total = 0
  for (const [name, kind] of Object.entries(KIND)) {
    const example = whole.flatMap(each => each[name as keyof Popolo]).at(0)
    if (example === undefined) {
      total++
      notes.push(`${kind}: none was written`)
    }
    for (const [words, breakIt] of example === undefined ? [] : Object.entries(BREAKS)) {
      const object: Record<string, unknown> = structuredClone({ ...example })
      breakIt(object)
      total++
      if (faults(kind, object).length === 0) notes.push(`${kind} ${words} is said to be valid`)
    }
  }
  return { name: 'broken', agreed: total - notes.length, total, notes }
}
