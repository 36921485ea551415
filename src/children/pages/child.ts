import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Day } from '#calendar'
import { placeOf, type Rooms } from '#council'
import { frozenExtracts } from '#extracts'
import type { Guard } from '#kit/http/guard.ts'
import {
  type Answer,
  forbidden,
  invalid,
  notFound,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { behind, hasRole, type Policy, type Viewer } from '#people'
import type { Shelf } from '#performance'
import {
  type Caller,
  type Colleague,
  type Door,
  isReason,
  reasonInWords,
  type Sight,
} from '#looking'
import { childOfRef, refPattern } from '../child-ref.ts'
import { journeyOf } from '../journey.ts'
import { seeRecord } from '../policy.ts'
import { teamOfChild } from '../team-of-child.ts'
import { childView, type OpeningShown } from './child.view.ts'
import { childPath } from './paths.ts'
import { type ReasonModel, reasonView } from './reason.view.ts'

/** What the pages of this room are given by whoever builds the house. */
export interface ChildrenRooms extends Rooms {
  readonly guardOf: (policy: Policy) => Guard
  readonly viewerOf: (request: FastifyRequest) => Viewer
  /** Whose children a viewer may see: `seesChildrenOf` of the room of people. */
  readonly sightOf: (viewer: Viewer) => Sight
  readonly shelf: Shelf
  readonly door: Door
  /** Everybody who works for a council and may sign in. */
  readonly colleagues: (authority: string) => Promise<readonly Colleague[]>
  /** The installation's secret, from which references to children are made. */
  readonly secret: string
}

const url = '/children/:ref'
const ChildParams = z.object({ ref: z.string().regex(refPattern) })

const ReasonForm = z
  .object({
    reason: z.string({ error: 'Choose your reason.' }).refine(isReason, 'Choose your reason.'),
    words: z.string().trim().max(500, 'What you say must be 500 characters or fewer.').default(''),
  })
  .refine(({ reason, words }) => reason !== 'other' || words !== '', {
    path: ['words'],
    message: 'Say what your reason is.',
  })

/** `/children/<ref>`: a child's record; before it, where that is due, the question why. */
export function childPages(rooms: ChildrenRooms): readonly Route[] {
  return [
    behind(
      rooms.guardOf(seeRecord),
      route({
        method: 'GET',
        url,
        params: ChildParams,
        handler: async ({ request, params: { ref }, csrf }) => {
          const found = await find(rooms, request, ref)
          const child = { ref, team: found.team }
          const opened = await rooms.door.open(found.who, child, rooms.now(), found.today)
          if (opened.kind === 'refuse') throw notYours()
          if (opened.kind === 'ask-reason')
            return ask({ ...child, csrf: csrf(), errors: [], values: {} })
          const extracts = await rooms.db.as(found.authority, frozenExtracts)
          return show({
            title: 'A child’s record',
            body: childView({
              journey: journeyOf(found.history, found.number),
              team: found.team,
              extracts: new Map(extracts.map(({ id, asOf }) => [id, asOf])),
              openedBecause: opened.because,
              openings: await openingsFor(rooms, found, ref),
            }),
          })
        },
      }),
      route({
        method: 'POST',
        url,
        params: ChildParams,
        body: ReasonForm,
        handler: async ({ request, params: { ref }, body }) => {
          const { reason, words } = body
          if (!isReason(reason))
            throw invalid([{ field: 'reason', message: 'Choose your reason.' }])
          const { who, team, today } = await find(rooms, request, ref)
          const why = { reason, words }
          const given = await rooms.door.giveReason(who, { ref, team }, why, rooms.now(), today)
          if (given === 'refuse') throw notYours()
          return seeOther(childPath(ref))
        },
        refused: async ({ request, params: { ref }, csrf, errors, values }) => {
          const { team, who } = await find(rooms, request, ref)
          if (who.sight !== 'all') throw notYours()
          return ask({ ref, team, csrf: csrf(), errors, values })
        },
      }),
    ),
  ]
}

async function find(rooms: ChildrenRooms, request: FastifyRequest, ref: string) {
  const place = await placeOf(rooms, request)
  const authority = place.council.code
  const viewer = rooms.viewerOf(request)
  // A person of one council has no child of another, whatever the address.
  if (viewer.authority !== authority) throw notFound()
  const history = await rooms.shelf.history(authority)
  const number = childOfRef(rooms.secret, authority, history, ref)
  if (number === null) throw notFound()
  const who: Caller = { viewer, sight: rooms.sightOf(viewer) }
  const today: Day = place.today
  return { authority, who, history, number, team: teamOfChild(history, number), today }
}

/** Who answers for a child's record sees who opened it: the team's manager, and who leads or audits. */
async function openingsFor(
  rooms: ChildrenRooms,
  { who: { viewer }, authority }: Awaited<ReturnType<typeof find>>,
  ref: string,
): Promise<readonly OpeningShown[] | null> {
  if (!hasRole(viewer, 'team-manager', 'director', 'leadership', 'quality-lead')) return null
  const colleagues = await rooms.colleagues(authority)
  const openings = await rooms.door.openings(authority, ref)
  return openings.slice(0, OPENINGS_SHOWN).map(opening => ({
    at: opening.at,
    by: colleagues.find(each => each.id === opening.viewer)?.name ?? 'Somebody not listed now',
    why: opening.reason === null ? 'A child of their own team' : reasonInWords(opening),
  }))
}

const OPENINGS_SHOWN = 20

function ask(model: ReasonModel): Answer {
  return show({ title: 'Why do you want to open this record?', body: reasonView(model) })
}

function notYours() {
  return forbidden(
    'This child is with another team. Ask that team’s manager, or whoever runs Sightline for your council, if you need to see the record.',
  )
}
