import { factorsIn } from '../codes.ts'
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

const outcomes = [
  json({ NFA_FLAG: 'Y', TOTAL_NO_OF_OUTCOMES: 1 }),
  json({ PROV_OF_SERVICES_FLAG: 'Y', TOTAL_NO_OF_OUTCOMES: 1 }),
]

const assessments = table(
  'cin_assessments',
  `cina_assessment_id cina_person_id cina_referral_id cina_assessment_start_date
   cina_assessment_child_seen cina_assessment_auth_date cina_assessment_outcome_json
   cina_assessment_outcome_nfa cina_assessment_team cina_assessment_worker_id`,
  (writing, file) => {
    const { assessments: rows } = writing.county.happened
    const at = rows.cells()
    const { dirt } = writing
    for (let row = 0; row < rows.length; row++) {
      const from = cell(at.from, row)
      const to = cell(at.to, row)
      if (!wentOnIn(writing.window, from, to)) continue
      const done = byThen(writing.window, to)
      const support = cell(at.support, row)
      file.numbered('ASM', row, 6)
      child(writing, file, cell(at.child, row))
      file.numbered('REF', cell(at.referral, row), 6)
      file.day(from)
      if (done === NONE) file.blank(4)
      else {
        file.yes(cell(at.seen, row))
        if (dirt('finished before begun', row, 5000)) file.day(from - 10)
        else file.day(done)
        file.word(outcomes[support] ?? '')
        file.yes(1 - support)
      }
      team(writing, file, cell(at.seat, row), to)
      worker(writing, file, cell(at.seat, row), to)
      file.end()
    }
  },
)

const assessmentFactors = table(
  'assessment_factors',
  'cinf_table_id cinf_assessment_id cinf_assessment_factors_json',
  (writing, file) => {
    const { factors: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const done = byThen(writing.window, cell(at.to, row))
      if (done === NONE || !wentOnIn(writing.window, cell(at.from, row), done)) continue
      const found = factorsIn(cell(at.low, row), cell(at.high, row))
      file.numbered('FAC', row, 6)
      file.numbered('ASM', cell(at.assessment, row), 6)
      file.word(json(found))
      file.end()
    }
  },
)

const needPlans = table(
  'cin_plans',
  `cinp_cin_plan_id cinp_referral_id cinp_person_id cinp_cin_plan_start_date cinp_cin_plan_end_date
   cinp_cin_plan_team cinp_cin_plan_worker_id`,
  (writing, file) => {
    const { needPlans: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const from = cell(at.from, row)
      const to = cell(at.to, row)
      if (!wentOnIn(writing.window, from, to)) continue
      file.numbered('CIP', row, 6)
      file.numbered('REF', cell(at.referral, row), 6)
      child(writing, file, cell(at.child, row))
      file.day(from)
      file.day(byThen(writing.window, to))
      team(writing, file, cell(at.seat, row), to)
      worker(writing, file, cell(at.seat, row), to)
      file.end()
    }
  },
)

const needVisits = table(
  'cin_visits',
  `cinv_cin_visit_id cinv_person_id cinv_cin_visit_date cinv_cin_visit_seen
   cinv_cin_visit_seen_alone cinv_cin_visit_bedroom`,
  (writing, file) => {
    const { needVisits: rows } = writing.county.happened
    const at = rows.cells()
    const { dirt, window } = writing
    for (let row = 0; row < rows.length; row++) {
      const on = cell(at.on, row)
      if (!happenedIn(window, on)) continue
      const alone = cell(at.alone, row)
      for (let time = dirt('visit twice', row, 20_000) ? 2 : 1; time > 0; time--) {
        file.numbered('CIV', row, 7)
        child(writing, file, cell(at.child, row))
        if (dirt('visit undated', row, 15_000)) file.blank()
        else if (dirt('visit in words', row, 40_000)) file.word('last week')
        else file.day(on)
        file.yes(1)
        file.yes(alone)
        file.yes(alone)
        file.end()
      }
    }
  },
)

export const needTables: readonly Table[] = [assessments, assessmentFactors, needPlans, needVisits]
