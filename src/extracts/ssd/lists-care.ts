import type { Day } from '#calendar'
import * as records from '#records'
import { tableBuilder } from '#records'
import { problem } from '../values.ts'
import * as codes from './codes.ts'
import { jsonFlags } from './json.ts'
import { checkAfter, endsBefore, type Filling, fillList, type Outcome } from './lists.ts'
import type { Reads } from './reads.ts'
import type { Row } from './shapes.ts'

/** What happens to children in care, and to those who have left it. */
export function fillCare(into: Filling, reads: Reads): void {
  fillEpisodes(into, reads)
  fillReviewerContacts(into, reads)
  fillReviews(into, reads)
  fillVisits(into)
  fillHealth(into)

  fillList(into, 'carePlans', records.permanencePlans, ({ values }) => {
    const plan = jsonFlags(values.plan, codes.permanencePlan)
    return plan === '' ? 'read-past' : { recordedOn: values.recordedOn, plan }
  })

  fillList(into, 'missing', records.missingEpisodes, ({ row, values }, refusals) => {
    const { startedOn, endedOn } = values
    checkAfter(row, 'miss_missing_episode_start_date', startedOn, into.asOf, refusals)
    if (endsBefore(row, 'miss_missing_episode_end_date', startedOn, endedOn, refusals))
      return 'refused'
    return values
  })

  fillList(into, 'leavers', records.careLeavers, ({ values }) => {
    const { eligibility, inTouch, latestContactOn, pathwayPlanOn, adviser } = values
    const digit = values.suitable === '' ? values.accommodation.slice(1) : values.suitable
    return {
      asOn: into.asOf,
      eligibility: eligibility === 'none' ? '' : eligibility,
      inTouch,
      latestContactOn,
      pathwayPlanOn,
      adviser,
      activity: values.activity,
      accommodation: values.accommodation.slice(0, 1),
      suitable: digit === '1' ? true : digit === '2' ? false : null,
      team: values.team,
      worker: values.worker,
    }
  })

  fillAdoptions(into, reads)

  fillList(into, 'earlierPermanence', records.previousPermanence, ({ values }) => values)

  fillList(into, 'involvements', records.involvements, ({ row, values }, refusals) => {
    if (endsBefore(row, 'invo_involvement_end_date', values.startedOn, values.endedOn, refusals))
      return 'refused'
    return values
  })

  fillList(into, 'immigration', records.uasc, ({ values }) =>
    /unaccompanied|uasc/i.test(values.status)
      ? { startedOn: values.startedOn, endedOn: values.endedOn }
      : 'read-past',
  )
}

/** Episodes, with the placement that each names and the legal status on the day it began. */
function fillEpisodes(into: Filling, reads: Reads): void {
  const placements = new Map<string, Row<'placements'>['values']>()
  into.each('placements', ({ values }) => {
    placements.set(values.id, { ...values })
    return 'taken'
  })
  const statuses = new Map<string, Row<'legalStatuses'>['values'][]>()
  into.each('legalStatuses', ({ child, row, values }, refusals) => {
    if (endsBefore(row, 'lega_legal_status_end_date', values.startedOn, values.endedOn, refusals))
      return 'refused'
    const of = statuses.get(child)
    if (of === undefined) statuses.set(child, [{ ...values }])
    else of.push({ ...values })
    return 'taken'
  })
  const statusOn = (child: string, day: Day | null): string => {
    let latest: Row<'legalStatuses'>['values'] | null = null
    for (const each of statuses.get(child) ?? []) {
      const { startedOn, endedOn } = each
      if (day === null || startedOn === null || startedOn > day) continue
      if (endedOn !== null && endedOn < day) continue
      if (latest === null || startedOn >= (latest.startedOn ?? 0)) latest = each
    }
    return latest?.status ?? ''
  }
  const told = reads.placements !== undefined
  fillList(into, 'careEpisodes', records.careEpisodes, ({ child, row, values }, refusals) => {
    const { startedOn, startReason, need, endedOn, endReason, careStartedOn } = values
    checkAfter(row, 'clae_cla_episode_start_date', startedOn, into.asOf, refusals)
    if (endsBefore(row, 'clae_cla_episode_ceased_date', startedOn, endedOn, refusals))
      return 'refused'
    const placement = placements.get(values.placement)
    if (told && placement === undefined)
      refusals.doubt(row, 'clae_cla_placement_id', null, noSuchPlacement)
    return {
      startedOn,
      startReason,
      need,
      endedOn,
      endReason,
      careStartedOn,
      legalStatus: statusOn(child, startedOn),
      placementType: placement?.type ?? '',
      provider: placement?.provider ?? '',
      urn: placement?.urn ?? '',
      changeReason: placement?.changeReason ?? '',
    }
  })
}

/** The latest contact of the reviewing officer stands with the episode, and extract by extract they add up. */
function fillReviewerContacts(into: Filling, reads: Reads): void {
  const contacts = tableBuilder(records.reviewerContacts)
  let told = false
  for (const { rows } of reads.careEpisodes ?? [])
    for (const { child, values } of rows) {
      if (values.reviewerOn === null) continue
      contacts.add(child, { contactOn: values.reviewerOn })
      told = true
    }
  // A column that is empty throughout says nothing of any child.
  if (told) into.tables.set('reviewerContacts', contacts.build())
}

/** A review names the period of care and not the child, who is found through an episode of it. */
function fillReviews(into: Filling, reads: Reads): void {
  const childOf = new Map<string, string>()
  for (const { rows } of reads.careEpisodes ?? [])
    for (const { child, values } of rows) if (values.care !== '') childOf.set(values.care, child)
  const reviews = tableBuilder(records.careReviews)
  const delivered = into.each('careReviews', ({ row, values }, refusals) => {
    const child = childOf.get(values.care)
    if (values.cancelled === true || values.heldOn === null) return 'read-past'
    if (child === undefined) {
      refusals.row(row, noSuchCare, 'clar_cla_id')
      return 'refused'
    }
    checkAfter(row, 'clar_cla_review_date', values.heldOn, into.asOf, refusals)
    reviews.add(child, { heldOn: values.heldOn, participation: values.participation })
    return 'taken'
  })
  if (delivered) into.tables.set('careReviews', reviews.build())
}

function fillVisits(into: Filling): void {
  const visits = tableBuilder(records.visits)
  const kinds = [
    ['needVisits', 'need', 'cinv_cin_visit_date'],
    ['protectionVisits', 'protection', 'cppv_cp_visit_date'],
    ['careVisits', 'care', 'clav_cla_visit_date'],
  ] as const
  for (const [table, kind, column] of kinds)
    into.each(table, ({ child, row, values }, refusals) => {
      checkAfter(row, column, values.visitedOn, into.asOf, refusals)
      visits.add(child, { visitedOn: values.visitedOn, kind, seenAlone: values.seenAlone })
      return 'taken'
    })
  if (into.has('needVisits', 'protectionVisits', 'careVisits'))
    into.tables.set('visits', visits.build())
}

/** Five tables give one list of checks; one that was refused or not done is read past. */
function fillHealth(into: Filling): void {
  const checks = tableBuilder(records.healthChecks)
  const add = (
    child: string,
    kind: string,
    checkedOn: Day | null,
    score: number | null = null,
  ): Outcome => {
    checks.add(child, { checkedOn, kind, score })
    return 'taken'
  }
  into.each('health', ({ child, values: { kind, checkedOn, status } }) =>
    kind === '' || /refus|not |pending|planned|cancel|declin|attend/i.test(status)
      ? 'read-past'
      : add(child, kind, checkedOn),
  )
  into.each('immunisations', ({ child, values: { upToDate, checkedOn } }) =>
    upToDate === true ? add(child, 'immunisations', checkedOn) : 'read-past',
  )
  into.each('scores', ({ child, values: { checkedOn, score } }) =>
    score === null ? 'read-past' : add(child, 'sdq', checkedOn, score),
  )
  into.each('convictions', ({ child, values }) => add(child, 'conviction', values.checkedOn))
  into.each('substances', ({ child, values }) => add(child, 'substance', values.checkedOn))
  if (into.has('health', 'immunisations', 'scores', 'convictions', 'substances'))
    into.tables.set('healthChecks', checks.build())
}

/** Decisions for adoption; the table holds other permanence orders too, which are read past. */
function fillAdoptions(into: Filling, reads: Reads): void {
  const entered = new Map<string, Day | null>()
  for (const { rows } of reads.careEpisodes ?? [])
    for (const { child, values } of rows) {
      if (values.care !== '') entered.set(values.care, values.careStartedOn)
      entered.set(`child ${child}`, values.careStartedOn)
    }
  fillList(into, 'permanence', records.adoptions, ({ child, values }) => {
    const { decidedOn, placementOrderOn, placedOn, matchedOn, byFosterCarer } = values
    if (decidedOn === null && placementOrderOn === null && placedOn === null) return 'read-past'
    return {
      decidedOn,
      placementOrderOn,
      placedOn,
      matchedOn,
      byFosterCarer,
      enteredCareOn: entered.get(values.care) ?? entered.get(`child ${child}`) ?? null,
      reversedOn: values.reversedOn,
      reversedReason: values.reversedReason,
      adoptedOn: /adopt/i.test(values.order) ? values.orderedOn : null,
    }
  })
}

const noSuchPlacement = problem(
  'no-such-placement',
  'The placement of this episode is not in the extract, so it is not known where the child lived.',
)
const noSuchCare = problem(
  'no-such-period-of-care',
  'The review is of a period of care that is not in the extract, so its child is not known.',
)
