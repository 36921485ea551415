import { hasRole, permits, policy, type Role, type Viewer } from '#people'
import { mayRead, threadReaders } from '#thread'
import type { Commitment } from './commitment.ts'
import type { Step } from './steps.ts'

// Who may do what in this room.

const keepers: readonly Role[] = ['clerk', 'director', 'leadership', 'quality-lead', 'plan-owner']

export const seeCommitments = policy(
  'commitments.see',
  'See what meetings asked for and what became of it; a board partner what is shared with their organisation',
  [...threadReaders, 'practitioner', 'member', 'co-optee'],
)

export const keepCommitments = policy(
  'commitments.keep',
  'Raise commitments, change them, join concerns, withdraw, and keep workplans',
  keepers,
)

export const checkCommitments = policy(
  'commitments.check',
  'Verify that something was done, and check assurances, where somebody else owns it',
  [...keepers, 'auditor'],
)

export const answerCommitments = policy(
  'commitments.answer',
  'Respond, answer, say that it is done, or put it off with a reason; a board partner for what their organisation owns',
  [...keepers, 'auditor', 'analyst', 'team-manager', 'member', 'board-partner'],
)

export const commitmentsPolicies = [
  seeCommitments,
  keepCommitments,
  checkCommitments,
  answerCommitments,
]

/** Whether a viewer may see a commitment: a partner what is shared with, or owned by, their organisation. */
export const mayReadCommitment = (
  viewer: Viewer,
  { sharedWith, owner }: Pick<Commitment, 'sharedWith' | 'owner'>,
): boolean => mayRead(viewer, owner === null ? sharedWith : [...sharedWith, owner])

/**
 * Whether a viewer may answer for a commitment. Who keeps commitments answers for anybody; others for
 * what is theirs: their own name, their organisation or their team.
 */
export function mayAnswer(viewer: Viewer, { ownerId, owner, toPosts }: Answering): boolean {
  if (keepers.some(role => hasRole(viewer, role))) return true
  if (ownerId !== null) return ownerId === viewer.id
  const plain = (name: string) => name.trim().toLowerCase()
  const mine = new Set([viewer.name, ...viewer.teams].map(plain))
  return [owner ?? '', ...toPosts].some(each => mine.has(plain(each)))
}
type Answering = Pick<Commitment, 'ownerId' | 'owner' | 'toPosts'>

/** Which policy stands before each step; who answers may answer for what is theirs. */
export function mayTake(viewer: Viewer, step: Step, one: Commitment): boolean {
  switch (step) {
    case 'respond':
    case 'answer':
    case 'done':
    case 'defer':
      return permits(answerCommitments, viewer) && mayAnswer(viewer, one)
    case 'verify':
    case 'check':
      return permits(checkCommitments, viewer)
    case 'receive':
    case 'withdraw':
    case 'reopen':
      return permits(keepCommitments, viewer)
  }
}
