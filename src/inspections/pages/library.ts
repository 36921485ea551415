import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Day, longDay, parseIsoDay } from '#calendar'
import { record } from '#journal'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { button, dataTable, fileUpload } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  errorOf,
  invalid,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  uploadRoute,
} from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { frameworkOf, type GradeKey } from '../frameworks/index.ts'
import { gradeShort } from '../inspection.ts'
import { type Move, movesOf } from '../moves.ts'
import { recordInspections } from '../policy.ts'
import { markedPages } from '../proposal.ts'
import { readReport, type ReportReading } from '../reading/index.ts'
import {
  documentById,
  inLibrary,
  keepDocument,
  libraryReports,
  type LibraryReport,
  type PageFound,
  searchLibrary,
} from '../store/index.ts'
import { pagesView } from './beside.view.ts'
import { bytesOf, hashOf, pagesIn } from './bring.ts'
import { changingOf, type InspectionsRooms, placeOf } from './rooms.ts'

const breadcrumbs = [{ text: 'Inspections', href: '/inspections' }]
const Query = z.object({ q: z.string().trim().max(200).default('') })

/** `/library`: what inspectors asked of other councils, to be searched. */
export function libraryPages(rooms: InspectionsRooms): {
  readonly see: readonly Route[]
  readonly change: readonly Route[]
} {
  const form = (asked: Asked, errors: Refused['errors'] = []): Answer => {
    const body = html`${heading({ title: 'Add reports to the library', lead: 'Published reports on other councils. Each is read; what cannot be is left out, and said so.' })}
<form method="post" action="/library/add" enctype="multipart/form-data" novalidate>
${asked.csrf()}
${fileUpload({ id: 'file', name: 'file', multiple: true, label: { text: 'Reports' }, hint: { text: 'PDF or text, up to 50 at once' }, ...(errorOf(errors, 'file') && { errorMessage: errorOf(errors, 'file') }) })}
${button({ text: 'Add these', preventDoubleClick: true })}
</form>`
    return show({
      title: 'Add reports to the library',
      breadcrumbs: [...breadcrumbs, { text: 'Library', href: '/library' }],
      current: '/inspections',
      body,
    })
  }
  return {
    see: [
      route({
        method: 'GET',
        url: '/library',
        query: Query,
        handler: async ({ request, query }) => {
          const place = await placeOf(rooms, request)
          const { reports, found } = await rooms.db.as(place.council.code, async trx => ({
            reports: await libraryReports(trx),
            found: query.q === '' ? null : await searchLibrary(trx, query.q),
          }))
          const mayAdd = permits(recordInspections, viewerOf(request))
          const body = html`${heading({ title: 'Library of reports', caption: 'What inspectors asked of others', lead: leadOf(reports) })}
${mayAdd && html`<div class="govuk-button-group">${button({ text: 'Add reports', href: '/library/add' })}</div>`}
${reports.length === 0 ? emptyState({ title: 'The library is empty', text: 'Load the published reports of councils like yours, and search what was asked of them.' }) : html`${searchForm(query.q)}${found !== null && foundView(found, reports, query.q)}${movesView(movesOf(reports))}${query.q === '' && reportsView(reports)}`}`
          return show({ title: 'Library of reports', breadcrumbs, current: '/inspections', body })
        },
      }),
      route({
        method: 'GET',
        url: '/library/:id',
        params: z.object({ id: z.uuid() }),
        handler: async ({ request, params }) => {
          const place = await placeOf(rooms, request)
          const document = await rooms.db.as(place.council.code, trx =>
            documentById(trx, params.id),
          )
          if (document === null || !document.ofLibrary || document.reading.kind === 'not read')
            throw notFound()
          const crumbs = [...breadcrumbs, { text: 'Library', href: '/library' }]
          const body = html`${heading({ title: document.name, caption: 'Library of reports' })}
${pagesView(markedPages(document.pages, document.reading), document.pages.length)}`
          return show({ title: document.name, breadcrumbs: crumbs, current: '/inspections', body })
        },
      }),
    ],
    change: [
      route({ method: 'GET', url: '/library/add', handler: asked => form(asked) }),
      uploadRoute({
        url: '/library/add',
        fileBytes: 40_000_000,
        files: 50,
        handler: async ({ files, request }) => {
          const by = await changingOf(rooms, request)
          const left: string[] = []
          let taken = 0
          for await (const file of files) {
            const bytes = await bytesOf(file.content)
            const pages = await pagesIn(file.name, bytes)
            if ('message' in pages) {
              left.push(`${file.name}: ${pages.message}`)
              continue
            }
            const reading = readReport(pages)
            if (reading.kind === 'not read') {
              left.push(`${file.name}: ${reading.message}`)
              continue
            }
            const hash = hashOf(bytes)
            const document = {
              id: randomUUID(),
              name: file.name.slice(0, 200),
              hash,
              pages: pages.map(page => page.replaceAll('\u0000', '')),
              reading,
              broughtBy: by.actor,
              ofLibrary: true,
            }
            const isNew = await rooms.db.as(by.authority, async trx => {
              if (await inLibrary(trx, hash)) return false
              await keepDocument(trx, by.authority, document, by.at, factsOf(reading))
              const subject = { kind: 'library-report', id: document.id }
              await record(trx, { actor: by.actor, action: 'library.added', subject }, by.at)
              return true
            })
            if (isNew) taken++
            else left.push(`${file.name}: It is in the library already.`)
          }
          if (taken === 0 && left.length === 0)
            throw invalid([{ field: 'file', message: 'Choose the reports to add.' }])
          if (left.length > 0)
            throw invalid([
              {
                field: 'file',
                message: `${taken === 1 ? '1 report was' : `${taken} reports were`} added. Left out: ${left.join(' ')}`,
              },
            ])
          return seeOther('/library')
        },
        refused: ({ errors, ...asked }) => form(asked, errors),
      }),
    ],
  }
}

/** What a list says of a report that was read. */
export function factsOf(reading: ReportReading) {
  const framework = frameworkOf(reading.framework.value)
  const overall = reading.grades.find(({ value }) => value.judgement === framework.overall)
  const day = (iso: string | undefined): Day | null => (iso === undefined ? null : parseIsoDay(iso))
  return {
    about: reading.authority?.value ?? null,
    publishedOn: day(reading.published?.value),
    inspectedOn: day(reading.fieldwork?.value.end),
    overall: overall?.value.grade ?? null,
  }
}

function leadOf(reports: readonly LibraryReport[]): string {
  const councils = new Set(reports.map(({ about }) => about)).size
  if (reports.length === 0) return 'Published reports on other councils, word for word.'
  return `${reports.length} ${reports.length === 1 ? 'report' : 'reports'} on ${councils} ${councils === 1 ? 'council' : 'councils'}, word for word.`
}

function searchForm(q: string): Html {
  return html`<form method="get" action="/library" class="app-filter" role="search">
<div class="govuk-form-group"><label class="govuk-label" for="q">Words</label><input class="govuk-input" id="q" name="q" type="search" value="${q}"></div>
<button type="submit" class="govuk-button" data-module="govuk-button">Search</button>
</form>`
}

function foundView(
  found: readonly PageFound[],
  reports: readonly LibraryReport[],
  q: string,
): Html {
  if (found.length === 0)
    return emptyState({ title: `Nothing was found for “${q}”`, text: 'Try fewer or other words.' })
  const byId = new Map(reports.map(report => [report.id, report]))
  return html`<h2 class="govuk-heading-m">${found.length === 60 ? 'The 60 pages that fit best' : `${found.length} ${found.length === 1 ? 'page' : 'pages'}`}</h2>
<ul class="govuk-list">${found.map(each => {
    const report = byId.get(each.documentId)
    return html`<li><a class="govuk-link" href="/library/${each.documentId}#page-${each.page}">${report?.about ?? report?.name}, page ${each.page}</a>${report?.inspectedOn != null && html` <span class="app-muted">${longDay(report.inspectedOn)}</span>`}<p class="govuk-body">${excerptView(each.excerpt)}</p></li>`
  })}</ul>`
}

/** The words that were found stand between « and ». */
function excerptView(excerpt: string): readonly Html[] {
  return excerpt
    .split(/(«[^»]*»)/)
    .map(part => (part.startsWith('«') ? html`<mark>${part.slice(1, -1)}</mark>` : html`${part}`))
}

function movesView(moves: readonly Move[]): Html | false {
  if (moves.length === 0) return false
  return dataTable({
    caption: 'Who moved from inadequate to good, and how long it took',
    captionSize: 'm',
    columns: [
      { heading: 'Council', names: true, cell: each => each.about },
      {
        heading: 'Inadequate',
        cell: each =>
          html`<a class="govuk-link" href="/library/${each.from.id}">${longDay(each.from.on)}</a>`,
      },
      {
        heading: 'Good or better',
        cell: each =>
          html`<a class="govuk-link" href="/library/${each.to.id}">${longDay(each.to.on)}</a>`,
      },
      {
        heading: 'Years',
        numeric: true,
        cell: each => ((each.to.on - each.from.on) / 365.25).toFixed(1),
      },
    ],
    rows: moves,
  })
}

function reportsView(reports: readonly LibraryReport[]): Html {
  return dataTable({
    caption: 'All reports',
    captionSize: 'm',
    columns: [
      {
        heading: 'Council',
        names: true,
        cell: each =>
          html`<a class="govuk-link" href="/library/${each.id}">${each.about ?? each.name}</a>`,
      },
      {
        heading: 'Inspected',
        cell: each => (each.inspectedOn === null ? 'Not read' : longDay(each.inspectedOn)),
      },
      {
        heading: 'Overall',
        // as: a grade was stored as the key of a grade.
        cell: each => (each.overall === null ? 'None' : gradeShort[each.overall as GradeKey]),
      },
    ],
    rows: reports,
  })
}
