import { sql } from 'kysely'
import { type Day, firstDayOf, isoDay, type Month, monthOf, parseIsoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import type { Role } from '#people'
import type { Exemption, ExemptionKind, Obligation, Withdrawal } from './obligation.ts'

type ObligationsTable = {
  authority: string
  id: string
  person_id: string
  person_name: string
  role: string
  team: string
  tool_key: string
  monthly: number
  from_on: string
  until_on: string | null
  made_at: Date
  made_by: string
}
type ExemptionsTable = {
  authority: string
  id: string
  person_id: string
  person_name: string
  tool_key: string
  kind: ExemptionKind
  reason: string
  from_on: string
  until_on: string
  approved_by_id: string
  approved_by: string
  made_at: Date
  withdrawn_on: string | null
  withdrawal_id: string | null
}
type WithdrawalsTable = {
  authority: string
  id: string
  on_day: string
  reason: string
  decided_by: string
  made_at: Date
  made_by: string
}
type RemindersTable = {
  authority: string
  person_id: string
  month: string
  kind: 'soon' | 'late'
  sent_at: Date
}
type Tables = {
  'audits.obligations': ObligationsTable
  'audits.exemptions': ExemptionsTable
  'audits.withdrawals': WithdrawalsTable
  'audits.reminders': RemindersTable
}

/** Who wrote something down, and when. */
interface By {
  readonly actorName: string
  readonly at: Date
}

const dayOf = (text: string): Day => parseIsoDay(text) ?? 0

export async function obligations(trx: Trx): Promise<readonly Obligation[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.obligations')
    .selectAll()
    .orderBy('person_name')
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    personName: row.person_name,
    // as: written by `insertObligations` and by nothing else.
    role: row.role as Role,
    team: row.team,
    toolKey: row.tool_key,
    monthly: row.monthly,
    fromOn: dayOf(row.from_on),
    untilOn: row.until_on === null ? null : dayOf(row.until_on),
  }))
}

export async function insertObligations(
  trx: Trx,
  authority: string,
  all: readonly Obligation[],
  by: By,
): Promise<void> {
  if (all.length === 0) return
  await trx
    .withTables<Tables>()
    .insertInto('audits.obligations')
    .values(
      all.map(each => ({
        authority,
        id: each.id,
        person_id: each.personId,
        person_name: each.personName,
        role: each.role,
        team: each.team,
        tool_key: each.toolKey,
        monthly: each.monthly,
        from_on: isoDay(each.fromOn),
        until_on: each.untilOn === null ? null : isoDay(each.untilOn),
        made_at: by.at,
        made_by: by.actorName,
      })),
    )
    .execute()
}

/** Ends an obligation; gives whether there was one that went on until later. */
export async function endObligation(trx: Trx, id: string, lastDay: Day): Promise<boolean> {
  if (!isUuid(id)) return false
  const result = await sql`update audits.obligations set until_on = ${isoDay(lastDay)}
    where id = ${id} and from_on <= ${isoDay(lastDay)}
      and (until_on is null or until_on > ${isoDay(lastDay)})`.execute(trx)
  return (result.numAffectedRows ?? 0n) > 0n
}

export async function exemptions(trx: Trx): Promise<readonly Exemption[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.exemptions')
    .selectAll()
    .orderBy('from_on', 'desc')
    .orderBy('person_name')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    personName: row.person_name,
    toolKey: row.tool_key,
    kind: row.kind,
    reason: row.reason,
    fromOn: dayOf(row.from_on),
    untilOn: dayOf(row.until_on),
    approvedById: row.approved_by_id,
    approvedBy: row.approved_by,
    withdrawnOn: row.withdrawn_on === null ? null : dayOf(row.withdrawn_on),
  }))
}

/** Writes exemptions down as they were given; taking them back comes after, by `withdraw`. */
export async function insertExemptions(
  trx: Trx,
  authority: string,
  all: readonly Omit<Exemption, 'withdrawnOn'>[],
  at: Date,
): Promise<void> {
  if (all.length === 0) return
  await trx
    .withTables<Tables>()
    .insertInto('audits.exemptions')
    .values(
      all.map(each => ({
        authority,
        id: each.id,
        person_id: each.personId,
        person_name: each.personName,
        tool_key: each.toolKey,
        kind: each.kind,
        reason: each.reason,
        from_on: isoDay(each.fromOn),
        until_on: isoDay(each.untilOn),
        approved_by_id: each.approvedById,
        approved_by: each.approvedBy,
        made_at: at,
        withdrawn_on: null,
        withdrawal_id: null,
      })),
    )
    .execute()
}

/**
 * Takes back every discretionary exemption that would still hold on the day or begin later. Their
 * rows stay, with the day from which they held no longer. Gives how many there were.
 */
export async function withdraw(
  trx: Trx,
  authority: string,
  { id, on, reason, decidedBy }: Withdrawal,
  by: By,
): Promise<number> {
  await trx
    .withTables<Tables>()
    .insertInto('audits.withdrawals')
    .values({
      authority,
      id,
      on_day: isoDay(on),
      reason,
      decided_by: decidedBy,
      made_at: by.at,
      made_by: by.actorName,
    })
    .execute()
  const taken = await sql`update audits.exemptions
    set withdrawn_on = greatest(${isoDay(on)}::date, from_on), withdrawal_id = ${id}
    where kind = 'discretionary' and withdrawn_on is null
      and until_on >= ${isoDay(on)}`.execute(trx)
  return Number(taken.numAffectedRows ?? 0n)
}

export async function withdrawals(trx: Trx): Promise<readonly Withdrawal[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.withdrawals')
    .selectAll()
    .orderBy('on_day')
    .execute()
  return rows.map(row => ({
    id: row.id,
    on: dayOf(row.on_day),
    reason: row.reason,
    decidedBy: row.decided_by,
  }))
}

/** Notes that somebody is written to of a month; gives whether nobody had yet. */
export async function noteReminder(
  trx: Trx,
  authority: string,
  reminder: { readonly personId: string; readonly month: Month; readonly kind: 'soon' | 'late' },
  at: Date,
): Promise<boolean> {
  const result = await sql`insert into audits.reminders (authority, person_id, month, kind, sent_at)
    values (${authority}, ${reminder.personId}, ${isoDay(firstDayOf(reminder.month))},
      ${reminder.kind}, ${at})
    on conflict do nothing`.execute(trx)
  return (result.numAffectedRows ?? 0n) > 0n
}

/** Takes the note back where the letter could not be sent, so that it is tried again. */
export async function forgetReminder(
  trx: Trx,
  reminder: { readonly personId: string; readonly month: Month; readonly kind: 'soon' | 'late' },
): Promise<void> {
  await trx
    .withTables<Tables>()
    .deleteFrom('audits.reminders')
    .where('person_id', '=', reminder.personId)
    .where('month', '=', isoDay(firstDayOf(reminder.month)))
    .where('kind', '=', reminder.kind)
    .execute()
}

/** When somebody was written to, the newest first. */
export async function remindersOf(trx: Trx, personId: string) {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.reminders')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('sent_at', 'desc')
    .execute()
  return rows.map(row => ({
    month: monthOf(dayOf(row.month)),
    kind: row.kind,
    sentAt: row.sent_at,
  }))
}
