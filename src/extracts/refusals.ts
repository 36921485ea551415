import type { Refusal } from './extract.ts'
import type { Problem, Reading } from './values.ts'

/** How many refusals are kept row by row; all are counted. */
const mostKept = 10_000
/** No kind may take the room of the others: so many of each are kept at most ... */
const mostOfEach = 2_500
/** ... and so many at least, however many others there are. */
const leastOfEach = 100

export interface Refusals {
  add(refusal: Refusal): void
  /** What is added from here on, by whatever list, is about a row of this child; null for no child. */
  about(child: string | null): void
  /** All that were added. */
  readonly count: number
  /** How many were added, by effect and code: 'value-refused date-impossible' is 3. */
  readonly counts: ReadonlyMap<string, number>
  /**
   * What was kept, in order, and after it one line for each kind (file, list, column and code) of
   * which more came than were kept, without a row, whose message begins with their number.
   */
  list(): readonly Refusal[]
  /** Adds refusals of one source list. */
  of(file: string, sourceList: string): ListRefusals
}

export interface ListRefusals {
  /** The same as of all refusals together. */
  about(child: string | null): void
  file(problem: Problem): void
  row(row: number | null, problem: Problem, column?: string | null, value?: string | null): void
  value(row: number | null, column: string, value: string | null, problem: Problem): void
  doubt(row: number | null, column: string | null, value: string | null, problem: Problem): void
  /**
   * What was read, noting a doubt; where it could not be read, notes that the value was refused
   * and gives undefined.
   */
  take<T>(reading: Reading<T>, row: number, column: string, value: unknown): T | undefined
}

/** Collects refusals: every one is counted, and about ten thousand are kept in full. */
export function collectRefusals(): Refusals {
  const kept: Refusal[] = []
  const counts = new Map<string, number>()
  const kinds = new Map<string, { first: Refusal; kept: number; more: number }>()
  let count = 0

  const add = (refusal: Refusal): void => {
    count++
    const name = `${refusal.effect} ${refusal.code}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
    const key = `${name}\n${refusal.file}\n${refusal.sourceList}\n${refusal.column ?? ''}`
    let kind = kinds.get(key)
    if (kind === undefined) kinds.set(key, (kind = { first: refusal, kept: 0, more: 0 }))
    if (kind.kept < (kept.length < mostKept ? mostOfEach : leastOfEach)) {
      kept.push(refusal)
      kind.kept++
    } else kind.more++
  }

  let whose: string | null = null
  const about = (child: string | null): void => {
    whose = child === '' ? null : child
  }

  return {
    add,
    about,
    get count() {
      return count
    },
    counts,
    list: () => [
      ...kept,
      ...[...kinds.values()].filter(kind => kind.more > 0).map(kind => others(kind)),
    ],
    of: (file, sourceList) => {
      const put = (
        effect: Refusal['effect'],
        row: number | null,
        column: string | null,
        value: string | null,
        { code, message }: Problem,
      ): void =>
        add({
          effect,
          file,
          sourceList,
          row,
          column,
          value: value === null ? null : shortened(value),
          code,
          message,
          ...(whose !== null && row !== null && { child: whose }),
        })
      return {
        about,
        file: problem => put('file-refused', null, null, null, problem),
        row: (row, problem, column = null, value = null) =>
          put('row-refused', row, column, value, problem),
        value: (row, column, value, problem) => put('value-refused', row, column, value, problem),
        doubt: (row, column, value, problem) => put('doubtful', row, column, value, problem),
        take(reading, row, column, value) {
          const shown = () => (value instanceof Date ? value.toISOString() : String(value))
          if ('code' in reading) {
            put('value-refused', row, column, shown(), reading)
            return undefined
          }
          if (reading.doubt !== null) put('doubtful', row, column, shown(), reading.doubt)
          return reading.value
        },
      }
    },
  }
}

function others(kind: { readonly first: Refusal; readonly more: number }): Refusal {
  const { first, more } = kind
  const number = more.toLocaleString('en-GB')
  const message = `And ${number} more: ${first.message}`
  const { child: _, ...kindOf } = first
  return { ...kindOf, row: null, value: null, message, standsFor: more }
}

/** A value as it is shown: at most 80 characters. */
export function shortened(value: string): string {
  return value.length <= 80 ? value : `${value.slice(0, 79)}…`
}
