import { earlyHelp, referrals } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { stepUpFromEarlyHelp } from './fd05-step-up-from-early-help.ts'

test('early help stepped up where a referral came within three months of its end', () => {
  const ended = { startedOn: '2025-10-01', completedOn: '2025-12-15' }
  const made = record()
    .child('last day')
    .had(earlyHelp, ended)
    .had(referrals, { referredOn: '2026-03-15' })
    .child('a day later')
    .had(earlyHelp, ended)
    .had(referrals, { referredOn: '2026-03-16' })
    .child('before its end')
    .had(earlyHelp, ended)
    .had(referrals, { referredOn: '2025-11-01' })
    .child('never')
    .had(earlyHelp, ended)
  expect(made.in('2026-03', stepUpFromEarlyHelp)).toEqual({
    counted: ['last day'],
    not: ['a day later', 'before its end', 'never'],
  })
})
