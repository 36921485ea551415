import { type Policy, policy } from '#people'

export const seeQuality: Policy = policy(
  'quality.see',
  'See how good the data is: what was refused, doubtful or is missing, by kind, team and month',
  ['administrator', 'director', 'leadership', 'quality-lead', 'auditor', 'team-manager', 'analyst'],
)

export const qualityPolicies: readonly Policy[] = [seeQuality]
