import { addMonths, addWorkingDays, type Day, longDay } from '#calendar'
import {
  careReviewsHeld,
  careVisits,
  dentalChecks,
  difficultiesQuestionnaires,
  healthAssessments,
  longTermFosterPlacements,
  permanencePlansMade,
} from '#indicators'
import {
  careReviews,
  type Child,
  healthChecks,
  type History,
  missingEpisodes,
  periodsOfCare,
  permanencePlans,
  placements,
  visits,
} from '#records'
import type { Due } from './duty.ts'
import { latestSince, visitedInWords } from './plans.ts'
import { eachOpenRow, eachRow, speaksFor } from './rows.ts'

const DAYS_OF_RETURNS = 28

/** What is due to children in care, and to those who came back from being missing. */
export function dueInCare(history: History, on: Day): readonly Due[] {
  const inCare = speaksFor(history, periodsOfCare, on)
  return [
    ...(inCare ? ofPeriods(history, on) : []),
    ...(inCare && speaksFor(history, visits, on) ? careVisitsDue(history, on) : []),
    ...returnInterviews(history, on),
  ]
}

function ofPeriods(history: History, on: Day): readonly Due[] {
  const knows = {
    reviews: speaksFor(history, careReviews, on),
    permanence: speaksFor(history, permanencePlans, on),
    health: speaksFor(history, healthChecks, on),
  }
  const due: Due[] = []
  eachOpenRow(
    history,
    periodsOfCare,
    on,
    row => row.endedOn,
    ({ child }, startedOn) => {
      if (knows.reviews) due.push(reviewDue(child, startedOn, on))
      if (knows.permanence && !isPlanned(child, startedOn, on)) {
        due.push({
          child: child.number,
          duty: 'permanence',
          on: addMonths(startedOn, 4),
          since: `Care began on ${longDay(startedOn)} and no plan is recorded.`,
        })
      }
      if (knows.health) due.push(...healthDue(child, startedOn, on))
    },
  )
  return due
}

/** The first within 20 working days, the second three months after it, each later one six months on. */
function reviewDue(child: Child, startedOn: Day, on: Day): Due {
  const latest = latestSince(child.latest(careReviewsHeld, on), startedOn)
  const held = child.countBetween(careReviewsHeld, startedOn - 1, on)
  const due =
    latest === null ? addWorkingDays(startedOn, 20) : addMonths(latest, held === 1 ? 3 : 6)
  return {
    child: child.number,
    duty: 'care-review',
    on: due,
    since:
      latest === null
        ? `Care began on ${longDay(startedOn)} and no review is recorded.`
        : `The review before was on ${longDay(latest)}.`,
  }
}

function isPlanned(child: Child, startedOn: Day, on: Day): boolean {
  return latestSince(child.latest(permanencePlansMade, on), startedOn) !== null
}

function healthDue(child: Child, startedOn: Day, on: Day): readonly Due[] {
  const assessed = latestSince(child.latest(healthAssessments, on), startedOn)
  const assessment: Due = {
    child: child.number,
    duty: 'health',
    on:
      assessed === null
        ? addWorkingDays(startedOn, 20)
        : addMonths(assessed, child.ageOn(assessed) < 5 ? 6 : 12),
    since: checkedInWords(assessed, startedOn),
  }
  const yearly = (duty: 'dental' | 'sdq', latest: Day | null): Due => {
    const checked = latestSince(latest, addMonths(startedOn, -12))
    return {
      child: child.number,
      duty,
      on: addMonths(checked ?? startedOn, 12),
      since: checkedInWords(checked, startedOn),
    }
  }
  const age = child.ageOn(on)
  return [
    assessment,
    yearly('dental', child.latest(dentalChecks, on)),
    ...(age >= 4 && age <= 16 ? [yearly('sdq', child.latest(difficultiesQuestionnaires, on))] : []),
  ]
}

function checkedInWords(checked: Day | null, startedOn: Day): string {
  return checked === null
    ? `Care began on ${longDay(startedOn)} and none is recorded since.`
    : `The one before was on ${longDay(checked)}.`
}

function careVisitsDue(history: History, on: Day): readonly Due[] {
  const due: Due[] = []
  eachOpenRow(
    history,
    placements,
    on,
    row => row.endedOn,
    (row, startedOn) => {
      const visited = latestSince(row.child.latest(careVisits, on), startedOn)
      const isSettled =
        longTermFosterPlacements.includes(row.type) && addMonths(startedOn, 12) <= on
      due.push({
        child: row.child.number,
        duty: 'care-visit',
        on: visited === null ? startedOn + 7 : isSettled ? addMonths(visited, 3) : visited + 42,
        since: visitedInWords(visited, 'The placement began', startedOn),
      })
    },
  )
  return due
}

function returnInterviews(history: History, on: Day): readonly Due[] {
  if (!speaksFor(history, missingEpisodes, on, 'interviewOffered')) return []
  const due: Due[] = []
  eachRow(history, missingEpisodes, row => {
    const { endedOn, interviewOffered, kind } = row
    if (kind === 'A' || endedOn === null || endedOn > on || endedOn < on - DAYS_OF_RETURNS) return
    if (interviewOffered === true) return
    due.push({
      child: row.child.number,
      duty: 'return-interview',
      on: endedOn + 3,
      since: `The child came back on ${longDay(endedOn)}.`,
    })
  })
  return due
}
