import { z } from 'zod'
import { pdfOf } from '#kit/documents/pdf-of.ts'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { html } from '#kit/html/html.ts'
import { download, notFound, type Route, route, seeOther, show } from '#kit/http/index.ts'
import { meetingCrumbs } from '#meetings'
import { permits, viewerOf } from '#people'
import { placeOf } from '#findings'
import { documentOf, titleOf } from '../document.ts'
import type { WholeMinutes } from '../model.ts'
import { anchorOf, minutesPath } from '../minutes.ts'
import { keepMinutes } from '../policy.ts'
import { hasWords, type MinutesRooms, seenBy, shownMinutes } from '../rooms.ts'
import { paragraphById } from '../store/index.ts'
import { minutesView } from './minutes.view.ts'

export const Params = z.object({ id: z.uuid() })

/** `/meetings/<id>/minutes`, the PDF of it, and the permanent address of each paragraph. */
export function readPages(rooms: MinutesRooms): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/minutes',
      params: Params,
      handler: async ({ request, params }) => {
        const shown = await shownMinutes(rooms, request, params.id)
        const { whole, withClosed, viewer } = shown
        const mayKeep = permits(keepMinutes, viewer)
        const page = {
          title: titleOf(whole),
          breadcrumbs: meetingCrumbs(whole),
          current: '/meetings',
        }
        if (!hasWords(shown)) return show({ ...page, body: nothingYet(whole, mayKeep) })
        return show({ ...page, body: minutesView({ whole, withClosed, mayKeep }) })
      },
    }),
    route({
      method: 'GET',
      url: '/meetings/:id/minutes/download',
      params: Params,
      handler: async ({ request, params }) => {
        const shown = await shownMinutes(rooms, request, params.id)
        if (!hasWords(shown)) throw notFound()
        const { whole, withClosed } = shown
        const pdf = await pdfOf(documentOf(whole, withClosed), {
          date: whole.minutes?.publishedAt ?? rooms.now(),
        })
        return download(`${titleOf(whole)}.pdf`, 'application/pdf', Buffer.from(pdf))
      },
    }),
    route({
      method: 'GET',
      url: '/minutes/p/:id',
      params: Params,
      handler: async ({ request, params }) => {
        const place = await placeOf(rooms, request)
        const viewer = viewerOf(request)
        const meetingId = await rooms.db.as(place.council.code, async trx => {
          const paragraph = await paragraphById(trx, params.id)
          if (paragraph === null) throw notFound()
          const seen = await seenBy(trx, viewer, paragraph.meetingId, place.today)
          if (!hasWords({ viewer, whole: seen.whole })) throw notFound()
          return paragraph.meetingId
        })
        return seeOther(`${minutesPath(meetingId)}#${anchorOf(params.id)}`)
      },
    }),
  ]
}

function nothingYet(whole: WholeMinutes, mayKeep: boolean) {
  return html`${heading({ title: titleOf(whole) })}
${emptyState({
  title: 'No minutes yet',
  text: 'They are here once they are published as a draft.',
  ...(mayKeep && {
    action: { text: 'Write the minutes', href: `${minutesPath(whole.meeting.id)}/write` },
  }),
})}`
}
