import { randomUUID } from 'node:crypto'
import { type Day, explainDeadline, weekdayAndDate } from '#calendar'
import { constitutionOn } from '#bodies'
import type { Changing } from '#findings'
import { type Json, record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { conflict, invalid, notFound } from '#kit/http/index.ts'
import { type Meeting, meetingById } from '#meetings'
import type { Thing } from '#thread'
import {
  answerState,
  isInTime,
  type LaterAnswer,
  noticeOf,
  type Part,
  partState,
  type Question,
  type Supplementary,
} from './question.ts'
import {
  insertQuestion,
  insertSupplementary,
  lastNumber,
  publishSupplementaries,
  questionById,
  questionsOf,
  supplementariesOf,
  updatePart,
  updateQuestion,
} from './store/index.ts'

export const QUESTION = 'question'
export const questionThing = (id: string): Thing => ({ kind: QUESTION, id })

type Put = Pick<
  Question,
  'meetingId' | 'category' | 'asker' | 'words' | 'how' | 'receivedAt' | 'itemId'
> &
  Partial<Question> & {
    /** Whether it is about a matter on the agenda; without it, whether it names an item. */
    readonly isOnAgenda?: boolean
  }

/**
 * Takes a question in, whenever it came: one that is late is kept and marked with the rule that it
 * missed, so that a person decides what becomes of it.
 */
export async function receiveQuestion(
  trx: Trx,
  by: Changing,
  { isOnAgenda, ...put }: Put,
): Promise<Question> {
  const meeting = await meetingOf(trx, put.meetingId)
  const constitution = await constitutionOn(trx, meeting.heldOn)
  const notice = noticeOf(
    constitution,
    put.category,
    meeting.heldOn,
    isOnAgenda ?? put.itemId !== null,
  )
  const question: Question = {
    id: randomUUID(),
    number: null,
    capacity: '',
    email: '',
    subject: '',
    packPage: '',
    respondent: '',
    noticeWords:
      notice === null
        ? 'The council’s constitution sets no time for notice.'
        : explainDeadline(notice).join(' '),
    late: notice !== null && !isInTime(notice, put.receivedAt),
    state: 'received',
    stateWords: '',
    answer: null,
    answeredBy: '',
    onBehalfOf: '',
    approvedBy: null,
    approvedAt: null,
    publishedAt: null,
    version: 1,
    ...put,
  }
  await insertQuestion(trx, by.authority, question)
  await note(trx, by, 'question.received', question.id, {
    category: question.category,
    late: question.late,
  })
  return question
}

/** Accepts a question, which gives it the next number of its category; a late one needs a reason. */
export async function acceptQuestion(
  trx: Trx,
  by: Changing,
  id: string,
  words: string,
): Promise<Question> {
  const held = await heldQuestion(trx, id)
  if (held.state === 'accepted') throw conflict('This question has been accepted already.')
  if (held.late && words.trim() === '')
    throw invalid([
      {
        field: 'words',
        message: `It came too late. ${held.noticeWords} Enter why it is taken all the same, and who agreed.`,
      },
    ])
  const number = (await lastNumber(trx, held.meetingId, held.category)) + 1
  return write(trx, by, held, 'question.accepted', { state: 'accepted', stateWords: words, number })
}

/** Says no to a question, or writes down that it was taken back. Its words are kept. */
export async function endQuestion(
  trx: Trx,
  by: Changing,
  id: string,
  state: 'refused' | 'withdrawn',
  words: string,
): Promise<Question> {
  const held = await heldQuestion(trx, id)
  if (held.publishedAt !== null)
    throw conflict('Its answer is published, so the question stays where it is.')
  return write(trx, by, held, `question.${state}`, { state, stateWords: words })
}

/**
 * Drafts an answer. One that was approved has to be approved again; one that is published stays.
 * @param version as it was when whoever writes read it
 */
export async function draftAnswer(
  trx: Trx,
  by: Changing,
  id: string,
  drafted: Pick<Question, 'answeredBy' | 'onBehalfOf'> & { readonly answer: string },
  version: number,
): Promise<Question> {
  const held = await heldQuestion(trx, id)
  if (held.state !== 'accepted') throw conflict('Only a question that was accepted is answered.')
  if (held.publishedAt !== null)
    throw conflict('The answer is published. What came later is written beside it.')
  if (held.version !== version && held.answer !== drafted.answer)
    throw invalid([
      {
        field: 'answer',
        message: `Somebody else has changed this answer while you were writing. It now says: “${held.answer ?? 'nothing'}” Your words are still below: put the two together and save again.`,
      },
    ])
  return write(trx, by, held, 'question.answer-drafted', {
    ...drafted,
    approvedBy: null,
    approvedAt: null,
  })
}

/** Approves an answer that is drafted. */
export async function approveAnswer(trx: Trx, by: Changing, id: string): Promise<Question> {
  const held = await heldQuestion(trx, id)
  if (answerState(held) !== 'drafted') throw conflict('There is no drafted answer to approve.')
  return write(trx, by, held, 'question.answer-approved', {
    approvedBy: by.actorName,
    approvedAt: by.at,
  })
}

/** Publishes every approved answer of a meeting, and what was asked in the room. Gives how many. */
export async function publishAnswers(
  trx: Trx,
  by: Changing,
  meetingId: string,
): Promise<{ readonly answers: number; readonly supplementaries: number }> {
  await meetingOf(trx, meetingId)
  const ready = (await questionsOf(trx, meetingId)).filter(
    each => each.state === 'accepted' && answerState(each) === 'approved',
  )
  for (const each of ready) {
    const held = await heldQuestion(trx, each.id)
    await write(trx, by, held, 'question.answer-published', { publishedAt: by.at })
  }
  const supplementaries = await publishSupplementaries(trx, meetingId, by.at)
  return { answers: ready.length, supplementaries }
}

type Asked = Pick<Supplementary, 'meetingId' | 'asker' | 'follows' | 'itemId' | 'packPage'> & {
  readonly parts: readonly Omit<Part, 'id' | 'position' | 'later'>[]
}

/** Writes down what was asked in the room, with each part and who answered it. */
export async function addSupplementary(
  trx: Trx,
  by: Changing,
  asked: Asked,
): Promise<Supplementary> {
  await meetingOf(trx, asked.meetingId)
  const questions = await questionsOf(trx, asked.meetingId)
  if (asked.follows.some(id => !questions.some(each => each.id === id)))
    throw invalid([{ field: 'follows', message: 'Choose among the questions of this meeting.' }])
  const others = await supplementariesOf(trx, asked.meetingId)
  const supplementary: Supplementary = {
    ...asked,
    id: randomUUID(),
    number: Math.max(0, ...others.map(each => each.number)) + 1,
    parts: asked.parts.map((part, index) => ({
      ...part,
      id: randomUUID(),
      position: index + 1,
      later: null,
    })),
    publishedAt: null,
  }
  await insertSupplementary(trx, by.authority, supplementary, by.at)
  await note(trx, by, 'question.supplementary-asked', supplementary.id, {
    meeting: asked.meetingId,
    follows: [...asked.follows],
    parts: supplementary.parts.length,
  })
  return supplementary
}

/** Writes what was sent after the meeting beside what was said at it. */
export async function answerLater(
  trx: Trx,
  by: Changing,
  meetingId: string,
  partId: string,
  later: LaterAnswer,
): Promise<Part> {
  const meeting = await meetingOf(trx, meetingId)
  const parts = (await supplementariesOf(trx, meetingId)).flatMap(each => each.parts)
  const part = parts.find(each => each.id === partId)
  if (part === undefined) throw notFound()
  if (partState(part) === 'answered later')
    throw conflict('A later answer to this part is written down already.')
  if (later.on < meeting.heldOn)
    throw invalid([
      {
        field: 'on',
        message: `Enter a day on or after the meeting, ${weekdayAndDate(meeting.heldOn)}.`,
      },
    ])
  const answered = { ...part, later }
  await updatePart(trx, answered)
  await note(trx, by, 'question.answered-later', partId, { meeting: meetingId })
  return answered
}

/** By when a question can be put to a meeting, with its working. */
export async function noticesFor(trx: Trx, meeting: Pick<Meeting, 'heldOn'>) {
  const constitution = await constitutionOn(trx, meeting.heldOn)
  return {
    public: noticeOf(constitution, 'public', meeting.heldOn),
    publicNotOnAgenda: noticeOf(constitution, 'public', meeting.heldOn, false),
    member: noticeOf(constitution, 'member', meeting.heldOn),
    isExample: constitution.readOn === null,
  }
}

/** The day by which an answer that was promised in the room is usually sent. */
export const usualLaterAnswer = (heldOn: Day): Day => heldOn + 10

async function meetingOf(trx: Trx, id: string): Promise<Meeting> {
  const meeting = await meetingById(trx, id)
  if (meeting === null) throw notFound()
  return meeting
}

async function heldQuestion(trx: Trx, id: string): Promise<Question> {
  const held = await questionById(trx, id, true)
  if (held === null) throw notFound()
  return held
}

async function write(
  trx: Trx,
  by: Changing,
  held: Question,
  action: string,
  fields: Partial<Question>,
): Promise<Question> {
  const question = { ...held, ...fields }
  await updateQuestion(trx, question)
  await note(trx, by, action, held.id, { fields: Object.keys(fields) })
  return { ...question, version: held.version + 1 }
}

async function note(
  trx: Trx,
  { actor, at }: Changing,
  action: string,
  id: string,
  detail: Readonly<Record<string, Json>>,
): Promise<void> {
  await record(trx, { actor, action, subject: questionThing(id), detail }, at)
}
