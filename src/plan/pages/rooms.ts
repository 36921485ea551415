import type { FastifyRequest } from 'fastify'
import type { Day } from '#calendar'
import { notFound } from '#kit/http/index.ts'
import { type Viewer, viewerOf } from '#people'
import { type FindingsRooms, placeOf } from '#findings'
import { gather, type Gathered, type Standing } from '../gather.ts'
import { mayReadLine } from '../in-thread.ts'
import type { Plan } from '../line.ts'

/** What the pages of plans need: the same as those of findings. */
export type PlanRooms = FindingsRooms

export interface Seen {
  readonly authority: string
  readonly today: Day
  readonly viewer: Viewer
  readonly gathered: Gathered
}

/** Every plan, with its evidence, in the council of a request. */
export async function seenBy(rooms: PlanRooms, request: FastifyRequest): Promise<Seen> {
  const { council, today } = await placeOf(rooms, request)
  const gathered = await rooms.db.as(council.code, trx => gather(trx, today))
  return { authority: council.code, today, viewer: viewerOf(request), gathered }
}

export function planIn({ gathered }: Seen, id: string): Plan {
  const plan = gathered.plans.find(each => each.id === id)
  if (plan === undefined) throw notFound()
  return plan
}

/** The lines of a plan that the viewer may see, in its order. */
export function linesIn({ gathered, viewer }: Seen, planId: string): readonly Standing[] {
  return gathered.of(planId).filter(({ line }) => mayReadLine(viewer, line))
}

export function lineIn({ gathered, viewer }: Seen, id: string): Standing {
  const standing = gathered.standings.get(id)
  if (standing === undefined || !mayReadLine(viewer, standing.line)) throw notFound()
  return standing
}

export const planPath = (id: string): string => `/plans/${id}`
export const planCrumbs = (plan: Plan | null = null) => [
  { text: 'Plans', href: '/plans' },
  ...(plan === null ? [] : [{ text: plan.title, href: planPath(plan.id) }]),
]
