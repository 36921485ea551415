import { type DemoMinutes, opening, raised, resolved, said } from './demo-story.ts'

// What the minutes of a county that does not exist say of its first years.

export const earlyMinutes: readonly DemoMinutes[] = [
  {
    body: 'cabinet',
    on: '2017-09-20',
    began: '10:00',
    concluded: '10:40',
    state: 'agreed',
    signedBy: 'Councillor Hazel Inkwell',
    items: [
      ...opening,
      {
        title: 'Children’s services improvement plan',
        kind: 'report',
        presenter: 'Lead member for children’s services',
        said: [
          said(
            'The Cabinet member presented the draft plan. The inspection report, published in June, had judged services inadequate overall.',
          ),
          raised(
            'assured-2017',
            'The Cabinet member assured members that the plan was pursued with urgency and was a sound platform to build on.',
          ),
          said(
            'The chief executive agreed to provide a further update on the review of culture after the meeting.',
          ),
          resolved(
            'Cabinet noted the report and RESOLVED to:\n1) approve the plan for submission, and\n2) authorise the director of children’s services, in consultation with the lead member, to make minor changes as the inspectorate requires.',
          ),
        ],
      },
    ],
  },
  {
    body: 'scrutiny',
    on: '2018-07-12',
    began: '10:00',
    concluded: '12:20',
    state: 'agreed',
    items: [
      ...opening,
      {
        title: 'Improvement plan: progress',
        kind: 'report',
        presenter: 'Director of children’s services',
        said: [
          said('The director told members which of the plan’s lines were late, and why.'),
          raised(
            'challenge-1',
            'Members were concerned about the level of challenge by the senior leadership of the council.',
          ),
          said('Members asked for a report on how long social workers stay in each team.'),
        ],
      },
    ],
  },
  {
    body: 'scrutiny',
    on: '2019-01-17',
    began: '10:00',
    concluded: '12:05',
    state: 'agreed',
    items: [
      ...opening,
      {
        title: 'Improvement board: report of its chair',
        kind: 'report',
        presenter: 'Independent chair of the improvement board',
        said: [
          said(
            'The independent chair said that it was reasonable to have expected more rapid progress.',
          ),
          raised(
            'challenge-2',
            'Members reiterated previous concerns with regard to the level of challenge by the senior leadership, including the chief executive.',
          ),
          said(
            'The independent chair undertook to send members the board’s own list of what is late.',
          ),
        ],
      },
    ],
  },
  {
    body: 'scrutiny',
    on: '2020-01-16',
    began: '10:00',
    concluded: '12:30',
    state: 'agreed',
    amendments: 'with ‘one in five’ for ‘one in four’ in the paragraph on audits',
    items: [
      ...opening,
      {
        title: 'Permanence',
        kind: 'verbal update',
        said: [
          said('The head of service said how long children wait for a decision on permanence.'),
          raised(
            'permanence-2020',
            'The committee agreed to receive the report on permanence at its meeting in March 2020.',
          ),
        ],
      },
      {
        title: 'Quality assurance: progress',
        kind: 'report',
        presenter: 'Head of quality',
        said: [
          {
            words:
              'One in five audits was graded inadequate, and the share had not changed in a year.',
            was: {
              words:
                'One in four audits was graded inadequate, and the share had not changed in a year.',
              reason: 'Amended by the committee: the report says one in five',
            },
          },
          said(
            'The ambassadors for children and young people challenged the words that audits use: families have to understand them.',
          ),
          raised(
            'visits-2020',
            'The director assured the committee that visits to children on protection plans were getting better and would be on time within a year.',
          ),
          said(
            'The director assured the committee that no child whose record was graded inadequate had been left unsafe.',
          ),
        ],
      },
    ],
  },
  {
    body: 'scrutiny',
    on: '2023-01-19',
    began: '10:00',
    concluded: '12:10',
    state: 'agreed',
    signedBy: 'Councillor Tansy Bellwether-Nook',
    items: [
      ...opening,
      {
        title: 'Revenue monitoring',
        kind: 'report',
        presenter: 'Finance business partner',
        said: [
          said(
            'There were 96 external placements, and at the same time last year there had been 81.',
          ),
          raised(
            'budget-1',
            'Members were very concerned about the pressure of the cost of placements on the budget.',
          ),
          said('It was suggested that the budget be set on later numbers than those of September.'),
        ],
      },
    ],
  },
]
