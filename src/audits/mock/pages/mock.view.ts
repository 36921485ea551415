import { longDay } from '#calendar'
import { brief, type Finding, findingPath } from '#findings'
import type { Framework } from '#inspections'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { button, dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { gradeWords } from '#practice'
import { type Audit, auditName, gradeOf, provisionalWords } from '../../audit.ts'
import { auditPath } from '../../pages/rooms.ts'
import { mockPath, MOCKS } from '../in-thread.ts'
import type { Mock, MockJudgement } from '../store.ts'

export function mocksView(
  rows: readonly { readonly mock: Mock; readonly framework: string }[],
  mayLead: boolean,
): Html {
  return html`${heading({ title: 'Mock inspections', lead: 'One service, looked at as an inspector would, on the grid of the framework.' })}
${mayLead && button({ text: 'Plan a mock inspection', href: `${MOCKS}/new` })}
${
  rows.length === 0
    ? emptyState({
        title: 'No mock inspection has been planned yet',
        text: 'It takes a service, dates and reviewers from outside it.',
      })
    : dataTable<(typeof rows)[number]>({
        caption: 'Mock inspections, the newest first',
        captionHidden: true,
        stacked: true,
        columns: [
          {
            heading: 'Service',
            cell: ({ mock }) =>
              html`<a class="govuk-link" href="${mockPath(mock.id)}">${mock.service}</a>`,
          },
          { heading: 'Framework', cell: ({ framework }) => framework },
          { heading: 'Dates', cell: ({ mock }) => datesOf(mock) },
          { heading: 'State', cell: ({ mock }) => (mock.closedAt === null ? 'Open' : 'Closed') },
        ],
        rows,
      })
}`
}

const datesOf = ({ from, until }: Mock): string =>
  from === until ? longDay(from) : `${longDay(from)} to ${longDay(until)}`

export interface MockModel {
  readonly mock: Mock
  readonly framework: Framework
  readonly judged: ReadonlyMap<string, MockJudgement>
  readonly audits: readonly Audit[]
  readonly findings: readonly Finding[]
  readonly mayWrite: boolean
  readonly mayLead: boolean
  /** The form that ties an audit to it, and the one that closes it. */
  readonly auditForm: Html
  readonly csrf: Html
}

export function mockView(model: MockModel): Html {
  const { mock, framework, judged, audits, findings, mayWrite, mayLead } = model
  const at = mockPath(mock.id)
  const isOpen = mock.closedAt === null
  const inWords = (key: string): string => {
    const judgement = judged.get(key)
    if (judgement === undefined) return 'Not yet'
    const grade = framework.grades.find(each => each.key === judgement.grade)
    return grade?.words[0] ?? 'No grade'
  }
  return html`${heading({ title: mock.service, caption: `Mock inspection ${mock.number}, ${datesOf(mock)}`, lead: `${framework.name}. Reviewed by ${mock.reviewers.join(', ')}.` })}
<h2 class="govuk-heading-m">Judgements</h2>
${dataTable<Framework['judgements'][number]>({
  caption: 'The framework’s own grid',
  captionHidden: true,
  stacked: true,
  columns: [
    {
      heading: 'Judgement',
      cell: ({ key, name }) =>
        isOpen && mayWrite
          ? html`<a class="govuk-link" href="${at}/judgements/${key}">${name}</a>`
          : html`${name}`,
    },
    { heading: 'Grade', cell: ({ key }) => inWords(key) },
    { heading: 'Why', cell: ({ key }) => judged.get(key)?.words ?? '' },
    { heading: 'Written by', cell: ({ key }) => judged.get(key)?.writtenBy ?? '' },
  ],
  rows: framework.judgements,
})}
<p class="govuk-body">These are the council’s own judgements and no inspectorate’s.</p>
<h2 class="govuk-heading-m">Audits</h2>
${audits.length === 0 ? html`<p class="govuk-body">None yet.</p>` : html`<ul class="govuk-list govuk-list--bullet">${audits.map(audit => html`<li><a class="govuk-link" href="${auditPath(audit.id)}">${auditName(audit)}</a>, ${audit.team}: ${gradeInWords(audit)}</li>`)}</ul>`}
${isOpen && mayWrite && model.auditForm}
<h2 class="govuk-heading-m">What it found</h2>
${findings.length === 0 ? html`<p class="govuk-body">Nothing has gone to the inbox of findings yet.</p>` : html`<ul class="govuk-list govuk-list--bullet">${findings.map(each => html`<li><a class="govuk-link" href="${findingPath(each.id)}">${brief(each.words, 120)}</a></li>`)}</ul>`}
${isOpen && mayWrite && button({ text: 'Write down what it found', href: `${at}/found`, classes: 'govuk-button--secondary' })}
${isOpen && mayLead && html`<form method="post" action="${at}/close">${model.csrf}${button({ text: 'Close the mock inspection', preventDoubleClick: true })}</form>`}`
}

function gradeInWords(audit: Audit): string {
  const grade = gradeOf(audit)
  if (grade === null || audit.state === 'begun') return 'not yet handed in'
  return audit.provisional ? `${gradeWords[grade]} (${provisionalWords})` : gradeWords[grade]
}
