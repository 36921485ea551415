import type { Readable } from 'node:stream'
import { z } from 'zod'
import { placeOf, type Rooms, settings as settingsOf } from '#council'
import { changingOf, dayFrom } from '#findings'
import type { NamedBytes } from '#kit/files/archive.ts'
import { csvText } from '#kit/files/csv-write.ts'
import {
  download,
  invalid,
  notFound,
  type Route,
  route,
  seeOther,
  show,
  typed,
  type Upload,
  uploadRoute,
} from '#kit/http/index.ts'
import { keepFiles, readFiles } from '../bring.ts'
import { ownCode } from '../own.ts'
import { allPlaces, type Import, importsOfBatch } from '../store/index.ts'
import { broughtView } from './brought.view.ts'
import { comparatorsAnswer } from './comparators.ts'

/** The largest table that is published of every authority has under 30 MB. */
const MOST_BYTES = 60_000_000
const MOST_FILES = 40

/** Bringing files: `POST /comparators`. */
export function bringPage(rooms: Rooms): Route {
  return uploadRoute({
    url: '/comparators',
    fileBytes: MOST_BYTES,
    files: MOST_FILES,
    handler: async ({ request, values, files }) => {
      const from = typed(values, 'from').trim()
      const neighboursFrom = from === '' ? null : dayFrom(from)
      if (from !== '' && neighboursFrom === null)
        throw invalid([
          { field: 'from', message: 'Enter a date such as 1 May 2025, or leave it empty.' },
        ])
      const ready = await readFiles(await bytesOf(files))
      if (ready.length === 0)
        throw invalid([{ field: 'files', message: 'Choose one file or more to bring.' }])
      const by = await changingOf(rooms, request)
      const { council, today } = await placeOf(rooms, request)
      const batch = await rooms.db.as(by.authority, async trx => {
        const own = ownCode(await settingsOf(trx), council, await allPlaces(trx), today)
        const source = typed(values, 'source').trim().slice(0, 300)
        return keepFiles(trx, by, ready, { source, neighboursFrom, own })
      })
      return seeOther(`/comparators/brought/${batch}`)
    },
    refused: ({ values, errors, ...asked }) => comparatorsAnswer(rooms, asked, values, errors),
  })
}

async function bytesOf(files: AsyncIterable<Upload>): Promise<readonly NamedBytes[]> {
  const found: NamedBytes[] = []
  for await (const file of files)
    found.push({ name: file.name, bytes: await contentOf(file.content) })
  return found
}

async function contentOf(content: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

const Params = z.object({ batch: z.uuid() })

/** `/comparators/brought/:batch`: what became of files, and what was refused of them row by row. */
export function broughtPages(rooms: Rooms): readonly Route[] {
  const importsFor = async (
    request: Parameters<typeof placeOf>[1],
    batch: string,
  ): Promise<readonly Import[]> => {
    const { council } = await placeOf(rooms, request)
    const imports = await rooms.db.as(council.code, trx => importsOfBatch(trx, batch))
    if (imports.length === 0) throw notFound()
    return imports
  }
  return [
    route({
      method: 'GET',
      url: '/comparators/brought/:batch',
      params: Params,
      handler: async ({ request, params }) =>
        show({
          title: 'What was brought',
          breadcrumbs: [
            { text: 'Indicators', href: '/indicators' },
            { text: 'Other authorities', href: '/comparators' },
          ],
          current: '/indicators',
          body: broughtView(await importsFor(request, params.batch)),
        }),
    }),
    route({
      method: 'GET',
      url: '/comparators/brought/:batch/refused.csv',
      params: Params,
      handler: async ({ request, params }) => {
        const imports = await importsFor(request, params.batch)
        return download(
          'refused.csv',
          'text/csv; charset=utf-8',
          csvText(
            ['File', 'Line', 'What is wrong', 'What became of it'],
            imports.flatMap(each =>
              each.refusals.map(({ line, message, kept }) => [
                each.fileName,
                line === null ? '' : String(line),
                message,
                kept === true ? 'Kept in part' : 'Left out',
              ]),
            ),
          ),
        )
      },
    }),
  ]
}
