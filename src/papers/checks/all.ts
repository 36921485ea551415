import { commitments } from './commitments.ts'
import { dates } from './dates.ts'
import { dayUnits, deadlineReason } from './deadlines.ts'
import { eventDates } from './events.ts'
import type { Check } from './fault.ts'
import { figures } from './figures.ts'
import { identity, privatePeople } from './identity.ts'
import { links } from './links.ts'
import { numbering } from './numbering.ts'
import { quotations } from './quotations.ts'
import { assessments, options } from './sections.ts'
import { slips } from './slips.ts'
import { sums } from './sums.ts'
import { readable, wholeText } from './whole.ts'

/** Every check, in the order in which a clerk wants to read about them. */
export const CHECKS: readonly Check[] = [
  identity,
  privatePeople,
  links,
  wholeText,
  readable,
  sums,
  quotations,
  dates,
  eventDates,
  dayUnits,
  deadlineReason,
  numbering,
  options,
  assessments,
  commitments,
  figures,
  slips,
]
