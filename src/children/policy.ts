import { type Policy, policy } from '#people'

export const seeRecord: Policy = policy(
  'children.record',
  'Open the record of a child: of their own teams, or with a reason of any',
  ['director', 'leadership', 'quality-lead', 'auditor', 'analyst', 'team-manager', 'practitioner'],
)

export const childrenPolicies: readonly Policy[] = [seeRecord]
