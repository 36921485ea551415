import { longDay } from '#calendar'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import {
  type BodyPlan,
  type Entry,
  entrySources,
  type KnownDate,
  type PlannedMeeting,
  type Standing,
  type Workplan,
} from '../entry.ts'
import { alarmsByKind } from './commitments.view.ts'

export const bodyPath = ({ bodyId, bodyName }: Pick<BodyPlan, 'bodyId' | 'bodyName'>): string =>
  `/workplan/${encodeURIComponent(bodyId ?? bodyName)}`

/** All bodies: how much is before each, and what is wrong. */
export function workplanView({ bodies, dates, alarms }: Workplan): Html {
  return html`${heading({ title: 'Workplan', caption: 'What meetings are to hear, and when', lead: leadOf(alarms.length, bodies) })}
${alarmsByKind(alarms)}
${
  bodies.length === 0
    ? emptyState({
        title: 'No body has anything before it',
        text: 'Reports promised in minutes, recommendations due back, dates of the law and milestones of the plan come together here.',
      })
    : dataTable({
        caption: 'Bodies',
        captionSize: 'm',
        stacked: true,
        columns: [
          {
            heading: 'Body',
            names: true,
            cell: each => html`<a class="govuk-link" href="${bodyPath(each)}">${each.bodyName}</a>`,
          },
          {
            heading: 'Next meeting',
            cell: each => {
              const [next] = each.meetings
              return next === undefined ? 'None set' : longDay(next.meeting.on)
            },
          },
          {
            heading: 'Due there',
            numeric: true,
            cell: each => each.meetings[0]?.entries.length ?? 0,
          },
          {
            heading: 'At later meetings',
            numeric: true,
            cell: each => sum(each.meetings.slice(1).map(one => one.entries.length)),
          },
          { heading: 'Missed', numeric: true, cell: each => each.missed.length },
          { heading: 'Without a meeting', numeric: true, cell: each => each.unplaced.length },
        ],
        rows: bodies,
      })
}
${datesView(dates)}`
}

const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0)

function leadOf(alarms: number, bodies: readonly BodyPlan[]): string {
  const promised = sum(
    bodies.map(
      each =>
        each.missed.length + each.unplaced.length + sum(each.meetings.map(m => m.entries.length)),
    ),
  )
  if (promised === 0) return 'Nothing is promised to any meeting.'
  const said = `${promised} ${promised === 1 ? 'thing is' : 'things are'} promised to or due back at meetings`
  return alarms === 0
    ? `${said}, and none needs attention.`
    : `${said}. ${alarms} ${alarms === 1 ? 'needs' : 'need'} attention.`
}

/** One body: meeting by meeting, what was missed, and what has no meeting yet. */
export function bodyPlanView(
  plan: BodyPlan,
  dates: readonly KnownDate[],
  capacity: number,
  add: Html | false,
  removeOf: (entry: Entry) => Html | false,
): Html {
  const columns = [
    {
      heading: 'What',
      names: true,
      cell: (each: Entry): Content =>
        each.href === null
          ? each.title
          : html`<a class="govuk-link" href="${each.href}">${each.title}</a>`,
    },
    {
      heading: 'Why it is here',
      cell: (each: Entry): Content =>
        html`${entrySources[each.source]}<br><span class="app-muted">${each.from}</span>`,
    },
    { heading: 'When', cell: (each: Entry) => whenWords(each) },
    {
      heading: 'How it stands',
      cell: (each: Entry): Content => html`${standingTag(each.standing)}${removeOf(each)}`,
    },
  ]
  const list = (caption: string, rows: readonly Entry[]): Html | false =>
    rows.length > 0 && dataTable({ caption, captionSize: 'm', stacked: true, columns, rows })
  return html`${heading({ title: plan.bodyName, caption: 'Workplan', lead: bodyLead(plan) })}
${list('Promised for a meeting that has been, and not received', plan.missed)}
${plan.meetings.map(each => html`${meetingHead(each, capacity)}${each.entries.length === 0 ? html`<p class="govuk-body app-muted">Nothing is due there yet.</p>` : dataTable({ caption: `Due on ${longDay(each.meeting.on)}`, captionHidden: true, stacked: true, columns, rows: each.entries })}`)}
${list('Without a meeting yet', plan.unplaced)}
${datesView(dates)}
${add}`
}

function bodyLead({ meetings, missed, unplaced }: BodyPlan): string {
  const [next] = meetings
  const first =
    next === undefined
      ? 'No meeting is set.'
      : `It meets next on ${longDay(next.meeting.on)}, with ${next.entries.length} ${next.entries.length === 1 ? 'thing' : 'things'} due there.`
  const rest = [
    ...(missed.length > 0 ? [`${missed.length} missed`] : []),
    ...(unplaced.length > 0 ? [`${unplaced.length} without a meeting`] : []),
  ]
  return rest.length === 0 ? first : `${first} ${rest.join(', ')}.`
}

function meetingHead({ meeting, entries, otherItems, isOver }: PlannedMeeting, capacity: number) {
  const day = longDay(meeting.on)
  return html`<h2 class="govuk-heading-m">${meeting.href === null ? day : html`<a class="govuk-link" href="${meeting.href}">${day}</a>`}</h2>
${isOver && html`<p class="govuk-body"><strong class="govuk-tag govuk-tag--orange">More than there is time for</strong> ${entries.length} due and ${otherItems} other ${otherItems === 1 ? 'item' : 'items'}; a meeting has time for ${capacity}.</p>`}`
}

const whenWords = ({ on, onWords }: Entry): string =>
  on === null ? (onWords ?? 'No day fixed') : longDay(on)

const standings: Readonly<Record<Standing, readonly [string, string]>> = {
  'on the agenda': ['On the agenda', 'govuk-tag--green'],
  'was on the agenda': ['Was on the agenda: say whether it came', 'govuk-tag--yellow'],
  'not on the agenda': ['Not on the agenda', 'govuk-tag--red'],
  'agenda not drawn up': ['To come', 'govuk-tag--blue'],
  missed: ['Missed', 'govuk-tag--red'],
  'no meeting': ['No meeting yet', 'govuk-tag--grey'],
  'no day fixed': ['No day fixed', 'govuk-tag--grey'],
}

const standingTag = (standing: Standing): Html =>
  html`<strong class="govuk-tag ${standings[standing][1]}">${standings[standing][0]}</strong>`

function datesView(dates: readonly KnownDate[]): Html | false {
  if (dates.length === 0) return false
  return dataTable({
    caption: 'Dates to plan around',
    captionSize: 'm',
    stacked: true,
    columns: [
      { heading: 'Date', cell: each => longDay(each.on) },
      {
        heading: 'What',
        names: true,
        cell: each =>
          each.href === null
            ? each.title
            : html`<a class="govuk-link" href="${each.href}">${each.title}</a>`,
      },
      { heading: 'Where from', cell: each => each.source },
    ],
    rows: dates.slice(0, 30),
  })
}
