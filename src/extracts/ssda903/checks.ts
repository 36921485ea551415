import { addMonths, type Day } from '#calendar'
import type { ListRefusals } from '../refusals.ts'
import { problem } from '../values.ts'
import type { Row } from './shapes.ts'

// What a data officer would look at across the rows of a return. Nothing here changes a value: a
// doubtful row is kept as the council sent it.

/** The birthdays of the header, and what is said about a child who is not in it. */
export interface Birthdays {
  readonly inHeader: ReadonlyMap<string, Day | null>
  readonly hasHeader: boolean
}

/** A row's own birthday against the header's, and whether the child is in the header at all. */
export function checkChild(
  row: { readonly child: string; readonly row: number },
  bornOn: Day | null,
  birthdays: Birthdays,
  refusals: ListRefusals,
  said: Set<string>,
): void {
  if (!birthdays.hasHeader) return
  const known = birthdays.inHeader.get(row.child)
  if (known === undefined) {
    // Said once for each child and table, not for each of a child's forty reviews.
    if (!said.has(row.child)) refusals.doubt(row.row, 'CHILD', row.child, notInHeader)
    said.add(row.child)
  } else if (known !== null && bornOn !== null && known !== bornOn && !said.has(row.child)) {
    refusals.doubt(row.row, 'DOB', null, twoBirthdays)
    said.add(row.child)
  }
}

/** A date that lies after the return's last day, or before the child was born. */
export function checkDay(
  row: number,
  column: string,
  day: Day | null,
  bornOn: Day | null | undefined,
  asOf: Day,
  refusals: ListRefusals,
): void {
  if (day === null) return
  if (day > asOf) refusals.doubt(row, column, null, afterReturn)
  else if (bornOn !== null && bornOn !== undefined && day < bornOn)
    refusals.doubt(row, column, null, beforeBirth)
}

/** The day that the status of an unaccompanied child ends may be planned, up to the 18th birthday. */
export function checkStatusEnd(
  row: number,
  endedOn: Day | null,
  bornOn: Day | null | undefined,
  refusals: ListRefusals,
): void {
  if (endedOn === null || bornOn === null || bornOn === undefined) return
  if (endedOn > addMonths(bornOn, 18 * 12)) refusals.doubt(row, 'DUC', null, statusPast18)
  else if (endedOn < bornOn) refusals.doubt(row, 'DUC', null, beforeBirth)
}

/** Episodes of a child that lie upon each other, or go on after an open one. */
export function checkEpisodes(
  rows: readonly Row<'episodes'>[],
  refusalsOf: (row: Row<'episodes'>) => ListRefusals,
): void {
  const byChild = Map.groupBy(rows, row => row.child)
  for (const episodes of byChild.values()) {
    const inOrder = episodes.toSorted(
      (a, b) =>
        (a.values.DECOM ?? 0) - (b.values.DECOM ?? 0) ||
        (a.values.DEC ?? Infinity) - (b.values.DEC ?? Infinity),
    )
    for (const [place, episode] of inOrder.entries()) {
      const next = inOrder[place + 1]
      if (next === undefined) continue
      const { DECOM: from, DEC: to } = episode.values
      const nextFrom = next.values.DECOM
      if (from === nextFrom) refusalsOf(next).doubt(next.row, 'DECOM', null, sameStart)
      else if (to === null) refusalsOf(next).doubt(next.row, 'DECOM', null, afterOpen)
      else if (nextFrom !== null && to > nextFrom)
        refusalsOf(next).doubt(next.row, 'DECOM', null, overlapping)
    }
  }
}

const notInHeader = problem(
  'child-not-in-header',
  'This child is not in the header table, so only what is in this table is known about them.',
)
const twoBirthdays = problem(
  'two-birthdays',
  'This table gives the child another date of birth than the header; the header’s was taken.',
)
const afterReturn = problem('after-return', 'This date lies after the last day of the return.')
const beforeBirth = problem('before-birth', 'This date lies before the child was born.')
const statusPast18 = problem(
  'after-18th-birthday',
  'The status of an unaccompanied child ends by the 18th birthday, and this date is later.',
)
const sameStart = problem(
  'episodes-same-start',
  'Another episode of this child begins on the same day.',
)
const afterOpen = problem(
  'episode-after-open',
  'An earlier episode of this child has no end, so two episodes are open at once.',
)
const overlapping = problem(
  'episodes-overlap',
  'This episode begins before the child’s earlier episode ends.',
)
