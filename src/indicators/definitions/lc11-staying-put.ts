import { careLeavers, stays } from '#records'
import { fosterPlacements, withFormerFosterCarers } from '../care-codes.ts'
import { hasLeftCare } from '../care-leavers.ts'
import { describedAtMonthEnd, indicator } from '../definition.ts'
import { isBetween, isOneOf, monthsAfter } from '../words.ts'

export const stayingPut = indicator('LC11', {
  name: 'Care leavers staying put with their foster carers',
  family: 'Care leavers',
  words: {
    everyone:
      'young people aged 19 or 20 who have left care and lived with foster carers until they were 18',
    counted: 'still lived with their former foster carers',
    caution: 'Only of those whose placement at 17 is in the record.',
  },
  of: careLeavers,
  when: describedAtMonthEnd,
  where: (l, day) => {
    const birthday = monthsAfter(18 * 12, l.child.bornOn)
    if (birthday === null || !hasLeftCare(l) || !isBetween(19, l.child.ageOn(day), 20)) return false
    return l.child.some(
      stays,
      s =>
        isOneOf(s.type, fosterPlacements) &&
        s.startedOn !== null &&
        s.startedOn < birthday &&
        (s.endedOn === null || s.endedOn >= birthday),
    )
  },
  that: l => l.accommodation === withFormerFosterCarers,
  needs: ['accommodation'],
  uses: [stays],
  good: 'high',
  source: ['annex-a:9', 'ssda903:oc3', 'ssda903:episodes', 'ssd:ssd_care_leavers'],
})
