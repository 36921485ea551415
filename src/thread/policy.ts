import { policy, type Role } from '#people'

// Who may do what in this room.

/** Who sees the whole way from what was found to what changed. */
export const threadReaders: readonly Role[] = [
  'administrator',
  'director',
  'leadership',
  'quality-lead',
  'auditor',
  'team-manager',
  'analyst',
  'plan-owner',
  'clerk',
  'adviser',
  // Partners see what is shared with their organisation; each room leaves the rest out.
  'board-partner',
]

export const seeThread = policy(
  'thread.see',
  'See what belongs to what, and where the thread is broken',
  threadReaders,
)

export const threadPolicies = [seeThread]
