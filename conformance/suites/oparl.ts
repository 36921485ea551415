import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { oparlObjects, oparlPage, type OparlPlace, oparlWithdrawn, type Published } from '#exchange'
import { type OparlSchemas, oparlSchemas } from '../oparl/schema.ts'
import { arbitraryPublished } from '../published/arbitrary.ts'
import type { Suite, SuiteLine } from '../suite.ts'

/**
 * OParl 1.1 by its own schemas: the published examples, everything that we write of councils that
 * do not exist, and objects that somebody has broken, which must fail.
 */
export const suite: Suite = {
  name: 'oparl',
  run: async folder => {
    const place = join(folder, 'oparl')
    if (!existsSync(join(place, 'schema'))) return { lines: [], skipped: `no schemas at ${place}` }
    const schemas = oparlSchemas(join(place, 'schema'))
    return { lines: [examples(join(place, 'examples'), schemas), ours(schemas), broken(schemas)] }
  },
}

/**
 * One example of the specification is not as its schemas have it; that the validator says so,
 * and says this and no more, is what is asked of it.
 */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  'Meeting-01.json': ["Meeting/agendaItem/0 must have required property 'order'"],
}

function examples(folder: string, schemas: OparlSchemas): SuiteLine {
  const names = readdirSync(folder).filter(name => name.endsWith('.json'))
  const notes = names.flatMap(name => {
    const faults = schemas.faultsOf(JSON.parse(readFileSync(join(folder, name), 'utf8')))
    const known = KNOWN[name] ?? []
    if (faults.join() === known.join()) return []
    return [`${name}: ${faults.join(', ') || 'is said to be valid'}`]
  })
  const agreed = names.length - notes.length
  const told = Object.entries(KNOWN).map(([name, why]) => `${name} is itself not valid: ${why[0]}`)
  return { name: 'examples', agreed, total: names.length, notes: [...notes, ...told] }
}

const ROOT = 'https://council.example/oparl'
const place: OparlPlace = {
  urlOf: (kind, id) => `${ROOT}/${kind}/${encodeURIComponent(id)}`,
  listOf: list =>
    `${ROOT}/list/${list.of}${'organization' in list ? `/of/${encodeURIComponent(list.organization)}` : ''}`,
  license: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  vendor: 'https://vendor.example/',
  product: 'https://vendor.example/sightline',
}

const COUNCILS = 200

function councils(): readonly Published[] {
  return fc.sample(arbitraryPublished(), { numRuns: COUNCILS, seed: 20_261_121 })
}

/** A council agrees where each of its objects, and each page of its lists, is as it must be. */
function ours(schemas: OparlSchemas): SuiteLine {
  const notes = councils().flatMap((published, index) => {
    const faults = faultsIn(published, schemas)
    return faults.length === 0 ? [] : [`council ${index}: ${faults.slice(0, 3).join('; ')}`]
  })
  return { name: 'written', agreed: COUNCILS - notes.length, total: COUNCILS, notes }
}

function faultsIn(published: Published, schemas: OparlSchemas): readonly string[] {
  const objects = oparlObjects(published, place)
  const all = Object.values(objects).flat()
  const withdrawn = oparlWithdrawn(published, place)
  const kinds = new Map(all.map(each => [each.id, String(each.type).split('/').at(-1)]))
  const invalid = [...all, ...withdrawn].flatMap(each => schemas.faultsOf(each))
  const lost = all.flatMap(each =>
    schemas
      .referencesOf(each)
      .filter(({ url, kind }) =>
        kind === 'externalList' ? !url.startsWith(`${ROOT}/list/`) : kinds.get(url) !== kind,
      )
      .map(({ url, kind, at }) => `${at} names ${url}, which is no ${kind} of ours`),
  )
  const twice = kinds.size === all.length ? [] : ['two things have one id']
  return [...invalid, ...lost, ...twice, ...pagingFaults(published)]
}

/** Going from page to page meets every thing once, whatever the size of a page. */
function pagingFaults(published: Published): readonly string[] {
  const { AgendaItem } = oparlObjects(published, place)
  const seen: string[] = []
  let page = oparlPage(AgendaItem, [], { page: 1, limit: 3 }, urlOfPage)
  while (page !== null) {
    seen.push(...page.data.map(each => each.id))
    const next = page.links['next']
    const number = Number(String(next ?? '').split('=')[1])
    page =
      next === undefined ? null : oparlPage(AgendaItem, [], { page: number, limit: 3 }, urlOfPage)
  }
  const isWhole = seen.length === AgendaItem.length && new Set(seen).size === seen.length
  return isWhole ? [] : ['the pages of a list do not hold each thing once']
}

const urlOfPage = (page: number): string => `${ROOT}/list/AgendaItem?page=${page}`

type Break = (object: Record<string, unknown>) => void
const BREAKS: Readonly<Record<string, Break>> = {
  'without its id': object => delete object['id'],
  'without its type': object => delete object['type'],
  'of another type': object => (object['type'] = 'https://schema.oparl.org/1.1/Nothing'),
  'of an older type': object => (object['type'] = String(object['type']).replace('1.1', '1.0')),
  'with an id that is no address': object => (object['id'] = 'meeting 7'),
  'with a number for its name': object => (object['name'] = 7),
  'with a day for an instant': object => (object['modified'] = '2026-11-21'),
  'with an instant that is none': object => (object['created'] = '2026-02-31T25:00:00+01:00'),
  'with words for deleted': object => (object['deleted'] = 'no'),
  'with a null': object => (object['web'] = null),
  'with a property of its own making': object => (object['secret'] = 'x'),
  'with a list of addresses that are none': object => {
    for (const name of ['membership', 'organization', 'meeting', 'body', 'agendaItem'])
      if (name in object) object[name] = Array.isArray(object[name]) ? ['x y'] : 'x y'
    if (!Object.values(object).some(each => String(each).includes('x y'))) object['id'] = 'x y'
  },
}

/** Each kind of thing that we write, broken in each of these ways, must be found to be broken. */
function broken(schemas: OparlSchemas): SuiteLine {
  const whole = councils().map(each => oparlObjects(each, place))
  const notes: string[] = []
  let total = 0
  for (const kind of schemas.kinds) {
    const example = whole.flatMap(each => each[kind as keyof typeof each]).at(0)
    if (example === undefined) {
      total++
      notes.push(`${kind}: none was written`)
    }
    for (const [words, breakIt] of example === undefined ? [] : Object.entries(BREAKS)) {
      const object: Record<string, unknown> = structuredClone({ ...example })
      breakIt(object)
      total++
      if (schemas.faultsOf(object).length === 0) notes.push(`${kind} ${words} is said to be valid`)
    }
  }
  return { name: 'broken', agreed: total - notes.length, total, notes }
}
