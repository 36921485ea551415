import { adopters } from '#records'
import { indicator } from '../definition.ts'
import { withinMonths } from '../words.ts'

export const adoptersApprovedInSixMonths = indicator('PE08', {
  name: 'Adopters approved within six months',
  family: 'Permanence',
  words: {
    everyone: 'people approved as adopters in the month',
    counted: 'were approved within six months of starting the first stage',
  },
  of: adopters,
  when: a => a.approvedOn,
  that: a => withinMonths(6, a.stage1StartedOn, a.approvedOn),
  needs: ['stage1StartedOn'],
  good: 'high',
  law: {
    says: 'Stage one within two months and stage two within four',
    document: 'Statutory guidance on adoption (2013)',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: ['annex-a:11'],
})
