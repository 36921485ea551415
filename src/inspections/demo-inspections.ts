import type { FrameworkKey, GradeKey } from './frameworks/index.ts'
import type { InspectionKind, Statement } from './inspection.ts'
import type { ChallengeOutcome } from './kept.ts'

/** An inspection of the county that does not exist, in invented words. Days are ISO dates. */
export interface DemoInspection {
  readonly key: string
  readonly kind: InspectionKind
  readonly framework?: FrameworkKey
  readonly title?: string
  readonly theme?: string
  readonly number?: number
  readonly began: string
  readonly ended: string
  readonly team?: number
  readonly received?: string
  readonly published?: string
  readonly summary?: string
  readonly statement?: Statement
  readonly grades?: readonly GradeKey[]
  readonly asked?: readonly string[]
  readonly strong?: readonly string[]
  /** The findings of the demonstration's inbox that its recommendations became, in order. */
  readonly findings?: readonly string[]
  readonly contested?: readonly {
    readonly sent: string
    readonly paragraph: string
    readonly words: string
    readonly outcome: ChallengeOutcome
    readonly answer: string
    readonly answered: string
  }[]
}

const visit = (
  number: number,
  began: string,
  ended: string,
  published: string | undefined,
  theme: string,
  summary: string,
): DemoInspection => ({
  key: `monitoring-${number}`,
  kind: 'monitoring',
  framework: 'ilacs-2018',
  number,
  theme,
  began,
  ended,
  team: 2,
  received: ended,
  ...(published !== undefined && { published }),
  summary,
})

export const demoInspections: readonly DemoInspection[] = [
  {
    key: 'sif-2015',
    kind: 'full',
    framework: 'sif-2013',
    began: '2015-10-06',
    ended: '2015-10-29',
    team: 8,
    received: '2015-12-04',
    published: '2015-12-11',
    grades: [
      'requires-improvement',
      'requires-improvement',
      'requires-improvement',
      'good',
      'requires-improvement',
      'requires-improvement',
      'requires-improvement',
    ],
    asked: [
      'Make sure that assessments look at the whole of a child’s history.',
      'Bring caseloads down to what a social worker can carry.',
    ],
  },
  {
    key: 'ilacs-2019',
    kind: 'full',
    framework: 'ilacs-2018',
    began: '2019-03-04',
    ended: '2019-03-15',
    team: 7,
    received: '2019-04-18',
    published: '2019-04-25',
    statement: 'full',
    grades: ['inadequate', 'inadequate', 'requires-improvement', 'inadequate'],
    asked: [
      'The response to contacts at the front door, so that children at risk are seen the same day.',
      'The timeliness of assessments and of the visits that follow them.',
      'Management oversight at every level, so that delay is seen and ended.',
      'The quality of plans, so that each says what will be different and by when.',
      'Pathway plans and the support for young people who leave care.',
      'The completeness of data, so that leaders know what they are told is so.',
      'The stability of the workforce in assessment teams.',
    ],
    strong: ['Foster carers are well supported and speak warmly of the county.'],
    contested: [
      {
        sent: '2019-04-09',
        paragraph: '14',
        words:
          'The draft counts 62 unallocated referrals; on that day the list held 41, and 21 had been closed.',
        outcome: 'changed',
        answer: 'The number was corrected to 41.',
        answered: '2019-04-15',
      },
      {
        sent: '2019-04-09',
        paragraph: '31',
        words: 'Caseloads of newly qualified workers were capped from February, before the visit.',
        outcome: 'unchanged',
        answer: 'Inspectors saw caseloads above the cap in two teams of three.',
        answered: '2019-04-15',
      },
    ],
  },
  visit(
    1,
    '2019-09-10',
    '2019-09-11',
    undefined,
    'The front door',
    'Staff know what went wrong. Contacts are now screened the same day; decisions are not yet always recorded. The first letter was not published.',
  ),
  visit(
    2,
    '2020-01-21',
    '2020-01-22',
    '2020-02-19',
    'Assessments and visits',
    'Progress from a very low base. Visits happen more often; their purpose is not always clear.',
  ),
  visit(
    3,
    '2020-11-17',
    '2020-11-18',
    '2020-12-16',
    'Child protection plans',
    'Services held through the pandemic. Plans are clearer in three teams of five.',
  ),
  visit(
    4,
    '2021-05-11',
    '2021-05-12',
    '2021-06-09',
    'Children in care',
    'Children are visited and reviewed on time. Permanence is thought of earlier.',
  ),
  visit(
    5,
    '2021-10-05',
    '2021-10-06',
    '2021-11-03',
    'Care leavers',
    'Personal advisers keep in touch. Pathway plans are late for one young person in three.',
  ),
  {
    key: 'ilacs-2022',
    kind: 'full',
    framework: 'ilacs-2018',
    began: '2022-05-09',
    ended: '2022-05-20',
    team: 6,
    received: '2022-06-24',
    published: '2022-07-01',
    statement: 'full',
    grades: [
      'requires-improvement',
      'requires-improvement',
      'requires-improvement',
      'requires-improvement',
    ],
    asked: [
      'The consistency of assessments between localities.',
      'The offer to children who go missing.',
      'Initial health assessments within 20 working days of coming into care.',
      'Pathway planning for young people aged 18 and over.',
    ],
    strong: [
      'Staff say that they want to stay, and more of them do.',
      'The front door answers quickly and asks for consent.',
    ],
  },
  {
    key: 'focused-2023',
    kind: 'focused',
    framework: 'ilacs-2023',
    theme: 'Children in need and on protection plans',
    began: '2023-06-13',
    ended: '2023-06-14',
    team: 2,
    received: '2023-06-30',
    published: '2023-07-21',
    summary:
      'Most children are visited by workers whom they know. Plans still list services more than change.',
    asked: ['Plans that say what will be different for the child.'],
  },
  {
    key: 'hmip-2023',
    kind: 'hmip',
    framework: 'hmip-youth-2018',
    title: 'Youth justice service, 2023',
    began: '2023-03-06',
    ended: '2023-03-10',
    team: 5,
    published: '2023-07-06',
    grades: ['good', 'good', 'good', 'requires-improvement', 'good'],
    asked: ['Make resettlement plans with children before their release.'],
  },
  {
    key: 'peer-2023',
    kind: 'peer-review',
    framework: 'peer-review',
    title: 'Peer review of practice, 2023',
    began: '2023-11-21',
    ended: '2023-11-23',
    team: 4,
    summary:
      'Assessments take too long and vary. Children’s views are gathered and seldom change a plan.',
  },
  {
    key: 'send-2024',
    kind: 'send',
    framework: 'send-2023',
    title: 'Area SEND inspection, 2024',
    began: '2024-01-22',
    ended: '2024-01-26',
    team: 6,
    published: '2024-03-21',
    grades: ['inconsistent'],
    asked: ['Shorten the wait for an assessment of autism.'],
  },
  {
    key: 'ilacs-2024',
    kind: 'full',
    framework: 'ilacs-2023',
    title: 'ILACS inspection, May 2024',
    began: '2024-05-07',
    ended: '2024-05-17',
    team: 6,
    received: '2024-06-21',
    published: '2024-06-28',
    statement: 'full',
    grades: [
      'requires-improvement',
      'requires-improvement',
      'good',
      'good',
      'requires-improvement',
    ],
    asked: [
      'The timeliness and quality of assessments, so that children’s needs are understood without delay.',
      'The regularity of visits to children on child protection plans, including whether children are seen alone.',
      'The timeliness of initial health assessments when children come into care.',
      'Management oversight and supervision, so that decisions and their reasons are recorded and drift is challenged.',
      'The sufficiency of placements close to home for children in care.',
      'The timeliness of pathway plan reviews and the offer to care leavers aged 21 and over.',
    ],
    findings: ['rec-1', 'rec-2', 'rec-3', 'rec-4', 'rec-5', 'rec-6'],
    strong: [
      'Leaders know their services and say plainly what is not good.',
      'Early help reaches families before harm is done.',
    ],
  },
  {
    key: 'mock-2025',
    kind: 'mock',
    framework: 'mock-inspection',
    title: 'Mock inspection of court work, March 2025',
    began: '2025-03-12',
    ended: '2025-03-14',
    team: 3,
    summary:
      'Letters before proceedings are clear. Four of nine families waited more than a month for a first meeting.',
  },
  {
    key: 'focused-2025',
    kind: 'focused',
    framework: 'ilacs-2023',
    title: 'Focused visit, October 2025: vulnerable adolescents',
    theme: 'Vulnerable adolescents',
    began: '2025-10-08',
    ended: '2025-10-09',
    team: 2,
    received: '2025-10-24',
    published: '2025-11-14',
    summary:
      'Young people are listened to. What they say after going missing does not always reach their plan.',
    asked: [
      'Return home interviews are offered more often but are not always used to inform safety plans.',
    ],
    findings: ['visit-missing'],
  },
  {
    key: 'assurance-2021',
    kind: 'assurance',
    framework: 'ilacs-2018',
    title: 'Assurance visit, February 2021',
    began: '2021-02-02',
    ended: '2021-02-04',
    team: 3,
    published: '2021-03-19',
    summary: 'Children were seen throughout the pandemic, at the door where they had to be.',
  },
  {
    key: 'dfe-2025',
    kind: 'dfe-review',
    title: 'Six-monthly review, March 2025',
    number: 2,
    began: '2025-03-25',
    ended: '2025-03-25',
    summary:
      'The Department is content with progress and asks for better evidence from care leavers.',
  },
  {
    key: 'aem-2026',
    kind: 'annual-engagement',
    title: 'Annual engagement meeting, 2026',
    began: '2026-02-24',
    ended: '2026-02-24',
    received: '2026-03-18',
    summary:
      'Inspectors noted gains in visits, health assessments and pathway plans, and asked about placements far from home.',
  },
  {
    key: 'self-2026',
    kind: 'self-evaluation',
    title: 'Self-evaluation, 2026',
    began: '2026-06-05',
    ended: '2026-06-05',
    summary:
      'What we know of the quality and impact of practice, how we know it, and what we do in the next twelve months.',
  },
  {
    key: 'jtai-2025',
    kind: 'jtai',
    framework: 'jtai',
    title: 'Joint targeted area inspection, 2025: domestic abuse',
    began: '2025-06-16',
    ended: '2025-06-20',
    team: 9,
    published: '2025-08-05',
    summary: 'Partners act together when a child is at risk. Health is not always at the table.',
  },
]
