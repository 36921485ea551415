import { z } from 'zod'
import { changingOf } from '#findings'
import {
  type Answer,
  type Asked,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { permits } from '#people'
import { meetingPath } from '../names.ts'
import { keepMeetings } from '../policy.ts'
import { publish, shortNoticeWords } from '../publish.ts'
import { readinessOf } from '../readiness.ts'
import type { MeetingsRooms } from '../rooms.ts'
import { readyView } from './ready.view.ts'
import { crumbs, CURRENT, withMeeting } from './shown.ts'

const Params = z.object({ id: z.uuid() })

const Body = z.looseObject({
  ground: z.string().max(40).default(''),
  reason: z.string().trim().max(2000).default(''),
})

/** `/meetings/<id>/ready`: what stands against publishing, and the button that publishes. */
export function readyPages(rooms: MeetingsRooms): {
  readonly see: readonly Route[]
  readonly keep: readonly Route[]
} {
  const page = (
    asked: Asked & { readonly params: z.output<typeof Params> },
    again: Pick<Refused, 'values' | 'errors'> = { values: {}, errors: [] },
  ): Promise<Answer> =>
    withMeeting(
      rooms,
      asked.request,
      asked.params.id,
      async ({ trx, meeting, body, today, viewer }) => {
        const readiness = await readinessOf(trx, meeting.id, today)
        const view = readyView({
          readiness,
          form: again,
          shortWords: shortNoticeWords(readiness),
          csrf: asked.csrf(),
          mayPublish: permits(keepMeetings, viewer),
        })
        const title = 'Ready to publish?'
        return show({ title, current: CURRENT, breadcrumbs: crumbs({ body, meeting }), body: view })
      },
    )
  return {
    see: [
      route({
        method: 'GET',
        url: '/meetings/:id/ready',
        params: Params,
        handler: asked => page(asked),
      }),
    ],
    keep: [publishing(rooms, page)],
  }
}

type Page = (
  asked: Asked & { readonly params: z.output<typeof Params> },
  again?: Pick<Refused, 'values' | 'errors'>,
) => Promise<Answer>

function publishing(rooms: MeetingsRooms, page: Page): Route {
  return route({
    method: 'POST',
    url: '/meetings/:id/publish',
    params: Params,
    body: Body,
    handler: async ({ request, params, body: { ground, reason, ...rest } }) => {
      const by = await changingOf(rooms, request)
      const answers = Object.fromEntries(
        Object.entries(rest).flatMap(([key, value]) =>
          key.startsWith('answer-') && typeof value === 'string' ? [[key, value]] : [],
        ),
      )
      await withMeeting(rooms, request, params.id, ({ trx, meeting }) =>
        publish(trx, by, meeting.id, { ground, reason, answers }),
      )
      return seeOther(meetingPath(params.id))
    },
    refused: ({ values, errors, ...asked }) => page(asked, { values, errors }),
  })
}
