import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { longDay } from '#calendar'
import { formView, MaybeDay, maybeText, refusePrivate, text } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { radios, summaryList } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
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
  typed,
} from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { effectKeys, effects, type Question } from '../board.ts'
import { keepBoard } from '../policy.ts'
import { questionsOf, writeQuestion } from '../store/index.ts'
import { changingOf, type InspectionsRooms, placeOf } from './rooms.ts'
import { daysOfBoard } from '../days-of-board.ts'
import { area, boardOf, journal, line, mayBeName, page } from './board-parts.ts'

const QuestionParams = z.object({ id: z.uuid() })

async function questionFor(rooms: InspectionsRooms, request: Asked['request'], id: string) {
  const place = await placeOf(rooms, request)
  const board = await boardOf(rooms, request)
  const all = await rooms.db.as(place.council.code, trx => questionsOf(trx, board.id))
  const question = all.find(each => each.id === id)
  if (question === undefined) throw notFound()
  return { board, question, today: place.today }
}

export function questionPage(rooms: InspectionsRooms): Route {
  return route({
    method: 'GET',
    url: '/board/questions/:id',
    params: QuestionParams,
    handler: async ({ request, params, csrf }) => {
      const { question } = await questionFor(rooms, request, params.id)
      const mayKeep = permits(keepBoard, viewerOf(request))
      return questionAnswer(question, mayKeep ? csrf() : null)
    },
  })
}

function questionAnswer(
  question: Question,
  csrf: Html | null,
  values: FormValues = {},
  errors: Refused['errors'] = [],
): Answer {
  const { answer, answeredOn, followedWords, followedOn, effect, effectWords } = question
  const rows: [string, string][] = [
    [
      'Asked',
      `${longDay(question.askedOn)} by ${question.askedBy}${question.organisation === '' ? '' : `, ${question.organisation}`}`,
    ],
    [
      'To be answered by',
      `${question.owner ?? 'Nobody named'}${question.dueOn === null ? '' : `, by ${longDay(question.dueOn)}`}`,
    ],
    ['Answer', answeredOn === null ? 'None yet' : `${answer ?? ''} (${longDay(answeredOn)})`],
    [
      'Followed up',
      followedOn === null
        ? 'Nobody has gone back to it yet'
        : `${followedWords ?? ''} (${longDay(followedOn)})`,
    ],
    [
      'Effect',
      effect === null
        ? 'Not known yet'
        : `${effects[effect]}${effectWords === null || effectWords === '' ? '' : `: ${effectWords}`}`,
    ],
  ]
  const body = html`${heading({ title: question.words, caption: 'Asked by the board' })}
${summaryList({ rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })) })}
${csrf !== null && formView(`/board/questions/${question.id}`, csrf, answeredOn === null ? answerFields(values, errors) : followFields(values, errors), answeredOn === null ? 'Save the answer' : 'Save what came of it')}`
  return page('A question of the board', body)
}

const answerFields = (values: FormValues, errors: Refused['errors']): Html =>
  html`${area(values, errors, 'answer', 'The answer')}${line(values, errors, 'on', 'Day of the answer', 'Such as 18 September 2017; empty for today')}${mayBeName(errors)}`

const followFields = (values: FormValues, errors: Refused['errors']): Html =>
  html`${area(values, errors, 'followedWords', 'Who went back to it, and what they saw')}${line(values, errors, 'on', 'When', 'Such as 18 September 2017; empty for today')}
${radios({ idPrefix: 'effect', name: 'effect', classes: 'govuk-radios--small', fieldset: { legend: { text: 'With what effect?' } }, items: effectKeys.map(key => ({ value: key, text: effects[key], checked: typed(values, 'effect') === key })), errorMessage: errorOf(errors, 'effect') })}
${area(values, errors, 'effectWords', 'What is different for children')}${mayBeName(errors)}`

const AskFields = z.object({
  words: text(2000, 'Enter the question, as it was asked.'),
  askedBy: text(120, 'Enter the post of whoever asked.'),
  organisation: maybeText(120),
  askedOn: MaybeDay('Enter the day it was asked, such as 18 September 2017.'),
  owner: maybeText(120),
  dueOn: MaybeDay('Enter the day the answer is due, such as 18 September 2017.'),
  names: z.string().default(''),
})
const AnswerFields = z.object({
  answer: maybeText(4000),
  followedWords: maybeText(4000),
  effect: z.union([z.literal(''), z.enum(effectKeys)]).default(''),
  effectWords: maybeText(2000),
  on: MaybeDay('Enter the day, such as 18 September 2017.'),
  names: z.string().default(''),
})

export function askingPages(rooms: InspectionsRooms): readonly Route[] {
  const form = async (
    asked: Asked,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const board = await boardOf(rooms, asked.request)
    const fields = html`${area(values, errors, 'words', 'What was asked', 'In the words in which it was asked')}
${line(values, errors, 'askedBy', 'Who asked', 'A post, such as Independent chair')}
${line(values, errors, 'organisation', 'Of which organisation')}
${line(values, errors, 'askedOn', 'When', 'Empty for the last meeting')}
${line(values, errors, 'owner', 'Who is to answer')}
${line(values, errors, 'dueOn', 'By when', 'Empty for the next meeting')}${mayBeName(errors)}`
    const body = html`${heading({ title: 'Write down a question', caption: board.name })}
${formView('/board/questions/new', asked.csrf(), fields, 'Write it down', '/board')}`
    return page('Write down a question', body)
  }
  return [
    route({ method: 'GET', url: '/board/questions/new', handler: asked => form(asked, {}) }),
    route({
      method: 'POST',
      url: '/board/questions/new',
      body: AskFields,
      handler: async ({ request, body }) => {
        const board = await boardOf(rooms, request)
        const by = await changingOf(rooms, request)
        refusePrivate({ words: body.words }, body.names === 'none')
        const { last, next } = await rooms.db.as(by.authority, trx =>
          daysOfBoard(trx, board, by.today),
        )
        const askedOn = body.askedOn ?? (next?.on === by.today ? by.today : (last?.on ?? by.today))
        if (askedOn > by.today)
          throw invalid([
            { field: 'askedOn', message: 'The day it was asked must not lie in the future.' },
          ])
        if (body.dueOn !== null && body.dueOn < askedOn)
          throw invalid([
            { field: 'dueOn', message: 'The answer cannot be due before it was asked.' },
          ])
        const question: Question = {
          id: randomUUID(),
          askedOn,
          askedBy: body.askedBy,
          organisation: body.organisation,
          words: body.words,
          owner: body.owner === '' ? null : body.owner,
          dueOn: body.dueOn ?? (next !== null && next.on > askedOn ? next.on : null),
          answer: null,
          answeredOn: null,
          followedWords: null,
          followedOn: null,
          effect: null,
          effectWords: null,
        }
        await rooms.db.as(by.authority, async trx => {
          await writeQuestion(trx, by.authority, board.id, question)
          await journal(trx, by, 'board.asked', question.id)
        })
        return seeOther('/board/challenges')
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
    route({
      method: 'POST',
      url: '/board/questions/:id',
      params: QuestionParams,
      body: AnswerFields,
      handler: async ({ request, params, body }) => {
        const { board, question } = await questionFor(rooms, request, params.id)
        const by = await changingOf(rooms, request)
        const now =
          question.answeredOn === null
            ? answered(question, body, by.today)
            : followed(question, body, by.today)
        await rooms.db.as(by.authority, async trx => {
          await writeQuestion(trx, by.authority, board.id, now)
          await journal(
            trx,
            by,
            question.answeredOn === null ? 'board.answered' : 'board.followed-up',
            question.id,
          )
        })
        return seeOther(`/board/questions/${question.id}`)
      },
      refused: async ({ values, errors, request, params, csrf }) => {
        const { question } = await questionFor(rooms, request, params.id)
        return questionAnswer(question, csrf(), values, errors)
      },
    }),
  ]
}

type Said = z.output<typeof AnswerFields>

function answered(question: Question, body: Said, today: number): Question {
  const on = body.on ?? today
  if (body.answer === '') throw invalid([{ field: 'answer', message: 'Enter the answer.' }])
  if (on < question.askedOn || on > today)
    throw invalid([
      { field: 'on', message: 'The answer came after the question, and not in the future.' },
    ])
  refusePrivate({ answer: body.answer }, body.names === 'none')
  return { ...question, answer: body.answer, answeredOn: on }
}

function followed(question: Question, body: Said, today: number): Question {
  const on = body.on ?? today
  if (body.followedWords === '')
    throw invalid([
      { field: 'followedWords', message: 'Enter who went back to it, and what they saw.' },
    ])
  if (body.effect === '')
    throw invalid([{ field: 'effect', message: 'Choose what effect it had.' }])
  if (on < (question.answeredOn ?? question.askedOn) || on > today)
    throw invalid([
      { field: 'on', message: 'It was followed up after the answer, and not in the future.' },
    ])
  refusePrivate(
    { followedWords: body.followedWords, effectWords: body.effectWords },
    body.names === 'none',
  )
  return {
    ...question,
    followedWords: body.followedWords,
    followedOn: on,
    effect: body.effect,
    effectWords: body.effectWords,
  }
}
