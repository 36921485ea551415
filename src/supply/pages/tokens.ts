import { z } from 'zod'
import { addMonths, longDay } from '#calendar'
import type { Answer, Asked, Refused, Route } from '#kit/http/index.ts'
import type { FormValues } from '#kit/http/form.ts'
import { route, seeOther, show } from '#kit/http/index.ts'
import { dayIn, seatIn } from '#people'
import { tokensPath } from '../paths.ts'
import type { SupplyRooms } from '../rooms.ts'
import { tokensOf } from '../store/index.ts'
import { endToken, makeToken } from '../tokens.ts'
import { madeView, tokensView } from './tokens.view.ts'

const breadcrumbs = [{ text: 'Your account', href: '/account' }]

/** `/account/tokens`: what lets Excel, Power BI and other programs read in somebody’s name. */
export function tokenPages(rooms: SupplyRooms): readonly Route[] {
  const { db } = rooms
  const page = async (
    asked: Asked,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { viewer } = seatIn(asked.request)
    const tokens = await db.as(viewer.authority, trx => tokensOf(trx, viewer.id))
    const today = dayIn(rooms.now())
    const body = tokensView({ tokens, today, values, errors, csrf: asked.csrf() })
    return show({ title: 'Personal access tokens', breadcrumbs, body })
  }
  return [
    route({ method: 'GET', url: tokensPath, handler: asked => page(asked, { months: '3' }) }),
    route({
      method: 'POST',
      url: tokensPath,
      body: z.object({
        name: z
          .string()
          .trim()
          .min(1, 'Enter a name for the token.')
          .max(80, 'Enter a name of up to 80 letters.'),
        months: z.enum(['1', '3', '6', '12'], 'Choose how long it is good for.'),
      }),
      handler: async ({ request, body }) => {
        const { viewer, session } = seatIn(request)
        const at = rooms.now()
        const expiresOn = addMonths(dayIn(at), Number(body.months))
        const ofPersona = session.way === 'persona'
        const made = await db.as(viewer.authority, trx =>
          makeToken(trx, viewer, { name: body.name, expiresOn, ofPersona }, at),
        )
        const shown = madeView({
          name: body.name,
          text: made.text,
          until: longDay(expiresOn - 1),
          base: `${request.protocol}://${request.host}`,
        })
        const crumbs = [...breadcrumbs, { text: 'Personal access tokens', href: tokensPath }]
        return show({ title: 'Your new token', breadcrumbs: crumbs, body: shown })
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
    route({
      method: 'POST',
      url: `${tokensPath}/:id/revoke`,
      params: z.object({ id: z.uuid() }),
      handler: async ({ request, params }) => {
        const { viewer } = seatIn(request)
        await db.as(viewer.authority, trx => endToken(trx, viewer, params.id, rooms.now()))
        return seeOther(tokensPath)
      },
    }),
  ]
}
