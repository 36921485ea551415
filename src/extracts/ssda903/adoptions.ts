import type { Day } from '#calendar'
import { adoptions, type Table, tableBuilder } from '#records'
import { problem } from '../values.ts'
import type { Reads } from './reads.ts'
import type { Row } from './shapes.ts'

// A return tells of adoption in three places: "placed for adoption" has the decision that a child
// should be placed (DATE_PLACED) and its reversal; AD1 has, for children adopted in the year, the
// same decision again (DATE_INT, "date should be placed") and the match; the episodes have the
// placement order, the placement and the adoption itself. That the two dates of decision are one:
// rules 333, 521, 523 and 1003 of the collection's validation of 2023/24 and 2024/25, read
// 21 November 2026 in a public transcription.

type Episode = Row<'episodes'>

/** One row for every decision that a child should be placed for adoption, joined from all three. */
export function adoptionsOf(reads: Reads): Table {
  const table = tableBuilder(adoptions)
  const episodes = Map.groupBy(
    (reads.episodes ?? []).flatMap(read => read.rows),
    row => row.child,
  )
  const decisions = (reads.decisions ?? []).flatMap(read => read.rows)
  const byChild = Map.groupBy(decisions, row => row.child)
  const matched = new Map<Row<'decisions'>, Row<'adopted'>>()
  const alone: Row<'adopted'>[] = []

  for (const { rows, source } of reads.adopted ?? [])
    for (const row of rows) {
      const of = byChild.get(row.child) ?? []
      const standing = of.filter(each => each.values.DATE_PLACED_CEASED === null)
      const same = of.find(each => each.values.DATE_PLACED === row.values.DATE_INT)
      const decision = same ?? standing.at(-1)
      if (decision === undefined || matched.has(decision)) alone.push(row)
      else matched.set(decision, row)
      if (of.length > 0 && same === undefined)
        source.refusals.doubt(row.row, 'DATE_INT', null, twoDecisions)
    }

  for (const decision of decisions) {
    const { DATE_PLACED: decidedOn, DATE_PLACED_CEASED: reversedOn } = decision.values
    const adopted = matched.get(decision)
    table.add(decision.child, {
      decidedOn,
      reversedOn,
      reversedReason: decision.values.REASON_PLACED_CEASED,
      matchedOn: adopted?.values.DATE_MATCH ?? null,
      byFosterCarer: adopted?.values.FOSTER_CARE ?? null,
      ...stepsOf(episodes.get(decision.child) ?? [], decidedOn),
    })
  }
  for (const { child, values } of alone)
    table.add(child, {
      decidedOn: values.DATE_INT,
      matchedOn: values.DATE_MATCH,
      byFosterCarer: values.FOSTER_CARE,
      ...stepsOf(episodes.get(child) ?? [], values.DATE_INT),
    })
  return table.build()
}

/**
 * The steps that the child's episodes show. An episode that begins for another reason than the one
 * looked for only goes on with it (a new placement under an order made years before), so it does
 * not date it; what began before the episodes of the return is not known.
 */
function stepsOf(episodes: readonly Episode[], decidedOn: Day | null) {
  const first = (is: (episode: Episode) => boolean): Day | null =>
    episodes.filter(is).reduce<Day | null>((earliest, { values: { DECOM } }) => {
      if (DECOM === null) return earliest
      return earliest === null ? DECOM : Math.min(earliest, DECOM)
    }, null)
  const starts = episodes
    .filter(({ values }) => values.RNE === 'S' && (values.DECOM ?? 0) <= (decidedOn ?? Infinity))
    .map(({ values }) => values.DECOM ?? 0)
  const adoption = episodes.find(({ values }) => /^E1[12]$/.test(values.REC))
  return {
    enteredCareOn: starts.length === 0 ? null : Math.max(...starts),
    placementOrderOn: first(
      ({ values }) => values.LS === 'E1' && 'SLBU'.includes(values.RNE || '-'),
    ),
    placedOn: first(
      ({ values }) => /^A[3-6]$/.test(values.PLACE) && 'SPTBU'.includes(values.RNE || '-'),
    ),
    adoptedOn: adoption?.values.DEC ?? null,
  }
}

const twoDecisions = problem(
  'decision-dates-differ',
  'AD1 and the table of children placed for adoption give different dates for the same decision.',
)
