import { z } from 'zod'
import { placeOf } from '#findings'
import { type Route, route, show } from '#kit/http/index.ts'
import { noticesFor } from '../change.ts'
import { isShown } from '../question.ts'
import type { QuestionsRooms } from '../rooms.ts'
import { questionsOf, supplementariesOf } from '../store/index.ts'
import { questionsView } from './questions.view.ts'
import { aboutMeeting, meetingCrumbs } from '#meetings'
import { mayOf } from './about.ts'

/** `/meetings/<id>/questions`: what was asked of a meeting and what was answered. */
export function questionsPage(rooms: QuestionsRooms): Route {
  return route({
    method: 'GET',
    url: '/meetings/:id/questions',
    params: z.object({ id: z.uuid() }),
    handler: async asked => {
      const place = await placeOf(rooms, asked.request)
      const may = mayOf(asked.request)
      const model = await rooms.db.as(place.council.code, async trx => {
        const about = await aboutMeeting(trx, asked.params.id)
        const questions = await questionsOf(trx, about.meeting.id)
        const supplementaries = await supplementariesOf(trx, about.meeting.id)
        return {
          about,
          questions: may.answer ? questions : questions.filter(isShown),
          accepted: questions.filter(each => each.state === 'accepted'),
          supplementaries: may.answer
            ? supplementaries
            : supplementaries.filter(each => each.publishedAt !== null),
          notices: await noticesFor(trx, about.meeting),
        }
      })
      const { about } = model
      return show({
        title: `Questions, ${about.body.name}`,
        current: '/meetings',
        breadcrumbs: meetingCrumbs(about),
        body: questionsView({ ...model, may, today: place.today, csrf: asked.csrf() }),
      })
    },
  })
}
