import { careLeavers } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { leaversInEducationOrWork19To21 } from './lc01-leavers-in-education-or-work-19-to-21.ts'

test('apprentices count as in work, those not in touch as not', () => {
  const made = record()
    .child('youngest', { bornOn: '2007-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', activity: 'F4' })
    .child('oldest', { bornOn: '2004-04-01' })
    .had(careLeavers, { asOn: '2026-03-31', activity: '0' })
    .child('too young', { bornOn: '2007-04-01' })
    .had(careLeavers, { asOn: '2026-03-31', activity: 'F4' })
    .child('too old', { bornOn: '2004-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', activity: 'F4' })
    .child('still in care', { bornOn: '2007-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', eligibility: 'eligible', activity: 'F4' })
    .child('back with parents', { bornOn: '2007-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', activity: 'F4', inTouch: 'RHOM' })
    .child('described in February', { bornOn: '2007-03-31' })
    .had(careLeavers, { asOn: '2026-02-28', activity: 'F4' })
  expect(made.in('2026-03', leaversInEducationOrWork19To21)).toEqual({
    counted: ['youngest'],
    not: ['oldest'],
  })
})
