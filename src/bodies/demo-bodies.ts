import type { Access, BodyKind, Numbering } from './body.ts'
import { demoCouncillors, type DemoSeat } from './demo-people.ts'

// The bodies of a county that does not exist, and who sits on them.

export interface DemoBody {
  readonly key: string
  readonly name: string
  readonly kind: BodyKind
  readonly access: Access
  readonly about: string
  readonly quorum?: number
  readonly numbering?: Numbering
  readonly from: string
  readonly until?: string
  readonly succeeds?: string
  readonly listed?: false
  readonly seats: readonly DemoSeat[]
}

const council = 'The county council'
const since2025 = '2025-05-20'

const both = (post: string, organisation: string, from: string, until?: string): DemoSeat => ({
  post,
  organisation,
  from,
  ...(until !== undefined && { until }),
})

const partners = (from: string, until?: string): readonly DemoSeat[] => [
  both('Chief executive', council, from, until),
  both('Director of children’s services', council, from, until),
  both('Lead member for children’s services', council, from, until),
  both('Chief nurse', 'Integrated care board', from, until),
  both('Chief superintendent', 'Police', from, until),
  both('Head teacher', 'Schools forum', from, until),
  {
    ...both('Improvement adviser', 'Department for Education', from, until),
    kind: 'observer',
    votes: 'none',
  },
]

export const demoBodies: readonly DemoBody[] = [
  {
    key: 'council',
    name: 'Quillshire County Council',
    kind: 'council',
    access: 'council',
    about: 'All members of the council: the budget, the policy framework and who leads.',
    from: '1974-04-01',
    seats: demoCouncillors.map(([who]) => ({
      who,
      from: '2021-05-11',
      ...(who === 'reed' && { kind: 'chair' as const }),
      ...(who === 'myrtle' && { kind: 'vice-chair' as const }),
    })),
  },
  {
    key: 'cabinet',
    name: 'Cabinet',
    kind: 'cabinet',
    access: 'executive',
    about:
      'The leader and members with a portfolio. It decides what the law does not leave to the council.',
    quorum: 3,
    from: '2001-10-01',
    seats: [
      { who: 'hazel', kind: 'chair', from: '2017-05-23' },
      { who: 'bramble', kind: 'vice-chair', from: '2017-05-23' },
      { who: 'sorrel', from: '2017-05-23', until: '2021-05-17' },
      { who: 'linden', from: '2021-05-18', until: '2025-05-19' },
      { who: 'rowan', from: since2025 },
      { who: 'juniper', from: '2021-05-18' },
      { who: 'alder', from: '2017-05-23' },
      { who: 'fennel', from: '2021-05-18' },
    ],
  },
  {
    key: 'scrutiny',
    name: 'Children and Families Overview and Scrutiny Committee',
    kind: 'scrutiny',
    access: 'council',
    about:
      'Reviews what the cabinet and the council’s officers do for children and families, and reports what it finds.',
    quorum: 3,
    numbering: 'running',
    from: '2013-05-21',
    seats: [
      { who: 'tansy', kind: 'chair', from: '2021-05-18', until: '2025-05-19' },
      { who: 'clover', kind: 'chair', from: since2025 },
      { who: 'yarrow', kind: 'vice-chair', from: '2021-05-18' },
      { who: 'bryony', from: '2021-05-18' },
      { who: 'sorrel', from: since2025 },
      { who: 'teasel', from: '2021-05-18' },
      { who: 'campion', from: since2025 },
      { who: 'larch', from: '2021-05-18' },
      {
        who: 'primrose',
        kind: 'statutory co-optee',
        votes: 'education',
        organisation: 'Parent governors, primary schools',
        from: '2023-09-01',
        until: '2027-08-31',
      },
      {
        who: 'basil',
        kind: 'statutory co-optee',
        votes: 'education',
        organisation: 'Parent governors, secondary schools',
        from: '2024-09-01',
        until: '2028-08-31',
      },
      {
        who: 'ambassador',
        kind: 'co-optee',
        votes: 'none',
        organisation: 'Children in care council',
        from: '2022-10-01',
      },
    ],
  },
  {
    key: 'board-2019',
    name: 'Quillshire Children’s Improvement Board',
    kind: 'improvement board',
    access: 'none',
    about: 'Set up under the direction of June 2019. It ended when the direction was lifted.',
    numbering: 'running',
    from: '2019-06-12',
    until: '2022-09-14',
    seats: [
      {
        ...both('Independent chair of the improvement board', '', '2019-06-12', '2022-09-14'),
        kind: 'chair',
      },
      ...partners('2019-06-12', '2022-09-14'),
    ],
  },
  {
    key: 'board',
    name: 'Quillshire Improvement Board',
    kind: 'improvement board',
    access: 'none',
    about:
      'Holds the council and its partners to the plan that answers the inspection of May 2024. It meets every six weeks.',
    quorum: 5,
    from: '2024-09-02',
    succeeds: 'board-2019',
    seats: [
      { ...both('Independent chair of the improvement board', '', '2024-09-02'), kind: 'chair' },
      ...partners('2024-09-02'),
      { who: 'carer', organisation: 'Children in care council', from: '2024-10-14' },
    ],
  },
  {
    key: 'parenting',
    name: 'Corporate Parenting Board',
    kind: 'corporate parenting board',
    access: 'none',
    about: 'What the council does as a parent for children in its care and those who have left it.',
    from: '2014-06-01',
    seats: [
      { who: 'rowan', kind: 'chair', from: since2025 },
      { who: 'linden', kind: 'chair', from: '2021-05-18', until: '2025-05-19' },
      { who: 'saffron', from: '2021-05-18' },
      { who: 'bryony', from: '2021-05-18' },
      both('Assistant director, children in care', council, '2021-05-18'),
      { who: 'ambassador', organisation: 'Children in care council', from: '2022-10-01' },
    ],
  },
  {
    key: 'safeguarding',
    name: 'Quillshire Safeguarding Children Partnership',
    kind: 'safeguarding partnership',
    access: 'none',
    about: 'The council, health and the police, together answerable for safeguarding children.',
    from: '2019-09-29',
    seats: [
      both('Director of children’s services', council, '2019-09-29'),
      both('Chief nurse', 'Integrated care board', '2019-09-29'),
      both('Chief superintendent', 'Police', '2019-09-29'),
      { ...both('Independent scrutineer', '', '2019-09-29'), kind: 'observer', votes: 'none' },
    ],
  },
  {
    key: 'management',
    name: 'Corporate Management Team',
    kind: 'management',
    access: 'none',
    about: 'The chief executive and the directors.',
    from: '2010-04-01',
    listed: false,
    seats: [
      { ...both('Chief executive', council, '2017-01-01'), kind: 'chair' },
      both('Director of children’s services', council, '2017-01-01'),
      both('Director of adult social services', council, '2017-01-01'),
      both('Director of public health', council, '2017-01-01'),
      both('Head of legal and democratic services', council, '2017-01-01'),
    ],
  },
]
