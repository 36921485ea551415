import { type Day, isoMonth, longDay, longMonth, monthOf } from '#calendar'
import { chartFigure, emptyState, heading, keyFigures } from '#kit/html/blocks.ts'
import { controlChart } from '#kit/html/charts/index.ts'
import { dataTable, insetText } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { roleWords } from '#people'
import { chartPoints } from '#performance'
import type { Tool } from '#practice'
import { sentenceOf } from '#signals'
import { type Around, type Counted, countedOf, type OwedMonth } from '../completion.ts'
import type { Programme } from '../gather.ts'
import { type Exemption, exemptionKinds, lastDayOfExemption } from '../obligation.ts'
import { onTimeInWords, toolTitle } from './words.ts'

export interface ProgrammeModel {
  readonly programme: Programme
  readonly tools: readonly Tool[]
  readonly today: Day
  readonly showsPeople: boolean
  readonly mayLead: boolean
  readonly mayOwe: boolean
}

/** Who owes how many audits, who is let off, and what was done. */
export function programmeView(model: ProgrammeModel): Html {
  const { programme, mayLead, mayOwe } = model
  const { completion, obligations } = programme
  return html`${heading({
    title: 'Audit programme',
    lead:
      obligations.length === 0
        ? 'Who owes how many audits each month, and what came of it.'
        : sentenceOf(completion.signal, { name: 'Audits done by the end of their month' }),
  })}
<p class="govuk-body">${mayOwe && html`<a class="govuk-link" href="/audits/programme/mine">Audits I owe</a>`}${mayLead && html` · <a class="govuk-link" href="/audits/programme/obligations/new">Ask for audits each month</a> · <a class="govuk-link" href="/audits/programme/exemptions/new">Let somebody off for a time</a> · <a class="govuk-link" href="/audits/programme/exemptions/withdraw">Withdraw all discretionary exemptions</a>`}</p>
${
  obligations.length === 0
    ? emptyState({
        title: 'Nobody owes audits yet',
        text: 'A programme says who audits how many children’s records each month, with which tool.',
      })
    : html`${figures(model)}${chart(programme)}${programme.completion.around !== null && around(programme.completion.around)}${months(model)}${groups(model)}`
}
${exemptionsView(model)}${model.mayLead && obligationsView(model)}`
}

function figures({ programme, today }: ProgrammeModel): Html {
  const { latest, months: all } = programme.completion
  const now = all.find(each => each.month === monthOf(today))
  return keyFigures([
    ...(latest === null
      ? []
      : [
          {
            label: `Done by the end of ${longMonth(latest.month)}`,
            value: onTimeInWords(latest),
            note: `${latest.onTime} of ${latest.asked} asked for, ${latest.exempt} of which were let off`,
          },
        ]),
    ...(now === undefined
      ? []
      : [
          {
            label: `Still to do in ${longMonth(now.month)}`,
            value: String(now.open),
            note: `of ${now.asked} asked for; ${now.exempt} let off`,
          },
        ]),
  ])
}

function chart({ completion, withdrawals }: Programme): Html | false {
  if (completion.signal.points.length < 2) return false
  return chartFigure({
    caption:
      'Audits done by the end of their month, of all that the programme asks for. Whoever is let off stays among those asked, so that letting off more people cannot make the figure better.',
    chart: controlChart({
      id: 'completion',
      title: 'Audits done on time, month by month',
      description: `${sentenceOf(completion.signal)} The numbers are in the table below the chart.`,
      points: chartPoints(completion.signal),
      format: value => `${Math.round(value)}%`,
      floor: 0,
      ceiling: 100,
      notes: withdrawals.map(({ on }) => ({
        at: isoMonth(monthOf(on)),
        text: 'Exemptions withdrawn',
      })),
    }),
    table: dataTable({
      caption: 'Audits by month, newest first',
      captionHidden: true,
      compact: true,
      stacked: true,
      columns: [
        { heading: 'Month', cell: each => longMonth(each.month) },
        ...countedColumns<Counted & { readonly month: number }>(),
      ],
      rows: completion.months.toReversed(),
    }),
  })
}

function countedColumns<Row extends Counted>() {
  return [
    { heading: 'Asked for', numeric: true, cell: (each: Row) => each.asked },
    { heading: 'Let off', numeric: true, cell: (each: Row) => each.exempt },
    { heading: 'Done on time', numeric: true, cell: (each: Row) => each.onTime },
    { heading: 'Done late', numeric: true, cell: (each: Row) => each.late },
    { heading: 'Not done', numeric: true, cell: (each: Row) => each.open },
    { heading: 'On time (95% interval)', numeric: true, cell: (each: Row) => onTimeInWords(each) },
  ]
}

function around({ withdrawal, before, after, difference }: Around): Html {
  const points = (share: number) => Math.round(share * 100)
  const says =
    difference === null
      ? 'There are fewer than 10 audits on one side, so nothing is claimed yet.'
      : difference.low > 0
        ? `${points(difference.difference)} percentage points more are done on time since (95% interval ${points(difference.low)} to ${points(difference.high)}).`
        : difference.high < 0
          ? `${-points(difference.difference)} percentage points fewer are done on time since (95% interval ${-points(difference.high)} to ${-points(difference.low)}).`
          : `The difference of ${points(difference.difference)} percentage points could be chance (95% interval ${points(difference.low)} to ${points(difference.high)}).`
  return html`<h2 class="govuk-heading-m">Before and after exemptions were withdrawn</h2>
<p class="govuk-body">${withdrawal.decidedBy} withdrew discretionary exemptions from ${longDay(withdrawal.on)}: ${withdrawal.reason}</p>
<p class="govuk-body">${says}</p>
${dataTable({
  caption: 'Up to 12 months on each side',
  captionHidden: true,
  stacked: true,
  columns: [
    { heading: 'When', cell: each => each.name },
    ...countedColumns<Counted & { readonly name: string }>(),
  ],
  rows: [
    { name: 'Before', ...before },
    { name: 'Since', ...after },
  ],
})}`
}

function months({ programme, today, tools, showsPeople }: ProgrammeModel): Html | false {
  const month = monthOf(today)
  const own = programme.owed.filter(each => each.month === month)
  if (!showsPeople || own.length === 0) return false
  return dataTable({
    caption: `Who owes what in ${longMonth(month)}`,
    captionSize: 'm',
    stacked: true,
    columns: [
      { heading: 'Who', cell: each => each.obligation.personName },
      { heading: 'Team', cell: each => each.obligation.team },
      { heading: 'Tool', cell: each => toolTitle(tools, each.obligation.toolKey) },
      { heading: 'Asked for', numeric: true, cell: each => each.asked },
      { heading: 'Done', numeric: true, cell: each => each.onTime + each.late },
      {
        heading: 'Now',
        cell: each =>
          each.exempt > 0
            ? 'Let off'
            : each.onTime + each.late >= each.asked
              ? 'Done'
              : `${each.asked - each.onTime - each.late} to do`,
      },
    ],
    rows: own,
  })
}

/** A year by role and by team: how many, and a share only where there are enough. */
function groups({ programme, today }: ProgrammeModel): Html {
  const to = monthOf(today) - 1
  const year = programme.owed.filter(each => each.month > to - 12 && each.month <= to)
  const by = (name: string, of: (each: OwedMonth) => string) =>
    year.length > 0 &&
    dataTable({
      caption: `By ${name}, the last 12 whole months`,
      captionSize: 'm',
      stacked: true,
      columns: [
        { heading: name === 'role' ? 'Role' : 'Team', cell: each => each.name },
        ...countedColumns<Counted & { readonly name: string }>(),
      ],
      rows: [...Map.groupBy(year, of)]
        .map(([key, all]) => ({ name: key, ...countedOf(all) }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    })
  return html`${by('role', each => roleWords[each.obligation.role])}${by('team', each => each.obligation.team || 'No team')}`
}

function exemptionsView({ programme, tools, showsPeople, today }: ProgrammeModel): Html | false {
  const { exemptions } = programme
  if (exemptions.length === 0) return false
  const now = exemptions.filter(
    each => each.fromOn <= today && today <= lastDayOfExemption(each),
  ).length
  return html`<h2 class="govuk-heading-m">Exemptions</h2>
<p class="govuk-body">${now === 0 ? 'Nobody is' : now === 1 ? '1 person is' : `${now} are`} let off today. ${exemptions.length} were given in all, and each stays here.</p>
${insetText({ text: 'An exemption needs a reason, an end, and somebody else who approves it. A month is let off where the exemption holds on its last day.' })}
${
  showsPeople &&
  dataTable<Exemption>({
    caption: 'Everybody who was ever let off, the newest first',
    captionHidden: true,
    stacked: true,
    columns: [
      { heading: 'Who', cell: each => each.personName },
      { heading: 'Tool', cell: each => toolTitle(tools, each.toolKey) },
      { heading: 'Why', cell: each => html`${exemptionKinds[each.kind]}. ${each.reason}` },
      { heading: 'From', cell: each => longDay(each.fromOn) },
      {
        heading: 'Until',
        cell: each =>
          each.withdrawnOn === null
            ? longDay(each.untilOn)
            : `Withdrawn from ${longDay(each.withdrawnOn)} (was to ${longDay(each.untilOn)})`,
      },
      { heading: 'Approved by', cell: each => each.approvedBy },
    ],
    rows: exemptions,
  })
}`
}

function obligationsView({ programme, tools }: ProgrammeModel): Html | false {
  if (programme.obligations.length === 0) return false
  return dataTable({
    caption: 'What the programme asks for',
    captionSize: 'm',
    stacked: true,
    columns: [
      { heading: 'Who', cell: each => each.personName },
      { heading: 'Role', cell: each => roleWords[each.role] },
      { heading: 'Team', cell: each => each.team },
      { heading: 'Tool', cell: each => toolTitle(tools, each.toolKey) },
      { heading: 'Each month', numeric: true, cell: each => each.monthly },
      { heading: 'From', cell: each => longDay(each.fromOn) },
      {
        heading: 'Until',
        cell: each =>
          each.untilOn === null
            ? html`<a class="govuk-link" href="/audits/programme/obligations/${each.id}/end">End<span class="govuk-visually-hidden"> what ${each.personName} owes</span></a>`
            : longDay(each.untilOn),
      },
    ],
    rows: programme.obligations,
  })
}
