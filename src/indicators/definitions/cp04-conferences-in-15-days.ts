import { conferences } from '#records'
import { indicator } from '../definition.ts'
import { withinWorkingDays } from '../words.ts'

export const conferencesIn15Days = indicator('CP04', {
  name: 'Initial conferences within 15 working days',
  family: 'Child protection',
  words: {
    everyone: 'initial child protection conferences held in the month after a section 47 enquiry',
    counted: 'were held within 15 working days of the strategy discussion that began the enquiry',
    caution:
      'The children in need census gives the start of the enquiry, which stands for the strategy discussion.',
  },
  of: conferences,
  when: c => c.heldOn,
  where: c => c.strategyOn !== null,
  that: c => withinWorkingDays(15, c.strategyOn, c.heldOn),
  needs: ['strategyOn'],
  good: 'high',
  law: {
    says: 'Within 15 working days of the strategy discussion at which the enquiry was begun',
    document: 'Working Together to Safeguard Children 2023',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: ['annex-a:5', 'cin:Section47', 'ssd:ssd_initial_cp_conference'],
})
