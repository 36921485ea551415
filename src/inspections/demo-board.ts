import type { Effect } from './board.ts'
import type { InterventionKind } from './intervention.ts'

// The board of a county that does not exist, and what the Department did there.

export const demoInterventions: readonly {
  readonly kind: InterventionKind
  readonly title: string
  readonly legalBasis: string
  readonly issued: string
  readonly requirements: readonly string[]
  readonly reviewMonths: number | null
  readonly minimumMonths: number | null
  readonly lifted: string | null
  readonly liftedWords: string | null
  readonly after: string
  readonly reviews: readonly { readonly on: string; readonly words: string }[]
}[] = [
  {
    kind: 'adviser',
    title: 'Improvement adviser',
    legalBasis: 'By agreement',
    issued: '2019-05-20',
    requirements: ['To chair the improvement board until it has an independent chair'],
    reviewMonths: 6,
    minimumMonths: null,
    lifted: '2020-01-31',
    liftedWords: 'A chair was appointed.',
    after: 'ilacs-2019',
    reviews: [],
  },
  {
    kind: 'direction',
    title: 'Statutory direction, 2019',
    legalBasis: 'Section 497A of the Education Act 1996',
    issued: '2019-06-12',
    requirements: [
      'To work with the adviser and keep an improvement board',
      'To carry out the plan that answers the inspection',
      'To report on progress to the Department every six months',
    ],
    reviewMonths: 6,
    minimumMonths: null,
    lifted: '2022-09-14',
    liftedWords: 'The inspection of May 2022 found services no longer inadequate.',
    after: 'ilacs-2019',
    reviews: [
      { on: '2019-12-10', words: 'Slow, from a low base. Continue.' },
      { on: '2020-12-08', words: 'Held through the pandemic. Continue.' },
      { on: '2021-12-07', words: 'Steady. Continue until the inspection.' },
    ],
  },
  {
    kind: 'support',
    title: 'Support and supervision',
    legalBasis: 'Follows the end of an intervention, for at least 12 months',
    issued: '2022-09-14',
    requirements: ['To meet the Department every six months'],
    reviewMonths: 6,
    minimumMonths: 12,
    lifted: '2024-03-20',
    liftedWords: 'Progress was kept for eighteen months.',
    after: 'ilacs-2022',
    reviews: [{ on: '2023-03-15', words: 'Progress kept.' }],
  },
  {
    kind: 'notice',
    title: 'Improvement notice, 2024',
    legalBasis:
      'Not statutory; it gives warning of a direction under section 497A of the Education Act 1996',
    issued: '2024-08-05',
    requirements: [
      'To answer the six recommendations of May 2024',
      'To show each quarter what is different for children',
    ],
    reviewMonths: 6,
    minimumMonths: null,
    lifted: null,
    liftedWords: null,
    after: 'ilacs-2024',
    reviews: [
      {
        on: '2025-03-25',
        words: 'Content with progress; better evidence from care leavers is asked for.',
      },
      {
        on: '2026-06-16',
        words: 'Visits, health and pathway plans have moved. Placements have not.',
      },
    ],
  },
]

export const demoBoard = {
  name: 'Quillshire Improvement Board',
  chair: 'Independent chair',
  chairOrganisation: '',
  first: '2024-09-02',
  weeks: 6,
  endedOn: null,
  members: [
    { post: 'Chief executive', organisation: 'The county council' },
    { post: 'Director of children’s services', organisation: 'The county council' },
    { post: 'Cabinet member for children', organisation: 'The county council' },
    { post: 'Chief nurse', organisation: 'Integrated care board' },
    { post: 'Chief superintendent', organisation: 'Police' },
    { post: 'Head teacher', organisation: 'Schools forum' },
    { post: 'Adviser', organisation: 'Department for Education' },
    { post: 'Chair', organisation: 'Children in care council' },
  ],
  moved: {
    nth: 17,
    on: '2026-08-20',
    reason: 'The usual day fell into the holidays of most members.',
  },
} as const

export const demoQuestions: readonly {
  readonly asked: string
  readonly by: string
  readonly of: string
  readonly words: string
  readonly owner: string
  readonly due: string
  readonly answer?: string
  readonly answered?: string
  readonly followed?: {
    readonly on: string
    readonly words: string
    readonly effect: Effect
    readonly effectWords: string
  }
}[] = [
  {
    asked: '2025-01-06',
    by: 'Independent chair',
    of: '',
    words: 'How do we know that a visit on time is a visit that helps?',
    owner: 'Principal Social Worker',
    due: '2025-02-17',
    answer: 'A themed audit of visits looks at purpose and at whether the child was seen alone.',
    answered: '2025-02-17',
    followed: {
      on: '2026-02-27',
      words: 'Thirty visits were audited. Children were seen, in one visit of three not alone.',
      effect: 'changed',
      effectWords: 'Seeing children alone is now asked about at each supervision.',
    },
  },
  {
    asked: '2025-03-31',
    by: 'Chief nurse',
    of: 'Integrated care board',
    words: 'Why do consents for first health assessments reach us after ten days?',
    owner: 'Head of Children in Care',
    due: '2025-05-12',
    answer:
      'Consent waited for a manager’s signature. It is now asked for when the child comes in.',
    answered: '2025-05-12',
    followed: {
      on: '2025-09-15',
      words: 'Consents of August arrived within two days.',
      effect: 'changed',
      effectWords: 'Eight in ten children are seen within 20 working days.',
    },
  },
  {
    asked: '2025-06-23',
    by: 'Chair',
    of: 'Children in care council',
    words: 'Who tells us before we move, and when?',
    owner: 'Head of Commissioning',
    due: '2025-08-04',
    answer: 'The social worker, at least a week before, unless it is an emergency.',
    answered: '2025-08-11',
    followed: {
      on: '2026-03-09',
      words: 'The council asked 40 children: 22 had known a week before.',
      effect: 'no-effect',
      effectWords: 'No more knew than a year ago.',
    },
  },
  {
    asked: '2026-01-19',
    by: 'Chief superintendent',
    of: 'Police',
    words: 'How often does health miss a strategy meeting?',
    owner: 'Integrated care board',
    due: '2026-03-02',
    answer: 'In 27 of 90 meetings of the winter quarter.',
    answered: '2026-03-02',
  },
  {
    asked: '2026-08-20',
    by: 'Adviser',
    of: 'Department for Education',
    words: 'What would have to be true for a child not to be placed more than 20 miles away?',
    owner: 'Head of Commissioning',
    due: '2026-09-28',
  },
  {
    asked: '2026-11-09',
    by: 'Independent chair',
    of: '',
    words: 'Which two things would children notice by the spring?',
    owner: 'Director of children’s services',
    due: '2026-12-21',
  },
  {
    asked: '2026-11-09',
    by: 'Head teacher',
    of: 'Schools forum',
    words: 'When will schools hear what became of a contact that they made?',
    owner: 'Head of Assessment',
    due: '2026-12-21',
  },
]
