import { z } from 'zod'
import { sizeWords } from '#kit/files/size-words.ts'
import { changingOf } from '#findings'
import { dayIn, longDay } from '#calendar'
import { docOf } from '#kit/documents/doc.ts'
import { htmlOf } from '#kit/documents/html-of.ts'
import { heading } from '#kit/html/blocks.ts'
import { insetText } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { conflict, download, notFound, type Route, route, show } from '#kit/http/index.ts'
import { boundPages } from '../bind.ts'
import { PackContents } from '../contents.ts'
import { exemptLine } from '../exemptions.ts'
import { type Content, contentOf, pagesOfDoc } from '../lay-out.ts'
import type { Pack, Paper } from '../meeting.ts'
import { meetingPath, nameOfItem, nameOfMeeting, paperPath } from '../names.ts'
import { labelsIn, pagesWords } from '../page-labels.ts'
import type { MeetingsRooms } from '../rooms.ts'
import { agendaFor, type ShownPaper } from '../shown-agenda.ts'
import { fileBytes, filesFacts, itemById, packsOf, papersOf } from '../store/index.ts'
import { packPath } from './meeting.view.ts'
import { crumbs, CURRENT, type Shown, withMeeting } from './shown.ts'

const PaperParams = z.object({ id: z.uuid(), paper: z.uuid() })

/** A paper to read, its file, and the bound packs. */
export function readPages(rooms: MeetingsRooms): readonly Route[] {
  return [paperPage(rooms), filePage(rooms), ...packPages(rooms)]
}

/** The paper of an address for whoever may know of it. */
async function shownPaper(shown: Shown, id: string): Promise<ShownPaper> {
  const { entries, loose } = await agendaFor(shown.trx, shown.meeting, shown.sight)
  const all = [...loose, ...entries.flatMap(({ papers }) => papers)]
  const found = all.find(({ paper }) => paper.id === id)
  if (found === undefined) throw notFound()
  return found
}

function paperPage(rooms: MeetingsRooms): Route {
  return route({
    method: 'GET',
    url: '/meetings/:id/papers/:paper',
    params: PaperParams,
    handler: ({ request, params }) =>
      withMeeting(rooms, request, params.id, async shown => {
        const { trx, meeting, body: of } = shown
        const one = await shownPaper(shown, params.paper)
        const { paper, title, isOpen, file, replacedBy, replaces } = one
        const item = paper.itemId === null ? null : await itemById(trx, paper.itemId)
        const packs = await packsOf(trx, meeting.id)
        const pack = packs.find(each => each.id === paper.packId) ?? null
        const caption = item === null ? nameOfMeeting(of, meeting) : nameOfItem(item)
        const lead = leadOf(paper, pack)
        const body = html`${heading({ title: isOpen ? title : 'A paper that is kept from the public', caption, lead })}
${notesView(one)}
${replaces !== null && html`<p class="govuk-body">It stands in the place of <a class="govuk-link" href="${paperPath(replaces)}">an earlier paper</a>: ${paper.replacesWords}</p>`}
${replacedBy !== null && html`<p class="govuk-body"><a class="govuk-link" href="${paperPath(replacedBy)}">The paper that replaces it</a></p>`}
${isOpen && file !== null && html`<p class="govuk-body"><a class="govuk-link" href="${paperPath(paper)}/file">${file.name}</a>, ${sizeWords(file.size)}</p>`}
${isOpen && pack !== null && html`<p class="govuk-body"><a class="govuk-link" href="${packPath(meeting, pack)}">${pack.title} (PDF)</a></p>`}
${isOpen ? pagesView(paper, await contentShown(shown, paper, file === null ? '' : file.words), pack) : html`<p class="govuk-body">${title}</p>`}`
        return show({
          title: isOpen ? title : 'A paper that is kept from the public',
          current: CURRENT,
          breadcrumbs: crumbs({ body: of, meeting }),
          body,
        })
      }),
  })
}

function leadOf(paper: Paper, pack: Pack | null): string {
  if (paper.publishedAt === null) return 'A draft: nobody outside has seen it.'
  const when = `Published ${longDay(dayIn(paper.publishedAt))}`
  if (paper.pages === null || pack === null) return `${when}.`
  return `${pagesWords(paper.pages)} of the ${pack.title.toLowerCase()}. ${when}.`
}

function notesView({ paper, isOpen, replacedBy }: ShownPaper): readonly (Html | false)[] {
  return [
    paper.withdrawnWords !== null && insetText({ text: `Withdrawn: ${paper.withdrawnWords}` }),
    replacedBy?.publishedAt != null &&
      insetText({
        text: `Replaced on ${longDay(dayIn(replacedBy.publishedAt))}: ${replacedBy.replacesWords}`,
      }),
    isOpen && paper.exempt !== null && insetText({ text: exemptLine(paper.exempt) }),
  ]
}

type ToShow = Content | { readonly kind: 'pages'; readonly pages: readonly string[] }

/** Of a PDF its words, page by page: nothing that somebody brought is shown as a page of ours. */
async function contentShown({ trx }: Shown, paper: Paper, text: string): Promise<ToShow> {
  const files = await filesFacts(trx, paper.fileSha === null ? [] : [paper.fileSha])
  const facts = paper.fileSha === null ? undefined : files.get(paper.fileSha)
  if (facts?.mediaType === 'application/pdf') return { kind: 'pages', pages: text.split('\f') }
  return contentOf(trx, paper, files)
}

/** The words of a paper, each page with the number that it has in the pack. */
function pagesView(paper: Paper, content: ToShow, pack: Pack | null): Html {
  const labels = paper.pages === null ? [] : labelsIn(paper.pages)
  if (content.kind === 'pdf') return html``
  if (content.kind === 'pages')
    return html`${content.pages.map((text, at) => html`${pageMark(labels[at])}${text.split(/\n\s*\n/).map(each => html`<p class="govuk-body">${each.trim()}</p>`)}`)}`
  const { doc } = content
  const starts = startsIn(pack, paper)
  if (labels.length === 0 || starts.length === 0) return htmlOf(doc)
  const pages = pagesOfDoc(doc, starts)
  return html`${pages.map((blocks, at) => html`${pageMark(labels[at])}${htmlOf(docOf(doc.title, blocks))}`)}`
}

const pageMark = (label: string | undefined): Html | false =>
  label !== undefined &&
  html`<p class="app-muted" id="page-${label}"><a class="govuk-link" href="#page-${label}">Page ${label}</a></p>`

function startsIn(pack: Pack | null, paper: Paper): readonly number[] {
  if (pack === null) return []
  const contents = PackContents.safeParse(pack.contents)
  if (!contents.success) return []
  return contents.data.papers.find(({ id }) => id === paper.id)?.starts ?? []
}

function filePage(rooms: MeetingsRooms): Route {
  return route({
    method: 'GET',
    url: '/meetings/:id/papers/:paper/file',
    params: PaperParams,
    handler: ({ request, params }) =>
      withMeeting(rooms, request, params.id, async shown => {
        const { isOpen, file } = await shownPaper(shown, params.paper)
        const bytes = !isOpen || file === null ? null : await fileBytes(shown.trx, file.sha256)
        if (file === null || bytes === null) throw notFound()
        // What somebody brought as a page is handed over as a file: it never opens as one of ours.
        const type = file.mediaType === 'text/html' ? 'application/octet-stream' : file.mediaType
        return download(file.name, type, Buffer.from(bytes))
      }),
  })
}

function packPages(rooms: MeetingsRooms): readonly Route[] {
  const pack = (url: string, restricted: boolean): Route =>
    route({
      method: 'GET',
      url,
      params: z.object({ id: z.uuid(), nth: z.coerce.number().int().min(0).max(999).default(0) }),
      handler: async ({ request, params }) => {
        const { actor, at } = await changingOf(rooms, request)
        return withMeeting(rooms, request, params.id, async shown => {
          const { trx, meeting, body: of, sight, authority } = shown
          const packs = await packsOf(trx, meeting.id)
          const found = packs.find(
            each => each.nth === params.nth && each.restricted === restricted,
          )
          if (found === undefined || (restricted && !sight.restricted)) throw notFound()
          if (!sight.drafts) await refuseWithdrawn(shown, found)
          const bytes = await boundPages(trx, authority, found, { actor, at })
          const name = `${nameOfMeeting(of, meeting)} ${found.title}.pdf`
          return download(name, 'application/pdf', Buffer.from(bytes))
        })
      },
    })
  return [
    pack('/meetings/:id/pack.pdf', false),
    pack('/meetings/:id/packs/:nth/pack.pdf', false),
    pack('/meetings/:id/packs/:nth/restricted.pdf', true),
  ]
}

/** @throws where a paper in it was withdrawn, and with it what nobody outside is to read any more */
async function refuseWithdrawn({ trx, meeting }: Shown, pack: Pack): Promise<void> {
  const papers = await papersOf(trx, meeting.id)
  const gone = papers.find(each => each.packId === pack.id && each.withdrawnWords !== null)
  if (gone !== undefined)
    throw conflict(
      `A paper in this pack was withdrawn, so it is not handed out whole. The others can be read one by one at ${meetingPath(meeting.id)}.`,
    )
}
