import { earlyHelp } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { earlyHelpAssessments } from './fd04-early-help-assessments.ts'

test('early help assessments count when they are completed', () => {
  const made = record()
    .child('done')
    .had(earlyHelp, { startedOn: '2026-01-05', completedOn: '2026-03-31' })
    .child('started')
    .had(earlyHelp, { startedOn: '2026-03-02' })
  expect(made.in('2026-03', earlyHelpAssessments)).toEqual({ counted: ['done'], not: [] })
})
