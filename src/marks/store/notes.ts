import { firstDayOf, isoDay, monthOf } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import type { Ended, Note } from '../mark.ts'
import { dayOf, endedOf, type Tables } from './rows.ts'

export async function insertNote(trx: Trx, authority: string, note: Note): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('marks.notes')
    .values({
      authority,
      id: note.id,
      indicator: note.indicator,
      dimension: note.slice.dimension,
      slice: note.slice.name,
      month: isoDay(firstDayOf(note.month)),
      words: note.words,
      made_at: note.madeAt,
      made_by: note.madeBy,
      made_by_name: note.madeByName,
      changed_at: null,
      withdrawn_at: null,
      withdrawn_by: null,
      withdrawn_why: null,
    })
    .execute()
}

export async function updateNote(trx: Trx, note: Note): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('marks.notes')
    .set({
      indicator: note.indicator,
      month: isoDay(firstDayOf(note.month)),
      words: note.words,
      changed_at: note.changedAt,
    })
    .where('id', '=', note.id)
    .execute()
}

export async function endNote(trx: Trx, id: string, { at, byName, why }: Ended): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('marks.notes')
    .set({ withdrawn_at: at, withdrawn_by: byName, withdrawn_why: why })
    .where('id', '=', id)
    .execute()
}

/** Every note that was not withdrawn. */
export async function standingNotes(trx: Trx): Promise<readonly Note[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('marks.notes')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .orderBy('month')
    .orderBy('made_at')
    .execute()
  return rows.map(noteOf)
}

export async function noteById(trx: Trx, id: string): Promise<Note | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('marks.notes')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : noteOf(row)
}

function noteOf(row: Tables['marks.notes']): Note {
  return {
    id: row.id,
    indicator: row.indicator,
    slice: { dimension: row.dimension, name: row.slice },
    month: monthOf(dayOf(row.month)),
    words: row.words,
    madeAt: row.made_at,
    madeBy: row.made_by,
    madeByName: row.made_by_name,
    changedAt: row.changed_at,
    withdrawn: endedOf(row.withdrawn_at, row.withdrawn_by, row.withdrawn_why),
  }
}
