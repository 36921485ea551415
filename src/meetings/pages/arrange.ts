import { z } from 'zod'
import { allBodies, type Body, bodyById, bodyOn } from '#bodies'
import { type Occasion, occasionsBetween } from '#calendar'
import { changingOf, formView, placeOf } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { checkboxes, insetText } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { Trx } from '#kit/db/index.ts'
import {
  type Answer,
  type Asked,
  type FormValues,
  invalid,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import { arrangeSeries, arrangeWithAgenda } from '../arrange.ts'
import { clashesAt } from '../clashes-at.ts'
import type { Clash } from '../clashes.ts'
import { fullDay, meetingPath } from '../names.ts'
import type { MeetingsRooms } from '../rooms.ts'
import { ArrangeFields, SeriesFields } from './fields.ts'
import { choice, line, whenFields } from './form.view.ts'
import { crumbs, CURRENT } from './shown.ts'

/** The most meetings that one series makes. */
const MOST = 60

/** `/meetings/new` and `/meetings/series`. */
export function arrangePages(rooms: MeetingsRooms): readonly Route[] {
  return [...onePages(rooms), ...seriesPages(rooms)]
}

const Query = z.object({ body: z.union([z.literal(''), z.uuid()]).default('') })

/** The form's hint that somebody looked at what stands in the way. */
export function anywayField(clashes: readonly Clash[], name = 'anyway'): Html | false {
  if (clashes.length === 0) return false
  return html`${insetText({ html: html`<ul class="govuk-list govuk-list--bullet">${clashes.map(({ words }) => html`<li>${words}</li>`)}</ul>` })}
${checkboxes({ idPrefix: name, name, items: [{ value: 'yes', text: 'Arrange it all the same' }] })}`
}

function onePages(rooms: MeetingsRooms): readonly Route[] {
  const page = async (
    asked: Asked,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council, today } = await placeOf(rooms, asked.request)
    return rooms.db.as(council.code, async trx => {
      const bodies = (await allBodies(trx)).filter(each => bodyOn(each, today))
      const clashes = await clashesTyped(trx, values, errors)
      const form = { values, errors }
      const fields = html`${choice(form, 'bodyId', 'Body', bodyChoices(bodies))}
${line(form, 'title', 'What sets it apart', 'Leave it empty for an ordinary meeting; for example, ‘Extraordinary meeting’')}
${whenFields(form)}
${choice(form, 'state', 'State', [
  ['confirmed', 'Confirmed'],
  ['provisional', 'Provisional'],
])}
${anywayField(clashes)}`
      const body = html`${heading({ title: 'Arrange a meeting', lead: 'The dates that follow from its day are worked out, and what stands in its way is told. The items that stand on each agenda of the body are put on.' })}
${formView('/meetings/new', asked.csrf(), fields, 'Arrange it', '/meetings')}`
      return show({ title: 'Arrange a meeting', current: CURRENT, breadcrumbs: crumbs(), body })
    })
  }
  return [
    route({
      method: 'GET',
      url: '/meetings/new',
      query: Query,
      handler: async asked => {
        const { council } = await placeOf(rooms, asked.request)
        const { body } = asked.query
        const own = body === '' ? null : await rooms.db.as(council.code, trx => bodyById(trx, body))
        const values = { bodyId: body, mode: 'in person', venue: own?.venue ?? '' }
        return page(asked, { ...values, startsAt: '10:00', state: 'confirmed' })
      },
    }),
    route({
      method: 'POST',
      url: '/meetings/new',
      body: ArrangeFields,
      handler: async ({ request, body: { anyway, ...asked } }) => {
        const by = await changingOf(rooms, request)
        const meeting = await rooms.db.as(by.authority, async trx => {
          await refuseUnknown(trx, asked.bodyId)
          const clashes = await clashesAt(trx, { id: '', ...asked })
          refuseClashes(clashes, anyway === 'yes', 'heldOn')
          return arrangeWithAgenda(trx, by, asked)
        })
        return seeOther(meetingPath(meeting.id))
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
  ]
}

/** @throws invalid where something stands in the way and nobody has said that it may */
export function refuseClashes(clashes: readonly Clash[], isSeen: boolean, field: string): void {
  if (clashes.length === 0 || isSeen) return
  const [first] = clashes
  const more = clashes.length > 1 ? ` And ${clashes.length - 1} more below.` : ''
  throw invalid([
    {
      field,
      message: `${first?.words ?? ''}${more} Choose another time, or tick below that it is right.`,
    },
  ])
}

async function refuseUnknown(trx: Trx, bodyId: string): Promise<Body> {
  const body = await bodyById(trx, bodyId)
  if (body === null) throw invalid([{ field: 'bodyId', message: 'Choose the body that meets.' }])
  return body
}

/** What stands in the way of what was typed, where the form is shown again. */
async function clashesTyped(
  trx: Trx,
  values: FormValues,
  errors: Refused['errors'],
): Promise<readonly Clash[]> {
  if (errors.length === 0) return []
  const read = ArrangeFields.safeParse(values)
  return read.success ? clashesAt(trx, { id: '', ...read.data }) : []
}

const bodyChoices = (bodies: readonly Body[]) => [
  ['', 'Choose one'] as const,
  ...bodies.map(({ id, name }) => [id, name] as const),
]

function seriesPages(rooms: MeetingsRooms): readonly Route[] {
  const page = async (
    asked: Asked,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council, today } = await placeOf(rooms, asked.request)
    return rooms.db.as(council.code, async trx => {
      const bodies = (await allBodies(trx)).filter(each => bodyOn(each, today))
      const form = { values, errors }
      const read = SeriesFields.safeParse(values)
      const fields = html`${choice(form, 'bodyId', 'Body', bodyChoices(bodies))}
${whenFields(form)}
${line(form, 'weeks', 'Weeks from one meeting to the next', 'For example, 6', 5)}
${line(form, 'untilOn', 'Last day of the series', 'For example, 31 July 2027', 20)}
${read.success && (await previewView(trx, read.data, form.errors))}`
      const body = html`${heading({ title: 'Arrange a series of meetings', lead: 'Every so many weeks, counted from the first. A meeting that would fall on a bank holiday is held on the next working day, and the others stay where they are.' })}
${formView('/meetings/series', asked.csrf(), fields, typed(values, 'sure') === '' && !read.success ? 'Show the days' : 'Arrange them', '/meetings')}`
      const title = 'Arrange a series of meetings'
      return show({ title, current: CURRENT, breadcrumbs: crumbs(), body })
    })
  }
  return [
    route({
      method: 'GET',
      url: '/meetings/series',
      query: Query,
      handler: asked =>
        page(asked, {
          bodyId: asked.query.body,
          mode: 'in person',
          startsAt: '10:00',
          weeks: '6',
        }),
    }),
    route({
      method: 'POST',
      url: '/meetings/series',
      body: SeriesFields,
      handler: async ({ request, body: fields }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, async trx => {
          await refuseUnknown(trx, fields.bodyId)
          const occasions = occasionsOf(fields)
          if (fields.sure !== 'yes')
            throw invalid([
              { field: 'sure', message: 'Look at the days below, then tick that they are right.' },
            ])
          const { weeks: _weeks, untilOn: _until, sure: _sure, ...asked } = fields
          await arrangeSeries(trx, by, asked, occasions)
        })
        return seeOther(`/meetings?body=${fields.bodyId}`)
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
  ]
}

/** @throws invalid where the series has no end in sight */
function occasionsOf({
  heldOn,
  weeks,
  untilOn,
}: z.output<typeof SeriesFields>): readonly Occasion[] {
  if (untilOn < heldOn)
    throw invalid([{ field: 'untilOn', message: 'The last day comes before the first meeting.' }])
  const rhythm = { firstOn: heldOn, weeks, endedOn: null, moved: [] }
  const occasions = occasionsBetween(rhythm, heldOn, untilOn)
  if (occasions.length > MOST)
    throw invalid([
      {
        field: 'untilOn',
        message: `These would be ${occasions.length} meetings. Arrange ${MOST} at most at a time.`,
      },
    ])
  return occasions
}

async function previewView(
  trx: Trx,
  fields: z.output<typeof SeriesFields>,
  errors: Refused['errors'],
): Promise<Html | false> {
  // Where the days themselves are wrong there is nothing to look at yet.
  if (errors.some(({ field }) => field !== 'sure')) return false
  const rows: Html[] = []
  for (const { on, because } of occasionsOf(fields)) {
    const clashes = await clashesAt(trx, { id: '', ...fields, heldOn: on })
    const notes = [because, ...clashes.map(({ words }) => words)].filter(each => each !== null)
    rows.push(
      html`<li>${fullDay(on)}${notes.length > 0 && html`<br><span class="app-muted">${notes.join(' ')}</span>`}</li>`,
    )
  }
  return html`<h2 class="govuk-heading-m">${rows.length} ${rows.length === 1 ? 'meeting' : 'meetings'}</h2>
<ol class="govuk-list govuk-list--number">${rows}</ol>
${checkboxes({ idPrefix: 'sure', name: 'sure', items: [{ value: 'yes', text: 'These days are right' }] })}`
}
