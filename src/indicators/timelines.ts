import {
  careReviews,
  healthChecks,
  missingEpisodes,
  permanencePlans,
  placements,
  protectionPlans,
  protectionReviews,
  reviewerContacts,
  referrals,
  timeline,
  visits,
} from '#records'

// The days that definitions ask a child about: "the latest dental check before this day". Each is
// worked out once for a history, however many indicators ask.

export const referralsMade = timeline(referrals, 'referredOn')

export const needVisits = timeline(visits, 'visitedOn', v => v.kind === 'need')
export const protectionVisits = timeline(visits, 'visitedOn', v => v.kind === 'protection')
export const careVisits = timeline(visits, 'visitedOn', v => v.kind === 'care')

export const protectionPlansStarted = timeline(protectionPlans, 'startedOn')
export const protectionPlansEnded = timeline(protectionPlans, 'endedOn')
export const protectionReviewsHeld = timeline(protectionReviews, 'heldOn')

export const careReviewsHeld = timeline(careReviews, 'heldOn')
export const reviewersSeen = timeline(reviewerContacts, 'contactOn')
export const placementsStarted = timeline(placements, 'startedOn')
export const permanencePlansMade = timeline(permanencePlans, 'recordedOn')
export const timesMissing = timeline(missingEpisodes, 'startedOn', m => m.kind !== 'A')

const checks = (kind: string) => timeline(healthChecks, 'checkedOn', check => check.kind === kind)
export const healthAssessments = checks('assessment')
export const dentalChecks = checks('dental')
export const immunisationChecks = checks('immunisations')
export const difficultiesQuestionnaires = checks('sdq')
export const convictions = checks('conviction')
export const substanceProblems = checks('substance')
