import {
  episodeEnds,
  episodeStarts,
  legalStatuses,
  moveReasons,
  needs,
  participations,
  permanencePlans,
  placementTypes,
  providers,
} from '../codes.ts'
import { cell, NONE } from '../sheet.ts'
import { type Table, byThen, child, happenedIn, json, table, wentOnIn } from './table.ts'

/** Two children in three are in touch with their reviewing officer in the 80 days before an extract. */
function reviewerContact(row: number, from: number, ended: number, to: number): number {
  const on = to - ((row * 37) % 120)
  return ended !== NONE || on < from || (row * 37) % 120 > 80 ? NONE : on
}

const episodes = table(
  'cla_episodes',
  `clae_cla_episode_id clae_person_id clae_cla_episode_start_date clae_cla_episode_start_reason
   clae_cla_primary_need_code clae_cla_episode_ceased_date clae_cla_episode_ceased_reason
   clae_cla_id clae_referral_id clae_cla_placement_id clae_entered_care_date
   clae_cla_last_iro_contact_date`,
  (writing, file) => {
    const { episodes: rows, periods } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const from = cell(at.from, row)
      const to = cell(at.to, row)
      if (!wentOnIn(writing.window, from, to)) continue
      const ended = byThen(writing.window, to)
      const period = cell(at.period, row)
      file.numbered('EPI', row, 6)
      child(writing, file, cell(at.child, row))
      file.day(from)
      file.word(episodeStarts[cell(at.startReason, row)] ?? '')
      file.word(needs[cell(at.need, row)] ?? '')
      file.day(ended)
      if (ended === NONE) file.blank()
      else file.word(episodeEnds[cell(at.endReason, row)] ?? '')
      file.numbered('CLA', period, 5)
      file.numbered('REF', periods.get(period, 'referral'), 6)
      file.numbered('PLA', cell(at.placement, row), 6)
      file.day(periods.get(period, 'from'))
      file.day(reviewerContact(row, from, ended, writing.window.to))
      file.end()
    }
  },
)

const placements = table(
  'cla_placement',
  `clap_cla_placement_id clap_cla_placement_start_date clap_cla_placement_type
   clap_cla_placement_urn clap_cla_placement_distance clap_cla_id clap_cla_placement_provider
   clap_cla_placement_postcode clap_cla_placement_end_date clap_cla_placement_change_reason
   clap_person_id`,
  (writing, file) => {
    const { placements: rows } = writing.county.happened
    const at = rows.cells()
    const { dirt, window } = writing
    for (let row = 0; row < rows.length; row++) {
      const from = cell(at.from, row)
      const to = cell(at.to, row)
      if (!wentOnIn(window, from, to)) continue
      const ended = byThen(window, to)
      const urn = cell(at.urn, row)
      const tenths = cell(at.tenthMiles, row)
      const reason = cell(at.reason, row)
      file.numbered('PLA', row, 6)
      file.day(from)
      file.word(
        dirt('placement unknown', row, 1500) ? 'U9' : (placementTypes[cell(at.type, row)] ?? ''),
      )
      // A home that takes a child in an emergency, or whose number nobody wrote down.
      if (urn === NONE || dirt('home without a number', row, 60)) file.blank()
      else file.number(urn)
      file.word(`${Math.floor(tenths / 10)}.${tenths % 10}`)
      file.numbered('CLA', cell(at.period, row), 5)
      file.word(providers[cell(at.provider, row)] ?? '')
      file.blank()
      file.day(ended)
      if (ended === NONE || reason === NONE) file.blank()
      else file.word(moveReasons[reason] ?? '')
      child(writing, file, cell(at.child, row))
      file.end()
    }
  },
)

const legal = table(
  'legal_status',
  `lega_legal_status_id lega_person_id lega_legal_status lega_legal_status_start_date
   lega_legal_status_end_date`,
  (writing, file) => {
    const { legal: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const from = cell(at.from, row)
      const to = cell(at.to, row)
      if (!wentOnIn(writing.window, from, to)) continue
      file.numbered('LEG', row, 6)
      child(writing, file, cell(at.child, row))
      file.word(legalStatuses[cell(at.status, row)] ?? '')
      file.day(from)
      file.day(byThen(writing.window, to))
      file.end()
    }
  },
)

const reviews = table(
  'cla_reviews',
  `clar_cla_review_id clar_cla_id clar_cla_review_due_date clar_cla_review_date
   clar_cla_review_cancelled clar_cla_review_participation`,
  (writing, file) => {
    const { careReviews: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const on = cell(at.on, row)
      if (!happenedIn(writing.window, on)) continue
      file.numbered('REV', row, 6)
      file.numbered('CLA', cell(at.period, row), 5)
      file.day(cell(at.due, row))
      file.day(on)
      file.yes(0)
      file.word(
        writing.dirt('participation', row, 1200)
          ? 'PN9'
          : (participations[cell(at.participation, row)] ?? ''),
      )
      file.end()
    }
  },
)

const visits = table(
  'cla_visits',
  `clav_cla_visit_id clav_cla_id clav_person_id clav_cla_visit_date clav_cla_visit_seen
   clav_cla_visit_seen_alone`,
  (writing, file) => {
    const { careVisits: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const on = cell(at.on, row)
      if (!happenedIn(writing.window, on)) continue
      file.numbered('LAV', row, 7)
      file.numbered('CLA', cell(at.period, row), 5)
      child(writing, file, cell(at.child, row))
      file.day(on)
      file.yes(1)
      file.yes(cell(at.alone, row))
      file.end()
    }
  },
)

const planWords = permanencePlans.map(plan => json({ [plan]: 'Y' }))

const carePlans = table(
  'cla_care_plan',
  `lacp_table_id lacp_person_id lacp_cla_care_plan_start_date lacp_cla_care_plan_end_date
   lacp_cla_care_plan_json`,
  (writing, file) => {
    const { carePlans: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const from = cell(at.from, row)
      const to = cell(at.to, row)
      if (!wentOnIn(writing.window, from, to)) continue
      file.numbered('LCP', row, 6)
      child(writing, file, cell(at.child, row))
      file.day(from)
      file.day(byThen(writing.window, to))
      file.word(planWords[cell(at.plan, row)] ?? '')
      file.end()
    }
  },
)

const missing = table(
  'missing',
  `miss_table_id miss_person_id miss_missing_episode_start_date miss_missing_episode_type
   miss_missing_episode_end_date miss_missing_rhi_offered miss_missing_rhi_accepted`,
  (writing, file) => {
    const { missing: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const from = cell(at.from, row)
      const to = cell(at.to, row)
      if (!wentOnIn(writing.window, from, to)) continue
      const found = byThen(writing.window, to)
      const offered = cell(at.offered, row)
      file.numbered('MIS', row, 6)
      child(writing, file, cell(at.child, row))
      file.day(from)
      file.word(cell(at.away, row) === 1 ? 'Away' : 'Missing')
      file.day(found)
      if (found === NONE) file.blank(2)
      else {
        file.yes(offered)
        if (offered === 1) file.yes(cell(at.accepted, row))
        else file.word('NA')
      }
      file.end()
    }
  },
)

export const careTables: readonly Table[] = [
  episodes,
  placements,
  legal,
  reviews,
  visits,
  carePlans,
  missing,
]
