import { longDay } from '#calendar'
import { commitmentPath, kinds } from '#commitments'
import { heading } from '#kit/html/blocks.ts'
import { button, details, input, insetText, select, textarea } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import type { Item } from '#meetings'
import { titleOf } from '../document.ts'
import { paragraphsIn, type WholeMinutes } from '../model.ts'
import {
  anchorOf,
  minutesPath,
  type Paragraph,
  paragraphKindKeys,
  paragraphKinds,
  paragraphPath,
} from '../minutes.ts'
import { raisable } from '../raise.ts'
import { type UsualWords, usualWords } from '../usual-words.ts'
import { draftBanner, wordsView } from './minutes.view.ts'

interface WriteViewModel {
  readonly whole: WholeMinutes
  readonly csrf: Html
  readonly values: FormValues
  readonly errors: readonly FieldError[]
}

const isPublished = ({ minutes }: Pick<WholeMinutes, 'minutes'>): boolean =>
  minutes !== null && minutes.state !== 'being written'

/** The page on which minutes are written, item by item, while the meeting goes on or after it. */
export function writeView(model: WriteViewModel): Html {
  const { whole } = model
  const at = minutesPath(whole.meeting.id)
  const usual = usualWords(whole.attendance, whole.items, whole.earlier?.heldOn ?? null)
  return html`${draftBanner(whole)}
${heading({ title: `Write: ${titleOf(whole)}`, lead: leadOf(whole) })}
${keysView()}
<ul class="govuk-list app-row">
<li><a class="govuk-link" href="${at}">Read them</a></li>
<li><a class="govuk-link" href="${at}/asks">What was asked and promised</a></li>
<li><a class="govuk-link" href="${at}/figures">Figures and their sources</a></li>
<li><a class="govuk-link" href="${at}/vote">Record a vote</a></li>
</ul>
${whole.items.length === 0 && insetText({ text: 'This meeting has no items on its agenda yet. What you write now stands before the first item.' })}
${sectionView(null, usual, model)}
${whole.items.map(item => sectionView(item, usual, model))}
${endView(whole, model.csrf)}`
}

function leadOf(whole: WholeMinutes): string {
  if (isPublished(whole))
    return 'These minutes are published: their numbers stay as they are, and whatever you change is shown as a correction with its reason.'
  return 'Each paragraph is saved by itself and gets its number by its place. Nobody else reads them until you publish the draft.'
}

function keysView(): Html {
  return details({
    summaryText: 'Keys',
    html: html`<p class="govuk-body">When a paragraph has the focus, one key raises something from it:</p>
<ul class="govuk-list">${raisable.map(({ key, kind }) => html`<li><kbd>${key}</kbd> ${kinds[kind]}</li>`)}<li><kbd>e</kbd> Change its words</li></ul>
<p class="govuk-body">The Tab key goes on to the next paragraph. Without JavaScript the buttons below each paragraph do the same.</p>`,
  })
}

function sectionView(item: Item | null, usual: readonly UsualWords[], model: WriteViewModel): Html {
  const { whole } = model
  const id = item?.id ?? null
  const paragraphs = paragraphsIn(whole, id)
  const said = new Set(paragraphs.map(each => each.words))
  const offered = usual.filter(each => each.itemId === id && !said.has(each.words))
  const name = item === null ? 'Before the first item' : `${item.number}. ${item.title}`
  // A clerk who has begun an item knows better than the usual words.
  const isBegun = id !== null && paragraphs.length > 0
  return html`<section class="app-minutes" aria-labelledby="${id === null ? 'front' : `item-${id}`}">
<h2 class="govuk-heading-m" id="${id === null ? 'front' : `item-${id}`}">${name}</h2>
${item?.exempt !== null && item !== null && html`<p class="govuk-body app-muted">Exempt: the public never reads what stands here.</p>`}
${paragraphs.map((each, nth) => paragraphView(each, nth, paragraphs.length, model))}
${!isBegun && offered.map(each => offerView(each, model))}
${addView(item, name, paragraphs, model)}
</section>`
}

function paragraphView(
  paragraph: Paragraph,
  nth: number,
  count: number,
  { whole, csrf }: WriteViewModel,
): Html {
  const { id, number, kind, struck } = paragraph
  const at = paragraphPath(id)
  const name = number === '' ? `${paragraphKinds[kind].toLowerCase()} ${nth + 1}` : number
  const raised = whole.raised.filter(each => each.origin.id === id)
  const published = isPublished(whole)
  return html`<div class="app-minutes__paragraph app-minutes__paragraph--${kind}" id="${anchorOf(id)}" tabindex="0" role="group" aria-label="Paragraph ${name}" data-app-keys>
<p class="app-minutes__number">${number === '' ? '–' : number}</p>
<div class="app-minutes__words">${wordsView(paragraph)}
${raised.length > 0 && html`<ul class="govuk-list govuk-body-s">${raised.map(each => html`<li>${kinds[each.kind]}: <a class="govuk-link" href="${commitmentPath(each.id)}">${each.title}</a>${each.owner === null && each.kind !== 'recognition' && ' (no owner yet)'}</li>`)}</ul>`}
${!struck && kind !== 'heading' && kind !== 'present' && html`<form method="post" action="${at}/raise" class="app-minutes__keys" novalidate>${csrf}${raisable.map(({ kind: raise, key, text }) => html`<button type="submit" class="app-minutes__key" name="kind" value="${raise}" data-app-key="${key}">${text}<span class="govuk-visually-hidden"> from paragraph ${name}</span></button>`)}</form>`}
<div class="app-minutes__steps"><a class="govuk-link" href="${at}/${kind === 'vote' ? 'vote' : 'edit'}" data-app-key="e">Change<span class="govuk-visually-hidden"> paragraph ${name}</span></a>
${!published && count > 1 && html`<form method="post" action="${at}/move" novalidate>${csrf}${nth > 0 && smallButton('way', 'up', 'Up', name)}${nth < count - 1 && smallButton('way', 'down', 'Down', name)}</form>`}
${published ? html`<a class="govuk-link" href="${at}/strike">${struck ? 'Put back' : 'Strike out'}<span class="govuk-visually-hidden"> paragraph ${name}</span></a>` : html`<form method="post" action="${at}/strike" novalidate>${csrf}${smallButton('struck', struck ? 'no' : 'yes', struck ? 'Put back' : 'Strike out', name)}</form>`}</div></div>
</div>`
}

const smallButton = (name: string, value: string, text: string, paragraph: string): Html =>
  html`<button type="submit" class="app-minutes__key" name="${name}" value="${value}">${text}<span class="govuk-visually-hidden"> paragraph ${paragraph}</span></button>`

function offerView({ itemId, kind, words }: UsualWords, { whole, csrf }: WriteViewModel): Html {
  return html`<form method="post" action="${minutesPath(whole.meeting.id)}/paragraphs" class="app-minutes__offer" novalidate>${csrf}<input type="hidden" name="item" value="${itemId ?? ''}"><input type="hidden" name="kind" value="${kind}"><input type="hidden" name="words" value="${words}"><p class="govuk-body">${words}</p>${isPublished(whole) && html`<input type="hidden" name="reason" value="Left out when the draft was published">`}${button({ text: 'Add these words', classes: 'govuk-button--secondary' })}</form>`
}

function addView(
  item: Item | null,
  name: string,
  paragraphs: readonly Paragraph[],
  { whole, csrf, values, errors }: WriteViewModel,
): Html {
  const own = item?.id ?? ''
  const isOwn = typed(values, 'item') === own && Object.keys(values).length > 0
  const at = (field: string) => `${field}-${own === '' ? 'front' : own}`
  const value = (field: string) => (isOwn ? typed(values, field) : '')
  const faults = isOwn ? errors : []
  const form = html`<form method="post" action="${minutesPath(whole.meeting.id)}/paragraphs" novalidate>
${csrf}<input type="hidden" name="item" value="${own}">
${textarea({ id: isOwn ? 'words' : at('words'), name: 'words', rows: 4, label: { html: html`Add a paragraph<span class="govuk-visually-hidden"> to ${name}</span>` }, value: value('words'), errorMessage: errorOf(faults, 'words') })}
<div class="app-row">${kindField(at('kind'), value('kind') || 'text')}${
    isPublished(whole) &&
    html`${select({ id: at('after'), name: 'after', label: { text: 'After' }, items: [{ value: '', text: 'At the end' }, ...paragraphs.filter(each => each.number !== '').map(each => ({ value: each.id, text: each.number, selected: value('after') === each.id }))] })}
${input({ id: isOwn ? 'reason' : at('reason'), name: 'reason', label: { text: 'Why it is added now' }, value: value('reason'), errorMessage: errorOf(faults, 'reason') })}`
  }${button({ text: 'Add', preventDoubleClick: true })}</div>
</form>`
  return isPublished(whole)
    ? details({ summaryText: `Add a paragraph to ${name}`, open: isOwn, html: form })
    : form
}

export function kindField(id: string, chosen: string): Html {
  return select({
    id,
    name: 'kind',
    label: { text: 'Kind' },
    items: paragraphKindKeys
      .filter(key => key !== 'vote')
      .map(key => ({ value: key, text: paragraphKinds[key], selected: key === chosen })),
  })
}

function endView(whole: WholeMinutes, csrf: Html): Html | false {
  const { minutes, meeting } = whole
  const at = minutesPath(meeting.id)
  if (minutes === null) return false
  if (minutes.state === 'being written')
    return html`<h2 class="govuk-heading-m">Publish the draft</h2>
<p class="govuk-body">From then on everybody who may read them sees them, marked as a draft that the next meeting has yet to accept. Paragraph numbers no longer change.</p>
<form method="post" action="${at}/publish" novalidate>${csrf}${button({ text: 'Publish the draft', preventDoubleClick: true })}</form>`
  if (minutes.state === 'draft')
    return html`<h2 class="govuk-heading-m">Agree them</h2>
<p class="govuk-body"><a class="govuk-link" href="${at}/agree">Record that a later meeting agreed them</a></p>`
  return html`<p class="govuk-body">Agreed${minutes.agreedOn !== null && ` on ${longDay(minutes.agreedOn)}`}.</p>`
}
