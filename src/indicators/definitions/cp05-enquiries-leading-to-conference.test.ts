import { enquiries } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { enquiriesLeadingToConference } from './cp05-enquiries-leading-to-conference.ts'

test('an enquiry counts when its 15 working days are over', () => {
  const made = record()
    .child('led to one')
    .had(enquiries, { startedOn: '2026-03-02', conferenceOn: '2026-03-20' })
    .child('did not')
    .had(enquiries, { startedOn: '2026-03-02', conferenceNotNeeded: true })
    .child('not over yet')
    .had(enquiries, { startedOn: '2026-03-20', conferenceOn: '2026-03-30' })
  expect(made.in('2026-03', enquiriesLeadingToConference)).toEqual({
    counted: ['led to one'],
    not: ['did not'],
  })
})
