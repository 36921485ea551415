import { careLeavers } from '#records'
import { inEducationWorkOrTraining } from '../care-codes.ts'
import { hasLeftCare } from '../care-leavers.ts'
import { describedAtMonthEnd, indicator } from '../definition.ts'
import { isBetween, isOneOf } from '../words.ts'

export const leaversInEducationOrWork17And18 = indicator('LC02', {
  name: 'Care leavers aged 17 and 18 in education, employment or training',
  family: 'Care leavers',
  words: {
    everyone: 'young people aged 17 or 18 who have left care',
    counted: 'were in education, employment or training',
    caution: 'Those with whom the council is not in touch count in the whole group.',
  },
  of: careLeavers,
  when: describedAtMonthEnd,
  where: (l, day) => hasLeftCare(l) && isBetween(17, l.child.ageOn(day), 18),
  that: l => isOneOf(l.activity, inEducationWorkOrTraining),
  needs: ['activity'],
  good: 'high',
  source: ['annex-a:9', 'ssda903:oc3', 'ssd:ssd_care_leavers'],
})
