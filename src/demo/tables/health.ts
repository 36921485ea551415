import { cell, NONE } from '../sheet.ts'
import { type Table, child, happenedIn, table } from './table.ts'

const healthChecks = table(
  'cla_health',
  `clah_health_check_id clah_person_id clah_health_check_type clah_health_check_date
   clah_health_check_status`,
  (writing, file) => {
    const { healthChecks: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const on = cell(at.on, row)
      if (!happenedIn(writing.window, on)) continue
      file.numbered('HLT', row, 6)
      child(writing, file, cell(at.child, row))
      file.word(cell(at.dental, row) === 1 ? 'Dental Check' : 'Health Assessment')
      if (writing.dirt('health undated', row, 3000)) file.blank()
      else file.day(on)
      file.word(cell(at.done, row) === 1 ? 'Completed' : 'Refused')
      file.end()
    }
  },
)

const immunisations = table(
  'cla_immunisations',
  'clai_person_id clai_immunisations_status clai_immunisations_status_date',
  (writing, file) => {
    const { immunisations: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const on = cell(at.on, row)
      if (!happenedIn(writing.window, on)) continue
      child(writing, file, cell(at.child, row))
      file.yes(cell(at.upToDate, row))
      file.day(on)
      file.end()
    }
  },
)

const questionnaires = table(
  'sdq_scores',
  'csdq_table_id csdq_person_id csdq_sdq_completed_date csdq_sdq_reason csdq_sdq_score',
  (writing, file) => {
    const { questionnaires: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const on = cell(at.on, row)
      if (!happenedIn(writing.window, on)) continue
      const score = cell(at.score, row)
      file.numbered('SDQ', row, 6)
      child(writing, file, cell(at.child, row))
      file.day(on)
      if (score === NONE) {
        file.numbered('SDQ', cell(at.reason, row), 1)
        file.blank()
      } else {
        file.blank()
        file.number(writing.dirt('score', row, 900) ? score + 60 : score)
      }
      file.end()
    }
  },
)

const convictions = table(
  'cla_convictions',
  'clac_cla_conviction_id clac_person_id clac_cla_conviction_date clac_cla_conviction_offence',
  (writing, file) => {
    const { convictions: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const on = cell(at.on, row)
      if (!happenedIn(writing.window, on)) continue
      file.numbered('OFF', row, 5)
      child(writing, file, cell(at.child, row))
      file.day(on)
      file.blank()
      file.end()
    }
  },
)

const substances = table(
  'cla_substance_misuse',
  `clas_substance_misuse_id clas_person_id clas_substance_misuse_date clas_substance_misused
   clas_intervention_received`,
  (writing, file) => {
    const { substances: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const on = cell(at.on, row)
      if (!happenedIn(writing.window, on)) continue
      file.numbered('SUB', row, 5)
      child(writing, file, cell(at.child, row))
      file.day(on)
      file.blank()
      file.yes(cell(at.helped, row))
      file.end()
    }
  },
)

export const healthTables: readonly Table[] = [
  healthChecks,
  immunisations,
  questionnaires,
  convictions,
  substances,
]
