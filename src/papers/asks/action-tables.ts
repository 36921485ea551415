import type { Block } from '../checks/fault.ts'

/** A row of a table of actions: what, who and by when, in the table's own words. */
export interface ActionRow {
  readonly block: Block
  readonly what: string
  readonly who: string | null
  readonly when: string | null
  readonly done: boolean
}

const action =
  /^(?:agreed )?actions?(?: points?| required| agreed| to be taken)?$|^task$|^(?:recommendation\/)?action$/i
const who =
  /^(?:owner|lead|lead officer|who|by whom|responsible(?: officer| person)?|responsibility|officer|assigned to|action by|person responsible)$/i
const due =
  /^(?:due|due date|by when|when|deadline|date|target date|timescale|completion date|timeframe)$/i
const state = /^(?:status|progress|state|update|outcome|complete\??|rag)$/i

/** Rows under a heading row that names an action beside an owner or a date. */
export function actionRowsIn(blocks: readonly Block[]): readonly ActionRow[] {
  const rows: ActionRow[] = []
  let columns: Columns | null = null
  for (const block of blocks) {
    if (block.kind !== 'row') {
      columns = null
      continue
    }
    const cells = cellsOf(block.text)
    const heads = columnsOf(cells)
    if (heads !== null) columns = heads
    else if (columns !== null && !cells.every(cell => /^[-: ]*$/.test(cell))) {
      const what = cells[columns.action] ?? ''
      if (what.length < 4) continue
      rows.push({
        block,
        what,
        who: orNull(columns.who === -1 ? '' : cells[columns.who]),
        when: orNull(columns.due === -1 ? '' : cells[columns.due]),
        done: /\b(?:completed?|closed|done)\b/i.test(
          columns.state === -1 ? '' : (cells[columns.state] ?? ''),
        ),
      })
    }
  }
  return rows
}

interface Columns {
  readonly action: number
  readonly who: number
  readonly due: number
  readonly state: number
}

const cellsOf = (row: string): readonly string[] =>
  (row.includes('|')
    ? row.trim().replace(/^\|/, '').replace(/\|$/, '').split('|')
    : row.split('\t')
  ).map(cell => cell.replaceAll('**', '').trim())

function columnsOf(cells: readonly string[]): Columns | null {
  const place = (pattern: RegExp): number => cells.findIndex(cell => pattern.test(cell))
  const columns = { action: place(action), who: place(who), due: place(due), state: place(state) }
  return columns.action !== -1 && (columns.who !== -1 || columns.due !== -1) ? columns : null
}

const orNull = (cell: string | undefined): string | null =>
  cell === undefined || /^(?:[-–—]|n\/?a|tbc|tba|to be confirmed|none)?$/i.test(cell) ? null : cell
