import type { Framework, Grade, Judgement } from './framework.ts'

const readOn = '2026-11-21'

const fourGrades: readonly Grade[] = [
  { key: 'outstanding', words: ['Outstanding'] },
  { key: 'good', words: ['Good'] },
  {
    key: 'requires-improvement',
    words: ['Requires improvement to be good', 'Requires improvement', 'Require improvement'],
  },
  { key: 'inadequate', words: ['Inadequate'] },
]

/** The single inspection printed “Requires improvement”, and “to be good” only in its sentences. */
const singleInspectionGrades: readonly Grade[] = fourGrades.map(grade =>
  grade.key === 'requires-improvement'
    ? {
        ...grade,
        words: ['Requires improvement', 'Require improvement', 'Requires improvement to be good'],
      }
    : grade,
)

/** What Ofsted inspected between 2009 and 2013: safeguarding, child protection, looked after children. */
export const beforeSif: Framework = {
  key: 'before-sif',
  name: 'Inspections of safeguarding, child protection and looked after children (to 2013)',
  shortName: 'Before the single inspection',
  inspectorate: 'Ofsted',
  judgements: [
    {
      key: 'overall',
      name: 'Overall effectiveness',
      alsoWritten: [
        'The overall effectiveness of services for looked after children and young people',
        'Overall effectiveness of services for looked after children and young people',
        'The overall effectiveness of the safeguarding services',
      ],
      strand: 'overall',
    },
    { key: 'capacity', name: 'Capacity for improvement', strand: 'leadership' },
    {
      key: 'help-and-protection',
      name: 'The effectiveness of the help and protection provided to children, young people, families and carers',
      strand: 'help-and-protection',
    },
    { key: 'practice', name: 'The quality of practice', strand: 'help-and-protection' },
    { key: 'leadership', name: 'Leadership and governance', strand: 'leadership' },
  ],
  overall: 'overall',
  grades: [
    { key: 'outstanding', words: ['Outstanding'] },
    { key: 'good', words: ['Good'] },
    { key: 'adequate', words: ['Adequate'] },
    { key: 'inadequate', words: ['Inadequate'] },
  ],
  from: '2009-06-01',
  to: '2013-10-31',
  source: { document: 'Published reports of 2012 and 2013; first day unverified', readOn },
}

export const sif2013: Framework = {
  key: 'sif-2013',
  name: 'Single inspection framework: services for children in need of help and protection, children looked after and care leavers, with the review of the Local Safeguarding Children Board',
  shortName: 'Single inspection (2013)',
  inspectorate: 'Ofsted',
  judgements: [
    {
      key: 'overall',
      name: 'Overall judgement',
      alsoWritten: ['Overall effectiveness'],
      strand: 'overall',
    },
    {
      key: 'help-and-protection',
      name: '1. Children who need help and protection',
      chapter: 'The experiences and progress of children who need help and protection',
      strand: 'help-and-protection',
    },
    {
      key: 'children-in-care',
      name: '2. Children looked after and achieving permanence',
      chapter: 'The experiences and progress of children looked after and achieving permanence',
      strand: 'children-in-care',
    },
    {
      key: 'adoption',
      name: '2.1 Adoption performance',
      chapter: 'The graded judgement for adoption performance',
      strand: 'adoption',
      within: 'children-in-care',
    },
    {
      key: 'care-leavers',
      name: '2.2 Experiences and progress of care leavers',
      chapter: 'The graded judgement for the experiences and progress of care leavers',
      strand: 'care-leavers',
      within: 'children-in-care',
    },
    {
      key: 'leadership',
      name: '3. Leadership, management and governance',
      chapter: 'Leadership, management and governance',
      strand: 'leadership',
    },
    {
      key: 'safeguarding-board',
      name: 'The effectiveness of the Local Safeguarding Children Board (LSCB)',
      strand: 'safeguarding-board',
    },
  ],
  overall: 'overall',
  grades: singleInspectionGrades,
  from: '2013-11-01',
  to: '2018-07-31',
  source: {
    document:
      'Published reports, inspections of November 2013 to July 2018 (the last were re-inspections)',
    readOn,
  },
}

const leaders: Judgement = {
  key: 'leadership',
  name: 'The impact of leaders on social work practice with children and families',
  strand: 'leadership',
}
const helpAndProtection: Judgement = {
  key: 'help-and-protection',
  name: 'The experiences and progress of children who need help and protection',
  strand: 'help-and-protection',
}
const inCare: Judgement = {
  key: 'children-in-care',
  name: 'The experiences and progress of children in care',
  strand: 'children-in-care',
}
const careLeavers: Judgement = {
  key: 'care-leavers',
  name: 'The experiences and progress of care leavers',
  alsoWritten: ['The experiences and progress of care experienced young people'],
  strand: 'care-leavers',
}
const overall: Judgement = { key: 'overall', name: 'Overall effectiveness', strand: 'overall' }

export const ilacs2018: Framework = {
  key: 'ilacs-2018',
  name: 'Inspecting local authority children’s services (2018)',
  shortName: 'ILACS 2018',
  inspectorate: 'Ofsted',
  judgements: [
    leaders,
    helpAndProtection,
    {
      key: 'children-in-care',
      name: 'The experiences and progress of children in care and care leavers',
      alsoWritten: [
        'The experiences and progress of children in care and care experienced young people',
      ],
      strand: 'children-in-care',
    },
    overall,
  ],
  overall: 'overall',
  grades: fourGrades,
  from: '2018-01-01',
  to: '2022-12-31',
  source: { document: 'Published reports, inspections of 2018 to December 2022', readOn },
}

/** Care leavers have a judgement of their own for inspections from January 2023. */
export const ilacs2023: Framework = {
  key: 'ilacs-2023',
  name: 'Inspecting local authority children’s services (January 2023)',
  shortName: 'ILACS 2023',
  inspectorate: 'Ofsted',
  judgements: [leaders, helpAndProtection, inCare, careLeavers, overall],
  overall: 'overall',
  grades: fourGrades,
  from: '2023-01-01',
  to: '2026-03-31',
  source: { document: 'Published reports, inspections of January 2023 on', readOn },
}

/** No overall judgement for inspections from April 2026. */
export const ilacs2026: Framework = {
  key: 'ilacs-2026',
  name: 'Inspecting local authority children’s services (April 2026)',
  shortName: 'ILACS 2026',
  inspectorate: 'Ofsted',
  judgements: [leaders, helpAndProtection, inCare, careLeavers],
  overall: null,
  grades: fourGrades,
  from: '2026-04-01',
  to: null,
  source: {
    document:
      'Announcement that the overall judgement ends in April 2026; the framework itself is unverified',
    readOn: null,
  },
}
