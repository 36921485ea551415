import {
  adopters,
  adoptions,
  assessments,
  contacts,
  earlyHelp,
  conferences,
  enquiries,
  needEpisodes,
  protectionPlans,
  protectionReviews,
  referrals,
  visits,
} from '#records'
import { readCare } from './care-events.ts'
import { readCareLeaver } from './leavers.ts'
import * as needs from './needs.ts'
import { noDate, noPlanWithoutConference } from './problems.ts'
import { childAndDay, endAfter, accounted, type ReadRow, staff, wanted } from './rows.ts'
import { source } from './sources.ts'
import { yesNo } from './yes-no.ts'

const readContact: ReadRow = (row, into) => {
  const found = childAndDay(row, into, 'receivedOn')
  if (found === null) return false
  wanted(row, 'source')
  const added = into.tables.add(contacts, found.child, {
    receivedOn: found.day,
    source: row.code('source', source),
  })
  return accounted(row, added, 'receivedOn')
}

const readEarlyHelp: ReadRow = (row, into) => {
  const found = childAndDay(row, into, 'startedOn')
  if (found === null) return false
  const added = into.tables.add(earlyHelp, found.child, {
    startedOn: found.day,
    completedOn: endAfter(row, found.day, 'completedOn'),
    organisation: row.text('organisation'),
  })
  return accounted(row, added, 'startedOn')
}

const readReferral: ReadRow = (row, into) => {
  const found = childAndDay(row, into, 'referredOn')
  if (found === null) return false
  wanted(row, 'source', 'nfa')
  const added = into.tables.add(referrals, found.child, {
    referredOn: found.day,
    source: row.code('source', source),
    noFurtherAction: row.flag('nfa', yesNo.noFurtherAction),
    earlierReferrals: row.count('earlier', 200),
    ...staff(row),
  })
  return accounted(row, added, 'referredOn')
}

const readAssessment: ReadRow = (row, into) => {
  const found = childAndDay(row, into, 'startedOn')
  if (found === null) return false
  const added = into.tables.add(assessments, found.child, {
    startedOn: found.day,
    authorisedOn: endAfter(row, found.day, 'authorisedOn'),
    childSeen: row.flag('childSeen', yesNo.seen),
    supportNeeded: row.flag('supportNeeded', yesNo.plain),
    ...staff(row),
  })
  return accounted(row, added, 'startedOn')
}

const readEnquiry: ReadRow = (row, into) => {
  const found = childAndDay(row, into, 'strategyOn')
  if (found === null) return false
  const { child, day: strategyOn } = found
  const conferenceOn = endAfter(row, strategyOn, 'conferenceOn')
  const ledToPlan = row.flag('ledToPlan', yesNo.plain)
  const added = into.tables.add(enquiries, child, {
    startedOn: strategyOn,
    strategyOn,
    conferenceNotNeeded: row.flag('notNeeded', yesNo.plain),
    conferenceOn,
    ...staff(row),
  })
  if (!accounted(row, added, 'strategyOn')) return false
  if (conferenceOn !== null)
    into.tables.add(conferences, child, {
      heldOn: conferenceOn,
      strategyOn,
      ledToPlan,
      ...staff(row),
    })
  else if (ledToPlan === true) row.refuseValue(noPlanWithoutConference, 'ledToPlan')
  return true
}

const readNeed: ReadRow = (row, into) => {
  const found = childAndDay(row, into, 'startedOn')
  if (found === null) return false
  wanted(row, 'primaryNeed', 'status')
  const lastSeenOn = row.day('lastSeenOn')
  const added = into.tables.add(needEpisodes, found.child, {
    startedOn: found.day,
    endedOn: endAfter(row, found.day, 'endedOn'),
    endReason: row.code('endReason', needs.closure),
    primaryNeed: row.code('primaryNeed', needs.need),
    status: row.code('status', needs.status),
    lastSeenOn,
    ...staff(row),
  })
  if (lastSeenOn !== null) {
    into.tables.add(visits, found.child, { visitedOn: lastSeenOn, kind: 'need' })
  }
  return accounted(row, added, 'startedOn')
}

const readProtection: ReadRow = (row, into) => {
  const found = childAndDay(row, into, 'startedOn')
  if (found === null) return false
  wanted(row, 'firstCategory', 'latestCategory', 'earlierPlans')
  const { child, day: startedOn } = found
  const added = into.tables.add(protectionPlans, child, {
    startedOn,
    endedOn: endAfter(row, startedOn, 'endedOn'),
    firstCategory: row.code('firstCategory', needs.abuse),
    latestCategory: row.code('latestCategory', needs.abuse),
    earlierPlans: row.count('earlierPlans', 50),
    ...staff(row),
  })
  if (!accounted(row, added, 'startedOn')) return false
  const visitedOn = row.day('visitedOn')
  const seenAlone = row.flag('seenAlone', yesNo.seen)
  if (visitedOn !== null)
    into.tables.add(visits, child, { visitedOn, kind: 'protection', seenAlone })
  const heldOn = row.day('reviewedOn')
  if (heldOn !== null) into.tables.add(protectionReviews, child, { heldOn })
  return true
}

const readAdoption: ReadRow = (row, into) => {
  const found = childAndDay(row, into, 'decidedOn')
  if (found === null) return false
  const added = into.tables.add(adoptions, found.child, {
    decidedOn: found.day,
    enteredCareOn: row.day('enteredCareOn'),
    placementOrderOn: row.day('placementOrderOn'),
    matchedOn: row.day('matchedOn'),
    placedOn: row.day('placedOn'),
    adoptedOn: row.day('adoptedOn'),
    reversedOn: row.day('reversedOn'),
    reversedReason: row.code('reversedReason', needs.reversal),
  })
  return accounted(row, added, 'decidedOn')
}

const readAdopter: ReadRow = (row, into) => {
  const enquiredOn = row.day('enquiredOn')
  if (enquiredOn === null) {
    row.refuse(noDate, 'enquiredOn')
    return false
  }
  const adopter = row.identifier('adopter')
  const stage1StartedOn = row.day('stage1StartedOn')
  const stage2StartedOn = row.day('stage2StartedOn')
  const added = into.tables.add(adopters, adopter, {
    adopter,
    enquiredOn,
    stage1StartedOn,
    stage1EndedOn: endAfter(row, stage1StartedOn ?? enquiredOn, 'stage1EndedOn'),
    stage2StartedOn,
    stage2EndedOn: endAfter(row, stage2StartedOn ?? enquiredOn, 'stage2EndedOn'),
    appliedOn: row.day('appliedOn'),
    approvedOn: row.day('approvedOn'),
    matchedOn: row.day('matchedOn'),
    placedOn: row.day('placedOn'),
    adoptedOn: row.day('adoptedOn'),
    leftOn: row.day('leftOn'),
    leftReason: row.code('leftReason', needs.leftAdoption),
    childrenPlaced: row.count('childrenPlaced', 20),
  })
  return accounted(row, added, 'enquiredOn')
}

/** How the rows of each list are read, by the list's number. */
export const readRows: Readonly<Record<number, ReadRow>> = {
  1: readContact,
  2: readEarlyHelp,
  3: readReferral,
  4: readAssessment,
  5: readEnquiry,
  6: readNeed,
  7: readProtection,
  8: readCare,
  9: readCareLeaver,
  10: readAdoption,
  11: readAdopter,
}
