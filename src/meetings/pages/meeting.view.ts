import type { Body } from '#bodies'
import { type Day, dayIn, explainDeadline, longDay, parseIsoDay } from '#calendar'
import { definition, emptyState, heading } from '#kit/html/blocks.ts'
import { button, details, insetText, warningText } from '#kit/html/components/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import type { Link } from '#kit/html/page.ts'
import type { AttendanceWords, QuorumStatement } from '../attendance-words.ts'
import type { PackContents } from '../contents.ts'
import type { MeetingDate, ShortNotice } from '../dates.ts'
import { exemptLine } from '../exemptions.ts'
import { type Meeting, modes, type Pack, paperKinds } from '../meeting.ts'
import { fullDay, meetingPath, nameOfItem, nameOfMeeting, paperPath, timesWords } from '../names.ts'
import { packNote } from '../pack-note.ts'
import { pagesWords } from '../page-labels.ts'
import type { AgendaEntry, ShownAgenda, ShownPaper } from '../shown-agenda.ts'
import type { MeetingChange, Notice } from '../store/index.ts'
import { stateTag } from './meetings.view.ts'

export interface MeetingModel {
  readonly meeting: Meeting
  readonly body: Body
  readonly today: Day
  readonly agenda: ShownAgenda
  readonly notices: readonly Notice[]
  readonly changes: readonly MeetingChange[]
  readonly movedTo: Meeting | null
  readonly dates: readonly MeetingDate[]
  /** Where its agenda came out, or would come out today, with fewer clear days than it should have. */
  readonly short: ShortNotice | null
  /** Why the agenda was published with fewer clear days; null where it was not. */
  readonly published: PackContents['shortNotice']
  readonly attendance: AttendanceWords | null
  readonly quorum: QuorumStatement | null
  readonly mayKeep: boolean
  readonly seesDrafts: boolean
  readonly ways: readonly Link[]
  readonly csrf: Html
}

export function meetingView(model: MeetingModel): Html {
  const { meeting, body, agenda } = model
  const where = meeting.venue || modes[meeting.mode]
  return html`${heading({ title: nameOfMeeting(body, meeting), lead: html`${fullDay(meeting.heldOn)}, ${timesWords(meeting)}, ${where}. ${stateTag(meeting)}` })}
${endedView(model)}
${changesView(model)}
${shortView(model.published)}
${model.mayKeep && keepView(model)}
${model.ways.length > 0 && html`<ul class="govuk-list app-columns">${model.ways.map(way => html`<li><a class="govuk-link" href="${way.href}">${way.text}</a></li>`)}</ul>`}
${packsView(agenda, meeting)}
<h2 class="govuk-heading-m" id="agenda">Agenda</h2>
${agendaView(model)}
${agenda.loose.length > 0 && html`<h3 class="govuk-heading-s">Papers of the meeting as a whole</h3>${papersView(agenda.loose)}`}
${model.attendance !== null && attendanceView(model.attendance, model.quorum)}
<h2 class="govuk-heading-m">About the meeting</h2>
${factsView(model)}
${model.notices.map(notice => html`<h3 class="govuk-heading-s">${notice.title}</h3>${paragraphs(notice.words)}`)}
${datesView(model.dates, model.today)}`
}

const paragraphs = (text: string): readonly Html[] =>
  text.split(/\n\s*\n/).map(
    each => html`<p class="govuk-body">${each.trim()}</p>
`,
  )

function endedView({ meeting, movedTo }: MeetingModel): Html | false {
  if (meeting.state !== 'cancelled' && meeting.state !== 'postponed') return false
  const to =
    movedTo === null
      ? meeting.state === 'postponed' && html` The new day is not known yet.`
      : html` <a class="govuk-link" href="${meetingPath(movedTo.id)}">It is held on ${fullDay(movedTo.heldOn)}</a>.`
  return warningText({
    iconFallbackText: 'Important',
    html: html`This meeting is ${meeting.state}. ${meeting.stateWords}${to}`,
  })
}

function changesView({ changes }: MeetingModel): Html | false {
  const moves = changes.filter(({ kind }) => kind === 'moved')
  if (moves.length === 0) return false
  return insetText({
    html: html`${moves.map(({ was, reason, changedAt }) => {
      const day = parseIsoDay(was.heldOn)
      return html`<p class="govuk-body">Moved on ${longDay(dayIn(changedAt))}: it was to be on ${day === null ? was.heldOn : fullDay(day)} at ${was.startsAt}${was.venue !== '' && `, ${was.venue}`}. ${reason}</p>`
    })}`,
  })
}

function shortView(published: PackContents['shortNotice']): Html | false {
  if (published === null) return false
  const { days, wanted, due, ground, reason, law } = published
  return insetText({
    text: `The agenda was published with ${days} clear ${days === 1 ? 'day' : 'days'}, where ${wanted} are the rule: it was due by ${due}. ${ground}: ${reason}${law === '' ? '' : ` ${law}.`}`,
  })
}

function keepView({ meeting, agenda, csrf, short, today }: MeetingModel): Html {
  const at = meetingPath(meeting.id)
  const isOver = meeting.state === 'cancelled' || meeting.state === 'postponed'
  const fresh =
    agenda.entries.some(({ item }) => item.publishedAt === null) ||
    [...agenda.loose, ...agenda.entries.flatMap(each => each.papers)].some(
      ({ paper }) => paper.publishedAt === null,
    )
  const publish = meeting.agendaPublishedAt === null ? 'Ready to publish?' : 'Publish a supplement'
  return html`${
    !isOver &&
    short !== null &&
    meeting.agendaPublishedAt === null &&
    meeting.heldOn >= today &&
    insetText({
      text: `The agenda should have been published by ${fullDay(short.deadline.due)}: ${short.days} of ${short.wanted} clear days are left.`,
    })
  }<div class="govuk-button-group">
${!isOver && fresh && button({ text: publish, href: `${at}/ready` })}
${!isOver && button({ text: 'Agenda and papers', href: `${at}/agenda`, classes: 'govuk-button--secondary' })}
${!isOver && button({ text: 'Who was there', href: `${at}/attendance`, classes: 'govuk-button--secondary' })}
</div>
${
  !isOver &&
  meeting.state !== 'held' &&
  html`<p class="govuk-body"><a class="govuk-link" href="${at}/change">Change or move</a> &nbsp; <a class="govuk-link" href="${at}/postpone">Postpone</a> &nbsp; <a class="govuk-link" href="${at}/cancel">Cancel</a></p>`
}
${meeting.state === 'provisional' && html`<form method="post" action="${at}/confirm" novalidate>${csrf}${button({ text: 'Confirm the meeting', classes: 'govuk-button--secondary' })}</form>`}`
}

function packsView(agenda: ShownAgenda, meeting: Pick<Meeting, 'id'>): Html | false {
  const { packs } = agenda
  if (packs.length === 0) return false
  const note = packNote(agenda)
  return html`<ul class="govuk-list">${packs.map(pack => html`<li><a class="govuk-link" href="${packPath(meeting, pack)}">${pack.title} (PDF)</a>${pack.lastPage >= pack.firstPage && html`, pages ${pack.firstPage} to ${pack.lastPage}`}<br><span class="app-muted">Published ${longDay(dayIn(pack.publishedAt))} by ${pack.publishedBy}</span></li>`)}</ul>
${note !== null && html`<p class="govuk-body">${note}</p>`}`
}

export function packPath(
  { id }: Pick<Meeting, 'id'>,
  pack: Pick<Pack, 'nth' | 'restricted'>,
): string {
  if (pack.restricted) return `${meetingPath(id)}/packs/${pack.nth}/restricted.pdf`
  return pack.nth === 0
    ? `${meetingPath(id)}/pack.pdf`
    : `${meetingPath(id)}/packs/${pack.nth}/pack.pdf`
}

function agendaView({ agenda, meeting, seesDrafts, mayKeep }: MeetingModel): Html {
  if (agenda.entries.length === 0)
    return emptyState({
      title: 'The agenda is not published yet',
      text: mayKeep ? 'There is nothing on it.' : 'It is shown here once it is.',
      ...(mayKeep && {
        action: { text: 'Write the agenda', href: `${meetingPath(meeting.id)}/agenda` },
      }),
    })
  return html`<ol class="govuk-list app-agenda">${agenda.entries.map(entry => entryView(entry, seesDrafts))}</ol>`
}

function entryView({ item, papers }: AgendaEntry, seesDrafts: boolean): Html {
  const isDraft = item.publishedAt === null
  return html`<li class="app-agenda__item" id="item-${item.number || item.id}">
<h3 class="govuk-heading-s">${nameOfItem(item)}${seesDrafts && isDraft && html` <strong class="govuk-tag govuk-tag--grey">Draft</strong>`}</h3>
${item.withdrawnWords !== null && html`<p class="govuk-body">Withdrawn: ${item.withdrawnWords}</p>`}
${item.kind === 'verbal update' && html`<p class="govuk-body">Verbal update: there is no paper.</p>`}
${item.presenter !== '' && html`<p class="govuk-body app-muted">${item.presenter}</p>`}
${item.words !== '' && paragraphs(item.words)}
${item.lateReason !== '' && html`<p class="govuk-body">Taken as a matter of urgency, with the agreement of the chair${item.lateBy !== '' && `, ${item.lateBy}`}: ${item.lateReason}</p>`}
${item.exempt !== null && html`<p class="govuk-body">${exemptLine(item.exempt)}</p>`}
${papersView(papers)}
</li>
`
}

export function papersView(papers: readonly ShownPaper[]): Html | false {
  if (papers.length === 0) return false
  return html`<ul class="govuk-list govuk-list--bullet">${papers.map(shown => html`<li>${paperLine(shown)}</li>`)}</ul>`
}

/** One paper: what it is, where its pages are, and what became of it. */
function paperLine({
  paper,
  title,
  isOpen,
  replacedBy,
  replaces,
  addsTo,
  file,
}: ShownPaper): Content {
  const at = paperPath(paper)
  const name = isOpen ? html`<a class="govuk-link" href="${at}">${title}</a>` : title
  const pages = paper.pages === null ? '' : pagesWords(paper.pages)
  const kind = paper.kind === 'report' || !isOpen ? '' : paperKinds[paper.kind]
  const facts = [kind, pages].filter(each => each !== '').join(', ')
  return html`${name}${facts !== '' && html` <span class="app-muted">(${facts})</span>`}
${addsTo !== null && html`<br><span class="app-muted">Adds to <a class="govuk-link" href="${paperPath(addsTo)}">${addsTo.title}</a></span>`}
${isOpen && file !== null && html` <a class="govuk-link" href="${at}/file">The file<span class="govuk-visually-hidden"> of ${title}</span></a>`}
${isOpen && paper.exempt !== null && html`<br><span class="app-muted">${exemptLine(paper.exempt)}</span>`}
${paper.publishedAt === null && html` <strong class="govuk-tag govuk-tag--grey">Draft</strong>`}
${paper.withdrawnWords !== null && html`<br>Withdrawn: ${paper.withdrawnWords}`}
${replacedBy?.publishedAt && html`<br>Replaced on ${longDay(dayIn(replacedBy.publishedAt))}: ${replacedBy.replacesWords}`}
${replaces !== null && html`<br><span class="app-muted">In the place of ${replaces.pages === null ? 'an earlier paper' : pagesWords(replaces.pages).toLowerCase()}</span>`}`
}

function attendanceView(words: AttendanceWords, quorum: QuorumStatement | null): Html {
  return html`<h2 class="govuk-heading-m">Who was there</h2>
${words.lines.map(line => html`<p class="govuk-body">${line}</p>`)}
${quorum !== null && html`<p class="govuk-body">${quorum.words}</p>`}`
}

function factsView({ meeting, body }: MeetingModel): Html {
  const { clerk } = body
  const contact = [clerk.name, clerk.post, clerk.phone].filter(each => each !== '').join(', ')
  return definition([
    { term: 'Body', says: body.name },
    { term: 'When', says: `${fullDay(meeting.heldOn)}, ${timesWords(meeting)}` },
    ...(meeting.beganAt === null
      ? []
      : [
          {
            term: 'As it was',
            says: `It began at ${meeting.beganAt}${meeting.concludedAt === null ? '' : ` and concluded at ${meeting.concludedAt}`}`,
          },
        ]),
    {
      term: 'Where',
      says: html`${meeting.venue || modes[meeting.mode]}${meeting.mapLink !== '' && html` <a class="govuk-link" href="${meeting.mapLink}">On a map</a>`}`,
    },
    {
      term: 'How people meet',
      says: html`${modes[meeting.mode]}${meeting.joiningLink !== '' && html` <a class="govuk-link" href="${meeting.joiningLink}">Join online</a>`}`,
    },
    ...(contact === '' && clerk.email === ''
      ? []
      : [
          {
            term: 'Questions about it',
            says: html`${contact}${clerk.email !== '' && html` <a class="govuk-link" href="mailto:${clerk.email}">${clerk.email}</a>`}`,
          },
        ]),
  ])
}

/** By when what is due, each with its working folded away. */
export function datesView(dates: readonly MeetingDate[], today: Day): Html | false {
  if (dates.length === 0) return false
  return html`<h2 class="govuk-heading-m" id="dates">Dates that follow from it</h2>
${dates.map(({ title, deadline }) => {
  const when =
    deadline.at === null ? fullDay(deadline.due) : `${deadline.at} on ${fullDay(deadline.due)}`
  return details({
    summaryText: `${title}: ${when}${deadline.due < today ? ' (past)' : ''}`,
    html: html`${explainDeadline(deadline).map(line => html`<p class="govuk-body">${line}</p>`)}`,
  })
})}`
}
