import { type Access, mayVote as seatMayVote } from '#bodies'
import { citeLaw, type Law } from '#calendar'
import { type Attendance, type Item, isThere } from '#meetings'

export const ballots = { for: 'For', against: 'Against', abstain: 'Abstained' } as const
export type BallotKind = keyof typeof ballots

export interface Ballot {
  /** Whose line in the attendance it is. */
  readonly attendance: string
  readonly name: string
  readonly vote: BallotKind
}

/** The vote that a paragraph records. */
export interface Vote {
  readonly paragraphId: string
  readonly motion: string
  readonly proposer: string
  readonly seconder: string
  /** Named where it is known who voted how; counted where only the numbers are. */
  readonly named: boolean
  readonly votesFor: number
  readonly votesAgainst: number
  readonly abstained: number
  readonly ballots: readonly Ballot[]
}

/** Church and parent governor representatives vote on education, and on nothing else. */
export const educationVotes: Law = {
  document: 'Parent Governor Representatives (England) Regulations 2001',
  paragraph: 'on the voting rights of representatives',
  reading: {
    kind: 'unverified',
    because: 'the regulations were not read; a council’s constitution that applies them was',
  },
}

/** Others who are co-opted have no vote unless a scheme of the council gives them one. */
export const coopteeVotes: Law = {
  document: 'Local Government Act 2000',
  paragraph: 'section 9FA',
  reading: { kind: 'unverified', because: 'the section was not read' },
}

/** Who takes part in a meeting of a council or its committees from afar is not present in law. */
export const inTheRoom: Law = {
  document: 'Local Government Act 1972',
  paragraph: 'Schedule 12, as the High Court read it in [2021] EWHC 1093 (Admin)',
  reading: {
    kind: 'read',
    on: '22 November 2026',
    at: 'https://www.travismorley.com, which quotes paragraph 89 of the judgment',
  },
}

export type Standing =
  | { readonly may: true }
  | { readonly may: false; readonly because: string; readonly law: Law | null }

/**
 * Whether somebody who is down in the attendance may vote on an item, and if not, why.
 * @param item null where the vote belongs to no item: then it is not on education
 * @param access under which law the body meets
 */
export function mayVoteOn(
  one: Pick<Attendance, 'name' | 'how' | 'seat' | 'votes'>,
  item: Pick<Item, 'education'> | null,
  access: Access,
): Standing {
  if (!isThere(one)) return no(`${one.name} was not there.`, null)
  if (one.seat === 'none' || one.how === 'in attendance')
    return no(`${one.name} attended without being a member.`, null)
  if (one.how === 'virtual' && access === 'council')
    return no(`${one.name} took part online.`, inTheRoom)
  const education = item?.education ?? false
  if (seatMayVote({ kind: one.seat, votes: one.votes }, { education })) return { may: true }
  if (one.votes === 'education')
    return no(
      `${one.name} votes on education only, and this item is not marked as one on education.`,
      educationVotes,
    )
  return no(`${one.name} is ${seatWords[one.seat]} and has no vote.`, coopteeVotes)
}

const no = (because: string, law: Law | null): Standing => ({ may: false, because, law })

const seatWords = {
  chair: 'in the chair',
  'vice-chair': 'the vice-chair',
  member: 'a member',
  'statutory co-optee': 'a statutory co-opted member',
  'co-optee': 'a co-opted member',
  observer: 'an observer',
} as const

/** A refusal with the rule that it rests on, in one line. */
export const refusalWords = ({ because, law }: { because: string; law: Law | null }): string =>
  law === null ? because : `${because} The rule: ${citeLaw(law)}.`

/** 'For 6 (…), against 2 (…), abstained 1 (…)', with the names where they are known. */
export function voteWords(vote: Vote): string {
  const part = (words: string, count: number, kind: BallotKind) => {
    const names = vote.ballots.filter(each => each.vote === kind).map(each => each.name)
    return `${words} ${count}${names.length === 0 ? '' : ` (${names.join(', ')})`}`
  }
  return [
    part('For', vote.votesFor, 'for'),
    part('against', vote.votesAgainst, 'against'),
    part('abstained', vote.abstained, 'abstain'),
  ].join(', ')
}

/** What the numbers alone say. With equal votes it is for the chair, so nothing is said. */
export function outcomeOf({ votesFor, votesAgainst }: Vote): 'Carried' | 'Lost' | 'Equal votes' {
  if (votesFor === votesAgainst) return 'Equal votes'
  return votesFor > votesAgainst ? 'Carried' : 'Lost'
}
