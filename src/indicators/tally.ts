import type { RecordDefinition } from './definition.ts'
import type { Slicer } from './slices.ts'

/** Counts the members of an indicator's whole group, by profile, team and month. */
export interface Tally {
  /** `team` is -1 where there is none, and `home` where the indicator is not counted by it. */
  add(profile: number, team: number, month: number, value: number, home: number): void
  /** What the slices make of it: for each slice and month, `slice * months + month`. */
  total(): { readonly numerators: Float64Array; readonly counts: Int32Array }
}

export function tallyOf(definition: RecordDefinition, slicer: Slicer, months: number): Tally {
  return definition.measure?.summary === 'median'
    ? medianTally(slicer, months)
    : sumTally(slicer, months, definition.alsoBy !== undefined)
}

function sumTally(slicer: Slicer, months: number, byHome: boolean): Tally {
  // Sum and count side by side: counting is mostly waiting for memory.
  const profiles = new Float64Array(slicer.ofProfile.length * months * 2)
  const teams = new Float64Array(slicer.ofTeam.length * months * 2)
  const homes = new Float64Array(byHome ? slicer.ofHome.length * months * 2 : 0)
  return {
    add(profile, team, month, value, home) {
      const cell = (profile * months + month) * 2
      profiles[cell] = (profiles[cell] ?? 0) + value
      profiles[cell + 1] = (profiles[cell + 1] ?? 0) + 1
      if (home >= 0) {
        const there = (home * months + month) * 2
        homes[there] = (homes[there] ?? 0) + value
        homes[there + 1] = (homes[there + 1] ?? 0) + 1
      }
      if (team < 0) return
      const own = (team * months + month) * 2
      teams[own] = (teams[own] ?? 0) + value
      teams[own + 1] = (teams[own + 1] ?? 0) + 1
    },
    total() {
      const numerators = new Float64Array(slicer.slices.length * months)
      const counts = new Int32Array(slicer.slices.length * months)
      addUp(slicer.ofProfile, profiles, months, { numerators, counts })
      addUp(slicer.ofTeam, teams, months, { numerators, counts })
      if (byHome) addUp(slicer.ofHome, homes, months, { numerators, counts })
      return { numerators, counts }
    },
  }
}

/** Adds what was counted of each profile, or each team, to every slice that it counts in. */
function addUp(
  slicesOf: readonly (readonly number[])[],
  counted: Float64Array,
  months: number,
  into: { readonly numerators: Float64Array; readonly counts: Int32Array },
): void {
  for (const [part, slices] of slicesOf.entries()) {
    for (let month = 0; month < months; month++) {
      const at = (part * months + month) * 2
      const count = counted[at + 1] ?? 0
      if (count === 0) continue
      const sum = counted[at] ?? 0
      for (const slice of slices) {
        const cell = slice * months + month
        into.numerators[cell] = (into.numerators[cell] ?? 0) + sum
        into.counts[cell] = (into.counts[cell] ?? 0) + count
      }
    }
  }
}

/** Medians do not add up, so every value is kept until the end, with its profile, team and month. */
function medianTally(slicer: Slicer, months: number): Tally {
  const profiles: number[] = []
  const teams: number[] = []
  const homes: number[] = []
  const inMonth: number[] = []
  const values: number[] = []
  return {
    add(profile, team, month, value, home) {
      profiles.push(profile)
      teams.push(team)
      homes.push(home)
      inMonth.push(month)
      values.push(value)
    },
    total() {
      const counts = new Int32Array(slicer.slices.length * months)
      const eachCell = (take: (cell: number, value: number) => void) => {
        for (const [place, value] of values.entries()) {
          const month = inMonth[place] ?? 0
          for (const slice of slicer.ofProfile[profiles[place] ?? 0] ?? [])
            take(slice * months + month, value)
          for (const slice of slicer.ofTeam[teams[place] ?? -1] ?? [])
            take(slice * months + month, value)
          for (const slice of slicer.ofHome[homes[place] ?? -1] ?? [])
            take(slice * months + month, value)
        }
      }
      eachCell(cell => {
        counts[cell] = (counts[cell] ?? 0) + 1
      })
      const starts = new Int32Array(counts.length + 1)
      for (const [cell, count] of counts.entries()) starts[cell + 1] = (starts[cell] ?? 0) + count
      const sorted = new Float64Array(starts.at(-1) ?? 0)
      const next = starts.slice()
      eachCell((cell, value) => {
        const place = next[cell] ?? 0
        sorted[place] = value
        next[cell] = place + 1
      })
      const numerators = Float64Array.from(counts, (_, cell) =>
        medianOf(sorted.subarray(starts[cell], starts[cell + 1])),
      )
      return { numerators, counts }
    },
  }
}

/** NaN where there is nothing. */
export function medianOf(values: Iterable<number>): number {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}
