import { type Day, addMonths, monthOf, parseIsoMonth } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { type Reading, readingsOf } from '#performance'
import { FINDING } from '#findings'
import { linksTo, type Link } from '#thread'
import { type UpdateState, updateState } from './cycle.ts'
import { type Impact, impactOf, type MeasureNow } from './impact.ts'
import { type Branch, flat, isLate, type Line, type Plan, treeOf } from './line.ts'
import { INDICATOR, LINE, type Measure, measureId, measureName, measureOf } from './measure.ts'
import { type Retest, retestsOf, slidBack } from './retest.ts'
import { allLines, allPlans, type KeptVoice, updatesOf, voicesOf } from './store/index.ts'

/** A measure of a line with what its figures say now; null where nothing was ever counted. */
export interface LineMeasure {
  readonly id: string
  readonly measure: Measure
  readonly reading: Reading | null
}

/** A line and everything that follows from its evidence. */
export interface Standing {
  readonly plan: Plan
  readonly line: Line
  readonly number: string
  readonly depth: number
  readonly parents: readonly Line[]
  /** Its own, and those of all that stands below it. */
  readonly measures: readonly LineMeasure[]
  readonly ownMeasures: readonly LineMeasure[]
  readonly voices: readonly KeptVoice[]
  readonly impact: Impact
  readonly answers: readonly string[]
  readonly updatedOn: Day | null
  readonly update: UpdateState
  readonly isLate: boolean
  readonly retests: readonly Retest[]
  readonly slidBack: readonly string[]
}

export interface Gathered {
  readonly plans: readonly Plan[]
  readonly lines: readonly Line[]
  readonly standings: ReadonlyMap<string, Standing>
  /** In the order of the plan. */
  of(planId: string): readonly Standing[]
}

/** Every plan with everything that its evidence says today. */
export async function gather(trx: Trx, today: Day): Promise<Gathered> {
  const [plans, lines] = [await allPlans(trx), await allLines(trx)]
  const ids = lines.map(line => line.id)
  const measuredBy = linksByEnd(
    (await linksTo(trx, LINE, 'measures')).filter(link => link.from.kind === INDICATOR),
  )
  const answers = byStart(
    (await linksTo(trx, FINDING, 'answers')).filter(link => link.from.kind === LINE),
  )
  const readings = await readingsFor(trx, [...measuredBy.values()].flat())
  const voices = groupBy(await voicesOf(trx, ids), voice => voice.lineId)
  const updated = new Map<string, Day>()
  for (const { lineId, writtenOn } of await updatesOf(trx, ids))
    updated.set(lineId, Math.max(updated.get(lineId) ?? writtenOn, writtenOn))

  const standings = new Map<string, Standing>()
  const byPlan = groupBy(lines, line => line.planId)
  for (const plan of plans) {
    const stand = (branch: Branch, parents: readonly Line[]): void => {
      const { line, number, depth } = branch
      const below = flat([branch]).map(each => each.line.id)
      const measures = measuresOf(below, measuredBy, readings)
      const heard = below.flatMap(id => voices.get(id) ?? [])
      const now = measures.map(measureNow)
      standings.set(line.id, {
        plan,
        line,
        number,
        depth,
        parents,
        measures,
        ownMeasures: measuresOf([line.id], measuredBy, readings),
        voices: heard,
        impact: impactOf(line, now, heard, today),
        answers: answers.get(line.id) ?? [],
        updatedOn: updated.get(line.id) ?? null,
        update: updateState(plan, line, updated.get(line.id) ?? null, today),
        isLate: isLate(line, today),
        retests: retestsOf(line, heard, today),
        slidBack: slidBack(line, now).map(each => each.name),
      })
      for (const child of branch.children) stand(child, [...parents, line])
    }
    for (const branch of treeOf(byPlan.get(plan.id) ?? [])) stand(branch, [])
  }
  const inOrder = groupBy([...standings.values()], each => each.plan.id)
  return { plans, lines, standings, of: planId => inOrder.get(planId) ?? [] }
}

export function measureNow({ measure, reading }: LineMeasure): MeasureNow {
  return { name: measureName(measure), signal: reading?.signal ?? null }
}

function measuresOf(
  lines: readonly string[],
  measuredBy: ReadonlyMap<string, readonly string[]>,
  readings: ReadonlyMap<string, Reading>,
): readonly LineMeasure[] {
  const ids = new Set(lines.flatMap(line => measuredBy.get(line) ?? []))
  return [...ids].flatMap(id => {
    const measure = measureOf(id)
    return measure === null ? [] : [{ id, measure, reading: readings.get(id) ?? null }]
  })
}

/** What the figures say of each measure, each part of the county asked once. */
export async function readingsFor(
  trx: Trx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Reading>> {
  const wanted = [...new Set(ids)].flatMap(id => measureOf(id) ?? [])
  const bySlice = groupBy(wanted, ({ slice }) => `${slice.dimension}/${slice.name}`)
  const found = new Map<string, Reading>()
  for (const measures of bySlice.values()) {
    const [first] = measures
    if (first === undefined) continue
    const definitions = measures.map(each => each.definition)
    const read = await readingsOf(trx, definitions, first.slice)
    for (const reading of read?.readings ?? [])
      found.set(measureId({ definition: reading.definition, slice: first.slice }), reading)
  }
  return found
}

/** Whether no measure of a line has moved for six months, though there are figures. */
export function isStill({ measures }: Pick<Standing, 'measures'>, today: Day): boolean {
  const month = monthOf(addMonths(today, -6))
  const counted = measures.flatMap(({ reading }) =>
    reading === null || ['no-data', 'not-enough-data'].includes(reading.signal.verdict)
      ? []
      : [reading.signal],
  )
  return (
    counted.length > 0 &&
    counted.every(
      signal =>
        signal.verdict === 'no-change' &&
        signal.assurance !== 'will-hit' &&
        (parseIsoMonth(signal.plateau?.since ?? '') ?? 0) < month,
    )
  )
}

function linksByEnd(links: readonly Link[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...groupBy(links, link => link.to.id)].map(([id, each]) => [
      id,
      each.map(link => link.from.id),
    ]),
  )
}

function byStart(links: readonly Link[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...groupBy(links, link => link.from.id)].map(([id, each]) => [
      id,
      each.map(link => link.to.id),
    ]),
  )
}

export function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
