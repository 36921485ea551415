import * as census from '../cin/codes.ts'
import * as care from '../ssda903/codes.ts'
import { type CodeSet, codeSet } from '../values.ts'

// The dataset takes its code sets from the returns that it feeds: the children in need census for
// what happens before care, the SSDA903 for care. Some systems write the words instead.

export const sex = care.sex.set
export const ethnicity = care.ethnicity.set
export const source = census.referralSources
export const primaryNeed = census.primaryNeeds
export const closure = census.closureReasons

export const abuse = codeSet('a category of abuse', ['NEG', 'PHY', 'SAB', 'EMO', 'MUL'], {
  neglect: 'NEG',
  physical: 'PHY',
  'physical abuse': 'PHY',
  sexual: 'SAB',
  'sexual abuse': 'SAB',
  emotional: 'EMO',
  'emotional abuse': 'EMO',
  multiple: 'MUL',
})

export const episodeStart = care.startReason.set
export const episodeEnd = care.endReason.set
export const careNeed = care.need.set
export const legalStatus = care.legalStatus.set
export const placement = care.placement.set
export const provider = care.provider.set
export const moveReason = care.changeReason.set
export const participation = care.participation.set
export const workerChange = care.workerChange.set
export const reversed = care.reversedReason.set
export const earlierPermanence = care.earlierPermanence.set

export const missingKind = codeSet('missing or away without authorisation', ['M', 'A'], {
  missing: 'M',
  away: 'A',
  absent: 'A',
  'away from placement without authorisation': 'A',
})

export const checkKind = codeSet('a kind of health check', ['assessment', 'dental'], {
  'health assessment': 'assessment',
  'annual health assessment': 'assessment',
  'initial health assessment': 'assessment',
  'review health assessment': 'assessment',
  'dental check': 'dental',
  dentist: 'dental',
})

export const eligibility = codeSet(
  'eligibility as a care leaver',
  ['relevant', 'former', 'qualifying', 'eligible', 'none'],
  { 'former relevant': 'former', 'no current eligibility': 'none' },
)
export const inTouch = care.inTouch.set
export const activity = care.activity.set

/** A letter for where the young person lives; the digit for suitable may follow it. */
export const accommodation: CodeSet = codeSet('accommodation', [
  ...care.accommodation.set.spellings.keys(),
  ...'B C D E G H K R S T U V W X Y Z'.split(' '),
])

export const suitable = codeSet('whether accommodation is suitable', ['1', '2'], {
  y: '1',
  yes: '1',
  suitable: '1',
  n: '2',
  no: '2',
  unsuitable: '2',
})

/** The keys of the care plan, as the plans for permanence that the record knows. */
export const permanencePlan = codeSet('a plan for permanence', [], {
  remainsup: 'return to family',
  return1m: 'return to family',
  return6m: 'return to family',
  returnev: 'return to family',
  ltrelfr: 'long-term fostering',
  ltfost18: 'long-term fostering',
  resplmt: 'long-term residential',
  suppliv: 'supported living',
  adoption: 'adoption',
  otherpln: 'other',
})

export const contactOutcome = codeSet('what a contact led to', [], {
  new_referral_flag: 'referral',
  existing_referral_flag: 'open referral',
  nfa_flag: 'no further action',
  advice_flag: 'advice',
  cp_enquiry_flag: 'enquiry',
  other_outcomes_exist_flag: 'other',
})
