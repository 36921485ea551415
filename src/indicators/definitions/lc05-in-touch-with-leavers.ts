import { careLeavers } from '#records'
import { hasLeftCare } from '../care-leavers.ts'
import { describedAtMonthEnd, indicator } from '../definition.ts'
import { isBetween } from '../words.ts'

export const inTouchWithLeavers = indicator('LC05', {
  name: 'Care leavers with whom the council is in touch',
  family: 'Care leavers',
  words: {
    everyone: 'young people aged 17 to 21 who have left care',
    counted: 'were in touch with the council',
  },
  of: careLeavers,
  when: describedAtMonthEnd,
  where: (l, day) => hasLeftCare(l) && isBetween(17, l.child.ageOn(day), 21),
  that: l => l.inTouch === 'YES',
  needs: ['inTouch'],
  good: 'high',
  source: ['annex-a:9', 'ssda903:oc3', 'ssd:ssd_care_leavers'],
})
