import { createHash, randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import {
  type Asked,
  type Answer,
  errorOf,
  invalid,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  type Upload,
  uploadRoute,
} from '#kit/http/index.ts'
import { pdfText } from '#kit/files/pdf-text.ts'
import { heading } from '#kit/html/blocks.ts'
import { button, fileUpload } from '#kit/html/components/index.ts'
import { html } from '#kit/html/html.ts'
import { viewerOf } from '#people'
import { makeInspection } from '../change.ts'
import { inspectionPath } from '../in-thread.ts'
import { frameworksFor } from '../inspection.ts'
import { kindRead, markedPages, proposalOf } from '../proposal.ts'
import { pagesOf, readReport } from '../reading/index.ts'
import {
  deleteDocument,
  documentById,
  keepDocument,
  type KeptDocument,
  waitingDocuments,
} from '../store/index.ts'
import { pagesView, readView } from './beside.view.ts'
import { Framework, InspectionFields, Kind, saidIn, valuesOfProposal } from './fields.ts'
import { inspectionForm } from './form.view.ts'
import { changingOf, type InspectionsRooms, placeOf } from './rooms.ts'

/** As many bytes as a report may have: the longest with pictures have about ten million. */
const MOST_BYTES = 40_000_000
const breadcrumbs = [{ text: 'Inspections', href: '/inspections' }]
const Params = z.object({ id: z.uuid() })

/** Files that begin as no text does, in a word that a person knows. */
const notText: readonly (readonly [bytes: readonly number[], words: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a Word, Excel or zip file'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Word or Excel file'],
  [[0xff, 0xd8, 0xff], 'a photograph'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0x1f, 0x8b], 'a compressed file'],
]

/** The pages of a file, or one sentence why there are none. */
export async function pagesIn(
  name: string,
  bytes: Uint8Array,
): Promise<readonly string[] | { readonly message: string }> {
  const isPdf = Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
  if (isPdf) {
    const read = await pdfText(bytes)
    return read.kind === 'text' ? read.pages : { message: read.message }
  }
  const other = notText.find(([begin]) => begin.every((byte, at) => bytes[at] === byte))
  if (other !== undefined)
    return {
      message: `“${name}” is ${other[1]}, not a PDF. Save the report as a PDF and bring that.`,
    }
  if (bytes.length === 0) return { message: `“${name}” is empty.` }
  if (bytes.includes(0))
    return { message: `“${name}” is not a PDF and not text, so nothing in it can be read.` }
  return pagesOf(new TextDecoder().decode(bytes))
}

export async function bytesOf(content: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

export const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** `/inspections/bring`: a report comes in; what was read is shown beside it for a person to confirm. */
export function bringPages(rooms: InspectionsRooms): readonly Route[] {
  const form = async (asked: Asked, errors: Refused['errors'] = []): Promise<Answer> => {
    const place = await placeOf(rooms, asked.request)
    const viewer = viewerOf(asked.request)
    const waiting = await rooms.db.as(place.council.code, trx => waitingDocuments(trx, viewer.id))
    const body = html`${heading({ title: 'Bring a report', lead: 'An inspection report or letter, as it was sent. What is read in it is a proposal: nothing is recorded until you have looked at it beside the pages it came from. Until then nobody else sees it.' })}
<form method="post" action="/inspections/bring" enctype="multipart/form-data" novalidate>
${asked.csrf()}
${fileUpload({ id: 'file', name: 'file', label: { text: 'The report' }, hint: { text: 'A PDF with text in it, or a text file, up to 40 MB' }, ...(errorOf(errors, 'file') && { errorMessage: errorOf(errors, 'file') }) })}
<div class="govuk-button-group">${button({ text: 'Read this report', preventDoubleClick: true })}<a class="govuk-link" href="/inspections/new">Record one by hand</a></div>
</form>
${
  waiting.length > 0 &&
  html`<h2 class="govuk-heading-m">Brought and not confirmed yet</h2>
<ul class="govuk-list">${waiting.map(({ id, name }) => html`<li><a class="govuk-link" href="/inspections/reading/${id}">${name}</a></li>`)}</ul>`
}`
    return show({ title: 'Bring a report', breadcrumbs, current: '/inspections', body })
  }
  return [
    route({ method: 'GET', url: '/inspections/bring', handler: asked => form(asked) }),
    uploadRoute({
      url: '/inspections/bring',
      fileBytes: MOST_BYTES,
      files: 1,
      handler: async ({ files, ...asked }) => seeOther(await bring(rooms, asked, files)),
      refused: ({ errors, ...asked }) => form(asked, errors),
    }),
    ...readingPages(rooms),
  ]
}

async function bring(
  rooms: InspectionsRooms,
  { request }: Asked,
  files: AsyncIterable<Upload>,
): Promise<string> {
  for await (const file of files) {
    const bytes = await bytesOf(file.content)
    const pages = await pagesIn(file.name, bytes)
    if ('message' in pages) throw invalid([{ field: 'file', message: pages.message }])
    const by = await changingOf(rooms, request)
    const document: KeptDocument = {
      id: randomUUID(),
      name: file.name.slice(0, 200),
      hash: hashOf(bytes),
      // PostgreSQL keeps no character zero in a text.
      pages: pages.map(page => page.replaceAll('\u0000', '')),
      reading: readReport(pages),
      broughtBy: by.actor,
      ofLibrary: false,
    }
    await rooms.db.as(by.authority, trx => keepDocument(trx, by.authority, document, by.at))
    return `/inspections/reading/${document.id}`
  }
  throw invalid([{ field: 'file', message: 'Choose a report to bring.' }])
}

const Choice = z.object({ kind: Kind.optional(), framework: Framework.optional() })

/** `/inspections/reading/<id>`: the proposal beside the pages. */
function readingPages(rooms: InspectionsRooms): readonly Route[] {
  type Shown = Asked & {
    readonly params: z.output<typeof Params>
    readonly query?: z.output<typeof Choice>
  }
  const page = async (
    { request, csrf, params, query }: Shown,
    again: Pick<Refused, 'values' | 'errors'> | null = null,
  ): Promise<Answer> => {
    const { place, document } = await ownDocument(rooms, request, params.id)
    const { reading } = document
    const crumbs = [...breadcrumbs, { text: 'Bring a report', href: '/inspections/bring' }]
    if (reading.kind === 'not read') {
      const body = html`${heading({ title: document.name, caption: 'Not read', lead: reading.message })}
<p class="govuk-body">Nothing was recorded. The file is kept for you until you set it aside; you can record the inspection by hand.</p>
<form method="post" action="/inspections/reading/${document.id}/set-aside" novalidate>${csrf()}<div class="govuk-button-group">${button({ text: 'Record it by hand', href: '/inspections/new' })}${button({ text: 'Set the file aside', classes: 'govuk-button--secondary' })}</div></form>
${pagesView(
  document.pages.slice(0, 5).map((text, at) => ({
    number: at + 1,
    lines: text.split('\n').map((line, nth) => ({ number: nth + 1, text: line, marks: [] })),
  })),
  document.pages.length,
)}`
      return show({ title: document.name, breadcrumbs: crumbs, current: '/inspections', body })
    }
    const proposal = valuesOfProposal(proposalOf(reading))
    const kind = query?.kind ?? Kind.catch(kindRead(reading)).parse(again?.values['kind'])
    const allowed = frameworksFor[kind]
    const read = query?.framework ?? reading.framework.value
    const framework = allowed === undefined ? null : read
    const body = html`${heading({ title: document.name, caption: 'Read, not yet recorded', lead: `${reading.recommendations.length} ${reading.recommendations.length === 1 ? 'recommendation was' : 'recommendations were'} found on ${document.pages.length} pages. Compare each field with the page beside it, correct what is wrong, and confirm.` })}
${again === null && readView(reading)}
<div class="app-beside">
<div class="app-beside__form">${inspectionForm({
      kind,
      framework,
      values: again?.values ?? proposal,
      errors: again?.errors ?? [],
      colleagues: await othersOf(rooms, place.council.code, viewerOf(request).id),
      csrf: csrf(),
      action: `/inspections/reading/${document.id}`,
      submit: 'This is right: record it',
      back: '/inspections/bring',
      asksInbox: true,
      hasPages: true,
    })}
<form method="post" action="/inspections/reading/${document.id}/set-aside" novalidate>${csrf()}${button({ text: 'Set this report aside', classes: 'govuk-button--secondary' })}</form></div>
${pagesView(markedPages(document.pages, reading), document.pages.length)}
</div>`
    return show({
      title: document.name,
      breadcrumbs: crumbs,
      current: '/inspections',
      wide: true,
      body,
    })
  }
  return [
    route({
      method: 'GET',
      url: '/inspections/reading/:id',
      params: Params,
      query: Choice,
      handler: asked => page(asked),
    }),
    route({
      method: 'POST',
      url: '/inspections/reading/:id',
      params: Params,
      body: InspectionFields,
      handler: async ({ request, params, body }) => {
        const { document } = await ownDocument(rooms, request, params.id)
        const by = await changingOf(rooms, request)
        const said = saidIn(body, document.id, by.actor, by.today)
        const { id } = await rooms.db.as(by.authority, trx =>
          makeInspection(trx, by, said, body.inbox === 'yes'),
        )
        return seeOther(inspectionPath(id))
      },
      refused: ({ values, errors, request, reply, csrf, params }) =>
        page({ request, reply, csrf, params }, { values, errors }),
    }),
    route({
      method: 'POST',
      url: '/inspections/reading/:id/set-aside',
      params: Params,
      handler: async ({ request, params }) => {
        const { place, document } = await ownDocument(rooms, request, params.id)
        await rooms.db.as(place.council.code, trx => deleteDocument(trx, document.id))
        return seeOther('/inspections/bring')
      },
    }),
  ]
}

/** A document that is waiting, for whoever brought it and nobody else: it may be confidential. */
async function ownDocument(
  rooms: InspectionsRooms,
  request: Asked['request'],
  id: string,
): Promise<{
  readonly place: Awaited<ReturnType<typeof placeOf>>
  readonly document: KeptDocument
}> {
  const place = await placeOf(rooms, request)
  const viewer = viewerOf(request)
  const document = await rooms.db.as(place.council.code, async trx => {
    const waiting = await waitingDocuments(trx, viewer.id)
    return waiting.some(each => each.id === id) ? documentById(trx, id) : null
  })
  if (document === null) throw notFound()
  return { place, document }
}

export async function othersOf(rooms: InspectionsRooms, authority: string, self: string) {
  return (await rooms.colleagues(authority)).filter(({ id }) => id !== self)
}
