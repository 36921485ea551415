import { series } from '../definition.ts'

export const firstTimeEntrants = series('YJ01', {
  name: 'First-time entrants to youth justice, rate per 100,000',
  family: 'Youth justice',
  words: {
    everyone:
      'children aged 10 to 17 who entered the youth justice system for the first time in the year',
  },
  unit: 'rate',
  per: 100_000,
  numerator: 'First-time entrants',
  denominator: 'Children aged 10 to 17 in the area',
  every: 'year',
  yearEnds: 12,
  by: ['sex', 'ethnicity'],
  good: 'low',
  source: ['The Youth Justice Board’s statistics'],
})
