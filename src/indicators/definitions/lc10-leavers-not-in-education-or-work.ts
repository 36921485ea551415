import { careLeavers } from '#records'
import { notInEducationWorkOrTraining } from '../care-codes.ts'
import { hasLeftCare } from '../care-leavers.ts'
import { describedAtMonthEnd, indicator } from '../definition.ts'
import { isBetween, isOneOf } from '../words.ts'

export const leaversNotInEducationOrWork = indicator('LC10', {
  name: 'Care leavers aged 19 to 21 not in education, employment or training',
  family: 'Care leavers',
  words: {
    everyone: 'young people aged 19 to 21 who have left care',
    counted: 'were known to be not in education, employment or training',
    caution: 'Those with whom the council is not in touch count in the whole group.',
  },
  of: careLeavers,
  when: describedAtMonthEnd,
  where: (l, day) => hasLeftCare(l) && isBetween(19, l.child.ageOn(day), 21),
  that: l => isOneOf(l.activity, notInEducationWorkOrTraining),
  needs: ['activity'],
  good: 'low',
  source: ['annex-a:9', 'ssda903:oc3', 'ssd:ssd_care_leavers'],
})
