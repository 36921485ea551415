import { z } from 'zod'
import { pdfOf } from '#kit/documents/pdf-of.ts'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { html } from '#kit/html/html.ts'
import { download, notFound, type Route, route, show } from '#kit/http/index.ts'
import { meetingCrumbs } from '#meetings'
import { permits, type Viewer, viewerOf } from '#people'
import { threadOf } from '#thread'
import type { Trx } from '#kit/db/index.ts'
import { paragraphThing } from '../change.ts'
import { placeOf } from '#findings'
import { documentOf, titleOf } from '../document.ts'
import type { WholeMinutes } from '../model.ts'
import { minutesPath, type Paragraph } from '../minutes.ts'
import { sectionsOf } from '../published.ts'
import { keepMinutes } from '../policy.ts'
import { hasWords, type MinutesRooms, seenBy, shownMinutes } from '../rooms.ts'
import { paragraphById } from '../store/index.ts'
import { minutesView } from './minutes.view.ts'
import { paragraphPageView } from './paragraph.view.ts'

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
      url: '/meetings/:id/minutes.pdf',
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
        const seen = await rooms.db.as(place.council.code, async trx => {
          const paragraph = await paragraphById(trx, params.id)
          if (paragraph === null) throw notFound()
          const { whole, withClosed } = await seenBy(trx, viewer, paragraph.meetingId, place.today)
          if (!hasWords({ viewer, whole })) throw notFound()
          return { whole, withClosed, thread: await threadFor(trx, rooms, paragraph, viewer) }
        })
        const mayKeep = permits(keepMinutes, viewer)
        const section = sectionsOf(seen.whole, seen.withClosed).find(each =>
          each.paragraphs.some(({ id }) => id === params.id),
        )
        // Struck before anybody read it, or under an item that the viewer may not read.
        if (section === undefined) throw notFound()
        const body = paragraphPageView({ ...seen, mayKeep, section, id: params.id })
        const breadcrumbs = [
          ...meetingCrumbs(seen.whole),
          { text: 'Minutes', href: minutesPath(seen.whole.meeting.id) },
        ]
        return show({ title: 'Paragraph of minutes', breadcrumbs, current: '/meetings', body })
      },
    }),
  ]
}

const threadFor = (trx: Trx, rooms: MinutesRooms, { id }: Paragraph, viewer: Viewer) =>
  threadOf(trx, rooms.thread, paragraphThing(id), viewer)

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
