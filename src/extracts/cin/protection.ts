import { type Day, addWorkingDays } from '#calendar'
import type { XmlElement } from '#kit/files/xml.ts'
import { conferences, enquiries, protectionPlans, protectionReviews } from '#records'
import { abuseCategories } from './codes.ts'
import { find, findAll, textOf } from './elements.ts'
import {
  beforeReferral,
  conferenceBeforeEnquiry,
  conferenceNotRequired,
  endedBeforeStart,
  missing,
  noReviewDate,
  noStartDate,
  openAfterClosure,
  reviewAfterPlan,
  reviewBeforePlan,
  targetBeforeEnquiry,
} from './problems.ts'
import { type BlockReader, rowsOf, some } from './rows.ts'
import { type About, noteAdded, type SourceList, sourceList } from './source-list.ts'

/**
 * Working days within which a plan that starts is taken to come from a conference. A plan starts on
 * the day of the conference that decides it; case systems record it some days later.
 */
const PLAN_WITHIN = 15

export interface Protection {
  take(child: string, details: XmlElement, within: Within): void
  readonly blocks: readonly BlockReader[]
}

/** The days of the episode that a row belongs to; null where they are not known. */
export interface Within {
  readonly referredOn: Day | null
  readonly closedOn: Day | null
}

interface Conference {
  readonly heldOn: Day
  readonly strategyOn: Day | null
  readonly targetOn: Day | null
}

/** Section 47 enquiries, the conferences they led to, protection plans and their reviews. */
export function readProtection(about: About): Protection {
  const enquirySource = sourceList('Section47', ['enquiries', 'conferences'], about)
  const conferenceSource = sourceList('DateOfInitialCPC', ['conferences'], about)
  const planSource = sourceList('ChildProtectionPlans', ['protectionPlans'], about)
  const reviewSource = sourceList('Reviews', ['protectionReviews'], about)
  const enquiryRows = rowsOf(enquiries)
  const conferenceRows = rowsOf(conferences)
  const planRows = rowsOf(protectionPlans)
  const reviewRows = rowsOf(protectionReviews)

  function takeEnquiry(child: string, row: XmlElement, referredOn: Day | null): Conference | null {
    const source = enquirySource
    source.found()
    const startedOn = source.day(row, 'S47ActualStartDate')
    const heldOn = source.day(row, 'DateOfInitialCPC')
    const targetOn = source.day(row, 'InitialCPCtarget')
    const conferenceNotNeeded = notNeeded(source, row)
    if (conferenceNotNeeded === true && heldOn !== null)
      source.doubt(row, 'ICPCnotRequired', conferenceNotRequired)
    if (startedOn === null) {
      source.refuse(row, noStartDate, 'S47ActualStartDate')
      return heldOn === null ? null : { heldOn, strategyOn: null, targetOn }
    }
    if (referredOn !== null && startedOn < referredOn)
      source.doubt(row, 'S47ActualStartDate', beforeReferral)
    const early = heldOn !== null && heldOn < startedOn
    if (early) source.drop(row, 'DateOfInitialCPC', conferenceBeforeEnquiry)
    const earlyTarget = targetOn !== null && targetOn < startedOn
    if (earlyTarget) source.drop(row, 'InitialCPCtarget', targetBeforeEnquiry)
    const added = enquiryRows.add(child, {
      startedOn,
      strategyOn: startedOn,
      conferenceNotNeeded,
      conferenceOn: early ? null : heldOn,
    })
    noteAdded(source, row, 'S47ActualStartDate', added)
    if (heldOn === null) return null
    return {
      heldOn,
      strategyOn: early ? null : startedOn,
      targetOn: early || earlyTarget ? null : targetOn,
    }
  }

  function takePlan(child: string, row: XmlElement, { referredOn, closedOn }: Within): Day | null {
    const source = planSource
    source.found()
    const startedOn = source.day(row, 'CPPstartDate')
    const endedOn = source.day(row, 'CPPendDate')
    takeReviews(child, row, startedOn, endedOn)
    if (startedOn === null) {
      source.refuse(row, noStartDate, 'CPPstartDate')
      return null
    }
    if (referredOn !== null && startedOn < referredOn)
      source.doubt(row, 'CPPstartDate', beforeReferral)
    const impossible = endedOn !== null && endedOn < startedOn
    if (impossible) source.drop(row, 'CPPendDate', endedBeforeStart)
    if (closedOn !== null && endedOn === null) source.doubt(row, 'CPPstartDate', openAfterClosure)
    const firstCategory = source.code(row, 'InitialCategoryOfAbuse', abuseCategories)
    const latestCategory = source.code(row, 'LatestCategoryOfAbuse', abuseCategories)
    const earlierPlans = source.count(row, 'NumberOfPreviousCPP')
    source.required(row, 'InitialCategoryOfAbuse', firstCategory)
    source.required(row, 'LatestCategoryOfAbuse', latestCategory)
    source.required(row, 'NumberOfPreviousCPP', earlierPlans)
    const added = planRows.add(child, {
      startedOn,
      endedOn: impossible ? null : endedOn,
      firstCategory,
      latestCategory,
      earlierPlans,
    })
    noteAdded(source, row, 'CPPstartDate', added)
    return startedOn
  }

  function takeReviews(
    child: string,
    plan: XmlElement,
    startedOn: Day | null,
    endedOn: Day | null,
  ): void {
    const source = reviewSource
    for (const block of [plan, ...findAll(plan, 'Reviews')]) {
      for (const element of findAll(block, 'CPPreviewDate')) {
        source.found()
        // A review is nothing but its date, so the element stands for the row and for the value.
        const row = { ...block, line: element.line, children: [element] }
        const heldOn = source.day(row, 'CPPreviewDate')
        if (heldOn === null) {
          source.refuse(row, noReviewDate, 'CPPreviewDate')
          continue
        }
        if (startedOn !== null && heldOn < startedOn)
          source.doubt(row, 'CPPreviewDate', reviewBeforePlan)
        if (endedOn !== null && heldOn > endedOn && (startedOn ?? endedOn) <= endedOn)
          source.doubt(row, 'CPPreviewDate', reviewAfterPlan)
        noteAdded(source, row, 'CPPreviewDate', reviewRows.add(child, { heldOn }))
      }
    }
  }

  /** The conference that the referral itself dates, where no enquiry holds it. */
  function referralConference(
    details: XmlElement,
    referredOn: Day | null,
    held: readonly Conference[],
  ): Conference | null {
    if (textOf(details, 'DateOfInitialCPC') === '') return null
    const heldOn = conferenceSource.day(details, 'DateOfInitialCPC')
    if (heldOn !== null && held.some(each => each.heldOn === heldOn)) return null
    conferenceSource.found()
    if (heldOn === null) {
      conferenceSource.refuse(details, noStartDate, 'DateOfInitialCPC')
      return null
    }
    if (referredOn !== null && heldOn < referredOn)
      conferenceSource.doubt(details, 'DateOfInitialCPC', beforeReferral)
    return { heldOn, strategyOn: null, targetOn: null }
  }

  return {
    take(child, details, within) {
      const { referredOn } = within
      const held: Conference[] = []
      for (const row of findAll(details, 'Section47')) {
        const conference = takeEnquiry(child, row, referredOn)
        if (conference !== null) held.push(conference)
      }
      const ofReferral = referralConference(details, referredOn, held)
      if (ofReferral !== null) held.push(ofReferral)
      const plans: Day[] = []
      for (const row of findAll(details, 'ChildProtectionPlans')) {
        const startedOn = takePlan(child, row, within)
        if (startedOn !== null) plans.push(startedOn)
      }
      // Enquiries into the same child may lead to one conference: it is held once.
      for (const conference of oneADay(held)) {
        const last = addWorkingDays(conference.heldOn, PLAN_WITHIN)
        const ledToPlan = plans.some(plan => plan >= conference.heldOn && plan <= last)
        conferenceRows.add(child, { ...conference, ledToPlan })
      }
    },
    blocks: [
      { source: enquirySource, tables: () => some(enquiryRows) },
      // Where enquiries or plans are delivered, so are their conferences and reviews, if only none.
      {
        source: conferenceSource,
        tables: () => some(conferenceRows, enquiryRows.length > 0),
      },
      { source: planSource, tables: () => some(planRows) },
      { source: reviewSource, tables: () => some(reviewRows, planRows.length > 0) },
    ],
  }
}

/** Whether a conference was not needed, in either of the two ways that it is asked. */
function notNeeded(source: SourceList, row: XmlElement): boolean | null {
  if (find(row, 'ICPCnotRequired') !== undefined) {
    const answer = source.flag(row, 'ICPCnotRequired')
    return source.required(row, 'ICPCnotRequired', answer)
  }
  const needed = source.flag(row, 'ICPCRequired')
  if (find(row, 'ICPCRequired') === undefined) source.doubt(row, 'ICPCnotRequired', missing)
  return needed === null ? null : !needed
}

/** Of the conferences of one day the one with the latest enquiry, which is the one it follows. */
function oneADay(held: readonly Conference[]): readonly Conference[] {
  const byDay = new Map<Day, Conference>()
  for (const each of held) {
    const before = byDay.get(each.heldOn)
    if (before === undefined || (each.strategyOn ?? -Infinity) > (before.strategyOn ?? -Infinity))
      byDay.set(each.heldOn, each)
  }
  return [...byDay.values()]
}
