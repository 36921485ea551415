import { adoptions } from '#records'
import { indicator } from '../definition.ts'
import { daysBetween } from '../words.ts'

export const placementOrderToMatch = indicator('PE05', {
  name: 'Time from placement order to match',
  family: 'Permanence',
  words: {
    everyone: 'children adopted in the month, from the placement order to the match with adopters',
    caution:
      'The national figure (121 days or fewer) is an average of three years; a month has few adoptions.',
  },
  of: adoptions,
  when: a => a.adoptedOn,
  measure: {
    summary: 'mean',
    unit: 'days',
    of: a => daysBetween(a.placementOrderOn, a.matchedOn),
  },
  good: 'low',
  law: {
    says: '121 days from placement order to match (the Department for Education’s threshold)',
    document: 'Adoption scorecards',
    paragraph: 'indicator A2',
    read: 'unverified',
  },
  source: ['annex-a:10', 'ssda903:episodes', 'ssda903:ad1', 'ssd:ssd_permanence'],
})
