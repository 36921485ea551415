import { careLeavers } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { leaversInSuitableHomes19To21 } from './lc03-leavers-in-suitable-homes-19-to-21.ts'

test('accommodation is suitable where it says so', () => {
  const made = record()
    .child('youngest', { bornOn: '2007-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', suitable: true })
    .child('oldest', { bornOn: '2004-04-01' })
    .had(careLeavers, { asOn: '2026-03-31', suitable: false })
    .child('too young', { bornOn: '2007-04-01' })
    .had(careLeavers, { asOn: '2026-03-31', suitable: true })
    .child('too old', { bornOn: '2004-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', suitable: true })
    .child('still in care', { bornOn: '2007-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', eligibility: 'eligible', suitable: true })
    .child('back with parents', { bornOn: '2007-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', suitable: true, inTouch: 'RHOM' })
    .child('described in February', { bornOn: '2007-03-31' })
    .had(careLeavers, { asOn: '2026-02-28', suitable: true })
  expect(made.in('2026-03', leaversInSuitableHomes19To21)).toEqual({
    counted: ['youngest'],
    not: ['oldest'],
  })
})
