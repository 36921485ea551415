import { dayIn, longDay } from '#calendar'
import { themes } from '#findings'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { button, dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Briefing,
  type Exemplar,
  isOffered,
  type ThemeFound,
  trendInWords,
} from '../learned.ts'

export interface LearningModel {
  readonly found: readonly ThemeFound[]
  readonly exemplars: readonly Exemplar[]
  readonly briefings: readonly Briefing[]
  /** Whether the viewer writes exemplars, and whether they write and approve briefings. */
  readonly mayWrite: boolean
  readonly mayLead: boolean
}

export const LEARNING = '/audits/learning'
export const exemplarPath = (id: string): string => `${LEARNING}/exemplars/${id}`
export const briefingPath = (id: string): string => `${LEARNING}/briefings/${id}`

export function learningView(model: LearningModel): Html {
  const { found, exemplars, briefings, mayWrite, mayLead } = model
  const waiting = exemplars.filter(each => each.approvedAt === null && each.withdrawnAt === null)
  return html`${heading({ title: 'What audits teach', lead: 'What audits find again and again, what strong work looks like, and what staff have been told of it.' })}
<h2 class="govuk-heading-m">Themes</h2>
${found.length === 0 ? emptyState({ title: 'Nothing has gone from an audit to the inbox yet', text: 'What an audit found is given a theme on its way to the inbox of findings.' }) : themesTable(found)}
<h2 class="govuk-heading-m">Strong work, by standard</h2>
${offered(exemplars.filter(isOffered))}
${mayWrite && button({ text: 'Write down strong work', href: `${LEARNING}/exemplars/new`, classes: 'govuk-button--secondary' })}
${mayWrite && waiting.length > 0 && html`<h3 class="govuk-heading-s">Waiting for somebody else to approve the words</h3>${exemplarList(waiting)}`}
<h2 class="govuk-heading-m">Briefings</h2>
${briefingList(briefings.filter(each => mayLead || each.publishedAt !== null))}
${mayLead && button({ text: 'Write a briefing', href: `${LEARNING}/briefings/new`, classes: 'govuk-button--secondary' })}`
}

const themesTable = (found: readonly ThemeFound[]): Html =>
  dataTable<ThemeFound>({
    caption: 'Themes of what audits found',
    captionHidden: true,
    stacked: true,
    columns: [
      {
        heading: 'Theme',
        cell: ({ theme }) =>
          html`<a class="govuk-link" href="${`/findings?theme=${theme}`}">${themes[theme]}</a>`,
      },
      { heading: 'Findings', cell: ({ findings }) => String(findings), numeric: true },
      { heading: 'Audits', cell: ({ audits }) => String(audits), numeric: true },
      { heading: 'Not yet verified', cell: ({ open }) => String(open), numeric: true },
      { heading: 'Over time', cell: trendInWords },
    ],
    rows: found,
  })

function offered(exemplars: readonly Exemplar[]): Html {
  if (exemplars.length === 0)
    return html`<p class="govuk-body">None yet. Where an audit finds outstanding work, write down what it was like, without anybody in it.</p>`
  const byStandard = Map.groupBy(exemplars, each => each.standardTitle)
  return html`${[...byStandard]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([title, of]) => html`<h3 class="govuk-heading-s">${title}</h3>${exemplarList(of)}`)}`
}

const exemplarList = (of: readonly Exemplar[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${of.map(each => html`<li><a class="govuk-link" href="${exemplarPath(each.id)}">${each.title}</a></li>`)}</ul>`

function briefingList(of: readonly Briefing[]): Html {
  if (of.length === 0) return html`<p class="govuk-body">None yet.</p>`
  return html`<ul class="govuk-list govuk-list--bullet">${of.map(each => html`<li><a class="govuk-link" href="${briefingPath(each.id)}">${each.title}</a>, ${each.publishedAt === null ? 'waiting for somebody else to approve the words' : longDay(dayIn(each.publishedAt))}</li>`)}</ul>`
}
