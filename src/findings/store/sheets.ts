import { sql } from 'kysely'
import type { Trx } from '#kit/db/index.ts'
import type { Mapping, SheetLine } from '../sheet.ts'

export interface RefusedRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly message: string
  /** It says what is here already, so there is nothing in it to correct. */
  readonly already?: true
}

/** A table that was brought, kept as it was, with what became of it. */
export interface KeptSheet {
  readonly id: string
  readonly purpose: string
  readonly name: string
  readonly headings: readonly string[]
  readonly lines: readonly SheetLine[]
  readonly notes: readonly string[]
  readonly mapping: Mapping | null
  readonly refused: readonly RefusedRow[] | null
  readonly taken: number | null
}

export async function keepSheet(
  trx: Trx,
  authority: string,
  sheet: Pick<KeptSheet, 'id' | 'purpose' | 'name' | 'headings' | 'lines' | 'notes'>,
  by: { readonly actor: string; readonly at: Date },
): Promise<void> {
  await sql`insert into findings.sheets
    (authority, id, purpose, name, brought_at, brought_by, headings, lines, notes)
    values (${authority}, ${sheet.id}, ${sheet.purpose}, ${sheet.name}, ${by.at}, ${by.actor},
      ${[...sheet.headings]}, ${JSON.stringify(sheet.lines)}::jsonb, ${[...sheet.notes]})`.execute(
    trx,
  )
}

/** Held until the transaction ends, so that one table is not taken in twice. */
export async function sheetById(trx: Trx, id: string, purpose: string): Promise<KeptSheet | null> {
  const { rows } = await sql<KeptSheet>`
    select id, purpose, name, headings, lines, notes, mapping, refused, taken
    from findings.sheets where id = ${id} and purpose = ${purpose} for update`.execute(trx)
  return rows[0] ?? null
}

/** The name of the file that a table was; null where it is not kept. */
export async function sheetName(trx: Trx, id: string, purpose: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select name from findings.sheets where id = ${id} and purpose = ${purpose}`.execute(trx)
  return rows[0]?.name ?? null
}

/** Writes down what became of a table: nothing of what was refused is lost. */
export async function finishSheet(
  trx: Trx,
  id: string,
  done: {
    readonly mapping: Mapping
    readonly refused: readonly RefusedRow[]
    readonly taken: number
  },
): Promise<void> {
  await sql`update findings.sheets set mapping = ${JSON.stringify(done.mapping)}::jsonb,
    refused = ${JSON.stringify(done.refused)}::jsonb, taken = ${done.taken}
    where id = ${id}`.execute(trx)
}
