import { sql } from 'kysely'
import type { Trx } from './database.ts'

/** One thing that was done about something, with what it said before and after. */
export interface Deed {
  readonly at: Date
  readonly actorName: string
  readonly action: string
  readonly words: string
  readonly before: Readonly<Record<string, string>>
  readonly after: Readonly<Record<string, string>>
}

/** A table of what was done about things of one kind. It is only ever added to. */
export interface History {
  readonly add: (
    trx: Trx,
    authority: string,
    id: string,
    actor: string,
    deed: Deed,
  ) => Promise<void>
  /** What was done about a thing, the newest first. */
  readonly of: (trx: Trx, id: string) => Promise<readonly Deed[]>
}

/** @param thing the column that says what it was done about */
export function historyIn(table: `${string}.${string}`, thing: string): History {
  return {
    add: async (trx, authority, id, actor, { at, actorName, action, words, before, after }) => {
      await sql`insert into ${sql.table(table)}
        (authority, ${sql.ref(thing)}, at, actor, actor_name, action, words, before, after)
        values (${authority}, ${id}, ${at}, ${actor}, ${actorName}, ${action}, ${words},
          ${JSON.stringify(before)}::jsonb, ${JSON.stringify(after)}::jsonb)`.execute(trx)
    },
    of: async (trx, id) => {
      const { rows } = await sql<Deed>`
        select at, actor_name as "actorName", action, words, before, after
        from ${sql.table(table)} where ${sql.ref(thing)} = ${id} order by id desc`.execute(trx)
      return rows
    },
  }
}
