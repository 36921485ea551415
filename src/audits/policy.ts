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

export const answerAlerts = policy(
  'audits.alerts',
  'Acknowledge, act on and confirm alerts about children and inadequate work',
  ['director', 'leadership', 'quality-lead', 'team-manager'],
)

export const sayOwn = policy(
  'audits.own',
  'Say what one makes of one’s own work that is audited, and dispute a grade',
  ['practitioner', 'team-manager', 'auditor', 'quality-lead', 'leadership', 'director'],
)

export const reviewLanguage = policy(
  'audits.language',
  'Read what audits found in words for young people, and say what is wrong with the words',
  ['young-reviewer', 'quality-lead', 'leadership', 'director', 'auditor'],
)

export const seeSeverity = policy(
  'audits.severity',
  'See how strictly each auditor grades beside the others; each sees their own without it',
  ['quality-lead'],
)

export const auditsPolicies = [
  seeSeverity,
  seeAudits,
  doAudits,
  leadAudits,
  answerAlerts,
  sayOwn,
  reviewLanguage,
]
