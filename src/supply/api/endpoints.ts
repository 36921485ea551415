import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isoMonth, parseIsoMonth } from '#calendar'
import type { Definition } from '#indicators'
import { notFound } from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import {
  definitionInWords,
  indicatorPath,
  monthOfPeriod,
  type Reading,
  readingsOf,
  readingsOfDimension,
  readingsOfIndicator,
  saying,
  seeParts,
  sourceInWords,
} from '#performance'
import { groundOf } from '../gather.ts'
import type { SupplyRooms } from '../rooms.ts'
import { type FigureRow, plain, rowsOf, unitInWords } from '../rows.ts'
import { isAsked, mayAsk } from './asked.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { pageOf } from './paging.ts'
import {
  CodeParams,
  DefinitionPage,
  FigurePage,
  IndicatorInFull,
  IndicatorPage,
  type DefinitionInWords,
  type Figure,
  type Indicator,
  type Latest,
  monthAsked,
  NoQuery,
  Nothing,
  Paging,
  PartQuery,
  SignalPage,
  type SignalOfPart,
} from './schemas.ts'

/** What programs may ask for of those who see figures. */
export function figureEndpoints(rooms: SupplyRooms): readonly Endpoint[] {
  const { db, definitions } = rooms
  const within = <Found>(request: FastifyRequest, read: Parameters<typeof db.as<Found>>[1]) =>
    db.as(viewerOf(request).authority, read)
  return [
    endpoint({
      path: '/indicators',
      id: 'listIndicators',
      summary: 'Every indicator of the whole county',
      says: 'With its newest figure and what its chart says.',
      params: Nothing,
      query: Paging.extend({
        family: z.string().max(200).optional().describe('Only those of this family'),
        verdict: verdictAsked,
      }),
      answer: IndicatorPage,
      handle: async (request, _, query) => {
        const found = await within(request, trx => readingsOf(trx, definitions))
        const wanted = (found?.readings ?? []).filter(
          ({ definition, signal }) =>
            (query.family === undefined || definition.family === query.family) &&
            (query.verdict === undefined || signal.verdict === query.verdict),
        )
        return pageOf(request, query, wanted.map(indicatorOf))
      },
    }),
    endpoint({
      path: '/indicators/{code}',
      id: 'getIndicator',
      summary: 'One indicator',
      says: 'With what it means, and the parts of the county that it has figures for.',
      params: CodeParams,
      query: NoQuery,
      answer: IndicatorInFull,
      handle: async (request, { code }) => {
        const definition = definitionOf(definitions, code)
        const found = await within(request, trx => readingsOfIndicator(trx, definition))
        const county = found?.readings.find(({ slice }) => slice.dimension === 'county')
        if (county === undefined) throw notFound()
        const mayParts = permits(seeParts, viewerOf(request))
        const seen = (found?.readings ?? []).filter(
          ({ slice }) => slice.dimension === 'county' || mayParts,
        )
        return {
          ...indicatorOf(county),
          means: definitionInWords(county.definition),
          caution: definition.words.caution ?? null,
          parts: seen.map(({ slice }) => ({ by: slice.dimension, part: slice.name })),
        }
      },
    }),
    endpoint({
      path: '/indicators/{code}/series',
      id: 'listFigures',
      summary: 'The figures of one indicator, month by month',
      says: 'Of the whole county, of one part, or of all parts of a breakdown.',
      params: CodeParams,
      query: Paging.extend({
        ...PartQuery,
        from: monthAsked.describe('The first month, such as 2025-04'),
        to: monthAsked.describe('The last month'),
      }),
      answer: FigurePage,
      handle: async (request, { code }, query) => {
        mayAsk(request, query.by)
        const definition = definitionOf(definitions, code)
        const rows = await within(request, async trx => {
          const ground = await groundOf(trx)
          const found = await readingsOfIndicator(trx, definition)
          const readings = (found?.readings ?? []).filter(({ slice }) => isAsked(slice, query))
          if (ground === null || readings.length === 0) throw notFound()
          return readings.flatMap(reading => rowsOf(reading, ground))
        })
        const { from = '', to = '9999-12' } = query
        const wanted = rows.filter(({ month }) => month >= from && month <= to)
        return pageOf(request, query, wanted.map(figureOf))
      },
    }),
    endpoint({
      path: '/signals',
      id: 'listSignals',
      summary: 'What process control says, the strongest signal first',
      says: 'Of every indicator, for the whole county, one part, or all parts of a breakdown.',
      params: Nothing,
      query: Paging.extend({ ...PartQuery, verdict: verdictAsked }),
      answer: SignalPage,
      handle: async (request, _, query) => {
        mayAsk(request, query.by)
        const found = await within(request, trx => readingsOfDimension(trx, definitions, query.by))
        const wanted = (found?.readings ?? [])
          .filter(({ slice }) => isAsked(slice, query))
          .filter(({ signal }) => query.verdict === undefined || signal.verdict === query.verdict)
          .toSorted((a, b) => b.signal.strength - a.signal.strength)
        return pageOf(request, query, wanted.map(signalOfPart))
      },
    }),
    endpoint({
      path: '/definitions',
      id: 'listDefinitions',
      summary: 'What every indicator counts',
      says: 'In words, with the standard that it is held to and where its data come from.',
      params: Nothing,
      query: Paging,
      answer: DefinitionPage,
      handle: (request, _, query) =>
        Promise.resolve(pageOf(request, query, definitions.map(definitionFor))),
    }),
  ]
}

const verdictAsked = z
  .enum(['improving', 'worse', 'changed', 'no-change', 'not-enough-data', 'no-data'])
  .optional()
  .describe('Only those of which the chart says so')

function definitionOf(definitions: readonly Definition[], code: string): Definition {
  const found = definitions.find(each => each.code === code)
  if (found === undefined) throw notFound()
  return found
}

function latestOf({ latest, definition }: Reading): z.output<typeof Latest> {
  return latest === null
    ? null
    : {
        month: isoMonth(latest.month),
        numerator: plain(latest.numerator),
        denominator: definition.unit === 'count' ? null : plain(latest.denominator),
        value: plain(latest.value),
      }
}

function indicatorOf(reading: Reading): z.output<typeof Indicator> {
  const { definition, signal, version } = reading
  return {
    code: definition.code,
    name: definition.name,
    family: definition.family,
    unit: unitInWords(definition),
    better: definition.good,
    definition_version: version,
    latest: latestOf(reading),
    verdict: signal.verdict,
    sentence: saying(reading),
    page: indicatorPath(definition.code),
  }
}

const orNull = (words: string): string | null => (words === '' ? null : words)

function figureOf(row: FigureRow): z.output<typeof Figure> {
  return {
    code: row.code,
    by: row.by,
    part: row.part,
    month: row.month,
    numerator: row.numerator,
    denominator: row.denominator,
    value: row.value,
    unit: row.unit,
    definition_version: row.version,
    extract: orNull(row.extract),
    average: row.average,
    usual_from: row.lower,
    usual_to: row.upper,
    stands_out: orNull(row.standsOut),
    note: orNull(row.note),
    target: row.target,
    marks: [...row.marks],
  }
}

function signalOfPart(reading: Reading): z.output<typeof SignalOfPart> {
  const { definition, signal, slice } = reading
  return {
    code: definition.code,
    name: definition.name,
    by: slice.dimension,
    part: slice.name,
    verdict: signal.verdict,
    since: monthIn(signal.since),
    strength: plain(signal.strength) ?? 0,
    improvement_stopped_since: monthIn(signal.plateau?.since),
    average: plain(signal.centre),
    usual_from: plain(signal.lower),
    usual_to: plain(signal.upper),
    latest: latestOf(reading),
    sentence: saying(reading),
  }
}

/** A period of a series as a month: a quarter’s is written in words. */
function monthIn(period: string | null | undefined): string | null {
  if (period == null) return null
  const month = parseIsoMonth(period) ?? monthOfPeriod(period)
  return month === null ? period : isoMonth(month)
}

function definitionFor(definition: Definition): z.output<typeof DefinitionInWords> {
  const { law, words } = definition
  return {
    code: definition.code,
    name: definition.name,
    family: definition.family,
    unit: unitInWords(definition),
    better: definition.good,
    definition_version: definition.version,
    means: definitionInWords(definition),
    caution: words.caution ?? null,
    standard:
      law === undefined
        ? null
        : {
            says: law.says,
            document: law.document,
            paragraph: law.paragraph,
            read: law.read,
          },
    sources: definition.source.map(sourceInWords),
  }
}
