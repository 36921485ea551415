import type { Access } from '#bodies'
import { type Changing } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import type { FieldError } from '#kit/html/page.ts'
import { invalid, notFound } from '#kit/http/index.ts'
import { aboutMeeting, type Attendance, attendanceOf, type Item, itemById } from '#meetings'
import { addParagraph, changeParagraph, heldParagraph, note, paragraphThing } from './change.ts'
import type { Paragraph } from './minutes.ts'
import { putVote, votesOf } from './store/index.ts'
import {
  type BallotKind,
  mayVoteOn,
  outcomeOf,
  refusalWords,
  type Vote,
  voteWords,
} from './votes.ts'

/** What a clerk enters of a vote. */
export interface VoteAsked {
  readonly itemId: string | null
  readonly motion: string
  readonly proposer: string
  readonly seconder: string
  /** How each voted, by their line in the attendance; empty where it was counted. */
  readonly ballots: ReadonlyMap<string, BallotKind>
  readonly counted: {
    readonly votesFor: number
    readonly votesAgainst: number
    readonly abstained: number
  }
  readonly after?: string | null
  readonly reason?: string
}

/** Those who were there with whether they may vote on an item, by name. */
export async function votersOf(
  trx: Trx,
  meetingId: string,
  item: Pick<Item, 'education'> | null,
): Promise<
  readonly { readonly one: Attendance; readonly standing: ReturnType<typeof mayVoteOn> }[]
> {
  const access = await accessOf(trx, meetingId)
  return (await attendanceOf(trx, meetingId)).map(one => ({
    one,
    standing: mayVoteOn(one, item, access),
  }))
}

async function accessOf(trx: Trx, meetingId: string): Promise<Access> {
  return (await aboutMeeting(trx, meetingId)).body.access
}

/**
 * Records a vote as a paragraph of its own. A vote by somebody who has none is refused with the rule,
 * and so are more votes than there are people who may vote; nothing is then changed.
 */
export async function recordVote(
  trx: Trx,
  by: Changing,
  meetingId: string,
  asked: VoteAsked,
): Promise<Paragraph> {
  const vote = await voteIn(trx, meetingId, asked)
  const paragraph = await addParagraph(trx, by, meetingId, {
    itemId: asked.itemId,
    kind: 'vote',
    words: wordsOfVote(vote),
    after: asked.after ?? null,
    ...(asked.reason !== undefined && { reason: asked.reason }),
  })
  await putVote(trx, by.authority, { ...vote, paragraphId: paragraph.id })
  await note(trx, by, 'vote.recorded', paragraphThing(paragraph.id), { meeting: meetingId })
  return paragraph
}

/** Corrects a vote that was recorded; its paragraph says the correction. */
export async function correctVote(
  trx: Trx,
  by: Changing,
  paragraphId: string,
  asked: VoteAsked & { readonly version: number },
): Promise<ReturnType<typeof changeParagraph>> {
  const { paragraph } = await heldParagraph(trx, by, paragraphId)
  if ((await votesOf(trx, [paragraphId])).get(paragraphId) === undefined) throw notFound()
  const vote = await voteIn(trx, paragraph.meetingId, { ...asked, itemId: paragraph.itemId })
  const changed = await changeParagraph(trx, by, paragraphId, {
    words: wordsOfVote(vote),
    version: asked.version,
    ...(asked.reason !== undefined && { reason: asked.reason }),
  })
  if (changed.kind === 'written') await putVote(trx, by.authority, { ...vote, paragraphId })
  return changed
}

function wordsOfVote(vote: Vote): string {
  const moved = [
    vote.proposer === '' ? '' : `Proposed by ${vote.proposer}`,
    vote.seconder === '' ? '' : `seconded by ${vote.seconder}`,
  ].filter(each => each !== '')
  const by = moved.length === 0 ? '' : ` ${capital(moved.join(', '))}.`
  return `Motion: ${vote.motion}${/[.!?]$/.test(vote.motion) ? '' : '.'}${by} Vote: ${voteWords(vote)}. ${outcomeOf(vote)}.`
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

async function voteIn(trx: Trx, meetingId: string, asked: VoteAsked): Promise<Vote> {
  const item = asked.itemId === null ? null : await itemById(trx, asked.itemId)
  const voters = await votersOf(trx, meetingId, item)
  const issues: FieldError[] = []
  if (asked.motion.trim() === '')
    issues.push({ field: 'motion', message: 'Enter the motion that was voted on.' })
  const ballots = [...asked.ballots].flatMap(([attendance, vote]) => {
    const voter = voters.find(({ one }) => one.id === attendance)
    if (voter === undefined) return []
    if (!voter.standing.may)
      issues.push({ field: `ballot-${attendance}`, message: refusalWords(voter.standing) })
    return [{ attendance, name: voter.one.name, vote }]
  })
  const named = ballots.length > 0
  const count = (kind: BallotKind) => ballots.filter(({ vote }) => vote === kind).length
  const counts = named
    ? { votesFor: count('for'), votesAgainst: count('against'), abstained: count('abstain') }
    : asked.counted
  const entitled = voters.filter(({ standing }) => standing.may).length
  const cast = counts.votesFor + counts.votesAgainst + counts.abstained
  if (cast === 0)
    issues.push({ field: 'votesFor', message: 'Enter how many voted, or how each of them did.' })
  else if (!named && cast > entitled)
    issues.push({
      field: 'votesFor',
      message:
        `${cast} votes are more than the ${entitled} who were there and may vote on this. ${absentVotes(voters)}`.trim(),
    })
  if (issues.length > 0) throw invalid(issues)
  return {
    paragraphId: '',
    motion: asked.motion.trim(),
    proposer: asked.proposer.trim(),
    seconder: asked.seconder.trim(),
    named,
    ...counts,
    ballots,
  }
}

/** Who was there and has no vote, each with the rule, so that a count that is too high explains itself. */
function absentVotes(voters: Awaited<ReturnType<typeof votersOf>>): string {
  return voters
    .flatMap(({ standing }) =>
      standing.may || standing.law === null ? [] : [refusalWords(standing)],
    )
    .slice(0, 3)
    .join(' ')
}
