import { sql } from 'kysely'
import { isoDay, parseIsoDay, type Day } from '#calendar'
import type { Dimension } from '#indicators'
import { historyIn, type Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import type { Finding, NewFinding, Severity, SourceKind, State } from '../finding.ts'
import { isTheme } from '../themes.ts'

type FindingsTable = {
  authority: string
  id: string
  number: number
  source_kind: SourceKind
  source: string
  words: string
  theme: string
  found_on: string
  severity: Severity
  cohort_indicator: string | null
  cohort_dimension: Dimension | null
  cohort_part: string | null
  cohort_words: string | null
  state: State
  owner_id: string | null
  owner: string | null
  shared_with: string[]
  hidden_from: string[]
  merged_into: string | null
  verified_on: string | null
  verified_words: string | null
  verified_by: string | null
  ended_on: string | null
  ended_words: string | null
  received_at: Date
}

type Tables = {
  'findings.findings': FindingsTable
}

const day = (text: string | null): Day | null => (text === null ? null : parseIsoDay(text))
const iso = (value: Day | null): string | null => (value === null ? null : isoDay(value))

/** What a finding says, in the columns that stand from the first day on. */
const saidOf = (finding: NewFinding) => ({
  source_kind: finding.sourceKind,
  source: finding.source,
  words: finding.words,
  theme: finding.theme,
  found_on: isoDay(finding.foundOn),
  severity: finding.severity,
  cohort_indicator: finding.cohort.indicator,
  cohort_dimension: finding.cohort.dimension,
  cohort_part: finding.cohort.part,
  cohort_words: finding.cohort.words,
})

/** Puts a new finding into the inbox and gives it the next number. */
export async function insertFinding(
  trx: Trx,
  authority: string,
  finding: NewFinding & { readonly id: string },
  at: Date,
): Promise<number> {
  await sql`select pg_advisory_xact_lock(
    hashtext('findings.number'), hashtext(current_setting('sightline.authority')))`.execute(trx)
  const db = trx.withTables<Tables>()
  const last = await db
    .selectFrom('findings.findings')
    .select(each => each.fn.max('number').as('number'))
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  await db
    .insertInto('findings.findings')
    .values({
      authority,
      id: finding.id,
      number,
      ...saidOf(finding),
      state: 'new',
      owner_id: null,
      owner: null,
      shared_with: [...finding.sharedWith],
      hidden_from: [],
      merged_into: null,
      verified_on: null,
      verified_words: null,
      verified_by: null,
      ended_on: null,
      ended_words: null,
      received_at: at,
    })
    .execute()
  return number
}

/** Writes a finding over what was there. What was there is in its events. */
export async function updateFinding(trx: Trx, finding: Finding): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('findings.findings')
    .set({
      ...saidOf(finding),
      state: finding.state,
      owner_id: finding.ownerId,
      owner: finding.owner,
      shared_with: [...finding.sharedWith],
      merged_into: finding.mergedInto,
      verified_on: iso(finding.verifiedOn),
      verified_words: finding.verifiedWords,
      verified_by: finding.verifiedBy,
      ended_on: iso(finding.endedOn),
      ended_words: finding.endedWords,
    })
    .where('id', '=', finding.id)
    .execute()
}

/** Keeps findings from somebody for now, or no longer. */
export async function hideFindings(
  trx: Trx,
  ids: readonly string[],
  personId: string,
  isHidden: boolean,
): Promise<void> {
  const wanted = ids.filter(id => isUuid(id))
  if (wanted.length === 0) return
  await sql`update findings.findings
    set hidden_from = array_remove(hidden_from, ${personId}) || ${isHidden ? [personId] : []}::text[]
    where id = any(${wanted}::uuid[])`.execute(trx)
}

/** Every finding of the council, the newest number first. */
export async function allFindings(trx: Trx): Promise<readonly Finding[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('findings.findings')
    .selectAll()
    .orderBy('number', 'desc')
    .execute()
  return rows.map(findingOf)
}

export async function findingsById(trx: Trx, ids: readonly string[]): Promise<readonly Finding[]> {
  const wanted = ids.filter(id => isUuid(id))
  if (wanted.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('findings.findings')
    .selectAll()
    .where('id', 'in', wanted)
    .execute()
  return rows.map(findingOf)
}

/** One finding, held until the transaction ends where it is to be changed. */
export async function findingById(trx: Trx, id: string, held = false): Promise<Finding | null> {
  if (!isUuid(id)) return null
  const query = trx
    .withTables<Tables>()
    .selectFrom('findings.findings')
    .selectAll()
    .where('id', '=', id)
  const row = await (held ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? null : findingOf(row)
}

const history = historyIn('findings.events', 'finding_id')
export const addEvent = history.add
export const eventsOf = history.of

function findingOf(row: FindingsTable): Finding {
  return {
    id: row.id,
    number: row.number,
    sourceKind: row.source_kind,
    source: row.source,
    words: row.words,
    theme: isTheme(row.theme) ? row.theme : 'other',
    foundOn: parseIsoDay(row.found_on) ?? 0,
    severity: row.severity,
    cohort: {
      indicator: row.cohort_indicator,
      dimension: row.cohort_dimension,
      part: row.cohort_part,
      words: row.cohort_words,
    },
    state: row.state,
    ownerId: row.owner_id,
    owner: row.owner,
    sharedWith: row.shared_with,
    hiddenFrom: row.hidden_from,
    mergedInto: row.merged_into,
    verifiedOn: day(row.verified_on),
    verifiedWords: row.verified_words,
    verifiedBy: row.verified_by,
    endedOn: day(row.ended_on),
    endedWords: row.ended_words,
  }
}
