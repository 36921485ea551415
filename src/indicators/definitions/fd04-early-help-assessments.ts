import { earlyHelp } from '#records'
import { indicator } from '../definition.ts'

export const earlyHelpAssessments = indicator('FD04', {
  name: 'Early help assessments completed',
  family: 'Early help',
  words: { everyone: 'early help assessments that were completed in the month' },
  of: earlyHelp,
  when: e => e.completedOn,
  good: 'neutral',
  source: ['annex-a:2', 'ssd:ssd_early_help_episodes'],
})
