import { accommodations, activities } from '../codes.ts'
import { cell, NONE } from '../sheet.ts'
import { type Table, byThen, child, table, team, wentOnIn, worker } from './table.ts'

const orderWords = ['Adoption', 'Special Guardianship', 'Child Arrangements Order/ Residence Order']
/** Earlier permanence: adoption, special guardianship, child arrangements, not known, none. */
export const earlierOptions = ['P1', 'P2', 'P3', 'P4', 'Z1']
const reversals = ['RD1', 'RD2', 'RD3', 'RD4']

const permanence = table(
  'permanence',
  `perm_table_id perm_person_id perm_cla_id perm_adm_decision_date perm_ffa_cp_decision_date
   perm_placement_order_date perm_placed_for_adoption_date perm_matched_date
   perm_adopted_by_carer_flag perm_placed_ffa_cp_date perm_decision_reversed_date
   perm_placed_foster_carer_date perm_part_of_sibling_group perm_siblings_placed_together
   perm_siblings_placed_apart perm_placement_provider_urn perm_decision_reversed_reason
   perm_permanence_order_date perm_permanence_order_type perm_adoption_worker_id perm_adopter_sex
   perm_adopter_legal_status perm_number_of_adopters`,
  (writing, file) => {
    const { permanence: rows } = writing.county.happened
    const at = rows.cells()
    const { window } = writing
    for (let row = 0; row < rows.length; row++) {
      const to = cell(at.to, row)
      if (!wentOnIn(window, cell(at.from, row), to)) continue
      const reversed = byThen(window, cell(at.reversed, row))
      const placed = byThen(window, cell(at.placed, row))
      const order = orderWords[cell(at.kind, row)]
      const granted = order === undefined ? NONE : byThen(window, to)
      file.numbered('PER', row, 5)
      child(writing, file, cell(at.child, row))
      file.numbered('CLA', cell(at.period, row), 5)
      file.day(byThen(window, cell(at.decided, row)))
      file.blank()
      file.day(byThen(window, cell(at.order, row)))
      file.day(placed)
      file.day(byThen(window, cell(at.matched, row)))
      if (cell(at.decided, row) === NONE) file.blank()
      else file.yes(placed !== NONE && cell(at.byCarer, row) === 1)
      file.blank()
      file.day(reversed)
      file.blank(5)
      file.word(reversed === NONE ? '' : (reversals[cell(at.reason, row)] ?? ''))
      file.day(granted)
      file.word(granted === NONE ? '' : (order ?? ''))
      file.blank(4)
      file.end()
    }
  },
)

const earlierPermanence = table(
  'cla_previous_permanence',
  `lapp_table_id lapp_person_id lapp_previous_permanence_order_date
   lapp_previous_permanence_option lapp_previous_permanence_la`,
  (writing, file) => {
    const { earlierPermanence: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const on = cell(at.on, row)
      if (!wentOnIn(writing.window, on, on)) continue
      const kind = cell(at.kind, row)
      file.numbered('LPP', row, 6)
      child(writing, file, cell(at.child, row))
      if (kind < 3) file.day(cell(at.ordered, row))
      else file.blank()
      file.word(earlierOptions[kind] ?? 'Z1')
      file.blank()
      file.end()
    }
  },
)

const eligibilityWords = {
  relevant: 'Relevant',
  former: 'Former Relevant',
  qualifying: 'Qualifying',
} as const

/** As the young people are on the day of the extract. */
const careLeavers = table(
  'care_leavers',
  `clea_table_id clea_person_id clea_care_leaver_eligibility clea_care_leaver_in_touch
   clea_care_leaver_latest_contact clea_care_leaver_accommodation clea_care_leaver_accom_suitable
   clea_care_leaver_activity clea_pathway_plan_review_date clea_care_leaver_personal_advisor
   clea_care_leaver_allocated_team clea_care_leaver_worker_id`,
  (writing, file) => {
    const { county, window, dirt } = writing
    const today = window.to
    for (const [place, leaver] of county.leavers.entries()) {
      if (leaver.from > today || leaver.to < today) continue
      const now = leaver.circumstances.findLast(each => each.from <= today)
      if (now === undefined) continue
      const inTouch = now.inTouch === 'YES'
      const known = inTouch || now.inTouch === 'RHOM'
      const grown = county.happened.people.get(leaver.child, 'childUntil') < today
      file.numbered('LEA', place, 5)
      child(writing, file, leaver.child)
      file.word(
        eligibilityWords[
          leaver.eligibility === 'relevant' && grown ? 'former' : leaver.eligibility
        ],
      )
      file.word(now.inTouch)
      if (inTouch) file.day(leaver.contacts.findLast(day => day <= today) ?? NONE)
      else file.blank()
      if (known && !dirt('home unknown', place, 150)) {
        file.word(accommodations[now.accommodation] ?? '')
        file.number(now.suitable ? 1 : 2)
      } else file.blank(2)
      file.word(
        known
          ? dirt('activity unknown', place, 200)
            ? 'F9'
            : (activities[now.activity] ?? '')
          : '',
      )
      file.day(leaver.pathwayReviews.findLast(day => day <= today) ?? NONE)
      worker(writing, file, leaver.seat, today)
      team(writing, file, leaver.seat, today)
      worker(writing, file, leaver.seat, today)
      file.end()
    }
  },
)

export const permanenceTables: readonly Table[] = [permanence, earlierPermanence, careLeavers]
