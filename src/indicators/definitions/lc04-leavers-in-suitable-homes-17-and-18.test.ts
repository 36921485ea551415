import { careLeavers } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { leaversInSuitableHomes17And18 } from './lc04-leavers-in-suitable-homes-17-and-18.ts'

test('not known is not suitable', () => {
  const made = record()
    .child('youngest', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', suitable: true })
    .child('oldest', { bornOn: '2007-04-01' })
    .had(careLeavers, { asOn: '2026-03-31', accommodation: 'R' })
    .child('too young', { bornOn: '2009-04-01' })
    .had(careLeavers, { asOn: '2026-03-31', suitable: true })
    .child('too old', { bornOn: '2007-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', suitable: true })
    .child('still in care', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', eligibility: 'eligible', suitable: true })
    .child('back with parents', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', suitable: true, inTouch: 'RHOM' })
    .child('described in February', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-02-28', suitable: true })
  expect(made.in('2026-03', leaversInSuitableHomes17And18)).toEqual({
    counted: ['youngest'],
    not: ['oldest'],
  })
})
