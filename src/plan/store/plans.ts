import { sql } from 'kysely'
import { type Day, isoDay, parseIsoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import type { Delivery, Line, LineKind, Plan } from '../line.ts'
import type { FundingLine, Version } from '../version.ts'

type PlansTable = {
  authority: string
  id: string
  title: string
  from_plan: string | null
  cycle_weeks: number
  first_update_on: string
  headline_pence: number | null
  headline_words: string | null
  resource_words: string | null
  made_at: Date
}

type LinesTable = {
  authority: string
  id: string
  plan_id: string
  parent_id: string | null
  position: number
  kind: LineKind
  title: string
  difference: string
  owner_id: string | null
  owner: string | null
  organisation: string | null
  partners: string[]
  starts_on: string | null
  due_on: string | null
  delivery: Delivery
  delivery_reason: string
  forecast_on: string | null
  shared_with: string[]
  made_on: string
  evidence: string | null
  closed_on: string | null
  closed_by: string | null
  closed_by_name: string | null
  carried_from: string | null
  carried_reason: string | null
  carried_to: string | null
}

type FundingTable = {
  authority: string
  id: string
  plan_id: string
  title: string
  words: string
  pence: number
  position: number
}

type Tables = {
  'plan.plans': PlansTable
  'plan.lines': LinesTable
  'plan.funding': FundingTable
}

const day = (text: string | null): Day | null => (text === null ? null : parseIsoDay(text))
const iso = (value: Day | null): string | null => (value === null ? null : isoDay(value))

export async function insertPlan(trx: Trx, authority: string, plan: Plan, at: Date): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('plan.plans')
    .values({ authority, id: plan.id, made_at: at, from_plan: plan.fromPlan, ...planRow(plan) })
    .execute()
}

export async function updatePlan(trx: Trx, plan: Plan): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('plan.plans')
    .set(planRow(plan))
    .where('id', '=', plan.id)
    .execute()
}

const planRow = (plan: Plan) => ({
  title: plan.title,
  cycle_weeks: plan.cycleWeeks,
  first_update_on: isoDay(plan.firstUpdateOn),
  headline_pence: plan.headlinePence,
  headline_words: plan.headlineWords,
  resource_words: plan.resourceWords,
})

/** Every plan, the newest first. */
export async function allPlans(trx: Trx): Promise<readonly Plan[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('plan.plans')
    .selectAll()
    .orderBy('made_at', 'desc')
    .orderBy('title')
    .execute()
  return rows.map(planOf)
}

/** One plan, held against other changes until the transaction ends where it is to be changed. */
export async function planById(trx: Trx, id: string, held = false): Promise<Plan | null> {
  const query = trx.withTables<Tables>().selectFrom('plan.plans').selectAll().where('id', '=', id)
  const row = await (held ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? null : planOf(row)
}

const planOf = (row: PlansTable): Plan => ({
  id: row.id,
  title: row.title,
  fromPlan: row.from_plan,
  cycleWeeks: row.cycle_weeks,
  firstUpdateOn: parseIsoDay(row.first_update_on) ?? 0,
  headlinePence: row.headline_pence,
  headlineWords: row.headline_words,
  resourceWords: row.resource_words,
})

export async function insertLine(trx: Trx, authority: string, line: Line): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('plan.lines')
    .values({ authority, id: line.id, plan_id: line.planId, ...lineRow(line) })
    .execute()
}

export async function updateLine(trx: Trx, line: Line): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('plan.lines')
    .set(lineRow(line))
    .where('id', '=', line.id)
    .execute()
}

const lineRow = (line: Line) => ({
  parent_id: line.parentId,
  position: line.position,
  kind: line.kind,
  title: line.title,
  difference: line.difference,
  owner_id: line.ownerId,
  owner: line.owner,
  organisation: line.organisation,
  partners: [...line.partners],
  starts_on: iso(line.startsOn),
  due_on: iso(line.dueOn),
  delivery: line.delivery,
  delivery_reason: line.deliveryReason,
  forecast_on: iso(line.forecastOn),
  shared_with: [...line.sharedWith],
  made_on: isoDay(line.madeOn),
  evidence: line.evidence,
  closed_on: iso(line.closedOn),
  closed_by: line.closedBy,
  closed_by_name: line.closedByName,
  carried_from: line.carriedFrom,
  carried_reason: line.carriedReason,
  carried_to: line.carriedTo,
})

export async function linesOfPlan(trx: Trx, planId: string): Promise<readonly Line[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('plan.lines')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute()
  return rows.map(lineOf)
}

export async function allLines(trx: Trx): Promise<readonly Line[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('plan.lines')
    .selectAll()
    .orderBy('position')
    .execute()
  return rows.map(lineOf)
}

export async function linesById(trx: Trx, ids: readonly string[]): Promise<readonly Line[]> {
  const wanted = ids.filter(id => /^[0-9a-f-]{36}$/i.test(id))
  if (wanted.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('plan.lines')
    .selectAll()
    .where('id', 'in', wanted)
    .execute()
  return rows.map(lineOf)
}

/** One line, held until the transaction ends where it is to be changed. */
export async function lineById(trx: Trx, id: string, held = false): Promise<Line | null> {
  const query = trx.withTables<Tables>().selectFrom('plan.lines').selectAll().where('id', '=', id)
  const row = await (held ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? null : lineOf(row)
}

const lineOf = (row: LinesTable): Line => ({
  id: row.id,
  planId: row.plan_id,
  parentId: row.parent_id,
  position: row.position,
  kind: row.kind,
  title: row.title,
  difference: row.difference,
  ownerId: row.owner_id,
  owner: row.owner,
  organisation: row.organisation,
  partners: row.partners,
  startsOn: day(row.starts_on),
  dueOn: day(row.due_on),
  delivery: row.delivery,
  deliveryReason: row.delivery_reason,
  forecastOn: day(row.forecast_on),
  sharedWith: row.shared_with,
  madeOn: parseIsoDay(row.made_on) ?? 0,
  evidence: row.evidence,
  closedOn: day(row.closed_on),
  closedBy: row.closed_by,
  closedByName: row.closed_by_name,
  carriedFrom: row.carried_from,
  carriedReason: row.carried_reason,
  carriedTo: row.carried_to,
})

export async function fundingOf(trx: Trx, planId: string): Promise<readonly FundingLine[]> {
  return trx
    .withTables<Tables>()
    .selectFrom('plan.funding')
    .select(['id', 'title', 'words', 'pence'])
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute()
}

export async function addFunding(
  trx: Trx,
  authority: string,
  planId: string,
  line: FundingLine,
): Promise<void> {
  await sql`insert into plan.funding (authority, id, plan_id, title, words, pence, position)
    select ${authority}, ${line.id}::uuid, ${planId}::uuid, ${line.title}, ${line.words},
      ${line.pence}::bigint, coalesce(max(position), 0) + 1
    from plan.funding where plan_id = ${planId}::uuid`.execute(trx)
}

export async function removeFunding(trx: Trx, planId: string, id: string): Promise<boolean> {
  const gone = await trx
    .withTables<Tables>()
    .deleteFrom('plan.funding')
    .where('id', '=', id)
    .where('plan_id', '=', planId)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

export async function addVersion(
  trx: Trx,
  authority: string,
  planId: string,
  version: Omit<Version, 'number'> & { readonly madeBy: string },
): Promise<number> {
  const { rows } = await sql<{ number: number }>`insert into plan.versions
    (authority, plan_id, number, kind, made_at, made_by, made_by_name, decided_on, decided_by,
     meeting, consulted, delegation, reason, snapshot, hash)
    select ${authority}, ${planId}::uuid, coalesce(max(number), 0) + 1, ${version.kind},
      ${version.madeAt}::timestamptz, ${version.madeBy}, ${version.madeByName},
      ${isoDay(version.decidedOn)}::date, ${version.decidedBy}, ${version.meeting},
      ${version.consulted}, ${version.delegation}, ${version.reason},
      ${JSON.stringify(version.snapshot)}::jsonb, ${version.hash}
    from plan.versions where plan_id = ${planId}::uuid
    returning number`.execute(trx)
  return rows[0]?.number ?? 0
}

type VersionRow = Omit<Version, 'decidedOn'> & { readonly decidedOn: string }

/** Every version of a plan, the newest first. */
export async function versionsOf(trx: Trx, planId: string): Promise<readonly Version[]> {
  const { rows } = await sql<VersionRow>`
    select number, kind, made_at as "madeAt", made_by_name as "madeByName",
      decided_on as "decidedOn", decided_by as "decidedBy", meeting, consulted, delegation, reason,
      snapshot, hash
    from plan.versions where plan_id = ${planId} order by number desc`.execute(trx)
  return rows.map(row => ({ ...row, decidedOn: parseIsoDay(row.decidedOn) ?? 0 }))
}
