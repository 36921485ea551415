import type { Day } from '#calendar'
import type { Database } from '#kit/db/index.ts'
import { KEEP_OPENINGS_DAYS, KEEP_VIEWS_DAYS } from './looking.ts'
import { forgetBefore } from './store/index.ts'

/** Deletes, of all councils, what is kept no longer: once a day is enough. */
export async function forgetLooking(db: Database, today: Day): Promise<void> {
  await forgetBefore(db, today - KEEP_VIEWS_DAYS, today - KEEP_OPENINGS_DAYS)
}
