import { careLeavers } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { leaversWithAnAdviser } from './lc08-leavers-with-an-adviser.ts'

test('an adviser is named', () => {
  const made = record()
    .child('youngest', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', adviser: 'a' })
    .child('oldest', { bornOn: '2004-04-01' })
    .had(careLeavers, { asOn: '2026-03-31', inTouch: 'YES' })
    .child('too young', { bornOn: '2009-04-01' })
    .had(careLeavers, { asOn: '2026-03-31', adviser: 'a' })
    .child('too old', { bornOn: '2004-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', adviser: 'a' })
    .child('still in care', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', eligibility: 'eligible', adviser: 'a' })
    .child('back with parents', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', adviser: 'a', inTouch: 'RHOM' })
    .child('described in February', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-02-28', adviser: 'a' })
  expect(made.in('2026-03', leaversWithAnAdviser)).toEqual({
    counted: ['youngest'],
    not: ['oldest'],
  })
})
