import { policy } from '#people'
import { threadReaders } from '#thread'

// Who may do what in this room.

export const seeAudits = policy(
  'audits.see',
  'See what audits found, by team and standard, without a child',
  [...threadReaders, 'practitioner'],
)

export const doAudits = policy('audits.do', 'Audit practice, and see the audits that one does', [
  'auditor',
  'quality-lead',
  'team-manager',
  'leadership',
  'director',
])

export const leadAudits = policy(
  'audits.lead',
  'Plan audits, draw samples, change tools, moderate and decide disputes',
  ['quality-lead', 'director', 'leadership'],
)

export const auditsPolicies = [seeAudits, doAudits, leadAudits]
