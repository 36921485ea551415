import { sql } from 'kysely'
import { type Day, isoDay, parseIsoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import type { Verdict, Voice } from '../impact.ts'
import type { Delivery } from '../line.ts'

// What people say about the lines of a plan. It is only ever added to.

export interface By {
  readonly at: Date
  readonly actor: string
  readonly actorName: string
}

/** One thing that was done to a plan or a line, with what it said before and after. */
export interface PlanEvent {
  readonly at: Date
  readonly actorName: string
  readonly lineId: string | null
  readonly action: string
  readonly words: string
  readonly before: Readonly<Record<string, string>>
  readonly after: Readonly<Record<string, string>>
}

export async function addPlanEvent(
  trx: Trx,
  authority: string,
  planId: string,
  actor: string,
  event: PlanEvent,
): Promise<void> {
  await sql`insert into plan.events
    (authority, plan_id, line_id, at, actor, actor_name, action, words, before, after)
    values (${authority}, ${planId}, ${event.lineId}, ${event.at}, ${actor}, ${event.actorName},
      ${event.action}, ${event.words}, ${JSON.stringify(event.before)}::jsonb,
      ${JSON.stringify(event.after)}::jsonb)`.execute(trx)
}

/** The newest first; of one line where it is named. */
export async function planEvents(
  trx: Trx,
  planId: string,
  lineId: string | null,
  limit = 200,
): Promise<readonly PlanEvent[]> {
  const { rows } = await sql<PlanEvent>`
    select at, actor_name as "actorName", line_id as "lineId", action, words, before, after
    from plan.events
    where plan_id = ${planId} and (${lineId}::uuid is null or line_id = ${lineId}::uuid)
    order by id desc limit ${limit}`.execute(trx)
  return rows
}

export interface Update {
  readonly lineId: string
  readonly writtenOn: Day
  readonly at: Date
  readonly actorName: string
  readonly words: string
  readonly delivery: Delivery
  readonly forecastOn: Day | null
}

export async function addUpdate(
  trx: Trx,
  authority: string,
  by: By,
  update: Pick<Update, 'lineId' | 'writtenOn' | 'words' | 'delivery' | 'forecastOn'>,
): Promise<void> {
  await sql`insert into plan.updates
    (authority, line_id, written_on, at, actor, actor_name, words, delivery, forecast_on)
    values (${authority}, ${update.lineId}, ${isoDay(update.writtenOn)}, ${by.at}, ${by.actor},
      ${by.actorName}, ${update.words}, ${update.delivery},
      ${update.forecastOn === null ? null : isoDay(update.forecastOn)})`.execute(trx)
}

type UpdateRow = Omit<Update, 'writtenOn' | 'forecastOn'> & {
  readonly writtenOn: string
  readonly forecastOn: string | null
}

/** Updates of the lines, the newest first. */
export async function updatesOf(trx: Trx, lineIds: readonly string[]): Promise<readonly Update[]> {
  if (lineIds.length === 0) return []
  const { rows } = await sql<UpdateRow>`
    select line_id as "lineId", written_on as "writtenOn", at, actor_name as "actorName", words,
      delivery, forecast_on as "forecastOn"
    from plan.updates where line_id = any(${[...lineIds]}::uuid[]) order by id desc`.execute(trx)
  return rows.map(row => ({
    ...row,
    writtenOn: parseIsoDay(row.writtenOn) ?? 0,
    forecastOn: row.forecastOn === null ? null : parseIsoDay(row.forecastOn),
  }))
}

export interface KeptVoice extends Voice {
  readonly lineId: string
  readonly actorName: string
}

export async function addVoice(
  trx: Trx,
  authority: string,
  by: By,
  lineId: string,
  voice: Voice,
): Promise<void> {
  await sql`insert into plan.voices
    (authority, line_id, kind, says, heard_on, source, words, at, actor, actor_name)
    values (${authority}, ${lineId}, ${voice.kind}, ${voice.says}, ${isoDay(voice.heardOn)},
      ${voice.source}, ${voice.words}, ${by.at}, ${by.actor}, ${by.actorName})`.execute(trx)
}

type VoiceRow = Omit<KeptVoice, 'heardOn'> & { readonly heardOn: string }

export async function voicesOf(
  trx: Trx,
  lineIds: readonly string[],
): Promise<readonly KeptVoice[]> {
  if (lineIds.length === 0) return []
  const { rows } = await sql<VoiceRow>`
    select line_id as "lineId", kind, says, heard_on as "heardOn", source, words,
      actor_name as "actorName"
    from plan.voices where line_id = any(${[...lineIds]}::uuid[])
    order by heard_on desc, id desc`.execute(trx)
  return rows.map(row => ({ ...row, heardOn: parseIsoDay(row.heardOn) ?? 0 }))
}

/** What somebody holds against a verdict. The verdict stays what the evidence says. */
export interface Dispute {
  readonly lineId: string
  readonly verdict: Verdict
  readonly words: string
  readonly at: Date
  readonly actorName: string
}

export async function addDispute(
  trx: Trx,
  authority: string,
  by: By,
  dispute: Pick<Dispute, 'lineId' | 'verdict' | 'words'>,
): Promise<void> {
  await sql`insert into plan.disputes (authority, line_id, verdict, words, at, actor, actor_name)
    values (${authority}, ${dispute.lineId}, ${dispute.verdict}, ${dispute.words}, ${by.at},
      ${by.actor}, ${by.actorName})`.execute(trx)
}

export async function disputesOf(
  trx: Trx,
  lineIds: readonly string[],
): Promise<readonly Dispute[]> {
  if (lineIds.length === 0) return []
  const { rows } = await sql<Dispute>`
    select line_id as "lineId", verdict, words, at, actor_name as "actorName"
    from plan.disputes where line_id = any(${[...lineIds]}::uuid[]) order by id desc`.execute(trx)
  return rows
}
