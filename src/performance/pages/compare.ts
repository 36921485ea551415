import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Day, isoMonth, lastDayOf, longMonth, type Month, monthOf } from '#calendar'
import type { Rooms } from '#council'
import { dayFrom, placeOf } from '#findings'
import type { Definition, Slice } from '#indicators'
import { csvText } from '#kit/files/csv-write.ts'
import type { Trx } from '#kit/db/index.ts'
import type { FieldError } from '#kit/html/page.ts'
import { download, forbidden, notFound, type Route, route, show } from '#kit/http/index.ts'
import { permits, type Viewer, viewerOf } from '#people'
import { byStrength, compare, type Comparison } from '../compare.ts'
import { seeParts } from '../policy.ts'
import { type Readings, readingsOf } from '../reading.ts'
import { comparedInWords, compareView, nothingToCompare } from './compare.view.ts'
import { SliceQuery, sliceOf } from './indicator.ts'
import { monthFrom } from './marking.ts'

/** A day that people compare with: the last inspection, the last board. */
export interface Moment {
  readonly words: string
  readonly on: Day
}

export interface CompareRooms extends Rooms {
  readonly definitions: readonly Definition[]
  readonly momentsOf: (trx: Trx, today: Day, viewer: Viewer) => Promise<readonly Moment[]>
}

const Query = SliceQuery.extend({
  from: z.string().trim().max(40).default(''),
  to: z.string().trim().max(40).default(''),
})
type Asked = z.output<typeof Query>

/** What members really ask: eighteen months ago. */
const USUAL_MONTHS = 18

/** `/indicators/compare`: every indicator on two dates, as a page and as a file. */
export function comparePages(rooms: CompareRooms): readonly Route[] {
  const model = async (request: FastifyRequest, query: Asked) => {
    const { council, today } = await placeOf(rooms, request)
    const viewer = viewerOf(request)
    const slice = sliceOf(query)
    if (slice.dimension !== 'county' && !permits(seeParts, viewer)) throw forbidden()
    return rooms.db.as(council.code, async trx => {
      const found = await readingsOf(trx, rooms.definitions, slice)
      if (found === null) return null
      if (found.readings.length === 0) throw notFound()
      const newest = monthOf(found.count.asOf)
      const { from, to, errors } = monthsToCompare(query, found, monthOf(today))
      const comparisons =
        errors.length > 0 ? [] : byStrength(found.readings.map(each => compare(each, from, to)))
      const moments = [
        { words: `${USUAL_MONTHS} months ago`, on: lastDayOf(newest - USUAL_MONTHS) },
        ...(await rooms.momentsOf(trx, today, viewer)),
      ].map(({ words, on }) => ({ words, month: wholeMonthBefore(on) }))
      return {
        council: council.name,
        slice,
        from,
        to,
        newest,
        errors,
        comparisons,
        moments: moments.filter(({ month }) => month < newest && month >= firstMonth(found)),
        typed: {
          from: query.from === '' ? longMonth(from) : query.from,
          to: query.to === '' ? longMonth(to) : query.to,
        },
      }
    })
  }
  return [
    route({
      method: 'GET',
      url: '/indicators/compare',
      query: Query,
      handler: async ({ request, query }) => {
        const shown = await model(request, query)
        const title = 'Compare two dates'
        if (shown === null) return show({ title, current: '/indicators', body: nothingToCompare() })
        return show(
          {
            title,
            current: '/indicators',
            breadcrumbs: [{ text: 'Indicators', href: '/indicators' }],
            body: compareView(shown),
            ...(shown.errors.length > 0 && { errors: shown.errors }),
          },
          shown.errors.length > 0 ? 422 : 200,
        )
      },
    }),
    route({
      method: 'GET',
      url: '/indicators/compare/all.csv',
      query: Query,
      handler: async ({ request, query }) => {
        const found = await model(request, query)
        if (found === null)
          return download('Indicators.csv', 'text/csv; charset=utf-8', csvText(columns, []))
        const { comparisons, errors, from, to, slice } = found
        if (errors.length > 0) throw notFound()
        const text = csvText(columns, comparisons.map(rowOf))
        const where = slice.dimension === 'county' ? '' : ` ${slice.name}`
        const name = `Indicators ${isoMonth(from)} and ${isoMonth(to)}${where}.csv`
        return download(name, 'text/csv; charset=utf-8', text)
      },
    }),
  ]
}

const columns = [
  'Code',
  'Indicator',
  'Unit',
  'Then',
  'Then: month',
  'Now',
  'Now: month',
  'Change',
  'What it is',
  'Standard errors',
  'To know',
]

function rowOf(compared: Comparison) {
  const { reading, earlier, later, change, strength, know } = compared
  return [
    reading.definition.code,
    reading.definition.name,
    reading.definition.unit,
    earlier?.value ?? null,
    earlier === null ? null : isoMonth(earlier.month),
    later?.value ?? null,
    later === null ? null : isoMonth(later.month),
    change,
    comparedInWords[compared.is],
    compared.is === 'unknown' ? null : Math.round(strength * 10) / 10,
    know.join(' '),
  ]
}

/** Of a day the last month that was over by then: that is what people could have known. */
function wholeMonthBefore(day: Day): Month {
  const month = monthOf(day)
  return day === lastDayOf(month) ? month : month - 1
}

function monthAsked(text: string): Month | null {
  const day = dayFrom(text)
  return day === null ? monthFrom(text) : wholeMonthBefore(day)
}

function firstMonth({ readings, count }: Readings): Month {
  const starts = readings.flatMap(({ points }) => points[0]?.period ?? [])
  return Math.min(count.firstMonth, ...starts.flatMap(period => monthFrom(period) ?? []))
}

/**
 * The two months, or why they cannot be compared.
 * @param query as they were typed; '' for eighteen months ago and for now
 * @param current the month that it is
 */
export function monthsToCompare(
  query: Pick<Asked, 'from' | 'to'>,
  found: Readings,
  current: Month,
): { readonly from: Month; readonly to: Month; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = []
  const newest = monthOf(found.count.asOf)
  const first = firstMonth(found)
  const one = (field: 'from' | 'to', usual: Month): Month => {
    const text = query[field]
    if (text === '') return usual
    const month = monthAsked(text)
    const wrong =
      month === null
        ? `‘${text}’ is not a month. Enter one such as March 2025, or a day such as 18 September 2025.`
        : month > current
          ? `${longMonth(month)} is in the future. The newest figures are of ${longMonth(newest)}.`
          : month > newest
            ? `There are no figures of ${longMonth(month)} yet. The newest are of ${longMonth(newest)}.`
            : month < first
              ? `There are no figures of ${longMonth(month)}. They begin in ${longMonth(first)}.`
              : null
    if (wrong !== null) errors.push({ field, message: wrong })
    return month ?? usual
  }
  const to = one('to', newest)
  const from = one('from', Math.max(first, to - USUAL_MONTHS))
  if (errors.length === 0 && from === to)
    errors.push({ field: 'from', message: 'Choose two different months to compare.' })
  if (errors.length === 0 && from > to)
    errors.push({
      field: 'from',
      message: `${longMonth(from)} is later than ${longMonth(to)}. Put the earlier month first.`,
    })
  return { from, to, errors: errors.toSorted((a, b) => a.field.localeCompare(b.field)) }
}

/** The address of the comparison of two months. */
export function comparePath(slice: Slice, from?: Month, to?: Month): string {
  const query = new URLSearchParams({
    ...(from !== undefined && { from: isoMonth(from) }),
    ...(to !== undefined && { to: isoMonth(to) }),
    ...(slice.dimension !== 'county' && { by: slice.dimension, part: slice.name }),
  }).toString()
  return query === '' ? '/indicators/compare' : `/indicators/compare?${query}`
}
