import type { FastifyRequest } from 'fastify'
import type { Slice } from '#indicators'
import { forbidden } from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { seeParts } from '#performance'

/** Parts of a county have few children, so they have a policy of their own, as on the pages. */
export function mayAsk(request: FastifyRequest, by: Slice['dimension']): void {
  if (by !== 'county' && !permits(seeParts, viewerOf(request)))
    throw forbidden('Your role sees the figures of the whole county, and not those of its parts.')
}

export function isAsked(
  slice: Slice,
  { by, part }: { readonly by: Slice['dimension']; readonly part?: string | undefined },
): boolean {
  return slice.dimension === by && (part === undefined || by === 'county' || slice.name === part)
}
