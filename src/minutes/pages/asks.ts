import { z } from 'zod'
import { changingOf, maybeText, placeOf, text } from '#findings'
import {
  type Answer,
  type Asked,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { meetingCrumbs } from '#meetings'
import { asksIn, lacks, plain } from '../asks.ts'
import { asksPath } from '../minutes.ts'
import { dismissAsk, raiseFrom } from '../raise.ts'
import { raisingOf } from '../raising.ts'
import { type MinutesRooms, shownMinutes } from '../rooms.ts'
import { dismissalsOf, paragraphById } from '../store/index.ts'
import { asksView } from './asks.view.ts'
import { Params } from './read.ts'

const kinds = [
  'action',
  'recommendation',
  'question',
  'assurance',
  'concern',
  'recognition',
  'report expected',
] as const

const RaiseFields = z.object({
  ask: maybeText(20),
  kind: z.enum(kinds, { error: 'Choose what it is.' }),
  words: text(8000, 'Enter the words.'),
  owner: maybeText(200),
  due: maybeText(120),
})
const DismissFields = z.object({
  ask: maybeText(20),
  words: text(8000, 'Enter the words.'),
  rule: text(80, 'Reload the page and try again.'),
  reason: maybeText(1000),
})

/** `/meetings/<id>/minutes/asks`: what was asked, promised or assured, for the clerk to decide. */
export function askPages(rooms: MinutesRooms): readonly Route[] {
  const page = async (
    { request, csrf, params }: Asked & { readonly params: z.output<typeof Params> },
    { values = {}, errors = [] }: Partial<Pick<Refused, 'values' | 'errors'>> = {},
  ): Promise<Answer> => {
    const { whole, place } = await shownMinutes(rooms, request, params.id)
    const dismissals = await rooms.db.as(place.council.code, trx => dismissalsOf(trx, params.id))
    const asks = asksIn(whole.paragraphs, whole.meeting.heldOn, whole.raised, dismissals)
    return show({
      title: 'What was asked and promised',
      breadcrumbs: meetingCrumbs(whole),
      current: '/meetings',
      body: asksView({
        whole,
        asks,
        bare: whole.raised.filter(each => lacks(each).length > 0),
        csrf: csrf(),
        values,
        errors,
      }),
    })
  }
  /** The page again, for the meeting of a paragraph. */
  const again = async ({ values, errors, request, reply, csrf, params }: Again) => {
    const place = await placeOf(rooms, request)
    const found = await rooms.db.as(place.council.code, trx => paragraphById(trx, params.id))
    const asked = { request, reply, csrf, params: { id: found?.meetingId ?? params.id } }
    return page(asked, { values, errors })
  }
  type Again = Asked & Refused & { readonly params: z.output<typeof Params> }
  const back = async (authority: string, id: string) => {
    const found = await rooms.db.as(authority, trx => paragraphById(trx, id))
    return seeOther(asksPath(found?.meetingId ?? id))
  }
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/minutes/asks',
      params: Params,
      handler: asked => page(asked),
    }),
    route({
      method: 'POST',
      url: '/minutes/p/:id/asks/raise',
      params: Params,
      body: RaiseFields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => raiseFrom(trx, by, params.id, raisingOf(body)))
        return back(by.authority, params.id)
      },
      refused: again,
    }),
    route({
      method: 'POST',
      url: '/minutes/p/:id/asks/dismiss',
      params: Params,
      body: DismissFields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const { rule, reason } = body
        await rooms.db.as(by.authority, trx =>
          dismissAsk(trx, by, params.id, { words: plain(body.words), rule, reason }),
        )
        return back(by.authority, params.id)
      },
      refused: again,
    }),
  ]
}
