import { policy } from '#people'

// Who may do what in this room.

export const seeData = policy('extracts.see', 'See what has been loaded, and what was refused', [
  'administrator',
  'director',
  'leadership',
  'quality-lead',
  'auditor',
  'team-manager',
  'analyst',
])

export const loadData = policy('extracts.load', 'Load extracts', ['administrator', 'analyst'])

/** Refused rows hold values of children's records. */
export const seeRefusedRows = policy(
  'extracts.refused-rows',
  'See refused rows, with the values that stood in them',
  ['director', 'leadership', 'quality-lead', 'analyst'],
)

export const extractPolicies = [seeData, loadData, seeRefusedRows]
