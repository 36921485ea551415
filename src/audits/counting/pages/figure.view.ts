import { isoMonth, longDay, type Month } from '#calendar'
import { findingPath } from '#findings'
import type { SeriesDefinition } from '#indicators'
import { emptyState, heading, keyFigures } from '#kit/html/blocks.ts'
import { type Column, dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { shareInWords, shareOf } from '#practice'
import { auditName } from '../../audit.ts'
import { auditPath } from '../../pages/rooms.ts'
import type { AuditSight } from '../../sight.ts'
import type { Member } from '../members.ts'

export interface MemberRow {
  readonly member: Member
  readonly sight: AuditSight
}

export interface FigureModel {
  readonly definition: SeriesDefinition
  readonly month: Month
  readonly period: string
  readonly team: string
  /** Whether its period has ended: before, there is no figure of it yet. */
  readonly isOver: boolean
  readonly rows: readonly MemberRow[]
  readonly above: number
  readonly below: number
  /** Those that the viewer is yet to be asked about, which are in none of their figures here. */
  readonly later: number
  readonly provisional: number
}

export function figureView(model: FigureModel): Html {
  const { definition, period, team, rows, above, below } = model
  const { words } = definition
  const caption = `${definition.code} · ${period}${team === '' ? '' : ` · ${team}`}`
  const lead = `Of the ${words.everyone}, how many ${words.counted ?? 'count'}.`
  if (rows.length === 0)
    return html`${heading({ title: definition.name, caption, lead })}
${emptyState({ title: 'No audit here stands in this figure', text: 'A figure of this period was entered, or there is none.' })}${waysView(model)}`
  return html`${heading({ title: definition.name, caption, lead })}
${keyFigures([
  {
    label: period,
    value: `${above} of ${below}`,
    note: shareInWords(shareOf(above, below)),
  },
])}
<p class="govuk-body">Counted from the practice audits in Sightline. ${words.caution ?? ''}</p>
${!model.isOver && html`<p class="govuk-body">The period has not ended, so this is no figure of the indicator yet.</p>`}
${model.later > 0 && html`<p class="govuk-body">${model.later === 1 ? 'One more is' : `${model.later} more are`} in the figure of the indicator: you see ${model.later === 1 ? 'it' : 'them'} after your own view.</p>`}
${model.provisional > 0 && html`<p class="govuk-body">${model.provisional === 1 ? 'One more waits' : `${model.provisional} more wait`} for moderation and ${model.provisional === 1 ? 'is' : 'are'} not counted.</p>`}
${definition.code === 'QA01' ? owedTable(rows) : auditsTable(model)}
${waysView(model)}`
}

function auditsTable({ definition, rows }: FigureModel): Html {
  const shown = rows.filter(({ sight }) => sight !== 'none')
  const away = rows.length - shown.length
  const columns: readonly Column<MemberRow>[] = [
    {
      heading: 'Audit',
      cell: ({ member: { audit } }) =>
        audit !== null &&
        html`<a class="govuk-link" href="${auditPath(audit.id)}">${auditName(audit)}</a>`,
    },
    { heading: 'Team', cell: ({ member }) => member.team || 'No team' },
    {
      heading: 'Audited on',
      cell: ({ member: { audit } }) => (audit === null ? '' : longDay(audit.auditedOn)),
    },
    ...(definition.code === 'QA02'
      ? []
      : [
          {
            heading: dayHeadings[definition.code] ?? 'Day',
            cell: ({ member: { on } }: MemberRow) => (on === null ? '' : longDay(on)),
          },
        ]),
    ...(definition.code === 'QA04'
      ? [
          {
            heading: 'Action',
            cell: ({ member: { findingId }, sight }: MemberRow) =>
              findingId !== null &&
              sight !== 'blind' &&
              html`<a class="govuk-link" href="${findingPath(findingId)}">What was found</a>`,
          },
        ]
      : []),
    {
      heading: countedHeadings[definition.code] ?? 'Counted',
      cell: ({ member, sight }) =>
        sight === 'own' || sight === 'blind'
          ? 'After your own view'
          : member.above > 0
            ? 'Yes'
            : 'No',
    },
  ]
  return html`${dataTable({ caption: 'What stands in this figure', captionSize: 'm', stacked: true, columns, rows: shown })}
${away > 0 && html`<p class="govuk-body">${away === 1 ? 'One more is' : `${away} more are`} not for you to see one by one.</p>`}`
}

/** What an audit has to be to stand above the line of its figure. */
const countedHeadings: Readonly<Record<string, string>> = {
  QA02: 'Good or better',
  QA03: 'Kept its grade',
  QA04: 'Done on time',
  QA05: 'Audited again in time',
}

const dayHeadings: Readonly<Record<string, string>> = {
  QA03: 'Moderated on',
  QA04: 'Due on',
  QA05: 'Six weeks ended on',
}

/** What was planned, by team: who owed it stands in the programme. */
function owedTable(rows: readonly MemberRow[]): Html {
  const teams = [...Map.groupBy(rows, ({ member }) => member.team)]
    .map(([team, of]) => ({
      team,
      planned: sum(of, 'below'),
      done: sum(of, 'above'),
    }))
    .toSorted((a, b) => a.team.localeCompare(b.team))
  return dataTable({
    caption: 'What was planned and done, by team',
    captionSize: 'm',
    stacked: true,
    columns: [
      { heading: 'Team', cell: ({ team }) => team || 'No team' },
      { heading: 'Planned', cell: ({ planned }) => String(planned), numeric: true },
      { heading: 'Completed in the month', cell: ({ done }) => String(done), numeric: true },
    ],
    rows: teams,
  })
}

const sum = (rows: readonly MemberRow[], of: 'above' | 'below'): number =>
  rows.reduce((all, { member }) => all + member[of], 0)

function waysView({ definition, month, team }: FigureModel): Html {
  const query = new URLSearchParams({ month: isoMonth(month), ...(team !== '' && { team }) })
  return html`<ul class="govuk-list"><li><a class="govuk-link" href="/indicators/${definition.code}">${definition.name} over time</a></li>
<li><a class="govuk-link" href="/audits?${query.toString()}">Every audit of that month</a></li>
${definition.code === 'QA01' && html`<li><a class="govuk-link" href="/audits/programme">The programme: who owes how many</a></li>`}
<li><a class="govuk-link" href="/series/${definition.code}">Every figure that was counted or entered</a></li></ul>`
}
