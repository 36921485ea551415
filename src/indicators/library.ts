import type { Definition } from './definition.ts'
import { contactsReceived } from './definitions/fd01-contacts-received.ts'
import { contactsDecidedIn1Day } from './definitions/fd02-contacts-decided-in-1-day.ts'
import { contactsToReferral } from './definitions/fd03-contacts-to-referral.ts'
import { earlyHelpAssessments } from './definitions/fd04-early-help-assessments.ts'
import { stepUpFromEarlyHelp } from './definitions/fd05-step-up-from-early-help.ts'
import { referralsRate } from './definitions/fd06-referrals.ts'
import { reReferrals } from './definitions/fd07-re-referrals.ts'
import { referralsNoFurtherAction } from './definitions/fd08-referrals-no-further-action.ts'
import { referralsNotInNeed } from './definitions/fd09-referrals-not-in-need.ts'
import { referralsFromSchools } from './definitions/fd10-referrals-from-schools.ts'
import { referralsFromPolice } from './definitions/fd11-referrals-from-police.ts'
import { referralsFromHealth } from './definitions/fd12-referrals-from-health.ts'
import { assessmentsIn45Days } from './definitions/as01-assessments-in-45-days.ts'
import { openAssessmentsPast45Days } from './definitions/as02-open-assessments-past-45-days.ts'
import { childSeenInAssessment } from './definitions/as03-child-seen-in-assessment.ts'
import { assessmentDuration } from './definitions/as04-assessment-duration.ts'
import { assessmentsLeadingToSupport } from './definitions/as05-assessments-leading-to-support.ts'
import { domesticAbuseFound } from './definitions/af01-domestic-abuse.ts'
import { emotionalAbuseFound } from './definitions/af02-emotional-abuse.ts'
import { neglectFound } from './definitions/af03-neglect.ts'
import { sexualExploitationFound } from './definitions/af04-sexual-exploitation.ts'
import { criminalExploitationFound } from './definitions/af05-criminal-exploitation.ts'
import { goingMissingFound } from './definitions/af06-going-missing.ts'
import { gangsFound } from './definitions/af07-gangs.ts'
import { traffickingFound } from './definitions/af08-trafficking.ts'
import { childrenInNeed } from './definitions/cn01-children-in-need.ts'
import { childrenInNeedWithAPlan } from './definitions/cn02-children-in-need-with-a-plan.ts'
import { childrenInNeedSeen } from './definitions/cn03-children-in-need-seen.ts'
import { inNeedTwoYears } from './definitions/cn04-in-need-two-years.ts'
import { inNeedUnderThreeMonths } from './definitions/cn05-in-need-under-three-months.ts'
import { needEndedUnderThreeMonths } from './definitions/cn06-need-ended-under-three-months.ts'
import { section47Enquiries } from './definitions/cp01-section-47-enquiries.ts'
import { initialConferences } from './definitions/cp03-initial-conferences.ts'
import { conferencesIn15Days } from './definitions/cp04-conferences-in-15-days.ts'
import { enquiriesLeadingToConference } from './definitions/cp05-enquiries-leading-to-conference.ts'
import { conferencesLeadingToPlan } from './definitions/cp06-conferences-leading-to-plan.ts'
import { childrenOnPlans } from './definitions/cp07-children-on-plans.ts'
import { plansStarting } from './definitions/cp08-plans-starting.ts'
import { secondPlans } from './definitions/cp09-second-plans.ts'
import { secondPlansWithinTwoYears } from './definitions/cp10-second-plans-within-two-years.ts'
import { plansOfTwoYears } from './definitions/cp11-plans-of-two-years.ts'
import { plansEndedAfterTwoYears } from './definitions/cp12-plans-ended-after-two-years.ts'
import { plansEndedUnderThreeMonths } from './definitions/cp13-plans-ended-under-three-months.ts'
import { protectionReviewsInTime } from './definitions/cp14-protection-reviews-in-time.ts'
import { latestProtectionReviewInTime } from './definitions/cp14l-latest-protection-review-in-time.ts'
import { protectionVisitsInTime } from './definitions/cp15-protection-visits-in-time.ts'
import { protectionChildSeenAlone } from './definitions/cp16-protection-child-seen-alone.ts'
import { plansWithSocialWorker } from './definitions/cp18-plans-with-social-worker.ts'

/** Every indicator that Sightline counts, in the order in which a child's journey goes. */
export const library: readonly Definition[] = [
  contactsReceived,
  contactsDecidedIn1Day,
  contactsToReferral,
  earlyHelpAssessments,
  stepUpFromEarlyHelp,
  referralsRate,
  reReferrals,
  referralsNoFurtherAction,
  referralsNotInNeed,
  referralsFromSchools,
  referralsFromPolice,
  referralsFromHealth,
  assessmentsIn45Days,
  openAssessmentsPast45Days,
  childSeenInAssessment,
  assessmentDuration,
  assessmentsLeadingToSupport,
  domesticAbuseFound,
  emotionalAbuseFound,
  neglectFound,
  sexualExploitationFound,
  criminalExploitationFound,
  goingMissingFound,
  gangsFound,
  traffickingFound,
  childrenInNeed,
  childrenInNeedWithAPlan,
  childrenInNeedSeen,
  inNeedTwoYears,
  inNeedUnderThreeMonths,
  needEndedUnderThreeMonths,
  section47Enquiries,
  initialConferences,
  conferencesIn15Days,
  enquiriesLeadingToConference,
  conferencesLeadingToPlan,
  childrenOnPlans,
  plansStarting,
  secondPlans,
  secondPlansWithinTwoYears,
  plansOfTwoYears,
  plansEndedAfterTwoYears,
  plansEndedUnderThreeMonths,
  protectionReviewsInTime,
  latestProtectionReviewInTime,
  protectionVisitsInTime,
  protectionChildSeenAlone,
  plansWithSocialWorker,
]

const byCode = new Map(library.map(definition => [definition.code, definition]))

export function definitionOf(code: string): Definition | undefined {
  return byCode.get(code)
}
