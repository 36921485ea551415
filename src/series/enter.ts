import { randomUUID } from 'node:crypto'
import { isoMonth } from '#calendar'
import type { SeriesDefinition } from '#indicators'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { insertValues, standingValues, takeSeriesTurn } from './store.ts'
import { type Entering, type Figure, keyOfFigure, type SeriesValue } from './value.ts'

/** Has the figures of some indicators made again from what stands, in the same transaction. */
export type CountSeries = (
  trx: Trx,
  authority: string,
  codes: readonly string[],
  at: Date,
) => Promise<void>

/** A figure to be kept, and why where it takes the place of one that stands. */
export interface Entry {
  readonly definition: SeriesDefinition
  readonly figure: Figure
  readonly because: string
}

export interface Entered {
  readonly added: number
  readonly corrected: number
  /** Those that were there already, exactly so: nothing was written. */
  readonly unchanged: number
}

/**
 * Keeps figures. Where one of the same period and part stands already and says otherwise, it stays in
 * the history with who took its place and why.
 */
export async function enterFigures(
  trx: Trx,
  by: Entering,
  entries: readonly Entry[],
  count: CountSeries,
  sheet: string | null = null,
): Promise<Entered> {
  await takeSeriesTurn(trx)
  const codes = [...new Set(entries.map(({ definition }) => definition.code))]
  const standing = new Map(
    (await standingValues(trx, codes)).map(value => [keyOfFigure(value), value]),
  )
  const values: SeriesValue[] = []
  const replaced: { readonly id: string; readonly by: string; readonly at: Date }[] = []
  let unchanged = 0
  for (const { definition, figure, because } of entries) {
    const before = standing.get(keyOfFigure(figure))
    if (before !== undefined && isSame(before, figure)) {
      unchanged++
      continue
    }
    const value = keptValue(definition, figure, before === undefined ? '' : because, by, sheet)
    values.push(value)
    if (before !== undefined) replaced.push({ id: before.id, by: value.id, at: by.at })
  }
  if (values.length === 0) return { added: 0, corrected: 0, unchanged }
  await insertValues(trx, by.authority, values, replaced)
  await writeDown(trx, by, values, replaced.length, sheet)
  await count(trx, by.authority, [...new Set(values.map(each => each.indicator))], by.at)
  return { added: values.length - replaced.length, corrected: replaced.length, unchanged }
}

function keptValue(
  definition: SeriesDefinition,
  figure: Figure,
  because: string,
  by: Entering,
  sheet: string | null,
): SeriesValue {
  return {
    ...figure,
    id: randomUUID(),
    version: definition.version,
    enteredBy: by.actor,
    enteredByName: by.actorName,
    enteredByPost: by.post,
    enteredAt: by.at,
    sheet,
    because,
    supersededBy: null,
    supersededAt: null,
  }
}

export function isSame(a: Figure, b: Figure): boolean {
  return (
    a.numerator === b.numerator &&
    a.denominator === b.denominator &&
    a.source === b.source &&
    a.note === b.note
  )
}

/** One line for each figure that was typed, and one for a table. */
async function writeDown(
  trx: Trx,
  by: Entering,
  values: readonly SeriesValue[],
  corrected: number,
  sheet: string | null,
): Promise<void> {
  if (sheet !== null) {
    const codes = [...new Set(values.map(each => each.indicator))].toSorted()
    await record(
      trx,
      {
        actor: by.actor,
        action: 'series.table-brought',
        subject: { kind: 'series', id: sheet },
        detail: { figures: values.length, corrected, indicators: codes },
      },
      by.at,
    )
    return
  }
  for (const value of values) {
    const { numerator, denominator, slice, because } = value
    const action =
      numerator === null
        ? 'series.taken-back'
        : because === ''
          ? 'series.entered'
          : 'series.corrected'
    await record(
      trx,
      {
        actor: by.actor,
        action,
        subject: { kind: 'series', id: value.indicator },
        detail: {
          period: isoMonth(value.month),
          part: slice.name === '' ? slice.dimension : `${slice.dimension}: ${slice.name}`,
          numerator,
          denominator,
          source: value.source,
          because,
        },
      },
      by.at,
    )
  }
}
