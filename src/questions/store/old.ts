import { sql } from 'kysely'
import { type Database, NO_LONGER_KEPT, takeAway, type Trx } from '#kit/db/index.ts'

// An accepted question stands in the minutes with who asked it, and is the public record; the rest was
// between them and the council.
const notTaken = sql`state <> 'accepted' and asker <> ${NO_LONGER_KEPT}`

/** How many questions that came before an instant still have an address, or were not taken. */
export async function countOldAskers(trx: Trx, before: Date): Promise<number> {
  const { rows } = await sql<{ many: number }>`select count(*) as many from questions.questions
    where received_at < ${before} and (email <> '' or (${notTaken}))`.execute(trx)
  return Number(rows[0]?.many ?? 0)
}

/** Takes the addresses away, and of questions that were not taken who asked what; that one came stays. */
export const forgetOldAskers = (
  db: Database,
  authority: string,
  before: Date,
  within: (trx: Trx) => Promise<void>,
): Promise<void> =>
  takeAway(
    db,
    authority,
    [
      sql`update questions.questions set email = ''
        where authority = ${authority} and received_at < ${before} and email <> ''`,
      sql`update questions.questions set asker = ${NO_LONGER_KEPT}, capacity = '',
          subject = ${NO_LONGER_KEPT}, words = ${NO_LONGER_KEPT},
          state_words = case when state_words = '' then '' else ${NO_LONGER_KEPT} end,
          answer = case when answer is null then null else ${NO_LONGER_KEPT} end
        where authority = ${authority} and received_at < ${before} and ${notTaken}`,
    ],
    within,
  )
