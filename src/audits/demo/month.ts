import { type Day, lastDayOf, monthOf } from '#calendar'
import type { Random, Safety, Tool } from '#practice'
import type { PlanKind } from '../sampling/population.ts'
import { isLetOff, managingTeams, OBSERVATION_FROM, SUPERVISION_FROM } from './programme.ts'
import {
  aimIn,
  auditors,
  firstDayIn,
  heads,
  officers,
  OUTSTANDING_IN,
  pick,
  type Post,
  teamFor,
  type Telling,
  WITHDRAWN_IN,
  workingDay,
} from './story.ts'
import type { Told } from './tell.ts'

export type Planned = Told & { readonly month: number; readonly tool: Tool }

/** What a theme of a month is looked at with, and whom it is about. */
const themes: readonly (readonly [tool: string, plans: readonly PlanKind[] | null])[] = [
  ['child-protection-plan', ['protection']],
  ['children-in-care', ['care']],
  ['dip-sample', null],
  ['strategy-discussion', ['protection', 'need']],
  ['care-leavers', ['leaver']],
  ['early-help', null],
]
/** A theme every second month, three audits of each. */
const THEMED = 3

/** The audits of a month, in the order of their days; of the month that it is, those that are done. */
export function plannedIn(telling: Telling, month: number): readonly Planned[] {
  const all = [
    ...owedIn(telling, month),
    ...beyondIn(telling, month),
    ...themedIn(telling, month),
    ...practiceIn(telling, month),
  ]
  return all.filter(({ on }) => on < telling.by.today).toSorted((a, b) => a.on - b.on)
}

/** What each auditor owes and does: fewer while whoever asked was let off, some of them late. */
function owedIn(telling: Telling, month: number): readonly Planned[] {
  const { random } = telling
  return auditors.flatMap((auditor, nth) => {
    const isLate = random() < 0.06
    const does = random() < (month < WITHDRAWN_IN ? 0.74 : 0.93)
    if (!does || isLetOff(nth, month)) return []
    const on = isLate ? lateDay(telling, month) : dayIn(telling, month)
    return [wholeFile(telling, { month, on, auditor })]
  })
}

/** What the quality team reads beyond that. */
function beyondIn(telling: Telling, month: number): readonly Planned[] {
  return Array.from({ length: 3 }, (_, nth) => {
    const auditor = pick(officers, telling.random)
    const planned = wholeFile(telling, { month, on: dayIn(telling, month), auditor })
    const isBest = month === OUTSTANDING_IN && nth === 0
    return isBest ? { ...planned, aim: 'outstanding', safe: 'yes' } : planned
  })
}

function wholeFile(
  telling: Telling,
  { month, on, auditor }: { readonly month: number; readonly on: Day; readonly auditor: Post },
): Planned {
  const { children, random } = telling
  const wanted = teamFor(telling)
  // A team may have worked with no child then.
  const child =
    children.one({ on, team: wanted }, random) ?? children.one({ on, team: null }, random)
  const team = child?.team ?? wanted
  return {
    on,
    month,
    team,
    auditor,
    child,
    tool: telling.toolOf('whole-case-file'),
    aim: aimIn(month, team, telling),
    safe: safeOn(on, telling),
  }
}

function themedIn(telling: Telling, month: number): readonly Planned[] {
  const [key, plans] = themes[Math.floor(month / 2) % themes.length] ?? themes[0] ?? ['', null]
  if (month % 2 === 1) return []
  const { random, children } = telling
  return Array.from({ length: THEMED }, () => {
    const on = dayIn(telling, month)
    // Early help works with families whom these records do not hold.
    const child =
      key === 'early-help'
        ? null
        : children.one({ on, team: null, ...(plans !== null && { plans }) }, random)
    const team = key === 'early-help' ? 'Early help' : (child?.team ?? teamFor(telling))
    const safe = safeOn(on, telling)
    return {
      on,
      month,
      team,
      child,
      safe,
      auditor: pick(officers, random),
      tool: telling.toolOf(key),
      aim: aimIn(month, team, telling),
    }
  })
}

/** Supervision, which managers look at, and practice, which heads of service watch: of no one child. */
function practiceIn(telling: Telling, month: number): readonly Planned[] {
  const { random } = telling
  const by = (posts: readonly Post[], key: string, share: number): readonly Planned[] =>
    posts.flatMap(auditor => {
      if (random() > share) return []
      const team = teamFor(telling)
      const aim = aimIn(month, team, telling)
      const tool = telling.toolOf(key)
      return [{ on: dayIn(telling, month), month, team, auditor, tool, aim }]
    })
  return [
    ...(month >= SUPERVISION_FROM
      ? by(managingTeams(telling).map(telling.people.managerOf), 'supervision', 0.75)
      : []),
    ...(month >= OBSERVATION_FROM ? by(heads, 'observation', 0.6) : []),
  ]
}

function dayIn(telling: Telling, month: number): Day {
  const first = firstDayIn(telling, month)
  return workingDay(first + 4 + Math.floor(telling.random() * 23))
}

function lateDay(telling: Telling, month: number): Day {
  return workingDay(lastDayOf(monthOf(firstDayIn(telling, month))) + 6)
}

/** Of most children it is known that they are safe now. */
function safeOn(on: Day, { by, random }: Telling): Safety {
  const chance: ReturnType<Random> = random()
  if (on > by.today - 14) return 'yes'
  return chance < 0.01 ? 'no' : chance < 0.03 ? 'not known' : 'yes'
}
