import { policy } from '#people'
import { threadReaders } from '#thread'

// Who may do what in this room.

export const seeFindings = policy(
  'findings.see',
  'See what was found and what became of it; a board partner what is shared with their organisation',
  threadReaders,
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
