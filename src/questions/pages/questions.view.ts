import { type Day, longDay } from '#calendar'
import { lines } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { button, details, insetText, tag, warningText } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { noticesFor } from '../change.ts'
import {
  answerState,
  answerStateWords,
  categories,
  type Category,
  countWords,
  isShown,
  type Part,
  partState,
  type Question,
  states,
  type Supplementary,
} from '../question.ts'
import { noticeView } from './notice.view.ts'
import { type About, itemName, meetingName } from '#meetings'
import { questionPath, questionsPath } from './about.ts'

export interface QuestionsModel {
  readonly about: About
  readonly questions: readonly Question[]
  /** All that were accepted, for the count: some answers may not be published yet. */
  readonly accepted: readonly Question[]
  readonly supplementaries: readonly Supplementary[]
  readonly notices: Awaited<ReturnType<typeof noticesFor>>
  readonly may: { readonly answer: boolean; readonly keep: boolean }
  readonly today: Day
  readonly csrf: Html
}

export function questionsView(model: QuestionsModel): Html {
  const { about, may, notices, today } = model
  const isComing = about.meeting.heldOn >= today
  return html`${heading({ title: 'Questions', caption: meetingName(about), lead: 'Asked before the meeting and answered in writing, and what was asked in the room after that.' })}
${isComing && html`<h2 class="govuk-heading-m">By when</h2>${noticeView('From the public', notices.public)}${noticeView('From members', notices.member)}${notices.isExample && insetText({ text: 'These times are an example. Nobody has entered the council’s own constitution yet.' })}`}
${may.keep && tools(model)}
${section('public', model)}
${section('member', model)}
${supplementariesView(model)}`
}

function tools({ about, questions, supplementaries, csrf }: QuestionsModel): Html {
  const at = questionsPath(about.meeting.id)
  const ready = questions.filter(each => answerState(each) === 'approved').length
  const waiting = supplementaries.filter(each => each.publishedAt === null).length
  return html`<ul class="govuk-list">
<li><a class="govuk-link" href="${at}/new">Take in a question</a></li>
<li><a class="govuk-link" href="${at}/supplementary">Write down a supplementary question</a></li></ul>
${
  ready + waiting > 0 &&
  html`<form method="post" action="${at}/publish">${csrf}
<p class="govuk-body">${ready === 1 ? 'One approved answer is' : `${ready} approved answers are`} not published yet${waiting > 0 && `, and ${waiting} of what was asked in the room`}.</p>
${button({ text: 'Publish them', preventDoubleClick: true, classes: 'govuk-button--secondary' })}</form>`
}`
}

function section(category: Category, { about, questions, accepted, may }: QuestionsModel): Html {
  const own = questions.filter(each => each.category === category)
  const count = accepted.filter(each => each.category === category).length
  return html`<h2 class="govuk-heading-m">${category === 'public' ? 'From the public' : 'From members'}</h2>
<p class="govuk-body">${countWords(category, count)}${count > own.filter(isShown).length && !may.answer && ' Answers that are not shown here are not published yet.'}</p>
${own.map(each => oneQuestion(each, about, may.answer))}`
}

function oneQuestion(question: Question, about: About, mayAnswer: boolean): Html {
  const title =
    question.number === null
      ? `${categories[question.category]}, ${states[question.state].toLowerCase()}`
      : `Question ${question.number}`
  const item = itemName(about.items, question.itemId)
  return html`<article class="app-question" id="question-${question.id}">
<h3 class="govuk-heading-s">${mayAnswer ? html`<a class="govuk-link" href="${questionPath(question.id)}">${title}</a>` : title}: ${asker(question)} ${mayAnswer && stateTag(question)}</h3>
${item !== null && html`<p class="app-muted">Agenda item ${item}${question.packPage !== '' && ` (page ${question.packPage} of the pack)`}</p>`}
${lines(question.words)}
${
  question.answer !== null &&
  (mayAnswer || isShown(question)) &&
  html`<div class="govuk-inset-text"><p class="govuk-body"><strong>Answer by ${question.answeredBy}</strong>${question.onBehalfOf !== '' && ` on behalf of ${question.onBehalfOf}`}</p>${lines(question.answer)}</div>`
}</article>`
}

const asker = ({ asker: name, capacity }: Pick<Question, 'asker' | 'capacity'>): string =>
  capacity === '' ? name : `${name}, ${capacity}`

export function stateTag(question: Question): Html {
  if (question.state !== 'accepted')
    return html`${tag({ text: states[question.state], classes: question.state === 'received' ? 'govuk-tag--yellow' : 'govuk-tag--grey' })}${question.late && html` ${tag({ text: 'Late', classes: 'govuk-tag--orange' })}`}`
  const state = answerState(question)
  return tag({
    text: answerStateWords[state],
    classes: state === 'published' ? 'govuk-tag--green' : 'govuk-tag--blue',
  })
}

function supplementariesView(model: QuestionsModel): Html | false {
  const { supplementaries } = model
  if (supplementaries.length === 0) return false
  return html`<h2 class="govuk-heading-m">Asked at the meeting</h2>
${supplementaries.map(each => oneSupplementary(each, model))}`
}

function oneSupplementary(each: Supplementary, model: QuestionsModel): Html {
  const { about, accepted, may } = model
  const item = itemName(about.items, each.itemId)
  const follows = accepted.filter(question => each.follows.includes(question.id))
  return html`<article class="app-question" id="supplementary-${each.id}">
<h3 class="govuk-heading-s">Supplementary question ${each.number}: ${each.asker}</h3>
${item !== null && html`<p class="app-muted">Agenda item ${item}${each.packPage !== '' && ` (page ${each.packPage} of the pack)`}</p>`}
${follows.length > 0 && html`<p class="app-muted">Follows ${follows.length === 1 ? 'question' : 'questions'} ${follows.map(question => question.number).join(', ')} from ${follows[0]?.category === 'public' ? 'the public' : 'members'}.</p>`}
${each.parts.map(part => onePart(part, each, model, may.keep))}</article>`
}

function onePart(part: Part, of: Supplementary, model: QuestionsModel, mayKeep: boolean): Html {
  const { about, today } = model
  const state = partState(part)
  const label = of.parts.length > 1 ? html`<strong>Part ${part.position}.</strong> ` : false
  return html`<div class="app-part">${label}${lines(part.words)}
<div class="govuk-inset-text"><p class="govuk-body"><strong>Answer by ${part.respondent}</strong>${part.onBehalfOf !== '' && ` on behalf of ${part.onBehalfOf}`}</p>
${part.answer !== '' && lines(part.answer)}
${state === 'not answered' && html`<p class="govuk-body">Nothing was answered, and no answer was promised.</p>`}
${state === 'to follow' && toFollow(part, of, about, today, mayKeep)}
${
  part.later !== null &&
  html`<p class="govuk-body"><strong>Sent after the meeting</strong>, ${longDay(part.later.on)}${part.later.how !== '' && `, ${part.later.how}`}${part.later.by !== '' && `, by ${part.later.by}`}</p>${lines(part.later.words)}${part.later.amends !== '' && details({ summaryText: 'What is to be worded otherwise', text: part.later.amends, open: true })}`
}</div></div>`
}

function toFollow(
  part: Part,
  of: Supplementary,
  { meeting }: About,
  today: Day,
  mayKeep: boolean,
): Html {
  const isLate = part.dueOn !== null && part.dueOn < today
  const words = `An answer was promised${part.owner === '' ? '' : ` by ${part.owner}`}${part.dueOn === null ? '' : `, due ${longDay(part.dueOn)}`}.`
  return html`${isLate ? warningText({ text: `${words} It is overdue.`, iconFallbackText: 'Overdue' }) : html`<p class="govuk-body">${words}</p>`}
${mayKeep && html`<p class="govuk-body"><a class="govuk-link" href="${questionsPath(meeting.id)}/later/${part.id}">Write down what was sent<span class="govuk-visually-hidden"> about supplementary question ${of.number}</span></a></p>`}`
}
