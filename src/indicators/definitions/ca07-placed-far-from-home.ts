import { series } from '../definition.ts'

export const farFromHome = series('CA07', {
  name: 'Children placed more than 20 miles from home and outside the area',
  family: 'Children in care',
  words: {
    everyone: 'children in care at the end of the month',
    counted: 'were placed more than 20 miles from home and outside the council’s area',
    caution:
      'No file that is read holds both the distance and whether the home is outside the area.',
  },
  unit: 'percentage',
  numerator: 'Children placed more than 20 miles from home and outside the area',
  denominator: 'Children in care',
  every: 'month',
  atEnd: true,
  by: ['age', 'sex', 'ethnicity', 'disability'],
  good: 'low',
  source: ['The case system’s record of placements; the SSDA903 statistics once a year'],
})
