import { z } from 'zod'
import { type Place, placeOf } from '#council'
import { exampleOfPeriod, isEntered, nameOfPeriod, type SeriesDefinition } from '#indicators'
import { csvText } from '#kit/files/csv-write.ts'
import type { FieldError } from '#kit/html/page.ts'
import {
  type Answer,
  type Asked,
  download,
  type FormValues,
  invalid,
  notFound,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { allow, behind, permits, viewerOf } from '#people'
import { columnKeys, columnWords, figureInWords, templateRows } from '../bring.ts'
import { checkRow, type TypedRow } from '../check.ts'
import { enterFigures, isSame } from '../enter.ts'
import { missingPeriods, proposed } from '../gaps.ts'
import { enterSeries, seeSeries } from '../policy.ts'
import { allValuesOf, standingValues } from '../store.ts'
import { COUNTED_HERE, keyOfFigure, type SeriesValue } from '../value.ts'
import { importPages } from './import.ts'
import { seriesListView } from './list.view.ts'
import { oneSeriesView, saidBy } from './one.view.ts'
import { enteringOf, knownOf, type SeriesRooms } from './rooms.ts'

const breadcrumbs = [
  { text: 'Indicators', href: '/indicators' },
  { text: 'Figures that are entered', href: '/series' },
]
const Params = z.object({ code: z.string().max(20) })
const Query = z.object({ of: z.string().max(40).catch('').default('') })
const cell = z.string().max(2000).default('')
const Form = z.object({
  period: cell,
  dimension: cell,
  part: cell,
  numerator: cell,
  denominator: cell,
  source: cell,
  note: cell,
  because: cell,
  keep: cell,
  do: cell,
})
type Request = Asked & { readonly params: z.output<typeof Params> }

/** `/series`: the figures that no statutory file holds, and the door for them. */
export function seriesPages(rooms: SeriesRooms): readonly Route[] {
  const definitionFor = (code: string): SeriesDefinition => {
    const found = rooms.definitions.find(each => each.code === code)
    if (found === undefined || !isEntered(found)) throw notFound()
    return found
  }
  const listPage = async ({ request }: Asked): Promise<Answer> => {
    const { council, today } = await placeOf(rooms, request)
    const standing = await rooms.db.as(council.code, trx => standingValues(trx))
    const byCode = Map.groupBy(standing, each => each.indicator)
    const rows = rooms.definitions.filter(isEntered).map(definition => {
      const own = byCode.get(definition.code) ?? []
      const known = own.filter(each => each.numerator !== null)
      const days = own.map(each => Math.floor(each.enteredAt.getTime() / 86_400_000))
      return {
        definition,
        newest: known.length === 0 ? null : Math.max(...known.map(each => each.month)),
        missing: missingPeriods(definition, own, today).length,
        enteredOn: days.length === 0 ? null : Math.max(...days),
      }
    })
    const mayEnter = permits(enterSeries, viewerOf(request))
    return show({
      title: 'Figures that are entered',
      current: '/indicators',
      breadcrumbs: breadcrumbs.slice(0, 1),
      body: seriesListView({ rows, mayEnter }),
    })
  }
  const onePage = async (
    { request, csrf, params }: Request,
    typedValues: FormValues | null,
    errors: readonly FieldError[] = [],
    id = '',
  ): Promise<Answer> => {
    const definition = definitionFor(params.code)
    const { council, today } = await placeOf(rooms, request)
    const values = await rooms.db.as(council.code, trx => allValuesOf(trx, definition.code))
    const standing = values.filter(each => each.supersededBy === null)
    const of = standing.find(each => each.id === id) ?? null
    const next = proposed(definition, standing, today)
    const first = exampleOfPeriod(definition, next).split(', or ')[0] ?? ''
    const form = permits(enterSeries, viewerOf(request))
      ? {
          values: typedValues ?? (of === null ? { period: first } : formOf(definition, of)),
          errors,
          csrf: csrf(),
          of,
        }
      : null
    const missing = missingPeriods(definition, standing, today)
    return show({
      title: definition.name,
      current: '/indicators',
      wide: true,
      breadcrumbs,
      body: oneSeriesView({ definition, values, missing, proposed: next, form }),
    })
  }
  const enter = async (
    { request, params }: Request,
    body: z.output<typeof Form>,
  ): Promise<Answer> => {
    const definition = definitionFor(params.code)
    const place = await placeOf(rooms, request)
    const isBack = body.do === 'take-back'
    const row: TypedRow = {
      ...body,
      indicator: definition.code,
      // What is taken back needs no numbers, and says in its reason where that is from.
      ...(isBack && {
        numerator: '0',
        denominator: definition.denominator === undefined ? '' : '1',
      }),
    }
    const checked = checkRow(row, await knownOf(rooms, place, body.keep === 'yes'))
    if (checked.kind === 'refused') throw invalid(checked.faults)
    const figure = isBack
      ? { ...checked.figure, numerator: null, denominator: null }
      : checked.figure
    const because = body.because.trim()
    const by = await enteringOf(rooms, request)
    await rooms.db.as(by.authority, async trx => {
      const standing = await standingValues(trx, [definition.code])
      const before = standing.find(each => keyOfFigure(each) === keyOfFigure(figure))
      if (before?.enteredByName === COUNTED_HERE && before.numerator !== null)
        throw invalid([{ field: 'period', message: countedHere(definition, before) }])
      if (isBack && before === undefined)
        throw invalid([{ field: 'period', message: 'No figure of this period and part stands.' }])
      if (before !== undefined && because.length < 3 && !isSame(before, figure))
        throw invalid([{ field: 'because', message: askWhy(definition, before) }])
      await enterFigures(trx, by, [{ definition, figure, because }], rooms.countSeries)
    })
    return seeOther(`/series/${definition.code}`)
  }
  return [
    behind(
      allow(seeSeries),
      route({ method: 'GET', url: '/series', handler: listPage }),
      route({
        method: 'GET',
        url: '/series/:code',
        params: Params,
        query: Query,
        handler: ({ query, ...asked }) => onePage(asked, null, [], query.of),
      }),
    ),
    behind(
      allow(enterSeries),
      route({
        method: 'POST',
        url: '/series/:code',
        params: Params,
        body: Form,
        handler: ({ body, ...asked }) => enter(asked, body),
        refused: ({ values, errors, ...asked }) => onePage(asked, values, errors),
      }),
      ...templates(rooms, definitionFor),
      ...importPages(rooms),
    ),
  ]
}

/** Tables to fill in: of one indicator, or of all, each with the period that is next. */
function templates(
  rooms: SeriesRooms,
  definitionFor: (code: string) => SeriesDefinition,
): readonly Route[] {
  const made = async (place: Place, definitions: readonly SeriesDefinition[]): Promise<Answer> => {
    const standing = await rooms.db.as(place.council.code, trx => standingValues(trx))
    const rows = templateRows(definitions, definition =>
      proposed(
        definition,
        standing.filter(each => each.indicator === definition.code),
        place.today,
      ),
    )
    const [only] = definitions
    const name = definitions.length === 1 && only ? `${only.code} figures.csv` : 'figures.csv'
    const headings = columnKeys.map(key => columnWords[key])
    return download(name, 'text/csv; charset=utf-8', csvText(headings, rows))
  }
  return [
    route({
      method: 'GET',
      url: '/series/template.csv',
      handler: async ({ request }) =>
        made(await placeOf(rooms, request), rooms.definitions.filter(isEntered)),
    }),
    route({
      method: 'GET',
      url: '/series/:code/template.csv',
      params: Params,
      handler: async ({ request, params }) =>
        made(await placeOf(rooms, request), [definitionFor(params.code)]),
    }),
  ]
}

function formOf(definition: SeriesDefinition, value: SeriesValue): FormValues {
  const { slice, numerator, denominator } = value
  return {
    period: exampleOfPeriod(definition, value.month).split(', or ')[0] ?? '',
    dimension: slice.dimension === 'county' ? '' : slice.dimension,
    part: slice.name,
    numerator: numerator === null ? '' : String(numerator),
    denominator: denominator === null ? '' : String(denominator),
    source: value.source,
    note: value.note,
  }
}

function countedHere(definition: SeriesDefinition, { month, source }: SeriesValue): string {
  return `${nameOfPeriod(definition, month)} is counted and not entered. It is from: ${source}.`
}

function askWhy(definition: SeriesDefinition, before: SeriesValue): string {
  const period = nameOfPeriod(definition, before.month)
  const said = figureInWords(before.numerator, before.denominator)
  return `${period} stands already as ${said}, by ${saidBy(before)}. Say why it changes.`
}
