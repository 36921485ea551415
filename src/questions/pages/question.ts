import { z } from 'zod'
import { inLondon, longDay } from '#calendar'
import { changingOf, formView, lines, maybeText, placeOf, text } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { details, radios, summaryList, textarea, warningText } from '#kit/html/components/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  errorOf,
  type FormValues,
  invalid,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import { acceptQuestion, endQuestion, receiveQuestion } from '../change.ts'
import { answerState, categories, type Question, ways } from '../question.ts'
import type { QuestionsRooms } from '../rooms.ts'
import { questionById } from '../store/index.ts'
import { stateTag } from './questions.view.ts'
import { receivedAtOf } from './received.ts'
import { type About, aboutMeeting, itemField, itemName, meetingCrumbs } from '#meetings'
import { type Fields, lineField, wordsField } from '#kit/html/fields.ts'
import { mayOf, questionPath, questionsPath } from './about.ts'

const Id = z.object({ id: z.uuid() })

export async function questionFor(
  rooms: QuestionsRooms,
  asked: Pick<Asked, 'request'>,
  id: string,
) {
  const place = await placeOf(rooms, asked.request)
  return rooms.db.as(place.council.code, async trx => {
    const question = await questionById(trx, id)
    if (question === null) throw notFound()
    return { question, about: await aboutMeeting(trx, question.meetingId) }
  })
}

export const questionCrumbs = (about: About, question: Question) => [
  ...meetingCrumbs(about),
  { text: 'Questions', href: questionsPath(about.meeting.id) },
  { text: nameOf(question), href: questionPath(question.id) },
]

export const nameOf = ({ number, category, asker }: Question): string =>
  number === null
    ? `${categories[category]}: ${asker}`
    : `Question ${number} from ${category === 'public' ? 'the public' : 'a member'}`

/** `/questions/<id>`: one question, for those who answer it. */
export function questionPage(rooms: QuestionsRooms): Route {
  return route({
    method: 'GET',
    url: '/questions/:id',
    params: Id,
    handler: async asked => {
      const { question, about } = await questionFor(rooms, asked, asked.params.id)
      return show({
        title: nameOf(question),
        current: '/meetings',
        breadcrumbs: questionCrumbs(about, question).slice(0, -1),
        body: questionView(question, about, mayOf(asked.request)),
      })
    },
  })
}

function questionView(
  question: Question,
  about: About,
  may: { readonly answer: boolean; readonly keep: boolean },
): Html {
  const at = questionPath(question.id)
  const received = inLondon(question.receivedAt)
  const state = answerState(question)
  return html`${heading({ title: nameOf(question), caption: about.body.name })}
${question.late && warningText({ text: 'It came after the time for notice.', iconFallbackText: 'Late' })}
<blockquote class="govuk-inset-text app-verbatim">${lines(question.words)}</blockquote>
${summaryList({
  rows: [
    row(
      'Asked by',
      question.capacity === '' ? question.asker : `${question.asker}, ${question.capacity}`,
    ),
    row('E-mail', question.email === '' ? 'Not given' : question.email),
    row(
      'Received',
      `${longDay(received.day)} at ${received.clock}, ${ways[question.how].toLowerCase()}`,
    ),
    row(
      'State',
      html`${stateTag(question)}${question.stateWords !== '' && html`<br>${question.stateWords}`}`,
    ),
    row('Agenda item', itemName(about.items, question.itemId) ?? 'None'),
    row('Asked of', question.respondent === '' ? 'Not said' : question.respondent),
    ...(question.approvedBy === null ? [] : [row('Approved by', question.approvedBy)]),
  ],
})}
${details({ summaryText: 'How the time for notice is worked out', text: question.noticeWords })}
${question.answer !== null && html`<h2 class="govuk-heading-m">Answer</h2><p class="govuk-body"><strong>${question.answeredBy}</strong>${question.onBehalfOf !== '' && ` on behalf of ${question.onBehalfOf}`}</p>${lines(question.answer)}`}
<h2 class="govuk-heading-m">What can be done with it</h2>
<ul class="govuk-list">
${may.keep && question.state !== 'accepted' && html`<li><a class="govuk-link" href="${at}/decide">Accept it, refuse it or take it back</a></li>`}
${may.keep && question.state === 'accepted' && state !== 'published' && html`<li><a class="govuk-link" href="${at}/decide">Refuse it or take it back</a></li>`}
${question.state === 'accepted' && state !== 'published' && html`<li><a class="govuk-link" href="${at}/answer">${state === 'none' ? 'Draft the answer' : 'Change the answer'}</a></li>`}
${state === 'drafted' && html`<li><a class="govuk-link" href="${at}/approve">Approve the answer</a></li>`}
<li><a class="govuk-link" href="${questionsPath(about.meeting.id)}">All questions to this meeting</a></li></ul>`
}

const row = (key: string, value: Content) => ({
  key: { text: key },
  value: { html: html`${value}` },
})

const TakenIn = z.object({
  category: z.enum(['public', 'member'], { error: 'Choose who asks.' }),
  asker: text(120, 'Enter who asks.'),
  capacity: maybeText(200),
  email: z
    .union([z.literal(''), z.email('Enter an e-mail address like name@example.org.')])
    .default(''),
  subject: maybeText(200),
  words: text(6000, 'Enter the question, word for word.'),
  itemId: z.union([z.literal(''), z.uuid()]).default(''),
  packPage: maybeText(10),
  respondent: maybeText(200),
  how: z.enum(['e-mail', 'letter', 'by hand', 'form'], { error: 'Choose how it came.' }),
  receivedOn: text(40, 'Enter the day it came, such as 11 September 2017.'),
  receivedTime: text(10, 'Enter the time it came, such as 10:00.'),
})

/** `/meetings/<id>/questions/new`: a clerk takes in what came by e-mail, by letter or by hand. */
export function takeInPages(rooms: QuestionsRooms): readonly Route[] {
  type Request = Asked & { readonly params: z.output<typeof Id> }
  const form = async (
    asked: Request,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const place = await placeOf(rooms, asked.request)
    const about = await rooms.db.as(place.council.code, trx => aboutMeeting(trx, asked.params.id))
    const at = questionsPath(about.meeting.id)
    const fields = takeInFields(about, { values, errors })
    const body = html`${heading({ title: 'Take in a question', caption: about.body.name, lead: 'Enter it as it came, and when it came. A late one is kept too.' })}
${formView(`${at}/new`, asked.csrf(), fields, 'Take it in', at)}`
    return show({ title: 'Take in a question', breadcrumbs: meetingCrumbs(about), body })
  }
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/questions/new',
      params: Id,
      handler: asked => {
        const now = inLondon(rooms.now())
        return form(asked, { receivedOn: longDay(now.day), receivedTime: now.clock, how: 'e-mail' })
      },
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/questions/new',
      params: Id,
      body: TakenIn,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const { receivedOn, receivedTime, itemId, ...rest } = body
        const receivedAt = receivedAtOf(receivedOn, receivedTime)
        if (receivedAt > by.at)
          throw invalid([{ field: 'receivedOn', message: 'That day and time have not come yet.' }])
        const question = await rooms.db.as(by.authority, trx =>
          receiveQuestion(trx, by, {
            ...rest,
            meetingId: params.id,
            receivedAt,
            itemId: itemId === '' ? null : itemId,
          }),
        )
        return seeOther(questionPath(question.id))
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
  ]
}

function takeInFields(about: About, fields: Fields): Html {
  const { values, errors } = fields
  return html`${radios({ idPrefix: 'category', name: 'category', classes: 'govuk-radios--inline', fieldset: { legend: { text: 'Who asks?' } }, items: [choice('public', 'Somebody from the public'), choice('member', 'A member of the council')], errorMessage: errorOf(errors, 'category') })}
${lineField(fields, 'asker', 'Name', { width: 20 })}
${lineField(fields, 'capacity', 'Title, ward or group (optional)')}
${lineField(fields, 'email', 'E-mail address (optional)', { width: 20 })}
${lineField(fields, 'subject', 'What it is about (optional)')}
${wordsField(fields, 'words', 'The question, word for word', { rows: 6 })}
${itemField(fields, about.items)}
${lineField(fields, 'packPage', 'Page of the pack (optional)', { width: 5 })}
${lineField(fields, 'respondent', 'Who is asked, by their title (optional)')}
${radios({ idPrefix: 'how', name: 'how', classes: 'govuk-radios--small', fieldset: { legend: { text: 'How did it come?' } }, items: (['e-mail', 'letter', 'by hand'] as const).map(way => ({ value: way, text: ways[way], checked: typed(values, 'how') === way })), errorMessage: errorOf(errors, 'how') })}
${lineField(fields, 'receivedOn', 'Day it came', { width: 20 })}
${lineField(fields, 'receivedTime', 'Time it came', { hint: 'For example, 09:45', width: 5 })}`

  function choice(value: string, words: string) {
    return { value, text: words, checked: typed(values, 'category') === value }
  }
}

const Decided = z.object({
  what: z.enum(['accept', 'refused', 'withdrawn'], { error: 'Choose what becomes of it.' }),
  words: maybeText(2000),
})

/** `/questions/<id>/decide`: what becomes of a question. */
export function stepPages(rooms: QuestionsRooms): readonly Route[] {
  type Request = Asked & { readonly params: z.output<typeof Id> }
  const form = async (
    asked: Request,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { question, about } = await questionFor(rooms, asked, asked.params.id)
    const at = questionPath(question.id)
    const fields = html`${question.late && warningText({ text: `It came too late. ${question.noticeWords}`, iconFallbackText: 'Late' })}
${radios({
  idPrefix: 'what',
  name: 'what',
  fieldset: { legend: { text: 'What becomes of it?' } },
  items: [
    ...(question.state === 'accepted'
      ? []
      : [{ value: 'accept', text: 'Accept it', checked: typed(values, 'what') === 'accept' }]),
    { value: 'refused', text: 'Do not accept it', checked: typed(values, 'what') === 'refused' },
    {
      value: 'withdrawn',
      text: 'Whoever asked has taken it back',
      checked: typed(values, 'what') === 'withdrawn',
    },
  ],
  errorMessage: errorOf(errors, 'what'),
})}
${textarea({ id: 'words', name: 'words', rows: 3, label: { text: 'Reason' }, hint: { text: 'With the rule, where one is applied. Whoever asked may read it.' }, value: typed(values, 'words'), errorMessage: errorOf(errors, 'words') })}`
    const body = html`${heading({ title: 'What becomes of this question', caption: nameOf(question) })}
<blockquote class="govuk-inset-text app-verbatim">${lines(question.words)}</blockquote>
${formView(`${at}/decide`, asked.csrf(), fields, 'Save', at)}`
    return show({
      title: 'What becomes of this question',
      breadcrumbs: questionCrumbs(about, question),
      body,
    })
  }
  return [
    route({
      method: 'GET',
      url: '/questions/:id/decide',
      params: Id,
      handler: asked => form(asked, {}),
    }),
    route({
      method: 'POST',
      url: '/questions/:id/decide',
      params: Id,
      body: Decided,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const { what, words } = body
        if (what !== 'accept' && words.length < 3)
          throw invalid([{ field: 'words', message: 'Enter the reason.' }])
        await rooms.db.as(by.authority, trx =>
          what === 'accept'
            ? acceptQuestion(trx, by, params.id, words)
            : endQuestion(trx, by, params.id, what, words),
        )
        return seeOther(questionPath(params.id))
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
  ]
}
