import { addMonths, type Day, firstDayOf, isWorkingDay, monthOf } from '#calendar'
import type { Changing } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { type Grade, type Random, type Tool } from '#practice'
import type { Children } from './children.ts'
import type { People } from './people.ts'

// What happened when, in three years of a county that does not exist.

/** Three years, a month at a time, and what there is of the month that it is. */
export const MONTHS = 36
/** The month in which vignettes began, and the one in which exemptions were withdrawn. */
export const VIGNETTES_FROM = 16
export const WITHDRAWN_IN = 20
/** The one in which the one outstanding audit was done. */
export const OUTSTANDING_IN = 28

/** Nobody: names of posts, so that nobody is taken for somebody. */
export interface Post {
  readonly id: string
  readonly name: string
}
const posts = (letters: string, id: string, name: string): readonly Post[] =>
  Array.from(letters, letter => ({
    id: `demo-${id}-${letter.toLowerCase()}`,
    name: `${name} ${letter}`,
  }))

/** Those who owe a whole case file each month. */
export const auditors = posts('ABCDEFGH', 'auditor', 'Auditor')
/** Who audits beyond what is owed, and the themes. */
export const officers = posts('AB', 'officer', 'Quality officer')
export const heads = posts('AB', 'head-of-service', 'Head of service')
export const quality: Post = { id: 'demo-quality', name: 'Quality lead' }
export const principal: Post = { id: 'demo-principal', name: 'Principal social worker' }
export const young: Post = { id: 'demo-young-reviewer', name: 'Young reviewer' }
export const director = 'Director of Children’s Services'

/** What the telling goes by. */
export interface Telling {
  readonly trx: Trx
  readonly by: Changing
  readonly random: Random
  /** The first day of the first month. */
  readonly begins: Day
  readonly teams: readonly string[]
  readonly children: Children
  readonly people: People
  /** Words for young people that no audit has yet; taken one by one, so that none is read too often. */
  readonly youngLeft: string[]
  readonly toolOf: (key: string) => Tool
}

export const firstDayIn = ({ begins }: Pick<Telling, 'begins'>, month: number): Day =>
  firstDayOf(monthOf(begins) + month)
export const beginsBefore = (today: Day): Day => firstDayOf(monthOf(addMonths(today, -MONTHS)))

export const momentOf = (day: Day, hour = 10): Date => new Date(day * 86_400_000 + hour * 3_600_000)

/** Somebody as who changes something on a day, in the morning, and never later than now. */
export function asPost({ by }: Pick<Telling, 'by'>, { id, name }: Post, day: Day): Changing {
  const at = momentOf(day)
  return at > by.at
    ? { ...by, actor: id, actorName: name }
    : { ...by, actor: id, actorName: name, at, today: day }
}

/** The day, or the last one before it on which people work. */
export function workingDay(day: Day): Day {
  return isWorkingDay(day) ? day : workingDay(day - 1)
}

export function pick<Item>(items: readonly Item[], random: Random): Item {
  const chosen = items[Math.floor(random() * items.length)]
  if (chosen === undefined) throw new Error('There is nothing to choose from.')
  return chosen
}

/** One team that is on time and whose work is found poorer, and one that is late and found better. */
interface Leaning {
  readonly poorer: string
  readonly better: string
}
function leaningOf(teams: readonly string[]): Leaning {
  const named = (name: string, place: number): string =>
    teams.find(team => team === name) ?? teams[place % teams.length] ?? ''
  return {
    poorer: named('Children in care Ambermouth', 2),
    better: named('Assessment Dovemallow', 1),
  }
}

/** Both are looked at more often, so that there is something to say of them. */
export function teamFor({ teams, random }: Pick<Telling, 'teams' | 'random'>): string {
  const { poorer, better } = leaningOf(teams)
  const chance = random()
  if (chance < 0.14) return poorer
  return chance < 0.25 ? better : pick(teams, random)
}

/** Inadequate from 36 % to 14 % in twenty months, and there it stays. */
export function aimIn(
  month: number,
  team: string,
  { teams, random }: Pick<Telling, 'teams' | 'random'>,
): Grade {
  const { poorer, better } = leaningOf(teams)
  const lean = team === poorer ? 1.6 : team === better ? 0.4 : 0.95
  const inadequate = lean * Math.max(0.14, 0.36 - month * 0.011)
  const good =
    Math.min(0.42, 0.22 + month * 0.01) * (team === poorer ? 0.12 : team === better ? 1.9 : 1.05)
  const chance = random()
  if (chance < inadequate) return 'inadequate'
  return chance < 1 - good ? 'requires improvement' : 'good'
}
