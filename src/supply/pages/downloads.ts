import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { placeOf } from '#findings'
import { type Definition, dimensions, type Dimension } from '#indicators'
import type { Database } from '#kit/db/index.ts'
import { csvHead, csvLines } from '#kit/files/csv-write.ts'
import { type SheetToWrite, workbookBytes } from '#kit/files/xlsx-write.ts'
import { drawingOf } from '#kit/html/charts/index.ts'
import { download, forbidden, invalid, notFound, type Route, route } from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import {
  countInWords,
  dimensionInWords,
  indicatorModel,
  indicatorView,
  readingsOfDimension,
  readingsOfIndicator,
  seeParts,
  SliceQuery,
  sliceOf,
} from '#performance'
import { groundOf } from '../gather.ts'
import type { SupplyRooms } from '../rooms.ts'
import { cellsOf, type FigureRow, fileNameOf, figureColumns, headings, rowsOf } from '../rows.ts'

const CSV = 'text/csv; charset=utf-8'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** More than this takes a spreadsheet, and the server, too long. */
export const MOST_ROWS_OF_WORKBOOK = 40_000

/** The figures of the pages of indicators as files, with the permissions of the pages. */
export function downloadRoutes(rooms: SupplyRooms): readonly Route[] {
  const code = z.object({ code: z.string() })
  return [
    route({
      method: 'GET',
      url: '/indicators/download.csv',
      query: z.object({ by: z.enum([...dimensions, 'all']).default('all') }),
      handler: async ({ request, query }) => {
        const place = await placeOf(rooms, request)
        const by = chosen(request, query.by)
        return download(
          `Indicators${query.by === 'all' ? '' : ` by ${query.by}`}.csv`,
          CSV,
          Readable.from(csvOf(rooms.db, place.council.code, rooms.definitions, by)),
        )
      },
    }),
    route({
      method: 'GET',
      url: '/indicators/download.xlsx',
      query: z.object({ by: z.enum([...dimensions, 'all']).default('county') }),
      handler: async ({ request, query }) => {
        const place = await placeOf(rooms, request)
        const sheets: SheetToWrite[] = []
        let many = 0
        for (const by of chosen(request, query.by)) {
          const rows = await rowsBy(rooms.db, place.council.code, rooms.definitions, by)
          many += rows.length
          if (many > MOST_ROWS_OF_WORKBOOK) throw invalid([{ field: 'by', message: tooMany }])
          if (rows.length > 0)
            sheets.push({ name: dimensionInWords(by), headings, rows: rows.map(cellsOf) })
        }
        const name = `Indicators${query.by === 'county' ? '' : ` by ${query.by}`}.xlsx`
        return download(name, XLSX, workbookBytes([...sheets, columnsSheet]))
      },
    }),
    route({
      method: 'GET',
      url: '/indicators/:code/download.csv',
      params: code,
      query: SliceQuery,
      handler: async ({ request, params, query }) => {
        const { rows, name } = await rowsOfPage(rooms, request, params.code, query, 'csv')
        return download(name, CSV, `${csvHead(headings)}${csvLines(rows.map(cellsOf))}`)
      },
    }),
    route({
      method: 'GET',
      url: '/indicators/:code/download.xlsx',
      params: code,
      query: SliceQuery,
      handler: async ({ request, params, query }) => {
        const { rows, name } = await rowsOfPage(rooms, request, params.code, query, 'xlsx')
        const sheet = { name: params.code, headings, rows: rows.map(cellsOf) }
        return download(name, XLSX, workbookBytes([sheet, columnsSheet]))
      },
    }),
    route({
      method: 'GET',
      url: '/indicators/:code/download.svg',
      params: code,
      query: SliceQuery,
      handler: async ({ request, params, query }) => {
        const slice = sliceOf(query)
        const { definitions } = rooms
        const model = await indicatorModel(rooms, definitions, request, params.code, slice)
        const drawing = drawingOf(indicatorView(model))
        if (drawing === null) throw notFound()
        return download(fileNameOf(params.code, slice, 'svg'), 'image/svg+xml', drawing)
      },
    }),
  ]
}

const tooMany = `These are more than ${countInWords(MOST_ROWS_OF_WORKBOOK)} rows, which is too much for one workbook. Take one breakdown, or all of them as CSV.`

/** The breakdowns that somebody asked for; those who may not see parts get the county. */
function chosen(request: FastifyRequest, by: Dimension | 'all'): readonly Dimension[] {
  const mayParts = permits(seeParts, viewerOf(request))
  if (by === 'all') return mayParts ? dimensions : ['county']
  if (by !== 'county' && !mayParts) throw forbidden()
  return [by]
}

async function rowsBy(
  db: Database,
  authority: string,
  definitions: readonly Definition[],
  by: Dimension,
): Promise<readonly FigureRow[]> {
  return db.as(authority, async trx => {
    const ground = await groundOf(trx)
    const found = await readingsOfDimension(trx, definitions, by)
    if (ground === null || found === null) return []
    return found.readings.flatMap(reading => rowsOf(reading, ground))
  })
}

/** One indicator after another, so that no more is in memory and other pages are not kept waiting. */
async function* csvOf(
  db: Database,
  authority: string,
  definitions: readonly Definition[],
  by: readonly Dimension[],
): AsyncGenerator<string> {
  yield csvHead(headings)
  const ground = await db.as(authority, groundOf)
  if (ground === null) return
  for (const definition of definitions) {
    const found = await db.as(authority, trx => readingsOfIndicator(trx, definition))
    const wanted = (found?.readings ?? []).filter(({ slice }) => by.includes(slice.dimension))
    const inOrder = wanted.toSorted(
      (a, b) => dimensions.indexOf(a.slice.dimension) - dimensions.indexOf(b.slice.dimension),
    )
    yield csvLines(inOrder.flatMap(reading => rowsOf(reading, ground).map(cellsOf)))
  }
}

/** What the page of an indicator shows to whoever asks: the county with its parts, or one part. */
async function rowsOfPage(
  rooms: SupplyRooms,
  request: FastifyRequest,
  code: string,
  query: z.output<typeof SliceQuery>,
  ending: string,
): Promise<{ readonly rows: readonly FigureRow[]; readonly name: string }> {
  const place = await placeOf(rooms, request)
  const slice = sliceOf(query)
  const model = await indicatorModel(rooms, rooms.definitions, request, code, slice)
  const ground = await rooms.db.as(place.council.code, groundOf)
  if (ground === null) throw notFound()
  const parts = model.parts.filter(part => part.slice.dimension !== 'county')
  const readings = slice.dimension === 'county' ? [model.reading, ...parts] : [model.reading]
  return {
    rows: readings.flatMap(reading => rowsOf(reading, ground)),
    name: fileNameOf(code, slice, ending),
  }
}

const means: Readonly<Record<string, string>> = {
  Code: 'The code of the indicator, which never changes',
  Indicator: 'Its name',
  By: 'Which breakdown the row is of',
  Part: 'Which part of that breakdown',
  Month: 'Year and month. Of a quarter or a year, its last month',
  Numerator: 'Those who are counted',
  Denominator: 'Among whom they are counted. Empty where it is a plain number',
  Value: 'The figure, to four decimals. Empty where there is none',
  Unit: 'What the value is in',
  'Definition version': 'Goes up when a change of the definition could change a figure',
  Extract: 'The extract that the figure rests on',
  'What the chart says': 'What the whole series says now',
  Average: 'The middle line of the chart in that month',
  'Usual from': 'The lower end of the usual range in that month',
  'Usual to': 'The upper end of the usual range in that month',
  'Stands out': 'Whether that month is out of the usual',
  Note: 'Why there is no figure',
  Target: 'What the figure should reach in that month, where that is a number',
  'Marked on the chart':
    'Notes that people wrote on that month, decisions on limits that hold from it, and where the figure is counted otherwise from it',
}

const columnsSheet: SheetToWrite = {
  name: 'What the columns mean',
  headings: ['Column', 'What it holds'],
  rows: figureColumns.map(({ heading }) => [heading, means[heading] ?? '']),
}
