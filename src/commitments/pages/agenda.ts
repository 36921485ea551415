import { z } from 'zod'
import { longDay } from '#calendar'
import { changingOf, formView } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { radios } from '#kit/html/components/index.ts'
import { html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  errorOf,
  type FormValues,
  invalid,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import { ensureLink } from '#thread'
import { commitmentThing } from '../change.ts'
import { nameOf } from '../commitment.ts'
import type { KnownMeeting } from '../entry.ts'
import { commitmentPath } from '../in-thread.ts'
import type { CommitmentsRooms } from '../rooms.ts'
import { commitmentIn, commitmentsCrumb, seenBy } from './seen.ts'

const Params = z.object({ id: z.uuid() })
/** A report is marked some weeks after the meeting that had it. */
const LATELY = 60

/** `/commitments/<id>/agenda`: says which item of an agenda it is, so that nothing seems to be missing. */
export function agendaPages(rooms: CommitmentsRooms): readonly Route[] {
  type Request = Asked & { readonly params: z.output<typeof Params> }
  const meetingsFor = async (request: Asked['request'], id: string) => {
    const seen = await seenBy(rooms, request)
    const one = commitmentIn(seen, id)
    const bodyId = one.promised?.bodyId ?? one.origin.bodyId
    const all = await rooms.db.as(seen.authority, trx => rooms.meetingsOf(trx, seen.today))
    const near = all.filter(each => each.on >= seen.today - LATELY)
    return { one, meetings: near.filter(each => bodyId === null || each.bodyId === bodyId) }
  }
  const page = async (
    { request, csrf, params }: Request,
    values: FormValues = {},
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { one, meetings } = await meetingsFor(request, params.id)
    const at = commitmentPath(one.id)
    const title = 'It is on an agenda'
    const items = meetings.flatMap(itemsIn)
    const fields = radios({
      idPrefix: 'item',
      name: 'item',
      fieldset: { legend: { text: 'Which item is it?' } },
      items: items.map(each => ({ ...each, checked: typed(values, 'item') === each.value })),
      errorMessage: errorOf(errors, 'item'),
    })
    const body = html`${heading({ title, caption: `${nameOf(one)}: ${one.title}` })}
${
  items.length === 0
    ? html`<p class="govuk-body">No agenda of this body has an item yet. Add one to its meeting first.</p>`
    : formView(`${at}/agenda`, csrf(), fields, 'It is this item', at)
}`
    const breadcrumbs = [commitmentsCrumb, { text: nameOf(one), href: at }]
    return show({ title, breadcrumbs, current: '/meetings', body })
  }
  return [
    route({
      method: 'GET',
      url: '/commitments/:id/agenda',
      params: Params,
      handler: asked => page(asked),
    }),
    route({
      method: 'POST',
      url: '/commitments/:id/agenda',
      params: Params,
      body: z.object({ item: z.string().max(80).default('') }),
      handler: async ({ request, params, body }) => {
        const { one, meetings } = await meetingsFor(request, params.id)
        const item = meetings.flatMap(itemsIn).find(each => each.value === body.item)
        if (item === undefined)
          throw invalid([{ field: 'item', message: 'Choose the item of an agenda.' }])
        const by = await changingOf(rooms, request)
        const link = {
          from: rooms.agendaItem(item.value),
          relation: 'answers',
          to: commitmentThing(one.id),
        } as const
        await rooms.db.as(by.authority, trx => ensureLink(trx, link, by))
        return seeOther(commitmentPath(one.id))
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
  ]
}

const itemsIn = ({ bodyName, on, items }: KnownMeeting) =>
  items.map(({ id, title }) => ({
    value: id,
    text: title,
    hint: { text: `${bodyName}, ${longDay(on)}` },
  }))
