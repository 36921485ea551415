import { careLeavers } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { pathwayPlansReviewedInSixMonths } from './lc07-pathway-plans-reviewed-in-six-months.ts'

test('a review on 30 September is six months and a day before 31 March', () => {
  const made = record()
    .child('youngest', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', pathwayPlanOn: '2025-10-01' })
    .child('oldest', { bornOn: '2004-04-01' })
    .had(careLeavers, { asOn: '2026-03-31', pathwayPlanOn: '2025-09-30' })
    .child('too young', { bornOn: '2009-04-01' })
    .had(careLeavers, { asOn: '2026-03-31', pathwayPlanOn: '2025-10-01' })
    .child('too old', { bornOn: '2004-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', pathwayPlanOn: '2025-10-01' })
    .child('still in care', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', eligibility: 'eligible', pathwayPlanOn: '2025-10-01' })
    .child('back with parents', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', pathwayPlanOn: '2025-10-01', inTouch: 'RHOM' })
    .child('described in February', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-02-28', pathwayPlanOn: '2025-10-01' })
  expect(made.in('2026-03', pathwayPlansReviewedInSixMonths)).toEqual({
    counted: ['youngest'],
    not: ['oldest'],
  })
})
