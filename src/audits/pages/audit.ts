import { z } from 'zod'
import { type Route, route, show } from '#kit/http/index.ts'
import { hasRole, permits } from '#people'
import { deriveGrade, jargon } from '#practice'
import { threadOf } from '#thread'
import { auditName, isDone } from '../audit.ts'
import { auditThing } from '../change.ts'
import { secondsOf } from '../hidden.ts'
import { openFields } from '../open-fields.ts'
import { doAudits, leadAudits, reviewLanguage } from '../policy.ts'
import { involvedIn } from '../sides.ts'
import { alertOfAudit, disputesOf, moderationsOf, notesOf, ownJargon } from '../store/index.ts'
import { broughtFrom } from '../bringing/from.ts'
import { alertBanner } from './alert-banner.view.ts'
import { auditView } from './audit.view.ts'
import { notesView } from './language.view.ts'
import { auditCrumbs, type AuditsRooms, CURRENT, workersFor } from './rooms.ts'
import { mayAsk, mayWrite, withAudit } from './shown.ts'

/** `/audits/<id>`: one audit, as much of it as the viewer sees. */
export function auditPage(rooms: AuditsRooms): Route {
  return route({
    method: 'GET',
    url: '/audits/:id',
    params: z.object({ id: z.uuid() }),
    handler: asked =>
      withAudit(rooms, asked.request, asked.params.id, async (trx, shown) => {
        const { audit, tool, sight, invited, viewer } = shown
        const whole = sight === 'whole'
        const moderations = await moderationsOf(trx, audit.id)
        const disputes = await disputesOf(trx, audit.id)
        const involved = involvedIn(audit, {
          invited,
          moderations,
          disputes,
          seconds: await secondsOf(trx, audit.id),
        })
        const alert = whole ? await alertOfAudit(trx, audit.id) : null
        const hasSaid = invited.some(each => each.userId === viewer.id && each.saidAt !== null)
        const colleagues =
          whole && mayAsk(viewer, audit) ? await rooms.colleagues(viewer.authority) : []
        const body = auditView({
          audit,
          tool,
          sight,
          derived: deriveGrade(tool, audit.answers),
          open: openFields(tool, audit).length,
          invited,
          moderations,
          disputes,
          jargon: [...(await ownJargon(trx)), ...jargon],
          brought: await broughtFrom(trx, audit),
          said: whole ? notesView(await notesOf(trx, audit.id), viewer.id) : false,
          alert: alert !== null && alertBanner(alert, rooms.now()),
          thread:
            sight === 'whole' || sight === 'outline'
              ? await threadOf(trx, rooms.thread, auditThing(audit.id), viewer)
              : null,
          beside: (whole && (await rooms.besideAudits?.onAudit?.(trx, audit, viewer))) || false,
          askable: workersFor(colleagues, audit.team).filter(
            each => each.id !== audit.auditorId && !invited.some(one => one.userId === each.id),
          ),
          may: {
            write: mayWrite(viewer, audit),
            moderate:
              isDone(audit) &&
              audit.state !== 'disputed' &&
              permits(leadAudits, viewer) &&
              !involved.has(viewer.id),
            dispute:
              whole &&
              isDone(audit) &&
              audit.state !== 'disputed' &&
              (audit.auditorId === viewer.id ||
                hasSaid ||
                (hasRole(viewer, 'team-manager') && viewer.teams.includes(audit.team))),
            readYoung: whole && isDone(audit) && permits(reviewLanguage, viewer),
            record: whole && isDone(audit) && permits(doAudits, viewer),
            sayOwn: invited.some(each => each.userId === viewer.id) && !hasSaid,
          },
          csrf: asked.csrf(),
        })
        return show({
          title: auditName(audit),
          current: CURRENT,
          breadcrumbs: auditCrumbs,
          body,
        })
      }),
  })
}
