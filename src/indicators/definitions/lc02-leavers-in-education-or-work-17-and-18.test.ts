import { careLeavers } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { leaversInEducationOrWork17And18 } from './lc02-leavers-in-education-or-work-17-and-18.ts'

test('part-time learning counts, illness does not', () => {
  const made = record()
    .child('youngest', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', activity: 'P2' })
    .child('oldest', { bornOn: '2007-04-01' })
    .had(careLeavers, { asOn: '2026-03-31', activity: 'G4' })
    .child('too young', { bornOn: '2009-04-01' })
    .had(careLeavers, { asOn: '2026-03-31', activity: 'P2' })
    .child('too old', { bornOn: '2007-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', activity: 'P2' })
    .child('still in care', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', eligibility: 'eligible', activity: 'P2' })
    .child('back with parents', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', activity: 'P2', inTouch: 'RHOM' })
    .child('described in February', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-02-28', activity: 'P2' })
  expect(made.in('2026-03', leaversInEducationOrWork17And18)).toEqual({
    counted: ['youngest'],
    not: ['oldest'],
  })
})
