import { series } from '../definition.ts'

export const educationPlansThisTerm = series('ED02', {
  name: 'Personal education plans reviewed in the term',
  family: 'Education',
  words: {
    everyone:
      'children in care of school age and those aged 16 and 17 in education at the end of the term',
    counted: 'had their personal education plan reviewed in the term',
  },
  unit: 'percentage',
  numerator: 'Children whose plan was reviewed in the term',
  denominator: 'Children who should have a plan',
  every: 'term',
  by: ['locality', 'team', 'age', 'sex', 'ethnicity', 'disability'],
  good: 'high',
  law: {
    says: 'The personal education plan is reviewed every school term',
    document:
      'Promoting the education of looked-after and previously looked-after children, statutory guidance 2018',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: ['The virtual school’s record'],
})
