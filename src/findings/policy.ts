import { policy, type Role } from '#people'

// Who may do what in this room.

const readers: readonly Role[] = [
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
  'board-partner',
]

export const seeFindings = policy(
  'findings.see',
  'See what was found and what became of it; a board partner what is shared with their organisation',
  readers,
)

export const bringFindings = policy('findings.bring', 'Bring a finding, or a table of findings', [
  'administrator',
  'director',
  'leadership',
  'quality-lead',
  'auditor',
  'analyst',
  'plan-owner',
  'clerk',
])

export const decideFindings = policy(
  'findings.decide',
  'Triage, change, merge, decline, verify and close findings',
  ['director', 'leadership', 'quality-lead', 'plan-owner'],
)

export const findingsPolicies = [seeFindings, bringFindings, decideFindings]
