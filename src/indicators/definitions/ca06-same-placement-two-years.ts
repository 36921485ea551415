import { placements } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { placedForAdoption } from '../care-codes.ts'
import { placementsStarted } from '../timelines.ts'
import { hasLasted, isOneOf } from '../words.ts'

export const samePlacementTwoYears = indicator('CA06', {
  name: 'Children in the same placement for two years',
  family: 'Children in care',
  words: {
    everyone:
      'children under 16 in care at the end of the month who had been in care for two and a half years or more',
    counted:
      'had been in the same placement for two years or more, or were placed for adoption and that and the placement before it had together lasted two years or more',
  },
  of: placements,
  when: openAtMonthEnd,
  where: (p, day) => p.child.ageOn(day) < 16 && hasLasted(30, p.careStartedOn, day),
  eachChildOnce: true,
  that: (p, day) => {
    if (hasLasted(24, p.startedOn, day)) return true
    if (!isOneOf(p.type, placedForAdoption) || p.startedOn === null) return false
    return hasLasted(24, p.child.latest(placementsStarted, p.startedOn - 1), day)
  },
  uses: [placementsStarted],
  alsoBy: ['placement'],
  good: 'high',
  source: ['annex-a:8', 'ssda903:episodes', 'ssd:ssd_cla_placement'],
})
