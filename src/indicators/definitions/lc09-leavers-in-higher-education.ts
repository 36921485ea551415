import { careLeavers } from '#records'
import { inHigherEducation } from '../care-codes.ts'
import { hasLeftCare } from '../care-leavers.ts'
import { describedAtMonthEnd, indicator } from '../definition.ts'
import { isBetween, isOneOf } from '../words.ts'

export const leaversInHigherEducation = indicator('LC09', {
  name: 'Care leavers aged 19 to 21 in higher education',
  family: 'Care leavers',
  words: {
    everyone: 'young people aged 19 to 21 who have left care',
    counted: 'were in higher education',
    caution: 'Those with whom the council is not in touch count in the whole group.',
  },
  of: careLeavers,
  when: describedAtMonthEnd,
  where: (l, day) => hasLeftCare(l) && isBetween(19, l.child.ageOn(day), 21),
  that: l => isOneOf(l.activity, inHigherEducation),
  needs: ['activity'],
  good: 'high',
  source: ['annex-a:9', 'ssda903:oc3', 'ssd:ssd_care_leavers'],
})
