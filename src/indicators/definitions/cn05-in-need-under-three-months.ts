import { needEpisodes } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { lessThanMonths } from '../words.ts'

export const inNeedUnderThreeMonths = indicator('CN05', {
  name: 'Children in need for under three months',
  family: 'Children in need',
  words: {
    everyone: 'children in need at the end of the month',
    counted: 'had been in need for less than three months',
  },
  of: needEpisodes,
  when: openAtMonthEnd,
  eachChildOnce: true,
  that: (e, day) => lessThanMonths(3, e.startedOn, day),
  good: 'neutral',
  source: ['annex-a:6', 'cin:CINdetails', 'ssd:ssd_cin_episodes'],
})
