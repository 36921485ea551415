import type { Day } from '#calendar'
import type { XmlElement } from '#kit/files/xml.ts'
import type { ListName } from '#records'
import type { ListReport } from '../extract.ts'
import type { ListRefusals, Refusals } from '../refusals.ts'
import {
  type CodeSet,
  type Problem,
  type Reading,
  dayReader,
  readCode,
  readCount,
  readFlag,
} from '../values.ts'
import { isTooNew } from './codes.ts'
import { find } from './elements.ts'
import { afterReference, missing, repeated, sameDay, sameRow, tooNew } from './problems.ts'
import type { Added } from './rows.ts'
import type { ElementName } from './spellings.ts'

/**
 * One block of the census (Section47, Reviews …) as it is read: takes values out of its elements,
 * notes what is wrong with them, and counts its rows for the report.
 */
export interface SourceList {
  found(): void
  /** Leaves the row out. */
  refuse(row: XmlElement, problem: Problem, column?: ElementName): void
  /** Says that a value was dropped by a check between values. */
  drop(row: XmlElement, column: ElementName, problem: Problem): void
  doubt(row: XmlElement, column: ElementName | null, problem: Problem): void
  /** A date, with a doubt where it is later than the census itself. */
  day(row: XmlElement, column: ElementName): Day | null
  /** A code of the set, '' where there is none or it is not known. */
  code(row: XmlElement, column: ElementName, set: CodeSet): string
  /** The codes of elements that may repeat or hold several, each once. */
  codes(elements: readonly XmlElement[], set: CodeSet): readonly string[]
  flag(row: XmlElement, column: ElementName): boolean | null
  count(row: XmlElement, column: ElementName): number | null
  /** Notes a required value that is not there, and gives the value back. */
  required<T>(row: XmlElement, column: ElementName, value: T): T
  report(): ListReport
  readonly rowsFound: number
}

export interface About {
  readonly file: string
  readonly refusals: Refusals
  readonly year: number | null
  readonly referenceDate: Day | null
  readonly days: ReturnType<typeof dayReader>
}

export function sourceList(
  name: ElementName,
  lists: readonly ListName[],
  about: About,
  notKept: readonly string[] = [],
): SourceList {
  const notes: ListRefusals = about.refusals.of(about.file, name)
  let rowsFound = 0
  let rowsRefused = 0

  function read<T>(
    row: XmlElement,
    column: ElementName,
    reader: (text: string) => Reading<T>,
  ): T | undefined {
    const element = find(row, column)
    if (element === undefined) return undefined
    const last = row.children.findLast(each => each.name === column) ?? element
    if (last !== element) notes.doubt(last.line, column, last.text, repeated)
    if (element.text === '') return undefined
    return notes.take(reader(element.text), element.line, column, element.text)
  }
  const shown = (row: XmlElement, column: ElementName | null): readonly [number, string | null] => {
    const element = column === null ? undefined : find(row, column)
    return [element?.line ?? row.line, element?.text ?? null]
  }

  return {
    found: () => {
      rowsFound++
    },
    refuse(row, problem, column) {
      rowsRefused++
      const [line, value] = shown(row, column ?? null)
      notes.row(line, problem, column ?? null, value)
    },
    drop(row, column, problem) {
      const [line, value] = shown(row, column)
      notes.value(line, column, value, problem)
    },
    doubt(row, column, problem) {
      const [line, value] = shown(row, column)
      notes.doubt(line, column, value, problem)
    },
    day(row, column) {
      const value = read(row, column, text => about.days(withoutZone(text))) ?? null
      if (value !== null && about.referenceDate !== null && value > about.referenceDate)
        this.doubt(row, column, afterReference)
      return value
    },
    code(row, column, set) {
      const value = read(row, column, text => readCode(text, set)) ?? ''
      if (isTooNew(value, set, about.year)) this.doubt(row, column, tooNew)
      return value
    },
    codes(elements, set) {
      const found = new Set<string>()
      for (const element of elements) {
        for (const text of element.text.split(/[\s,;]+/)) {
          if (text === '') continue
          const column = element.name
          const value = notes.take(readCode(text, set), element.line, column, text) ?? ''
          if (value === '') continue
          if (isTooNew(value, set, about.year)) notes.doubt(element.line, column, text, tooNew)
          found.add(value)
        }
      }
      return [...found]
    },
    flag: (row, column) => read(row, column, readFlag) ?? null,
    count: (row, column) => read(row, column, readCount) ?? null,
    required(row, column, value) {
      // Where something stands that could not be read, that has been said already.
      if ((value === null || value === '') && (find(row, column)?.text ?? '') === '')
        this.doubt(row, column, missing)
      return value
    },
    report: () => ({
      sourceList: name,
      lists,
      rowsFound,
      // A block that goes to no list is read past as a whole.
      rowsTaken: lists.length === 0 ? 0 : rowsFound - rowsRefused,
      rowsRefused,
      notKept,
    }),
    get rowsFound() {
      return rowsFound
    },
  }
}

/** xs:date may end in a time zone (2026-03-31Z, 2026-03-31+01:00), which no date here needs. */
function withoutZone(text: string): string {
  return text.length > 10 && /^\d{4}-\d\d-\d\d(Z|[+-]\d\d:\d\d)$/.test(text)
    ? text.slice(0, 10)
    : text
}

/** Says what became of a row that stands beside another with the same child and date. */
export function noteAdded(
  source: SourceList,
  row: XmlElement,
  column: ElementName,
  added: Added,
): void {
  if (added === 'same') source.refuse(row, sameRow, column)
  else if (added === 'other') source.doubt(row, column, sameDay)
}
