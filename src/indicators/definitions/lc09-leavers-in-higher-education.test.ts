import { careLeavers } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { leaversInHigherEducation } from './lc09-leavers-in-higher-education.ts'

test('part-time higher education counts, other education does not', () => {
  const made = record()
    .child('youngest', { bornOn: '2007-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', activity: 'P1' })
    .child('oldest', { bornOn: '2004-04-01' })
    .had(careLeavers, { asOn: '2026-03-31', activity: 'F2' })
    .child('too young', { bornOn: '2007-04-01' })
    .had(careLeavers, { asOn: '2026-03-31', activity: 'P1' })
    .child('too old', { bornOn: '2004-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', activity: 'P1' })
    .child('still in care', { bornOn: '2007-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', eligibility: 'eligible', activity: 'P1' })
    .child('back with parents', { bornOn: '2007-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', activity: 'P1', inTouch: 'RHOM' })
    .child('described in February', { bornOn: '2007-03-31' })
    .had(careLeavers, { asOn: '2026-02-28', activity: 'P1' })
  expect(made.in('2026-03', leaversInHigherEducation)).toEqual({
    counted: ['youngest'],
    not: ['oldest'],
  })
})
