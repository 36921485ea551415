import type { Body } from '#bodies'
import {
  type Day,
  dayIn,
  firstDayOf,
  isoMonth,
  lastDayOf,
  longDay,
  longMonth,
  type Month,
  weekdayNames,
  weekdayOf,
  whyNotWorking,
} from '#calendar'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { button, dataTable } from '#kit/html/components/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import type { Link } from '#kit/html/page.ts'
import { type Journeys, journeysWords } from '../journeys.ts'
import { type Meeting, meetingStates, modes } from '../meeting.ts'
import { fullDay, meetingPath, timesWords } from '../names.ts'

/** A meeting in a list, with by when its agenda is out. */
export interface Listed {
  readonly meeting: Meeting
  readonly body: Body
  readonly agendaDue: Day
}

export interface MeetingsModel {
  readonly today: Day
  readonly month: Month
  readonly coming: readonly Listed[]
  readonly past: readonly Listed[]
  /** Whether there are more past ones than are shown. */
  readonly morePast: boolean
  /** Of the last twelve months. */
  readonly journeys: Journeys
  readonly bodies: readonly Body[]
  readonly bodyId: string
  readonly ways: readonly Link[]
  readonly mayKeep: boolean
}

export function meetingsView(model: MeetingsModel): Html {
  const { coming, past, today, mayKeep, bodies } = model
  const spared = journeysWords(model.journeys)
  const [next] = coming.filter(({ meeting }) => meeting.state !== 'cancelled')
  const lead =
    next === undefined
      ? 'No meeting is arranged.'
      : html`Next: <a class="govuk-link" href="${meetingPath(next.meeting.id)}">${next.body.name}</a>, ${fullDay(next.meeting.heldOn)} at ${next.meeting.startsAt}.`
  return html`${heading({ title: 'Meetings', lead })}
${model.ways.length > 0 && html`<ul class="govuk-list app-columns">${model.ways.map(way => html`<li><a class="govuk-link" href="${way.href}">${way.text}</a></li>`)}</ul>`}
${mayKeep && html`<div class="govuk-button-group">${button({ text: 'Arrange a meeting', href: '/meetings/new' })}<a class="govuk-link" href="/meetings/series">Arrange a series</a><a class="govuk-link" href="/meetings/recesses">Recesses</a><a class="govuk-link" href="/meetings/notices">Notices on agendas</a></div>`}
${bodies.length > 0 && filterView(model)}
<p class="govuk-body"><a class="govuk-link" href="/meetings/month/${isoMonth(model.month)}${query(model.bodyId)}">${longMonth(model.month)} as a calendar</a></p>
<h2 class="govuk-heading-m">Coming</h2>
${
  coming.length === 0
    ? emptyState({
        title: 'Nothing is coming',
        text: mayKeep
          ? 'Arrange a meeting, or a series of them.'
          : 'The clerk has arranged no meeting yet.',
      })
    : listView(coming, today, `${coming.length} ${coming.length === 1 ? 'meeting' : 'meetings'}`)
}
${
  past.length > 0 &&
  html`<h2 class="govuk-heading-m">Past</h2>
${spared !== null && html`<p class="govuk-body">${spared}</p>`}
${listView(past, today, 'The latest first')}
${model.morePast && html`<p class="govuk-body"><a class="govuk-link" href="/meetings?past=all${model.bodyId === '' ? '' : `&body=${model.bodyId}`}">All that are past</a></p>`}`
}`
}

const query = (bodyId: string): string => (bodyId === '' ? '' : `?body=${bodyId}`)

function filterView({ bodies, bodyId }: MeetingsModel): Html {
  return html`<form method="get" action="/meetings" class="app-filter">
<div class="govuk-form-group"><label class="govuk-label" for="body">Body</label>
<select class="govuk-select" id="body" name="body"><option value="">All bodies</option>${bodies.map(
    ({ id, name }) =>
      html`<option value="${id}"${id === bodyId && html` selected`}>${name}</option>`,
  )}</select></div>
<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">Show these</button>
</form>`
}

function listView(listed: readonly Listed[], today: Day, caption: string): Html {
  return dataTable({
    caption,
    columns: [
      {
        heading: 'Meeting',
        names: true,
        cell: ({ meeting, body }) =>
          html`<a class="govuk-link" href="${meetingPath(meeting.id)}">${body.name}</a>${meeting.title !== '' && html`<br>${meeting.title}`}`,
      },
      {
        heading: 'When',
        cell: ({ meeting }) => html`${fullDay(meeting.heldOn)}<br>${timesWords(meeting)}`,
      },
      {
        heading: 'Where',
        cell: ({ meeting }) =>
          html`${meeting.venue || modes[meeting.mode]}${meeting.venue !== '' && meeting.mode !== 'in person' && html`<br><span class="app-muted">${modes[meeting.mode]}</span>`}`,
      },
      { heading: 'State', cell: each => stateCell(each, today) },
    ],
    rows: listed,
  })
}

const tags: Readonly<Record<Meeting['state'], string>> = {
  provisional: 'govuk-tag--yellow',
  confirmed: 'govuk-tag--blue',
  postponed: 'govuk-tag--orange',
  cancelled: 'govuk-tag--red',
  held: 'govuk-tag--grey',
}

export const stateTag = ({ state }: Pick<Meeting, 'state'>): Html =>
  html`<strong class="govuk-tag ${tags[state]}">${meetingStates[state]}</strong>`

function stateCell({ meeting, agendaDue }: Listed, today: Day): Content {
  return html`${stateTag(meeting)}<br>${agendaWords(meeting, agendaDue, today)}`
}

/** Whether the agenda is out, or by when it has to be. */
export function agendaWords(meeting: Meeting, due: Day, today: Day): string {
  if (meeting.agendaPublishedAt !== null)
    return `Agenda published ${longDay(dayIn(meeting.agendaPublishedAt))}`
  if (meeting.state === 'cancelled' || meeting.state === 'postponed') return ''
  if (meeting.heldOn < today) return 'No agenda was published'
  return due < today ? `Agenda was due by ${longDay(due)}` : `Agenda due by ${longDay(due)}`
}

export interface MonthModel {
  readonly month: Month
  readonly today: Day
  readonly listed: readonly Listed[]
  readonly recessOn: (day: Day) => string | null
  readonly bodyId: string
}

export function monthView({ month, today, listed, recessOn, bodyId }: MonthModel): Html {
  const first = firstDayOf(month)
  const days = Array.from({ length: lastDayOf(month) - first + 1 }, (_, at) => first + at)
  const meetings = listed.length
  const link = (to: Month, words: string): Html =>
    html`<a class="govuk-link" href="/meetings/month/${isoMonth(to)}${query(bodyId)}">${words}: ${longMonth(to)}</a>`
  return html`${heading({ title: longMonth(month), caption: 'Meetings', lead: meetings === 0 ? 'There is no meeting in this month.' : `${meetings} ${meetings === 1 ? 'meeting' : 'meetings'}.` })}
<p class="govuk-body">${link(month - 1, 'Earlier')} &nbsp; ${link(month + 1, 'Later')}</p>
<div class="app-month__weekdays" aria-hidden="true">${weekdayNames.map(name => html`<span>${name.slice(0, 3)}</span>`)}</div>
<ol class="app-month">${days.map(day => {
    const own = listed.filter(({ meeting }) => meeting.heldOn === day)
    const off = weekdayOf(day) > 5 ? null : whyNotWorking(day)
    const recess = recessOn(day)
    // Once a week and where it begins: on each of its days it would drown the meetings.
    const saysRecess =
      own.length > 0 || weekdayOf(day) === 1 || day === first || recessOn(day - 1) !== recess
    const note = off ?? (saysRecess ? recess : null)
    const begins = recess !== null && (day === first || recessOn(day - 1) !== recess)
    const isEmpty = own.length === 0 && off === null && !begins
    const classes = [
      'app-month__day',
      isEmpty ? 'app-month__day--empty' : '',
      day === today ? 'app-month__day--today' : '',
      day === first ? `app-month__day--from-${weekdayOf(day)}` : '',
    ].filter(each => each !== '')
    return html`<li class="${classes.join(' ')}">${dateView(day)}
${note !== null && html`<p class="app-month__off">${note}</p>`}
${own.length > 0 && html`<ul class="app-month__meetings">${own.map(({ meeting, body }) => html`<li>${meeting.startsAt} <a class="govuk-link" href="${meetingPath(meeting.id)}">${body.name}</a>${notAsPlanned(meeting)}</li>`)}</ul>`}</li>
`
  })}</ol>
<p class="govuk-body"><a class="govuk-link" href="/meetings${query(bodyId)}">As a list</a></p>`
}

function dateView(day: Day): Html {
  const [, number = '', month = ''] = fullDay(day).split(' ')
  return html`<p class="app-month__date"><span class="app-month__long">${weekdayNames[weekdayOf(day) - 1]} </span>${number}<span class="app-month__long"> ${month}</span></p>`
}

function notAsPlanned({ state }: Meeting): Content {
  return state === 'confirmed' || state === 'held'
    ? false
    : html` (${meetingStates[state].toLowerCase()})`
}
