import { dayIn } from '#calendar'
import { closureOf } from '#practice'
import { type GapKind, gapFigures } from '../reliability/reliability.ts'
import type { HeldForReport, Window } from './report.ts'
import { certainOf, inYear } from './tallies.ts'
import type { Measure } from './tally.ts'

const gapWords: Readonly<Record<GapKind, string>> = {
  'own to moderated': 'Staff’s grades of their own work, beside those of a moderator',
  'auditor to moderated': 'Auditors’ grades, beside those of a moderator who looked again',
  'ours to inspectors': 'Our grades, beside those of inspectors and others from outside',
}

/** Days, hours and gaps: numbers that are no counts. */
export function measuresOf(held: HeldForReport, window: Window): readonly Measure[] {
  const closure = closureOf(certainOf(held.loops))
  const hours = hoursToAct(held, window)
  return [
    {
      ...bare('days to close', 'Days from finding to closing, of half of them at most'),
      value: closure.days,
      of: closure.closed,
    },
    {
      ...bare('hours to act', 'Hours from an alert to what was done, of half of them at most'),
      value: hours[Math.floor((hours.length - 1) / 2)] ?? null,
      of: hours.length,
    },
    ...gapFigures(inYear(held.works, window.from)).map(({ kind, all }) => ({
      ...bare(kind, gapWords[kind]),
      value: all.gap,
      of: all.pairs,
      low: all.interval?.low ?? null,
      high: all.interval?.high ?? null,
    })),
  ]
}

const bare = (key: string, text: string) => ({ key, text, low: null, high: null })

/** By the clock, nights and weekends too: a child does not wait in office hours. */
function hoursToAct({ alerts }: HeldForReport, { from }: Window): readonly number[] {
  return alerts
    .filter(({ raisedAt }) => dayIn(raisedAt) >= from)
    .flatMap(({ raisedAt, acted }) =>
      acted === null ? [] : [Math.ceil((acted.at.getTime() - raisedAt.getTime()) / 3_600_000)],
    )
    .toSorted((a, b) => a - b)
}
