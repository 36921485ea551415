import { permits, viewerOf } from '#people'
import { placeOf } from '#findings'
import { type Route, route, show } from '#kit/http/index.ts'
import { doAudits, leadAudits } from '../../policy.ts'
import { auditCrumbs, type AuditsRooms, CURRENT } from '../../pages/rooms.ts'
import { currentTools } from '../../toolbox.ts'
import { programmeOf } from '../gather.ts'
import { reminderInWords, remindersOn } from '../remind.ts'
import { remindersOf } from '../store.ts'
import { mineView } from './mine.view.ts'
import { programmeView } from './programme.view.ts'

/** `/audits/programme`: who owes what, and what was done. */
export function programmePage(rooms: AuditsRooms): Route {
  return route({
    method: 'GET',
    url: '/audits/programme',
    handler: async ({ request }) => {
      const { council, today } = await placeOf(rooms, request)
      const viewer = viewerOf(request)
      const { programme, tools } = await rooms.db.as(council.code, async trx => ({
        programme: await programmeOf(trx, today),
        tools: await currentTools(trx),
      }))
      const body = programmeView({
        programme,
        tools,
        today,
        // Who of the auditors did what is for those who lead them; others see it by team.
        showsPeople: permits(leadAudits, viewer),
        mayLead: permits(leadAudits, viewer),
        mayOwe: permits(doAudits, viewer),
      })
      return show({ title: 'Audit programme', current: CURRENT, breadcrumbs: auditCrumbs, body })
    },
  })
}

/** `/audits/programme/mine`: what I owe. */
export function minePage(rooms: AuditsRooms): Route {
  return route({
    method: 'GET',
    url: '/audits/programme/mine',
    handler: async ({ request }) => {
      const { council, today } = await placeOf(rooms, request)
      const viewer = viewerOf(request)
      const found = await rooms.db.as(council.code, async trx => ({
        programme: await programmeOf(trx, today),
        tools: await currentTools(trx),
        written: await remindersOf(trx, viewer.id),
      }))
      const owed = found.programme.owed.filter(each => each.obligation.personId === viewer.id)
      const body = mineView({
        owed,
        tools: found.tools,
        today,
        reminders: remindersOn(owed, today).map(reminderInWords),
        written: found.written,
        exemptions: found.programme.exemptions.filter(each => each.personId === viewer.id),
      })
      return show({
        title: 'Audits I owe',
        current: CURRENT,
        breadcrumbs: [...auditCrumbs, { text: 'Audit programme', href: '/audits/programme' }],
        body,
      })
    },
  })
}
