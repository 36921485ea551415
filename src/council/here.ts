import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Day } from '#calendar'
import type { Database } from '#kit/db/index.ts'
import { notFound } from '#kit/http/index.ts'
import type { Council } from './council.ts'

/** The council that a request is about, and today's date there. */
export interface Place {
  readonly council: Council
  readonly today: Day
}

/** Finds the council of a request; null before any has been set up. */
export type Here = (request: FastifyRequest) => Promise<Place | null>

/** The council of a request. @throws notFound before any has been set up */
export async function placeOf(
  { here }: Pick<Rooms, 'here'>,
  request: FastifyRequest,
): Promise<Place> {
  const place = await here(request)
  if (place === null) throw notFound()
  return place
}

const COOKIE = 'council'

/** The code of the council that a person chose to see. */
export function chosenCouncil(request: FastifyRequest): string | undefined {
  return request.cookies[COOKIE]
}

export function rememberCouncil(reply: FastifyReply, { code }: Pick<Council, 'code'>): void {
  void reply.setCookie(COOKIE, code, { path: '/', httpOnly: true, sameSite: 'lax' })
}

/** What the pages of every module are given. */
export interface Rooms {
  readonly db: Database
  readonly here: Here
  readonly now: () => Date
}
