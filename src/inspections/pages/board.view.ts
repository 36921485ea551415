import { bodyPath } from '#bodies'
import { type Day, longDay } from '#calendar'
import { emptyState, heading, keyFigures, signalList } from '#kit/html/blocks.ts'
import { button, dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { signalRow } from '#performance'
import { linePath } from '#plan'
import {
  type Board,
  type ChallengeMeasure,
  effects,
  isIndependent,
  type Question,
  type QuestionState,
  questionState,
} from '../board.ts'
import type { BoardDays, BoardMeeting } from '../board-days.ts'
import type { Highlight, Line } from '../highlight.ts'

export interface BoardModel {
  readonly board: Board
  readonly today: Day
  readonly days: BoardDays
  readonly ahead: readonly BoardMeeting[]
  readonly highlight: Highlight
  readonly asked: { readonly last: readonly Question[]; readonly earlier: readonly Question[] }
  readonly measure: ChallengeMeasure
  readonly mayKeep: boolean
  /** Whether whoever looks may open the body that the board is, and its meetings. */
  readonly seesBody: boolean
  readonly seesMeetings: boolean
}

export function boardView(model: BoardModel): Html {
  const { board, today, days, highlight, mayKeep } = model
  const { moved, stalled, late, fresh, standing } = highlight
  return html`${heading({ title: board.name, caption: 'Improvement board', lead: leadOf(board, days, today) })}
${
  mayKeep &&
  html`<div class="govuk-button-group">${button({ text: 'Write down a question', href: '/board/questions/new' })}<a class="govuk-link" href="/board/change">Change the board</a></div>`
}
<p class="govuk-body"><a class="govuk-link" href="/board/challenges">Challenge log: ${model.measure.asked} asked</a></p>
${keyFigures([
  { label: 'Moved', value: String(moved.length), note: 'lines since the board last met' },
  { label: 'Stalled', value: String(stalled.length), note: 'at risk, off track or not moving' },
  { label: 'Late', value: String(late.length), note: 'past their day, or no update' },
  {
    label: 'Challenge that changed something',
    value: `${model.measure.changed} of ${model.measure.asked}`,
    note: `${model.measure.followed} followed up`,
  },
])}
<h2 class="govuk-heading-m">What the board asked last time</h2>
${askedView(model)}
<h2 class="govuk-heading-m">What the signals say since</h2>
${fresh.length === 0 ? html`<p class="govuk-body">No figure says anything else than it did when the board last met.</p>` : signalList(fresh.slice(0, 8).map(signalRow), 'Signals since the last meeting')}
${standing.length > 0 && html`<h3 class="govuk-heading-s">The strongest that stand</h3>${signalList(standing.slice(0, 5).map(signalRow), 'The strongest signals')}`}
${linesView('What moved', moved, 'Nothing that is proved to have moved since the board last met.')}
${linesView('What stalled', stalled, 'Nothing is at risk or off track, and no measure has stood still for six months.')}
${linesView('What is late', late, 'Nothing is late.')}
${calendarView(model)}
${membersView(board)}`
}

function leadOf(board: Board, { last, next }: BoardDays, today: Day): string {
  const before = last === null ? 'It has not met yet.' : `It last met on ${longDay(last.on)}.`
  if (board.endedOn !== null && board.endedOn < today) return `${before} It has ended.`
  if (next === null) return before
  const away = next.on - today
  return `${before} It meets next on ${longDay(next.on)}, ${away === 0 ? 'today' : `in ${away} ${away === 1 ? 'day' : 'days'}`}.`
}

function linesView(title: string, lines: readonly Line[], none: string): Html {
  const shown = lines.slice(0, 12)
  return html`<h2 class="govuk-heading-m">${title}</h2>
${
  lines.length === 0
    ? html`<p class="govuk-body">${none}</p>`
    : dataTable({
        caption: title,
        captionHidden: true,
        columns: [
          {
            heading: 'Line of the plan',
            names: true,
            cell: ({ standing }) =>
              html`<a class="govuk-link" href="${linePath(standing.line.id)}">${standing.number} ${standing.line.title}</a>`,
          },
          { heading: 'Why', cell: ({ why }) => why },
          { heading: 'Delivery', cell: ({ standing }) => sentence(standing.line.delivery) },
          {
            heading: 'Difference made',
            cell: ({ standing }) =>
              standing.line.kind === 'milestone' ? '' : sentence(standing.impact.verdict),
          },
          { heading: 'Owner', cell: ({ standing }) => standing.line.owner ?? 'Nobody yet' },
        ],
        rows: shown,
      })
}
${lines.length > shown.length && html`<p class="govuk-body"><a class="govuk-link" href="/plans">See all ${lines.length} in the plan</a></p>`}`
}

const sentence = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`

const stateTag: Readonly<Record<QuestionState, readonly [words: string, colour: string]>> = {
  late: ['Answer is late', 'govuk-tag--red'],
  open: ['Not answered', 'govuk-tag--yellow'],
  answered: ['Answered, not followed up', 'govuk-tag--blue'],
  'followed up': ['Followed up', 'govuk-tag--blue'],
  done: ['Done', 'govuk-tag--green'],
}

function askedView({ asked, today, days }: BoardModel): Html {
  const { last: lastTime, earlier } = asked
  if (lastTime.length === 0 && earlier.length === 0)
    return html`<p class="govuk-body">${days.last === null ? 'It has not met yet.' : 'Nothing is written down, and nothing from before is open.'}</p>`
  return html`${lastTime.length > 0 ? questionsTable(lastTime, today, 'Asked at the last meeting') : html`<p class="govuk-body">Nothing was written down at the last meeting.</p>`}
${earlier.length > 0 && questionsTable(earlier, today, 'Asked before, and not at an end')}`
}

export function questionsTable(
  questions: readonly Question[],
  today: Day,
  caption: string,
  link = true,
): Html {
  return dataTable({
    caption,
    columns: [
      { heading: 'Asked', cell: each => longDay(each.askedOn) },
      {
        heading: 'Question',
        names: true,
        cell: each =>
          link
            ? html`<a class="govuk-link" href="/board/questions/${each.id}">${each.words}</a>`
            : each.words,
      },
      {
        heading: 'By',
        cell: each =>
          html`${each.askedBy}${each.organisation !== '' && html`<br><span class="app-muted">${each.organisation}</span>`}`,
      },
      { heading: 'Answer', cell: each => each.answer ?? 'None yet' },
      {
        heading: 'What came of it',
        cell: each => {
          const [words, colour] = stateTag[questionState(each, today)]
          return html`<strong class="govuk-tag ${colour}">${words}</strong>${each.effect !== null && html`<br>${effects[each.effect]}${each.effectWords !== null && each.effectWords !== '' && html`: ${each.effectWords}`}`}`
        },
      },
    ],
    rows: questions,
  })
}

function calendarView(model: BoardModel): Html {
  const { ahead, days, mayKeep, seesMeetings } = model
  return html`<h2 class="govuk-heading-m">Days ahead</h2>
<p class="govuk-body">${sourceView(model)}</p>
${
  ahead.length === 0
    ? html`<p class="govuk-body">No meeting lies ahead.</p>`
    : dataTable({
        caption: 'Meetings of the next year',
        captionHidden: true,
        columns: [
          {
            heading: 'Day',
            names: true,
            cell: each =>
              each.href !== null && seesMeetings
                ? html`<a class="govuk-link" href="${each.href}">${longDay(each.on)}</a>`
                : longDay(each.on),
          },
          ...(ahead.some(({ because }) => because !== null)
            ? [{ heading: 'Why then', cell: (each: BoardMeeting) => each.because ?? '' }]
            : []),
          ...(mayKeep && days.source === 'rhythm'
            ? [
                {
                  heading: 'Change',
                  cell: (each: BoardMeeting) =>
                    html`<a class="govuk-link" href="/board/meetings/${each.nth}">Move<span class="govuk-visually-hidden"> the meeting of ${longDay(each.on)}</span></a>`,
                },
              ]
            : []),
        ],
        rows: ahead,
      })
}`
}

/** Where the days come from: one place, so that no two pages give two days for one meeting. */
function sourceView({ board, days, seesBody }: BoardModel): Html {
  const { body, source } = days
  const name =
    body !== null &&
    (seesBody
      ? html`<a class="govuk-link" href="${bodyPath(body.id)}">${body.name}</a>`
      : body.name)
  if (source === 'calendar') return html`From the calendar of meetings of ${name}.`
  const every = board.weeks === 1 ? 'week' : `${board.weeks} weeks`
  return html`Every ${every} from ${longDay(board.firstOn)}, never on a weekend or a bank holiday.${body !== null && html` No meeting of ${name} is arranged yet; once one is, the days come from there.`}`
}

function membersView(board: Board): Html {
  const chair = isIndependent(board)
    ? `${board.chair}, independent of those who sit here`
    : `${board.chair}, of ${board.chairOrganisation}, which sits here too`
  return html`<h2 class="govuk-heading-m">Who sits on it</h2>
<p class="govuk-body">Chair: ${chair}.</p>
${
  board.members.length > 0 &&
  dataTable({
    caption: 'Members',
    captionHidden: true,
    columns: [
      { heading: 'Post', names: true, cell: each => each.post },
      { heading: 'Organisation', cell: each => each.organisation },
    ],
    rows: board.members,
  })
}`
}

export function noBoardView(mayKeep: boolean): Html {
  return html`${heading({ title: 'Improvement board' })}
${emptyState({ title: 'No board is set up', text: 'An improvement board meets every six weeks, sees what moved and what stalled, and asks. What it asked is followed to its effect.', ...(mayKeep && { action: { text: 'Set the board up', href: '/board/change' } }) })}`
}
