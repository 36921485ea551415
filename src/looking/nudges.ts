import { type Day, longDay } from '#calendar'
import type { Colleague } from './looking.ts'
import type { Conversation } from './store/index.ts'

/** A team of which nobody has looked at how it does for two weeks. */
export interface Nudge {
  readonly team: string
  readonly managers: readonly Colleague[]
  /** The last day on which anybody of the team looked; null where nobody ever has. */
  readonly lastLook: Day | null
  /** The day since when nobody has looked, as far as is recorded. */
  readonly since: Day
  readonly days: number
  /** The newest conversation about it since that day; null where there was none. */
  readonly conversation: Conversation | null
}

export const QUIET_DAYS = 14

/**
 * The teams whose managers are to be nudged, the longest first. Only teams that somebody manages: there
 * is nobody to speak with about the others. Nothing is said of a time before looking was recorded.
 */
export function nudgesOn(
  today: Day,
  known: {
    readonly colleagues: readonly Colleague[]
    readonly lastLooks: ReadonlyMap<string, Day>
    readonly recordedSince: Day | null
    readonly conversations: readonly Conversation[]
  },
): readonly Nudge[] {
  const { recordedSince } = known
  if (recordedSince === null) return []
  const managers = known.colleagues.filter(each => each.roles.includes('team-manager'))
  const teams = [...new Set(managers.flatMap(each => each.teams))].sort()
  return teams
    .map((team): Nudge => {
      const lastLook = known.lastLooks.get(team) ?? null
      const since = lastLook ?? recordedSince
      return {
        team,
        managers: managers.filter(each => each.teams.includes(team)),
        lastLook,
        since,
        days: today - since,
        conversation:
          known.conversations.find(each => each.team === team && each.heldOn >= since) ?? null,
      }
    })
    .filter(nudge => nudge.days >= QUIET_DAYS)
    .toSorted((a, b) => b.days - a.days || a.team.localeCompare(b.team))
}

/** What stands at the top of a manager's pages. */
export function nudgeInWords({ team, lastLook, days }: Nudge): string {
  const when =
    lastLook === null
      ? `in the ${days} days since this is recorded`
      : `since ${longDay(lastLook)}, ${days} days ago`
  return `Nobody in ${team} has opened an overview, an indicator or a team page ${when}. Your team’s page shows what has changed.`
}
