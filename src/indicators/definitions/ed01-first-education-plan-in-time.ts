import { series } from '../definition.ts'

export const firstEducationPlans = series('ED01', {
  name: 'First personal education plan in time',
  family: 'Education',
  words: {
    everyone:
      'children of school age who came into care and whose first personal education plan was due in the month',
    counted: 'had it in time for the first review',
    caution:
      'Sources differ on whether the days are working days or school days. Sightline counts what is entered, so the note should say which.',
  },
  unit: 'percentage',
  numerator: 'First plans made in time',
  denominator: 'First plans due',
  every: 'month',
  by: ['locality', 'team', 'age', 'sex', 'ethnicity', 'disability'],
  good: 'high',
  law: {
    says: 'A personal education plan is begun within 10 working days and is there for the first review, within 20 working days of coming into care',
    document:
      'Promoting the education of looked-after and previously looked-after children, statutory guidance 2018',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: ['The virtual school’s record'],
})
