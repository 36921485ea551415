import { z } from 'zod'
import { longDay } from '#calendar'
import { heading } from '#kit/html/blocks.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import { type Answer, type Route, route, show } from '#kit/http/index.ts'
import { bringIndex } from '../search.ts'
import { type Found, type Hit, hitsFor } from '../store/index.ts'
import { searchForm } from './parts.view.ts'
import { CURRENT, homeCrumb, type PublicRooms, readingOf } from './reading.ts'

const MOST_SIGNS = 200
const ON_A_PAGE = 20
const MOST_PAGES = 50

const Query = z.object({
  // Whatever was typed is answered with a page: too much of it with a sentence.
  q: z
    .union([z.string(), z.array(z.string())])
    .transform(typed => (typeof typed === 'string' ? typed : (typed[0] ?? '')).trim())
    .default(''),
  page: z.coerce.number().int().min(1).max(MOST_PAGES).default(1).catch(1),
})

/** `/public/search`: what is published, to the paragraph. */
export function searchPage(rooms: PublicRooms): Route {
  return route({
    method: 'GET',
    url: '/public/search',
    query: Query,
    handler: async ({ request, query }): Promise<Answer> => {
      const { q, page } = query
      if (q === '') return shown('Search', html`${heading({ title: 'Search' })}${searchForm('')}`)
      if (q.length > MOST_SIGNS) {
        const error = `Search for ${MOST_SIGNS} letters or fewer.`
        const body = html`${heading({ title: 'Search' })}${searchForm(q.slice(0, MOST_SIGNS), error)}`
        return shown('Error: Search', body, 422)
      }
      const reading = await readingOf(rooms, request)
      const { code } = reading.council
      const found = await rooms.db.as(code, async trx => {
        await bringIndex(trx, code, reading, reading.today)
        return hitsFor(trx, q, ON_A_PAGE, (page - 1) * ON_A_PAGE)
      })
      return shown(`${q}: search`, resultsView(q, page, found))
    },
  })
}

const shown = (title: string, body: Html, status = 200): Answer =>
  show({ title, current: CURRENT, breadcrumbs: [homeCrumb], body }, status)

function resultsView(
  asked: string,
  page: number,
  { hits, total }: { readonly hits: readonly Hit[]; readonly total: number },
): Html {
  const many = total === 1 ? 'One paragraph has' : `${total} paragraphs have`
  const link = (to: number) => `/public/search?q=${encodeURIComponent(asked)}&page=${to}`
  const hasNext = page * ON_A_PAGE < total && page < MOST_PAGES
  return html`${heading({ title: 'Search' })}
${searchForm(asked)}
<h2 class="govuk-heading-m">${hits.length === 0 ? 'Nothing was found' : `${many} what you asked for`}</h2>
${
  hits.length === 0
    ? html`<p class="govuk-body">Try fewer words, or other words for the same. Only what is published is searched.</p>`
    : html`<ol class="govuk-list app-search" start="${(page - 1) * ON_A_PAGE + 1}">${hits.map(hitView)}</ol>`
}
${(page > 1 || hasNext) && html`<nav aria-label="Pages of results"><p class="govuk-body">${page > 1 && html`<a class="govuk-link" href="${link(page - 1)}" rel="prev">Earlier results</a> `}${hasNext && html`<a class="govuk-link" href="${link(page + 1)}" rel="next">More results</a>`}</p></nav>`}`
}

const foundView = (found: Found): readonly Content[] =>
  found.map(({ text, isFound }) => (isFound ? html`<mark>${text}</mark>` : text))

const hitView = ({ href, title, kind, place, day, snippet }: Hit): Html =>
  html`<li>
<h3 class="govuk-heading-s govuk-!-margin-bottom-1"><a class="govuk-link" href="${href}">${foundView(title)}</a></h3>
<p class="govuk-body govuk-!-margin-bottom-1">${foundView(snippet)}</p>
<p class="govuk-body app-muted">${kind}: ${place === '' ? longDay(day) : place}</p>
</li>
`
