import type { FastifyRequest } from 'fastify'
import type { Council } from '#council'
import type { People } from '../people.ts'

/** The council whose accounts people sign in to: never the demonstration, which has personas. */
export async function accountsOf(people: People, request: FastifyRequest): Promise<Council | null> {
  const council = (await people.here(request))?.council
  if (council !== undefined && !council.demonstration) return council
  return (await people.councils()).find(each => !each.demonstration) ?? null
}
