import { series } from '../definition.ts'

export const preProceedingsIn16Weeks = series('CT02', {
  name: 'Pre-proceedings concluded within 16 weeks',
  family: 'Pre-proceedings and court',
  words: {
    everyone: 'pre-proceedings that ended in the quarter',
    counted: 'had taken 16 weeks or less',
  },
  unit: 'percentage',
  numerator: 'Pre-proceedings that ended within 16 weeks',
  denominator: 'Pre-proceedings that ended',
  every: 'quarter',
  by: ['locality', 'team'],
  good: 'high',
  law: {
    says: 'Pre-proceedings take no more than 16 weeks; this is best practice and not statute',
    document: 'Public Law Working Group, best practice guidance 2021',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: ['The council’s legal service; ssd_pre_proceedings where it is kept'],
})
