import type { z } from 'zod'
import { isoMonth, monthOf } from '#calendar'
import { HttpProblem } from '#kit/http/errors.ts'
import { notFound } from '#kit/http/index.ts'
import { dayIn, viewerOf } from '#people'
import {
  byStrength,
  compare,
  type Comparison,
  type Figure,
  monthsToCompare,
  readingsOfDimension,
} from '#performance'
import type { SupplyRooms } from '../rooms.ts'
import { plain, unitInWords } from '../rows.ts'
import { isAsked, mayAsk } from './asked.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { pageOf } from './paging.ts'
import { type Compared, ComparedPage, monthAsked, Nothing, Paging, PartQuery } from './schemas.ts'

/** What has changed between two months, as the page that compares two dates says it. */
export function comparisonsEndpoint({ db, definitions, now }: SupplyRooms): Endpoint {
  return endpoint({
    path: '/comparisons',
    id: 'listComparisons',
    summary: 'What has changed between two months, the strongest change first',
    says: 'Of every indicator, for the whole county, one part, or all parts of a breakdown. Eighteen months to the newest figures if no months are given.',
    params: Nothing,
    query: Paging.extend({
      ...PartQuery,
      from: monthAsked.describe('The earlier month, such as 2024-09'),
      to: monthAsked.describe('The later month, such as 2026-03'),
    }),
    answer: ComparedPage,
    handle: async (request, _, query) => {
      mayAsk(request, query.by)
      const { authority } = viewerOf(request)
      const found = await db.as(authority, trx => readingsOfDimension(trx, definitions, query.by))
      // Nothing is counted yet, so nothing has changed: that is an answer.
      if (found === null) return pageOf(request, query, [])
      const readings = found.readings.filter(({ slice }) => isAsked(slice, query))
      if (readings.length === 0) throw notFound()
      const { from = '', to = '' } = query
      const asked = monthsToCompare({ from, to }, found, monthOf(dayIn(now())))
      const [wrong] = asked.errors
      if (wrong !== undefined)
        throw new HttpProblem(400, 'These months cannot be compared', wrong.message)
      const compared = byStrength(readings.map(each => compare(each, asked.from, asked.to)))
      return pageOf(request, query, compared.map(comparedOf))
    },
  })
}

function comparedOf(comparison: Comparison): z.output<typeof Compared> {
  const { definition, slice } = comparison.reading
  return {
    code: definition.code,
    name: definition.name,
    by: slice.dimension,
    part: slice.name,
    unit: unitInWords(definition),
    earlier: figureAt(comparison.earlier, definition.unit),
    later: figureAt(comparison.later, definition.unit),
    change: plain(comparison.change),
    is: comparison.is,
    standard_errors: comparison.is === 'unknown' ? null : plain(comparison.strength),
    to_know: [...comparison.know],
  }
}

function figureAt(figure: Figure | null, unit: string): z.output<typeof Compared>['earlier'] {
  return figure === null
    ? null
    : {
        month: isoMonth(figure.month),
        value: plain(figure.value) ?? 0,
        denominator: unit === 'count' ? null : plain(figure.denominator),
      }
}
