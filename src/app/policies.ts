import { administrationPolicies } from '#administration'
import { auditsPolicies } from '#audits'
import { bodiesPolicies } from '#bodies'
import { childrenPolicies } from '#children'
import { commitmentsPolicies } from '#commitments'
import { comparatorsPolicies } from '#comparators'
import { qualityPolicies } from '#data-quality'
import { decisionsPolicies } from '#decisions'
import { declarationsPolicies } from '#declarations'
import { extractPolicies } from '#extracts'
import { findingsPolicies } from '#findings'
import { inspectionPolicies } from '#inspections'
import { keyQuestionsPolicies } from '#key-questions'
import { lookingPolicies } from '#looking'
import { marksPolicies } from '#marks'
import { meetingsPolicies } from '#meetings'
import { minutesPolicies } from '#minutes'
import { overviewPolicies } from '#overview'
import { everyone, peoplePolicies, policy } from '#people'
import { performancePolicies } from '#performance'
import { planPolicies } from '#plan'
import { publishedPolicies } from '#published'
import { questionsPolicies } from '#questions'
import { reconciliationPolicies } from '#reconciliation'
import { seriesPolicies } from '#series'
import { supplyPolicies } from '#supply'
import { teamsPolicies } from '#teams'
import { threadPolicies } from '#thread'

export const readAbout = policy('about.read', 'Read about the service', everyone)

/** Every policy of the house, for the table of who may do what. */
export const policies = [
  readAbout,
  ...overviewPolicies,
  ...performancePolicies,
  ...supplyPolicies,
  ...marksPolicies,
  ...teamsPolicies,
  ...qualityPolicies,
  ...keyQuestionsPolicies,
  ...reconciliationPolicies,
  ...seriesPolicies,
  ...extractPolicies,
  ...childrenPolicies,
  ...lookingPolicies,
  ...peoplePolicies,
  ...administrationPolicies,
  ...threadPolicies,
  ...findingsPolicies,
  ...auditsPolicies,
  ...planPolicies,
  ...inspectionPolicies,
  ...bodiesPolicies,
  ...meetingsPolicies,
  ...minutesPolicies,
  ...questionsPolicies,
  ...declarationsPolicies,
  ...decisionsPolicies,
  ...commitmentsPolicies,
  ...comparatorsPolicies,
  ...publishedPolicies,
]
