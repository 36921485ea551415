import { healthReturns } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { sdqInTheYear } from './he06y-sdq-in-the-year.ts'

test('a score of nought is a score', () => {
  const ten = { bornOn: '2016-01-01' }
  const made = record()
    .child('nought', ten)
    .had(healthReturns, { asOn: '2026-03-31', sdqScore: 0 })
    .child('no score', ten)
    .had(healthReturns, { asOn: '2026-03-31', sdqReason: 'SDQ2' })
    .child('seventeen', { bornOn: '2009-03-31' })
    .had(healthReturns, { asOn: '2026-03-31' })
  expect(made.in('2026-03', sdqInTheYear)).toEqual({ counted: ['nought'], not: ['no score'] })
})
