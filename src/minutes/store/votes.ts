import type { Trx } from '#kit/db/index.ts'
import type { Vote } from '../votes.ts'

type VotesTable = {
  authority: string
  paragraph_id: string
  motion: string
  proposer: string
  seconder: string
  named: boolean
  votes_for: number
  votes_against: number
  abstained: number
  ballots: unknown
}
type Tables = { 'minutes.votes': VotesTable }

/** Writes a vote down; the last word about a vote holds. */
export async function putVote(trx: Trx, authority: string, vote: Vote): Promise<void> {
  const row = {
    motion: vote.motion,
    proposer: vote.proposer,
    seconder: vote.seconder,
    named: vote.named,
    votes_for: vote.votesFor,
    votes_against: vote.votesAgainst,
    abstained: vote.abstained,
    ballots: JSON.stringify(vote.ballots),
  }
  await trx
    .withTables<Tables>()
    .insertInto('minutes.votes')
    .values({ authority, paragraph_id: vote.paragraphId, ...row })
    .onConflict(one => one.columns(['authority', 'paragraph_id']).doUpdateSet(row))
    .execute()
}

export async function votesOf(
  trx: Trx,
  paragraphIds: readonly string[],
): Promise<ReadonlyMap<string, Vote>> {
  if (paragraphIds.length === 0) return new Map()
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('minutes.votes')
    .selectAll()
    .where('paragraph_id', 'in', [...paragraphIds])
    .execute()
  return new Map(
    rows.map(row => [
      row.paragraph_id,
      {
        paragraphId: row.paragraph_id,
        motion: row.motion,
        proposer: row.proposer,
        seconder: row.seconder,
        named: row.named,
        votesFor: row.votes_for,
        votesAgainst: row.votes_against,
        abstained: row.abstained,
        // as: written by `putVote` and by nothing else.
        ballots: row.ballots as Vote['ballots'],
      },
    ]),
  )
}
