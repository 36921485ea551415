/** Over which time a number is counted. */
export type SpanKey = 'month' | 'year' | 'now'

/** Whole numbers in rows that shut each other out, so that they come to their total. */
export interface Tally {
  readonly key: string
  readonly title: string
  readonly rowHeading: string
  /** What all rows together are: 'Audits asked for'. */
  readonly totalText: string
  readonly spans: readonly SpanKey[]
  readonly rows: readonly TallyRow[]
  /**
   * Rows that the public is shown as one: a few among them would keep back the next row too, and that
   * is the one that matters.
   */
  readonly together?: readonly Together[]
}

export interface Together {
  readonly key: string
  readonly text: string
  readonly rows: readonly string[]
}

export interface TallyRow {
  readonly key: string
  readonly text: string
  /** By span, in their order. */
  readonly counts: readonly number[]
}

export function totalIn({ spans, rows }: Pick<Tally, 'spans' | 'rows'>, span: SpanKey): number {
  const at = spans.indexOf(span)
  return rows.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0)
}

/** A share that may be claimed of a tally: some of its rows among all of them. */
export interface Claim {
  readonly key: string
  readonly text: string
  readonly tally: string
  readonly rows: readonly string[]
  readonly span: SpanKey
}

/** A number that is no count: a median of days or hours, or a mean of grades. */
export interface Measure {
  readonly key: string
  readonly text: string
  /** Null where too few stand behind it. */
  readonly value: number | null
  /** How many stand behind it. */
  readonly of: number
  /** In which 95 of 100 such samples would have it, where that was worked out. */
  readonly low: number | null
  readonly high: number | null
}

/** The rows with those that stand together in place of their first. */
export function joinedRows({ rows, together = [] }: Tally): readonly TallyRow[] {
  return rows.flatMap((row): readonly TallyRow[] => {
    const one = together.find(each => each.rows.includes(row.key))
    if (one === undefined) return [row]
    if (one.rows[0] !== row.key) return []
    const parts = rows.filter(({ key }) => one.rows.includes(key))
    const counts = row.counts.map((_, at) =>
      parts.reduce((sum, each) => sum + (each.counts[at] ?? 0), 0),
    )
    return [{ key: one.key, text: one.text, counts }]
  })
}
