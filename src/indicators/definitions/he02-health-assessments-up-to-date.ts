import { periodsOfCare } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { healthAssessments } from '../timelines.ts'
import { hasLasted, withinMonths } from '../words.ts'

export const healthAssessmentsUpToDate = indicator('HE02', {
  name: 'Health assessments up to date',
  family: 'Health of children in care',
  words: {
    everyone: 'children at the end of the month who had been in care for 12 months or more',
    counted: 'had a health assessment in the last 12 months, or in the last six if under five',
  },
  of: periodsOfCare,
  when: openAtMonthEnd,
  where: (p, day) => hasLasted(12, p.startedOn, day),
  eachChildOnce: true,
  that: (p, day) => {
    const months = p.child.ageOn(day) < 5 ? 6 : 12
    return withinMonths(months, p.child.latest(healthAssessments, day), day)
  },
  uses: [healthAssessments],
  good: 'high',
  law: {
    says: 'At least every six months before the fifth birthday and every 12 months after it',
    document: 'Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)',
    paragraph: 'regulation 7',
    read: 'unverified',
  },
  source: ['annex-a:8', 'ssd:ssd_cla_health'],
})
