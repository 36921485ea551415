import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { longDay } from '#calendar'
import { DayText, formView, maybeText } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  conflict,
  type FormValues,
  invalid,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import {
  type Body,
  fullName,
  type Seat,
  type SeatKind,
  seatKinds,
  type Votes,
  votesKinds,
} from '../body.ts'
import { addSeat, bodyPath, finishSeat } from '../change.ts'
import { sameWords } from '../standing.ts'
import { allPeople, allPosts, bodyById, seatsOf } from '../store/index.ts'
import { BodyParams, breadcrumbs } from './bodies.ts'
import { date } from './parts.view.ts'
import { LastDayFields, refuseBefore } from './last-day.ts'
import { PersonChoice, personFrom } from './person-choice.ts'
import { refuseSeat } from './refuse-seat.ts'
import { type BodiesRooms, changingOf, placeOf } from './rooms.ts'
import { seatFields } from './seats.view.ts'

const SeatFields = z.object({
  ...PersonChoice,
  post: maybeText(160),
  kind: z.enum(seatKinds, { error: 'Choose what kind of seat it is.' }),
  votes: z.union([z.literal(''), z.enum(votesKinds)]).default(''),
  organisation: maybeText(160),
  party: maybeText(120),
  ward: maybeText(120),
  fromOn: DayText('Enter the first day, such as 18 September 2017.'),
})
const SeatParams = z.object({ id: z.uuid(), seat: z.uuid() })

const usualVotes: Readonly<Record<SeatKind, Votes>> = {
  chair: 'all',
  'vice-chair': 'all',
  member: 'all',
  'statutory co-optee': 'education',
  'co-optee': 'none',
  observer: 'none',
}

async function bodyFor(rooms: BodiesRooms, request: Asked['request'], id: string): Promise<Body> {
  const { council } = await placeOf(rooms, request)
  const body = await rooms.db.as(council.code, trx => bodyById(trx, id))
  if (body === null) throw notFound()
  return body
}

const crumbsOf = ({ id, name }: Body) => [...breadcrumbs, { text: name, href: bodyPath(id) }]

/** `/bodies/<id>/seats/new`. */
export function seatForms(rooms: BodiesRooms): readonly Route[] {
  type Shown = Asked & { readonly params: z.output<typeof BodyParams> }
  const form = async (
    { request, csrf, params }: Shown,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council } = await placeOf(rooms, request)
    const body = await bodyFor(rooms, request, params.id)
    const [people, posts] = await rooms.db.as(council.code, async trx => [
      await allPeople(trx),
      await allPosts(trx),
    ])
    const at = bodyPath(body.id)
    const fields = seatFields({ values, errors }, people, posts)
    const view = html`${heading({ title: 'Add a seat', caption: body.name })}
${formView(`${at}/seats/new`, csrf(), fields, 'Add the seat', at)}`
    return show({
      title: 'Add a seat',
      current: '/meetings',
      breadcrumbs: crumbsOf(body),
      body: view,
    })
  }
  return [
    route({
      method: 'GET',
      url: '/bodies/:id/seats/new',
      params: BodyParams,
      handler: asked => form(asked, { kind: 'member' }),
    }),
    route({
      method: 'POST',
      url: '/bodies/:id/seats/new',
      params: BodyParams,
      body: SeatFields,
      handler: async ({ request, params, body: fields }) => {
        const body = await bodyFor(rooms, request, params.id)
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, async trx => {
          const personId = await personFrom(trx, by, fields)
          if (personId === null && fields.post === '')
            throw invalid([
              { field: 'person', message: 'Choose a person, enter a new one, or name a post.' },
            ])
          const own = (await allPosts(trx)).find(({ title }) => sameWords(title, fields.post))
          const seat: Seat = {
            id: randomUUID(),
            bodyId: body.id,
            personId,
            post: fields.post === '' ? null : (own?.title ?? fields.post),
            kind: fields.kind,
            votes:
              fields.kind === 'observer' || fields.votes === ''
                ? usualVotes[fields.kind]
                : fields.votes,
            organisation: fields.organisation,
            party: fields.party,
            ward: fields.ward,
            fromOn: fields.fromOn,
            untilOn: null,
          }
          await refuseSeat(trx, body, seat)
          await addSeat(trx, by, seat)
        })
        return seeOther(bodyPath(body.id))
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
  ]
}

/** `/bodies/<id>/seats/<seat>/end`. */
export function endForms(rooms: BodiesRooms): readonly Route[] {
  type Shown = Asked & { readonly params: z.output<typeof SeatParams> }
  const held = async ({ request, params }: Pick<Shown, 'request' | 'params'>) => {
    const { council, today } = await placeOf(rooms, request)
    const body = await bodyFor(rooms, request, params.id)
    const [seats, people] = await rooms.db.as(council.code, async trx => [
      await seatsOf(trx, body.id),
      await allPeople(trx),
    ])
    const seat = seats.find(({ id }) => id === params.seat)
    if (seat === undefined) throw notFound()
    if (seat.untilOn !== null && seat.untilOn <= today)
      throw conflict(
        `This seat ended on ${longDay(seat.untilOn)}. Somebody may have ended it just now.`,
      )
    const person = people.find(({ id }) => id === seat.personId)
    return { body, seat, who: seat.post ?? (person === undefined ? 'Nobody' : fullName(person)) }
  }
  const form = async (
    asked: Shown,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { body, seat, who } = await held(asked)
    const at = bodyPath(body.id)
    const view = html`${heading({ title: `End the seat of ${who}`, caption: body.name, lead: `Held since ${longDay(seat.fromOn)}. It stays in the body’s history.` })}
${formView(`${at}/seats/${seat.id}/end`, asked.csrf(), date({ values, errors }, 'untilOn', 'Last day'), 'End the seat', at)}`
    return show({
      title: `End the seat of ${who}`,
      current: '/meetings',
      breadcrumbs: crumbsOf(body),
      body: view,
    })
  }
  return [
    route({
      method: 'GET',
      url: '/bodies/:id/seats/:seat/end',
      params: SeatParams,
      handler: asked => form(asked, {}),
    }),
    route({
      method: 'POST',
      url: '/bodies/:id/seats/:seat/end',
      params: SeatParams,
      body: LastDayFields,
      handler: async ({ body: { untilOn }, ...asked }) => {
        const { body, seat } = await held(asked)
        refuseBefore('seat', seat.fromOn, untilOn)
        const by = await changingOf(rooms, asked.request)
        await rooms.db.as(by.authority, trx => finishSeat(trx, by, seat, untilOn))
        return seeOther(bodyPath(body.id))
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
  ]
}
