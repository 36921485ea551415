import { monthOf } from '#calendar'
import { type Count, type Reading, readingOf } from '#performance'
import { ofTeam } from './definitions.ts'
import type { TeamCount } from './put-right.ts'

/** What a team could put right in the newest extract, and how that has changed. */
export interface TeamLine {
  /** '' for rows that name no child with a team. */
  readonly team: string
  readonly now: number
  /** Extract by extract. */
  readonly reading: Reading
}

/**
 * A line for each team that has anything to put right in the newest extract or the one before, the
 * most first. An extract in which nothing of a team was refused counts as none, not as a gap.
 */
export function teamLines(counts: readonly TeamCount[]): readonly TeamLine[] {
  const months = [...new Set(counts.map(each => monthOf(each.asOf)))].toSorted((a, b) => a - b)
  const [first = 0, last = 0] = [months[0], months.at(-1)]
  const asOf = counts.reduce((newest, each) => Math.max(newest, each.asOf), 0)
  const lines = [...Map.groupBy(counts, each => each.team)].map(([team, own]) => {
    const numerators = Array.from({ length: last - first + 1 }, (_, place) =>
      months.includes(first + place) ? 0 : Number.NaN,
    )
    for (const { asOf: on, count } of own) {
      const place = monthOf(on) - first
      numerators[place] = (numerators[place] ?? 0) + count
    }
    return { team, now: numerators.at(-1) ?? 0, reading: reading(team, numerators, first, asOf) }
  })
  return lines
    .filter(({ reading: { points } }) => points.slice(-2).some(point => (point.value ?? 0) > 0))
    .toSorted((a, b) => b.now - a.now || a.team.localeCompare(b.team))
}

function reading(
  team: string,
  numerators: readonly number[],
  firstMonth: number,
  asOf: number,
): Reading {
  const count: Count = { countedAt: new Date(0), extracts: [], library: '', firstMonth, asOf }
  const slice = { dimension: 'team' as const, name: team }
  const { code: indicator, version } = ofTeam
  const denominators = numerators.map(() => Number.NaN)
  return readingOf(
    ofTeam,
    count,
    { indicator, version, slice, numerators, denominators },
    undefined,
  )
}
