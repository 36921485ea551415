import {
  careEpisodes,
  careReviews,
  healthChecks,
  permanencePlans,
  reviewerContacts,
  uasc,
  visits,
} from '#records'
import * as words from './care.ts'
import { need } from './needs.ts'
import { placedBeforeCare } from './problems.ts'
import { childAndDay, endAfter, accounted, type ReadRow, staff, wanted } from './rows.ts'
import { yesNo } from './yes-no.ts'

/**
 * A row of List 8. It gives the start of care and the latest placement, and nothing of what lay
 * between: the episode begins with that placement, and `careStartedOn` says since when.
 */
export const readCare: ReadRow = (row, into) => {
  const found = childAndDay(row, into, 'careStartedOn')
  if (found === null) return false
  const { child, day: careStartedOn } = found
  wanted(row, 'legalStatus', 'need', 'placementType', 'provider', 'placedOn')
  const placedOn = row.day('placedOn')
  if (placedOn !== null && placedOn < careStartedOn) row.doubt(placedBeforeCare, 'placedOn')
  const startedOn = Math.max(careStartedOn, placedOn ?? careStartedOn)
  const endedOn = endAfter(row, startedOn, 'careEndedOn')
  const added = into.tables.add(careEpisodes, child, {
    startedOn,
    // S says that care began with this episode; of a later one only the placement is known.
    startReason: startedOn === careStartedOn ? 'S' : '',
    legalStatus: row.code('legalStatus', words.legalStatus),
    need: row.code('need', need),
    placementType: row.code('placementType', words.placementType),
    provider: row.code('provider', words.provider),
    outsideArea: row.has('outside') ? row.flag('outside', yesNo.outside) : null,
    urn: row.identifier('urn'),
    endedOn,
    endReason: row.code('endReason', words.careEnded),
    careStartedOn,
    ...staff(row),
  })
  if (!accounted(row, added, 'careStartedOn')) return false

  const heldOn = row.day('reviewedOn')
  if (heldOn !== null) into.tables.add(careReviews, child, { heldOn })
  const visitedOn = row.day('visitedOn')
  if (visitedOn !== null) into.tables.add(visits, child, { visitedOn, kind: 'care' })
  const contactOn = row.day('reviewerOn')
  if (contactOn !== null) into.tables.add(reviewerContacts, child, { contactOn })
  const plan = row.code('permanence', words.permanence)
  if (plan !== '')
    into.later(recordedOn => into.tables.add(permanencePlans, child, { recordedOn, plan }))
  const assessedOn = row.day('healthOn')
  if (assessedOn !== null)
    into.tables.add(healthChecks, child, { checkedOn: assessedOn, kind: 'assessment' })
  const dentalOn = row.day('dentalOn')
  if (dentalOn !== null)
    into.tables.add(healthChecks, child, { checkedOn: dentalOn, kind: 'dental' })
  // The list says that a child is or was one, and not since when: the start of care stands for it.
  if (row.flag('uasc', yesNo.uasc) === true)
    into.tables.add(uasc, child, { startedOn: careStartedOn, endedOn })
  return true
}
