import type { FastifyRequest } from 'fastify'
import {
  actionsCsv,
  atomEntries,
  atomFeed,
  type AtomSubject,
  calendarFeed,
  decisionsCsv,
  meetingsCsv,
  popolo,
  type Published,
} from '#exchange'
import type { Route } from '#kit/http/index.ts'
import { withAddresses } from '../gather.ts'
import { type Answering, type Feed, feedRoute, given } from './feed.ts'
import { baseOf, type PublicRooms, readingOf } from './reading.ts'

/** What is published, with whole addresses, of all bodies or of the one that is asked for. */
export interface Asked {
  readonly published: Published
  readonly base: string
  readonly council: string
  readonly modifiedAt: Date | null
}

export async function askedOf(rooms: PublicRooms, request: FastifyRequest): Promise<Asked | null> {
  const { record, council } = await readingOf(rooms, request)
  const base = baseOf(rooms, request)
  const all = wholeOf(record.published, base)
  const { body } = given(request)
  const published = body === undefined || body === '' ? all : ofBody(all, body)
  if (published === null) return null
  return { published, base, council: council.name, modifiedAt: lastChange(published) }
}

// A program that walks through everything asks a thousand times for the same.
const held = new WeakMap<Published, { readonly base: string; readonly whole: Published }>()

function wholeOf(published: Published, base: string): Published {
  const kept = held.get(published)
  if (kept?.base === base) return kept.whole
  const whole = withAddresses(published, base)
  held.set(published, { base, whole })
  return whole
}

function ofBody(all: Published, id: string): Published | null {
  const body = all.bodies.find(each => each.id === id)
  if (body === undefined) return null
  return {
    ...all,
    bodies: [body],
    meetings: all.meetings.filter(each => each.body === id),
    decisions: all.decisions.filter(each => each.body === id),
    actions: all.actions.filter(each => each.body === id),
  }
}

function lastChange({ bodies, meetings, decisions, actions }: Published): Date | null {
  const times = [...bodies, ...meetings, ...decisions, ...actions].map(each =>
    each.modifiedAt.getTime(),
  )
  return times.length === 0 ? null : new Date(times.reduce((a, b) => Math.max(a, b), 0))
}

const subjects: readonly AtomSubject[] = ['papers', 'decisions', 'minutes', 'actions']

/** `/public/feeds/…`: calendar, news and tables, of all bodies or with `?body=` of one. */
export function feedRoutes(rooms: PublicRooms): readonly Route[] {
  const of =
    (make: (asked: Asked, request: FastifyRequest) => Feed): Answering =>
    async request => {
      const asked = await askedOf(rooms, request)
      return asked === null ? null : { modifiedAt: asked.modifiedAt, ...make(asked, request) }
    }
  const csv = (name: string, write: (published: Published) => string): Route =>
    feedRoute(
      `/public/feeds/${name}.csv`,
      of(({ published }) => ({ type: 'text/csv; charset=utf-8', body: write(published) })),
    )
  return [
    feedRoute('/public/feeds/meetings.ics', of(calendar)),
    feedRoute(
      '/public/feeds/all.atom',
      of((asked, request) => atom(asked, request, subjects)),
    ),
    ...subjects.map(subject =>
      feedRoute(
        `/public/feeds/${subject}.atom`,
        of((asked, request) => atom(asked, request, [subject])),
      ),
    ),
    csv('meetings', meetingsCsv),
    csv('decisions', decisionsCsv),
    csv('actions', actionsCsv),
    feedRoute(
      '/public/feeds/popolo.json',
      of(({ published }) => ({
        type: 'application/json; charset=utf-8',
        body: JSON.stringify(popolo(published)),
      })),
    ),
  ]
}

function calendar({ published, base, council }: Asked): Feed {
  const [only] = published.bodies
  const name = published.bodies.length === 1 && only !== undefined ? only.name : 'Meetings'
  const body = calendarFeed(published, published.meetings, {
    name: `${name}, ${council}`,
    url: `${base}/public/meetings`,
    host: new URL(base).hostname,
  })
  return { type: 'text/calendar; charset=utf-8', body }
}

function atom(
  { published, base, council }: Asked,
  request: FastifyRequest,
  wanted: readonly AtomSubject[],
): Feed {
  const feed = {
    title: `${wanted.length === 1 ? titles[wanted[0] ?? 'papers'] : 'What is published'}, ${council}`,
    self: new URL(request.url, base).href,
    page: `${base}/public`,
    author: council,
    tag: { host: new URL(base).hostname, since: '2026' },
    fallback: `${base}/public`,
  }
  const body = atomFeed(atomEntries(published, wanted, feed), feed)
  return { type: 'application/atom+xml; charset=utf-8', body }
}

const titles: Readonly<Record<AtomSubject, string>> = {
  papers: 'Papers',
  decisions: 'Decisions',
  minutes: 'Minutes',
  actions: 'What was asked for',
}
