import { randomUUID } from 'node:crypto'
import { type Day, lastDayOf, type Month, monthOf } from '#calendar'
import {
  type Definition,
  isEntered,
  periodsBetween,
  type SeriesDefinition,
  type Slice,
  wholeCounty,
} from '#indicators'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { demoStories, type Story } from './demo-stories.ts'
import type { CountSeries } from './enter.ts'
import { insertValues } from './store.ts'
import type { SeriesValue } from './value.ts'

/** Months that are told, and years of what has one figure a year. */
const MONTHS = 36
const YEARS = 5

export interface DemoSeriesOptions {
  /** The last day of the county's newest extract: nothing later is told. */
  readonly asOf: Day
  /** The teams that have figures, by name. */
  readonly teams: readonly string[]
}

/** Enters what no file of the demonstration county holds, as its analyst would have, month by month. */
export async function fillDemoSeries(
  trx: Trx,
  authority: string,
  definitions: readonly Definition[],
  options: DemoSeriesOptions,
  count: CountSeries,
): Promise<void> {
  const { values, replaced } = demoSeries(definitions, options)
  await insertValues(trx, authority, values, [])
  await insertValues(trx, authority, replaced.values, replaced.by)
  const at = new Date(lastDayOf(monthOf(options.asOf)) * 86_400_000)
  await record(
    trx,
    {
      actor: 'demonstration',
      action: 'series.table-brought',
      subject: { kind: 'series', id: 'demonstration' },
      detail: { figures: values.length, corrected: replaced.by.length },
    },
    at,
  )
  await count(trx, authority, [...new Set(values.map(each => each.indicator))], at)
}

/** The figures of the demonstration, always the same for the same day and teams. */
export function demoSeries(definitions: readonly Definition[], { asOf, teams }: DemoSeriesOptions) {
  const values = definitions.filter(isEntered).flatMap(definition => {
    const story = demoStories[definition.code]
    return story === undefined ? [] : valuesOf(definition, story, asOf, teams)
  })
  return { values, replaced: corrections(values) }
}

function valuesOf(
  definition: SeriesDefinition,
  story: Story,
  asOf: Day,
  teams: readonly string[],
): readonly SeriesValue[] {
  const last = lastDayOf(monthOf(asOf)) <= asOf ? monthOf(asOf) : monthOf(asOf) - 1
  const length = definition.every === 'year' ? YEARS * 12 : MONTHS
  const months = periodsBetween(definition, last - length + 1, last)
  return months.flatMap((month, place): readonly SeriesValue[] => {
    if (story.gapBefore === months.length - place) return []
    const t = months.length < 2 ? 1 : place / (months.length - 1)
    const own = (slice: Slice, denominator: number, wobble: number) => {
      const isEmpty = story.emptyBefore === months.length - place
      return valueFrom(definition, story, { month, slice, t, wobble, isEmpty, denominator })
    }
    const base = story.of === undefined ? 0 : story.of * (1 + 0.06 * noise(definition.code, month))
    if (story.byTeam !== true || teams.length === 0)
      return [own(wholeCounty, base, noise(`${definition.code} `, month))]
    const parts = teams.map(name =>
      own(
        { dimension: 'team', name },
        Math.max(5, base / teams.length),
        noise(definition.code + name, month),
      ),
    )
    const sum = (of: 'numerator' | 'denominator') =>
      parts.reduce((all, part) => all + (part[of] ?? 0), 0)
    const whole = own(wholeCounty, base, 0)
    return [{ ...whole, numerator: sum('numerator'), denominator: sum('denominator') }, ...parts]
  })
}

interface Point {
  readonly month: Month
  readonly slice: Slice
  /** From 0 at the first period to 1 at the last. */
  readonly t: number
  readonly wobble: number
  readonly isEmpty: boolean
  readonly denominator: number
}

function valueFrom(definition: SeriesDefinition, story: Story, point: Point): SeriesValue {
  const { month, slice, t, wobble, isEmpty } = point
  const level = levelAt(story, t) * (1 + story.moves * wobble)
  const isFte = story.tenths === true
  const round = (value: number) => (isFte ? Math.round(value * 10) / 10 : Math.round(value))
  const below = isEmpty ? 0 : Math.max(1, round(point.denominator))
  const isShare = definition.unit === 'percentage'
  const above = isEmpty
    ? 0
    : isShare
      ? Math.min(
          below,
          isFte ? round((below * level) / 100) : wholeOf((below * level) / 100, point),
        )
      : round(definition.unit === 'average' ? below * level : level)
  const hasBelow = definition.denominator !== undefined && story.of !== undefined
  return {
    id: randomUUID(),
    indicator: definition.code,
    version: definition.version,
    month,
    slice,
    numerator: Math.max(0, above),
    denominator: hasBelow ? below : null,
    source: story.source ?? definition.source[0] ?? 'Invented',
    note: '',
    enteredBy: 'demonstration',
    enteredByName: 'Performance analyst',
    enteredByPost: '',
    // The eighth day after the period, at ten in the morning.
    enteredAt: new Date((lastDayOf(month) + 8) * 86_400_000 + 10 * 3_600_000),
    sheet: null,
    because: '',
    supersededBy: null,
    supersededAt: null,
  }
}

/** Up or down so that many small teams together come out at the level, and not all at the top. */
function wholeOf(share: number, { slice, month }: Point): number {
  const part = (hashOf(`${slice.name}!`, month) % 1000) / 1000
  return Math.floor(share + part)
}

/** Where a story has come to: rising over its first part, say, and level after. */
function levelAt({ from, to, until = 1 }: Story, t: number): number {
  return from + (to - from) * Math.min(1, t / until)
}

/** Between -1 and 1, mostly small, and always the same for the same words and month. */
function noise(words: string, month: Month): number {
  const hash = hashOf(words, month)
  const one = (hash % 1000) / 1000
  const two = ((Math.imul(hash, 2_654_435_761) >>> 0) % 1000) / 1000
  return one + two - 1
}

function hashOf(words: string, month: Month): number {
  let hash = 2_166_136_261
  for (const letter of `${words}/${month}`)
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  return hash >>> 0
}

/** One figure of agency workers that was corrected a month later, so that a page has a history to show. */
function corrections(values: readonly SeriesValue[]) {
  const wrong = values
    .filter(({ indicator, slice }) => indicator === 'WF03' && slice.dimension === 'county')
    .at(-5)
  if (wrong === undefined) return { values: [], by: [] }
  const at = new Date(wrong.enteredAt.getTime() + 30 * 86_400_000)
  const right: SeriesValue = {
    ...wrong,
    id: randomUUID(),
    numerator: (wrong.numerator ?? 0) + 2,
    enteredAt: at,
    because: 'Two agency workers in the duty team had been left out.',
  }
  return { values: [right], by: [{ id: wrong.id, by: right.id, at }] }
}
