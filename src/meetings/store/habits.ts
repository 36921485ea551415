import { z } from 'zod'
import { isoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import type { StandardItem } from '../agenda.ts'
import type { Recess } from '../clashes.ts'
import type { Habits } from '../dates.ts'
import { itemKinds, type ItemKind } from '../meeting.ts'
import { storedDay } from './values.ts'

type HabitsTable = {
  authority: string
  body_id: string
  agenda_days: number
  papers_days: number
  standard_items: unknown
}
type NoticesTable = {
  authority: string
  id: string
  body_id: string | null
  position: number
  title: string
  words: string
  ended: boolean
}
type RecessesTable = {
  authority: string
  id: string
  title: string
  from_on: string
  until_on: string
}
type Tables = {
  'meetings.habits': HabitsTable
  'meetings.notices': NoticesTable
  'meetings.recesses': RecessesTable
}

/** Words that stand on each agenda of a body, or of every body where it names none. */
export interface Notice {
  readonly id: string
  readonly bodyId: string | null
  readonly position: number
  readonly title: string
  readonly words: string
  readonly ended: boolean
}

export interface HabitsOfBody extends Habits {
  readonly standard: readonly StandardItem[]
}

// as: the keys of an object that is typed by them.
const kinds = Object.keys(itemKinds) as [ItemKind, ...ItemKind[]]
const Standard = z.array(z.object({ title: z.string(), kind: z.enum(kinds), words: z.string() }))

/** Null where the clerk has set nothing for the body. */
export async function habitsOf(trx: Trx, bodyId: string): Promise<HabitsOfBody | null> {
  if (!isUuid(bodyId)) return null
  const row = await trx
    .withTables<Tables>()
    .selectFrom('meetings.habits')
    .selectAll()
    .where('body_id', '=', bodyId)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    agendaDays: row.agenda_days,
    papersDays: row.papers_days,
    standard: Standard.parse(row.standard_items),
  }
}

export async function putHabits(
  trx: Trx,
  authority: string,
  bodyId: string,
  habits: HabitsOfBody,
): Promise<void> {
  const row = {
    agenda_days: habits.agendaDays,
    papers_days: habits.papersDays,
    standard_items: JSON.stringify(habits.standard),
  }
  await trx
    .withTables<Tables>()
    .insertInto('meetings.habits')
    .values({ authority, body_id: bodyId, ...row })
    .onConflict(one => one.columns(['authority', 'body_id']).doUpdateSet(row))
    .execute()
}

/** The notices of one body and those of every body, in their order; ended ones too. */
export async function noticesOf(trx: Trx, bodyId: string | null): Promise<readonly Notice[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('meetings.notices')
    .selectAll()
    .where(one =>
      bodyId === null || !isUuid(bodyId)
        ? one('body_id', 'is', null)
        : one.or([one('body_id', 'is', null), one('body_id', '=', bodyId)]),
    )
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    bodyId: row.body_id,
    position: row.position,
    title: row.title,
    words: row.words,
    ended: row.ended,
  }))
}

export async function putNotice(trx: Trx, authority: string, notice: Notice): Promise<void> {
  const { id, bodyId, ...fields } = notice
  const row = { body_id: bodyId, ...fields }
  await trx
    .withTables<Tables>()
    .insertInto('meetings.notices')
    .values({ authority, id, ...row })
    .onConflict(one => one.columns(['authority', 'id']).doUpdateSet(row))
    .execute()
}

/** Weeks in which the council does not meet, the earliest first. */
export async function allRecesses(trx: Trx): Promise<readonly Recess[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('meetings.recesses')
    .selectAll()
    .orderBy('from_on')
    .execute()
  return rows.map(row => ({
    id: row.id,
    title: row.title,
    fromOn: storedDay(row.from_on),
    untilOn: storedDay(row.until_on),
  }))
}

export async function insertRecess(trx: Trx, authority: string, recess: Recess): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('meetings.recesses')
    .values({
      authority,
      id: recess.id,
      title: recess.title,
      from_on: isoDay(recess.fromOn),
      until_on: isoDay(recess.untilOn),
    })
    .execute()
}

export async function deleteRecess(trx: Trx, id: string): Promise<void> {
  if (!isUuid(id)) return
  await trx.withTables<Tables>().deleteFrom('meetings.recesses').where('id', '=', id).execute()
}
