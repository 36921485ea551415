import { problem } from '../values.ts'

// What a data officer is told about a row of the census, one sentence each.

export const missing = problem('value-missing', 'This is required in the census and is not given.')
export const tooNew = problem(
  'code-other-year',
  'This code is not in the schema of that census year; it was kept.',
)
export const afterReference = problem(
  'date-after-reference',
  'This date is later than the reference date of the census.',
)

export const noIdentifier = problem(
  'identifier-missing',
  'This child has no LAchildID, so nothing about the child could be taken.',
)
export const noReferralDate = problem(
  'date-missing',
  'This episode has no date of referral that can be read, so the referral was left out; what it holds with dates of its own was taken.',
)
export const noStartDate = problem(
  'date-missing',
  'This row has no start date that can be read, so it was left out.',
)
export const noReviewDate = problem(
  'date-missing',
  'This review has no date that can be read, so it was left out.',
)

export const sameRow = problem(
  'row-repeated',
  'This row says the same as an earlier one for the same child and was taken once.',
)
export const sameDay = problem(
  'row-same-day',
  'Another row for the same child has this date and says something else; both were kept.',
)
export const sameChild = problem(
  'child-repeated',
  'This child stands in the census more than once; the rows were taken as those of one child.',
)
export const otherBirthday = problem(
  'birthday-differs',
  'This child stands in the census with two dates of birth; the first was kept.',
)

export const noBirthday = problem(
  'birthday-missing',
  'This child has neither a date of birth nor an expected one.',
)
export const twoBirthdays = problem(
  'birthday-and-expected',
  'This child has both a date of birth and an expected one; only one is allowed.',
)
export const diedBeforeBirth = problem(
  'death-before-birth',
  'This date of death is before the date of birth, so it was left out.',
)
export const noneAndOther = problem(
  'disability-none-and-other',
  'This child has a disability and the code for none; the child was counted as disabled.',
)
export const bornLongAfter = problem(
  'birth-after-referral',
  'This child was referred more than 40 weeks before the date of birth.',
)

export const closedBeforeReferral = problem(
  'closure-before-referral',
  'The closure is before the referral, so the date of closure was left out.',
)
export const closedWithoutReason = problem(
  'closure-without-reason',
  'This episode was closed and no reason is given.',
)
export const reasonWithoutClosure = problem(
  'reason-without-closure',
  'A reason for closure is given and no date of closure.',
)
export const furtherAction = problem(
  'no-further-action-contradicted',
  'This referral is marked as needing no further action and yet holds assessments, enquiries, conferences or plans.',
)
export const needMissing = problem('need-missing', 'This episode has no primary need.')

export const beforeReferral = problem(
  'start-before-referral',
  'This date is before the referral that the row belongs to.',
)
export const authorisedBeforeStart = problem(
  'authorised-before-start',
  'The assessment was authorised before it started, so the date it was authorised was left out.',
)
export const endedBeforeStart = problem(
  'end-before-start',
  'The plan ended before it started, so the end date was left out.',
)
export const conferenceBeforeEnquiry = problem(
  'conference-before-enquiry',
  'The conference is before the enquiry that led to it; it was kept as a conference without that enquiry.',
)
export const targetBeforeEnquiry = problem(
  'target-before-enquiry',
  'The target for the conference is before the enquiry started, so the target was left out.',
)
export const conferenceNotRequired = problem(
  'conference-not-required',
  'A conference is recorded and yet marked as not required.',
)
export const reviewBeforePlan = problem(
  'review-before-plan',
  'This review is before the plan started; it was kept.',
)
export const reviewAfterPlan = problem(
  'review-after-plan',
  'This review is after the plan ended; it was kept.',
)
export const unknownElement = problem(
  'element-unknown',
  'This element is not part of the census and was read past.',
)
export const yearDiffers = problem(
  'year-differs',
  'The year of this census is not that of its reference date, which was taken.',
)
export const repeated = problem(
  'element-repeated',
  'This stands more than once where it may stand once; the first was taken.',
)
export const openAfterClosure = problem(
  'plan-open-after-closure',
  'This plan has no end date, and the episode that it belongs to was closed.',
)
