import type { FastifyRequest } from 'fastify'
import type { Day } from '#calendar'
import type { Database } from '#kit/db/index.ts'
import type { Council } from './council.ts'

/** The council that a request is about, and today's date there. */
export interface Place {
  readonly council: Council
  readonly today: Day
}

/** Finds the council of a request; null before any has been set up. */
export type Here = (request: FastifyRequest) => Promise<Place | null>

/** What the pages of every module are given. */
export interface Rooms {
  readonly db: Database
  readonly here: Here
  readonly now: () => Date
}
