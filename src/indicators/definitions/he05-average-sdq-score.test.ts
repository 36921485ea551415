import { healthChecks } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { averageSdqScore } from './he05-average-sdq-score.ts'

test('the average of the scores of children aged 5 to 16', () => {
  const scored = (score: number) => ({ checkedOn: '2026-03-10', kind: 'sdq', score })
  const made = record()
    .child('five today', { bornOn: '2021-03-10' })
    .had(healthChecks, scored(10))
    .child('sixteen', { bornOn: '2009-03-11' })
    .had(healthChecks, scored(16))
    .child('seventeen today', { bornOn: '2009-03-10' })
    .had(healthChecks, scored(30))
    .child('four', { bornOn: '2021-03-11' })
    .had(healthChecks, scored(30))
    .child('no score', { bornOn: '2015-01-01' })
    .had(healthChecks, { checkedOn: '2026-03-10', kind: 'sdq' })
  expect(made.in('2026-03', averageSdqScore).counted).toEqual(['five today', 'sixteen'])
  expect(made.value('2026-03', averageSdqScore)).toBe(13)
})
