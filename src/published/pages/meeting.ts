import { z } from 'zod'
import { longDay } from '#calendar'
import { meetingName } from '#exchange'
import { placeOf } from '#findings'
import { htmlOf } from '#kit/documents/html-of.ts'
import { pdfOf } from '#kit/documents/pdf-of.ts'
import { heading } from '#kit/html/blocks.ts'
import { type Html, html } from '#kit/html/html.ts'
import { type Asked, download, notFound, type Route, route, show } from '#kit/http/index.ts'
import { pagesWords, publishedFile, publishedPack, type ShownPaper } from '#meetings'
import { publishedRecord } from '../gather.ts'
import { minutesDoc } from '../minutes-doc.ts'
import { typeOfFile } from '../gather-meetings.ts'
import { type PaperPage, pagesOfPaper } from '../paper-words.ts'
import { publicMeetingPath, publicPaperPath } from '../paths.ts'
import { meetingView } from './meeting.view.ts'
import { CURRENT, homeCrumb, type PublicRooms } from './reading.ts'

const Id = z.object({ id: z.uuid() })
const PaperId = z.object({ id: z.uuid(), paper: z.uuid() })
const crumbs = [homeCrumb, { text: 'Meetings', href: '/public/meetings' }]

/** A meeting with all that is published of it, and its files. */
export function meetingPages(rooms: PublicRooms): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/public/meetings/:id',
      params: Id,
      handler: ({ request, params }) =>
        withMeeting(rooms, request, params.id, ({ record, neutral, detail, name }) =>
          Promise.resolve(
            show({
              title: name,
              current: CURRENT,
              breadcrumbs: crumbs,
              body: meetingView(record, neutral, detail),
            }),
          ),
        ),
    }),
    paperPage(rooms),
    paperFile(rooms),
    packFile(rooms),
    minutesFile(rooms),
  ]
}

/** A meeting of the public record, gathered alone: there is no other way to its papers. */
async function withMeeting<T>(
  rooms: PublicRooms,
  request: Asked['request'],
  id: string,
  read: (found: Awaited<ReturnType<typeof meetingOf>>) => Promise<T>,
): Promise<T> {
  const { council, today } = await placeOf(rooms, request)
  return rooms.db.as(council.code, async trx => {
    const record = await publishedRecord(trx, council, today, id)
    return read(await meetingOf(record, trx, council.code, id))
  })
}

type Trx = Parameters<typeof publishedRecord>[0]

async function meetingOf(
  record: Awaited<ReturnType<typeof publishedRecord>>,
  trx: Trx,
  authority: string,
  id: string,
) {
  const neutral = record.published.meetings.find(each => each.id === id)
  const detail = record.meetings.get(id)
  if (neutral === undefined || detail === undefined) throw notFound()
  const name = `${meetingName(neutral, record.published.bodies)}, ${longDay(neutral.starts.day)}`
  return Promise.resolve({ record, neutral, detail, name, trx, authority })
}

type Found = Awaited<ReturnType<typeof meetingOf>>

/** A paper that may be read; any other is not there. */
function openPaper({ detail }: Found, id: string): ShownPaper {
  const { loose, entries } = detail.shown.agenda
  const all = [...loose, ...entries.flatMap(({ papers }) => papers)]
  const found = all.find(({ paper, isOpen }) => paper.id === id && isOpen)
  if (found === undefined) throw notFound()
  return found
}

function paperPage(rooms: PublicRooms): Route {
  return route({
    method: 'GET',
    url: '/public/meetings/:id/papers/:paper',
    params: PaperId,
    handler: ({ request, params }) =>
      withMeeting(rooms, request, params.id, async found => {
        const shown = openPaper(found, params.paper)
        const read = await pagesOfPaper(found.trx, params.id, params.paper)
        if (read === null) throw notFound()
        return show({
          title: shown.title,
          current: CURRENT,
          breadcrumbs: [...crumbs, { text: found.name, href: publicMeetingPath(params.id) }],
          body: paperView(found, shown, read.pages),
        })
      }),
  })
}

function paperView({ name }: Found, shown: ShownPaper, pages: readonly PaperPage[]): Html {
  const { paper, title, file, replacedBy, replaces } = shown
  const at = publicPaperPath(paper.meetingId, paper.id)
  const range = paper.pages === null ? '' : `${pagesWords(paper.pages)} of the pack. `
  const lead = `${range}${paper.author === '' ? '' : `By ${paper.author}.`}`
  return html`${heading({ title, caption: name, ...(lead === '' ? {} : { lead }) })}
${replaces !== null && html`<p class="govuk-body">It stands in the place of an earlier paper: ${paper.replacesWords}</p>`}
${replacedBy?.publishedAt != null && html`<p class="govuk-body"><a class="govuk-link" href="${publicPaperPath(paper.meetingId, replacedBy.id)}">The paper that replaces it</a></p>`}
<p class="govuk-body"><a class="govuk-link" href="${at}/file">${file === null ? 'This paper as a PDF' : file.name}</a></p>
${pages.map(pageView)}`
}

const pageView = ({ label, anchor, content }: PaperPage): Html =>
  html`${label === null ? html`<div id="${anchor}"></div>` : html`<p class="app-muted" id="${anchor}"><a class="govuk-link" href="#${anchor}">Page ${label}</a></p>`}
${content.kind === 'blocks' ? htmlOf(content.doc) : content.paragraphs.map(each => html`<p class="govuk-body">${each}</p>`)}`

function paperFile(rooms: PublicRooms): Route {
  return route({
    method: 'GET',
    url: '/public/meetings/:id/papers/:paper/file',
    params: PaperId,
    handler: ({ request, params }) =>
      withMeeting(rooms, request, params.id, async found => {
        const { title, paper: about } = openPaper(found, params.paper)
        const read = await pagesOfPaper(found.trx, params.id, params.paper)
        if (read === null) throw notFound()
        const { content } = read.paper
        const kept = await publishedFile(found.trx, read.paper)
        if (kept !== null)
          return download(
            kept.facts.name,
            typeOfFile(kept.facts.mediaType),
            Buffer.from(kept.bytes),
          )
        if (content.kind === 'pdf') throw notFound()
        const date = about.publishedAt ?? rooms.now()
        const bytes = await pdfOf(content.doc, { date, pageWords: null })
        return download(`${title}.pdf`, 'application/pdf', Buffer.from(bytes))
      }),
  })
}

function packFile(rooms: PublicRooms): Route {
  return route({
    method: 'GET',
    url: '/public/meetings/:id/packs/:nth/pack.pdf',
    params: z.object({ id: z.uuid(), nth: z.coerce.number().int().min(0).max(999) }),
    handler: ({ request, params }) =>
      withMeeting(rooms, request, params.id, async found => {
        const { trx, authority, detail, name } = found
        const bytes = await publishedPack(trx, authority, detail.shown, params.nth, rooms.now())
        if (bytes === null) throw notFound()
        const title = params.nth === 0 ? 'agenda pack' : `supplement ${params.nth}`
        return download(`${name} ${title}.pdf`, 'application/pdf', Buffer.from(bytes))
      }),
  })
}

function minutesFile(rooms: PublicRooms): Route {
  return route({
    method: 'GET',
    url: '/public/meetings/:id/minutes.pdf',
    params: Id,
    handler: ({ request, params }) =>
      withMeeting(rooms, request, params.id, async ({ detail, name }) => {
        const { minutes, declarations } = detail
        const date = minutes?.minutes.publishedAt ?? null
        if (minutes === null || date === null) throw notFound()
        const bytes = await pdfOf(minutesDoc(name, minutes, declarations), { date })
        return download(`${name} minutes.pdf`, 'application/pdf', Buffer.from(bytes))
      }),
  })
}
