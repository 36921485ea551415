import { type Day, longDay } from '#calendar'
import { meetingName, type MeetingState, type PublishedMeeting } from '#exchange'
import { button, tag } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { publicActionPath, publicMeetingPath } from '../paths.ts'
import { captionOf, progressWords } from '../progress.ts'
import type { PublicAction, PublicRecord } from '../record.ts'

const stateWords: Readonly<Record<MeetingState, string | null>> = {
  provisional: 'Provisional',
  scheduled: null,
  held: null,
  postponed: 'Postponed',
  cancelled: 'Cancelled',
}

export const stateTag = (state: MeetingState): Html | false => {
  const words = stateWords[state]
  return words !== null && html` ${tag({ text: words, classes: 'govuk-tag--grey' })}`
}

/** 'Scrutiny, 9 January 2020' as a link, with its time, place and state. */
export function meetingLine(record: PublicRecord, meeting: PublishedMeeting): Html {
  const { starts, venue } = meeting
  const name = meetingName(meeting, record.published.bodies)
  const where = [starts.time, venue?.name].filter(part => part != null).join(', ')
  return html`<li><a class="govuk-link" href="${publicMeetingPath(meeting.id)}">${name}, ${longDay(starts.day)}</a>${stateTag(meeting.state)}${where !== '' && html`<br><span class="app-muted">${where}</span>`}</li>
`
}

export const paragraphs = (text: string): readonly Html[] =>
  text
    .split(/\n\s*\n/)
    .map(each => each.trim())
    .filter(each => each !== '')
    .map(
      each => html`<p class="govuk-body">${each}</p>
`,
    )

export const linesView = (text: string): readonly Html[] =>
  text
    .split('\n')
    .filter(each => each.trim() !== '')
    .map(
      each => html`<p class="govuk-body">${each}</p>
`,
    )

export function searchForm(asked: string, error: string | null = null): Html {
  const classes = `govuk-input${error === null ? '' : ' govuk-input--error'}`
  return html`<form method="get" action="/public/search" role="search" novalidate>
<div class="govuk-form-group${error !== null && ' govuk-form-group--error'}">
<label class="govuk-label govuk-label--s" for="q">Search what is published</label>
<div id="q-hint" class="govuk-hint">Words from minutes, papers, decisions, questions and answers. Put words that belong together in “quotation marks”.</div>
${error !== null && html`<p id="q-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> ${error}</p>`}
<input class="${classes}" id="q" name="q" type="search" maxlength="200" value="${asked}" aria-describedby="q-hint${error !== null && ' q-error'}">
</div>
${button({ text: 'Search', classes: 'govuk-button--secondary' })}
</form>`
}

/** One thing that was asked for, with what became of it. */
export function actionView(action: PublicAction, isLinked: boolean): Html {
  const { response } = action
  const title = isLinked
    ? html`<a class="govuk-link" href="${publicActionPath(action.id)}">${action.title}</a>`
    : html`${action.title}`
  return html`<li id="${isLinked ? `latest-${action.id}` : `action-${action.id}`}">
<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${title}</h3>
<p class="govuk-body govuk-!-margin-bottom-1"><strong>${progressWords(action)}</strong></p>
${!isLinked && action.words !== action.title && html`<p class="govuk-body govuk-!-margin-bottom-1">${action.words}</p>`}
<p class="govuk-body app-muted">${action.originPath === null ? captionOf(action) : html`<a class="govuk-link" href="${action.originPath}">${captionOf(action)}</a>`}. ${whoseWords(action)}</p>
${!isLinked && response !== null && html`<div class="govuk-inset-text"><p class="govuk-body">${response.words}</p><p class="govuk-body app-muted">${response.by}, ${longDay(response.on)}</p></div>`}
</li>
`
}

/** Who is to do it; of what nobody has to do, nothing. */
function whoseWords({ kind, owner, toBodyName }: PublicAction): string {
  const whose = [toBodyName ?? '', owner].filter(part => part !== '')
  if (whose.length > 0) return `It is for ${whose.join(': ')}.`
  return kind === 'action' || kind === 'recommendation' ? 'Nobody is named to do it.' : ''
}

/** The newest first. */
export const byDay = <Thing extends { readonly starts: { readonly day: Day } }>(
  a: Thing,
  b: Thing,
): number => b.starts.day - a.starts.day
