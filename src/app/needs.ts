import { type Alert, openAlerts } from '#audits'
import { commitmentAlarms, type CommitmentsRooms, seeCommitments } from '#commitments'
import type { Need, NeedsOf } from '#overview'
import { permits } from '#people'
import { allGaps, gapKinds, type GapKind, seeThread, type Thread } from '#thread'

/** How many promises are named one by one; the rest are counted. */
const NAMED = 3

/** What waits for somebody, of every room, as the front page shows it. */
export function needsOf(rooms: CommitmentsRooms & { readonly thread: Thread }): NeedsOf {
  return async (trx, { viewer, today }) => {
    const alerts = await openAlerts(trx, viewer, rooms.now())
    const late = alerts.filter(each => each.lateSince !== null).length
    const needs: Need[] =
      alerts.length === 0
        ? []
        : [
            {
              title: alertsTitle(alerts),
              href: '/audits/alerts',
              words:
                late === 0 ? 'Each has its clock.' : `${late} ${late === 1 ? 'is' : 'are'} late.`,
              isUrgent: true,
            },
          ]
    if (permits(seeCommitments, viewer)) {
      const alarms = await commitmentAlarms(trx, rooms, { viewer, today })
      needs.push(
        ...alarms
          .slice(0, NAMED)
          .map(({ title, href, words }) => ({ title, href, words, isUrgent: false })),
      )
      const more = alarms.length - NAMED
      if (more > 0)
        needs.push({
          title: `${more} more ${more === 1 ? 'promise' : 'promises'} to meetings`,
          href: '/workplan',
          words: `${more === 1 ? 'It is' : 'They are'} on the workplan.`,
          isUrgent: false,
        })
    }
    if (permits(seeThread, viewer)) {
      const gaps = await allGaps(trx, rooms.thread, today, viewer)
      const [kind, of] =
        [...Map.groupBy(gaps, gap => gap.kind)].toSorted(
          ([, a], [, b]) => b.length - a.length,
        )[0] ?? []
      if (kind !== undefined && of !== undefined) needs.push(gapsNeed(gaps.length, kind, of.length))
    }
    return needs
  }
}

/** A child who is not safe is named apart from one of whom nobody knows, and from inadequate work. */
function alertsTitle(alerts: readonly Pick<Alert, 'because'>[]): string {
  const counts = Object.entries(alertCounts).flatMap(([because, words]) => {
    const count = alerts.filter(each => each.because === because).length
    return count === 0 ? [] : [`${count} ${count === 1 ? 'audit' : 'audits'} ${words}`]
  })
  return counts.join(', ')
}

const alertCounts: Readonly<Record<Alert['because'], string>> = {
  'not safe': 'found a child who is not safe',
  'not known': 'could not say whether a child is safe',
  inadequate: 'found inadequate work',
}

const gapsNeed = (all: number, kind: GapKind, most: number): Need => ({
  title: `${all} ${all === 1 ? 'gap' : 'gaps'} between what was found and proof`,
  href: '/gaps',
  words: `The most, ${most}: ${lower(gapKinds[kind].title)}.`,
  isUrgent: false,
})

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
