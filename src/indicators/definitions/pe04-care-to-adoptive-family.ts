import { adoptions } from '#records'
import { indicator } from '../definition.ts'
import { placementsStarted } from '../timelines.ts'
import { daysBetween } from '../words.ts'

export const careToAdoptiveFamily = indicator('PE04', {
  name: 'Time from entering care to moving in with the adoptive family',
  family: 'Permanence',
  words: {
    everyone: 'children adopted in the month, from entering care to moving in with the family',
    caution:
      'For a child adopted by their foster carers, up to the day they came to live there. The national figure (426 days or fewer) is an average of three years; a month has few adoptions.',
  },
  of: adoptions,
  when: a => a.adoptedOn,
  measure: {
    summary: 'mean',
    unit: 'days',
    of: a => {
      const cameToLiveThere =
        a.byFosterCarer === true && a.child.latest(placementsStarted, a.placedOn)
      return daysBetween(a.enteredCareOn, cameToLiveThere || a.placedOn)
    },
  },
  uses: [placementsStarted],
  good: 'low',
  law: {
    says: '426 days from entering care to moving in (the Department for Education’s threshold)',
    document: 'Adoption scorecards',
    paragraph: 'indicator A10',
    read: 'unverified',
  },
  source: ['annex-a:10', 'ssda903:episodes', 'ssda903:ad1', 'ssd:ssd_permanence'],
})
