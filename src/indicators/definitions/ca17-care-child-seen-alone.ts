import { visits } from '#records'
import { indicator } from '../definition.ts'

export const careChildSeenAlone = indicator('CA17', {
  name: 'Children in care seen alone',
  family: 'Children in care',
  words: {
    everyone: 'visits made in the month to children in care',
    counted: 'say that the child was seen alone',
    caution: 'Visits to babies and to children who did not wish to be seen alone are not left out.',
  },
  of: visits,
  when: v => v.visitedOn,
  where: v => v.kind === 'care',
  that: v => v.seenAlone === true,
  needs: ['seenAlone'],
  good: 'high',
  source: ['ssd:ssd_cla_visits'],
})
