import { emptyState, heading, keyFigures } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { OwnSeverity } from '../reliability.ts'
import type { Standing } from '../vignette.ts'
import { severityInWords } from './words.ts'

const standingWords: Readonly<Record<Standing, string>> = {
  alone: 'You audit alone',
  'no vignette': 'You audit alone: there is no vignette for this tool yet',
  'moderated first': 'Your audits are moderated first, until you have passed a vignette',
}

const explained = html`<p class="govuk-body">Severity is how much stricter somebody grades than others did on the same work, in grades: above 0 is stricter. It is worked out from work that two people graded without seeing each other. It is no judgement of an auditor: it says where to talk about the words that anchor the grades.</p>`

/** What one auditor sees of themselves. */
export function mineView({
  own,
  toGrade,
  standings,
}: {
  readonly own: OwnSeverity | null
  readonly toGrade: readonly { readonly id: string; readonly number: number }[]
  readonly standings: readonly { readonly tool: string; readonly standing: Standing }[]
}): Html {
  return html`${heading({ title: 'How I grade', lead: 'Only you and the quality lead see this page’s figures.' })}
${
  toGrade.length > 0 &&
  html`<h2 class="govuk-heading-m">To grade a second time</h2><ul class="govuk-list govuk-list--bullet">${toGrade.map(
    each =>
      html`<li><a class="govuk-link" href="/audits/${each.id}/form">Audit ${each.number}</a></li>`,
  )}</ul>`
}
${
  own === null
    ? emptyState({
        title: 'Nothing of yours was graded twice yet',
        text: 'Chance chooses some audits, which somebody else then grades again.',
      })
    : html`${keyFigures([{ label: 'Beside the others', value: severityInWords(own) }])}${driftView(own)}`
}
${explained}
<h2 class="govuk-heading-m">What I may audit alone</h2>
<p class="govuk-body"><a class="govuk-link" href="/audits/reliability/vignettes">Grade a vignette</a></p>
${dataTable({
  caption: 'By tool',
  captionHidden: true,
  stacked: true,
  columns: [
    { heading: 'Tool', cell: each => each.tool },
    { heading: 'Now', cell: each => standingWords[each.standing] },
  ],
  rows: standings,
})}`
}

const driftView = ({ quarters }: OwnSeverity, who = ''): Html | false =>
  quarters.length > 1 &&
  dataTable({
    caption: who === '' ? 'Quarter by quarter' : `${who}, quarter by quarter`,
    stacked: true,
    columns: [
      { heading: 'Quarter', cell: each => each.quarter },
      { heading: 'Beside the others', cell: each => severityInWords(each.severity) },
    ],
    rows: quarters.toReversed(),
  })

/** What the quality lead sees of all. */
export function auditorsView(all: readonly OwnSeverity[]): Html {
  return html`${heading({ title: 'How auditors grade', lead: 'Only you see this of everybody; each auditor sees their own.' })}
${explained}
${
  all.length === 0
    ? emptyState({ title: 'No work was graded twice yet', text: 'Then nothing can be said.' })
    : html`${dataTable({
        caption: 'Beside the others, in the order of their names',
        captionSize: 'm',
        stacked: true,
        columns: [
          { heading: 'Auditor', cell: each => each.name },
          { heading: 'Shared', numeric: true, cell: each => each.graded },
          { heading: 'Severity (95% interval)', cell: severityInWords },
          {
            heading: 'Latest quarter',
            cell: each => {
              const latest = each.quarters.at(-1)
              return latest === undefined
                ? ''
                : `${latest.quarter}: ${severityInWords(latest.severity)}`
            },
          },
        ],
        rows: all,
      })}${all.map(
        each =>
          each.quarters.length > 1 &&
          html`<h2 class="govuk-heading-s">${each.name}</h2>${driftView(each, each.name)}`,
      )}`
}`
}
