import { periodsOfCare } from '#records'
import { indicator } from '../definition.ts'
import { healthAssessments } from '../timelines.ts'
import { withinWorkingDays, workingDaysAfter } from '../words.ts'

export const initialHealthAssessment = indicator('HE01', {
  name: 'First health assessment within 20 working days of entering care',
  family: 'Health of children in care',
  words: {
    everyone: 'children whose first 20 working days in care ended in the month',
    counted: 'had a health assessment in those days',
    caution: 'Children who left care within the 20 working days are left out.',
  },
  of: periodsOfCare,
  when: p => workingDaysAfter(20, p.startedOn),
  where: (p, day) => p.endedOn === null || p.endedOn >= day,
  that: p => withinWorkingDays(20, p.startedOn, p.child.first(healthAssessments, p.startedOn)),
  uses: [healthAssessments],
  looksBack: 3,
  good: 'high',
  law: {
    says: 'A health assessment in time for the first review, which is due within 20 working days',
    document: 'Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)',
    paragraph: 'regulation 7',
    read: 'unverified',
  },
  source: ['ssd:ssd_cla_health', 'ssd:ssd_cla_episodes'],
})
