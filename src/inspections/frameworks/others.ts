import type { Framework, Grade, Judgement } from './framework.ts'
import { ilacs2026 } from './ofsted.ts'

const probationGrades: readonly Grade[] = [
  { key: 'outstanding', words: ['Outstanding'] },
  { key: 'good', words: ['Good'] },
  { key: 'requires-improvement', words: ['Requires improvement'] },
  { key: 'inadequate', words: ['Inadequate'] },
]

const standard = (key: string, name: string): Judgement => ({
  key,
  name,
  strand: 'youth-justice',
  within: 'overall',
})

/** Standards of the inspections of 2018 to 2024 as reports print them; the revision of 2025 is not here yet. */
export const hmipYouth2018: Framework = {
  key: 'hmip-youth-2018',
  name: 'HM Inspectorate of Probation: inspection of youth justice services',
  shortName: 'HMI Probation youth',
  inspectorate: 'HM Inspectorate of Probation',
  judgements: [
    { key: 'overall', name: 'Overall rating', strand: 'youth-justice' },
    standard('1.1', '1.1 Governance and leadership'),
    standard('1.2', '1.2 Staff'),
    standard('1.3', '1.3 Partnerships and services'),
    standard('1.4', '1.4 Information and facilities'),
    standard('2.1', '2.1 Assessing'),
    standard('2.2', '2.2 Planning'),
    standard('2.3', '2.3 Implementation and delivery'),
    standard('2.4', '2.4 Reviewing'),
    standard('3.1', '3.1 Assessing'),
    standard('3.2', '3.2 Planning'),
    standard('3.3', '3.3 Implementation and delivery'),
    standard('3.4', '3.4 Provision'),
    standard('4.1', '4.1 Resettlement'),
  ],
  overall: 'overall',
  grades: probationGrades,
  from: '2018-06-01',
  to: null,
  source: { document: 'Standards for inspecting youth offending services', readOn: null },
}

/** Gave no grade: the letter says whether a written statement of action is required. */
export const send2016: Framework = {
  key: 'send-2016',
  name: 'Joint local area inspection of special educational needs and disability (2016)',
  shortName: 'Area SEND 2016',
  inspectorate: 'Ofsted and the Care Quality Commission',
  judgements: [{ key: 'overall', name: 'Written statement of action', strand: 'send' }],
  overall: 'overall',
  grades: [
    { key: 'no-statement-required', words: ['A written statement of action is not required'] },
    { key: 'statement-required', words: ['A written statement of action is required'] },
  ],
  from: '2016-05-01',
  to: '2022-12-31',
  source: { document: 'Local area SEND inspection framework 2016', readOn: null },
}

export const send2023: Framework = {
  key: 'send-2023',
  name: 'Area special educational needs and disability inspection (2023)',
  shortName: 'Area SEND 2023',
  inspectorate: 'Ofsted and the Care Quality Commission',
  judgements: [{ key: 'overall', name: 'Inspection outcome', strand: 'send' }],
  overall: 'overall',
  grades: [
    { key: 'typically-positive', words: ['typically lead to positive experiences and outcomes'] },
    { key: 'inconsistent', words: ['lead to inconsistent experiences and outcomes'] },
    { key: 'widespread-failings', words: ['widespread and/or systemic failings'] },
  ],
  from: '2023-01-01',
  to: null,
  source: { document: 'Area SEND: framework and handbook 2023', readOn: null },
}

/** The inspectorates write what is strong and what must improve; there is no grade. */
export const jtai: Framework = {
  key: 'jtai',
  name: 'Joint targeted area inspection',
  shortName: 'JTAI',
  inspectorate: 'Joint inspectorates',
  judgements: [],
  overall: null,
  grades: [],
  from: '2016-01-01',
  to: null,
  source: { document: 'Joint targeted area inspections: framework', readOn: null },
}

export const peerReview: Framework = {
  key: 'peer-review',
  name: 'Peer review or peer challenge',
  shortName: 'Peer review',
  inspectorate: 'Peers',
  judgements: [],
  overall: null,
  grades: [],
  from: null,
  to: null,
  source: { document: 'No set format', readOn: null },
}

/** A council's rehearsal: it borrows the judgements of the framework that it rehearses. */
export const mockInspection: Framework = {
  key: 'mock-inspection',
  name: 'Mock inspection',
  shortName: 'Mock inspection',
  inspectorate: 'The council itself',
  judgements: ilacs2026.judgements,
  overall: null,
  grades: ilacs2026.grades,
  from: null,
  to: null,
  source: { document: 'No set format', readOn: null },
}
