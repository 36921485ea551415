import { randomUUID } from 'node:crypto'
import { type Day, type Month, monthOf } from '#calendar'
import {
  type Definition,
  endsPeriod,
  isEntered,
  type SeriesDefinition,
  type Slice,
  wholeCounty,
} from '#indicators'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import {
  COUNTED_HERE,
  type CountSeries,
  type Figure,
  insertValues,
  keyOfFigure,
  type SeriesValue,
  standingValues,
  takeSeriesTurn,
} from '#series'
import { loopOf } from '../loop/gather.ts'
import { programmeOf } from '../programme/gather.ts'
import { allAudits, moderationsOf } from '../store/index.ts'
import { auditCodes, type Held, type Member, membersOf } from './members.ts'

/** What the figures say that they are from. */
export const FROM_AUDITS = 'The practice audits in Sightline'

/** Everything that the figures of audits are counted from, as it stands. */
export async function heldOf(trx: Trx, today: Day): Promise<Held> {
  return {
    audits: await allAudits(trx),
    moderations: await moderationsOf(trx),
    loops: (await loopOf(trx, today)).loops,
    owed: (await programmeOf(trx, today)).owed,
  }
}

/** The figures of whole periods, of the county and of each team that an indicator is broken down by. */
export function figuresFrom(
  members: readonly Member[],
  definitions: readonly SeriesDefinition[],
  today: Day,
): readonly Figure[] {
  return definitions.flatMap(definition => {
    const own = members.filter(
      ({ code, month }) =>
        code === definition.code && month < monthOf(today) && endsPeriod(definition, month),
    )
    return [...Map.groupBy(own, ({ month }) => month)].flatMap(([month, all]) => {
      const teams = definition.by.includes('team')
        ? Map.groupBy(
            all.filter(({ team }) => team !== ''),
            ({ team }) => team,
          )
        : new Map<string, Member[]>()
      return [
        figureOf(definition.code, month, wholeCounty, all),
        ...[...teams].map(([name, part]) =>
          figureOf(definition.code, month, { dimension: 'team', name }, part),
        ),
      ]
    })
  })
}

function figureOf(
  indicator: string,
  month: Month,
  slice: Slice,
  members: readonly Member[],
): Figure {
  const sum = (of: 'above' | 'below') => members.reduce((all, each) => all + each[of], 0)
  return {
    indicator,
    month,
    slice,
    numerator: sum('above'),
    denominator: sum('below'),
    source: FROM_AUDITS,
    note: '',
  }
}

/**
 * Counts the indicators of audits from the audits that are held here. A period with audits is counted
 * from them: what was entered for it gives way, stays in the history, and the reason is kept. Periods
 * without any stay as they were entered.
 * @returns how many figures changed
 */
export async function countFromAudits(
  trx: Trx,
  by: {
    readonly authority: string
    readonly actor: string
    readonly at: Date
    readonly today: Day
  },
  definitions: readonly Definition[],
  count: CountSeries,
): Promise<number> {
  const wanted = definitions
    .filter(isEntered)
    .filter(({ code }) => auditCodes.some(each => each === code))
  await takeSeriesTurn(trx)
  const fresh = figuresFrom(membersOf(await heldOf(trx, by.today)), wanted, by.today)
  const standing = await standingValues(
    trx,
    wanted.map(({ code }) => code),
  )
  const known = new Map(standing.map(value => [keyOfFigure(value), value]))
  const keys = new Set(fresh.map(keyOfFigure))
  const gone = standing
    .filter(value => isCountedHere(value) && value.numerator !== null)
    .filter(value => !keys.has(keyOfFigure(value)))
    .map(value => ({ ...value, numerator: null, denominator: null }))
  const values: SeriesValue[] = []
  const replaced: { readonly id: string; readonly by: string; readonly at: Date }[] = []
  for (const figure of [...fresh, ...gone]) {
    const before = known.get(keyOfFigure(figure))
    if (before !== undefined && isSaid(before, figure)) continue
    const version = wanted.find(({ code }) => code === figure.indicator)?.version ?? 1
    const value = countedValue(figure, version, before, by)
    values.push(value)
    if (before !== undefined) replaced.push({ id: before.id, by: value.id, at: by.at })
  }
  if (values.length === 0) return 0
  await insertValues(trx, by.authority, values, replaced)
  const codes = [...new Set(values.map(({ indicator }) => indicator))].toSorted()
  await record(
    trx,
    {
      actor: by.actor,
      action: 'series.counted-from-audits',
      subject: { kind: 'series', id: 'audits' },
      detail: { figures: values.length, corrected: replaced.length, indicators: codes },
    },
    by.at,
  )
  await count(trx, by.authority, codes, by.at)
  return values.length
}

export const isCountedHere = ({
  source,
  enteredByName,
}: Pick<SeriesValue, 'source' | 'enteredByName'>): boolean =>
  source === FROM_AUDITS && enteredByName === COUNTED_HERE

/** Whether the same was counted already. */
const isSaid = (before: SeriesValue, figure: Figure): boolean =>
  isCountedHere(before) &&
  before.numerator === figure.numerator &&
  before.denominator === figure.denominator

function countedValue(
  figure: Figure,
  version: number,
  before: SeriesValue | undefined,
  by: { readonly actor: string; readonly at: Date },
): SeriesValue {
  const because =
    before === undefined
      ? ''
      : isCountedHere(before)
        ? 'Counted again, because the audits have changed.'
        : 'It is counted from the audits in Sightline now, which come before what is entered.'
  return {
    indicator: figure.indicator,
    month: figure.month,
    slice: figure.slice,
    numerator: figure.numerator,
    denominator: figure.denominator,
    source: FROM_AUDITS,
    note: '',
    id: randomUUID(),
    version,
    enteredBy: by.actor,
    enteredByName: COUNTED_HERE,
    enteredByPost: '',
    enteredAt: by.at,
    sheet: null,
    because,
    supersededBy: null,
    supersededAt: null,
  }
}
