import type { Trx } from '#kit/db/index.ts'

/** Where an audit came from. */
export interface Imported {
  readonly rowSha256: string
  readonly auditId: string
  readonly sheetId: string
  readonly line: number
  readonly toolWords: string
}

type ImportedTable = {
  authority: string
  row_sha256: string
  audit_id: string
  sheet_id: string
  line: number
  tool_words: string
}
type Tables = { 'audits.imported': ImportedTable }

export async function insertImported(
  trx: Trx,
  authority: string,
  imported: Imported,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('audits.imported')
    .values({
      authority,
      row_sha256: imported.rowSha256,
      audit_id: imported.auditId,
      sheet_id: imported.sheetId,
      line: imported.line,
      tool_words: imported.toolWords,
    })
    .execute()
}

/** The row that an audit was brought from; null for one that was not. */
export async function importedOf(trx: Trx, auditId: string): Promise<Imported | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('audits.imported')
    .selectAll()
    .where('audit_id', '=', auditId)
    .executeTakeFirst()
  return row === undefined ? null : importedFrom(row)
}

const importedFrom = (row: ImportedTable): Imported => ({
  rowSha256: row.row_sha256,
  auditId: row.audit_id,
  sheetId: row.sheet_id,
  line: row.line,
  toolWords: row.tool_words,
})

/** The audit that each row became, by the row's hash. */
export async function importedRows(trx: Trx): Promise<ReadonlyMap<string, Imported>> {
  const rows = await trx.withTables<Tables>().selectFrom('audits.imported').selectAll().execute()
  return new Map(rows.map(row => [row.row_sha256, importedFrom(row)]))
}
