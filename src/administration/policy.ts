import { type Policy, policy } from '#people'

export const seeAdministration: Policy = policy(
  'administration.see',
  'See jobs and their failures, storage, and how the installation is',
  ['administrator'],
)

export const setUp: Policy = policy(
  'administration.set',
  'Set local standards, the council’s name, colour and logo, and its child population',
  ['administrator'],
)

export const doJobsAgain: Policy = policy(
  'administration.jobs',
  'Have a failed job done again, and every figure counted again',
  ['administrator'],
)

export const readTheJournal: Policy = policy(
  'administration.journal',
  'Read the journal of what was done, and have it verified',
  ['administrator', 'director'],
)

export const exportHeld: Policy = policy(
  'administration.held',
  'Export everything that is held about a user',
  ['administrator'],
)

export const administrationPolicies: readonly Policy[] = [
  seeAdministration,
  setUp,
  doJobsAgain,
  readTheJournal,
  exportHeld,
]
