import type { Day } from '#calendar'
import { permits } from '#people'
import { dayIn } from '#people'
import { type Gap, type GapSource, type KindOfThing } from '#thread'
import { isTold } from './alarm.ts'
import { lateSince } from './alert.ts'
import { type Audit, auditName, auditStates, gradeOf, isDone, provisionalWords } from './audit.ts'
import { AUDIT } from './change.ts'
import { auditPath } from './pages/rooms.ts'
import { leadAudits } from './policy.ts'
import { blindFor, sightOfAudit } from './sight.ts'
import {
  allAlerts,
  auditsBegun,
  auditsById,
  disputesOf,
  invitedTo,
  secondsBegunBy,
} from './store/index.ts'

/** How the thread shows an audit: its tool and grade, and never a child. */
export const auditKind: KindOfThing = {
  kind: AUDIT,
  name: 'Audit',
  describe: async (trx, ids, viewer) => {
    const found = await auditsById(trx, ids)
    const invited = await invitedTo(trx, { userId: viewer.id })
    const blind = blindFor(viewer, await secondsBegunBy(trx, viewer.id))
    return new Map(
      [...found.values()].flatMap(audit => {
        const sight = sightOfAudit(viewer, audit, invited, blind)
        if (sight === 'none') return []
        const grade =
          isDone(audit) && (sight === 'whole' || sight === 'outline') ? gradeOf(audit) : null
        const described = {
          title: [auditName(audit), audit.team].filter(each => each !== '').join(', '),
          href: auditPath(audit.id),
          state:
            grade === null
              ? auditStates[audit.state]
              : `${auditStates[audit.state]}, ${grade}${audit.provisional ? `, ${provisionalWords}` : ''}`,
        }
        return [[audit.id, described] as const]
      }),
    )
  },
}

/** Half done for longer than this and somebody should ask. */
export const HALF_DONE_DAYS = 14

/** The gap source needs the time of day, because alerts are answered within hours. */
export const auditGaps =
  (now: () => Date): GapSource =>
  async (trx, { today, viewer }) => {
    const late = (await allAlerts(trx, true)).filter(
      alert => isTold(viewer, alert.team) && lateSince(alert, now()) !== null,
    )
    const leads = permits(leadAudits, viewer)
    const undecided = (await disputesOf(trx)).filter(each => each.decidedAt === null)
    const byId = await auditsById(
      trx,
      [...late, ...undecided].map(each => each.auditId),
    )
    return [
      ...late.flatMap(alert => {
        const audit = byId.get(alert.auditId)
        if (audit === undefined) return []
        return [
          {
            ...gapOf(audit, dayIn(alert.raisedAt)),
            kind: 'audit-alert-unanswered' as const,
            href: `/audits/alerts/${alert.id}`,
            words: 'Nobody has answered it in time.',
          },
        ]
      }),
      ...undecided.flatMap(dispute => {
        const audit = byId.get(dispute.auditId)
        if (audit === undefined || !leads) return []
        return [
          {
            ...gapOf(audit, dayIn(dispute.raisedAt)),
            kind: 'audit-dispute-undecided' as const,
            words: 'Somebody does not agree with the grade, and nobody has decided.',
          },
        ]
      }),
      ...(await auditsBegun(trx))
        .filter(audit => today - dayIn(audit.begunAt) > HALF_DONE_DAYS)
        .filter(audit => leads || audit.auditorId === viewer.id)
        .map(audit => ({
          ...gapOf(audit, dayIn(audit.begunAt)),
          kind: 'audit-half-done' as const,
          words: 'It was begun more than two weeks ago and is not handed in.',
        })),
    ]
  }

function gapOf(audit: Audit, since: Day): Omit<Gap, 'kind' | 'words'> {
  return {
    subject: { kind: AUDIT, id: audit.id },
    title: [auditName(audit), audit.team].filter(each => each !== '').join(', '),
    href: auditPath(audit.id),
    owner: audit.auditorName,
    since,
  }
}
