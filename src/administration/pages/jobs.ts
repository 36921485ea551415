import { z } from 'zod'
import { record } from '#journal'
import { conflict, type Route, route, seeOther, show } from '#kit/http/index.ts'
import { recentJobs } from '#kit/jobs/index.ts'
import type { AdministrationRooms } from '../rooms.ts'
import { jobsView } from './jobs.view.ts'
import { above, asking, current } from './section.ts'

const PATH = '/administration/jobs'
const SHOWN = 100

/** `/administration/jobs`: what is done in the background, and what failed. */
export function jobsPage(rooms: AdministrationRooms): Route {
  return route({
    method: 'GET',
    url: PATH,
    handler: async ({ request, csrf }) => {
      const { council } = await asking(rooms, request)
      const jobs = await rooms.db.as(council.code, trx => recentJobs(trx, SHOWN))
      const body = jobsView({ jobs, csrf: csrf() })
      return show({ title: 'Jobs', current, breadcrumbs: above, body })
    },
  })
}

/** Has a failed job done again, or every figure counted again. */
export function jobsAgain(rooms: AdministrationRooms): readonly Route[] {
  return [
    route({
      method: 'POST',
      url: `${PATH}/count`,
      handler: async ({ request }) => {
        const { council, by } = await asking(rooms, request)
        const job = await rooms.countAgain(council.code, by.actor)
        await rooms.db.as(council.code, trx =>
          record(
            trx,
            { actor: by.actor, action: 'job.asked', subject: { kind: 'job', id: job } },
            by.at,
          ),
        )
        return seeOther(PATH)
      },
    }),
    route({
      method: 'POST',
      url: `${PATH}/again`,
      body: z.object({ job: z.uuid() }),
      handler: async ({ request, body }) => {
        const { council, by } = await asking(rooms, request)
        const next = await rooms.jobs.again(council.code, body.job)
        if (next === null)
          throw conflict(
            'This job has not failed, or what it needs is no longer there. If it loaded files, load them again under Data.',
          )
        await rooms.db.as(council.code, trx =>
          record(
            trx,
            {
              actor: by.actor,
              action: 'job.done-again',
              subject: { kind: 'job', id: body.job },
              detail: { as: next },
            },
            by.at,
          ),
        )
        return seeOther(PATH)
      },
    }),
  ]
}
