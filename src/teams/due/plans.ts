import { addMonths, addWorkingDays, type Day, longDay } from '#calendar'
import { needVisits, protectionReviewsHeld, protectionVisits, type Standards } from '#indicators'
import {
  assessments,
  type History,
  needEpisodes,
  needPlans,
  periodsOfCare,
  protectionPlans,
  protectionReviews,
  timeline,
  visits,
} from '#records'
import type { Due } from './duty.ts'
import { eachOpenRow, speaksFor } from './rows.ts'

const supportFound = timeline(assessments, 'authorisedOn', row => row.supportNeeded === true)
const needPlansStarted = timeline(needPlans, 'startedOn')

/** What is due under a child protection plan. */
export function dueUnderProtection(
  history: History,
  on: Day,
  standards: Standards,
): readonly Due[] {
  if (!speaksFor(history, protectionPlans, on)) return []
  const visitsKnown = speaksFor(history, visits, on)
  const reviewsKnown = speaksFor(history, protectionReviews, on)
  const days = standards.on('protection-visit-working-days', on)
  const due: Due[] = []
  eachOpenRow(
    history,
    protectionPlans,
    on,
    row => row.endedOn,
    (row, startedOn) => {
      const child = row.child.number
      if (visitsKnown) {
        const visited = latestSince(row.child.latest(protectionVisits, on), startedOn)
        due.push({
          child,
          duty: 'protection-visit',
          on: addWorkingDays(visited ?? startedOn, days),
          since: visitedInWords(visited, 'The plan began', startedOn),
        })
      }
      if (!reviewsKnown) return
      const reviewed = latestSince(row.child.latest(protectionReviewsHeld, on), startedOn + 1)
      due.push({
        child,
        duty: 'protection-review',
        on: addMonths(reviewed ?? startedOn, reviewed === null ? 3 : 6),
        since:
          reviewed === null
            ? `The plan began on ${longDay(startedOn)} and no review is recorded.`
            : `The review before was on ${longDay(reviewed)}.`,
      })
    },
  )
  return due
}

/** What is due to children in need who have no protection plan and are not in care. */
export function dueInNeed(history: History, on: Day, standards: Standards): readonly Due[] {
  if (!speaksFor(history, needEpisodes, on)) return []
  const visitsKnown = speaksFor(history, visits, on)
  const plansKnown = speaksFor(history, needPlans, on) && speaksFor(history, assessments, on)
  const days = standards.on('need-visit-working-days', on)
  const due: Due[] = []
  eachOpenRow(
    history,
    needEpisodes,
    on,
    row => row.endedOn,
    (row, startedOn) => {
      const { child } = row
      if (child.isIn(protectionPlans, on) || child.isIn(periodsOfCare, on)) return
      const hasPlan = plansKnown && child.isIn(needPlans, on)
      const found = plansKnown ? latestSince(child.latest(supportFound, on), startedOn) : null
      if (plansKnown && !hasPlan && found !== null) {
        const planned = child.latest(needPlansStarted, on)
        if (planned === null || planned < startedOn) {
          due.push({
            child: child.number,
            duty: 'need-plan',
            on: addWorkingDays(found, 10),
            since: `An assessment found support to be needed on ${longDay(found)}.`,
          })
        }
      }
      // While the first assessment goes on its own days hold.
      if (!visitsKnown || (plansKnown && !hasPlan)) return
      const visited = latestSince(child.latest(needVisits, on), startedOn)
      due.push({
        child: child.number,
        duty: 'need-visit',
        on: addWorkingDays(visited ?? startedOn, days),
        since: visitedInWords(visited, 'Support began', startedOn),
      })
    },
  )
  return due
}

export function latestSince(latest: Day | null, start: Day): Day | null {
  return latest !== null && latest >= start ? latest : null
}

export function visitedInWords(visited: Day | null, began: string, startedOn: Day): string {
  return visited === null
    ? `${began} on ${longDay(startedOn)} and no visit since is recorded.`
    : `The visit before was on ${longDay(visited)}.`
}
