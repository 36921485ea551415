/** A recommendation or finding that a plan has to answer. */
export interface Asked {
  readonly id: string
  readonly name: string
}

/** A line of a plan that may answer some. */
export interface Answering {
  readonly id: string
  readonly name: string
}

export interface Coverage<A extends Asked, L extends Answering> {
  readonly rows: readonly { readonly asked: A; readonly by: readonly L[] }[]
  readonly columns: readonly { readonly line: L; readonly answers: readonly A[] }[]
  /** Asked, and no line answers it. */
  readonly unanswered: readonly A[]
  /** Lines that answer nothing that was found. */
  readonly unasked: readonly L[]
}

/** Who answers what, both ways, with the gaps. Links to what is not among them are left out. */
export function coverageOf<A extends Asked, L extends Answering>(
  asked: readonly A[],
  lines: readonly L[],
  links: readonly { readonly line: string; readonly asked: string }[],
): Coverage<A, L> {
  const pairs = new Set(links.map(link => `${link.line} ${link.asked}`))
  const answers = (line: L, one: A): boolean => pairs.has(`${line.id} ${one.id}`)
  const rows = asked.map(one => ({ asked: one, by: lines.filter(line => answers(line, one)) }))
  const columns = lines.map(line => ({ line, answers: asked.filter(one => answers(line, one)) }))
  return {
    rows,
    columns,
    unanswered: rows.filter(row => row.by.length === 0).map(row => row.asked),
    unasked: columns.filter(column => column.answers.length === 0).map(column => column.line),
  }
}
