import { type DemoMinutes, opening, raised, resolved, said } from './demo-story.ts'

// What the minutes of a county that does not exist say of its last years.

const chair = 'Councillor Clover Marblecombe'

export const lateMinutes: readonly DemoMinutes[] = [
  {
    body: 'scrutiny',
    on: '2025-09-18',
    began: '10:00',
    concluded: '12:25',
    state: 'agreed',
    signedBy: chair,
    items: [
      ...opening,
      {
        title: 'Children who are referred again',
        kind: 'report',
        presenter: 'Head of Assessment',
        said: [
          said(
            'The head of service said that 26% of referrals were of children who had been referred in the year before.',
          ),
          raised(
            'repeat-2025',
            'The committee recommended that Cabinet find out why one child in four who is referred was referred in the year before.',
          ),
          raised(
            'repeat-assured',
            'The director assured members that fewer children would be referred again by the spring.',
          ),
          {
            kind: 'vote',
            words:
              'Motion: That the recommendation go to Cabinet. Vote: For 6, against 1, abstained 0. Carried.',
            vote: {
              motion: 'That the recommendation go to Cabinet',
              votesFor: 6,
              votesAgainst: 1,
              abstained: 0,
            },
          },
        ],
      },
    ],
  },
  {
    body: 'scrutiny',
    on: '2026-01-15',
    began: '10:00',
    concluded: '12:15',
    state: 'agreed',
    signedBy: chair,
    items: [
      ...opening,
      {
        title: 'Workforce',
        kind: 'report',
        presenter: 'Principal social worker',
        said: [
          said('The principal social worker said how many posts are filled by agency staff.'),
          raised(
            'workers-1',
            'Members were concerned that children change their social worker too often.',
          ),
          said('Members asked the director to provide the number of changes in each locality.'),
        ],
      },
    ],
  },
  {
    body: 'scrutiny',
    on: '2026-03-19',
    began: '10:00',
    concluded: '11:50',
    state: 'agreed',
    signedBy: chair,
    items: [
      ...opening,
      {
        title: 'Care leavers',
        kind: 'report',
        presenter: 'Head of Leaving Care',
        said: [
          said('Young people told the committee what the offer means to them at 21.'),
          raised(
            'care-leavers-2026',
            'Members agreed that it would be helpful to hear how the offer to care leavers is going later this year.',
          ),
          said('The chair thanked the young people and congratulated them on their film.'),
        ],
      },
    ],
  },
  {
    body: 'scrutiny',
    on: '2026-06-04',
    began: '10:00',
    concluded: '12:40',
    state: 'agreed',
    signedBy: chair,
    items: [
      ...opening,
      {
        title: 'Contacts from schools',
        kind: 'report',
        presenter: 'Head of Assessment',
        said: [
          said('Head teachers said that they seldom hear what becomes of a contact.'),
          raised(
            'schools-2026',
            'It was agreed that schools would be told what became of each contact that they make.',
          ),
        ],
      },
      {
        title: 'Visits to children on plans',
        kind: 'report',
        presenter: 'Head of Safeguarding',
        said: [
          {
            words: 'Of the visits that were due, 84% were on time, and 71% a year before.',
            figure: {
              figure: '84%',
              indicator: 'CP15',
              source: 'Visits to children on protection plans',
              period: 'April 2026',
            },
          },
          raised('audit-2026', 'The audit of visits to be brought to the committee in August.'),
        ],
      },
      {
        title: 'Homes for children in care',
        kind: 'report',
        presenter: 'Head of Commissioning',
        said: [
          said(
            'Members questioned whether the council knows how many homes it will need in three years.',
          ),
          raised(
            'sufficiency-2026',
            'The committee recommended that Cabinet publish how many homes children in care need, and where, by locality.',
          ),
        ],
      },
      {
        title: 'A contract for a new home',
        kind: 'report',
        presenter: 'Head of Commissioning',
        exempt: { paragraph: 3, words: 'the business affairs of those who offered' },
        said: [said('Members compared what three providers had offered for the new home.')],
      },
    ],
  },
  {
    body: 'scrutiny',
    on: '2026-09-17',
    began: '10:00',
    concluded: '12:35',
    state: 'draft',
    items: [
      ...opening,
      {
        title: 'Focused visit: children at risk outside the home',
        kind: 'report',
        presenter: 'Head of Adolescent Services',
        said: [
          raised(
            'film-2026',
            'The chair thanked the adolescent team, whose work was praised at the focused visit and copied by two other councils.',
          ),
          said('Members requested a briefing note on return home interviews.'),
        ],
      },
      {
        title: 'Workforce',
        kind: 'report',
        presenter: 'Principal social worker',
        said: [
          said(
            'The principal social worker reported that 21 more posts were filled for good than a year before.',
          ),
          raised(
            'workers-2',
            'Members reiterated their concern that children change social worker too often.',
          ),
          said(
            'The director assured members that no child would have more than two social workers in a year from April 2027.',
          ),
        ],
      },
      {
        title: 'The placements team',
        kind: 'report',
        presenter: 'Head of Commissioning',
        said: [
          said('The head of service said which homes had opened since the spring.'),
          raised(
            'placements-2026',
            'The committee will receive a report on the first year of the placements team at its meeting on 17 December 2026.',
          ),
          said(
            'Members agreed to recommend that Cabinet look into homes for brothers and sisters.',
          ),
        ],
      },
    ],
  },
  {
    body: 'board',
    on: '2026-01-19',
    began: '14:00',
    concluded: '16:00',
    state: 'draft',
    items: [
      {
        title: 'Supervision',
        kind: 'report',
        presenter: 'Principal social worker',
        said: [
          said('The board read what the audit found of 30 records of supervision.'),
          raised(
            'supervision-2026',
            'The principal social worker to bring twenty supervision records that show why.',
          ),
        ],
      },
    ],
  },
  {
    body: 'board',
    on: '2026-04-13',
    began: '14:00',
    concluded: '16:05',
    state: 'agreed',
    items: [
      {
        title: 'Health of children in care',
        kind: 'report',
        presenter: 'Chief nurse',
        said: [
          said('The chief nurse reported that the dental clinic had closed in February.'),
          raised(
            'dentists-2026',
            'Health to find a dentist for each child in care who has none since the clinic closed.',
          ),
          resolved('The board RESOLVED to look at this at each meeting until every child has one.'),
        ],
      },
    ],
  },
  {
    body: 'board',
    on: '2026-11-09',
    began: '14:00',
    concluded: '16:10',
    state: 'being written',
    items: [
      {
        title: 'What young people asked',
        kind: 'presentation',
        said: [
          said('Three young people told the board how they learned that they would move.'),
          raised(
            'notice-2026',
            'The young people asked how many children knew a week before that they would move.',
          ),
          said('The director agreed to write to them before the end of November.'),
        ],
      },
    ],
  },
]
