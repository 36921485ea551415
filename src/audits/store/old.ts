import { type RawBuilder, sql } from 'kysely'
import { type Database, NO_LONGER_KEPT, takeAway, type Trx } from '#kit/db/index.ts'

/** What holds of everything here: how much of it there is, and how it is taken away with a line of a log. */
interface Old {
  /** How many audits, samples or records have been over since before an instant. */
  count(trx: Trx, before: Date): Promise<number>
  /** Takes them away for good; calls `within` in the same transaction where there was anything. */
  forget(
    db: Database,
    authority: string,
    before: Date,
    at: Date,
    within: (trx: Trx) => Promise<void>,
  ): Promise<void>
}

type Statement = RawBuilder<unknown>

/**
 * Words of audits, names and references to children in them, and the children of samples. What was
 * graded how, by which tool, in which team, on which day and by whom stays: it is counted, and whether
 * a grade counts hangs on who gave it.
 */
export const oldAudits: Old = {
  async count(trx, before) {
    const { rows } = await sql<{ many: number }>`select
      (select count(*) from audits.audits where blanked_at is null and ${heldBefore(before)})
      + (select count(*) from audits.samples s where drawn_at < ${before} and exists (
        select 1 from audits.sampled c where c.authority = s.authority and c.sample_id = s.id)) as many`.execute(
      trx,
    )
    return Number(rows[0]?.many ?? 0)
  },
  forget: (db, authority, before, at, within) =>
    takeAway(
      db,
      authority,
      [
        sql`update audits.audits set blanked_at = ${at}
          where authority = ${authority} and blanked_at is null and ${heldBefore(before)}`,
        ...blankAudits(authority, at),
        sql`delete from audits.sampled c using audits.samples s
          where c.authority = ${authority} and s.authority = ${authority} and s.id = c.sample_id
            and s.drawn_at < ${before}`,
      ],
      within,
    ),
}

/** What auditors owed, were excused from and reminded of, and who read which briefing. */
export const oldAuditors: Old = {
  async count(trx, before) {
    const { rows } = await sql<{ many: number }>`select
      (select count(*) from audits.obligations where until_on < ${dayOf(before)})
      + (select count(*) from audits.exemptions where until_on < ${dayOf(before)})
      + (select count(*) from audits.reminders where sent_at < ${before})
      + (select count(*) from audits.briefing_readings
        where at < ${before} and person_id not like ${`${GONE}%`}) as many`.execute(trx)
    return Number(rows[0]?.many ?? 0)
  },
  forget: (db, authority, before, _at, within) =>
    takeAway(
      db,
      authority,
      [
        sql`delete from audits.obligations
          where authority = ${authority} and until_on < ${dayOf(before)}`,
        sql`delete from audits.exemptions
          where authority = ${authority} and until_on < ${dayOf(before)}`,
        sql`delete from audits.reminders where authority = ${authority} and sent_at < ${before}`,
        // How many read is counted on; who they were is not.
        sql`update audits.briefing_readings set person_id = ${GONE} || gen_random_uuid()
          where authority = ${authority} and at < ${before} and person_id not like ${`${GONE}%`}`,
      ],
      within,
    ),
}

/** Before what stands for nobody any more: each row its own, for some are told apart by it. */
const GONE = 'gone:'

const heldBefore = (before: Date) => sql`audited_on < ${dayOf(before)}`
const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)

/** A text that was written becomes a sentence; one that was empty stays so. */
const blanked = (column: string) =>
  sql`case when ${sql.ref(column)} = '' then '' else ${NO_LONGER_KEPT} end`
const eachBlanked = (part: string) => sql`(
  select coalesce(jsonb_object_agg(key, ${NO_LONGER_KEPT}::text), '{}')
  from jsonb_each(coalesce(a.answers -> ${part}, '{}')))`

/** The audits that were marked at an instant, and everything that hangs on them. */
function blankAudits(authority: string, at: Date): readonly Statement[] {
  const ofThem = sql`authority = ${authority} and audit_id in (
    select id from audits.audits where authority = ${authority} and blanked_at = ${at})`
  return [
    sql`update audits.audits a set child_ref = null, foreign_key = null, worker = '',
        answers = answers || jsonb_build_object('evidence', ${eachBlanked('evidence')},
          'notApplicable', ${eachBlanked('notApplicable')}, 'safeWords', ''),
        override_words = ${blanked('override_words')}, own_words = ${blanked('own_words')},
        learning = ${blanked('learning')}, young_words = '',
        voices = (select coalesce(jsonb_agg(voice || jsonb_build_object(
            'words', case when voice ->> 'words' = '' then '' else ${NO_LONGER_KEPT}::text end,
            'because', case when voice ->> 'because' = '' then '' else ${NO_LONGER_KEPT}::text end)
          order by nth), '[]')
          from jsonb_array_elements(a.voices) with ordinality as said (voice, nth))
      where authority = ${authority} and blanked_at = ${at}`,
    sql`delete from audits.saves where ${ofThem}`,
    sql`delete from audits.language_notes where ${ofThem}`,
    sql`delete from audits.invited where ${ofThem}`,
    sql`update audits.alerts set raised_by = '', raised_name = ${NO_LONGER_KEPT},
        acknowledged_by = null, acknowledged_name = null, acted_by = null, acted_name = null,
        confirmed_by = null, confirmed_name = null, acted_words = ${blanked('acted_words')},
        confirmed_words = ${blanked('confirmed_words')} where ${ofThem}`,
    sql`update audits.moderations set by_id = '', by_name = ${NO_LONGER_KEPT},
        reason = ${NO_LONGER_KEPT} where ${ofThem}`,
    sql`update audits.disputes set raised_by = '', raised_name = ${NO_LONGER_KEPT},
        words = ${NO_LONGER_KEPT}, decided_by = null, decided_name = null,
        decided_words = ${blanked('decided_words')} where ${ofThem}`,
    sql`update audits.outside_grades set by_words = ${NO_LONGER_KEPT}, noted_by = ''
      where ${ofThem}`,
  ]
}
