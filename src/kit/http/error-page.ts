import { html } from '../html/html.ts'
import { type Site, page } from '../html/page.ts'
import type { HttpProblem } from './errors.ts'

/** What a person sees when there is no page to show; the reference finds the line in the log. */
export const errorPage = (site: Site, problem: HttpProblem, reference: string): string =>
  page(site, {
    title: problem.title,
    body: html`<h1 class="govuk-heading-l">${problem.title}</h1>
<p class="govuk-body">${problem.message}</p>
${problem.status >= 500 && html`<p class="govuk-body app-muted">Reference for whoever runs the service: ${reference}</p>`}
<p class="govuk-body"><a class="govuk-link" href="/">Go to the first page</a></p>`,
  }).toString()
