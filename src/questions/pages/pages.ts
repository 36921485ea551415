import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import { answerQuestions, askQuestions, keepQuestions, seeQuestions } from '../policy.ts'
import type { QuestionsRooms } from '../rooms.ts'
import { answerPages } from './answer.ts'
import { askPages } from './ask.ts'
import { questionPage, stepPages, takeInPages } from './question.ts'
import { questionsPage } from './questions.ts'
import { supplementaryPages } from './supplementary.ts'

/** Every page of this room with its guard. */
export function questionsPages(rooms: QuestionsRooms): readonly Route[] {
  return [
    behind(allow(askQuestions), ...askPages(rooms)),
    behind(allow(seeQuestions), questionsPage(rooms)),
    behind(allow(answerQuestions), questionPage(rooms), ...answerPages(rooms)),
    behind(
      allow(keepQuestions),
      ...takeInPages(rooms),
      ...stepPages(rooms),
      ...supplementaryPages(rooms),
    ),
  ]
}
