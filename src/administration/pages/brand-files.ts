import { z } from 'zod'
import { type Council, logo, logoHash } from '#council'
import type { Database } from '#kit/db/index.ts'
import {
  brandStyles,
  contrastWithWhite,
  download,
  notFound,
  type Route,
  route,
} from '#kit/http/index.ts'
import type { AdministrationRooms } from '../rooms.ts'
import { brandPath, logoPath } from './paths.ts'

const FOR_EVER = 'max-age=31536000, immutable'

/** The stylesheet of a colour and the logo of a council, for everybody: people see them before they sign in. */
export function brandFiles(rooms: Pick<AdministrationRooms, 'db' | 'here'>): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/assets/brand/:file',
      params: z.object({ file: z.string().regex(/^[0-9a-f]{6}\.css$/) }),
      handler: ({ params, reply }) => {
        const colour = `#${params.file.slice(0, 6)}`
        if (contrastWithWhite(colour) < 4.5) throw notFound()
        void reply.header('cache-control', `public, ${FOR_EVER}`)
        return download(params.file, 'text/css; charset=utf-8', brandStyles(colour))
      },
    }),
    route({
      method: 'GET',
      url: '/assets/logo/:hash',
      params: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
      handler: async ({ params, request, reply }) => {
        const place = await rooms.here(request)
        const found = place && (await rooms.db.as(place.council.code, logo))
        if (!found || found.sha256 !== params.hash) throw notFound()
        void reply.header('cache-control', `private, ${FOR_EVER}`)
        return download(
          found.type === 'image/png' ? 'logo.png' : 'logo.jpg',
          found.type,
          found.content,
        )
      },
    }),
  ]
}

/** What a council's colour and logo change of its pages. */
export async function themeOf(
  db: Database,
  council: Council,
): Promise<{ readonly brandStyles?: string; readonly logo?: string }> {
  const hash = await db.as(council.code, logoHash)
  return {
    ...(council.brandColour !== null && { brandStyles: brandPath(council.brandColour) }),
    ...(hash !== null && { logo: logoPath(hash) }),
  }
}
