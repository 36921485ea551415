import type { PublishedQuestion } from '#exchange'
import type { Trx } from '#kit/db/index.ts'
import {
  isShown,
  type Part,
  type Question,
  questionsOf,
  supplementariesOf,
  type Supplementary,
} from '#questions'
import type { PublicMeetings } from './gather-meetings.ts'
import { publicQuestionPath } from './paths.ts'

/** Questions whose answers are published, with what was asked after them in the room. */
export async function gatherQuestions(
  trx: Trx,
  { details }: Pick<PublicMeetings, 'details'>,
): Promise<readonly PublishedQuestion[]> {
  const ids = [...details.keys()]
  const closed = new Set(
    [...details.values()].flatMap(({ shown }) =>
      shown.agenda.entries.filter(({ item }) => item.exempt !== null).map(({ item }) => item.id),
    ),
  )
  const isOpen = (itemId: string | null): boolean => itemId === null || !closed.has(itemId)
  const shown = (await questionsOf(trx, ...ids)).filter(
    each => isShown(each) && isOpen(each.itemId),
  )
  const known = new Set(shown.map(({ id }) => id))
  const later = (await supplementariesOf(trx, ...ids)).filter(
    each => each.publishedAt !== null && isOpen(each.itemId),
  )
  return [
    ...shown.map(questionIn),
    ...later.flatMap(each => each.parts.map(part => partIn(each, part, known))),
  ]
}

function questionIn(question: Question): PublishedQuestion {
  const at = question.publishedAt ?? new Date(0)
  const onBehalf = question.onBehalfOf === '' ? '' : `, on behalf of ${question.onBehalfOf}`
  return {
    id: question.id,
    meeting: question.meetingId,
    kind: question.category,
    number: question.number === null ? null : String(question.number),
    askedBy: titled(question.asker, question.capacity),
    askedByPerson: null,
    to: orNull(question.respondent),
    words: question.words,
    supplementaryTo: null,
    answer: question.answer,
    answeredBy: orNull(`${question.answeredBy || question.respondent}${onBehalf}`),
    answeredByPerson: null,
    url: publicQuestionPath(question.meetingId, question.id),
    createdAt: at,
    modifiedAt: at,
  }
}

function partIn(
  { meetingId, number, asker, follows, parts, publishedAt }: Supplementary,
  part: Part,
  known: ReadonlySet<string>,
): PublishedQuestion {
  const at = publishedAt ?? new Date(0)
  const letter = parts.length < 2 ? '' : String.fromCharCode(96 + part.position)
  const answers = [part.answer, part.later?.words ?? ''].filter(each => each !== '')
  const onBehalf = part.onBehalfOf === '' ? '' : `, on behalf of ${part.onBehalfOf}`
  return {
    id: part.id,
    meeting: meetingId,
    kind: 'member',
    number: `${number}${letter}`,
    askedBy: orNull(asker),
    askedByPerson: null,
    to: orNull(part.respondent),
    words: part.words,
    supplementaryTo: follows.find(each => known.has(each)) ?? null,
    answer: answers.length === 0 ? null : answers.join('\n\n'),
    answeredBy: orNull(`${part.respondent}${onBehalf}`),
    answeredByPerson: null,
    url: publicQuestionPath(meetingId, part.id),
    createdAt: at,
    modifiedAt: part.later === null ? at : new Date(part.later.on * 86_400_000),
  }
}

const titled = (name: string, capacity: string): string =>
  capacity === '' ? name : `${name}, ${capacity}`
const orNull = (text: string): string | null => (text === '' ? null : text)
