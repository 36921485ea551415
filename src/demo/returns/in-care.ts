import { type Day, dayOf } from '#calendar'
import {
  episodeEnds,
  episodeStarts,
  ethnicities,
  legalStatuses,
  moveReasons,
  needs,
  participations,
  placementTypes,
  providers,
  workerChanges,
} from '../codes.ts'
import type { County } from '../county.ts'
import { NONE } from '../sheet.ts'
import {
  type ReturnTable,
  byEnd,
  date,
  inCare,
  leaversOf,
  wentOn,
  who,
  whoAndBirth,
} from './return-table.ts'

/** From the collection of 2024 supported accommodation is K3 and no longer H5. */
const SUPPORTED_FROM = dayOf(2023, 4, 1) ?? 0

const header: ReturnTable = {
  name: 'header',
  columns: 'CHILD SEX DOB ETHNIC UPN MOTHER MC_DOB',
  write(county, year, file) {
    const { people } = county.happened
    const leavers = leaversOf(county, year).map(({ child }) => child)
    for (const child of new Set([...inCare(county, year), ...leavers])) {
      const sex = people.get(child, 'sex')
      const motherOn = byEnd(year, people.get(child, 'motherOf'))
      who(file, child)
      file.word(
        year.to >= (dayOf(2025, 3, 31) ?? 0)
          ? (['F', 'M', 'U'][sex] ?? 'U')
          : sex === 1
            ? '1'
            : '2',
      )
      date(file, people.get(child, 'born'))
      file.word(ethnicities[people.get(child, 'ethnicity')] ?? 'NOBT')
      file.word('UN3')
      file.word(sex === 1 ? '' : motherOn === NONE ? '0' : '1')
      date(file, motherOn)
      file.end()
    }
  },
}

const episodes: ReturnTable = {
  name: 'episodes',
  columns:
    'CHILD DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE HOME_POST PL_POST URN',
  write(county, year, file) {
    const { episodes: rows, placements } = county.happened
    const status = statusOn(county)
    for (let row = 0; row < rows.length; row++) {
      if (!wentOn(rows, row, year)) continue
      const placement = rows.get(row, 'placement')
      const ended = byEnd(year, rows.get(row, 'to'))
      const child = rows.get(row, 'child')
      const type = placementTypes[placements.get(placement, 'type')] ?? ''
      const provider = placements.get(placement, 'provider')
      const reason = placements.get(placement, 'reason')
      const moved = ended !== NONE && ended === placements.get(placement, 'to') && reason !== NONE
      who(file, child)
      date(file, rows.get(row, 'from'))
      file.word(episodeStarts[rows.get(row, 'startReason')] ?? '')
      file.word(legalStatuses[status(child, rows.get(row, 'from'))] ?? '')
      file.word(needs[rows.get(row, 'need')] ?? '')
      file.word(type === 'H5' && year.from >= SUPPORTED_FROM ? 'K3' : type)
      file.word(type === 'Z1' ? '' : (providers[provider] ?? ''))
      date(file, ended)
      file.word(ended === NONE ? '' : (episodeEnds[rows.get(row, 'endReason')] ?? ''))
      file.word(moved ? (moveReasons[reason] ?? '') : '')
      file.blank(2)
      if (placements.get(placement, 'urn') === NONE) file.blank()
      else file.number(placements.get(placement, 'urn'))
      file.end()
    }
  },
}

function statusOn(county: County): (child: number, on: Day) => number {
  const { legal } = county.happened
  const rowsOf = new Map<number, number[]>()
  for (let row = 0; row < legal.length; row++) {
    const rows = rowsOf.get(legal.get(row, 'child')) ?? []
    rows.push(row)
    rowsOf.set(legal.get(row, 'child'), rows)
  }
  return (child, on) => {
    const row = rowsOf.get(child)?.findLast(each => legal.get(each, 'from') <= on)
    return row === undefined ? 0 : legal.get(row, 'status')
  }
}

const reviews: ReturnTable = {
  name: 'reviews',
  columns: 'CHILD DOB REVIEW REVIEW_CODE',
  write(county, year, file) {
    const { careReviews: rows } = county.happened
    for (let row = 0; row < rows.length; row++) {
      const on = rows.get(row, 'on')
      if (on < year.from || on > year.to) continue
      whoAndBirth(county, file, rows.get(row, 'child'))
      date(file, on)
      file.word(participations[rows.get(row, 'participation')] ?? '')
      file.end()
    }
  },
}

const missing: ReturnTable = {
  name: 'missing',
  columns: 'CHILD DOB MISSING MIS_START MIS_END',
  write(county, year, file) {
    const { missing: rows } = county.happened
    for (let row = 0; row < rows.length; row++) {
      if (!wentOn(rows, row, year)) continue
      whoAndBirth(county, file, rows.get(row, 'child'))
      file.word(rows.get(row, 'away') === 1 ? 'A' : 'M')
      date(file, rows.get(row, 'from'))
      date(file, byEnd(year, rows.get(row, 'to')))
      file.end()
    }
  },
}

const uasc: ReturnTable = {
  name: 'uasc',
  columns: 'CHILD SEX DOB DUC',
  write(county, year, file) {
    const { asylum: rows, people } = county.happened
    const children = inCare(county, year)
    for (let row = 0; row < rows.length; row++) {
      const child = rows.get(row, 'child')
      if (!children.has(child)) continue
      who(file, child)
      file.word(['F', 'M', 'U'][people.get(child, 'sex')] ?? 'U')
      date(file, people.get(child, 'born'))
      date(file, rows.get(row, 'to'))
      file.end()
    }
  },
}

const workers: ReturnTable = {
  name: 'sw_episodes',
  columns: 'CHILD DOB SW_ID SW_DECOM SW_DEC SW_REASON',
  write(county, year, file) {
    const { involvements: rows } = county.happened
    const children = inCare(county, year)
    for (let row = 0; row < rows.length; row++) {
      const child = rows.get(row, 'child')
      if (!children.has(child) || !wentOn(rows, row, year)) continue
      const from = rows.get(row, 'from')
      whoAndBirth(county, file, child)
      file.numbered('W', county.staff.worker(rows.get(row, 'seat'), from), 4)
      date(file, from)
      date(file, byEnd(year, rows.get(row, 'to')))
      file.word(workerChanges[rows.get(row, 'reason')] ?? '')
      file.end()
    }
  },
}

export const inCareTables: readonly ReturnTable[] = [
  header,
  episodes,
  reviews,
  missing,
  uasc,
  workers,
]
