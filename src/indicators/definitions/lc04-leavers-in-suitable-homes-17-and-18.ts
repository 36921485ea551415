import { careLeavers } from '#records'
import { hasLeftCare } from '../care-leavers.ts'
import { describedAtMonthEnd, indicator } from '../definition.ts'
import { isBetween } from '../words.ts'

export const leaversInSuitableHomes17And18 = indicator('LC04', {
  name: 'Care leavers aged 17 and 18 in suitable accommodation',
  family: 'Care leavers',
  words: {
    everyone: 'young people aged 17 or 18 who have left care',
    counted: 'lived in accommodation that is considered suitable',
    caution: 'Those with whom the council is not in touch count in the whole group.',
  },
  of: careLeavers,
  when: describedAtMonthEnd,
  where: (l, day) => hasLeftCare(l) && isBetween(17, l.child.ageOn(day), 18),
  that: l => l.suitable === true,
  needs: ['suitable'],
  good: 'high',
  source: ['annex-a:9', 'ssda903:oc3', 'ssd:ssd_care_leavers'],
})
