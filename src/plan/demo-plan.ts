import type { Delivery } from './line.ts'

/** A line of the demonstration's plan, and its story. */
export interface DemoLine {
  readonly title: string
  readonly difference?: string
  readonly owner?: string
  readonly organisation?: string
  readonly partners?: readonly string[]
  readonly starts?: string
  readonly due?: string
  /** When it was added, where that was after the plan was submitted. */
  readonly madeOn?: string
  readonly measures?: readonly string[]
  readonly answers?: readonly string[]
  readonly milestones?: readonly string[]
  readonly delivery?: Delivery
  readonly forecast?: string
  /** What the owner wrote in the latest cycles, the last one last. */
  readonly updates?: readonly string[]
  /** Since when the owner has written nothing. */
  readonly silentSince?: string
  readonly voices?: readonly {
    readonly kind: 're-audit' | 'feedback'
    readonly says: 'better' | 'same' | 'worse'
    readonly on: string
    readonly source: string
    readonly words: string
  }[]
  readonly dispute?: string
  readonly closed?: { readonly on: string; readonly evidence: string }
  readonly below?: readonly DemoLine[]
}

/** The plan of a county that does not exist. Its lines add up to £2.288m under a headline of £2.4m. */
export const demoPlan: {
  readonly funding: readonly (readonly [string, string])[]
  readonly themes: readonly DemoLine[]
} = {
  funding: [
    ['Twelve more social workers in assessment', '£1.175m'],
    ['Practice coaches for managers', '420k'],
    ['Placements team and foster carer support', '£553,000'],
    ['One form for visits', '140k'],
  ],
  themes: [
    {
      title: 'Children are seen and understood in time',
      difference: 'Children who need help are seen soon, alone, by somebody who comes back.',
      owner: 'Assistant Director, Safeguarding',
      below: [
        {
          title: 'Assessments without delay',
          difference: 'Families know within nine weeks what help there will be.',
          owner: 'Head of Assessment',
          starts: '2024-07-01',
          due: '2026-06-30',
          measures: ['AS01', 'AS03'],
          answers: ['rec-1'],
          updates: [
            'Both new assessment teams are at work. The oldest assessments were finished first, so the average was long for a while.',
            'Nine in ten have been in time since the summer. The practice sample agrees with the figure.',
            'It holds. The work goes on as part of each month’s supervision.',
          ],
          below: [
            {
              title: 'Two more assessment teams',
              difference: 'Workers have time to see each child more than once.',
              owner: 'Head of Workforce',
              starts: '2024-07-01',
              due: '2025-04-30',
              measures: ['AS01'],
              answers: ['rec-1'],
              milestones: ['Managers appointed', 'Teams at full strength'],
              updates: ['Eleven of twelve posts are filled.', 'All posts are filled.'],
              voices: [
                {
                  kind: 're-audit',
                  says: 'better',
                  on: '2026-02-20',
                  source: 'Re-audit of 24 assessments',
                  words: '19 of 24 were good or better, against 9 of 24 in 2024.',
                },
              ],
              closed: {
                on: '2025-10-16',
                evidence:
                  'Twelve posts filled; the list of open assessments past 45 days is empty in five of six teams.',
              },
            },
            {
              title: 'A weekly look at every assessment past 30 days',
              difference: 'No child waits because somebody forgot.',
              owner: 'Head of Assessment',
              starts: '2024-09-01',
              due: '2025-03-31',
              measures: ['AS01'],
              answers: ['rec-1', 'scrutiny-repeat'],
              delivery: 'complete',
              updates: [
                'It runs each Monday in all six localities.',
                'It runs, and Dovemallow has caught up.',
              ],
            },
            {
              title: 'Find out why one child in four comes back within a year',
              difference: 'Children get the right help the first time.',
              owner: 'Head of Assessment',
              starts: '2025-10-01',
              due: '2026-09-30',
              madeOn: '2025-10-20',
              measures: ['FD07'],
              answers: ['scrutiny-repeat'],
              delivery: 'off track',
              forecast: '2027-01-29',
              updates: [
                '60 children’s journeys are being read by two managers and a parent.',
                'Reading took longer than planned: 38 of 60 are done. What they have in common is early help that ended at the first missed appointment.',
              ],
              dispute:
                'The measure looks back twelve months, so nothing done in the summer can show in it yet.',
            },
          ],
        },
        {
          title: 'Visits that children count on',
          difference: 'Children on plans see their worker when it was promised, and alone.',
          owner: 'Head of Safeguarding',
          starts: '2024-07-01',
          due: '2026-12-18',
          measures: ['CP15', 'CP16'],
          answers: ['rec-2'],
          updates: [
            'Visits in time went up sharply from the spring. Seeing children alone has not moved.',
            'Visits in time hold. We now ask at each supervision why a child was not seen alone.',
          ],
          below: [
            {
              title: 'One form for a visit, on a phone',
              difference: 'An hour of writing becomes an hour with a child.',
              owner: 'Head of Systems',
              starts: '2024-10-01',
              due: '2025-06-30',
              measures: ['CP15'],
              answers: ['staff-system', 'rec-2'],
              updates: ['In use in every team.'],
              voices: [
                {
                  kind: 'feedback',
                  says: 'better',
                  on: '2026-01-30',
                  source: 'Staff survey, January 2026',
                  words: 'A visit takes 24 minutes to write down, against 61 a year before.',
                },
              ],
              closed: {
                on: '2025-08-21',
                evidence: 'In use in all teams; the three older forms are switched off.',
              },
            },
            {
              title: 'Children in care are seen alone, or it is written down why not',
              difference: 'Every child in care can say how it is without somebody listening in.',
              owner: 'Head of Children in Care',
              starts: '2026-03-02',
              due: '2026-10-30',
              madeOn: '2026-03-02',
              measures: ['CA17'],
              answers: ['audit-alone'],
              delivery: 'at risk',
              forecast: '2027-01-15',
              updates: [
                'The question is on the form. Managers see each week who was not seen alone.',
                'The figure has not moved. In half of the visits the carer’s home has no second room; workers now meet children at school or on a walk.',
              ],
            },
            {
              title: 'Visits to children in need by the same worker',
              difference: 'Children tell their story once.',
              owner: 'Head of Safeguarding',
              starts: '2025-05-01',
              due: '2026-12-18',
              measures: ['CA21'],
              answers: ['complaint-worker'],
              silentSince: '2026-08-20',
              updates: ['Handovers now need the agreement of a head of service.'],
            },
          ],
        },
        {
          title: 'Partners share what they know',
          difference:
            'What a nurse or an officer saw is known when a decision is made about a child.',
          owner: 'Safeguarding partnership',
          starts: '2024-10-01',
          due: '2026-12-18',
          partners: ['Police', 'Integrated care board', 'Schools'],
          measures: ['CP04'],
          answers: ['review-neglect'],
          updates: [
            'Chronologies are made together in all neglect meetings of two localities.',
            'Four localities of six. The timeliness of conferences has not moved in two years.',
          ],
          below: [
            {
              title: 'Health takes part in every strategy meeting',
              difference: 'A child’s injuries are looked at by somebody who can read them.',
              organisation: 'Integrated care board',
              starts: '2026-03-02',
              due: '2026-09-30',
              madeOn: '2026-03-02',
              answers: ['board-partners'],
              delivery: 'at risk',
              forecast: '2026-12-11',
              silentSince: '2026-09-10',
              updates: ['A rota of three named nurses has been agreed and begins in September.'],
            },
            {
              title: 'One chronology for each child where neglect is known',
              difference: 'Somebody puts the pieces together before it is too late.',
              owner: 'Safeguarding partnership',
              starts: '2024-10-01',
              due: '2026-06-30',
              answers: ['review-neglect'],
              delivery: 'on track',
              updates: ['In use in four localities.'],
            },
          ],
        },
      ],
    },
    {
      title: 'Children in care and care leavers have homes and health',
      difference: 'Children live near the people they know, and grow up well.',
      owner: 'Assistant Director, Children in Care',
      below: [
        {
          title: 'Health from the first week',
          difference:
            'A child who comes into care sees a doctor within a month, and a dentist within the year.',
          organisation: 'Integrated care board',
          partners: ['Public health'],
          starts: '2024-07-01',
          due: '2026-06-30',
          measures: ['HE01', 'HE03'],
          answers: ['rec-3', 'children-dentist'],
          delivery: 'at risk',
          forecast: '2027-03-31',
          updates: [
            'First health assessments have gone from half to more than eight in ten.',
            'First assessments hold. Dental checks fell when the clinic closed; two practices have offered 140 places from January.',
          ],
          below: [
            {
              title: 'A clinic day each week for first health assessments',
              difference: 'No child waits because a form was lost between two services.',
              organisation: 'Integrated care board',
              starts: '2024-09-01',
              due: '2025-09-30',
              measures: ['HE01'],
              answers: ['rec-3'],
              updates: ['The clinic runs each Wednesday.'],
              closed: {
                on: '2025-12-04',
                evidence: 'Clinic held in 40 of 41 weeks; notice reaches it within two days.',
              },
            },
            {
              title: 'Dental checks in every locality',
              difference: 'No child in care has toothache for want of a dentist.',
              organisation: 'Integrated care board',
              starts: '2024-09-01',
              due: '2025-03-31',
              measures: ['HE03'],
              answers: ['children-dentist'],
              updates: ['The clinic in town has taken on all children in care.'],
              closed: {
                on: '2024-12-12',
                evidence: 'Agreement with the clinic signed; 210 children seen since September.',
              },
            },
          ],
        },
        {
          title: 'Homes close to home',
          difference: 'Children keep their school and their friends when they come into care.',
          owner: 'Head of Commissioning',
          starts: '2024-07-01',
          due: '2027-03-31',
          measures: ['CA07A', 'CA05'],
          answers: ['rec-5', 'children-moves'],
          delivery: 'off track',
          forecast: '2027-09-30',
          updates: [
            'More children need homes than there are carers for: 31 carers approved, 27 left.',
            'Placements far away still rise. The board has asked for a plan B by December.',
          ],
          below: [
            {
              title: 'Forty more foster carers',
              difference: 'There is a choice of homes, and children are asked which.',
              owner: 'Head of Fostering',
              starts: '2024-07-01',
              due: '2026-12-18',
              measures: ['CA07A'],
              answers: ['rec-5'],
              delivery: 'at risk',
              forecast: '2027-06-30',
              updates: ['31 approved, 27 left: four more than at the start.'],
            },
            {
              title: 'No child moves without a week’s notice and a visit',
              difference: 'Children know where they are going and have seen it.',
              owner: 'Head of Children in Care',
              starts: '2025-07-01',
              due: '2026-03-31',
              madeOn: '2025-07-14',
              answers: ['children-moves'],
              updates: ['It was so for 52 of 61 planned moves.'],
              voices: [
                {
                  kind: 'feedback',
                  says: 'better',
                  on: '2026-06-11',
                  source: 'Children in care council',
                  words: 'Most of us saw the place before. Emergency moves are still on the day.',
                },
              ],
            },
            {
              title: 'A home of the council’s own for four children',
              difference: 'Four children come back to the county.',
              starts: '2026-03-02',
              due: '2027-03-31',
              madeOn: '2026-03-02',
              answers: ['rec-5'],
              delivery: 'not started',
            },
          ],
        },
        {
          title: 'Care leavers have somebody and somewhere',
          difference: 'At 18, 21 and 25 there is somebody to ring.',
          owner: 'Head of Leaving Care',
          starts: '2024-07-01',
          due: '2026-06-30',
          measures: ['LC07', 'LC05'],
          answers: ['rec-6'],
          updates: [
            'Reviews in time have gone up by twenty points in a year.',
            'It holds. The offer after 21 is written and on the site.',
          ],
          below: [
            {
              title: 'Pathway plans are reviewed when something changes',
              difference: 'A young person’s plan is about their life now.',
              owner: 'Head of Leaving Care',
              starts: '2024-07-01',
              due: '2025-12-19',
              measures: ['LC07'],
              answers: ['rec-6'],
              updates: ['Reviews are booked at the review before.'],
              closed: {
                on: '2026-01-22',
                evidence:
                  'The list of overdue reviews went from 96 to 11; ten plans were read with young people.',
              },
            },
          ],
        },
      ],
    },
    {
      title: 'Managers know, and act on what they know',
      difference: 'Mistakes about children are noticed by those who can put them right.',
      owner: 'Director of Children’s Services',
      below: [
        {
          title: 'Supervision that asks why',
          difference: 'Decisions about a child have a reason that the child can read one day.',
          owner: 'Principal Social Worker',
          starts: '2024-07-01',
          due: '2026-12-18',
          answers: ['rec-4', 'audit-supervision'],
          updates: [
            'Every manager has a coach. The audit of September found a reason in 16 of 30 records.',
            'The next audit of supervision is in December.',
          ],
          voices: [
            {
              kind: 're-audit',
              says: 'same',
              on: '2026-05-14',
              source: 'Audit of 30 supervision records',
              words: '17 of 30 had a reason for the decision, against 16 the autumn before.',
            },
          ],
          below: [
            {
              title: 'A coach for each of 42 managers',
              difference: 'Managers learn to ask what life is like for the child.',
              owner: 'Principal Social Worker',
              starts: '2024-09-01',
              due: '2025-07-31',
              answers: ['rec-4'],
              updates: ['38 of 42 have finished.'],
              closed: { on: '2025-09-11', evidence: 'All 42 managers have had six sessions.' },
            },
            {
              title: 'Plans say what will be different for the child',
              difference: 'Parents and children know what has to change.',
              owner: 'Head of Safeguarding',
              starts: '2026-01-12',
              due: '2026-10-30',
              madeOn: '2026-01-12',
              answers: ['audit-plans', 'peer-voice', 'parents-words'],
              measures: ['CP09'],
              updates: ['A new form of plan, written with parents, is tried in two teams.'],
              silentSince: '2026-07-09',
            },
          ],
        },
        {
          title: 'Enough people, who stay',
          difference: 'Children have one worker who knows them.',
          owner: 'Head of Workforce',
          starts: '2024-07-01',
          due: '2026-12-18',
          measures: ['WF05', 'WF06'],
          answers: ['staff-caseload'],
          updates: [
            'Caseloads have not moved in a year: as many left as came.',
            'No change. An exit survey says why: hours, then parking, then pay.',
          ],
          below: [
            {
              title: 'No caseload above twenty in assessment',
              difference: 'Workers see children as often as they should.',
              owner: 'Head of Workforce',
              starts: '2026-02-02',
              due: '2026-09-30',
              madeOn: '2026-02-02',
              measures: ['WF06'],
              answers: ['staff-caseload'],
              delivery: 'off track',
              forecast: '2027-02-26',
              updates: ['Two teams are above it, as in January.'],
            },
          ],
        },
      ],
    },
  ],
}
