import { z } from 'zod'
import { longMonth } from '#calendar'
import { maybeText, placeOf, text } from '#findings'
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
import {
  allRebasingsOf,
  decideLimits,
  decideRebasing,
  limitsPath,
  type Place,
  rebasingsById,
  undoRebasing,
} from '#marks'
import { permits, viewerOf } from '#people'
import { monthOfPeriod, type Reading, readingsOf, signalRebased } from '../reading.ts'
import { SliceQuery, sliceOf } from './indicator.ts'
import { limitsView, undoView } from './limits.view.ts'
import {
  changingOf,
  definitionAt,
  type MarkingRooms,
  MonthText,
  monthFrom,
  placeCrumbs,
  readingAt,
} from './marking.ts'
import { indicatorPath } from './paths.ts'

const Fields = z.object({
  from: MonthText('Enter the month from which the limits are made anew, such as March 2024.'),
  reason: text(600, 'Enter what changed, so that whoever reads the chart later knows why.'),
  explains: maybeText(120),
})

const Code = z.object({ code: z.string().max(20) })
const Query = SliceQuery.extend({ from: maybeText(20) })

/** Pages on which a person decides that limits begin anew, and undoes it. */
export function limitsPages(rooms: MarkingRooms): {
  readonly see: readonly Route[]
  readonly decide: readonly Route[]
} {
  const { db } = rooms
  const page = async (
    asked: Asked,
    place: Place,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const definition = definitionAt(asked.request, place.indicator, place.slice)
    const { council } = await placeOf(rooms, asked.request)
    const viewer = viewerOf(asked.request)
    const body = await db.as(council.code, async trx => {
      const found = await readingsOf(trx, [definition], place.slice)
      if (found === null) throw notFound()
      const reading = readingAt(found.readings, place.slice)
      const wanted = monthFrom(String(values.from ?? '')) ?? offeredMonth(reading)
      const from = wanted !== null && isWithin(reading, wanted) ? wanted : null
      return limitsView({
        reading,
        place,
        from,
        would: from === null ? null : signalRebased(reading, from),
        decisions: await allRebasingsOf(trx, place),
        explainers: await rooms.explainers(trx, viewer),
        mayDecide: permits(decideLimits, viewer),
        values: from === null ? values : { ...values, from: longMonth(from) },
        errors,
        csrf: asked.csrf(),
      })
    })
    return show({ title: `Limits: ${definition.name}`, breadcrumbs: placeCrumbs(place), body })
  }
  const undoPage = async (
    asked: Asked,
    id: string,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council } = await placeOf(rooms, asked.request)
    const [rebasing] = await db.as(council.code, trx => rebasingsById(trx, [id]))
    if (rebasing === undefined) throw notFound()
    definitionAt(asked.request, rebasing.indicator, rebasing.slice)
    const body = undoView({ rebasing, errors, csrf: asked.csrf() })
    return show({ title: 'Undo a decision on limits', breadcrumbs: placeCrumbs(rebasing), body })
  }
  return {
    see: [
      route({
        method: 'GET',
        url: '/indicators/:code/limits',
        params: Code,
        query: Query,
        handler: asked =>
          page(
            asked,
            { indicator: asked.params.code, slice: sliceOf(asked.query) },
            { from: asked.query.from },
          ),
      }),
    ],
    decide: [
      route({
        method: 'POST',
        url: '/indicators/:code/limits',
        params: Code,
        query: SliceQuery,
        body: Fields,
        handler: async ({ request, params, query, body }) => {
          const place = { indicator: params.code, slice: sliceOf(query) }
          const definition = definitionAt(request, place.indicator, place.slice)
          const by = await changingOf(rooms, request)
          await db.as(by.authority, async trx => {
            const found = await readingsOf(trx, [definition], place.slice)
            if (found === null) throw notFound()
            const reading = readingAt(found.readings, place.slice)
            if (!isWithin(reading, body.from))
              throw invalid([{ field: 'from', message: outside(reading) }])
            const explainers = await rooms.explainers(trx, viewerOf(request))
            const explains = explainers.find(({ thing }) => thing.id === body.explains)
            if (body.explains !== '' && explains === undefined)
              throw invalid([{ field: 'explains', message: 'Choose a line of a plan, or none.' }])
            const wasOffered = offeredMonth(reading) === body.from
            const decided = { from: body.from, reason: body.reason, wasOffered }
            await decideRebasing(trx, by, place, decided, explains?.thing ?? null)
          })
          return seeOther(indicatorPath(place.indicator, place.slice))
        },
        refused: ({ values, errors, ...asked }) =>
          page(
            asked,
            { indicator: asked.params.code, slice: sliceOf(asked.query) },
            values,
            errors,
          ),
      }),
      route({
        method: 'GET',
        url: '/indicators/limits/:id/undo',
        params: z.object({ id: z.uuid() }),
        handler: asked => undoPage(asked, asked.params.id),
      }),
      route({
        method: 'POST',
        url: '/indicators/limits/:id/undo',
        params: z.object({ id: z.uuid() }),
        body: z.object({ why: text(600, 'Enter why it is undone.') }),
        handler: async ({ request, params, body }) => {
          const by = await changingOf(rooms, request)
          const rebasing = await db.as(by.authority, async trx => {
            await undoRebasing(trx, by, params.id, body.why)
            return (await rebasingsById(trx, [params.id]))[0]
          })
          return seeOther(rebasing === undefined ? '/indicators' : limitsPath(rebasing))
        },
        refused: ({ errors, ...asked }) => undoPage(asked, asked.params.id, errors),
      }),
    ],
  }
}

function offeredMonth({ signal }: Reading): number | null {
  return signal.proposedRebase === null ? null : monthOfPeriod(signal.proposedRebase.since)
}

/** Limits can begin after the first month with a figure, up to the last. */
function isWithin({ points }: Reading, month: number): boolean {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return false
  return month > (monthOfPeriod(first.period) ?? 0) && month <= (monthOfPeriod(last.period) ?? 0)
}

function outside({ points }: Reading): string {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return 'There are no figures yet.'
  const months = [first, last].map(({ period }) => longMonth(monthOfPeriod(period) ?? 0))
  return `Choose a month after ${months[0]} and no later than ${months[1]}: those are the figures there are.`
}
