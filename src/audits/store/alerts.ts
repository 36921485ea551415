import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import type { Alert, AlertReason, Done } from '../alert.ts'
import { type Clock, usualClock } from '../clock.ts'

type AlertsTable = {
  authority: string
  id: string
  audit_id: string
  because: AlertReason
  team: string
  raised_at: Date
  raised_by: string
  raised_name: string
  acknowledge_by: Date
  act_by: Date
  confirm_by: Date
  acknowledged_at: Date | null
  acknowledged_by: string | null
  acknowledged_name: string | null
  acted_at: Date | null
  acted_by: string | null
  acted_name: string | null
  acted_words: string
  confirmed_at: Date | null
  confirmed_by: string | null
  confirmed_name: string | null
  confirmed_words: string
  escalated_at: Date | null
  mailed_at: Date | null
}
type ClocksTable = {
  authority: string
  id: number
  acknowledge_hours: number
  act_days: number
  confirm_days: number
  because: string
  set_at: Date
  set_by: string
}
type Tables = { 'audits.alerts': AlertsTable; 'audits.clocks': ClocksTable }

const alerts = (trx: Trx) => trx.withTables<Tables>().selectFrom('audits.alerts').selectAll()

export async function insertAlert(
  trx: Trx,
  authority: string,
  alert: Pick<
    Alert,
    | 'auditId'
    | 'because'
    | 'team'
    | 'raisedAt'
    | 'raisedBy'
    | 'raisedName'
    | 'acknowledgeBy'
    | 'actBy'
    | 'confirmBy'
  >,
): Promise<string> {
  const id = randomUUID()
  await sql`insert into audits.alerts
    (authority, id, audit_id, because, team, raised_at, raised_by, raised_name,
     acknowledge_by, act_by, confirm_by)
    values (${authority}, ${id}, ${alert.auditId}, ${alert.because}, ${alert.team},
      ${alert.raisedAt}, ${alert.raisedBy}, ${alert.raisedName},
      ${alert.acknowledgeBy}, ${alert.actBy}, ${alert.confirmBy})`.execute(trx)
  return id
}

/** Writes what was done about an alert, when it was mailed and when the director was told. */
export async function updateAlert(trx: Trx, alert: Alert): Promise<void> {
  const { acknowledged, acted, confirmed } = alert
  await trx
    .withTables<Tables>()
    .updateTable('audits.alerts')
    .set({
      because: alert.because,
      acknowledged_at: acknowledged?.at ?? null,
      acknowledged_by: acknowledged?.by ?? null,
      acknowledged_name: acknowledged?.name ?? null,
      acted_at: acted?.at ?? null,
      acted_by: acted?.by ?? null,
      acted_name: acted?.name ?? null,
      acted_words: acted?.words ?? '',
      confirmed_at: confirmed?.at ?? null,
      confirmed_by: confirmed?.by ?? null,
      confirmed_name: confirmed?.name ?? null,
      confirmed_words: confirmed?.words ?? '',
      escalated_at: alert.escalatedAt,
      mailed_at: alert.mailedAt,
    })
    .where('id', '=', alert.id)
    .execute()
}

export async function alertById(trx: Trx, id: string, held = false): Promise<Alert | null> {
  if (!isUuid(id)) return null
  const query = alerts(trx).where('id', '=', id)
  const row = await (held ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? null : alertOf(row)
}

export async function alertOfAudit(trx: Trx, auditId: string): Promise<Alert | null> {
  const row = await alerts(trx).where('audit_id', '=', auditId).executeTakeFirst()
  return row === undefined ? null : alertOf(row)
}

/** Every alert, the newest first; or those that nobody has confirmed. */
export async function allAlerts(trx: Trx, unconfirmed = false): Promise<readonly Alert[]> {
  const query = alerts(trx).orderBy('raised_at', 'desc')
  const rows = await (unconfirmed ? query.where('confirmed_at', 'is', null) : query).execute()
  return rows.map(alertOf)
}

/** How quickly alerts are answered here: what was decided last, or ours. */
export async function clockOf(trx: Trx): Promise<Clock> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('audits.clocks')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return usualClock
  return {
    acknowledgeHours: row.acknowledge_hours,
    actDays: row.act_days,
    confirmDays: row.confirm_days,
  }
}

export async function insertClock(
  trx: Trx,
  authority: string,
  clock: Clock,
  by: { readonly actor: string; readonly at: Date; readonly because: string },
): Promise<void> {
  await sql`insert into audits.clocks
    (authority, acknowledge_hours, act_days, confirm_days, because, set_at, set_by)
    values (${authority}, ${clock.acknowledgeHours}, ${clock.actDays}, ${clock.confirmDays},
      ${by.because}, ${by.at}, ${by.actor})`.execute(trx)
}

const done = (at: Date | null, by: string | null, name: string | null, words = ''): Done | null =>
  at === null ? null : { at, by: by ?? '', name: name ?? '', words }

function alertOf(row: AlertsTable): Alert {
  return {
    id: row.id,
    auditId: row.audit_id,
    because: row.because,
    team: row.team,
    raisedAt: row.raised_at,
    raisedBy: row.raised_by,
    raisedName: row.raised_name,
    acknowledgeBy: row.acknowledge_by,
    actBy: row.act_by,
    confirmBy: row.confirm_by,
    acknowledged: done(row.acknowledged_at, row.acknowledged_by, row.acknowledged_name),
    acted: done(row.acted_at, row.acted_by, row.acted_name, row.acted_words),
    confirmed: done(row.confirmed_at, row.confirmed_by, row.confirmed_name, row.confirmed_words),
    escalatedAt: row.escalated_at,
    mailedAt: row.mailed_at,
  }
}
