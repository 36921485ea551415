import { periodsOfCare } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { dentalChecks } from '../timelines.ts'
import { hasLasted, withinMonths } from '../words.ts'

export const dentalChecksUpToDate = indicator('HE03', {
  name: 'Dental checks up to date',
  family: 'Health of children in care',
  words: {
    everyone: 'children at the end of the month who had been in care for 12 months or more',
    counted: 'had had their teeth checked in the last 12 months',
  },
  of: periodsOfCare,
  when: openAtMonthEnd,
  where: (p, day) => hasLasted(12, p.startedOn, day),
  eachChildOnce: true,
  that: (p, day) => withinMonths(12, p.child.latest(dentalChecks, day), day),
  uses: [dentalChecks],
  good: 'high',
  law: {
    says: 'A dental check in every 12 months',
    document: 'Promoting the health and well-being of looked-after children (2015)',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: ['annex-a:8', 'ssd:ssd_cla_health'],
})
