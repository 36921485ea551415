import type { Day } from '#calendar'
import type { ListName, Table } from '#records'

/** The kinds of file that Sightline reads, told apart by what is in them. */
export type ExtractKind = 'annex-a' | 'ssda903' | 'cin' | 'ssd'

/** A file as it came: its bytes and the name it had, which is shown and never relied on. */
export interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * One thing in a file that could not be taken as it stood. `row-refused`: the row is left out.
 * `value-refused`: the row is kept without that value. `doubtful`: kept as it is, and worth a look.
 * `file-refused`: nothing of that file (or sheet) could be read.
 */
export interface Refusal {
  readonly effect: 'file-refused' | 'row-refused' | 'value-refused' | 'doubtful'
  readonly file: string
  /** The list as the source names it: 'List 4', 'episodes.csv', 'Section47'. '' for a whole file. */
  readonly sourceList: string
  /** The line or row in the source, counted as a person would see it; for XML the line of the element. */
  readonly row: number | null
  readonly column: string | null
  /** The value as it stood, shortened to 80 characters. Shown only to those who may see children. */
  readonly value: string | null
  /** A short fixed code, such as 'date-impossible', so that refusals can be counted by kind. */
  readonly code: string
  /** One sentence in plain English that says what is wrong and what to do. No value, no identifier. */
  readonly message: string
  /**
   * The council's own identifier of the child whose row it is, where the row says it: so that the
   * child's team is told what to put right. Kept in the frozen file alone.
   */
  readonly child?: string
  /** Set on a line that stands for so many others of its kind, which are not kept row by row. */
  readonly standsFor?: number
}

/** How much of one source list was read, for the report that the person who loads it sees. */
export interface ListReport {
  readonly sourceList: string
  /** The record's lists that its rows went to. */
  readonly lists: readonly ListName[]
  readonly rowsFound: number
  readonly rowsTaken: number
  readonly rowsRefused: number
  /** Rows that are neither, and why: found is taken, refused and these together. */
  readonly readPast?: readonly { readonly rows: number; readonly because: string }[]
  /** Columns of the source that are read past and not kept, and why, in a sentence each. */
  readonly notKept: readonly string[]
}

/** The days for which an extract can speak about a list: a figure outside them is not computed. */
export interface Coverage {
  readonly list: ListName
  readonly from: Day
  readonly to: Day
}

/** What a reader makes of one return: everything it took, everything it refused, and what it covers. */
export interface ReadExtract {
  readonly kind: ExtractKind
  /** In words: 'SSDA903 return for the year to 31 March 2018'. */
  readonly title: string
  /** The day the data describe the authority on. */
  readonly asOf: Day
  /** How `asOf` was found, in a sentence: "The census gives its reference date." */
  readonly asOfBecause: string
  readonly files: readonly string[]
  /** Rows for the lists that were in it; a list that was not delivered is absent, not empty. */
  readonly tables: ReadonlyMap<ListName, Table>
  readonly coverage: readonly Coverage[]
  readonly reports: readonly ListReport[]
  readonly refusals: readonly Refusal[]
}

export interface ReadOptions {
  /** Overrides the day that the reader would work out. */
  readonly asOf?: Day
  /** Called now and then with the share done, 0 to 1, and what is being read. */
  readonly progress?: (share: number, words: string) => void
}

/**
 * A reader of one kind. `claims` looks at the first bytes of a file and says whether it is of its
 * kind; it never throws. `read` takes all files of one return and never throws for bad input: what
 * cannot be read comes back as refusals, and null where nothing at all could be taken.
 */
export interface ExtractReader {
  readonly kind: ExtractKind
  claims(file: SourceFile): boolean
  /** Splits many files into returns: five years of CSV files become five groups. */
  group(files: readonly SourceFile[]): readonly (readonly SourceFile[])[]
  read(files: readonly SourceFile[], options?: ReadOptions): Promise<ReadResult>
}

export interface ReadResult {
  readonly extract: ReadExtract | null
  readonly refusals: readonly Refusal[]
}
