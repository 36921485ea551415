import { z } from 'zod'
import { longDay } from '#calendar'
import { placeOf } from '#findings'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { html } from '#kit/html/html.ts'
import { csvText } from '#kit/files/csv-write.ts'
import { download, notFound, type Route, route, show } from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import type { Issue } from '../issue/contents.ts'
import { publicFiguresPath, publicIssueFile, publicIssuePath, publishPath } from '../paths.ts'
import { prepareIssues } from '../policy.ts'
import type { SupplyRooms } from '../rooms.ts'
import { allIssues } from '../store/index.ts'
import {
  factsOf,
  indicatorShown,
  indicatorsShown,
  issueHeadings,
  periodOf,
  rowsOfIssue,
  sentenceShown,
  signalShown,
  signsShown,
} from './figures.view.ts'

const number = z.coerce.number().int().min(1).max(1_000_000_000)
const current = '/public'
const home = [
  { text: 'Meetings and decisions', href: '/public' },
  { text: 'Figures', href: publicFiguresPath },
]

/** `/public/figures`: what was published, for everybody. */
export function publicFiguresPages(rooms: SupplyRooms): readonly Route[] {
  const { db } = rooms
  const found = async (request: Parameters<typeof placeOf>[1], wanted: number) => {
    const { council } = await placeOf(rooms, request)
    const issues = await db.as(council.code, allIssues)
    const issue = issues.find(each => each.number === wanted)
    if (issue === undefined) throw notFound()
    return { issue, correctedBy: issues.find(each => each.corrects === wanted) ?? null }
  }
  return [
    route({
      method: 'GET',
      url: publicFiguresPath,
      handler: async ({ request }) => {
        const { council } = await placeOf(rooms, request)
        const issues = await db.as(council.code, allIssues)
        return show({
          title: 'Figures',
          current,
          breadcrumbs: home.slice(0, 1),
          body: html`${heading({ title: 'Figures', caption: council.name, lead: 'What is counted of the council’s services for children, as it was published. Numbers that could point at a child are kept back.' })}
${issues.length === 0 ? nothing : issues.map(issue => issueLine(issue, issues))}
${permits(prepareIssues, viewerOf(request)) && html`<p class="govuk-body"><a class="govuk-link" href="${publishPath}">Publish figures</a></p>`}`,
        })
      },
    }),
    route({
      method: 'GET',
      url: `${publicFiguresPath}/:number`,
      params: z.object({ number }),
      handler: async ({ request, params }) => {
        const { issue, correctedBy } = await found(request, params.number)
        const { contents } = issue
        return show({
          title: issue.title,
          current,
          breadcrumbs: home,
          body: html`${heading({ title: issue.title, caption: `${contents.council} · Figures` })}
${factsOf(issue, correctedBy)}
${indicatorsShown(contents, code => `${publicIssuePath(issue.number)}/${code}`)}
<p class="govuk-body"><a class="govuk-link" href="${publicIssueFile(issue.number)}">Download every figure of this issue (CSV)</a></p>
${signsShown()}`,
        })
      },
    }),
    route({
      method: 'GET',
      url: `${publicFiguresPath}/:number/figures.csv`,
      params: z.object({ number }),
      handler: async ({ request, params }) => {
        const { contents } = (await found(request, params.number)).issue
        const rows = contents.indicators.flatMap(each => rowsOfIssue(contents, each))
        const name = `figures issue ${params.number}.csv`
        return download(name, 'text/csv; charset=utf-8', csvText(issueHeadings, rows))
      },
    }),
    route({
      method: 'GET',
      url: `${publicFiguresPath}/:number/:code`,
      params: z.object({ number, code: z.string().max(40) }),
      handler: async ({ request, params }) => {
        const { issue, correctedBy } = await found(request, params.number)
        const { contents } = issue
        const indicator = contents.indicators.find(({ code }) => code === params.code)
        if (indicator === undefined) throw notFound()
        const lead = sentenceShown(signalShown(contents, indicator), indicator)
        return show({
          title: indicator.name,
          current,
          breadcrumbs: [...home, { text: issue.title, href: publicIssuePath(issue.number) }],
          body: html`${heading({ title: indicator.name, caption: `${contents.council} · ${periodOf(contents.months)}`, lead })}
${correctedBy !== null && factsOf(issue, correctedBy)}
${indicatorShown(contents, indicator)}
${signsShown()}`,
        })
      },
    }),
  ]
}

const nothing = emptyState({
  title: 'Nothing is published yet',
  text: 'Figures are shown here once the council has published them.',
})

function issueLine(issue: Issue, all: readonly Issue[]) {
  const corrected = all.find(({ corrects }) => corrects === issue.number)
  const day = longDay(Math.floor(issue.publishedAt.getTime() / 86_400_000))
  return html`<h2 class="govuk-heading-m govuk-!-margin-bottom-1"><a class="govuk-link" href="${publicIssuePath(issue.number)}">${issue.title}</a></h2>
<p class="govuk-body">Issue ${issue.number}, published on ${day}. ${periodOf(issue.contents.months)}, ${issue.contents.indicators.length} ${issue.contents.indicators.length === 1 ? 'indicator' : 'indicators'}.${corrected !== undefined && html` <strong>Corrected by issue ${corrected.number}.</strong>`}</p>`
}
