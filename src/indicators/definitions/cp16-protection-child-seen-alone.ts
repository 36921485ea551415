import { visits } from '#records'
import { indicator } from '../definition.ts'

export const protectionChildSeenAlone = indicator('CP16', {
  name: 'Children with a protection plan seen alone',
  family: 'Child protection',
  words: {
    everyone: 'visits made in the month to children with a protection plan',
    counted: 'say that the child was seen alone',
    caution: 'Visits to babies and to children who did not wish to be seen alone are not left out.',
  },
  of: visits,
  when: v => v.visitedOn,
  where: v => v.kind === 'protection',
  that: v => v.seenAlone === true,
  needs: ['seenAlone'],
  good: 'high',
  source: ['ssd:ssd_cp_visits'],
})
