import type { CommitmentKind, ResponseKind, Verdict } from './commitment.ts'
import type { Step } from './steps.ts'

// What the meetings of a county that does not exist asked for, in the order in which it was said.

export type DemoBodyKey =
  | 'council'
  | 'cabinet'
  | 'scrutiny'
  | 'board-2019'
  | 'board'
  | 'parenting'
  | 'safeguarding'

export interface DemoTaken {
  readonly step: Step
  readonly on: string
  readonly by: string
  readonly words: string
  readonly response?: ResponseKind
  readonly reason?: string
  readonly respondent?: string
  readonly verdict?: Verdict
  readonly dueOn?: string
}

/** A commitment of the demonstration, by a key that its demonstration minutes know it by. */
export interface DemoCommitment {
  readonly key: string
  readonly kind: CommitmentKind
  readonly body: DemoBodyKey
  readonly on: string
  /** The number of the paragraph, as minutes print it. */
  readonly paragraph: string
  readonly title: string
  readonly words: string
  readonly saidBy?: string
  readonly owner?: string
  readonly sharedWith?: readonly string[]
  readonly toBody?: DemoBodyKey
  readonly toPosts?: readonly string[]
  readonly due?: string
  readonly dueWords?: string
  readonly receivedOn?: string
  readonly measure?: string
  readonly audit?: string
  readonly joinedTo?: string
  readonly forOn?: string
  /** A finding of the demonstration that came from it. */
  readonly finding?: string
  readonly taken?: readonly DemoTaken[]
}

const dcs = 'Director of children’s services'
const clerk = 'Democratic services officer'
const quality = 'Quality lead'
const nurse = 'Integrated care board'

export const demoCommitments: readonly DemoCommitment[] = [
  {
    key: 'council-2017',
    kind: 'action',
    body: 'council',
    on: '2017-06-28',
    paragraph: '4',
    title: 'Report to Cabinet each quarter on what council agreed about children’s services',
    words:
      'Council agreed that progress on its eight actions be reported to Cabinet each quarter until all are complete.',
    owner: dcs,
    toBody: 'cabinet',
    due: '2017-09-20',
    taken: [
      {
        step: 'done',
        on: '2018-03-14',
        by: dcs,
        words: 'Reported in September, December and March; six of eight complete.',
      },
      {
        step: 'verify',
        on: '2018-03-28',
        by: clerk,
        words:
          'Three reports are in the minutes of Cabinet, each with a table of the eight actions.',
      },
    ],
  },
  {
    key: 'assured-2017',
    kind: 'assurance',
    body: 'cabinet',
    on: '2017-09-20',
    paragraph: '6',
    title: 'The plan is a sound platform and is pursued with urgency',
    words:
      'The Cabinet member assured members that the plan was pursued with urgency and was a sound platform to build on.',
    saidBy: 'Lead member for children’s services',
    due: '2019-03-31',
    audit: 'Inspection of March 2019',
    taken: [
      {
        step: 'check',
        on: '2019-06-03',
        by: quality,
        words:
          'The inspection of March 2019 judged services inadequate and found drift in the plan.',
        verdict: 'not borne out',
      },
    ],
  },
  {
    key: 'joint-training',
    kind: 'recommendation',
    body: 'scrutiny',
    on: '2018-01-18',
    paragraph: '3.6',
    title: 'Consider one service for young people up to 25',
    words:
      'Members agreed to recommend that the directors consider whether one service for young people aged up to 25 could be set up.',
    toPosts: [dcs, 'Director of adult social services'],
    due: '2018-04-30',
    taken: [
      {
        step: 'respond',
        on: '2018-04-12',
        by: clerk,
        words:
          'One team for young people with disabilities from 14 to 25 will begin in January 2019.',
        response: 'partly',
        reason: 'For others the law and the money differ at 18, and both boards have other plans.',
        respondent: `${dcs} and Director of adult social services`,
      },
      {
        step: 'done',
        on: '2019-02-01',
        by: dcs,
        words: 'The team of nine opened in January 2019.',
      },
      {
        step: 'verify',
        on: '2019-05-16',
        by: clerk,
        words: 'Members visited the team on 9 May 2019 and saw its list of 112 young people.',
      },
    ],
  },
  {
    key: 'challenge-1',
    kind: 'concern',
    body: 'scrutiny',
    on: '2018-07-12',
    paragraph: '5.4',
    title: 'Challenge by the council’s senior leadership',
    words:
      'Members were concerned about the level of challenge by the senior leadership of the council.',
    taken: [
      {
        step: 'answer',
        on: '2018-07-30',
        by: clerk,
        words: 'The chief executive will meet the director each month with the figures.',
        response: 'answer',
        respondent: 'Chief executive',
      },
    ],
  },
  {
    key: 'challenge-2',
    kind: 'concern',
    body: 'scrutiny',
    on: '2019-01-17',
    paragraph: '5.6',
    title: 'Challenge by senior leadership, again',
    words:
      'Members reiterated previous concerns with regard to the level of challenge by the senior leadership, including the chief executive.',
    joinedTo: 'challenge-1',
  },
  {
    key: 'challenge-3',
    kind: 'concern',
    body: 'board-2019',
    on: '2019-09-18',
    paragraph: '12',
    title: 'Challenge by senior leadership, at the board',
    words:
      'The adviser asked who challenges the service when figures stand still, and found the level of challenge by senior leadership weak.',
    joinedTo: 'challenge-1',
    taken: [
      {
        step: 'answer',
        on: '2019-10-02',
        by: clerk,
        words: 'A weekly meeting on performance, led by the chief executive, from October 2019.',
        response: 'answer',
        respondent: 'Chief executive',
      },
    ],
  },
  {
    key: 'visits-2020',
    kind: 'assurance',
    body: 'scrutiny',
    on: '2020-01-16',
    paragraph: '6.6',
    title: 'Visits to children on plans will be on time within a year',
    words:
      'The director assured the committee that visits to children on protection plans were getting better and would be on time within a year.',
    saidBy: dcs,
    measure: 'CP15',
    due: '2021-03-01',
    taken: [
      {
        step: 'check',
        on: '2021-03-11',
        by: quality,
        words:
          'Four visits in five were on time in January 2021, and fewer than two in three before.',
        verdict: 'borne out',
      },
    ],
  },
  {
    key: 'permanence-2020',
    kind: 'report expected',
    body: 'scrutiny',
    on: '2020-01-16',
    paragraph: '4.3',
    title: 'Report on permanence',
    words: 'The committee agreed to receive the report on permanence at its meeting in March 2020.',
    owner: 'Head of Children in Care',
    forOn: '2020-03-12',
    taken: [
      {
        step: 'defer',
        on: '2020-03-12',
        by: clerk,
        words: 'The meeting was cancelled at the beginning of the pandemic.',
        dueOn: '2020-09-10',
      },
      {
        step: 'receive',
        on: '2020-09-10',
        by: clerk,
        words: 'Item 5 of 10 September 2020: children wait four months less than a year before.',
      },
    ],
  },
  {
    key: 'award-2021',
    kind: 'recognition',
    body: 'parenting',
    on: '2021-11-25',
    paragraph: '3',
    title: 'National award for the children in care council',
    words:
      'The board congratulated the children in care council on its national award for the film that every new foster carer now sees.',
    sharedWith: [],
  },
  {
    key: 'far-2022',
    kind: 'assurance',
    body: 'scrutiny',
    on: '2022-09-15',
    paragraph: '7.2',
    title: 'Fewer children will be placed far from home',
    words:
      'The director assured members that fewer children would be placed more than 20 miles from home as new carers were approved.',
    saidBy: dcs,
    measure: 'CA07A',
    due: '2023-09-30',
    taken: [
      {
        step: 'check',
        on: '2023-10-05',
        by: quality,
        words:
          'Eleven carers were approved and twelve left. The share of children far away stayed.',
        verdict: 'not borne out',
      },
    ],
  },
  {
    key: 'budget-1',
    kind: 'concern',
    body: 'scrutiny',
    on: '2023-01-19',
    paragraph: '8.1',
    title: 'Pressure of placements on the budget',
    words:
      'Members were very concerned about the pressure of the cost of placements on the budget.',
    taken: [
      {
        step: 'answer',
        on: '2023-02-09',
        by: clerk,
        words: 'Placements are reviewed each month, and £1.4m was added to the budget of 2023.',
        response: 'answer',
        respondent: 'Director of finance',
      },
    ],
  },
  {
    key: 'advocate-2023',
    kind: 'recommendation',
    body: 'scrutiny',
    on: '2023-09-14',
    paragraph: '4.7',
    title: 'Pay for an advocate for every child in care',
    words: 'The committee recommended that Cabinet pay for an advocate for every child in care.',
    toBody: 'cabinet',
    receivedOn: '2023-09-18',
    taken: [
      {
        step: 'respond',
        on: '2023-11-15',
        by: clerk,
        words: 'Every child is told of the advocacy service when they come into care.',
        response: 'reject',
        reason:
          'One child in six asks for an advocate. The money does more where it is asked for; the offer is made to all.',
        respondent: 'Cabinet',
      },
    ],
  },
  {
    key: 'localities-2024',
    kind: 'question',
    body: 'scrutiny',
    on: '2024-06-06',
    paragraph: '5.4',
    title: 'Are some localities doing worse than others?',
    words:
      'Members asked whether there were localities where assessments took longer than in others.',
    owner: 'Head of Assessment',
    due: '2024-06-20',
    taken: [
      {
        step: 'answer',
        on: '2024-06-18',
        by: clerk,
        words: 'Two of five are slower; both had vacancies. The pages of teams show each month.',
        response: 'answer',
        respondent: 'Head of Assessment',
      },
    ],
  },
  {
    key: 'health-2025',
    kind: 'assurance',
    body: 'board',
    on: '2025-02-17',
    paragraph: '14',
    title: 'First health assessments will be on time by the end of summer',
    words:
      'The chief nurse assured the board that first health assessments would be on time by the end of the summer.',
    saidBy: 'Chief nurse',
    owner: nurse,
    sharedWith: [nurse],
    measure: 'HE01',
    due: '2025-10-31',
    taken: [
      {
        step: 'check',
        on: '2025-11-12',
        by: quality,
        words: 'Eight in ten were on time from August to October, and five in ten before.',
        verdict: 'borne out',
      },
    ],
  },
  {
    key: 'budget-2',
    kind: 'concern',
    body: 'scrutiny',
    on: '2025-01-16',
    paragraph: '6.3',
    title: 'Cost of placements, again',
    words: 'Members remained concerned that the cost of placements put pressure on the budget.',
    joinedTo: 'budget-1',
  },
  {
    key: 'repeat-2025',
    kind: 'recommendation',
    body: 'scrutiny',
    on: '2025-09-18',
    paragraph: '4.9',
    title: 'Find out why one child in four comes back within a year',
    words:
      'The committee recommended that Cabinet find out why one child in four who is referred was referred in the year before.',
    toBody: 'cabinet',
    receivedOn: '2025-09-22',
    finding: 'scrutiny-repeat',
    taken: [
      {
        step: 'respond',
        on: '2025-11-12',
        by: clerk,
        words:
          'Fifty referrals that came back will be read by two people, and reported by June 2026.',
        response: 'accept',
        respondent: 'Cabinet',
      },
      {
        step: 'done',
        on: '2026-06-10',
        by: 'Head of Assessment',
        words: 'Fifty were read. Domestic abuse and missed health visits stood behind 31.',
      },
    ],
  },
  {
    key: 'repeat-assured',
    kind: 'assurance',
    body: 'scrutiny',
    on: '2025-09-18',
    paragraph: '4.10',
    title: 'Fewer children will be referred again',
    words:
      'The director assured members that fewer children would be referred again by the spring.',
    saidBy: dcs,
    measure: 'FD07',
    due: '2026-04-30',
  },
  {
    key: 'supervision-2026',
    kind: 'action',
    body: 'board',
    on: '2026-01-19',
    paragraph: '9',
    title: 'Bring twenty supervision records to the board',
    words: 'The principal social worker to bring twenty supervision records that show why.',
    owner: 'Principal Social Worker',
    due: '2026-04-13',
    taken: [
      {
        step: 'done',
        on: '2026-04-10',
        by: 'Principal Social Worker',
        words: 'Twenty records, without names, are with the papers of 13 April.',
      },
      {
        step: 'verify',
        on: '2026-04-13',
        by: quality,
        words: 'The board read all twenty; in fourteen the reason is there, and in six it is not.',
      },
    ],
  },
  {
    key: 'workers-1',
    kind: 'concern',
    body: 'scrutiny',
    on: '2026-01-15',
    paragraph: '5.2',
    title: 'Children change social worker too often',
    words: 'Members were concerned that children change their social worker too often.',
    taken: [
      {
        step: 'answer',
        on: '2026-02-02',
        by: clerk,
        words: 'There are 21 more permanent social workers than a year ago.',
        response: 'answer',
        respondent: 'Head of Workforce',
      },
    ],
  },
  {
    key: 'dentists-2026',
    kind: 'action',
    body: 'board',
    on: '2026-04-13',
    paragraph: '16',
    title: 'Find a dentist for every child in care who has none',
    words: 'Health to find a dentist for each child in care who has none since the clinic closed.',
    owner: nurse,
    sharedWith: [nurse],
    due: '2026-07-06',
    finding: 'children-dentist',
    taken: [
      {
        step: 'defer',
        on: '2026-06-29',
        by: nurse,
        words: 'Two practices agreed to take children; the contract of the third is not signed.',
        dueOn: '2026-10-30',
      },
    ],
  },
  {
    key: 'care-leavers-2026',
    kind: 'report expected',
    body: 'scrutiny',
    on: '2026-03-19',
    paragraph: '3.7',
    title: 'How the offer to care leavers is going',
    words:
      'Members agreed that it would be helpful to hear how the offer to care leavers is going later this year.',
    owner: 'Head of Leaving Care',
    dueWords: 'later this year',
  },
  {
    key: 'schools-2026',
    kind: 'action',
    body: 'scrutiny',
    on: '2026-06-04',
    paragraph: '4.4',
    title: 'Tell schools what became of their contacts',
    words: 'It was agreed that schools would be told what became of each contact that they make.',
  },
  {
    key: 'sufficiency-2026',
    kind: 'recommendation',
    body: 'scrutiny',
    on: '2026-06-04',
    paragraph: '6.8',
    title: 'Publish how many homes are needed, and where',
    words:
      'The committee recommended that Cabinet publish how many homes children in care need, and where, by locality.',
    toBody: 'cabinet',
    receivedOn: '2026-06-08',
  },
  {
    key: 'dental-assured',
    kind: 'assurance',
    body: 'parenting',
    on: '2026-07-16',
    paragraph: '7',
    title: 'Every child in care will see a dentist by the end of the year',
    words:
      'Health assured the board that every child in care will see a dentist by the end of 2026.',
    saidBy: 'Chief nurse',
    owner: nurse,
    sharedWith: [nurse],
    measure: 'HE03',
    due: '2027-01-15',
  },
  {
    key: 'audit-2026',
    kind: 'report expected',
    body: 'scrutiny',
    on: '2026-06-04',
    paragraph: '5.9',
    title: 'What the themed audit of visits found',
    words: 'The audit of visits to be brought to the committee in September.',
    owner: quality,
    forOn: '2026-09-17',
  },
  {
    key: 'workers-2',
    kind: 'concern',
    body: 'scrutiny',
    on: '2026-09-17',
    paragraph: '4.6',
    title: 'Changes of social worker, again',
    words: 'Members reiterated their concern that children change social worker too often.',
    joinedTo: 'workers-1',
  },
  {
    key: 'placements-2026',
    kind: 'report expected',
    body: 'scrutiny',
    on: '2026-09-17',
    paragraph: '6.5',
    title: 'Homes close to home: what the placements team did in a year',
    words:
      'The committee will receive a report on the first year of the placements team at its meeting on 10 December 2026.',
    owner: 'Head of Commissioning',
    forOn: '2026-12-10',
  },
  {
    key: 'film-2026',
    kind: 'recognition',
    body: 'scrutiny',
    on: '2026-09-17',
    paragraph: '2.1',
    title: 'The adolescent team’s work with families of missing children',
    words:
      'The chair thanked the adolescent team, whose work was praised at the focused visit and copied by two other councils.',
  },
  {
    key: 'notice-2026',
    kind: 'question',
    body: 'board',
    on: '2026-11-09',
    paragraph: '11',
    title: 'How many children knew before they moved?',
    words: 'The young people asked how many children knew a week before that they would move.',
    saidBy: 'Children in care council',
    owner: 'Head of Commissioning',
    due: '2026-12-21',
  },
]
