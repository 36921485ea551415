import type { Day } from '#calendar'
import * as records from '#records'
import { type Table, tableBuilder } from '#records'
import { problem } from '../values.ts'
import type { LeaveOut, Reads } from './reads.ts'

/** Every child of the return once, from the header or, where it lacks them, from other tables. */
export function childrenOf(reads: Reads, known: ReadonlyMap<string, Day | null>): Table {
  const table = tableBuilder(records.children)
  const died = new Map<string, Day | null>()
  // E2 is the reason "died".
  for (const read of reads.episodes ?? [])
    for (const { child, values } of read.rows)
      if (values.REC === 'E2' && values.DEC !== null) died.set(child, values.DEC)
  const done = new Set<string>()
  for (const read of reads.header ?? [])
    for (const { child, values } of read.rows) {
      if (done.has(child)) continue
      done.add(child)
      table.add(child, {
        bornOn: known.get(child) ?? null,
        sex: values.SEX,
        ethnicity: values.ETHNIC,
        mother: values.MOTHER,
        diedOn: died.get(child) ?? null,
      })
    }
  for (const [child, bornOn] of known)
    if (!done.has(child)) table.add(child, { bornOn, diedOn: died.get(child) ?? null })
  return table.build()
}

/**
 * The birthday of every child: the header's, or the first that another table gives. A child who
 * stands in the header twice is taken once.
 */
export function birthdaysOf(reads: Reads, leaveOut: LeaveOut) {
  const header = new Map<string, Day | null>()
  const known = new Map<string, Day | null>()
  for (const read of reads.header ?? [])
    for (const { child, row, values } of read.rows) {
      const before = header.get(child)
      if (before === undefined) {
        header.set(child, values.DOB)
        known.set(child, values.DOB)
        continue
      }
      const differ = before !== null && values.DOB !== null && before !== values.DOB
      read.source.refusals.row(row, differ ? headerTwoBirthdays : childTwice, 'CHILD', child)
      leaveOut(read)
    }
  for (const [name, of] of Object.entries(reads)) {
    if (name === 'header') continue
    for (const read of of)
      for (const { child, values } of read.rows) {
        const own = 'DOB' in values ? values.DOB : null
        if ((known.get(child) ?? null) === null) known.set(child, own)
      }
  }
  return { header, known }
}

const headerTwoBirthdays = problem(
  'two-birthdays',
  'The child stands in the header twice with two dates of birth; the first was taken.',
)
const childTwice = problem(
  'child-twice',
  'The child stands in the header twice; the first row was taken.',
)
