import { clerk, dcs, type DemoCommitment, quality } from './demo-story.ts'

// What the meetings of a county that does not exist asked for from 2017 to 2023.

export const earlyCommitments: readonly DemoCommitment[] = [
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
]
