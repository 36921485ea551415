import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { longDay } from '#calendar'
import { formView, MaybeDay, maybeText, text } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  type FormValues,
  invalid,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import type { Trx } from '#kit/db/index.ts'
import { accesses, type Body, bodyKinds, numberings, usualAccess } from '../body.ts'
import { addBody, bodyPath, changeBody, finishSeat, type KeepingBodies } from '../change.ts'
import { allBodies, bodyById, seatsOf } from '../store/index.ts'
import { BodyParams, breadcrumbs } from './bodies.ts'
import { bodyFields } from './body-form.view.ts'
import { type BodiesRooms, changingOf, placeOf } from './rooms.ts'

const BodyFields = z
  .object({
    name: text(160, 'Enter the name of the body.'),
    kind: z.enum(bodyKinds, { error: 'Choose what kind of body it is.' }),
    access: z.union([z.literal(''), z.enum(accesses)]).default(''),
    about: maybeText(4000),
    quorum: z
      .string()
      .trim()
      .default('')
      .refine(
        typed => typed === '' || /^[1-9]\d{0,2}$/.test(typed),
        'Enter how many must be there as a whole number, or leave it empty.',
      ),
    numbering: z.enum(numberings, { error: 'Choose how paragraphs are numbered.' }),
    venue: maybeText(200),
    clerkPost: maybeText(120),
    clerkName: maybeText(120),
    clerkPhone: maybeText(40),
    clerkEmail: z.union([
      z.literal(''),
      z
        .string()
        .trim()
        .max(200)
        .pipe(z.email('Enter an email address, such as name@council.gov.uk.')),
    ]),
    startedOn: MaybeDay('Enter the day it began, such as 18 September 2017.'),
    endedOn: MaybeDay('Enter the last day it was there, such as 18 September 2017.'),
    succeeds: z.union([z.literal(''), z.uuid()]).default(''),
    listed: z.string().default(''),
  })
  .refine(
    ({ startedOn, endedOn }) => startedOn === null || endedOn === null || endedOn >= startedOn,
    {
      path: ['endedOn'],
      message: 'The last day comes before the first. Enter a later one.',
    },
  )

type Fields = z.output<typeof BodyFields>

/** `/bodies/new` and `/bodies/<id>/change`. */
export function bodyForms(rooms: BodiesRooms): readonly Route[] {
  const form = async (
    { request, csrf }: Asked,
    body: Body | null,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const place = await placeOf(rooms, request)
    const others = await rooms.db.as(place.council.code, allBodies)
    const title = body === null ? 'Add a body' : `Change ${body.name}`
    const at = body === null ? '/bodies' : bodyPath(body.id)
    const action = body === null ? '/bodies/new' : `${at}/change`
    const fields = bodyFields(
      { values, errors },
      others.filter(each => each.id !== body?.id),
    )
    const view = html`${heading({ title, ...(body === null && { lead: 'A body that is set up again is a new one that takes over from the old: the old keeps its history.' }) })}
${formView(action, csrf(), fields, 'Save', at)}`
    const crumbs = body === null ? breadcrumbs : [...breadcrumbs, { text: body.name, href: at }]
    return show({ title, current: '/meetings', breadcrumbs: crumbs, body: view })
  }
  const kept = async (request: Asked['request'], id: string): Promise<Body> => {
    const place = await placeOf(rooms, request)
    const body = await rooms.db.as(place.council.code, trx => bodyById(trx, id))
    if (body === null) throw notFound()
    return body
  }
  return [
    route({
      method: 'GET',
      url: '/bodies/new',
      handler: asked => form(asked, null, { numbering: 'each meeting', listed: 'yes' }),
    }),
    route({
      method: 'POST',
      url: '/bodies/new',
      body: BodyFields,
      handler: async ({ request, body: fields }) => {
        const by = await changingOf(rooms, request)
        const body = bodyFrom(randomUUID(), fields)
        await rooms.db.as(by.authority, async trx => {
          await refuseRepeats(trx, body)
          await addBody(trx, by, body)
          await endPredecessor(trx, by, body)
        })
        return seeOther(bodyPath(body.id))
      },
      refused: ({ values, errors, ...asked }) => form(asked, null, values, errors),
    }),
    route({
      method: 'GET',
      url: '/bodies/:id/change',
      params: BodyParams,
      handler: async ({ params, ...asked }) => {
        const body = await kept(asked.request, params.id)
        return form(asked, body, valuesOf(body))
      },
    }),
    route({
      method: 'POST',
      url: '/bodies/:id/change',
      params: BodyParams,
      body: BodyFields,
      handler: async ({ request, params, body: fields }) => {
        await kept(request, params.id)
        const by = await changingOf(rooms, request)
        const body = bodyFrom(params.id, fields)
        await rooms.db.as(by.authority, async trx => {
          await refuseRepeats(trx, body)
          await changeBody(trx, by, body)
          if (body.endedOn !== null) await endSeats(trx, by, body.id, body.endedOn)
        })
        return seeOther(bodyPath(params.id))
      },
      refused: async ({ values, errors, params, ...asked }) =>
        form(asked, await kept(asked.request, params.id), values, errors),
    }),
  ]
}

/** @throws invalid where two bodies would have one name at a time, or follow each other in a circle */
async function refuseRepeats(trx: Trx, body: Body): Promise<void> {
  const all = await allBodies(trx)
  const meets = (other: Body): boolean =>
    (body.endedOn === null || other.startedOn === null || other.startedOn <= body.endedOn) &&
    (other.endedOn === null || body.startedOn === null || body.startedOn <= other.endedOn)
  const twin = all.find(
    other =>
      other.id !== body.id &&
      other.id !== body.succeeds &&
      other.name.toLowerCase() === body.name.toLowerCase() &&
      meets(other),
  )
  if (twin !== undefined)
    throw invalid([
      {
        field: 'name',
        message: `There is a body called ${twin.name} at that time. Use another name.`,
      },
    ])
  const seen = new Set([body.id])
  for (
    let at = body.succeeds;
    at !== null;
    at = all.find(each => each.id === at)?.succeeds ?? null
  ) {
    if (seen.has(at))
      throw invalid([
        {
          field: 'succeeds',
          message: 'Each of these would follow the other. Choose another body.',
        },
      ])
    seen.add(at)
    if (!all.some(each => each.id === at))
      throw invalid([{ field: 'succeeds', message: 'Choose one of the bodies in the list.' }])
  }
}

/** What is taken over from ends the day before, with its seats; what had ended stays as it was. */
async function endPredecessor(trx: Trx, by: KeepingBodies, body: Body): Promise<void> {
  const before = body.succeeds === null ? null : await bodyById(trx, body.succeeds)
  if (before === null || before.endedOn !== null) return
  if (body.startedOn === null)
    throw invalid([
      {
        field: 'startedOn',
        message: `Enter the day it began: ${before.name} ends the day before.`,
      },
    ])
  const last = body.startedOn - 1
  if (before.startedOn !== null && last < before.startedOn)
    throw invalid([
      {
        field: 'startedOn',
        message: `${before.name} began on ${longDay(before.startedOn)}. Enter a later day.`,
      },
    ])
  await changeBody(trx, by, { ...before, endedOn: last })
  await endSeats(trx, by, before.id, last)
}

/** @throws invalid where somebody took a seat after the last day */
async function endSeats(trx: Trx, by: KeepingBodies, id: string, last: number): Promise<void> {
  const open = (await seatsOf(trx, id)).filter(({ untilOn }) => untilOn === null || untilOn > last)
  const late = open.find(({ fromOn }) => fromOn > last)
  if (late !== undefined)
    throw invalid([
      {
        field: 'endedOn',
        message: `Somebody took a seat on ${longDay(late.fromOn)}, after that day. Enter a later one.`,
      },
    ])
  for (const seat of open) await finishSeat(trx, by, seat, last)
}

function bodyFrom(id: string, fields: Fields): Body {
  const { name, kind, about, numbering, venue, startedOn, endedOn } = fields
  return {
    id,
    name,
    kind,
    access: fields.access === '' ? usualAccess[kind] : fields.access,
    about,
    quorum: fields.quorum === '' ? null : Number(fields.quorum),
    numbering,
    venue,
    clerk: {
      post: fields.clerkPost,
      name: fields.clerkName,
      phone: fields.clerkPhone,
      email: fields.clerkEmail,
    },
    startedOn,
    endedOn,
    succeeds: fields.succeeds === '' ? null : fields.succeeds,
    listed: fields.listed === 'yes',
  }
}

function valuesOf({ clerk, ...body }: Body): FormValues {
  const written = (day: number | null): string => (day === null ? '' : longDay(day))
  return {
    name: body.name,
    kind: body.kind,
    access: body.access,
    about: body.about,
    quorum: body.quorum === null ? '' : String(body.quorum),
    numbering: body.numbering,
    venue: body.venue,
    clerkPost: clerk.post,
    clerkName: clerk.name,
    clerkPhone: clerk.phone,
    clerkEmail: clerk.email,
    startedOn: written(body.startedOn),
    endedOn: written(body.endedOn),
    succeeds: body.succeeds ?? '',
    listed: body.listed ? 'yes' : '',
  }
}
