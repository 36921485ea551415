import type { FastifyRequest } from 'fastify'
import type { Rooms } from '#council'
import type { Definition } from '#indicators'
import type { Guard } from '#kit/http/guard.ts'
import type { Policy, Viewer } from '#people'
import type { Colleague } from './looking.ts'

/** What the pages of this room are given by whoever builds the house. */
export interface LookingRooms extends Rooms {
  readonly guardOf: (policy: Policy) => Guard
  readonly viewerOf: (request: FastifyRequest) => Viewer
  /** Everybody who works for a council and may sign in, with what they are today. */
  readonly colleagues: (authority: string) => Promise<readonly Colleague[]>
  /** The indicators that use can be held against. */
  readonly definitions: readonly Definition[]
}
