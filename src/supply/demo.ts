import { isoMonth, monthOf } from '#calendar'
import type { Definition } from '#indicators'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { countedFor, groundOf, monthsOfChoice } from './gather.ts'
import { buildIssue, type Counted } from './issue/build.ts'
import type { Choice } from './issue/contents.ts'
import { countsOfIssues, insertIssue } from './store/index.ts'

const codes = ['FD06', 'FD07', 'AS01', 'CP07', 'CP04', 'CP15', 'CA01', 'CA06', 'CA15', 'LC03']

/**
 * Two issues of figures of a county that does not exist: one for everybody, and one that puts it right
 * after assessments of one locality had been recorded late.
 */
export async function fillDemoFigures(
  trx: Trx,
  authority: string,
  council: string,
  definitions: readonly Definition[],
): Promise<void> {
  const ground = await groundOf(trx)
  if (ground === null) return
  const last = monthOf(ground.count.asOf)
  const first = Math.max(ground.count.firstMonth, last - 17)
  const choice: Choice = {
    codes,
    by: ['locality', 'age', 'sex'],
    from: isoMonth(first),
    to: isoMonth(last),
  }
  const now = await countedFor(trx, ground, definitions, choice)
  const late = isoMonth(last - 1)
  const issues = [
    {
      title: 'Children’s services in figures, spring',
      corrects: null,
      reason: '',
      counted: now.map(each => (each.code === 'AS01' ? beforeLateRecords(each, late) : each)),
      days: 24,
    },
    {
      title: 'Children’s services in figures, spring, corrected',
      corrects: 1,
      reason: `Some assessments of one locality had been recorded after the extract was taken. The figures of “${now.find(each => each.code === 'AS01')?.name ?? ''}” are right here.`,
      counted: now,
      days: 61,
    },
  ]
  for (const { counted, days, ...words } of issues) {
    const months = monthsOfChoice(choice)
    const built = buildIssue(council, months, counted, await countsOfIssues(trx))
    const publishedAt = new Date((ground.count.asOf + days) * 86_400_000 + 36_000_000)
    const people = { preparedBy: 'Performance analyst', approvedBy: 'Director' }
    const issue = { ...words, ...people, publishedAt, contents: built.contents }
    const number = await insertIssue(trx, authority, issue, built.counts)
    const subject = { kind: 'figures issue', id: String(number) }
    await record(trx, { actor: 'demonstration', action: 'figures.published', subject }, publishedAt)
  }
}

/** As it was counted while some of the work of the largest locality was not yet written down. */
function beforeLateRecords(counted: Counted, month: string): Counted {
  const without = (points: Counted['county']['points'], fewer: number) =>
    points.map(point =>
      point.period === month && point.numerator !== null && point.denominator !== null
        ? {
            ...point,
            numerator: point.numerator - fewer,
            denominator: point.denominator - fewer,
          }
        : point,
    )
  const numeratorOf = (points: Counted['county']['points']): number =>
    points.find(({ period }) => period === month)?.numerator ?? 0
  const shortened = counted.breakdowns.map(breakdown => {
    const largest = breakdown.parts.toSorted(
      (a, b) => numeratorOf(b.points) - numeratorOf(a.points),
    )[0]
    return { breakdown, largest }
  })
  const fewer = Math.min(
    3,
    numeratorOf(counted.county.points),
    ...shortened.map(({ largest }) => numeratorOf(largest?.points ?? [])),
  )
  return {
    ...counted,
    county: { ...counted.county, points: without(counted.county.points, fewer) },
    breakdowns: shortened.map(({ breakdown, largest }) => ({
      ...breakdown,
      parts: breakdown.parts.map(part =>
        part === largest ? { ...part, points: without(part.points, fewer) } : part,
      ),
    })),
  }
}
