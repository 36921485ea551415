import { addMonths, type Day, longDay } from '#calendar'
import { hasLeftCare } from '#indicators'
import { careLeavers, type History } from '#records'
import type { Due } from './duty.ts'
import { eachRow, speaksFor } from './rows.ts'

/** What is due to young people who have left care, by how the newest extract describes them. */
export function dueToLeavers(history: History, on: Day): readonly Due[] {
  if (!speaksFor(history, careLeavers, on)) return []
  const latest = newestDescription(history, on)
  const knowsPlans = speaksFor(history, careLeavers, on, 'pathwayPlanOn')
  const knowsContact = speaksFor(history, careLeavers, on, 'latestContactOn')
  const due: Due[] = []
  eachRow(history, careLeavers, row => {
    const { child, asOn, pathwayPlanOn, latestContactOn, inTouch } = row
    const age = child.ageOn(on)
    if (asOn === null || asOn !== latest || !hasLeftCare(row) || !(age >= 17 && age <= 21)) return
    if (knowsPlans && pathwayPlanOn !== null) {
      due.push({
        child: child.number,
        duty: 'pathway',
        on: addMonths(pathwayPlanOn, 6),
        since: `The review before was on ${longDay(pathwayPlanOn)}.`,
      })
    }
    // Who no longer needs or wants contact is not chased.
    if (knowsContact && latestContactOn !== null && inTouch !== 'REFU' && inTouch !== 'NREQ') {
      due.push({
        child: child.number,
        duty: 'leaver-contact',
        on: addMonths(latestContactOn, 2),
        since: `The contact before was on ${longDay(latestContactOn)}.`,
      })
    }
  })
  return due
}

/** Those described on an earlier day and not on this one are no longer on the list. */
function newestDescription(history: History, on: Day): Day | null {
  let newest: Day | null = null
  eachRow(history, careLeavers, ({ asOn }) => {
    if (asOn !== null && asOn <= on && (newest === null || asOn > newest)) newest = asOn
  })
  return newest
}
