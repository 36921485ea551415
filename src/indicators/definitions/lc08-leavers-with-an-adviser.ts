import { careLeavers } from '#records'
import { hasLeftCare } from '../care-leavers.ts'
import { describedAtMonthEnd, indicator } from '../definition.ts'
import { isBetween } from '../words.ts'

export const leaversWithAnAdviser = indicator('LC08', {
  name: 'Care leavers with a personal adviser',
  family: 'Care leavers',
  words: {
    everyone: 'young people aged 17 to 21 who have left care',
    counted: 'had a personal adviser',
  },
  of: careLeavers,
  when: describedAtMonthEnd,
  where: (l, day) => hasLeftCare(l) && isBetween(17, l.child.ageOn(day), 21),
  that: l => l.adviser !== '',
  needs: ['adviser'],
  good: 'high',
  law: {
    says: 'A personal adviser for every relevant and former relevant child',
    document: 'Children Act 1989',
    paragraph: 'sections 23B(2) and 23CA(2)',
    read: 'unverified',
  },
  source: ['annex-a:9', 'ssd:ssd_care_leavers'],
})
