import { careLeavers } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { inTouchWithLeavers } from './lc05-in-touch-with-leavers.ts'

test('only yes is in touch', () => {
  const made = record()
    .child('youngest', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', inTouch: 'YES' })
    .child('oldest', { bornOn: '2004-04-01' })
    .had(careLeavers, { asOn: '2026-03-31', inTouch: 'REFU' })
    .child('too young', { bornOn: '2009-04-01' })
    .had(careLeavers, { asOn: '2026-03-31', inTouch: 'YES' })
    .child('too old', { bornOn: '2004-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', inTouch: 'YES' })
    .child('still in care', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', eligibility: 'eligible', inTouch: 'YES' })
    .child('back with parents', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-03-31', inTouch: 'RHOM' })
    .child('described in February', { bornOn: '2009-03-31' })
    .had(careLeavers, { asOn: '2026-02-28', inTouch: 'YES' })
  expect(made.in('2026-03', inTouchWithLeavers)).toEqual({ counted: ['youngest'], not: ['oldest'] })
})
