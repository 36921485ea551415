import type { FastifyRequest } from 'fastify'
import type { Rooms } from '#council'
import type { PutRight } from '#data-quality'
import type { Definition } from '#indicators'
import type { Html } from '#kit/html/html.ts'
import type { Trx } from '#kit/db/index.ts'
import type { Guard } from '#kit/http/guard.ts'
import type { Policy, Viewer } from '#people'
import type { Shelf } from '#performance'

/** What another room adds to the page of a team: its audits, say. Null where it has nothing. */
export type TeamPart = (
  trx: Trx,
  about: { readonly team: string; readonly viewer: Viewer; readonly today: number },
) => Promise<Html | null>

/** What the pages of this room are given by whoever builds the house. */
export interface TeamsRooms extends Rooms {
  readonly guardOf: (policy: Policy) => Guard
  readonly viewerOf: (request: FastifyRequest) => Viewer
  readonly shelf: Shelf
  readonly definitions: readonly Definition[]
  readonly putRight: PutRight
  /** The address of a child's record, which names nobody. */
  readonly recordOf: (authority: string, child: string) => string
  readonly teamParts: readonly TeamPart[]
  /** Counts every indicator again, where what they are counted from has changed. */
  readonly countAgain: (authority: string, actor: string) => Promise<unknown>
}
