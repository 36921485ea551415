import { healthReturns } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { averageSdqScoreOfTheYear } from './he05y-average-sdq-score-of-the-year.ts'

test('the average of the scores of children aged 5 to 16 on 31 March', () => {
  const made = record()
    .child('five', { bornOn: '2021-03-31' })
    .had(healthReturns, { asOn: '2026-03-31', sdqScore: 10 })
    .child('sixteen', { bornOn: '2009-04-01' })
    .had(healthReturns, { asOn: '2026-03-31', sdqScore: 20 })
    .child('four', { bornOn: '2021-04-01' })
    .had(healthReturns, { asOn: '2026-03-31', sdqScore: 40 })
    .child('no score', { bornOn: '2015-01-01' })
    .had(healthReturns, { asOn: '2026-03-31', sdqReason: 'SDQ2' })
  expect(made.in('2026-03', averageSdqScoreOfTheYear).counted).toEqual(['five', 'sixteen'])
  expect(made.value('2026-03', averageSdqScoreOfTheYear)).toBe(15)
})
