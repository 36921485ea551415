import { careLeavers } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { leaversNotInEducationOrWork } from './lc10-leavers-not-in-education-or-work.ts'

test('parenting counts as not in work, not in touch does not', () => {
  const made = record()
    .child('youngest', { bornOn: '2007-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', activity: 'G6' })
    .child('oldest', { bornOn: '2004-04-01' })
    .had(careLeavers, { asOn: '2026-03-31', activity: '0' })
    .child('too young', { bornOn: '2007-04-01' })
    .had(careLeavers, { asOn: '2026-03-31', activity: 'G6' })
    .child('too old', { bornOn: '2004-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', activity: 'G6' })
    .child('still in care', { bornOn: '2007-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', eligibility: 'eligible', activity: 'G6' })
    .child('back with parents', { bornOn: '2007-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', activity: 'G6', inTouch: 'RHOM' })
    .child('described in February', { bornOn: '2007-03-31' })
    .had(careLeavers, { asOn: '2026-02-28', activity: 'G6' })
  expect(made.in('2026-03', leaversNotInEducationOrWork)).toEqual({
    counted: ['youngest'],
    not: ['oldest'],
  })
})
