import { type Policy, policy } from '#people'

export const seeReconciliation: Policy = policy(
  'reconciliation.see',
  'See the same count from two sources beside each other',
  ['administrator', 'director', 'leadership', 'quality-lead', 'auditor', 'analyst'],
)

export const seeDifferences: Policy = policy(
  'reconciliation.children',
  'See the children that one source has and the other lacks',
  ['director', 'leadership', 'quality-lead', 'auditor', 'analyst'],
)

export const reconciliationPolicies: readonly Policy[] = [seeReconciliation, seeDifferences]
