import { needEpisodes } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { hasLasted } from '../words.ts'

export const inNeedTwoYears = indicator('CN04', {
  name: 'Children in need for two years or more',
  family: 'Children in need',
  words: {
    everyone: 'children in need at the end of the month',
    counted: 'had been in need for two years or more',
  },
  of: needEpisodes,
  when: openAtMonthEnd,
  eachChildOnce: true,
  that: (e, day) => hasLasted(24, e.startedOn, day),
  good: 'low',
  source: ['annex-a:6', 'cin:CINdetails', 'ssd:ssd_cin_episodes'],
})
