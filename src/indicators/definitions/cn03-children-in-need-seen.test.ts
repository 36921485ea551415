import { needEpisodes, protectionPlans, visits } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { childrenInNeedSeen } from './cn03-children-in-need-seen.ts'

test('children in need are seen in the last 20 working days', () => {
  // The 20th working day before Tuesday 31 March 2026 is Tuesday 3 March.
  const need = { startedOn: '2026-01-05' }
  const made = record()
    .child('just in time')
    .had(needEpisodes, need)
    .had(visits, { visitedOn: '2026-03-03', kind: 'need' })
    .child('a day too late')
    .had(needEpisodes, need)
    .had(visits, { visitedOn: '2026-03-02', kind: 'need' })
    .child('other visit')
    .had(needEpisodes, need)
    .had(visits, { visitedOn: '2026-03-20', kind: 'care' })
    .child('later visit')
    .had(needEpisodes, need)
    .had(visits, { visitedOn: '2026-04-01', kind: 'need' })
    .child('new')
    .had(needEpisodes, { startedOn: '2026-03-03' })
    .child('protected')
    .had(needEpisodes, need)
    .had(protectionPlans, { startedOn: '2026-02-02' })
  expect(made.in('2026-03', childrenInNeedSeen)).toEqual({
    counted: ['just in time'],
    not: ['a day too late', 'other visit', 'later visit'],
  })
})
