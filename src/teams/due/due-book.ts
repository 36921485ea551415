import type { Day } from '#calendar'
import { teamOfChild } from '#children'
import type { Standards } from '#indicators'
import {
  assessments,
  careLeavers,
  careReviews,
  contacts,
  enquiries,
  healthChecks,
  type History,
  type List,
  missingEpisodes,
  needEpisodes,
  needPlans,
  periodsOfCare,
  permanencePlans,
  protectionPlans,
  protectionReviews,
  visits,
} from '#records'
import { dueInCare } from './care.ts'
import { type Due, type DutyKey, dutyKeys } from './duty.ts'
import { dueAtFrontDoor } from './front-door.ts'
import { dueToLeavers } from './leaving.ts'
import { dueInNeed, dueUnderProtection } from './plans.ts'
import { speaksFor } from './rows.ts'

/** What every child is owed as the newest extract has it, by the team that each is with. */
export interface DueBook {
  /** The day on which it stood so: that of the newest extract. */
  readonly on: Day
  /** In the order of their days, the earliest first. */
  ofTeam(team: string): readonly Due[]
  readonly teams: readonly string[]
  /** The duties of which nothing can be said: no extract speaks for their lists on that day. */
  readonly unsaid: readonly DutyKey[]
}

const known = new WeakMap<History, { readonly mark: string; readonly book: DueBook }>()

/** Worked out once for a history and a council's standards: each morning's first page pays for all. */
export function dueBookOf(history: History, standards: Standards): DueBook {
  const before = known.get(history)
  if (before?.mark === standards.mark) return before.book
  const book = bookOn(history, history.asOf, standards)
  known.set(history, { mark: standards.mark, book })
  return book
}

/** @param on a day that the history covers */
export function bookOn(history: History, on: Day, standards: Standards): DueBook {
  const all = dueOn(history, on, standards)
  const teams = new Map<number, string>()
  const byTeam = Map.groupBy(all, ({ child }) => {
    const team = teams.get(child) ?? teamOfChild(history, child)
    teams.set(child, team)
    return team
  })
  for (const [team, due] of byTeam)
    byTeam.set(
      team,
      due.toSorted((a, b) => a.on - b.on),
    )
  return {
    on,
    ofTeam: team => byTeam.get(team) ?? [],
    teams: [...byTeam.keys()].toSorted(),
    unsaid: dutyKeys.filter(key => !restsOn[key].every(list => speaksFor(history, list, on))),
  }
}

/** Everything that is due to anybody, overdue or still to come. */
export function dueOn(history: History, on: Day, standards: Standards): readonly Due[] {
  return [
    ...dueAtFrontDoor(history, on),
    ...dueUnderProtection(history, on, standards),
    ...dueInNeed(history, on, standards),
    ...dueInCare(history, on),
    ...dueToLeavers(history, on),
  ]
}

const restsOn: Readonly<Record<DutyKey, readonly List[]>> = {
  contact: [contacts],
  assessment: [assessments],
  conference: [enquiries],
  'protection-visit': [protectionPlans, visits],
  'protection-review': [protectionPlans, protectionReviews],
  'need-plan': [needEpisodes, needPlans, assessments],
  'need-visit': [needEpisodes, visits],
  'care-visit': [periodsOfCare, visits],
  'care-review': [periodsOfCare, careReviews],
  permanence: [periodsOfCare, permanencePlans],
  health: [periodsOfCare, healthChecks],
  dental: [periodsOfCare, healthChecks],
  sdq: [periodsOfCare, healthChecks],
  'return-interview': [missingEpisodes],
  pathway: [careLeavers],
  'leaver-contact': [careLeavers],
}

/** How much of what is due is late, and what comes within so many days. */
export interface Pressing {
  readonly overdue: readonly Due[]
  readonly soon: readonly Due[]
}

/**
 * @param from the day on which it stood so: what was due before it was late then
 * @param until the last day of what is soon
 */
export function pressing(due: readonly Due[], from: Day, until: Day): Pressing {
  return {
    overdue: due.filter(each => each.on < from),
    soon: due.filter(each => each.on >= from && (each.look ?? each.on) <= until),
  }
}
