import { careLeavers } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { leaversContactedInTwoMonths } from './lc06-leavers-contacted-in-two-months.ts'

test('contact on 31 January is within two months of 31 March', () => {
  const made = record()
    .child('youngest', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', latestContactOn: '2026-01-31' })
    .child('oldest', { bornOn: '2004-04-01' })
    .had(careLeavers, { asOn: '2026-03-31', latestContactOn: '2026-01-30' })
    .child('too young', { bornOn: '2009-04-01' })
    .had(careLeavers, { asOn: '2026-03-31', latestContactOn: '2026-01-31' })
    .child('too old', { bornOn: '2004-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', latestContactOn: '2026-01-31' })
    .child('still in care', { bornOn: '2009-03-31' })
    .had(careLeavers, {
      asOn: '2026-03-31',
      eligibility: 'eligible',
      latestContactOn: '2026-01-31',
    })
    .child('back with parents', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', latestContactOn: '2026-01-31', inTouch: 'RHOM' })
    .child('described in February', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-02-28', latestContactOn: '2026-01-31' })
  expect(made.in('2026-03', leaversContactedInTwoMonths)).toEqual({
    counted: ['youngest'],
    not: ['oldest'],
  })
})
