import { addMonths, type Day } from '#calendar'
import type { Finding, Theme } from '#findings'
import { differenceInterval, FEWEST, type Interval } from '#practice'
import { type Audit, gradeOf, isDone } from '../audit.ts'
import { counted } from '../figures.ts'

/** Strong work in words from which nobody can be known. */
export interface Exemplar {
  readonly id: string
  readonly auditId: string
  readonly toolKey: string
  /** The key of the standard, and as it was called when this was written. */
  readonly standard: string
  readonly standardTitle: string
  readonly title: string
  readonly words: string
  readonly writtenAt: Date
  readonly writtenById: string
  readonly writtenBy: string
  readonly approvedAt: Date | null
  readonly approvedBy: string | null
  readonly withdrawnAt: Date | null
  readonly withdrawnBecause: string
}

/** What staff are told of what was learned. */
export interface Briefing {
  readonly id: string
  readonly title: string
  readonly themes: readonly Theme[]
  readonly words: string
  readonly writtenAt: Date
  readonly writtenById: string
  readonly writtenBy: string
  /** From when staff read it: when somebody else approved it. */
  readonly publishedAt: Date | null
  readonly approvedBy: string | null
}

export const isOffered = (each: Exemplar): boolean =>
  each.approvedAt !== null && each.withdrawnAt === null

/** The standards at which an audit found outstanding work; all that were graded where the whole is. */
export function outstandingIn(audit: Audit): readonly string[] {
  if (!isDone(audit) || audit.provisional) return []
  const found = Object.entries(audit.answers.grades)
  const strong = found.filter(([, grade]) => grade === 'outstanding').map(([key]) => key)
  if (strong.length > 0 || gradeOf(audit) !== 'outstanding') return strong
  return found.map(([key]) => key)
}

/** How often audits found something of a theme. */
export interface ThemeFound {
  readonly theme: Theme
  readonly findings: number
  readonly audits: number
  readonly open: number
  /** Of audits of a year, the share with this theme, less that of the year before; null where too few. */
  readonly trend: (Interval & { readonly difference: number }) | null
}

/**
 * Themes by how many findings they have. A trend is only claimed of a theme with at least ten
 * findings, between two years that each had ten audits.
 */
export function themesFound(
  audits: readonly Audit[],
  found: readonly { readonly audit: Audit; readonly finding: Finding }[],
  today: Day,
): readonly ThemeFound[] {
  const [year, before] = [addMonths(today, -12), addMonths(today, -24)]
  const done = counted(audits)
  const isNow = ({ auditedOn }: Audit): boolean => auditedOn > year
  const wasThen = ({ auditedOn }: Audit): boolean => auditedOn > before && auditedOn <= year
  const all = { now: done.filter(isNow).length, earlier: done.filter(wasThen).length }
  return [...Map.groupBy(found, ({ finding }) => finding.theme)]
    .map(([theme, of]): ThemeFound => {
      const own = [...new Map(of.map(({ audit }) => [audit.id, audit])).values()]
      const enough = of.length >= FEWEST && all.now >= FEWEST && all.earlier >= FEWEST
      const part = (which: (audit: Audit) => boolean, denominator: number) => ({
        numerator: counted(own).filter(which).length,
        denominator,
      })
      return {
        theme,
        findings: of.length,
        audits: own.length,
        open: of.filter(({ finding }) => finding.verifiedOn === null && finding.endedOn === null)
          .length,
        trend: enough ? differenceInterval(part(wasThen, all.earlier), part(isNow, all.now)) : null,
      }
    })
    .toSorted((a, b) => b.findings - a.findings || (a.theme < b.theme ? -1 : 1))
}

/** What the difference between two years says; it is only called one where the interval is without 0. */
export function trendInWords({ trend }: Pick<ThemeFound, 'trend'>): string {
  if (trend === null) return `Fewer than ${FEWEST}: no trend is claimed`
  const points = (share: number): string =>
    `${share > 0 ? '+' : share < 0 ? '−' : ''}${Math.abs(Math.round(share * 100))}`
  const between = `${points(trend.low)} to ${points(trend.high)} percentage points`
  if (trend.low > 0) return `In more audits than the year before: ${between}`
  if (trend.high < 0) return `In fewer audits than the year before: ${between}`
  return `No change shown: ${between}`
}

/** Who of a team has read a briefing. */
export interface Reach {
  readonly team: string
  readonly read: number
  readonly people: number
}

/** By team and its name; somebody in two teams counts in each, and somebody who left counts as they were. */
export function reachOf(
  readings: readonly { readonly personId: string; readonly teams: readonly string[] }[],
  colleagues: readonly { readonly id: string; readonly teams: readonly string[] }[],
): readonly Reach[] {
  const read = new Map(readings.map(each => [each.personId, each.teams]))
  const people = new Map(colleagues.map(each => [each.id, each.teams]))
  const ids = new Set([...read.keys(), ...people.keys()])
  const rows = [...ids].flatMap(id =>
    (read.get(id) ?? people.get(id) ?? []).map(team => ({ team, hasRead: read.has(id) })),
  )
  return [...Map.groupBy(rows, ({ team }) => team)]
    .map(([team, of]) => ({
      team,
      read: of.filter(({ hasRead }) => hasRead).length,
      people: of.length,
    }))
    .toSorted((a, b) => a.team.localeCompare(b.team))
}

/** '57 of 207 (28%)': everybody is counted, so chance has no part in it. */
export function reachInWords(reach: readonly Reach[]): string {
  const read = reach.reduce((sum, each) => sum + each.read, 0)
  const people = reach.reduce((sum, each) => sum + each.people, 0)
  return `${read} of ${people}${people > 0 ? ` (${Math.round((read / people) * 100)}%)` : ''}`
}

/** With fewer people a count would say who has read it. */
const FEWEST_PEOPLE = 3

export const readOfTeam = ({ read, people }: Reach): string =>
  people < FEWEST_PEOPLE ? 'Too few people to say' : String(read)
