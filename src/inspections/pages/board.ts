import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { isWorkingDay, longDay, whyNotWorking } from '#calendar'
import { DayText, formView, MaybeDay, maybeText, refusePrivate, text } from '#findings'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { heading, keyFigures } from '#kit/html/blocks.ts'
import {
  button,
  checkboxes,
  input,
  radios,
  summaryList,
  textarea,
} from '#kit/html/components/index.ts'
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
  show,
  typed,
} from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { readingsOf } from '#performance'
import { gather, mayReadLine } from '#plan'
import {
  askedLastTime,
  type Board,
  challengeMeasure,
  effectKeys,
  effects,
  meetingAt,
  meetingsAround,
  meetingsBetween,
  type Question,
} from '../board.ts'
import { highlightOf } from '../highlight.ts'
import { keepBoard } from '../policy.ts'
import {
  currentBoard,
  questionsOf,
  writeBoard,
  writeMovedMeeting,
  writeQuestion,
} from '../store/index.ts'
import { boardView, noBoardView, questionsTable } from './board.view.ts'
import { changingOf, type InspectionsRooms, placeOf } from './rooms.ts'

const crumbs = [{ text: 'Improvement board', href: '/board' }]
const page = (title: string, body: Html, wide = false): Answer =>
  show({ title, current: '/inspections', breadcrumbs: crumbs, body, wide })

/** `/board`: what moved, what stalled, what is late, what the signals say, what was asked. */
export function boardPages(rooms: InspectionsRooms): {
  readonly see: readonly Route[]
  readonly keep: readonly Route[]
} {
  return {
    see: [boardPage(rooms), challengesPage(rooms), questionPage(rooms)],
    keep: [...settingPages(rooms), ...movingPages(rooms), ...askingPages(rooms)],
  }
}

function boardPage(rooms: InspectionsRooms): Route {
  return route({
    method: 'GET',
    url: '/board',
    handler: async ({ request }) => {
      const { council, today } = await placeOf(rooms, request)
      const viewer = viewerOf(request)
      const mayKeep = permits(keepBoard, viewer)
      return rooms.db.as(council.code, async trx => {
        const board = await currentBoard(trx)
        if (board === null)
          return show({
            title: 'Improvement board',
            current: '/inspections',
            body: noBoardView(mayKeep),
          })
        const { last, next } = meetingsAround(board, today)
        const gathered = await gather(trx, today)
        const standings = gathered.plans.flatMap(plan =>
          gathered.of(plan.id).filter(({ line }) => mayReadLine(viewer, line)),
        )
        const readings = (await readingsOf(trx, rooms.definitions))?.readings ?? []
        const questions = await questionsOf(trx, board.id)
        const body = boardView({
          board,
          today,
          last,
          next,
          ahead: meetingsBetween(board, today, today + 366),
          highlight: highlightOf(standings, readings, last?.on ?? null, today),
          asked: askedLastTime(questions, last?.on ?? null, today),
          measure: challengeMeasure(questions, today),
          mayKeep,
        })
        return show({ title: board.name, current: '/inspections', body })
      })
    },
  })
}

async function boardOf(rooms: InspectionsRooms, request: Asked['request']): Promise<Board> {
  const place = await placeOf(rooms, request)
  const board = await rooms.db.as(place.council.code, currentBoard)
  if (board === null) throw notFound()
  return board
}

function challengesPage(rooms: InspectionsRooms): Route {
  return route({
    method: 'GET',
    url: '/board/challenges',
    handler: async ({ request }) => {
      const { council, today } = await placeOf(rooms, request)
      const board = await boardOf(rooms, request)
      const questions = await rooms.db.as(council.code, trx => questionsOf(trx, board.id))
      const { asked, answered, followed, changed, assured, late } = challengeMeasure(
        questions,
        today,
      )
      const body = html`${heading({ title: 'Challenge log', caption: board.name, lead: asked === 0 ? 'Nothing has been written down yet.' : `Of ${asked} asked, ${answered} were answered, ${followed} followed up, and ${changed} changed something.` })}
${permits(keepBoard, viewerOf(request)) && button({ text: 'Write down a question', href: '/board/questions/new' })}
${
  asked > 0 &&
  html`${keyFigures([
    {
      label: 'Answered',
      value: `${answered} of ${asked}`,
      note: late === 0 ? 'none is late' : `${late} late`,
    },
    { label: 'Followed up', value: `${followed} of ${asked}` },
    {
      label: 'Changed something',
      value: `${changed} of ${asked}`,
      note: `${assured} more assured with evidence`,
    },
  ])}${questionsTable(questions, today, 'All questions, the newest first')}`
}`
      return page('Challenge log', body, true)
    },
  })
}

const QuestionParams = z.object({ id: z.uuid() })

async function questionFor(rooms: InspectionsRooms, request: Asked['request'], id: string) {
  const place = await placeOf(rooms, request)
  const board = await boardOf(rooms, request)
  const all = await rooms.db.as(place.council.code, trx => questionsOf(trx, board.id))
  const question = all.find(each => each.id === id)
  if (question === undefined) throw notFound()
  return { board, question, today: place.today }
}

function questionPage(rooms: InspectionsRooms): Route {
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

const area = (
  values: FormValues,
  errors: Refused['errors'],
  name: string,
  label: string,
  hint?: string,
): Html =>
  textarea({
    id: name,
    name,
    rows: 3,
    label: { text: label },
    ...(hint !== undefined && { hint: { text: hint } }),
    value: typed(values, name),
    errorMessage: errorOf(errors, name),
  })
const line = (
  values: FormValues,
  errors: Refused['errors'],
  name: string,
  label: string,
  hint?: string,
): Html =>
  input({
    id: name,
    name,
    label: { text: label },
    ...(hint !== undefined && { hint: { text: hint } }),
    value: typed(values, name),
    errorMessage: errorOf(errors, name),
  })

const answerFields = (values: FormValues, errors: Refused['errors']): Html =>
  html`${area(values, errors, 'answer', 'The answer')}${line(values, errors, 'on', 'Day of the answer', 'Such as 18 September 2017; empty for today')}${mayBeName(errors)}`

const followFields = (values: FormValues, errors: Refused['errors']): Html =>
  html`${area(values, errors, 'followedWords', 'Who went back to it, and what they saw')}${line(values, errors, 'on', 'When', 'Such as 18 September 2017; empty for today')}
${radios({ idPrefix: 'effect', name: 'effect', classes: 'govuk-radios--small', fieldset: { legend: { text: 'With what effect?' } }, items: effectKeys.map(key => ({ value: key, text: effects[key], checked: typed(values, 'effect') === key })), errorMessage: errorOf(errors, 'effect') })}
${area(values, errors, 'effectWords', 'What is different for children')}${mayBeName(errors)}`

function mayBeName(errors: Refused['errors']): Html | false {
  if (!errors.some(error => error.message.includes('nobody is named'))) return false
  return checkboxes({
    idPrefix: 'names',
    name: 'names',
    items: [{ value: 'none', text: 'I have looked: no child and no family is named' }],
  })
}

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

function askingPages(rooms: InspectionsRooms): readonly Route[] {
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
        const { last, next } = meetingsAround(board, by.today)
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

const BoardFields = z.object({
  name: text(120, 'Enter the name of the board.'),
  chair: text(120, 'Enter the post of whoever chairs.'),
  chairOrganisation: maybeText(120),
  firstOn: DayText('Enter the day of the first meeting, such as 18 September 2017.'),
  weeks: z.coerce
    .number({ error: 'Enter a number of weeks from 1 to 26.' })
    .int()
    .min(1, 'Enter a number of weeks from 1 to 26.')
    .max(26, 'Enter a number of weeks from 1 to 26.'),
  members: maybeText(6000),
  endedOn: MaybeDay('Enter the day of its last meeting, such as 18 September 2017.'),
})

function settingPages(rooms: InspectionsRooms): readonly Route[] {
  const form = (asked: Asked, values: FormValues, errors: Refused['errors'] = []): Answer => {
    const fields = html`${line(values, errors, 'name', 'Name of the board')}
${line(values, errors, 'chair', 'Chair', 'A post, not a name: Independent chair')}
${line(values, errors, 'chairOrganisation', 'Whom the chair works for', 'Empty where it is nobody who sits at the table')}
${line(values, errors, 'firstOn', 'First meeting', 'Such as 18 September 2017')}
${line(values, errors, 'weeks', 'Every so many weeks')}
${textarea({ id: 'members', name: 'members', rows: 8, label: { text: 'Members' }, hint: { text: 'One a line: post, then a comma, then the organisation' }, value: typed(values, 'members'), errorMessage: errorOf(errors, 'members') })}
${line(values, errors, 'endedOn', 'Last meeting', 'Empty while it goes on')}`
    const body = html`${heading({ title: 'Improvement board' })}
${formView('/board/change', asked.csrf(), fields, 'Save', '/board')}`
    return page('Improvement board', body)
  }
  const current = async (request: Asked['request']): Promise<Board | null> => {
    const place = await placeOf(rooms, request)
    return rooms.db.as(place.council.code, currentBoard)
  }
  return [
    route({
      method: 'GET',
      url: '/board/change',
      handler: async asked => form(asked, boardValues(await current(asked.request))),
    }),
    route({
      method: 'POST',
      url: '/board/change',
      body: BoardFields,
      handler: async ({ request, body }) => {
        const by = await changingOf(rooms, request)
        const before = await current(request)
        const why = whyNotWorking(body.firstOn)
        if (why !== null)
          throw invalid([
            {
              field: 'firstOn',
              message: `${longDay(body.firstOn)} is no working day: ${why}. Choose another.`,
            },
          ])
        const members = body.members
          .split('\n')
          .map(each => each.trim())
          .filter(each => each !== '')
          .map(each => {
            const comma = each.lastIndexOf(',')
            return comma < 0
              ? { post: each, organisation: '' }
              : { post: each.slice(0, comma).trim(), organisation: each.slice(comma + 1).trim() }
          })
        const id = before !== null && before.endedOn === null ? before.id : randomUUID()
        await rooms.db.as(by.authority, async trx => {
          await writeBoard(trx, by.authority, { ...body, id, members })
          await journal(trx, by, 'board.changed', id)
        })
        return seeOther('/board')
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
  ]
}

function boardValues(board: Board | null): FormValues {
  if (board === null || board.endedOn !== null)
    return { name: 'Improvement board', chair: 'Independent chair', weeks: '6' }
  return {
    name: board.name,
    chair: board.chair,
    chairOrganisation: board.chairOrganisation,
    firstOn: longDay(board.firstOn),
    weeks: String(board.weeks),
    members: board.members.map(({ post, organisation }) => `${post}, ${organisation}`).join('\n'),
  }
}

const MoveFields = z.object({
  heldOn: DayText('Enter the day on which it is held, such as 18 September 2017.'),
  reason: text(300, 'Say why it is moved.'),
})
const MoveParams = z.object({ nth: z.coerce.number().int().min(0).max(5000) })

function movingPages(rooms: InspectionsRooms): readonly Route[] {
  type Moving = Asked & { readonly params: z.output<typeof MoveParams> }
  const form = async (
    { request, csrf, params }: Moving,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const board = await boardOf(rooms, request)
    const meeting = meetingAt(board, params.nth)
    const fields = html`${line(values, errors, 'heldOn', 'Held on', 'Such as 18 September 2017')}${area(values, errors, 'reason', 'Why')}`
    const body = html`${heading({ title: `Move the meeting of ${longDay(meeting.on)}`, lead: 'The meetings after it stay where they are.' })}
${formView(`/board/meetings/${params.nth}`, csrf(), fields, 'Move it', '/board')}`
    return page('Move a meeting', body)
  }
  return [
    route({
      method: 'GET',
      url: '/board/meetings/:nth',
      params: MoveParams,
      handler: asked => form(asked, {}),
    }),
    route({
      method: 'POST',
      url: '/board/meetings/:nth',
      params: MoveParams,
      body: MoveFields,
      handler: async ({ request, params, body }) => {
        const board = await boardOf(rooms, request)
        const by = await changingOf(rooms, request)
        if (!isWorkingDay(body.heldOn))
          throw invalid([
            {
              field: 'heldOn',
              message: `${longDay(body.heldOn)} is no working day: ${whyNotWorking(body.heldOn) ?? ''}. Choose another.`,
            },
          ])
        await rooms.db.as(by.authority, async trx => {
          await writeMovedMeeting(trx, by.authority, board.id, { nth: params.nth, ...body })
          await journal(trx, by, 'board.meeting-moved', board.id)
        })
        return seeOther('/board')
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
  ]
}

/** The words stay in this room: the journal says only that something was written. */
async function journal(
  trx: Trx,
  { actor, at }: { readonly actor: string; readonly at: Date },
  action: string,
  id: string,
): Promise<void> {
  await record(trx, { actor, action, subject: { kind: 'improvement-board', id } }, at)
}
