import { meetingReaders } from '#meetings'
import { policy } from '#people'

// Who may do what in this room.

export const seeDecisions = policy(
  'decisions.see',
  'See decisions and notices that are published',
  meetingReaders,
)

export const keepDecisions = policy(
  'decisions.keep',
  'Write notices and decisions down, publish them, and note call-ins and the use of delegations',
  ['clerk', 'administrator'],
)

/** Decisions before they are published. */
export const draftDecisions = policy(
  'decisions.drafts',
  'See decisions and notices before they are published, and write down an officer’s own decision',
  ['clerk', 'administrator', 'director', 'leadership', 'plan-owner'],
)

export const decisionsPolicies = [seeDecisions, keepDecisions, draftDecisions]
