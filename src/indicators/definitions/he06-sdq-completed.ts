import { periodsOfCare } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { difficultiesQuestionnaires } from '../timelines.ts'
import { hasLasted, isBetween, withinMonths } from '../words.ts'

export const sdqCompleted = indicator('HE06', {
  name: 'Strengths and difficulties questionnaire completed',
  family: 'Health of children in care',
  words: {
    everyone:
      'children aged 5 to 16 at the end of the month who had been in care for 12 months or more',
    counted: 'had a questionnaire completed in the last 12 months',
  },
  of: periodsOfCare,
  when: openAtMonthEnd,
  where: (p, day) => hasLasted(12, p.startedOn, day) && isBetween(5, p.child.ageOn(day), 16),
  eachChildOnce: true,
  that: (p, day) => withinMonths(12, p.child.latest(difficultiesQuestionnaires, day), day),
  uses: [difficultiesQuestionnaires],
  looksBack: 12,
  good: 'high',
  law: {
    says: 'A strengths and difficulties questionnaire for every child every year',
    document: 'Promoting the health and well-being of looked-after children (2015)',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: ['ssd:ssd_sdq_scores'],
})
