import { longDay, parseIsoDay } from '#calendar'
import {
  meetingName,
  type PublishedMeeting as NeutralMeeting,
  type PublishedQuestion,
} from '#exchange'
import { definition, emptyState, heading } from '#kit/html/blocks.ts'
import { insetText, warningText } from '#kit/html/components/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import {
  exemptLine,
  fullDay,
  packNote,
  pagesWords,
  type AgendaEntry,
  type ShownPaper,
  timesWords,
} from '#meetings'
import type { PublishedMinutesItem } from '#minutes'
import { publicBodyPath, publicDecisionPath, publicPaperPath } from '../paths.ts'
import type { PublicMeeting, PublicRecord } from '../record.ts'
import { actionView, linesView, paragraphs, stateTag } from './parts.view.ts'

/** One meeting as anybody reads it. */
export function meetingView(
  record: PublicRecord,
  neutral: NeutralMeeting,
  detail: PublicMeeting,
): Html {
  const { shown } = detail
  const { meeting } = shown
  const name = `${meetingName(neutral, record.published.bodies)}, ${longDay(meeting.heldOn)}`
  const note = packNote(shown.agenda)
  const where = [timesWords(meeting), meeting.venue].filter(part => part !== '').join(', ')
  return html`${heading({ title: name, lead: html`${fullDay(meeting.heldOn)}, ${where}.${stateTag(neutral.state)}` })}
${changesView(detail)}
${filesView(neutral)}
${note !== null && html`<p class="govuk-body">${note}</p>`}
${onThisPage(record, neutral, detail)}
<h2 class="govuk-heading-m" id="agenda">Agenda</h2>
${agendaView(detail)}
${questionsView(record.published.questions.filter(each => each.meeting === meeting.id))}
${decisionsView(record, meeting.id)}
${minutesView(detail)}
${attendanceView(neutral)}
${askedView(record, meeting.id)}
${aboutView(record, neutral, detail)}`
}

function changesView({ shown }: PublicMeeting): Html {
  const { meeting, changes } = shown
  const isOff = meeting.state === 'cancelled' || meeting.state === 'postponed'
  const off =
    isOff &&
    warningText({
      iconFallbackText: 'Important',
      text: `This meeting is ${meeting.state}. ${meeting.stateWords}`,
    })
  const moved = changes
    .filter(({ kind }) => kind === 'moved')
    .map(({ was, reason }) => {
      const day = parseIsoDay(was.heldOn)
      return html`<p class="govuk-body">It was to be on ${day === null ? was.heldOn : fullDay(day)} at ${was.startsAt}. ${reason}</p>`
    })
  return html`${off}${moved.length > 0 && insetText({ html: html`${moved}` })}${
    shown.shortNotice !== null &&
    insetText({
      text: `The agenda was published with fewer clear days than usual: ${shown.shortNotice.reason}`,
    })
  }`
}

function filesView({ papers }: NeutralMeeting): Html | false {
  const files = papers.filter(each => each.url === null || each.kind === 'minutes')
  return (
    files.length > 0 &&
    html`<ul class="govuk-list">${files.map(each => html`<li><a class="govuk-link" href="${each.file.url}">${each.title} (PDF)</a>${each.pages !== null && html`, pages ${each.pages.first} to ${each.pages.last}`}, <span class="app-muted">published ${longDay(each.publishedOn)}</span></li>`)}</ul>`
  )
}

function onThisPage(
  record: PublicRecord,
  { id, attendance }: NeutralMeeting,
  { minutes }: PublicMeeting,
): Html {
  const has = (all: readonly { readonly meeting: string | null }[]): boolean =>
    all.some(each => each.meeting === id)
  const parts: readonly (readonly [string, string, boolean])[] = [
    ['agenda', 'Agenda', true],
    ['questions', 'Questions and answers', has(record.published.questions)],
    ['decisions', 'Decisions', has(record.published.decisions)],
    ['minutes', 'Minutes', minutes !== null],
    ['attendance', 'Who was there', attendance.length > 0],
    ['actions', 'What was asked for', has(record.published.actions)],
    ['about', 'About the meeting', true],
  ]
  return html`<nav aria-label="On this page"><ul class="govuk-list app-columns">${parts
    .filter(([, , there]) => there)
    .map(
      ([anchor, words]) => html`<li><a class="govuk-link" href="#${anchor}">${words}</a></li>`,
    )}</ul></nav>`
}

function agendaView({ shown }: PublicMeeting): Html {
  const { entries, loose } = shown.agenda
  if (entries.length === 0 && loose.length === 0)
    return emptyState({
      title: 'The agenda is not published yet',
      text: 'It is shown here once it is.',
    })
  return html`<ol class="govuk-list app-agenda">${entries.map(entryView)}</ol>
${loose.length > 0 && html`<h3 class="govuk-heading-s">Papers of the meeting as a whole</h3>${papersView(loose)}`}`
}

function entryView({ item, papers }: AgendaEntry): Html {
  const name = item.number === '' ? item.title : `${item.number}. ${item.title}`
  return html`<li class="app-agenda__item" id="item-${item.id}">
<h3 class="govuk-heading-s">${name}</h3>
${item.withdrawnWords !== null && html`<p class="govuk-body">Withdrawn: ${item.withdrawnWords}</p>`}
${item.exempt !== null && html`<p class="govuk-body">${exemptLine(item.exempt)}</p>`}
${item.exempt === null && item.presenter !== '' && html`<p class="govuk-body app-muted">${item.presenter}</p>`}
${item.exempt === null && paragraphs(item.words)}
${item.lateReason !== '' && item.exempt === null && html`<p class="govuk-body">Taken as a matter of urgency: ${item.lateReason}</p>`}
${papersView(papers)}
</li>
`
}

function papersView(papers: readonly ShownPaper[]): Html | false {
  return (
    papers.length > 0 &&
    html`<ul class="govuk-list govuk-list--bullet">${papers.map(each => html`<li>${paperLine(each)}</li>`)}</ul>`
  )
}

function paperLine({ paper, title, isOpen, file, replacedBy, addsTo }: ShownPaper): Content {
  if (paper.withdrawnWords !== null) return `A paper was withdrawn: ${paper.withdrawnWords}`
  if (!isOpen) return paper.exempt === null ? 'A paper that is kept from the public.' : title
  const at = publicPaperPath(paper.meetingId, paper.id)
  return html`<a class="govuk-link" href="${at}">${title}</a>${paper.pages !== null && html` <span class="app-muted">(${pagesWords(paper.pages).toLowerCase()})</span>`} <a class="govuk-link" href="${at}/file">${file === null ? 'PDF' : 'The file'}<span class="govuk-visually-hidden"> of ${title}</span></a>${addsTo !== null && html`<br><span class="app-muted">Adds to <a class="govuk-link" href="${publicPaperPath(addsTo.meetingId, addsTo.id)}">${addsTo.title}</a></span>`}${replacedBy?.publishedAt != null && html`<br>Replaced by a later paper: ${replacedBy.replacesWords}`}`
}

function questionsView(questions: readonly PublishedQuestion[]): Html | false {
  return (
    questions.length > 0 &&
    html`<h2 class="govuk-heading-m" id="questions">Questions and answers</h2>
${questions.map(questionView)}`
  )
}

function questionView(each: PublishedQuestion): Html {
  const kind = each.url?.includes('#question-') === true && each.supplementaryTo !== null
  const name = `${kind ? 'Supplementary question' : 'Question'}${each.number === null ? '' : ` ${each.number}`}`
  return html`<section id="question-${each.id}">
<h3 class="govuk-heading-s">${name}${each.askedBy !== null && `, ${each.askedBy}`}${each.to !== null && html` <span class="app-muted">to ${each.to}</span>`}</h3>
${paragraphs(each.words)}
${each.answer !== null && html`<div class="govuk-inset-text">${paragraphs(each.answer)}${each.answeredBy !== null && html`<p class="govuk-body app-muted">${each.answeredBy}</p>`}</div>`}
</section>
`
}

function decisionsView({ published }: PublicRecord, id: string): Html | false {
  const own = published.decisions.filter(each => each.meeting === id)
  return (
    own.length > 0 &&
    html`<h2 class="govuk-heading-m" id="decisions">Decisions</h2>
${own.map(each => html`<h3 class="govuk-heading-s"><a class="govuk-link" href="${publicDecisionPath(each.id)}">${each.title}</a></h3>${linesView(each.resolved)}`)}`
  )
}

function minutesView({ minutes, declarations }: PublicMeeting): Html | false {
  if (minutes === null) return false
  return html`<h2 class="govuk-heading-m" id="minutes">Minutes</h2>
${minutes.banner !== null && insetText({ text: minutes.banner })}
${declarations.length > 0 && html`<h3 class="govuk-heading-s">Declarations</h3>${declarations.map(each => html`<p class="govuk-body">${each}</p>`)}`}
<div class="app-document">${minutes.items.map(minutesItemView)}</div>
${
  minutes.corrections.length > 0 &&
  html`<h3 class="govuk-heading-s">Corrections since publication</h3>
<ul class="govuk-list govuk-list--bullet">${minutes.corrections.map(each => html`<li><a class="govuk-link" href="#p-${each.paragraphId}">A paragraph was ${each.what === 'struck' ? 'struck out' : each.what}</a>: ${each.reason}</li>`)}</ul>`
}`
}

function minutesItemView({ item, closed, paragraphs: said }: PublishedMinutesItem): Html {
  const name = item === null ? null : [item.number, item.title].filter(Boolean).join('. ')
  return html`${name !== null && html`<h3 class="govuk-heading-s">${name}</h3>`}
${closed !== null && html`<p class="govuk-body">${closed}</p>`}
${said.map(each => {
  if (each.kind === 'heading')
    return html`<h4 class="govuk-heading-s" id="p-${each.id}">${each.words}</h4>`
  const words = each.struck ? html`<del>${each.words}</del>` : html`${each.words}`
  const anchor = html` <a class="app-document__anchor" href="#p-${each.id}"><span aria-hidden="true">¶</span><span class="govuk-visually-hidden">Link to ${each.number === '' ? 'this paragraph' : `paragraph ${each.number}`}</span></a>`
  return html`<p class="govuk-body${each.number !== '' && ' app-document__numbered'}" id="p-${each.id}">${each.number !== '' && html`<span class="app-document__number">${each.number}</span> `}${each.kind === 'resolution' ? html`<strong>${words}</strong>` : words}${anchor}</p>
`
})}`
}

function attendanceView({ attendance }: NeutralMeeting): Html | false {
  if (attendance.length === 0) return false
  const kinds = [
    ['present', 'Present'],
    ['apologies', 'Apologies'],
    ['absent', 'Absent'],
  ] as const
  return html`<h2 class="govuk-heading-m" id="attendance">Who was there</h2>
${kinds.map(([presence, words]) => {
  const those = attendance.filter(each => each.presence === presence)
  return (
    those.length > 0 &&
    html`<h3 class="govuk-heading-s">${words}</h3><ul class="govuk-list">${those.map(each => html`<li>${each.name}${each.role !== null && html` <span class="app-muted">${each.role}</span>`}</li>`)}</ul>`
  )
})}`
}

function askedView({ published, actions }: PublicRecord, id: string): Html | false {
  const own = published.actions
    .filter(each => each.meeting === id)
    .flatMap(each => actions.get(each.id) ?? [])
  return (
    own.length > 0 &&
    html`<h2 class="govuk-heading-m" id="actions">What was asked for</h2>
<ul class="govuk-list">${own.map(each => actionView(each, true))}</ul>`
  )
}

function aboutView(
  { bodies }: PublicRecord,
  neutral: NeutralMeeting,
  { shown }: PublicMeeting,
): Html {
  const body = bodies.get(neutral.body)
  const clerk = body === undefined ? [] : [body.clerk.post, body.clerk.name, body.clerk.phone]
  const contact = clerk.filter(part => part !== '').join(', ')
  const join = shown.meeting.joiningLink
  return html`<h2 class="govuk-heading-m" id="about">About the meeting</h2>
${definition([
  ...(body === undefined
    ? []
    : [
        {
          term: 'Body',
          says: html`<a class="govuk-link" href="${publicBodyPath(body.id)}">${body.name}</a>`,
        },
      ]),
  ...(neutral.startedActually === null
    ? []
    : [
        {
          term: 'As it was',
          says: `It began at ${neutral.startedActually.time}${neutral.endedActually === null ? '' : ` and ended at ${neutral.endedActually.time}`}.`,
        },
      ]),
  ...(/^https:\/\//i.test(join)
    ? [{ term: 'Online', says: html`<a class="govuk-link" href="${join}">Join or watch</a>` }]
    : []),
  ...(contact === '' ? [] : [{ term: 'Contact', says: contact }]),
])}
${shown.notices.map(each => html`<h3 class="govuk-heading-s">${each.title}</h3>${paragraphs(each.words)}`)}`
}
