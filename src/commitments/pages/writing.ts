import { z } from 'zod'
import { longDay, parseIsoDay } from '#calendar'
import { allBodies } from '#bodies'
import { changingOf, formView, placeOf } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  type FormValues,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { changeCommitment, raise } from '../change.ts'
import { kindKeys, nameOf } from '../commitment.ts'
import { commitmentPath } from '../in-thread.ts'
import type { CommitmentsRooms } from '../rooms.ts'
import { CommitmentFields, commitmentFrom } from './fields.ts'
import { commitmentFields, valuesOf } from './form.view.ts'
import { commitmentIn, commitmentsCrumb, seenBy } from './seen.ts'

/** What a page of minutes may hand over, so that a paragraph becomes a commitment at one keystroke. */
const FromOrigin = z.object({
  kind: z.enum(kindKeys).optional().catch(undefined),
  words: z.string().max(8000).default(''),
  title: z.string().max(200).default(''),
  saidBy: z.string().max(200).default(''),
  originKind: z.string().max(40).default(''),
  originId: z.string().max(200).default(''),
  originLabel: z.string().max(300).default(''),
  originHref: z.string().max(500).default(''),
  bodyName: z.string().max(200).default(''),
  on: z.string().max(40).default(''),
  due: z.string().max(120).default(''),
  owner: z.string().max(200).default(''),
  back: z.string().max(10).default(''),
})
export type FromOrigin = z.input<typeof FromOrigin>

/** The address that opens the form with all that a paragraph says. `on` is an ISO date. */
export function raisePath(from: FromOrigin): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(from))
    if (value !== undefined) query.set(name, String(value))
  return `/commitments/new?${query.toString()}`
}

const Params = z.object({ id: z.uuid() })

/** `/commitments/new` and `/commitments/<id>/change`. */
export function writingPages(rooms: CommitmentsRooms): readonly Route[] {
  const form = async (
    { request, csrf }: Asked,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council } = await placeOf(rooms, request)
    const fields = commitmentFields({ values, errors, ...(await choices(council.code)) })
    const body = html`${heading({ title: 'Raise a commitment', lead: 'What a meeting asked for, was promised or was told. What becomes of it stands here until there is evidence.' })}
${formView('/commitments/new', csrf(), fields, 'Raise it', '/commitments')}`
    return show({
      title: 'Raise a commitment',
      breadcrumbs: [commitmentsCrumb],
      current: '/meetings',
      body,
    })
  }
  const choices = async (authority: string) => ({
    colleagues: await rooms.colleagues(authority),
    bodies: (await rooms.db.as(authority, allBodies)).map(each => each.name),
  })
  type Changing = Asked & { readonly params: z.output<typeof Params> }
  const changeForm = async (
    { request, csrf, params }: Changing,
    again: FormValues | null = null,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const seen = await seenBy(rooms, request)
    const one = commitmentIn(seen, params.id)
    const at = commitmentPath(one.id)
    const values = again ?? valuesOf(one)
    const fields = commitmentFields({ values, errors, ...(await choices(seen.authority)) })
    const title = `Change ${nameOf(one).toLowerCase()}`
    const body = html`${heading({ title, lead: 'What it said before stays in its history. A later date is put off with a reason, and not here.' })}
${formView(`${at}/change`, csrf(), fields, 'Save the change', at)}`
    const breadcrumbs = [commitmentsCrumb, { text: nameOf(one), href: at }]
    return show({ title, breadcrumbs, current: '/meetings', body })
  }
  return [
    route({
      method: 'GET',
      url: '/commitments/new',
      query: FromOrigin,
      handler: ({ query, ...asked }) => {
        const { kind, on, ...rest } = query
        const day = parseIsoDay(on)
        return form(asked, {
          ...rest,
          kind: kind ?? '',
          on: day === null ? on : longDay(day),
        })
      },
    }),
    route({
      method: 'POST',
      url: '/commitments/new',
      body: CommitmentFields,
      handler: async ({ request, body }) => {
        const by = await changingOf(rooms, request)
        const colleagues = await rooms.colleagues(by.authority)
        const { id } = await rooms.db.as(by.authority, async trx =>
          raise(trx, by, await commitmentFrom(trx, body, colleagues, by.today)),
        )
        return seeOther(
          body.back === 'origin' && body.originHref !== '' ? body.originHref : commitmentPath(id),
        )
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
    route({
      method: 'GET',
      url: '/commitments/:id/change',
      params: Params,
      handler: asked => changeForm(asked),
    }),
    route({
      method: 'POST',
      url: '/commitments/:id/change',
      params: Params,
      body: CommitmentFields,
      handler: async ({ request, params, body }) => {
        const one = commitmentIn(await seenBy(rooms, request), params.id)
        const by = await changingOf(rooms, request)
        const colleagues = await rooms.colleagues(by.authority)
        await rooms.db.as(by.authority, async trx => {
          const fields = await commitmentFrom(trx, body, colleagues, by.today)
          const origin = { ...fields.origin, bodyId: fields.origin.bodyId ?? one.origin.bodyId }
          await changeCommitment(trx, by, one.id, {
            ...fields,
            title: body.title || one.title,
            origin,
          })
        })
        return seeOther(commitmentPath(one.id))
      },
      refused: ({ values, errors, ...asked }) => changeForm(asked, values, errors),
    }),
  ]
}
