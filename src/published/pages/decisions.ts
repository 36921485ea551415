import { citeLaw, longDay } from '#calendar'
import { differenceView, type Notice, noticeKinds, outcomes, type Standing } from '#decisions'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { dataTable, details, summaryList } from '#kit/html/components/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import { type Route, route, show } from '#kit/http/index.ts'
import { publicMeetingPath } from '../paths.ts'
import type { KeptBack, PublicAction, PublicDecision, PublicRecord } from '../record.ts'
import { actionView, linesView } from './parts.view.ts'
import { CURRENT, homeCrumb, type PublicRooms, readingOf } from './reading.ts'

/** `/public/decisions`: what was decided, the latest first, and what is coming. */
export function decisionsPage(rooms: PublicRooms): Route {
  return route({
    method: 'GET',
    url: '/public/decisions',
    handler: async ({ request }) => {
      const { record } = await readingOf(rooms, request)
      return show({
        title: 'Decisions',
        current: CURRENT,
        breadcrumbs: [homeCrumb],
        body: decisionsView(record),
      })
    },
  })
}

function decisionsView(record: PublicRecord): Html {
  const latest = [...record.decisions.values()].toSorted(
    (a, b) => b.decision.takenOn - a.decision.takenOn,
  )
  return html`${heading({ title: 'Decisions', lead: 'What was decided, by whom and why, and where it differs from what was recommended.' })}
${latest.length === 0 && emptyState({ title: 'No decision is published yet', text: 'A decision is shown here once its record is published.' })}
${latest.map(each => decisionView(record, each))}
${keptBackView(record.keptBack)}
${
  record.notices.length > 0 &&
  html`<h2 class="govuk-heading-l" id="coming">Announced decisions and meetings in private</h2>
${record.notices.map(noticeView)}`
}`
}

/** What was decided in private: that it was, by whom, and which law lets the council not tell it. */
function keptBackView(all: readonly KeptBack[]): Html | false {
  if (all.length === 0) return false
  const laws = [...new Set(all.flatMap(({ law }) => (law === null ? [] : [citeLaw(law)])))]
  return html`<h2 class="govuk-heading-l" id="kept-back">Decided in private</h2>
<p class="govuk-body">These were decided, and what was decided is not told here.</p>
${dataTable({
  caption: 'Decisions whose record is kept back',
  captionHidden: true,
  columns: [
    { heading: 'Decided by', names: true, cell: ({ madeBy }) => madeBy },
    { heading: 'When', cell: ({ on }) => longDay(on) },
    { heading: 'Why it is not told', cell: ({ because }) => because },
  ],
  rows: all,
})}
${laws.map(law => html`<p class="govuk-body app-muted">${law}.</p>`)}`
}

const row = (key: string, value: Content) => ({
  key: { text: key },
  value: { html: html`${value}` },
})

function decisionView(record: PublicRecord, { decision, standing }: PublicDecision): Html {
  const meeting = record.meetings.has(decision.meetingId ?? '') ? decision.meetingId : null
  return html`<section id="decision-${decision.id}">
<h2 class="govuk-heading-m">${decision.title}</h2>
${summaryList({
  classes: 'govuk-!-margin-bottom-4',
  rows: [
    row('Decided by', decision.maker),
    row(
      'When',
      meeting === null
        ? longDay(decision.takenOn)
        : html`${longDay(decision.takenOn)}, <a class="govuk-link" href="${publicMeetingPath(meeting)}">at this meeting</a>`,
    ),
    row('Outcome', outcomes[decision.outcome]),
    row('Now', standingWords(standing)),
    ...(decision.isKey ? [row('Key decision', decision.keyWords || 'Yes')] : []),
  ],
})}
${differenceView(decision.recommended, decision.resolved)}
${whyView(decision)}
</section>
`
}

function whyView({ reasons, alternatives, interests, documents }: PublicDecision['decision']) {
  const parts: readonly (readonly [string, string])[] = [
    ['Reasons', reasons],
    ['What else was considered', alternatives],
    ['Interests', interests],
    ['Documents considered', documents],
  ]
  const said = parts.filter(([, words]) => words.trim() !== '')
  return (
    said.length > 0 &&
    details({
      summaryText: 'Why, and what else was considered',
      html: html`${said.map(([title, words]) => html`<h3 class="govuk-heading-s">${title}</h3>${linesView(words)}`)}`,
    })
  )
}

function standingWords(standing: Standing): string {
  switch (standing.kind) {
    case 'draft':
      return ''
    case 'open to call-in':
      return `Members can ask until ${longDay(standing.until)} that it is looked at again.`
    case 'called in':
      return 'Members have asked that it is looked at again.'
    case 'sent back':
      return 'It was sent back to be looked at again.'
    case 'in force':
      return 'It stands.'
  }
}

function noticeView(notice: Notice): Html {
  const when =
    notice.fromOn === notice.toOn
      ? longDay(notice.fromOn)
      : `${longDay(notice.fromOn)} to ${longDay(notice.toOn)}`
  const rows: readonly (readonly [string, string])[] = [
    ['Kind', noticeKinds[notice.kind]],
    ['Decided by', notice.maker],
    ['Members', notice.members],
    ['When', when],
    ['Documents', notice.documents],
    ['Where to get them', notice.address],
    ['Other documents', notice.otherDocuments],
    ['How to ask for them', notice.howToRequest],
    ['Reason', notice.reason],
  ]
  return html`<section id="notice-${notice.id}">
<h3 class="govuk-heading-s">${notice.matter}</h3>
${summaryList({ rows: rows.filter(([, words]) => words !== '').map(([key, words]) => row(key, words)) })}
</section>
`
}

/** `/public/actions`: what meetings asked for, and what came of it. */
export function actionsPage(rooms: PublicRooms): Route {
  return route({
    method: 'GET',
    url: '/public/actions',
    handler: async ({ request }) => {
      const { record } = await readingOf(rooms, request)
      return show({
        title: 'What was asked for',
        current: CURRENT,
        breadcrumbs: [homeCrumb],
        body: actionsView(record),
      })
    },
  })
}

const isOpen = ({ state }: PublicAction): boolean => ['open', 'accepted', 'partly'].includes(state)

function actionsView({ actions }: PublicRecord): Html {
  const all = [...actions.values()].toSorted((a, b) => b.originOn - a.originOn)
  const groups: readonly (readonly [string, string, readonly PublicAction[]])[] = [
    ['overdue', 'Overdue', all.filter(each => each.isOverdue)],
    ['open', 'Open', all.filter(each => isOpen(each) && !each.isOverdue)],
    ['done', 'Done, not yet verified', all.filter(isUnverified)],
    ['over', 'Finished', all.filter(each => !isOpen(each) && !isUnverified(each))],
  ]
  const there = groups.filter(([, , those]) => those.length > 0)
  return html`${heading({ title: 'What was asked for, and what came of it', lead: 'What meetings asked for, recommended and were promised. That something is done does not mean that it is better: that is looked at afterwards.' })}
${all.length === 0 && emptyState({ title: 'Nothing is published yet', text: 'What a meeting asks for is shown here once its minutes are published.' })}
${there.length > 1 && html`<ul class="govuk-list app-columns">${there.map(([anchor, words, those]) => html`<li><a class="govuk-link" href="#${anchor}">${words} (${those.length})</a></li>`)}</ul>`}
${there.map(
  ([anchor, words, those]) => html`<h2 class="govuk-heading-m" id="${anchor}">${words}</h2>
<ul class="govuk-list">${those.map(each => actionView(each, false))}</ul>`,
)}`
}

const isUnverified = ({ state, verifiedOn }: PublicAction): boolean =>
  state === 'done' && verifiedOn === null
