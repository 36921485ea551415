import type { Day } from '#calendar'
import * as records from '#records'
import { tableBuilder } from '#records'
import { problem } from '../values.ts'
import * as codes from './codes.ts'
import { jsonFlags, jsonWords } from './json.ts'
import { checkAfter, endsBefore, type Filling, fillList } from './lists.ts'
import type { Reads } from './reads.ts'

/** Children, teams, and what happens from a contact to a child protection plan. */
export function fillNeed(into: Filling, reads: Reads): void {
  fillPeople(into, reads)
  const { asOf } = into

  const teams = tableBuilder(records.teams)
  const told = into.each('departments', ({ values }) => {
    teams.add(values.team, values)
    return 'taken'
  })
  if (told) into.tables.set('teams', teams.build())

  fillList(into, 'contacts', records.contacts, ({ row, values }, refusals) => {
    checkAfter(row, 'cont_contact_date', values.receivedOn, asOf, refusals)
    const { receivedOn, source } = values
    return { receivedOn, source, outcome: jsonFlags(values.outcome, codes.contactOutcome) }
  })

  fillList(into, 'earlyHelp', records.earlyHelp, ({ row, values }, refusals) => {
    const { startedOn, endedOn, organisation } = values
    if (endsBefore(row, 'earl_episode_end_date', startedOn, endedOn, refusals)) return 'refused'
    return { startedOn, completedOn: endedOn, organisation }
  })

  fillReferrals(into)
  fillAssessments(into, reads)
  fillEnquiries(into, reads)

  fillList(into, 'needPlans', records.needPlans, ({ row, values }, refusals) => {
    if (endsBefore(row, 'cinp_cin_plan_end_date', values.startedOn, values.endedOn, refusals))
      return 'refused'
    return values
  })

  fillList(into, 'protectionPlans', records.protectionPlans, ({ row, values }, refusals) => {
    const { startedOn, endedOn, firstCategory, latestCategory } = values
    if (values.ofAnother === true) {
      refusals.row(row, planOfAnother, 'cppl_cp_plan_ola')
      return 'refused'
    }
    if (endsBefore(row, 'cppl_cp_plan_end_date', startedOn, endedOn, refusals)) return 'refused'
    return { startedOn, endedOn, firstCategory, latestCategory }
  })

  fillList(into, 'protectionReviews', records.protectionReviews, ({ values }) => values)
}

function fillPeople(into: Filling, reads: Reads): void {
  const disabled = new Set<string>()
  into.each('disabilities', ({ child, values }) => {
    if (values.disability !== '' && !/^none$/i.test(values.disability)) disabled.add(child)
    return 'taken'
  })
  const told = reads.disabilities !== undefined
  fillList(into, 'people', records.children, ({ child, values }) => ({
    bornOn: values.bornOn,
    sex: values.sex,
    ethnicity: values.ethnicity,
    diedOn: values.diedOn,
    mother: values.mother,
    disabled: disabled.has(child) ? true : told ? false : null,
  }))
}

/**
 * The dataset's "CIN episode" is a referral and, unless nothing further was done, the episode of
 * need that it opened: it gives a row of both. Its worker and team are the referral's and not those
 * that the child has later, whom the allocations name.
 */
function fillReferrals(into: Filling): void {
  const referrals = tableBuilder(records.referrals)
  const episodes = tableBuilder(records.needEpisodes)
  const allocated = into.has('involvements')
  const delivered = into.each('referrals', ({ child, row, values }, refusals) => {
    const { referredOn, source, noFurtherAction, closedOn, team, worker } = values
    checkAfter(row, 'cine_referral_date', referredOn, into.asOf, refusals)
    referrals.add(child, {
      referredOn,
      source,
      noFurtherAction,
      // RC8: closed after assessment, no further action.
      notInNeed: values.closeReason === '' ? null : values.closeReason === 'RC8',
      team,
      worker,
    })
    if (closedOn !== null && referredOn !== null && closedOn < referredOn) {
      refusals.value(row, 'cine_close_date', null, closedBeforeOpened)
      return 'taken'
    }
    if (noFurtherAction !== true)
      episodes.add(child, {
        startedOn: referredOn,
        endedOn: closedOn,
        endReason: values.closeReason,
        primaryNeed: values.primaryNeed,
        status: closedOn === null ? '' : 'closed',
        ...(allocated ? {} : { team }),
      })
    return 'taken'
  })
  if (!delivered) return
  into.tables.set('referrals', referrals.build())
  into.tables.set('needEpisodes', episodes.build())
}

function fillAssessments(into: Filling, reads: Reads): void {
  const factors = new Map<string, string>()
  const known = new Set<string>()
  for (const { rows } of reads.assessments ?? [])
    for (const { values } of rows) known.add(values.id)
  into.each('factors', ({ row, values }, refusals) => {
    const { assessment } = values
    if (!known.has(assessment)) {
      refusals.row(row, factorsWithoutAssessment, 'cinf_assessment_id')
      return 'refused'
    }
    const found = jsonWords(values.factors).filter(word => /^\d{1,2}[A-Z]?$/.test(word))
    const before = factors.get(assessment)
    factors.set(assessment, [...(before === undefined ? [] : [before]), ...found].join(' '))
    return 'taken'
  })
  fillList(into, 'assessments', records.assessments, ({ row, values }, refusals) => {
    const { startedOn, authorisedOn, childSeen, noFurtherAction, team, worker } = values
    checkAfter(row, 'cina_assessment_start_date', startedOn, into.asOf, refusals)
    if (endsBefore(row, 'cina_assessment_auth_date', startedOn, authorisedOn, refusals))
      return 'refused'
    return {
      startedOn,
      authorisedOn,
      childSeen,
      supportNeeded: noFurtherAction === null ? null : !noFurtherAction,
      factors: factors.get(values.id) ?? '',
      team,
      worker,
    }
  })
}

/** Enquiries and the conferences that they led to, joined by the enquiry's identifier. */
function fillEnquiries(into: Filling, reads: Reads): void {
  const heldOn = new Map<string, Day | null>()
  for (const { rows } of reads.conferences ?? [])
    for (const { values } of rows)
      if (values.enquiry !== '') heldOn.set(values.enquiry, values.heldOn)
  const begunOn = new Map<string, Day | null>()
  for (const { rows } of reads.enquiries ?? [])
    for (const { values } of rows) begunOn.set(values.id, values.startedOn)

  fillList(into, 'enquiries', records.enquiries, ({ row, values }, refusals) => {
    const { startedOn, endedOn, noFurtherAction, team, worker } = values
    checkAfter(row, 's47e_s47_start_date', startedOn, into.asOf, refusals)
    if (endsBefore(row, 's47e_s47_end_date', startedOn, endedOn, refusals)) return 'refused'
    return {
      startedOn,
      endedOn,
      conferenceNotNeeded: noFurtherAction,
      conferenceOn: heldOn.get(values.id) ?? null,
      team,
      worker,
    }
  })

  fillList(into, 'conferences', records.conferences, ({ values }) => {
    const { heldOn, targetOn, ledToPlan, team, worker } = values
    // The dataset has no date of the strategy discussion; the enquiry begins with it.
    return {
      heldOn,
      strategyOn: begunOn.get(values.enquiry) ?? null,
      targetOn,
      ledToPlan,
      team,
      worker,
    }
  })
}

const planOfAnother = problem(
  'plan-of-another-authority',
  'This is a plan of another authority for a child who is here for a time, and is not counted.',
)
const closedBeforeOpened = problem(
  'end-before-start',
  'The closure lies before the referral, so the referral was taken and its episode of need was not.',
)
const factorsWithoutAssessment = problem(
  'no-such-assessment',
  'These factors are of an assessment that is not in the extract.',
)
