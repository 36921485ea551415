import { type Day, longDay } from '#calendar'
import { emptyState, heading, keyFigures } from '#kit/html/blocks.ts'
import { type Html, html } from '#kit/html/html.ts'
import { type Route, route, show } from '#kit/http/index.ts'
import { publicDecisionPath, publicNoticePath } from '../paths.ts'
import type { PublicRecord } from '../record.ts'
import { actionView, meetingLine, searchForm } from './parts.view.ts'
import { CURRENT, type PublicRooms, readingOf } from './reading.ts'

/** `/public`: what is coming, what was decided, and what became of what was asked for. */
export function homePage(rooms: PublicRooms): Route {
  return route({
    method: 'GET',
    url: '/public',
    handler: async ({ request }) => {
      const { record, council, today } = await readingOf(rooms, request)
      return show({
        title: 'Meetings and decisions',
        current: CURRENT,
        body: homeView(record, council.name, today),
      })
    },
  })
}

const FEW = 6

function homeView(record: PublicRecord, council: string, today: Day): Html {
  const lead = `What ${council} decides about children’s services, what it is asked, and what came of it.`
  return html`${heading({ title: 'Meetings and decisions', lead })}
${searchForm('')}
${comingView(record, today)}
${decidedView(record, today)}
${actionsView(record)}
<h2 class="govuk-heading-m">More to read</h2>
<ul class="govuk-list govuk-list--bullet">
<li><a class="govuk-link" href="/public/figures">Figures of children’s services</a></li>
<li><a class="govuk-link" href="/public/people">Who sits where, and the register of interests</a></li>
<li><a class="govuk-link" href="/questions/ask">Put a question to a meeting</a></li>
<li><a class="govuk-link" href="/public/follow">Follow this page: e-mail, calendar, news feed and open data</a></li>
</ul>`
}

function comingView(record: PublicRecord, today: Day): Html {
  const coming = record.published.meetings
    .filter(each => each.starts.day >= today && each.state !== 'cancelled')
    .toSorted((a, b) => a.starts.day - b.starts.day)
    .slice(0, FEW)
  return html`<h2 class="govuk-heading-m">Coming meetings</h2>
${
  coming.length === 0
    ? html`<p class="govuk-body">No meeting is arranged at the moment.</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${coming.map(each => meetingLine(record, each))}</ul>`
}
<p class="govuk-body"><a class="govuk-link" href="/public/meetings">All meetings, with agendas, papers and minutes</a></p>`
}

function decidedView(record: PublicRecord, today: Day): Html {
  const latest = record.published.decisions.toSorted((a, b) => b.madeOn - a.madeOn).slice(0, FEW)
  const coming = record.notices.filter(each => each.toOn >= today && each.kind !== 'private')
  return html`<h2 class="govuk-heading-m">Decided lately</h2>
${
  latest.length === 0
    ? html`<p class="govuk-body">No decision is published yet.</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${latest.map(
        each =>
          html`<li><a class="govuk-link" href="${publicDecisionPath(each.id)}">${each.title}</a><br><span class="app-muted">${each.madeBy}, ${longDay(each.madeOn)}</span></li>`,
      )}</ul>`
}
${
  coming.length > 0 &&
  html`<h3 class="govuk-heading-s">Important decisions that are coming</h3>
<ul class="govuk-list govuk-list--spaced">${coming
    .slice(0, FEW)
    .map(
      each =>
        html`<li><a class="govuk-link" href="${publicNoticePath(each.id)}">${each.matter}</a><br><span class="app-muted">${each.maker}, ${longDay(each.fromOn)}${each.toOn !== each.fromOn && ` to ${longDay(each.toOn)}`}</span></li>`,
    )}</ul>`
}
<p class="govuk-body"><a class="govuk-link" href="/public/decisions">All decisions</a></p>`
}

function actionsView(record: PublicRecord): Html {
  const all = [...record.actions.values()]
  if (all.length === 0)
    return html`${emptyState({ title: 'What was asked for', text: 'What meetings ask for is shown here once their minutes are published, with what became of it.' })}`
  const latest = all.toSorted((a, b) => b.originOn - a.originOn).slice(0, FEW)
  const isOpen = (state: string): boolean => ['open', 'accepted', 'partly'].includes(state)
  const figure = (label: string, value: number, note: string) => ({
    label,
    value: String(value),
    note,
  })
  return html`<h2 class="govuk-heading-m">What was asked for, and what came of it</h2>
${keyFigures([
  figure('Open', all.filter(each => isOpen(each.state)).length, `of ${all.length}`),
  figure('Overdue', all.filter(each => each.isOverdue).length, 'past the day that was set'),
  figure(
    'Done, not yet verified',
    all.filter(each => each.state === 'done' && each.verifiedOn === null).length,
    'done does not always mean better: somebody looks',
  ),
])}
<ul class="govuk-list">${latest.map(each => actionView(each, true))}</ul>
<p class="govuk-body"><a class="govuk-link" href="/public/actions">Everything that was asked for</a></p>`
}
