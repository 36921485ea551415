import { needEpisodes } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'

export const childrenInNeed = indicator('CN01', {
  name: 'Children in need, rate per 10,000 children',
  family: 'Children in need',
  words: {
    everyone: 'children in need at the end of the month',
    caution:
      'As in the national figure, children who are looked after or have a protection plan are also in need.',
  },
  of: needEpisodes,
  when: openAtMonthEnd,
  eachChildOnce: true,
  per10kChildren: true,
  good: 'neutral',
  source: ['annex-a:6', 'cin:CINdetails', 'ssd:ssd_cin_episodes'],
})
