import { z } from 'zod'
import { changingOf, formView, lines, maybeText, text } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  conflict,
  type FormValues,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { approveAnswer, draftAnswer } from '../change.ts'
import { answerState } from '../question.ts'
import type { QuestionsRooms } from '../rooms.ts'
import { nameOf, questionCrumbs, questionFor } from './question.ts'
import { type Fields, lineField, wordsField } from '#kit/html/fields.ts'
import { questionPath } from './about.ts'

const Id = z.object({ id: z.uuid() })
type Request = Asked & { readonly params: z.output<typeof Id> }

const Drafted = z.object({
  answer: text(20_000, 'Enter the answer.'),
  answeredBy: text(200, 'Enter who answers, by their title.'),
  onBehalfOf: maybeText(200),
  version: z.coerce.number().int().min(1).catch(1),
})

/** `/questions/<id>/answer` and `/questions/<id>/approve`. */
export function answerPages(rooms: QuestionsRooms): readonly Route[] {
  const form = async (
    asked: Request,
    typedValues: FormValues | null,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { question, about } = await questionFor(rooms, asked, asked.params.id)
    const at = questionPath(question.id)
    const values = typedValues ?? {
      answer: question.answer ?? '',
      answeredBy: question.answeredBy === '' ? question.respondent : question.answeredBy,
      onBehalfOf: question.onBehalfOf,
    }
    const fields = html`<input type="hidden" name="version" value="${question.version}">${draftFields({ values, errors })}`
    const body = html`${heading({ title: 'Draft the answer', caption: nameOf(question) })}
<blockquote class="govuk-inset-text app-verbatim">${lines(question.words)}</blockquote>
${formView(`${at}/answer`, asked.csrf(), fields, 'Save the draft', at)}`
    return show({ title: 'Draft the answer', breadcrumbs: questionCrumbs(about, question), body })
  }
  return [
    route({
      method: 'GET',
      url: '/questions/:id/answer',
      params: Id,
      handler: asked => form(asked, null),
    }),
    route({
      method: 'POST',
      url: '/questions/:id/answer',
      params: Id,
      body: Drafted,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const { version, ...drafted } = body
        await rooms.db.as(by.authority, trx => draftAnswer(trx, by, params.id, drafted, version))
        return seeOther(questionPath(params.id))
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
    route({
      method: 'GET',
      url: '/questions/:id/approve',
      params: Id,
      handler: async asked => {
        const { question, about } = await questionFor(rooms, asked, asked.params.id)
        if (answerState(question) !== 'drafted')
          throw conflict('There is no drafted answer to approve.')
        const at = questionPath(question.id)
        const body = html`${heading({ title: 'Approve the answer', caption: nameOf(question), lead: 'It is published when the clerk publishes the answers of the meeting.' })}
<h2 class="govuk-heading-m">Question</h2>${lines(question.words)}
<h2 class="govuk-heading-m">Answer by ${question.answeredBy}</h2>${lines(question.answer ?? '')}
${formView(`${at}/approve`, asked.csrf(), html``, 'Approve it', at)}`
        return show({
          title: 'Approve the answer',
          breadcrumbs: questionCrumbs(about, question),
          body,
        })
      },
    }),
    route({
      method: 'POST',
      url: '/questions/:id/approve',
      params: Id,
      handler: async ({ request, params }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => approveAnswer(trx, by, params.id))
        return seeOther(questionPath(params.id))
      },
    }),
  ]
}

function draftFields(fields: Fields): Html {
  return html`${wordsField(fields, 'answer', 'Answer', { rows: 10, hint: 'In plain words. It is published under the question, and sent to whoever asked.' })}
${lineField(fields, 'answeredBy', 'Who answers, by their title')}
${lineField(fields, 'onBehalfOf', 'On behalf of (optional)', { hint: 'Where somebody else was asked and has agreed' })}`
}
