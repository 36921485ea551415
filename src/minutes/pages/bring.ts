import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { allBodies, type Body } from '#bodies'
import { changingOf, dayFrom, placeOf } from '#findings'
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
  typed,
  uploadRoute,
} from '#kit/http/index.ts'
import {
  type BroughtFile,
  bringFile,
  filesFacts,
  keepFile,
  type Meeting,
  meetingsBetween,
  MOST_BYTES,
} from '#meetings'
import { readPaper } from '#papers'
import { keepBrought } from '../bring/keep.ts'
import { proposalOf } from '../bring/proposal.ts'
import { ConfirmFields, saidIn, valuesOf } from '../bring/said.ts'
import { note, paragraphThing } from '../change.ts'
import { asksPath } from '../minutes.ts'
import type { MinutesRooms } from '../rooms.ts'
import {
  endReading,
  insertReading,
  type Reading,
  readingById,
  waitingReadings,
} from '../store/index.ts'
import { bringView, confirmView } from './bring.view.ts'
import { Params } from './read.ts'

const crumbs = [
  { text: 'Meetings', href: '/meetings' },
  { text: 'Read in a document', href: '/minutes/import' },
]
const PASTED = 'Pasted text'

/** `/minutes/import`: minutes, agendas and reports that there are become meetings here. */
export function bringPages(rooms: MinutesRooms): readonly Route[] {
  const form = async (
    { request, csrf }: Asked,
    { values = {}, errors = [] }: Partial<Pick<Refused, 'values' | 'errors'>> = {},
  ): Promise<Answer> => {
    const place = await placeOf(rooms, request)
    const waiting = await rooms.db.as(place.council.code, waitingReadings)
    const body = bringView({ waiting, csrf: csrf(), values, errors })
    const breadcrumbs = crumbs.slice(0, 1)
    return show({ title: 'Read in a document', breadcrumbs, current: '/meetings', body })
  }
  const keep = async (request: Asked['request'], file: BroughtFile): Promise<Answer> => {
    const by = await changingOf(rooms, request)
    const reading: Reading = {
      id: randomUUID(),
      fileSha: file.sha256,
      name: file.name,
      notes: file.barred ? [file.barred] : [],
      broughtAt: by.at,
      broughtBy: by.actorName,
      meetingId: null,
    }
    await rooms.db.as(by.authority, async trx => {
      await keepFile(trx, by.authority, file, by)
      await insertReading(trx, by.authority, reading)
      await note(trx, by, 'minutes.document-brought', paragraphThing(reading.id))
    })
    return seeOther(`/minutes/import/${reading.id}`)
  }
  return [
    route({ method: 'GET', url: '/minutes/import', handler: asked => form(asked) }),
    uploadRoute({
      url: '/minutes/import',
      fileBytes: MOST_BYTES,
      files: 1,
      handler: async ({ files, request }) => {
        for await (const file of files)
          return keep(request, await bringFile(file.name, file.content))
        throw invalid([{ field: 'file', message: 'Choose a document to read.' }])
      },
      refused: ({ errors, ...asked }) => form(asked, { errors }),
    }),
    route({
      method: 'POST',
      url: '/minutes/import/text',
      body: z.object({
        text: z
          .string()
          .default('')
          .refine(text => text.trim() !== '', 'Paste the text of the document.'),
      }),
      handler: async ({ request, body }) => {
        const words = body.text.replaceAll(/\r\n?/g, '\n')
        const bytes = Buffer.from(words)
        return keep(request, {
          sha256: createHash('sha256').update(bytes).digest('hex'),
          name: PASTED,
          mediaType: 'text/plain',
          size: bytes.length,
          words,
          barred: null,
          bytes,
        })
      },
      refused: ({ values, errors, ...asked }) => form(asked, { values, errors }),
    }),
    ...confirmPages(rooms),
  ]
}

type Of = Asked & { readonly params: z.output<typeof Params> }

/** `/minutes/import/<id>`: what was read, beside the original, for a person to confirm. */
function confirmPages(rooms: MinutesRooms): readonly Route[] {
  const page = async (asked: Of, again: Pick<Refused, 'values' | 'errors'> | null = null) => {
    const { reading, text, bodies } = await readingFor(rooms, asked)
    const read = readPaper(text)
    const proposal = proposalOf(read, text)
    const values = again?.values ?? valuesOf(proposal, bodyNamed(bodies, proposal.body)?.id ?? null)
    const body = confirmView({
      reading,
      text,
      proposal,
      bodies: bodies.map(({ id, name }) => ({ id, name })),
      meetings: await sameDay(rooms, asked, values, bodies),
      csrf: asked.csrf(),
      values,
      errors: again?.errors ?? [],
    })
    return show({
      title: `Confirm: ${reading.name}`,
      breadcrumbs: crumbs,
      current: '/meetings',
      wide: true,
      body,
    })
  }
  return [
    route({
      method: 'GET',
      url: '/minutes/import/:id',
      params: Params,
      handler: asked => page(asked),
    }),
    route({
      method: 'POST',
      url: '/minutes/import/:id',
      params: Params,
      body: ConfirmFields,
      handler: async ({ body, ...asked }) => {
        const { text } = await readingFor(rooms, asked)
        const by = await changingOf(rooms, asked.request)
        const said = saidIn(body, by.today)
        const { previousMinutes } = readPaper(text)
        const earlierOn = previousMinutes?.agreed === true ? previousMinutes.date : null
        const meeting = await rooms.db.as(by.authority, async trx => {
          const reading = await readingById(trx, asked.params.id, true)
          if (reading === null) throw notFound()
          return keepBrought(trx, by, reading, said, earlierOn)
        })
        return seeOther(said.kind === 'minutes' ? asksPath(meeting.id) : `/meetings/${meeting.id}`)
      },
      refused: ({ values, errors, ...asked }) => page(asked, { values, errors }),
    }),
    route({
      method: 'POST',
      url: '/minutes/import/:id/set-aside',
      params: Params,
      handler: async ({ request, params }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, async trx => {
          const reading = await readingById(trx, params.id, true)
          if (reading === null || reading.meetingId !== null) throw notFound()
          await endReading(trx, params.id, null)
          await note(trx, by, 'minutes.document-set-aside', paragraphThing(params.id))
        })
        return seeOther('/minutes/import')
      },
    }),
  ]
}

async function readingFor(
  rooms: MinutesRooms,
  { request, params }: Pick<Of, 'request' | 'params'>,
): Promise<{
  readonly reading: Reading
  readonly text: string
  readonly bodies: readonly Body[]
}> {
  const place = await placeOf(rooms, request)
  return rooms.db.as(place.council.code, async trx => {
    const reading = await readingById(trx, params.id)
    if (reading === null) throw notFound()
    const facts = (await filesFacts(trx, [reading.fileSha])).get(reading.fileSha)
    return { reading, text: facts?.words ?? '', bodies: await allBodies(trx) }
  })
}

/** The body that a document names, of those that are kept here. */
export function bodyNamed(bodies: readonly Body[], name: string): Body | null {
  const plain = (words: string) =>
    words
      .toLowerCase()
      .replace(/^the /, '')
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .replace(/\band\b/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
  if (plain(name) === '') return null
  return bodies.find(each => plain(each.name) === plain(name)) ?? null
}

/** The meetings that are kept here on the day that the form has, each with the name of its body. */
async function sameDay(
  rooms: MinutesRooms,
  { request }: Pick<Asked, 'request'>,
  values: FormValues,
  bodies: readonly Body[],
): Promise<readonly { readonly meeting: Meeting; readonly body: string }[]> {
  const day = dayFrom(typed(values, 'heldOn'))
  if (day === null) return []
  const place = await placeOf(rooms, request)
  const meetings = await rooms.db.as(place.council.code, trx => meetingsBetween(trx, day, day))
  return meetings.map(meeting => ({
    meeting,
    body: bodies.find(each => each.id === meeting.bodyId)?.name ?? '',
  }))
}
