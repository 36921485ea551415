import { abuses, participations } from '../codes.ts'
import { cell, NONE } from '../sheet.ts'
import {
  type Table,
  byThen,
  child,
  happenedIn,
  json,
  table,
  team,
  wentOnIn,
  worker,
} from './table.ts'

const enquiryOutcomes = [
  json({ NFA_CONTINUE_SINGLE_FLAG: 'Y', TOTAL_NO_OF_OUTCOMES: 1 }),
  json({ CP_CONFERENCE_FLAG: 'Y', TOTAL_NO_OF_OUTCOMES: 1 }),
]

const enquiries = table(
  's47_enquiry',
  `s47e_s47_enquiry_id s47e_referral_id s47e_person_id s47e_s47_start_date s47e_s47_end_date
   s47e_s47_nfa s47e_s47_outcome_json s47e_s47_completed_by_worker_id s47e_s47_completed_by_team`,
  (writing, file) => {
    const { enquiries: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const from = cell(at.from, row)
      const to = cell(at.to, row)
      if (!wentOnIn(writing.window, from, to)) continue
      const done = byThen(writing.window, to)
      const conference = cell(at.conference, row)
      file.numbered('S47', row, 6)
      file.numbered('REF', cell(at.referral, row), 6)
      child(writing, file, cell(at.child, row))
      file.day(from)
      file.day(done)
      if (done === NONE) file.blank(2)
      else {
        file.yes(1 - conference)
        file.word(enquiryOutcomes[conference] ?? '')
      }
      worker(writing, file, cell(at.seat, row), to)
      team(writing, file, cell(at.seat, row), to)
      file.end()
    }
  },
)

const conferenceOutcomes = [
  json({ PROV_OF_SERVICES_FLAG: 'Y', TOTAL_NO_OF_OUTCOMES: 1 }),
  json({ CP_FLAG: 'Y', TOTAL_NO_OF_OUTCOMES: 1 }),
]

const conferences = table(
  'initial_cp_conference',
  `icpc_icpc_id icpc_icpc_meeting_id icpc_s47_enquiry_id icpc_person_id icpc_cp_plan_id
   icpc_referral_id icpc_icpc_transfer_in icpc_icpc_target_date icpc_icpc_date
   icpc_icpc_outcome_cp_flag icpc_icpc_outcome_json icpc_icpc_team icpc_icpc_worker_id`,
  (writing, file) => {
    const { conferences: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const on = cell(at.on, row)
      if (!happenedIn(writing.window, on)) continue
      const plan = cell(at.plan, row)
      file.numbered('ICPC', row, 5)
      file.numbered('MTG', row, 5)
      file.numbered('S47', cell(at.enquiry, row), 6)
      child(writing, file, cell(at.child, row))
      if (plan === NONE) file.blank()
      else file.numbered('CPP', plan, 5)
      file.numbered('REF', cell(at.referral, row), 6)
      file.yes(0)
      file.day(cell(at.target, row))
      file.day(on)
      file.yes(plan !== NONE)
      file.word(conferenceOutcomes[plan === NONE ? 0 : 1] ?? '')
      team(writing, file, cell(at.seat, row), on)
      worker(writing, file, cell(at.seat, row), on)
      file.end()
    }
  },
)

const plans = table(
  'cp_plans',
  `cppl_cp_plan_id cppl_referral_id cppl_icpc_id cppl_person_id cppl_cp_plan_start_date
   cppl_cp_plan_end_date cppl_cp_plan_initial_category cppl_cp_plan_ola cppl_cp_plan_latest_category`,
  (writing, file) => {
    const { plans: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const from = cell(at.from, row)
      const to = cell(at.to, row)
      if (!wentOnIn(writing.window, from, to)) continue
      file.numbered('CPP', row, 5)
      file.numbered('REF', cell(at.referral, row), 6)
      file.numbered('ICPC', cell(at.conference, row), 5)
      child(writing, file, cell(at.child, row))
      file.day(from)
      file.day(byThen(writing.window, to))
      file.word(abuses[cell(at.first, row)] ?? '')
      file.yes(0)
      file.word(abuses[cell(at.latest, row)] ?? '')
      file.end()
    }
  },
)

/** Of twenty reviews: one of a child under four, twelve with the child there or heard, seven without. */
const participationOf = [1, 5, 7, 1, 6, 7, 1, 5, 0, 7, 1, 6, 7, 5, 7, 1, 7, 6, 1, 7]

const reviews = table(
  'cp_reviews',
  `cppr_cp_review_id cppr_person_id cppr_cp_plan_id cppr_cp_review_due cppr_cp_review_date
   cppr_cp_review_meeting_id cppr_cp_review_outcome_continue_cp cppr_cp_review_quorate
   cppr_cp_review_participation`,
  (writing, file) => {
    const { protectionReviews: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const on = cell(at.on, row)
      if (!happenedIn(writing.window, on)) continue
      file.numbered('CPR', row, 6)
      child(writing, file, cell(at.child, row))
      file.numbered('CPP', cell(at.plan, row), 5)
      file.day(cell(at.due, row))
      file.day(on)
      file.numbered('RVM', row, 6)
      file.yes(1 - cell(at.last, row))
      file.yes(1)
      file.word(participations[participationOf[row % participationOf.length] ?? 1] ?? '')
      file.end()
    }
  },
)

const visits = table(
  'cp_visits',
  `cppv_cp_visit_id cppv_person_id cppv_cp_plan_id cppv_cp_visit_date cppv_cp_visit_seen
   cppv_cp_visit_seen_alone cppv_cp_visit_bedroom`,
  (writing, file) => {
    const { protectionVisits: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const on = cell(at.on, row)
      if (!happenedIn(writing.window, on)) continue
      file.numbered('CPV', row, 7)
      child(writing, file, cell(at.child, row))
      file.numbered('CPP', cell(at.plan, row), 5)
      file.day(on)
      file.yes(1)
      file.yes(cell(at.alone, row))
      file.yes(1)
      file.end()
    }
  },
)

export const protectionTables: readonly Table[] = [enquiries, conferences, plans, reviews, visits]
