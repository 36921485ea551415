import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Rooms } from '#council'
import { placeOf } from '#findings'
import type { Definition } from '#indicators'
import type { Html } from '#kit/html/html.ts'
import type { Trx } from '#kit/db/index.ts'
import type { Guard } from '#kit/http/guard.ts'
import { notFound, type Route, route, show } from '#kit/http/index.ts'
import { behind, type Policy, type Viewer, waysOpenTo } from '#people'
import { readingsOf } from '#performance'
import { answerTo } from '../answer.ts'
import { evidenceOf } from '../evidence.ts'
import { seeKeyQuestions } from '../policy.ts'
import { type KeyQuestion, keyQuestion, keyQuestions } from '../question.ts'
import { questionView, questionsView } from './questions.view.ts'

/** What another room answers to a question: its audits, say. Null where it has nothing. */
export type QuestionPart = (
  trx: Trx,
  about: { readonly question: KeyQuestion; readonly viewer: Viewer; readonly today: number },
) => Promise<Html | null>

export interface KeyQuestionsRooms extends Rooms {
  readonly guardOf: (policy: Policy) => Guard
  readonly viewerOf: (request: FastifyRequest) => Viewer
  readonly definitions: readonly Definition[]
  readonly questionParts: readonly QuestionPart[]
}

const url = '/questions-to-ask'
const title = 'Nine questions to ask'

/** `/questions-to-ask`, and one of them with all that answers it. */
export function keyQuestionsPages(rooms: KeyQuestionsRooms): readonly Route[] {
  const { db, viewerOf, definitions, questionParts } = rooms
  return [
    behind(
      rooms.guardOf(seeKeyQuestions),
      route({
        method: 'GET',
        url,
        handler: async ({ request }) => {
          const { council } = await placeOf(rooms, request)
          const found = await db.as(council.code, trx => readingsOf(trx, definitions))
          const answers = keyQuestions.map(each => answerTo(each, found?.readings ?? []))
          return show({ title, current: url, body: questionsView({ title, answers }) })
        },
      }),
      route({
        method: 'GET',
        url: `${url}/:key`,
        params: z.object({ key: z.string().max(60) }),
        handler: async ({ request, params: { key } }) => {
          const { council, today } = await placeOf(rooms, request)
          const question = keyQuestion(key)
          if (question === undefined) throw notFound()
          const viewer = viewerOf(request)
          const [found, evidence, parts] = await db.as(council.code, async trx => {
            const made: Html[] = []
            for (const part of questionParts) {
              const shown = await part(trx, { question, viewer, today })
              if (shown !== null) made.push(shown)
            }
            return [
              await readingsOf(trx, definitions),
              await evidenceOf(trx, question, viewer, today),
              made,
            ]
          })
          const answer = answerTo(question, found?.readings ?? [])
          return show({
            title: question.asks,
            current: url,
            breadcrumbs: [{ text: title, href: url }],
            body: questionView({
              answer,
              evidence,
              parts,
              pages: waysOpenTo(viewer, question.pages),
              all: keyQuestions,
            }),
          })
        },
      }),
    ),
  ]
}
