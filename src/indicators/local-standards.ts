/**
 * Standards that a council sets for itself, where neither law nor statutory guidance gives a number.
 * These are what councils commonly hold; they become settings of the council.
 */
export const localStandards = {
  /** A child in need is visited at least so often. */
  needVisitWorkingDays: 20,
  /** A child with a child protection plan is visited at least so often. */
  protectionVisitWorkingDays: 10,
  /** A contact that becomes a referral does so within this time. */
  referralAfterContactWorkingDays: 5,
  /** Children that a social worker may hold before it is too many. */
  caseloadCeiling: 20,
} as const
