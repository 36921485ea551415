import { longDay } from '#calendar'
import { type Commitment, commitmentPath, kinds, stateWords } from '#commitments'
import { heading } from '#kit/html/blocks.ts'
import { insetText, tag, warningText } from '#kit/html/components/index.ts'
import { attributes, type Html, html } from '#kit/html/html.ts'
import { standingOf, titleOf } from '../document.ts'
import { figuresIn } from '../figures.ts'
import type { WholeMinutes } from '../model.ts'
import {
  anchorOf,
  asksPath,
  type Change,
  DRAFT_BANNER,
  minutesPath,
  type Paragraph,
  paragraphPath,
  writePath,
} from '../minutes.ts'
import { type PublishedMinutesItem, sectionsOf } from '../published.ts'

export interface MinutesViewModel {
  readonly whole: WholeMinutes
  readonly withClosed: boolean
  readonly mayKeep: boolean
}

/** The banner that stands on each page of minutes that no meeting has agreed. */
export function draftBanner({ minutes }: Pick<WholeMinutes, 'minutes'>): Html | false {
  return (
    minutes?.state !== 'agreed' &&
    html`<div class="app-draft" role="note"><p class="govuk-body">${tag({ text: 'Draft', classes: 'govuk-tag--yellow' })} ${DRAFT_BANNER}</p></div>`
  )
}

/** The minutes as one page: every paragraph whole, with what was raised from it beside it. */
export function minutesView(model: MinutesViewModel): Html {
  const { whole, withClosed, mayKeep } = model
  const { meeting, minutes } = whole
  const at = minutesPath(meeting.id)
  const sections = sectionsOf(whole, withClosed)
  const times = [
    meeting.venue,
    meeting.beganAt === null ? `Starts at ${meeting.startsAt}` : `Began at ${meeting.beganAt}`,
    meeting.concludedAt === null ? '' : `Concluded at ${meeting.concludedAt}`,
  ].filter(each => each !== '')
  return html`${draftBanner(whole)}
${heading({ title: titleOf(whole), caption: meeting.title || 'Minutes', lead: minutes?.state === 'draft' ? undefined : standingOf(whole) })}
<p class="govuk-body">${times.join(' · ')}</p>
<ul class="govuk-list app-row app-noprint">
<li><a class="govuk-link" href="${at}.pdf">Download as PDF</a></li>
${meeting.id && html`<li><a class="govuk-link" href="/meetings/${meeting.id}">The meeting</a></li>`}
${mayKeep && html`<li><a class="govuk-link" href="${writePath(meeting.id)}">${minutes?.state === 'being written' ? 'Write' : 'Correct'}</a></li><li><a class="govuk-link" href="${asksPath(meeting.id)}">What was asked and promised</a></li><li><a class="govuk-link" href="${at}/figures">Figures and their sources</a></li>`}
</ul>
${whole.paragraphs.length === 0 && insetText({ text: 'No paragraph has been written yet.' })}
${sections.map(section => sectionView(section, model))}
${meeting.concludedAt !== null && html`<p class="govuk-body">The meeting concluded at ${meeting.concludedAt}.</p>`}`
}

function sectionView({ item, closed, paragraphs }: PublishedMinutesItem, model: MinutesViewModel) {
  if (item === null)
    return html`<section class="app-minutes" aria-label="Who was there">${paragraphs.map(each => paragraphView(each, model))}</section>`
  return html`<section class="app-minutes" aria-labelledby="item-${item.id}">
<h2 class="govuk-heading-m" id="item-${item.id}">${item.number}. ${item.title}</h2>
${closed !== null && warningText({ text: closed, iconFallbackText: 'Not public' })}
${paragraphs.map(each => paragraphView(each, model))}
</section>`
}

/** One paragraph with its permanent link, its corrections and what was raised from it. */
export function paragraphView(paragraph: Paragraph, { whole, mayKeep }: MinutesViewModel): Html {
  const { id, number, kind, struck } = paragraph
  const raised = whole.raised.filter(each => each.origin.id === id)
  const corrections = whole.changes.filter(each => each.paragraphId === id && each.afterPublication)
  const name = number === '' ? 'this paragraph' : `paragraph ${number}`
  const link = html`<a class="govuk-link app-minutes__link" href="${paragraphPath(id)}" aria-label="Permanent link to ${name}">${number === '' ? '¶' : number}</a>`
  if (kind === 'heading')
    return html`<h3 class="govuk-heading-s" id="${anchorOf(id)}">${struck ? html`<del>${paragraph.words}</del>` : paragraph.words}</h3>`
  return html`<div class="app-minutes__paragraph app-minutes__paragraph--${kind}" id="${anchorOf(id)}">
<p class="app-minutes__number">${link}</p>
<div class="app-minutes__words">${wordsView(paragraph)}${corrections.map(correctionView)}${mayKeep && unboundView(paragraph, whole)}${boundView(paragraph, whole)}</div>
${raised.length > 0 && html`<ul class="govuk-list app-minutes__raised" aria-label="Raised from ${name}">${raised.map(raisedView)}</ul>`}
</div>`
}

export function wordsView({ words, struck, kind }: Pick<Paragraph, 'words' | 'struck' | 'kind'>) {
  const classes = `govuk-body${kind === 'resolution' || kind === 'vote' ? ' govuk-!-font-weight-bold' : ''}`
  return words
    .split(/\n+/)
    .map(
      line =>
        html`<p${attributes({ class: classes })}>${struck ? html`<del>${line}</del>` : line}</p>`,
    )
}

const correctionWords: Readonly<Record<Change['what'], string>> = {
  added: 'Added after publication',
  changed: 'Corrected',
  struck: 'Struck out',
  restored: 'Put back',
}

function correctionView(change: Change): Html {
  const when = longDay(Math.floor(change.at.getTime() / 86_400_000))
  return html`<p class="govuk-body-s app-minutes__correction"><strong>${correctionWords[change.what]}</strong> on ${when} by ${change.actorName}: ${change.reason}${change.what === 'changed' && html` Before: <del>${change.before}</del>`}</p>`
}

function raisedView(one: Commitment): Html {
  const owner = one.owner ?? one.toBodyName ?? one.toPosts.join(', ')
  const due = one.dueOn === null ? (one.dueWords ?? '') : longDay(one.dueOn)
  return html`<li>${tag({ text: kinds[one.kind], classes: 'govuk-tag--blue' })} <a class="govuk-link" href="${commitmentPath(one.id)}">${one.title}</a><br><span class="app-muted">${[owner === '' ? 'No owner yet' : owner, due === '' ? '' : `due ${due}`, stateWords(one)].filter(each => each !== '').join(' · ')}</span></li>`
}

/** The figures of a paragraph that nobody has said the source of. */
export function unbound(paragraph: Paragraph, whole: Pick<WholeMinutes, 'figures'>) {
  if (paragraph.struck || paragraph.kind === 'vote' || paragraph.kind === 'present') return []
  const bound = whole.figures.filter(each => each.paragraphId === paragraph.id)
  return figuresIn(paragraph.words).filter(
    each => !bound.some(({ figure }) => figure === each.figure),
  )
}

function unboundView(paragraph: Paragraph, whole: WholeMinutes): Html | false {
  const found = unbound(paragraph, whole)
  return (
    found.length > 0 &&
    html`<p class="govuk-body-s app-muted app-noprint">Without a source: ${found.map(({ figure }) => figure).join(', ')}. <a class="govuk-link" href="${minutesPath(paragraph.meetingId)}/figures#${anchorOf(paragraph.id)}">Say where ${found.length === 1 ? 'it comes' : 'they come'} from</a></p>`
  )
}

function boundView(paragraph: Paragraph, { figures }: WholeMinutes): Html | false {
  const bound = figures.filter(
    each => each.paragraphId === paragraph.id && paragraph.words.includes(each.figure),
  )
  return (
    bound.length > 0 &&
    html`<ul class="govuk-list govuk-body-s app-minutes__figures">${bound.map(({ figure, indicator, source, period }) => html`<li><strong>${figure}</strong>: ${indicator === null ? source : html`<a class="govuk-link" href="/indicators/${indicator}">${source}</a>`}${period !== '' && `, ${period}`}</li>`)}</ul>`
  )
}
