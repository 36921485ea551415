import { z } from 'zod'
import { changingOf } from '#findings'
import {
  type Answer,
  type Asked,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { addParagraph, moveParagraph } from '../change.ts'
import { anchorOf, writePath } from '../minutes.ts'
import { publishMinutes } from '../publish.ts'
import { raisable, raiseFrom } from '../raise.ts'
import { type MinutesRooms, shownMinutes } from '../rooms.ts'
import { paragraphById } from '../store/index.ts'
import { meetingCrumbs } from '#meetings'
import { titleOf } from '../document.ts'
import { AddFields } from './fields.ts'
import { Params } from './read.ts'
import { writeView } from './write.view.ts'

const raisableKinds = raisable.map(each => each.kind)
const RaiseFields = z.object({ kind: z.enum(raisableKinds), back: z.literal('asks').optional() })

/** `/meetings/<id>/minutes/write`: paragraph by paragraph, each its own save. */
export function writePages(rooms: MinutesRooms): readonly Route[] {
  type Shown = Asked & { readonly params: z.output<typeof Params> }
  const page = async (
    { request, csrf, params }: Shown,
    { values = {}, errors = [] }: Partial<Pick<Refused, 'values' | 'errors'>> = {},
  ): Promise<Answer> => {
    const { whole } = await shownMinutes(rooms, request, params.id)
    return show({
      title: `Write: ${titleOf(whole)}`,
      breadcrumbs: meetingCrumbs(whole),
      current: '/meetings',
      body: writeView({ whole, csrf: csrf(), values, errors }),
    })
  }
  /** Where the paragraph stands on the page on which it is written. */
  const backTo = async (authority: string, id: string): Promise<Answer> => {
    const paragraph = await rooms.db.as(authority, trx => paragraphById(trx, id))
    if (paragraph === null) throw notFound()
    return seeOther(`${writePath(paragraph.meetingId)}#${anchorOf(id)}`)
  }
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/minutes/write',
      params: Params,
      handler: asked => page(asked),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/minutes/paragraphs',
      params: Params,
      body: AddFields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const { item, ...asked } = body
        const added = await rooms.db.as(by.authority, trx =>
          addParagraph(trx, by, params.id, { ...asked, itemId: item }),
        )
        return seeOther(`${writePath(params.id)}#${anchorOf(added.id)}`)
      },
      refused: ({ values, errors, ...asked }) => page(asked, { values, errors }),
    }),
    route({
      method: 'POST',
      url: '/minutes/p/:id/move',
      params: Params,
      body: z.object({ way: z.enum(['up', 'down']) }),
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => moveParagraph(trx, by, params.id, body.way))
        return backTo(by.authority, params.id)
      },
    }),
    route({
      method: 'POST',
      url: '/minutes/p/:id/raise',
      params: Params,
      body: RaiseFields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => raiseFrom(trx, by, params.id, { kind: body.kind }))
        return backTo(by.authority, params.id)
      },
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/minutes/publish',
      params: Params,
      handler: async ({ request, params }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => publishMinutes(trx, by, params.id))
        return seeOther(`/meetings/${params.id}/minutes`)
      },
    }),
  ]
}
