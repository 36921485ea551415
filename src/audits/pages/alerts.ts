import { z } from 'zod'
import { changingOf, placeOf, refusePrivateOnce } from './fields.ts'
import {
  type Answer,
  type Asked,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { answerAlert, isTold, mayKnow, openAlerts, setClock } from '../alarm.ts'
import { alertSteps } from '../alert.ts'
import { leadAudits } from '../policy.ts'
import { alertById, allAlerts, auditById, auditsById, clockOf } from '../store/index.ts'
import { alertsView, alertView } from './alerts.view.ts'
import { alertPath, auditCrumbs, type AuditsRooms, CURRENT } from './rooms.ts'
import { blindSeconds } from './shown.ts'

const Params = z.object({ id: z.uuid() })
type Again = Pick<Refused, 'values' | 'errors'>
const none: Again = { values: {}, errors: [] }

/** `/audits/alerts` and `/audits/alerts/<id>`: what was raised, and what was done about it. */
export function alertPages(rooms: AuditsRooms): readonly Route[] {
  const one = alertPage(rooms)
  return [
    route({ method: 'GET', url: '/audits/alerts', handler: asked => alertsPage(rooms, asked) }),
    route({
      method: 'GET',
      url: '/audits/alerts/:id',
      params: Params,
      handler: asked => one(asked, asked.params.id),
    }),
    route({
      method: 'POST',
      url: '/audits/alerts/:id/:step',
      params: Params.extend({ step: z.enum(alertSteps) }),
      body: z.object({
        words: z.string().trim().max(4000).default(''),
        looked: z.string().default(''),
      }),
      handler: async ({ request, params: { id, step }, body }) => {
        const by = await changingOf(rooms, request)
        refusePrivateOnce({ words: body.words }, body.looked === 'yes')
        await rooms.db.as(by.authority, async trx => {
          const alert = await alertById(trx, id)
          if (alert === null || !isTold(by.viewer, alert.team)) throw notFound()
          await answerAlert(trx, by, id, step, body.words)
        })
        return seeOther(alertPath(id))
      },
      refused: asked => one(asked, asked.params.id, asked),
    }),
  ]
}

function alertPage(rooms: AuditsRooms) {
  return async (asked: Asked, id: string, again: Again = none): Promise<Answer> => {
    const { council } = await placeOf(rooms, asked.request)
    const viewer = viewerOf(asked.request)
    return rooms.db.as(council.code, async trx => {
      const alert = await alertById(trx, id)
      const audit = alert && (await auditById(trx, alert.auditId))
      if (alert === null || audit === null || !isTold(viewer, alert.team)) throw notFound()
      if (!mayKnow(alert, await blindSeconds(trx, viewer), rooms.now())) throw notFound()
      const body = alertView({
        alert,
        audit,
        now: rooms.now(),
        viewerId: viewer.id,
        fields: again,
        csrf: asked.csrf(),
      })
      const breadcrumbs = [...auditCrumbs, { text: 'Alerts', href: '/audits/alerts' }]
      return show({ title: 'Alert', current: CURRENT, breadcrumbs, body })
    })
  }
}

async function alertsPage(rooms: AuditsRooms, asked: Asked, again: Again = none): Promise<Answer> {
  const { council } = await placeOf(rooms, asked.request)
  const viewer = viewerOf(asked.request)
  const now = rooms.now()
  const model = await rooms.db.as(council.code, async trx => {
    const open = await openAlerts(trx, viewer, now)
    const blind = await blindSeconds(trx, viewer)
    const done = (await allAlerts(trx)).filter(
      each => each.confirmed !== null && isTold(viewer, each.team) && mayKnow(each, blind, now),
    )
    const ids = [...open, ...done].map(({ auditId }) => auditId)
    return { open, done, audits: await auditsById(trx, ids), clock: await clockOf(trx) }
  })
  const body = alertsView({
    ...model,
    now,
    mayLead: permits(leadAudits, viewer),
    fields: again,
    csrf: asked.csrf(),
  })
  return show({ title: 'Alerts', current: CURRENT, breadcrumbs: auditCrumbs, body })
}

const whole = (most: number, message: string) =>
  z.coerce.number({ error: message }).int(message).min(1, message).max(most, message)

/** How quickly alerts are answered from now on. */
export function clockPage(rooms: AuditsRooms): Route {
  return route({
    method: 'POST',
    url: '/audits/alerts/clock',
    body: z.object({
      acknowledgeHours: whole(40, 'Enter working hours from 1 to 40.'),
      actDays: whole(20, 'Enter working days from 1 to 20.'),
      confirmDays: whole(40, 'Enter working days from 1 to 40.'),
      because: z.string().trim().min(3, 'Say why, and who decided it.').max(300),
    }),
    handler: async ({ request, body: { because, ...clock } }) => {
      const by = await changingOf(rooms, request)
      await rooms.db.as(by.authority, trx => setClock(trx, by, clock, because))
      return seeOther('/audits/alerts')
    },
    refused: asked => alertsPage(rooms, asked, asked),
  })
}
