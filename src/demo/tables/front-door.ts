import { teams } from '../authority.ts'
import { closures, needs, sources } from '../codes.ts'
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

const contactOutcomes = [
  json({ NEW_REFERRAL_FLAG: 'Y' }),
  json({ EXISTING_REFERRAL_FLAG: 'Y' }),
  json({ NFA_FLAG: 'Y' }),
  json({ ADVICE_FLAG: 'Y' }),
  json({ OTHER_OUTCOMES_EXIST_FLAG: 'Y' }),
]
const sourceWords = sources.map(([code, words]) => [code, `"${words}"`] as const)

const contacts = table(
  'contacts',
  `cont_contact_id cont_person_id cont_contact_date cont_contact_source_code
   cont_contact_source_desc cont_contact_outcome_json`,
  (writing, file) => {
    const { contacts: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const on = cell(at.on, row)
      if (!happenedIn(writing.window, on)) continue
      const [code, words] = sourceWords[cell(at.source, row)] ?? ['8', 'Other']
      for (let time = writing.dirt('contact twice', row, 6000) ? 2 : 1; time > 0; time--) {
        file.numbered('CON', row, 6)
        child(writing, file, cell(at.child, row))
        if (writing.dirt('contact undated', row, 9000)) file.blank()
        else file.day(on)
        file.word(writing.dirt('contact source', row, 5000) ? '2Z' : code)
        file.word(words)
        file.word(contactOutcomes[cell(at.outcome, row)] ?? '')
        file.end()
      }
    }
  },
)

const hubs = new Map(teams.map(each => [each.id, each.name]))
const earlyHelpReasons = ['Outcomes met', 'Step-up to social care', 'Family withdrew']

const earlyHelp = table(
  'early_help_episodes',
  `earl_episode_id earl_person_id earl_episode_start_date earl_episode_end_date earl_episode_reason
   earl_episode_end_reason earl_episode_organisation earl_episode_worker_id`,
  (writing, file) => {
    const { earlyHelp: rows } = writing.county.happened
    const at = rows.cells()
    for (let row = 0; row < rows.length; row++) {
      const from = cell(at.from, row)
      const to = cell(at.to, row)
      if (!wentOnIn(writing.window, from, to)) continue
      const ended = byThen(writing.window, to)
      file.numbered('EH', row, 5)
      child(writing, file, cell(at.child, row))
      file.day(from)
      file.day(ended)
      file.word('Family support')
      if (ended === NONE) file.blank()
      else file.word(earlyHelpReasons[cell(at.reason, row)] ?? '')
      file.word(hubs.get(writing.county.staff.team(cell(at.seat, row), to)) ?? '')
      worker(writing, file, cell(at.seat, row), to)
      file.end()
    }
  },
)

const referralOutcomes = [json({ SINGLE_ASSESSMENT_FLAG: 'Y' }), json({ NFA_FLAG: 'Y' })]

const referrals = table(
  'cin_episodes',
  `cine_referral_id cine_person_id cine_referral_date cine_cin_primary_need_code
   cine_referral_source_code cine_referral_source_desc cine_referral_outcome_json cine_referral_nfa
   cine_close_reason cine_close_date cine_referral_team cine_referral_worker_id`,
  (writing, file) => {
    const { referrals: rows } = writing.county.happened
    const at = rows.cells()
    const { dirt, window } = writing
    for (let row = 0; row < rows.length; row++) {
      const from = cell(at.from, row)
      const to = cell(at.to, row)
      if (!wentOnIn(window, from, to)) continue
      const nfa = cell(at.nfa, row)
      const ended = byThen(window, to)
      const [code, words] = sourceWords[cell(at.source, row)] ?? ['8', 'Other']
      file.numbered('REF', row, 6)
      child(writing, file, cell(at.child, row))
      if (dirt('referral undated', row, 4000)) file.blank()
      else if (dirt('referral impossible', row, 9000)) file.word('2021-02-31')
      else file.day(from)
      file.word(dirt('need unknown', row, 2500) ? 'N11' : (needs[cell(at.need, row)] ?? ''))
      file.word(code)
      file.word(words)
      file.word(referralOutcomes[nfa] ?? '')
      file.yes(nfa)
      if (ended === NONE) file.blank(2)
      else {
        file.word(
          dirt('closure unknown', row, 5000) ? 'RC0' : (closures[cell(at.closed, row)] ?? ''),
        )
        if (dirt('closed before opened', row, 4500)) file.day(from - 30)
        else file.day(ended)
      }
      team(writing, file, cell(at.seat, row), from)
      worker(writing, file, cell(at.seat, row), from)
      file.end()
    }
  },
)

export const frontDoorTables: readonly Table[] = [contacts, earlyHelp, referrals]
