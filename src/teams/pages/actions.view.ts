import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { TeamAction } from '../actions.ts'

const MOST = 12

/** What was found about a team, promised for it, and planned with it. */
export function actionsView(actions: readonly TeamAction[]): Html {
  return html`<section class="app-section"><h2 class="govuk-heading-m">Findings and actions</h2>
${
  actions.length === 0
    ? html`<p class="govuk-body">No open finding, line of a plan or commitment names this team or is measured by it.</p>`
    : html`${dataTable({
        caption: 'Findings and actions',
        captionHidden: true,
        compact: true,
        columns: [
          {
            heading: 'What',
            cell: each => html`<a class="govuk-link" href="${each.href}">${each.title}</a>`,
          },
          { heading: 'Kind', cell: each => each.kind },
          {
            heading: 'How it stands',
            cell: each => (each.isLate ? `Overdue. ${each.state}` : each.state),
          },
        ],
        rows: actions.slice(0, MOST),
      })}
${actions.length > MOST && html`<p class="govuk-body">And ${actions.length - MOST} more.</p>`}`
}</section>`
}
