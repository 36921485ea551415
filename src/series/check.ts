import { type Day, firstDayOf, lastDayOf, longDay, type Month } from '#calendar'
import {
  type Definition,
  type Dimension,
  dimensions,
  exampleOfPeriod,
  isEntered,
  nameOfPeriod,
  periodOf,
  readMonth,
  readPeriod,
  type SeriesDefinition,
  type Slice,
  wholeCounty,
} from '#indicators'
import { privateWordsIn } from '#findings'
import { nearest, plain } from './nearest.ts'
import type { Figure } from './value.ts'

/** A row as somebody typed it, or as a table has it. */
export interface TypedRow {
  readonly indicator: string
  readonly period: string
  readonly dimension: string
  readonly part: string
  readonly numerator: string
  readonly denominator: string
  readonly source: string
  readonly note: string
  readonly because: string
}

export type FieldOfRow = keyof TypedRow

/** What a row is checked against. */
export interface Known {
  readonly definitions: readonly Definition[]
  readonly today: Day
  /** The names of the parts that are known, by dimension. */
  readonly parts: ReadonlyMap<Dimension, readonly string[]>
  /** Whether a team or locality that is not known is kept under the name that it was given. */
  readonly keepsUnknown: boolean
}

export interface Fault {
  readonly field: FieldOfRow
  readonly message: string
}

export type Checked =
  | { readonly kind: 'figure'; readonly definition: SeriesDefinition; readonly figure: Figure }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] }

/** Before this nothing that is counted here was. */
const FIRST_YEAR = 1990

type Found<T> = { readonly value: T } | Fault

const isFault = <T>(found: Found<T>): found is Fault => 'message' in found
const fault = (field: FieldOfRow, message: string): Fault => ({ field, message })

/** A row as a figure that can be kept, or everything that is wrong with it, each in a sentence. */
export function checkRow(row: TypedRow, known: Known): Checked {
  const named = definitionNamed(row.indicator, known.definitions)
  if (isFault(named)) return { kind: 'refused', faults: [named] }
  const definition = named.value
  const month = periodFrom(definition, row.period, known.today)
  const slice = sliceFrom(definition, row, known)
  const halves = halvesFrom(definition, row)
  const parts: readonly Found<unknown>[] = [month, slice]
  const faults = [
    ...parts.filter(isFault),
    ...('faults' in halves ? halves.faults : []),
    ...wordsFrom(row),
  ]
  if (faults.length > 0 || isFault(month) || isFault(slice) || 'faults' in halves)
    return { kind: 'refused', faults }
  return {
    kind: 'figure',
    definition,
    figure: {
      indicator: definition.code,
      month: month.value,
      slice: slice.value,
      numerator: halves.numerator,
      denominator: halves.denominator,
      source: row.source.trim(),
      note: row.note.trim(),
    },
  }
}

export function definitionNamed(
  text: string,
  definitions: readonly Definition[],
): Found<SeriesDefinition> {
  const wanted = plain(text)
  if (wanted === '') return fault('indicator', 'Say which indicator it is, such as WF08.')
  const [code = ''] = wanted.split(' ')
  const found =
    definitions.find(each => plain(each.code) === wanted || plain(each.name) === wanted) ??
    definitions.find(each => plain(each.code) === code)
  if (found === undefined) {
    const near = nearest(
      text,
      definitions.filter(isEntered).map(each => each.name),
      1,
    )
    const perhaps = near.length === 0 ? '' : ` Did you mean “${near[0] ?? ''}”?`
    return fault('indicator', `There is no indicator “${text.trim().slice(0, 100)}”.${perhaps}`)
  }
  if (!isEntered(found))
    return fault(
      'indicator',
      `${found.code} ${found.name} is counted from the children’s records, so nothing is entered for it.`,
    )
  return { value: found }
}

function periodFrom(definition: SeriesDefinition, text: string, today: Day): Found<Month> {
  const month = readPeriod(definition, text)
  if (month === null) {
    const other = readMonth(text)
    const example = exampleOfPeriod(definition, periodOf(definition, other ?? 24_300))
    if (text.trim() === '') return fault('period', `Enter the period, such as ${example}.`)
    return fault(
      'period',
      other === null
        ? `“${text.trim().slice(0, 60)}” is not a period that can be read. Write it like ${example}.`
        : `${definition.code} has one figure a ${definition.every}, and none ends there. Write it like ${example}.`,
    )
  }
  const name = nameOfPeriod(definition, month)
  if (month < FIRST_YEAR * 12) return fault('period', `${name} is too long ago. Check the year.`)
  if (lastDayOf(month) > today) {
    const ends = firstDayOf(month) > today ? 'is in the future' : 'has not ended yet'
    return fault('period', `${name} ${ends}: its last day is ${longDay(lastDayOf(month))}.`)
  }
  return { value: month }
}

/** How people name a dimension, beside its own name. */
const dimensionWords: Readonly<Record<Dimension, readonly string[]>> = {
  county: ['county', 'whole county', 'all', 'total', 'council', 'authority'],
  locality: ['locality', 'localities', 'area', 'district'],
  team: ['team', 'teams', 'service'],
  age: ['age', 'age band', 'age group'],
  sex: ['sex', 'gender'],
  ethnicity: ['ethnicity', 'ethnic group'],
  disability: ['disability', 'disabled'],
  placement: ['placement', 'placement type'],
  provider: ['provider', 'placement provider'],
}

/** Parts with a name of their own council; the others are the same everywhere. */
const isNamedHere = (dimension: Dimension): boolean =>
  dimension === 'team' || dimension === 'locality'

function sliceFrom(
  definition: SeriesDefinition,
  { dimension: typedDimension, part: typedPart }: TypedRow,
  known: Known,
): Found<Slice> {
  const part = typedPart.trim().replaceAll(/\s+/g, ' ')
  const wanted = plain(typedDimension)
  const isWhole = dimensionWords.county.includes(plain(part)) || part === ''
  const dimension =
    wanted === ''
      ? isWhole
        ? 'county'
        : definition.by.find(each => partNamed(each, part, known) !== undefined)
      : dimensions.find(each => dimensionWords[each].includes(wanted))
  if (dimension === undefined && wanted === '')
    return fault(
      'dimension',
      `Say what “${part.slice(0, 100)}” is: ${['the whole county', ...definition.by].join(', ')}.`,
    )
  if (dimension === undefined)
    return fault(
      'dimension',
      `“${typedDimension.trim().slice(0, 60)}” is not a way of breaking figures down.`,
    )
  if (dimension === 'county')
    return isWhole
      ? { value: wholeCounty }
      : fault(
          'part',
          `“${part.slice(0, 100)}” is a part, and this is a figure of the whole county.`,
        )
  if (!definition.by.includes(dimension))
    return fault('dimension', `${definition.code} is not broken down by ${dimension}.`)
  if (part === '') return fault('part', `Enter which ${dimension} it is.`)
  if (part.length > 120 || part.includes('\u0000'))
    return fault('part', 'Use a name of 120 characters or fewer.')
  const name = partNamed(dimension, part, known)
  if (name !== undefined) return { value: { dimension, name } }
  if (isNamedHere(dimension) && known.keepsUnknown) return { value: { dimension, name: part } }
  const near = nearest(part, known.parts.get(dimension) ?? [])
  const perhaps = near.length === 0 ? '' : ` The nearest: ${near.join(', ')}.`
  const keep = isNamedHere(dimension) ? ' Choose one, or say that the name is to be kept.' : ''
  return fault('part', `There is no ${dimension} “${part}”.${perhaps}${keep}`)
}

function partNamed(dimension: Dimension, part: string, known: Known): string | undefined {
  return known.parts.get(dimension)?.find(name => plain(name) === plain(part))
}

interface Halves {
  readonly numerator: number
  readonly denominator: number | null
}

function halvesFrom(
  definition: SeriesDefinition,
  row: Pick<TypedRow, 'numerator' | 'denominator'>,
): Halves | { readonly faults: readonly Fault[] } {
  const numerator = numberFrom('numerator', definition.numerator, row.numerator)
  const denominator = denominatorFrom(definition, row.denominator)
  const both: readonly Found<number | null>[] = [numerator, denominator]
  if (isFault(numerator) || isFault(denominator)) return { faults: both.filter(isFault) }
  const above = numerator.value
  const below = denominator.value
  if (below !== null && definition.unit === 'percentage' && above > below)
    return {
      faults: [
        fault('numerator', `${written(above)} is more than ${written(below)}: a share cannot be.`),
      ],
    }
  if (below === 0 && above > 0)
    return {
      faults: [
        fault('denominator', `Nothing can be divided by 0, and ${written(above)} are entered.`),
      ],
    }
  return { numerator: above, denominator: below }
}

function denominatorFrom(definition: SeriesDefinition, text: string): Found<number | null> {
  const { denominator, overChildren } = definition
  if (denominator === undefined) {
    return text.trim() === ''
      ? { value: null }
      : fault('denominator', `${definition.code} is a number alone: leave this empty.`)
  }
  if (text.trim() === '' && overChildren === true) return { value: null }
  return numberFrom('denominator', denominator, text)
}

function numberFrom(
  field: 'numerator' | 'denominator',
  words: string,
  text: string,
): Found<number> {
  const bare = text.trim().replaceAll(/[\s,]|^£/g, '')
  if (bare === '') return fault(field, `Enter a number: ${lower(words)}.`)
  if (bare.endsWith('%'))
    return fault(field, `“${text.trim()}” is a share. Enter how many: ${lower(words)}.`)
  if (!/^\d{1,13}(\.\d{1,6})?$/.test(bare))
    return fault(
      field,
      `“${text.trim().slice(0, 40)}” is not a number${bare.startsWith('-') ? ' from 0 up' : ''}. Enter ${lower(words)}.`,
    )
  return { value: Number(bare) }
}

function wordsFrom({ source, note, because }: TypedRow): readonly Fault[] {
  const faults: Fault[] = []
  if (source.trim().length < 2)
    faults.push(fault('source', 'Say where the figure is from, such as “Supervision record”.'))
  for (const [field, text, most] of [
    ['source', source, 300],
    ['note', note, 1000],
    ['because', because, 500],
  ] as const) {
    if (text.length > most) faults.push(fault(field, `Use ${most} characters or fewer.`))
    const [first] = privateWordsIn(text).never
    if (first !== undefined)
      faults.push(
        fault(
          field,
          `Take out ${first.what}: what is written here is never about one known child.`,
        ),
      )
  }
  return faults
}

const lower = (words: string): string => words.slice(0, 1).toLowerCase() + words.slice(1)

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 })
/** A number as people read it: '1,204'. */
export const written = (value: number): string => numbers.format(value)
