import { needEpisodes } from '#records'
import { indicator } from '../definition.ts'
import { lessThanMonths } from '../words.ts'

export const needEndedUnderThreeMonths = indicator('CN06', {
  name: 'Episodes of need that ended within three months',
  family: 'Children in need',
  words: {
    everyone: 'episodes of need that ended in the month',
    counted: 'had lasted less than three months',
  },
  of: needEpisodes,
  when: e => e.endedOn,
  that: e => lessThanMonths(3, e.startedOn, e.endedOn),
  good: 'neutral',
  source: ['annex-a:6', 'cin:CINdetails', 'ssd:ssd_cin_episodes'],
})
