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
import { needAbsence } from './definitions/cn07-absence-of-children-in-need.ts'
import { needPersistentAbsence } from './definitions/cn08-persistent-absence-of-children-in-need.ts'
import { needKeyStage2 } from './definitions/cn09-key-stage-2-of-children-in-need.ts'
import { needAttainment8 } from './definitions/cn10-attainment-8-of-children-in-need.ts'
import { needSuspensions } from './definitions/cn11-suspensions-of-children-in-need.ts'
import { section47Enquiries } from './definitions/cp01-section-47-enquiries.ts'
import { strategySameDay } from './definitions/cp02-strategy-discussion-before-enquiry.ts'
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
import { coreGroupIn10Days } from './definitions/cp17-core-group-in-10-days.ts'
import { plansWithSocialWorker } from './definitions/cp18-plans-with-social-worker.ts'
import { protectionPersistentAbsence } from './definitions/cp19-persistent-absence-of-children-on-plans.ts'
import { protectionAbsence } from './definitions/cp20-absence-of-children-on-plans.ts'
import { careApplications } from './definitions/ct01-care-applications.ts'
import { preProceedingsIn16Weeks } from './definitions/ct02-pre-proceedings-in-16-weeks.ts'
import { proceedingsIn26Weeks } from './definitions/ct03-proceedings-in-26-weeks.ts'
import { childrenInCare } from './definitions/ca01-children-in-care.ts'
import { childrenEnteringCare } from './definitions/ca02-children-entering-care.ts'
import { childrenLeavingCare } from './definitions/ca03-children-leaving-care.ts'
import { unaccompaniedChildren } from './definitions/ca04-unaccompanied-children.ts'
import { threeOrMorePlacements } from './definitions/ca05-three-or-more-placements.ts'
import { samePlacementTwoYears } from './definitions/ca06-same-placement-two-years.ts'
import { farFromHome } from './definitions/ca07-placed-far-from-home.ts'
import { placedOutsideTheArea } from './definitions/ca07a-placed-outside-the-area.ts'
import { inFosterCare } from './definitions/ca08-in-foster-care.ts'
import { inChildrensHomes } from './definitions/ca09-in-childrens-homes.ts'
import { inSupportedAccommodation } from './definitions/ca10-in-supported-accommodation.ts'
import { unregisteredPlacements } from './definitions/ca11-unregistered-placements.ts'
import { livingWithParents } from './definitions/ca12-placed-with-parents.ts'
import { careReviewsInTime } from './definitions/ca13-care-reviews-in-time.ts'
import { latestCareReviewOnTime } from './definitions/ca13l-latest-care-review-on-time.ts'
import { participationInCareReviews } from './definitions/ca14-participation-in-care-reviews.ts'
import { careVisitsInTime } from './definitions/ca15-care-visits-in-time.ts'
import { visitInFirstWeek } from './definitions/ca16-visit-in-first-week.ts'
import { careChildSeenAlone } from './definitions/ca17-care-child-seen-alone.ts'
import { carePlanInForce } from './definitions/ca18-care-plan-in-force.ts'
import { permanencePlanByFourMonths } from './definitions/ca19-permanence-plan-by-four-months.ts'
import { reviewingOfficerContact } from './definitions/ca20-reviewing-officer-contact.ts'
import { threeSocialWorkers } from './definitions/ca21-three-social-workers.ts'
import { schoolMoves } from './definitions/ca22-mid-year-school-moves.ts'
import { firstEducationPlans } from './definitions/ed01-first-education-plan-in-time.ts'
import { educationPlansThisTerm } from './definitions/ed02-education-plan-reviewed-this-term.ts'
import { carePersistentAbsence } from './definitions/ed03-persistent-absence-of-children-in-care.ts'
import { careAbsence } from './definitions/ed04-absence-of-children-in-care.ts'
import { careSuspensions } from './definitions/ed05-suspensions-of-children-in-care.ts'
import { careKeyStage2 } from './definitions/ed06-key-stage-2-of-children-in-care.ts'
import { careAttainment8 } from './definitions/ed07-attainment-8-of-children-in-care.ts'
import { careWithHealthPlan } from './definitions/ed08-children-in-care-with-an-ehc-plan.ts'
import { healthPlansIn20Weeks } from './definitions/ed09-ehc-plans-in-20-weeks.ts'
import { initialHealthAssessment } from './definitions/he01-initial-health-assessment.ts'
import { healthAssessmentsUpToDate } from './definitions/he02-health-assessments-up-to-date.ts'
import { healthAssessmentInTheYear } from './definitions/he02y-health-assessment-in-the-year.ts'
import { dentalChecksUpToDate } from './definitions/he03-dental-checks-up-to-date.ts'
import { teethCheckedInTheYear } from './definitions/he03y-teeth-checked-in-the-year.ts'
import { immunisationsUpToDate } from './definitions/he04-immunisations-up-to-date.ts'
import { immunisationsInTheYear } from './definitions/he04y-immunisations-in-the-year.ts'
import { averageSdqScore } from './definitions/he05-average-sdq-score.ts'
import { averageSdqScoreOfTheYear } from './definitions/he05y-average-sdq-score-of-the-year.ts'
import { sdqCompleted } from './definitions/he06-sdq-completed.ts'
import { sdqInTheYear } from './definitions/he06y-sdq-in-the-year.ts'
import { substanceMisuse } from './definitions/he07-substance-misuse.ts'
import { substanceMisuseInTheYear } from './definitions/he07y-substance-misuse-in-the-year.ts'
import { convictedOrCautioned } from './definitions/he08-convicted-or-cautioned.ts'
import { convictedInTheYear } from './definitions/he08y-convicted-in-the-year.ts'
import { missingInTheYear } from './definitions/mi01-missing-in-the-year.ts'
import { returnInterviewsOffered } from './definitions/mi02-return-interviews-offered.ts'
import { returnInterviewsIn72Hours } from './definitions/mi03-return-interviews-in-72-hours.ts'
import { missingEpisodesStarted } from './definitions/mi04-times-missing.ts'
import { exploitationAssessments } from './definitions/mi05-exploitation-assessments-up-to-date.ts'
import { leftToSpecialGuardianship } from './definitions/pe01-special-guardianship.ts'
import { leftToChildArrangements } from './definitions/pe02-child-arrangements.ts'
import { adoptedFromCare } from './definitions/pe03-adopted.ts'
import { careToAdoptiveFamily } from './definitions/pe04-care-to-adoptive-family.ts'
import { placementOrderToMatch } from './definitions/pe05-placement-order-to-match.ts'
import { decisionToMatch } from './definitions/pe06-decision-to-match.ts'
import { adoptionDecisionReversed } from './definitions/pe07-adoption-decision-reversed.ts'
import { adoptersApprovedInSixMonths } from './definitions/pe08-adopters-approved-in-six-months.ts'
import { leaversInEducationOrWork19To21 } from './definitions/lc01-leavers-in-education-or-work-19-to-21.ts'
import { leaversInEducationOrWork17And18 } from './definitions/lc02-leavers-in-education-or-work-17-and-18.ts'
import { leaversInSuitableHomes19To21 } from './definitions/lc03-leavers-in-suitable-homes-19-to-21.ts'
import { leaversInSuitableHomes17And18 } from './definitions/lc04-leavers-in-suitable-homes-17-and-18.ts'
import { inTouchWithLeavers } from './definitions/lc05-in-touch-with-leavers.ts'
import { leaversContactedInTwoMonths } from './definitions/lc06-leavers-contacted-in-two-months.ts'
import { pathwayPlansReviewedInSixMonths } from './definitions/lc07-pathway-plans-reviewed-in-six-months.ts'
import { leaversWithAnAdviser } from './definitions/lc08-leavers-with-an-adviser.ts'
import { leaversInHigherEducation } from './definitions/lc09-leavers-in-higher-education.ts'
import { leaversNotInEducationOrWork } from './definitions/lc10-leavers-not-in-education-or-work.ts'
import { stayingPut } from './definitions/lc11-staying-put.ts'
import { fosterPlaces } from './definitions/fo01-approved-foster-places.ts'
import { fosterReviews } from './definitions/fo02-foster-carer-reviews-on-time.ts'
import { privateFosteringVisits } from './definitions/fo03-private-fostering-visit-in-7-days.ts'
import { socialWorkerTurnover } from './definitions/wf01-social-worker-turnover.ts'
import { vacancyRate } from './definitions/wf02-social-worker-vacancies.ts'
import { agencyRate } from './definitions/wf03-agency-social-workers.ts'
import { vacanciesCovered } from './definitions/wf04-vacancies-covered-by-agency.ts'
import { averageCaseload } from './definitions/wf05-average-caseload.ts'
import { workersAboveCaseloadCeiling } from './definitions/wf06-workers-above-caseload-ceiling.ts'
import { sicknessAbsence } from './definitions/wf07-social-worker-sickness.ts'
import { workersSupervised } from './definitions/wf08-supervision-of-workers.ts'
import { caseSupervision } from './definitions/wf09-supervision-of-cases.ts'
import { unallocatedChildren } from './definitions/wf10-unallocated-children.ts'
import { socialWorkersAChild } from './definitions/wf11-social-workers-a-child.ts'
import { workersFromMinorities } from './definitions/wf12-social-workers-from-ethnic-minorities.ts'
import { auditsAgainstPlan } from './definitions/qa01-audits-completed-against-plan.ts'
import { auditsGood } from './definitions/qa02-audits-graded-good.ts'
import { moderationAgreement } from './definitions/qa03-audit-moderation-agreement.ts'
import { auditActionsOnTime } from './definitions/qa04-audit-actions-on-time.ts'
import { inadequateReaudited } from './definitions/qa05-inadequate-audits-re-audited.ts'
import { complaintsIn10Days } from './definitions/vo01-complaints-answered-in-10-days.ts'
import { offeredAnAdvocate } from './definitions/vo02-offered-an-advocate.ts'
import { viewsAtReviews } from './definitions/vo03-views-at-reviews.ts'
import { shareOfSpend } from './definitions/fi01-share-of-spending.ts'
import { spendPerChild } from './definitions/fi02-spending-per-child.ts'
import { firstTimeEntrants } from './definitions/yj01-first-time-entrants.ts'
import { admissionsForInjuries } from './definitions/ho01-admissions-for-injuries.ts'

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
  needAbsence,
  needPersistentAbsence,
  needKeyStage2,
  needAttainment8,
  needSuspensions,
  section47Enquiries,
  strategySameDay,
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
  coreGroupIn10Days,
  plansWithSocialWorker,
  protectionPersistentAbsence,
  protectionAbsence,
  careApplications,
  preProceedingsIn16Weeks,
  proceedingsIn26Weeks,
  childrenInCare,
  childrenEnteringCare,
  childrenLeavingCare,
  unaccompaniedChildren,
  threeOrMorePlacements,
  samePlacementTwoYears,
  farFromHome,
  placedOutsideTheArea,
  inFosterCare,
  inChildrensHomes,
  inSupportedAccommodation,
  unregisteredPlacements,
  livingWithParents,
  careReviewsInTime,
  latestCareReviewOnTime,
  participationInCareReviews,
  careVisitsInTime,
  visitInFirstWeek,
  careChildSeenAlone,
  carePlanInForce,
  permanencePlanByFourMonths,
  reviewingOfficerContact,
  threeSocialWorkers,
  schoolMoves,
  firstEducationPlans,
  educationPlansThisTerm,
  carePersistentAbsence,
  careAbsence,
  careSuspensions,
  careKeyStage2,
  careAttainment8,
  careWithHealthPlan,
  healthPlansIn20Weeks,
  initialHealthAssessment,
  healthAssessmentsUpToDate,
  healthAssessmentInTheYear,
  dentalChecksUpToDate,
  teethCheckedInTheYear,
  immunisationsUpToDate,
  immunisationsInTheYear,
  averageSdqScore,
  averageSdqScoreOfTheYear,
  sdqCompleted,
  sdqInTheYear,
  substanceMisuse,
  substanceMisuseInTheYear,
  convictedOrCautioned,
  convictedInTheYear,
  missingInTheYear,
  returnInterviewsOffered,
  returnInterviewsIn72Hours,
  missingEpisodesStarted,
  exploitationAssessments,
  leftToSpecialGuardianship,
  leftToChildArrangements,
  adoptedFromCare,
  careToAdoptiveFamily,
  placementOrderToMatch,
  decisionToMatch,
  adoptionDecisionReversed,
  adoptersApprovedInSixMonths,
  leaversInEducationOrWork19To21,
  leaversInEducationOrWork17And18,
  leaversInSuitableHomes19To21,
  leaversInSuitableHomes17And18,
  inTouchWithLeavers,
  leaversContactedInTwoMonths,
  pathwayPlansReviewedInSixMonths,
  leaversWithAnAdviser,
  leaversInHigherEducation,
  leaversNotInEducationOrWork,
  stayingPut,
  fosterPlaces,
  fosterReviews,
  privateFosteringVisits,
  socialWorkerTurnover,
  vacancyRate,
  agencyRate,
  vacanciesCovered,
  averageCaseload,
  workersAboveCaseloadCeiling,
  sicknessAbsence,
  workersSupervised,
  caseSupervision,
  unallocatedChildren,
  socialWorkersAChild,
  workersFromMinorities,
  auditsAgainstPlan,
  auditsGood,
  moderationAgreement,
  auditActionsOnTime,
  inadequateReaudited,
  complaintsIn10Days,
  offeredAnAdvocate,
  viewsAtReviews,
  shareOfSpend,
  spendPerChild,
  firstTimeEntrants,
  admissionsForInjuries,
]

const byCode = new Map(library.map(definition => [definition.code, definition]))

export function definitionOf(code: string): Definition | undefined {
  return byCode.get(code)
}
