import type { FastifyRequest } from 'fastify'
import type { Council, Place } from '#council'
import { notFound } from '#kit/http/index.ts'
import type { Link } from '#kit/html/page.ts'
import { viewerOf } from '#people'
import type { AdministrationRooms } from '../rooms.ts'

export const above: readonly Link[] = [{ text: 'Administration', href: '/administration' }]
/** The entry of the navigation that every page of this room belongs to. */
export const current = '/administration'

/** Who asks, for which council, and when. */
export interface Asking extends Place {
  readonly council: Council
  readonly by: { readonly actor: string; readonly at: Date }
}

export async function asking(
  { here, now }: AdministrationRooms,
  request: FastifyRequest,
): Promise<Asking> {
  const place = await here(request)
  if (place === null) throw notFound()
  return { ...place, by: { actor: viewerOf(request).id, at: now() } }
}
