import { addMonths, isoDay } from '#calendar'
import { countyWide, teams } from '../authority.ts'
import { disabilities, ethnicities, genders, sexes, workerChanges } from '../codes.ts'
import { cell, NONE } from '../sheet.ts'
import { type Table, type Writing, byThen, child, table, team, wentOnIn, worker } from './table.ts'

const involvements = table(
  'involvements',
  `invo_involvements_id invo_professional_id invo_professional_role_id invo_professional_team
   invo_involvement_start_date invo_involvement_end_date invo_worker_change_reason invo_person_id
   invo_referral_id`,
  (writing, file) => {
    const { involvements: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const from = cell(at.from, row)
      const to = cell(at.to, row)
      if (!wentOnIn(writing.window, from, to)) continue
      const seat = cell(at.seat, row)
      file.numbered('INV', row, 7)
      worker(writing, file, seat, from)
      file.word('Allocated worker')
      team(writing, file, seat, from)
      file.day(from)
      file.day(byThen(writing.window, to))
      file.word(workerChanges[cell(at.reason, row)] ?? '')
      child(writing, file, cell(at.child, row))
      file.numbered('REF', cell(at.referral, row), 6)
      file.end()
    }
  },
)

const immigration = table(
  'immigration_status',
  `immi_person_id immi_immigration_status_id immi_immigration_status
   immi_immigration_status_start_date immi_immigration_status_end_date`,
  (writing, file) => {
    const { asylum: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const from = cell(at.from, row)
      const to = cell(at.to, row)
      if (!wentOnIn(writing.window, from, to)) continue
      child(writing, file, cell(at.child, row))
      file.numbered('IMM', row, 4)
      file.word('Unaccompanied Asylum Seeking Child')
      file.day(from)
      file.day(byThen(writing.window, to))
      file.end()
    }
  },
)

/** The children whom the other tables name, and so written after them. */
const people = table(
  'person',
  `pers_person_id pers_forename pers_surname pers_sex pers_gender pers_ethnicity pers_dob
   pers_common_child_id pers_legacy_id pers_upn_unknown pers_send_flag pers_expected_dob
   pers_death_date pers_is_mother pers_nationality`,
  (writing, file) => {
    const { people: rows } = writing.county.happened
    const at = rows.cells()
    const { dirt, window } = writing
    for (const place of namedChildren(writing)) {
      const born = cell(at.born, place)
      const unborn = born > window.to
      const sex = cell(at.sex, place)
      const motherOn = cell(at.motherOf, place)
      const days = dirt('two birthdays', place, 5000) ? [born, addMonths(born, 12)] : [born]
      for (const day of days) {
        child(writing, file, place)
        file.blank(2)
        file.word(unborn ? 'U' : (sexes[sex] ?? 'U'))
        file.word(unborn ? '00' : (genders[sex] ?? '00'))
        file.word(
          dirt('ethnicity unknown', place, 2500)
            ? 'XXXX'
            : (ethnicities[cell(at.ethnicity, place)] ?? 'NOBT'),
        )
        file.day(unborn || dirt('no birthday', place, 2000) ? NONE : day)
        file.blank(2)
        file.word('')
        file.yes(cell(at.disability, place) > 1)
        file.day(unborn ? day : NONE)
        file.day(byThen(window, cell(at.died, place)))
        file.yes(motherOn !== NONE && motherOn <= window.to)
        file.blank()
        file.end()
      }
    }
  },
)

const disability = table(
  'disability',
  'disa_person_id disa_table_id disa_disability_code',
  (writing, file) => {
    const { people: rows } = writing.county.happened
    const at = rows.cells()
    for (const place of namedChildren(writing)) {
      const code = disabilities[cell(at.disability, place)] ?? ''
      if (code === '') continue
      child(writing, file, place)
      file.numbered('DIS', place, 6)
      file.word(code)
      file.end()
    }
  },
)

const mothers = table(
  'mother',
  'moth_table_id moth_person_id moth_childs_person_id moth_childs_dob',
  (writing, file) => {
    const { people: rows } = writing.county.happened
    const at = rows.cells()
    for (const place of namedChildren(writing)) {
      const on = cell(at.motherOf, place)
      if (on === NONE || on > writing.window.to) continue
      file.numbered('MOT', place, 6)
      child(writing, file, place)
      file.blank()
      file.day(on)
      file.end()
    }
  },
)

function* namedChildren(writing: Writing): Generator<number> {
  for (let place = 0; place < writing.named.children.length; place++) {
    if (writing.named.children[place] === 1) yield place
  }
}

const professionals = table(
  'professionals',
  `prof_professional_id prof_staff_id prof_professional_name prof_social_worker_registration_no
   prof_professional_job_title prof_professional_caseload prof_professional_department
   prof_full_time_equivalency prof_agency_worker_flag`,
  (writing, file) => {
    for (let number = 1; number < writing.named.workers.length; number++) {
      if (writing.named.workers[number] !== 1) continue
      file.numbered('W', number, 4)
      file.numbered('W', number, 4)
      file.blank(2)
      file.word('Social worker')
      file.blank(2)
      file.word('1.0')
      file.yes(number % 7 === 3)
      file.end()
    }
  },
)

const departments = table(
  'department',
  'dept_team_id dept_team_name dept_team_parent_id dept_team_parent_name',
  (_, file) => {
    for (const each of teams) {
      file.word(each.id)
      file.word(each.name)
      file.word(each.locality === countyWide ? 'L0' : `L${each.id.charAt(2)}`)
      file.word(each.locality)
      file.end()
    }
  },
)

const versionLog = table(
  'version_log',
  'version_number release_date description is_current created_at created_by impact_description',
  (writing, file) => {
    const { from, to } = writing.window
    file.word('1.3.5')
    file.day(from)
    file.word(`Extract of ${isoDay(from)} to ${isoDay(to)}`)
    file.number(1)
    file.day(to)
    file.word('Sightline demo')
    file.blank()
    file.end()
  },
)

/** In this order: those that name children come before those that describe them. */
export const staffTables: readonly Table[] = [involvements]
export const peopleTables: readonly Table[] = [
  immigration,
  people,
  disability,
  mothers,
  professionals,
  departments,
  versionLog,
]
