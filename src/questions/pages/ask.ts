import { z } from 'zod'
import { allBodies, constitutionOn } from '#bodies'
import { addMonths, type Deadline, longDay } from '#calendar'
import { maybeText, placeOf, text } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { button, details, insetText, panel, radios, select } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  errorOf,
  type FormValues,
  invalid,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import { receiveQuestion } from '../change.ts'
import { isInTime, noticeOf } from '../question.ts'
import { questionById } from '../store/index.ts'
import { noticeWords } from './notice.view.ts'
import type { QuestionsRooms } from '../rooms.ts'
import { type Meeting, meetingsBetween } from '#meetings'
import { type Fields, lineField, wordsField } from '#kit/html/fields.ts'
import { publicChanging } from './about.ts'

const Body = z.object({
  meetingId: z.uuid('Choose the meeting.'),
  asker: text(120, 'Enter your name. It is read out with the question.'),
  email: z.email('Enter an e-mail address like name@example.org, so that the answer reaches you.'),
  capacity: maybeText(200),
  onAgenda: z.enum(['yes', 'no'], { error: 'Say whether it is about a matter on the agenda.' }),
  words: text(3000, 'Enter your question.'),
})

/** A meeting that takes questions, and by when. */
interface Open {
  readonly meeting: Meeting
  readonly name: string
  readonly notice: Deadline
  /** For a matter that is not on the agenda. */
  readonly otherwise: Deadline | null
}

/** `/questions/ask`: anybody puts a question to a coming meeting. */
export function askPages(rooms: QuestionsRooms): readonly Route[] {
  const form = async (
    asked: Asked,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const open = await openMeetings(rooms, asked)
    const body = askView(open, { values, errors }, asked.csrf(), rooms.now())
    return show({ title: 'Put a question to a meeting', body })
  }
  return [
    route({
      method: 'GET',
      url: '/questions/ask',
      query: z.object({ meeting: z.string().max(40).default('') }),
      handler: asked => form(asked, { meetingId: asked.query.meeting }),
    }),
    route({
      method: 'POST',
      url: '/questions/ask',
      body: Body,
      handler: async asked => {
        const { request, body } = asked
        const open = await openMeetings(rooms, asked)
        if (!open.some(({ meeting }) => meeting.id === body.meetingId))
          throw invalid([{ field: 'meetingId', message: 'Choose a meeting from the list.' }])
        const by = await publicChanging(rooms, request)
        const { onAgenda, ...typedWords } = body
        const question = await rooms.db.as(by.authority, trx =>
          receiveQuestion(trx, by, {
            ...typedWords,
            isOnAgenda: onAgenda === 'yes',
            category: 'public',
            how: 'form',
            receivedAt: by.at,
            // Which item it is, the clerk says.
            itemId: null,
          }),
        )
        return seeOther(`/questions/asked/${question.id}`)
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
    route({
      method: 'GET',
      url: '/questions/asked/:id',
      params: z.object({ id: z.uuid() }),
      handler: async ({ request, params }) => {
        const place = await placeOf(rooms, request)
        const question = await rooms.db.as(place.council.code, trx => questionById(trx, params.id))
        // What was asked is not shown again: the address of this page may be seen by somebody else.
        const body =
          question === null
            ? html`${heading({ title: 'There is no such question' })}`
            : html`${panel({ titleText: 'We have your question', text: question.late ? 'It came after the time for questions to this meeting.' : 'It came in time.' })}
<h2 class="govuk-heading-m">What happens next</h2>
${
  question.late
    ? html`<p class="govuk-body">Your words are kept. The clerk will write to you: a late question can be put only if the chair agrees, or at a later meeting.</p>`
    : html`<p class="govuk-body">The clerk reads it and writes to you if anything is unclear. The answer is published with the papers of the meeting and sent to you.</p>`
}
${details({ summaryText: 'How the time was worked out', text: question.noticeWords })}`
        return show({ title: 'Your question', body }, question === null ? 404 : 200)
      },
    }),
  ]
}

async function openMeetings(
  rooms: QuestionsRooms,
  { request }: Pick<Asked, 'request'>,
): Promise<readonly Open[]> {
  const { council, today } = await placeOf(rooms, request)
  return rooms.db.as(council.code, async trx => {
    const bodies = new Map((await allBodies(trx)).map(each => [each.id, each]))
    const constitution = await constitutionOn(trx, today)
    const coming = await meetingsBetween(trx, today, addMonths(today, 4))
    return coming.flatMap((meeting): readonly Open[] => {
      const body = bodies.get(meeting.bodyId)
      if (body === undefined || body.access === 'none' || !body.listed) return []
      if (meeting.state !== 'confirmed') return []
      if (constitution.questionTime !== null && !constitution.questionTime.at.includes(body.kind))
        return []
      const notice = noticeOf(constitution, 'public', meeting.heldOn)
      const otherwise = noticeOf(constitution, 'public', meeting.heldOn, false)
      return notice === null ? [] : [{ meeting, name: body.name, notice, otherwise }]
    })
  })
}

function askView(open: readonly Open[], fields: Fields, csrf: Html, at: Date): Html {
  const lead =
    'Anybody may ask. The question and its answer are published, with your name and without your e-mail address.'
  if (open.length === 0)
    return html`${heading({ title: 'Put a question to a meeting', lead })}
${insetText({ text: 'No meeting that takes questions is arranged at the moment. The calendar of meetings shows new ones as soon as they are.' })}`
  return html`${heading({ title: 'Put a question to a meeting', lead })}
<h2 class="govuk-heading-m">By when</h2>
<ul class="govuk-list govuk-list--bullet">${open.map(
    ({ meeting, name, notice, otherwise }) =>
      html`<li>${name}, ${longDay(meeting.heldOn)}: <strong>${noticeWords(notice)}</strong>${otherwise !== null && otherwise.due !== notice.due && ` (${noticeWords(otherwise)} on a matter that is not on the agenda)`}.${!isInTime(notice, at) && ' That time has passed.'}</li>`,
  )}</ul>
<p class="govuk-body">Please do not name a child or a family, and do not describe them so that somebody could know them. If you are worried about a child, tell the council’s children’s services instead: this form is not read every day.</p>
<form method="post" action="/questions/ask" novalidate>
${csrf}
${meetingField(open, fields)}
${lineField(fields, 'asker', 'Your name', { width: 20, autocomplete: 'name' })}
${lineField(fields, 'email', 'Your e-mail address', { hint: 'To send you the answer. It is not published.', width: 20, autocomplete: 'email' })}
${lineField(fields, 'capacity', 'The group you speak for (optional)', {})}
${agendaField(fields)}
${wordsField(fields, 'words', 'Your question', { rows: 6 })}
${button({ text: 'Send the question', preventDoubleClick: true })}
</form>`
}

function agendaField({ values, errors }: Fields): Html {
  return radios({
    idPrefix: 'onAgenda',
    name: 'onAgenda',
    classes: 'govuk-radios--inline',
    fieldset: { legend: { text: 'Is it about a matter on the agenda?' } },
    items: [
      { value: 'yes', text: 'Yes', checked: typed(values, 'onAgenda') === 'yes' },
      { value: 'no', text: 'No, or I do not know', checked: typed(values, 'onAgenda') === 'no' },
    ],
    errorMessage: errorOf(errors, 'onAgenda'),
  })
}

function meetingField(open: readonly Open[], { values, errors }: Fields): Html {
  return select({
    id: 'meetingId',
    name: 'meetingId',
    label: { text: 'Meeting' },
    items: [
      { value: '', text: 'Choose one' },
      ...open.map(({ meeting, name }) => ({
        value: meeting.id,
        text: `${name}, ${longDay(meeting.heldOn)}`,
        selected: typed(values, 'meetingId') === meeting.id,
      })),
    ],
    errorMessage: errorOf(errors, 'meetingId'),
  })
}
