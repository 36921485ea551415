/**
 * The story of the county, in figures that anybody may change. A measure holds its first share
 * until the month beside it, goes in a straight line to the next, and keeps its last.
 *
 * An inspection found the council inadequate in 2019. It stabilised by early 2021, stood still
 * until the summer of 2024, and then improved. Some things got worse as more children needed
 * placements, and most never changed.
 */
export const story = {
  // Improved twice: in the recovery of 2020, and again from 2024.
  assessmentOnTime: {
    says: 'Assessments finished within 45 working days of the referral',
    share: '2019-09 62%, 2021-03 80%, 2024-06 81.5%, 2025-04 83%, 2025-08 90%',
  },
  protectionVisitOnTime: {
    says: 'Visits to children on plans made within 10 working days of the last',
    share: '2019-12 64%, 2021-01 80%, 2025-03 80%, 2025-08 92%',
  },
  placementVisitInWeek: {
    says: 'New placements visited within a week',
    share: '2020-06 66%, 2021-06 80%, 2025-03 80%, 2025-08 93%',
  },
  firstHealthAssessmentOnTime: {
    says: 'Initial health assessments within 20 working days of coming into care',
    share: '2021-04 38%, 2022-04 52%, 2025-02 52%, 2025-08 82%',
  },
  interviewOffered: {
    says: 'Return interviews offered after a missing episode',
    share: '2020-01 70%, 2021-06 84%, 2025-04 84%, 2025-08 97%',
  },
  pathwayReviewOnTime: {
    says: 'Pathway plans reviewed within six months of the last review',
    share: '2019-12 55%, 2021-12 66%, 2024-06 66%, 2025-06 86%',
  },
  permanencePlanInFourMonths: {
    says: 'Children with a plan for permanence four months after coming into care',
    share: '2021-09 70%, 2022-09 80%, 2024-06 80%, 2025-03 96%',
  },

  // Recovered early and has stood still since.
  conferenceOnTime: {
    says: 'Initial conferences within 15 working days of the strategy discussion',
    share: '2019-06 70%, 2020-03 80%',
  },
  protectionReviewOnTime: {
    says: 'Reviews of child protection plans held by their date',
    share: '2019-06 93%, 2020-02 96%',
  },
  careReviewOnTime: {
    says: 'Reviews of children in care held by their date',
    share: '2019-06 94%, 2020-02 96%',
  },

  // Worse, as demand for placements rose and a clinic closed.
  placementMoves: {
    says: 'How often placements end, against the usual',
    share: '2024-10 100%, 2025-06 160%',
  },
  placedFar: {
    says: 'New placements more than 20 miles from home',
    share: '2024-06 17%, 2025-06 28%',
  },
  dentalOnTime: {
    says: 'Dental checks within 12 months of the last',
    share: '2025-01 66%, 2025-05 36%',
  },
  careVisitSeenAlone: {
    says: 'Visits to children in care in which the child was seen alone',
    share: '2025-03 78%, 2025-08 71%',
  },

  // Never changed.
  contactToReferral: { says: 'Contacts that become a referral', share: '2019-04 19.7%' },
  reReferral: { says: 'Referrals of a child referred in the last 12 months', share: '2019-04 24%' },
  noFurtherAction: { says: 'Referrals with no further action', share: '2019-04 6.5%' },
  notInNeed: { says: 'Referrals assessed and found not in need', share: '2019-04 30.8%' },
  childSeenInAssessment: { says: 'Children seen in their assessment', share: '2019-04 95.5%' },
  stepUp: { says: 'Early help followed by a referral in three months', share: '2019-04 9%' },
  needVisitOnTime: {
    says: 'Visits to children in need within 20 working days of the last',
    share: '2019-04 62%',
  },
  careVisitOnTime: {
    says: 'Visits to children in care within six weeks of the last',
    share: '2019-04 72%',
  },
  protectionVisitSeenAlone: {
    says: 'Visits to children on plans in which the child was seen alone',
    share: '2019-04 66%',
  },
  conferenceToPlan: { says: 'Initial conferences that make a plan', share: '2019-04 84%' },
  healthAssessmentOnTime: { says: 'Health assessments by their date', share: '2019-04 62%' },
  immunised: { says: 'Children in care whose immunisations are up to date', share: '2019-04 86%' },
  questionnaireDone: {
    says: 'Strengths and difficulties questionnaires done each year',
    share: '2019-04 82%',
  },
  interviewAccepted: { says: 'Return interviews accepted when offered', share: '2019-04 62%' },
  leaverContactOnTime: {
    says: 'Contacts with care leavers within two months of the last',
    share: '2019-04 84%',
  },
  leaverInTouch: { says: 'Care leavers the council is in touch with', share: '2019-04 93%' },
  leaverSuitable: { says: 'Care leavers in suitable accommodation', share: '2019-04 94%' },
  leaverInWork: { says: 'Care leavers in education, work or training', share: '2019-04 58%' },
} as const

export type Measure = keyof typeof story

/** What one locality went through and the others did not: added to the measure's share there. */
export const troubles: readonly {
  readonly measure: Measure
  readonly locality: string
  readonly says: string
  readonly added: string
}[] = [
  {
    measure: 'assessmentOnTime',
    locality: 'Dovemallow',
    says: 'The assessment team lost its manager in October 2023; another came in autumn 2024',
    added: '2023-09 0%, 2023-12 -24%, 2024-09 -22%, 2025-06 -3%',
  },
  {
    measure: 'childSeenInAssessment',
    locality: 'Dovemallow',
    says: 'So fewer children were seen in their assessment there',
    added: '2023-09 0%, 2023-12 -6%, 2024-09 -6%, 2025-06 0%',
  },
  {
    measure: 'leaverInWork',
    locality: 'Elderquay',
    says: 'An employer of young people left the town in 2024',
    added: '2024-03 0%, 2025-03 -16%',
  },
]

/** Contacts in an ordinary month of the full county. */
export const contactsAMonth = 3290

/** How busy each month is, January first: families are away in August and at Christmas. */
export const seasons = [1.03, 1, 1.09, 0.96, 1.06, 1.08, 1.03, 0.74, 1, 1.06, 1.07, 0.88]

/** Contacts in the spring of 2020, when most children were at home, against the usual. */
export const springOf2020 = {
  schools:
    '2020-02 100%, 2020-03 75%, 2020-04 22%, 2020-05 25%, 2020-06 45%, 2020-07 60%, 2020-09 100%',
  others: '2020-02 100%, 2020-03 95%, 2020-04 80%, 2020-05 88%, 2020-06 97%, 2020-07 100%',
} as const

/** What holds through the seven years; numbers for a year are of the full county. */
export const usual = {
  /** Of children assessed and found in need, those who come into care from there: babies, and others. */
  careAfterAssessmentOfBabies: 0.13,
  careAfterAssessment: 0.024,
  careAfterNeed: 0.03,
  careAfterProtectionOfBabies: 0.4,
  careAfterProtection: 0.23,
  unaccompaniedAYear: 24,
  /** Entries a year in the years before contacts are written, so that the first extract is full. */
  careEntriesAYearBefore: 460,
  /** Section 47 enquiries, of children assessed; and of those with a child in need plan. */
  enquiryInAssessment: 0.34,
  enquiryInNeed: 0.15,
  enquiryToConference: 0.25,
  /** Of children with their first enquiry, those who had a plan before anything was recorded. */
  earlierPlan: 0.4,
  earlyHelpAYear: 2100,
  /** When a worker leaves, the share of their children who wait some days for another. */
  waitsForWorker: 0.06,
} as const
