import { seeBodies } from '#bodies'
import { heading, keyFigures } from '#kit/html/blocks.ts'
import { button } from '#kit/html/components/index.ts'
import { html } from '#kit/html/html.ts'
import { type Route, route, show } from '#kit/http/index.ts'
import { seeMeetings } from '#meetings'
import { permits, viewerOf } from '#people'
import { readingsOf } from '#performance'
import { gather, mayReadLine } from '#plan'
import { askedLastTime, challengeMeasure } from '../board.ts'
import { daysOfBoard } from '../days-of-board.ts'
import { highlightOf } from '../highlight.ts'
import { keepBoard } from '../policy.ts'
import { currentBoard, questionsOf } from '../store/index.ts'
import { boardView, noBoardView, questionsTable } from './board.view.ts'
import { type InspectionsRooms, placeOf } from './rooms.ts'
import { boardOf, page } from './board-parts.ts'
import { askingPages, questionPage } from './board-questions.ts'
import { movingPages, settingPages } from './board-setting.ts'

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
        const days = await daysOfBoard(trx, board, today)
        const { last } = days
        const gathered = await gather(trx, today)
        const standings = gathered.plans.flatMap(plan =>
          gathered.of(plan.id).filter(({ line }) => mayReadLine(viewer, line)),
        )
        const readings = (await readingsOf(trx, rooms.definitions))?.readings ?? []
        const questions = await questionsOf(trx, board.id)
        const body = boardView({
          board,
          today,
          days,
          ahead: days.between(today, today + 366),
          seesBody: permits(seeBodies, viewer),
          seesMeetings: permits(seeMeetings, viewer),
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
