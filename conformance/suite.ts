/** One line of a suite's result: how many cases of a kind came out as their file says. */
export type SuiteLine = {
  /** The block of cases; a suite with a single block gives its own name. */
  readonly name: string
  readonly agreed: number
  readonly total: number
  /** What disagreed and how, one short sentence each; shown under the line. */
  readonly notes?: readonly string[]
  /** The number that must agree for the run to pass. Default: all of them. */
  readonly least?: number
}

/**
 * Either the lines of a run or the reason why there was nothing to run: a folder of cases may hold
 * the files of one suite and not of another.
 */
export type SuiteResult =
  | { readonly lines: readonly SuiteLine[] }
  | { readonly lines: readonly []; readonly skipped: string }

/** A suite runs our code over cases that nobody here wrote, read from `folder` (absolute path). */
export type Suite = {
  readonly name: string
  readonly run: (folder: string) => Promise<SuiteResult>
}
