import { enquiries } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { section47Enquiries } from './cp01-section-47-enquiries.ts'

test('enquiries count when they start', () => {
  const made = record()
    .child('started')
    .had(enquiries, { startedOn: '2026-03-31', conferenceOn: '2026-04-20' })
    .child('earlier')
    .had(enquiries, { startedOn: '2026-02-28', conferenceOn: '2026-03-10' })
  expect(made.in('2026-03', section47Enquiries).counted).toEqual(['started'])
  expect(made.value('2026-03', section47Enquiries)).toBe(12)
})
