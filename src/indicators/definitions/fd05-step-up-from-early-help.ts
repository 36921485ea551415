import { earlyHelp } from '#records'
import { indicator } from '../definition.ts'
import { referralsMade } from '../timelines.ts'
import { monthsAfter, withinMonths } from '../words.ts'

export const stepUpFromEarlyHelp = indicator('FD05', {
  name: 'Step-up from early help to social care',
  family: 'Early help',
  words: {
    everyone: 'children whose early help was completed three months before a day in the month',
    counted: 'were referred to social care within those three months',
  },
  of: earlyHelp,
  when: e => monthsAfter(3, e.completedOn),
  that: e => withinMonths(3, e.completedOn, e.child.first(referralsMade, e.completedOn)),
  uses: [referralsMade],
  looksBack: 4,
  good: 'low',
  source: ['annex-a:2', 'annex-a:3', 'ssd:ssd_early_help_episodes', 'ssd:ssd_cin_episodes'],
})
