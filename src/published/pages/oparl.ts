import type { FastifyRequest } from 'fastify'
import {
  oparlObjects,
  type OparlKind,
  type OparlList,
  type OparlObject,
  oparlPage,
  type OparlPlace,
  oparlQuery,
  oparlWithdrawn,
} from '#exchange'
import type { Route } from '#kit/http/index.ts'
import { type Feed, feedRoute, given } from './feed.ts'
import { askedOf } from './feeds.ts'
import type { PublicRooms } from './reading.ts'

const ROOT = '/public/oparl'

/** `/public/oparl`: OParl 1.1. The system, every thing at its own address, and lists by pages. */
export function oparlRoutes(rooms: PublicRooms): readonly Route[] {
  return [
    feedRoute(ROOT, async request => {
      const world = await worldOf(rooms, request)
      const [system] = world?.objects.System ?? []
      return system === undefined ? null : json(system)
    }),
    feedRoute(`${ROOT}/things/:kind/:id`, async request => {
      const world = await worldOf(rooms, request)
      const { kind = '', id = '' } = paramsOf(request)
      const asked = kindOf(kind)
      if (world === null || asked === null) return null
      const at = world.place.urlOf(asked, id)
      const gone = oparlWithdrawn(world.published, world.place)
      const found = [...world.objects[asked], ...gone].find(each => each.id === at)
      return found === undefined ? null : json(found)
    }),
    feedRoute(`${ROOT}/lists/:kind`, async request => listed(rooms, request, null)),
    feedRoute(`${ROOT}/bodies/:id/meetings`, async request =>
      listed(rooms, request, paramsOf(request)['id'] ?? ''),
    ),
  ]
}

const json = (value: unknown): Feed => ({
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
})

async function worldOf(rooms: PublicRooms, request: FastifyRequest) {
  // A list of OParl has parameters of its own, so that no body is picked out by the address.
  const asked = await askedOf(rooms, request)
  if (asked === null) return null
  const place = placeAt(asked.base)
  const { published } = asked
  return { ...asked, place, objects: oparlObjects(published, place) }
}

const listUrl = (base: string, kind: OparlKind): string => `${base}${ROOT}/lists/${kind}`

function placeAt(base: string): OparlPlace {
  return {
    urlOf: (kind, id) =>
      kind === 'System'
        ? `${base}${ROOT}`
        : `${base}${ROOT}/things/${kind}/${encodeURIComponent(id)}`,
    listOf: (list: OparlList) =>
      'organization' in list
        ? `${base}${ROOT}/bodies/${encodeURIComponent(list.organization)}/meetings`
        : listUrl(base, list.of),
    license: null,
    vendor: null,
    product: null,
  }
}

const kinds: readonly OparlKind[] = [
  'System',
  'Body',
  'LegislativeTerm',
  'Organization',
  'Person',
  'Membership',
  'Meeting',
  'AgendaItem',
  'Paper',
  'Consultation',
  'File',
  'Location',
]
const kindOf = (text: string): OparlKind | null => kinds.find(each => each === text) ?? null

function paramsOf({ params }: FastifyRequest): Readonly<Record<string, string>> {
  // as: the router gives an object of the named parts, each a text.
  return params as Record<string, string>
}

async function listed(
  rooms: PublicRooms,
  request: FastifyRequest,
  organization: string | null,
): Promise<Feed | null> {
  const world = await worldOf(rooms, request)
  const kind = organization === null ? kindOf(paramsOf(request)['kind'] ?? '') : 'Meeting'
  if (world === null || kind === null || kind === 'System') return null
  const isKnown = world.published.bodies.some(({ id }) => id === organization)
  if (organization !== null && !isKnown) return null
  const query = oparlQuery(given(request))
  const { place } = world
  const url =
    organization === null
      ? listUrl(world.base, kind)
      : place.listOf({ of: 'Meeting', organization })
  const urlOfPage = (page: number): string => {
    const asked = new URLSearchParams({ ...given(request), page: String(page) })
    return `${url}?${asked.toString()}`
  }
  const own = (each: OparlObject): boolean =>
    organization === null || isOf(each, place.urlOf('Organization', organization))
  const gone = oparlWithdrawn(world.published, place).filter(each => each.type.endsWith(`/${kind}`))
  const page =
    query === null ? null : oparlPage(world.objects[kind].filter(own), gone, query, urlOfPage)
  if (page === null)
    return { ...json({ error: 'There is no such page of this list.' }), status: 400 }
  return json(page)
}

const isOf = ({ organization }: OparlObject, url: string): boolean =>
  Array.isArray(organization) && organization.includes(url)
