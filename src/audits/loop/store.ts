import { type Day, isoDay, parseIsoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'

/** What an audit found, by the finding that it became. */
export interface FoundByAudit {
  readonly id: string
  readonly auditId: string
  readonly findingId: string
  /** The key of the standard; '' for the whole. */
  readonly standard: string
  readonly dueOn: Day
}

type FoundTable = {
  authority: string
  id: string
  audit_id: string
  finding_id: string
  standard: string
  due_on: string
  added_at: Date
  added_by: string
}
type Tables = { 'audits.found': FoundTable }

export async function insertFound(
  trx: Trx,
  authority: string,
  found: FoundByAudit,
  by: { readonly actorName: string; readonly at: Date },
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('audits.found')
    .values({
      authority,
      id: found.id,
      audit_id: found.auditId,
      finding_id: found.findingId,
      standard: found.standard,
      due_on: isoDay(found.dueOn),
      added_at: by.at,
      added_by: by.actorName,
    })
    .execute()
}

/** What audits found, in the order in which it was written down; of one audit or of all. */
export async function foundByAudits(trx: Trx, auditId?: string): Promise<readonly FoundByAudit[]> {
  if (auditId !== undefined && !isUuid(auditId)) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.found')
    .selectAll()
    .$if(auditId !== undefined, query => query.where('audit_id', '=', auditId ?? ''))
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    auditId: row.audit_id,
    findingId: row.finding_id,
    standard: row.standard,
    dueOn: parseIsoDay(row.due_on) ?? 0,
  }))
}
