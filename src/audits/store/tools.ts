import { sql } from 'kysely'
import type { Trx } from '#kit/db/index.ts'
import type { Tool } from '#practice'

/** A version of a tool that the council keeps, and why it was made. */
export interface KeptTool {
  readonly tool: Tool
  readonly reason: string
  readonly madeAt: Date
  readonly madeBy: string
}

type ToolsTable = {
  authority: string
  key: string
  version: number
  body: unknown
  reason: string
  made_at: Date
  made_by: string
}
type Tables = { 'audits.tools': ToolsTable }

/** Every version of every tool that the council keeps, the newest of each first. */
export async function keptTools(trx: Trx, key?: string): Promise<readonly KeptTool[]> {
  const query = trx
    .withTables<Tables>()
    .selectFrom('audits.tools')
    .selectAll()
    .orderBy('key')
    .orderBy('version', 'desc')
  const rows = await (key === undefined ? query : query.where('key', '=', key)).execute()
  return rows.map(row => ({
    // as: written by `insertTool` and by nothing else.
    tool: row.body as Tool,
    reason: row.reason,
    madeAt: row.made_at,
    madeBy: row.made_by,
  }))
}

/** Keeps a version; one that is there already stays as it is. Gives whether it was new. */
export async function insertTool(
  trx: Trx,
  authority: string,
  tool: Tool,
  by: { readonly actorName: string; readonly at: Date; readonly reason: string },
): Promise<boolean> {
  const result = await sql`insert into audits.tools
    (authority, key, version, body, reason, made_at, made_by)
    values (${authority}, ${tool.key}, ${tool.version}, ${JSON.stringify(tool)}::jsonb,
      ${by.reason}, ${by.at}, ${by.actorName})
    on conflict do nothing`.execute(trx)
  return (result.numAffectedRows ?? 0n) > 0n
}
