/**
 * The story of the county, in figures that anybody may change. A measure holds its first figure
 * until the month it stands beside, then goes in a straight line to the next month's figure, and
 * keeps its last. Shares are between 0 and 1.
 *
 * An inspection found the council inadequate in 2019. It stabilised by early 2021, stood still until
 * the spring of 2024, and then improved. Some things got worse as more children came into care, and
 * most never changed.
 */
export interface Knob {
  readonly measure: string
  readonly says: string
  readonly points: readonly (readonly [month: string, value: number])[]
}

export const story = [
  // Improved twice: in the recovery of 2020, and again from 2024.
  {
    measure: 'assessmentOnTime',
    says: 'Assessments finished within 45 working days of the referral',
    points: [
      ['2019-09', 0.62],
      ['2021-03', 0.8],
      ['2024-04', 0.815],
      ['2025-03', 0.885],
    ],
  },
  {
    measure: 'protectionVisitOnTime',
    says: 'Visits to children on plans made within 10 working days of the last',
    points: [
      ['2019-12', 0.64],
      ['2021-01', 0.8],
      ['2024-06', 0.8],
      ['2025-06', 0.9],
    ],
  },
  {
    measure: 'placementVisitInWeek',
    says: 'New placements visited within a week',
    points: [
      ['2020-06', 0.66],
      ['2021-06', 0.8],
      ['2024-09', 0.8],
      ['2025-07', 0.91],
    ],
  },
  {
    measure: 'firstHealthAssessmentOnTime',
    says: 'Initial health assessments within 20 working days of coming into care',
    points: [
      ['2021-04', 0.38],
      ['2022-04', 0.52],
      ['2024-10', 0.52],
      ['2025-08', 0.78],
    ],
  },
  {
    measure: 'interviewOffered',
    says: 'Return interviews offered after a missing episode',
    points: [
      ['2020-01', 0.7],
      ['2021-06', 0.84],
      ['2024-08', 0.84],
      ['2025-08', 0.94],
    ],
  },
  {
    measure: 'pathwayReviewOnTime',
    says: 'Pathway plans reviewed within six months of the last review',
    points: [
      ['2019-12', 0.6],
      ['2021-12', 0.74],
      ['2024-06', 0.74],
      ['2025-04', 0.88],
    ],
  },
  {
    measure: 'permanencePlanInFourMonths',
    says: 'Children with a plan for permanence four months after coming into care',
    points: [
      ['2021-09', 0.7],
      ['2022-09', 0.8],
      ['2024-03', 0.8],
      ['2025-03', 0.92],
    ],
  },
  // Recovered early and stood still since.
  {
    measure: 'conferenceOnTime',
    says: 'Initial conferences within 15 working days of the strategy discussion',
    points: [
      ['2019-06', 0.7],
      ['2020-03', 0.8],
    ],
  },
  {
    measure: 'protectionReviewOnTime',
    says: 'Reviews of child protection plans held by their date',
    points: [
      ['2019-06', 0.94],
      ['2020-02', 0.97],
    ],
  },
  {
    measure: 'careReviewOnTime',
    says: 'Reviews of children in care held by their date',
    points: [
      ['2019-06', 0.95],
      ['2020-02', 0.97],
    ],
  },
  // Worse, as demand for placements rose and a clinic closed.
  {
    measure: 'placementMoves',
    says: 'How often placements end, against the usual (1)',
    points: [
      ['2023-10', 1],
      ['2025-04', 1.75],
    ],
  },
  {
    measure: 'placedFar',
    says: 'New placements more than 20 miles from home',
    points: [
      ['2022-10', 0.17],
      ['2025-04', 0.34],
    ],
  },
  {
    measure: 'dentalOnTime',
    says: 'Dental checks within 12 months of the last',
    points: [
      ['2024-03', 0.86],
      ['2025-03', 0.68],
    ],
  },
  {
    measure: 'careVisitSeenAlone',
    says: 'Visits to children in care in which the child was seen alone',
    points: [
      ['2024-10', 0.78],
      ['2025-07', 0.7],
    ],
  },
  // Never changed.
  {
    measure: 'reReferral',
    says: 'Referrals of a child referred in the last 12 months',
    points: [['2019-04', 0.215]],
  },
  {
    measure: 'contactToReferral',
    says: 'Contacts that become a referral',
    points: [['2019-04', 0.197]],
  },
  {
    measure: 'noFurtherAction',
    says: 'Referrals with no further action',
    points: [['2019-04', 0.065]],
  },
  {
    measure: 'notInNeed',
    says: 'Referrals assessed and found not in need',
    points: [['2019-04', 0.308]],
  },
  {
    measure: 'childSeenInAssessment',
    says: 'Children seen in their assessment',
    points: [['2019-04', 0.955]],
  },
  {
    measure: 'needVisitOnTime',
    says: 'Visits to children in need within 20 working days of the last',
    points: [['2019-04', 0.8]],
  },
  {
    measure: 'careVisitOnTime',
    says: 'Visits to children in care within six weeks of the last',
    points: [['2019-04', 0.88]],
  },
  {
    measure: 'protectionVisitSeenAlone',
    says: 'Visits to children on plans in which the child was seen alone',
    points: [['2019-04', 0.66]],
  },
  {
    measure: 'conferenceToPlan',
    says: 'Initial conferences that make a plan',
    points: [['2019-04', 0.86]],
  },
  {
    measure: 'healthAssessmentOnTime',
    says: 'Yearly health assessments by their date',
    points: [['2019-04', 0.9]],
  },
  {
    measure: 'immunised',
    says: 'Children in care up to date with immunisations',
    points: [['2019-04', 0.86]],
  },
  {
    measure: 'questionnaireDone',
    says: 'Strengths and difficulties questionnaires done each year',
    points: [['2019-04', 0.82]],
  },
  {
    measure: 'interviewAccepted',
    says: 'Return interviews accepted when offered',
    points: [['2019-04', 0.62]],
  },
  {
    measure: 'leaverContactOnTime',
    says: 'Contacts with care leavers within two months of the last',
    points: [['2019-04', 0.84]],
  },
  {
    measure: 'leaverInTouch',
    says: 'Care leavers with whom the council is in touch',
    points: [['2019-04', 0.93]],
  },
  {
    measure: 'leaverSuitable',
    says: 'Care leavers in suitable accommodation',
    points: [['2019-04', 0.89]],
  },
  {
    measure: 'leaverInWork',
    says: 'Care leavers in education, employment or training',
    points: [['2019-04', 0.56]],
  },
  {
    measure: 'stepUp',
    says: 'Early help that ends in a referral within three months',
    points: [['2019-04', 0.09]],
  },
] as const satisfies readonly Knob[]

export type Measure = (typeof story)[number]['measure']

/** What one locality went through and the others did not: added to the measure's share. */
export const troubles: readonly {
  readonly measure: Measure
  readonly locality: string
  readonly says: string
  readonly points: readonly (readonly [month: string, added: number])[]
}[] = [
  {
    measure: 'assessmentOnTime',
    locality: 'Dovemallow',
    says: 'The assessment team lost its manager in October 2023; another came in 2024',
    points: [
      ['2023-09', 0],
      ['2023-12', -0.24],
      ['2024-09', -0.22],
      ['2025-06', -0.03],
    ],
  },
  {
    measure: 'childSeenInAssessment',
    locality: 'Dovemallow',
    says: 'So fewer children were seen in their assessment there',
    points: [
      ['2023-09', 0],
      ['2023-12', -0.06],
      ['2024-09', -0.06],
      ['2025-06', 0],
    ],
  },
  {
    measure: 'leaverInWork',
    locality: 'Elderquay',
    says: 'An employer of young people left the town in 2024',
    points: [
      ['2024-03', 0],
      ['2025-03', -0.2],
    ],
  },
]

/** Contacts a month in an ordinary month of the full county. */
export const contactsAMonth = 3480

/** How busy each month is, January first: schools are shut in August and for a week at Easter. */
export const seasons = [1.03, 1, 1.09, 0.96, 1.06, 1.08, 1.03, 0.74, 1, 1.06, 1.07, 0.88]

/** Contacts from schools in the spring of 2020, when most children were at home, against the usual. */
export const schoolsClosed: readonly (readonly [month: string, share: number])[] = [
  ['2020-03', 0.75],
  ['2020-04', 0.22],
  ['2020-05', 0.25],
  ['2020-06', 0.45],
  ['2020-07', 0.6],
]
/** All other contacts in those months, against the usual. */
export const othersThen: readonly (readonly [month: string, share: number])[] = [
  ['2020-03', 0.95],
  ['2020-04', 0.8],
  ['2020-05', 0.88],
  ['2020-06', 0.97],
  ['2020-07', 1],
]

/** Numbers that hold through the seven years; those for a year are of the full county. */
export const usual = {
  /** Children who come into care straight from an assessment, of all assessed. */
  careAfterAssessment: 0.022,
  careAfterNeed: 0.028,
  careAfterProtection: 0.25,
  unaccompaniedAYear: 26,
  /** Entries a year in the years before contacts are written, so that the first extract is full. */
  careEntriesAYearBefore: 405,
  enquiryInAssessment: 0.29,
  enquiryInNeed: 0.13,
  enquiryToConference: 0.33,
  earlierPlan: 0.17,
  earlyHelpAYear: 2100,
} as const
