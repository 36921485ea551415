import { z } from 'zod'
import { longDay } from '#calendar'
import { changingOf, DayText, formView, lines, maybeText, MaybeDay, placeOf, text } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { checkboxes, fieldset } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  errorOf,
  type FormValues,
  invalid,
  listOf,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
  typedAll,
} from '#kit/http/index.ts'
import { addSupplementary, answerLater, publishAnswers, usualLaterAnswer } from '../change.ts'
import type { Part, Question } from '../question.ts'
import type { QuestionsRooms } from '../rooms.ts'
import { questionsOf, supplementariesOf } from '../store/index.ts'
import { tellAsker } from '../tell.ts'
import { type About, aboutMeeting, itemField, meetingCrumbs } from '#meetings'
import { type Fields, lineField, wordsField } from '#kit/html/fields.ts'
import { questionsPath } from './about.ts'

const Id = z.object({ id: z.uuid() })
type Request = Asked & { readonly params: z.output<typeof Id> }

/** A question in the room seldom has more parts; more can be written as another question. */
const MOST_PARTS = 4
const partNumbers = Array.from({ length: MOST_PARTS }, (_, index) => index + 1)

const Supplementary = z.looseObject({
  asker: text(120, 'Enter who asked.'),
  itemId: z.union([z.literal(''), z.uuid()]).default(''),
  packPage: maybeText(10),
  follows: listOf(z.uuid()),
})

const PartFields = z.object({
  words: maybeText(6000),
  respondent: maybeText(200),
  onBehalfOf: maybeText(200),
  answer: maybeText(10_000),
  owner: maybeText(200),
  dueOn: MaybeDay('Enter a date such as 18 September 2017, or leave it empty.'),
})

const Later = z.object({
  words: text(10_000, 'Enter what was sent.'),
  on: DayText('Enter the day it was sent, such as 25 September 2017.'),
  how: maybeText(60),
  by: maybeText(200),
  amends: maybeText(2000),
})

/** What was asked in the room, what was sent later, and publishing it all. */
export function supplementaryPages(rooms: QuestionsRooms): readonly Route[] {
  const form = async (
    asked: Request,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const place = await placeOf(rooms, asked.request)
    const { about, questions } = await rooms.db.as(place.council.code, async trx => ({
      about: await aboutMeeting(trx, asked.params.id),
      questions: await questionsOf(trx, asked.params.id),
    }))
    const at = questionsPath(about.meeting.id)
    const fields = supplementaryFields(about, questions, { values, errors })
    const body = html`${heading({ title: 'Write down a supplementary question', caption: about.body.name, lead: 'What was asked in the room, in as many parts as it had, and who answered each.' })}
${formView(`${at}/supplementary`, asked.csrf(), fields, 'Save', at)}`
    return show({ title: 'Supplementary question', breadcrumbs: meetingCrumbs(about), body })
  }
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/questions/supplementary',
      params: Id,
      handler: asked => form(asked, {}),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/questions/supplementary',
      params: Id,
      body: Supplementary,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const parts = readParts(body)
        await rooms.db.as(by.authority, trx =>
          addSupplementary(trx, by, {
            meetingId: params.id,
            asker: body.asker,
            follows: body.follows,
            itemId: body.itemId === '' ? null : body.itemId,
            packPage: body.packPage,
            parts,
          }),
        )
        return seeOther(questionsPath(params.id))
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/questions/publish',
      params: Id,
      handler: async ({ request, params }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => publishAnswers(trx, by, params.id))
        return seeOther(questionsPath(params.id))
      },
    }),
    ...laterPages(rooms),
  ]
}

/** Parts that have words, each with its own faults named by its own fields. */
function readParts(
  body: Readonly<Record<string, unknown>>,
): readonly Omit<Part, 'id' | 'position' | 'later'>[] {
  const parts = partNumbers.flatMap(number => {
    const given = Object.fromEntries(
      Object.keys(PartFields.shape).map(field => [field, body[`${field}${number}`] ?? '']),
    )
    const read = PartFields.safeParse(given)
    if (!read.success)
      throw invalid(
        read.error.issues.map(issue => ({
          field: `${String(issue.path[0])}${number}`,
          message: issue.message,
        })),
      )
    const part = read.data
    if (Object.values(part).every(value => value === '' || value === null)) return []
    if (part.words === '')
      throw invalid([{ field: `words${number}`, message: 'Enter what was asked in this part.' }])
    if (part.respondent === '')
      throw invalid([{ field: `respondent${number}`, message: 'Enter who answered this part.' }])
    if (part.answer === '' && part.owner === '')
      throw invalid([
        {
          field: `answer${number}`,
          message: 'Enter what was answered, or who will answer after the meeting.',
        },
      ])
    return [part]
  })
  if (parts.length === 0) throw invalid([{ field: 'words1', message: 'Enter what was asked.' }])
  return parts
}

function supplementaryFields(about: About, questions: readonly Question[], fields: Fields): Html {
  const { values, errors } = fields
  const accepted = questions.filter(each => each.state === 'accepted')
  const typedParts = partNumbers.filter(
    number => number <= 2 || typed(values, `words${number}`) !== '' || number === 3,
  )
  return html`${lineField(fields, 'asker', 'Who asked', { width: 20 })}
${accepted.length > 0 && checkboxes({ idPrefix: 'follows', name: 'follows', classes: 'govuk-checkboxes--small', fieldset: { legend: { text: 'Which written questions does it follow?' } }, hint: { text: 'One or several' }, items: accepted.map(each => ({ value: each.id, text: `Question ${each.number} from ${each.asker}`, checked: typedAll(values, 'follows').includes(each.id) })), errorMessage: errorOf(errors, 'follows') })}
${itemField(fields, about.items)}
${lineField(fields, 'packPage', 'Page of the pack (optional)', { width: 5 })}
${typedParts.map(number => partFields(number, fields, longDay(usualLaterAnswer(about.meeting.heldOn))))}`
}

function partFields(number: number, fields: Fields, usually: string): Html {
  return fieldset({
    legend: {
      text: number === 1 ? 'The question, or its first part' : `Part ${number}, if it had one`,
      classes: 'govuk-fieldset__legend--m',
    },
    html: html`${wordsField(fields, `words${number}`, 'What was asked', { rows: 4 })}
${lineField(fields, `respondent${number}`, 'Who answered, by their title')}
${lineField(fields, `onBehalfOf${number}`, 'On behalf of (optional)')}
${wordsField(fields, `answer${number}`, 'What was answered in the room', { rows: 4 })}
${lineField(fields, `owner${number}`, 'Who will answer after the meeting (if that was promised)')}
${lineField(fields, `dueOn${number}`, 'By when', { hint: `For example, ${usually}`, width: 20 })}`,
  })
}

function laterPages(rooms: QuestionsRooms): readonly Route[] {
  const Params = z.object({ id: z.uuid(), part: z.uuid() })
  type PartRequest = Asked & { readonly params: z.output<typeof Params> }
  const form = async (
    asked: PartRequest,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const place = await placeOf(rooms, asked.request)
    const { about, part } = await rooms.db.as(place.council.code, async trx => ({
      about: await aboutMeeting(trx, asked.params.id),
      part: (await supplementariesOf(trx, asked.params.id))
        .flatMap(each => each.parts)
        .find(each => each.id === asked.params.part),
    }))
    if (part === undefined) throw notFound()
    const at = questionsPath(about.meeting.id)
    const fields = { values, errors }
    const body = html`${heading({ title: 'Write down what was sent after the meeting', caption: about.body.name })}
<blockquote class="govuk-inset-text app-verbatim">${lines(part.words)}</blockquote>
${formView(
  `${at}/later/${part.id}`,
  asked.csrf(),
  html`${wordsField(fields, 'words', 'What was sent', { rows: 6 })}
${lineField(fields, 'on', 'Day', { width: 20 })}
${lineField(fields, 'how', 'How', { hint: 'For example, by e-mail', width: 20 })}
${lineField(fields, 'by', 'By whom, by their title')}
${wordsField(fields, 'amends', 'What is to be worded otherwise because of it (optional)', { rows: 3 })}`,
  'Save and tell whoever asked',
  at,
)}`
    return show({ title: 'Sent after the meeting', breadcrumbs: meetingCrumbs(about), body })
  }
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/questions/later/:part',
      params: Params,
      handler: asked => form(asked, { how: 'by e-mail' }),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/questions/later/:part',
      params: Params,
      body: Later,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => answerLater(trx, by, params.id, params.part, body))
        // What was written down stays, whether or not the letter leaves.
        await tellAsker(rooms, by.authority, params.id, params.part).catch((err: unknown) =>
          request.log.error({ err }, 'A later answer could not be sent to whoever asked.'),
        )
        return seeOther(questionsPath(params.id))
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
  ]
}
