import { addWorkingDays, type Day, longDay, workingDaysBetween } from '#calendar'
import { assessments, conferences, contacts, enquiries, type History, timeline } from '#records'
import type { Due } from './duty.ts'
import { eachOpenRow, eachRow, speaksFor } from './rows.ts'

const DAYS_OF_CONTACTS = 28
const MONTHS_OF_ENQUIRIES = 92
const conferencesHeld = timeline(conferences, 'heldOn')

/** What is due on the way in: decisions, assessments and conferences. */
export function dueAtFrontDoor(history: History, on: Day): readonly Due[] {
  return [
    ...decisions(history, on),
    ...openAssessments(history, on),
    ...conferencesDue(history, on),
  ]
}

function decisions(history: History, on: Day): readonly Due[] {
  if (!speaksFor(history, contacts, on, 'decidedOn')) return []
  const due: Due[] = []
  eachRow(history, contacts, row => {
    const { receivedOn, decidedOn, outcome } = row
    // A contact of long ago with no date of its decision is data to put right, not a day's work.
    if (receivedOn === null || receivedOn > on || receivedOn < on - DAYS_OF_CONTACTS) return
    if (decidedOn !== null || outcome !== '') return
    due.push({
      child: row.child.number,
      duty: 'contact',
      on: addWorkingDays(receivedOn, 1),
      since: `The contact came on ${longDay(receivedOn)}.`,
    })
  })
  return due
}

function openAssessments(history: History, on: Day): readonly Due[] {
  if (!speaksFor(history, assessments, on)) return []
  const due: Due[] = []
  eachOpenRow(
    history,
    assessments,
    on,
    row => row.authorisedOn,
    (row, startedOn) => {
      due.push({
        child: row.child.number,
        duty: 'assessment',
        on: addWorkingDays(startedOn, 45),
        look: addWorkingDays(startedOn, 35),
        since: `It began on ${longDay(startedOn)}: day ${workingDaysBetween(startedOn, on)} of 45.`,
      })
    },
  )
  return due
}

function conferencesDue(history: History, on: Day): readonly Due[] {
  if (!speaksFor(history, enquiries, on)) return []
  const due: Due[] = []
  eachRow(history, enquiries, row => {
    const began = row.strategyOn ?? row.startedOn
    if (began === null || began > on || began < on - MONTHS_OF_ENQUIRIES) return
    // An enquiry that ended without a conference ended in another way.
    if (row.endedOn !== null || row.conferenceOn !== null || row.conferenceNotNeeded === true)
      return
    const held = row.child.first(conferencesHeld, began)
    if (held !== null && held <= on) return
    due.push({
      child: row.child.number,
      duty: 'conference',
      on: addWorkingDays(began, 15),
      since: `The strategy discussion or enquiry was on ${longDay(began)}.`,
    })
  })
  return due
}
