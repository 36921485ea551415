import { sql } from 'kysely'
import type { Trx } from '#kit/db/index.ts'
import type { Choice, Issue, IssueCounts } from '../issue/contents.ts'
import type { Tables } from './tables.ts'

/** Figures that somebody has chosen and somebody else has yet to approve. */
export interface Proposal {
  readonly id: string
  readonly title: string
  readonly choice: Choice
  readonly corrects: number | null
  readonly reason: string
  readonly preparedBy: string
  readonly preparedByName: string
  readonly preparedAt: Date
  readonly state: 'waiting' | 'published' | 'dropped'
}

export type NewProposal = Omit<Proposal, 'preparedAt' | 'state'>

/** Waits until nobody else publishes for this authority; held until the transaction ends. */
export async function takePublishingTurn(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(
    hashtext('supply.issues'), hashtext(current_setting('sightline.authority')))`.execute(trx)
}

export async function insertProposal(
  trx: Trx,
  authority: string,
  proposal: NewProposal,
  at: Date,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('supply.proposals')
    .values({
      authority,
      id: proposal.id,
      title: proposal.title,
      choice: proposal.choice,
      corrects: proposal.corrects,
      reason: proposal.reason,
      prepared_by: proposal.preparedBy,
      prepared_by_name: proposal.preparedByName,
      prepared_at: at,
      state: 'waiting',
    })
    .execute()
}

export async function proposalById(trx: Trx, id: string): Promise<Proposal | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('supply.proposals')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : toProposal(row)
}

export async function waitingProposals(trx: Trx): Promise<readonly Proposal[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('supply.proposals')
    .selectAll()
    .where('state', '=', 'waiting')
    .orderBy('prepared_at')
    .orderBy('id')
    .execute()
  return rows.map(toProposal)
}

/** @returns whether it was waiting until now */
export async function endProposal(
  trx: Trx,
  id: string,
  end: { readonly state: 'published' | 'dropped'; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .withTables<Tables>()
    .updateTable('supply.proposals')
    .set({ state: end.state, ended_by_name: end.by, ended_at: end.at })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return Number(numUpdatedRows) > 0
}

/** Freezes an issue and gives it the next number. Only in one's turn. */
export async function insertIssue(
  trx: Trx,
  authority: string,
  issue: Omit<Issue, 'number'>,
  counts: IssueCounts,
): Promise<number> {
  const db = trx.withTables<Tables>()
  const last = await db
    .selectFrom('supply.issues')
    .select(each => each.fn.max('number').as('number'))
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  await db
    .insertInto('supply.issues')
    .values({
      authority,
      number,
      title: issue.title,
      corrects: issue.corrects,
      reason: issue.reason,
      prepared_by_name: issue.preparedBy,
      approved_by_name: issue.approvedBy,
      published_at: issue.publishedAt,
      contents: issue.contents,
      counts,
    })
    .execute()
  return number
}

// The numbers behind an issue are read by `countsOfIssues` alone: no page is given them.
const shownColumns = [
  'number',
  'title',
  'corrects',
  'reason',
  'prepared_by_name',
  'approved_by_name',
  'published_at',
  'contents',
] as const

/** What was published, the newest first. */
export async function allIssues(trx: Trx): Promise<readonly Issue[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('supply.issues')
    .select(shownColumns)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(toIssue)
}

export async function issueByNumber(trx: Trx, number: number): Promise<Issue | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('supply.issues')
    .select(shownColumns)
    .where('number', '=', number)
    .executeTakeFirst()
  return row === undefined ? null : toIssue(row)
}

/** What each issue rests on, oldest first, for the next one to be safe beside it. */
export async function countsOfIssues(trx: Trx): Promise<readonly IssueCounts[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('supply.issues')
    .select('counts')
    .orderBy('number')
    .execute()
  return rows.map(({ counts }) => counts)
}

function toIssue(row: Pick<Tables['supply.issues'], (typeof shownColumns)[number]>): Issue {
  return {
    number: row.number,
    title: row.title,
    corrects: row.corrects,
    reason: row.reason,
    preparedBy: row.prepared_by_name,
    approvedBy: row.approved_by_name,
    publishedAt: row.published_at,
    contents: row.contents,
  }
}

function toProposal(row: Tables['supply.proposals']): Proposal {
  return {
    id: row.id,
    title: row.title,
    choice: row.choice,
    corrects: row.corrects,
    reason: row.reason,
    preparedBy: row.prepared_by,
    preparedByName: row.prepared_by_name,
    preparedAt: row.prepared_at,
    state: row.state,
  }
}
