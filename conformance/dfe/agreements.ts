import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ENGLAND } from '../../src/comparators/layout.ts'
import {
  childrenColumn,
  measureOf,
  plainColumn,
  publishedMeasures,
} from '../../src/comparators/published-measures.ts'
import { readCell } from '../../src/comparators/published-value.ts'
import { yearsOf } from '../../src/comparators/rates.ts'
import type { FileRead } from '../../src/comparators/read-file.ts'
import { missingAuthorities } from '../../src/comparators/read-neighbours.ts'
import { type Cut, halfAwayFromZero } from '../../src/comparators/read-published.ts'
import { readCsv } from '../../src/kit/files/csv.ts'
import type { SuiteLine } from '../suite.ts'

// Where two published columns say one thing. None of these files publishes a median of neighbours, so
// there is nothing to hold ours to but the sets themselves.

export async function agreements(
  place: string,
  read: ReadonlyMap<string, FileRead>,
): Promise<readonly SuiteLine[]> {
  const csc = (name: string) => join(place, 'dfe-csc', name)
  return [
    ...shares(csc('c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv'), [
      ['rereferral_count', 'referral_count', 'rereferral_percent'],
      ['no_further_action_count', 'referral_count', 'no_further_action_percent'],
      ['not_in_need_count', 'referral_count', 'not_in_need_percent'],
    ]),
    ...shares(csc('d3_cpps_subsequent_plan_2013_to_2025.csv'), [
      ['cpp_subsequent', 'cpp_start', 'cpp_subsequent_percent'],
    ]),
    ...shares(csc('d5_cpps_at31march_by_duration_2013_to_2025.csv'), [
      ['2_years_or_more', 'cpp_at31', '2_years_or_more_percent'],
    ]),
    ...rates(csc('cla_number_and_rate_per_10k_children.csv')),
    ...childrenOfTheYearBefore(csc('cla_number_and_rate_per_10k_children.csv'), read),
    ...england(place, read),
    ...neighbourSets(read),
    ...dictionary(read),
  ]
}

type Row = (column: string) => string

function rowsOf(file: string): readonly Row[] {
  if (!existsSync(file)) return []
  let places: ReadonlyMap<string, number> | null = null
  const rows: Row[] = []
  readCsv(readFileSync(file), cells => {
    if (places === null) {
      places = new Map(cells.map((cell, place) => [plainColumn(cell), place]))
      return
    }
    const at = places
    rows.push(column => cells[at.get(column) ?? -1] ?? '')
  })
  return rows
}

const numberIn = (row: Row, column: string): number | null => {
  const found = readCell(row(column))
  return found.kind === 'number' ? found.value : null
}

/** Who and when, for a note. */
const nameOf = (row: Row): string =>
  `${row('la_name') || row('region_name') || row('country_name')} ${row('time_period')}`

/** National and regional numbers are rounded to ten; what was divided may have been five more or less. */
const isRounded = (row: Row): boolean => row('geographic_level') !== 'Local authority'

/** Whether a published result can come of what two rounded numbers were before. */
function couldBe(part: number, whole: number, times: number, said: number, half: number): boolean {
  const least = ((part - 5) / (whole + 5)) * times - half
  const most = ((part + 5) / (whole - 5)) * times + half
  return said >= least - 1e-9 && said <= most + 1e-9
}

/** A published percentage is its two published numbers, rounded with halves away from zero. */
function shares(
  file: string,
  columns: readonly (readonly [string, string, string])[],
): readonly SuiteLine[] {
  const rows = rowsOf(file)
  if (rows.length === 0) return []
  return columns.map(([part, whole, percent]) => {
    const notes: string[] = []
    let total = 0
    let agreed = 0
    for (const row of rows) {
      const [a, b, c] = [numberIn(row, part), numberIn(row, whole), numberIn(row, percent)]
      if (a === null || b === null || c === null || b === 0) continue
      total++
      const ours = halfAwayFromZero((a / b) * 100, 1)
      if (isRounded(row) ? couldBe(a, b, 100, c, 0.05) : ours === c) agreed++
      else notes.push(`${nameOf(row)}: ${a} of ${b} is ${ours}, published ${c}`)
    }
    const least = total - (excused[percent] ?? 0)
    return { name: `${percent} from its numbers`, agreed, total, notes, least }
  })
}

/**
 * Published results that do not come of the numbers beside them: in 2022 the percentages of Yorkshire
 * and The Humber, and with it of England, leave authorities out that the numbers hold.
 */
const excused: Readonly<Record<string, number>> = { cpp_subsequent_percent: 2 }

/** A published rate per 10,000 is the published number over the published number of children. */
function rates(file: string): readonly SuiteLine[] {
  const rows = rowsOf(file)
  if (rows.length === 0) return []
  const notes: string[] = []
  let total = 0
  let agreed = 0
  for (const row of rows) {
    const [number, children, rate] = [
      numberIn(row, 'children_count'),
      numberIn(row, childrenColumn.column),
      numberIn(row, 'rate_per_10000'),
    ]
    if (number === null || children === null || rate === null) continue
    total++
    const ours = halfAwayFromZero((number / children) * 10_000, 0)
    if (isRounded(row) ? couldBe(number, children, 10_000, rate, 0.5) : ours === rate) agreed++
    else notes.push(`${nameOf(row)}: ${number} over ${children} is ${ours}, published ${rate}`)
  }
  return [{ name: 'rate_per_10000 from its numbers', agreed, total, notes }]
}

/** The number of children that the DfE makes a year's rate over is that of the middle of the year before. */
function childrenOfTheYearBefore(
  file: string,
  read: ReadonlyMap<string, FileRead>,
): readonly SuiteLine[] {
  const estimates = read.get('ons_mid-year_population_estimates_2012_to_2024.csv')
  if (estimates?.kind !== 'published') return []
  const notes: string[] = []
  let total = 0
  let agreed = 0
  for (const row of rowsOf(file)) {
    const published = numberIn(row, childrenColumn.column)
    const place = row('old_la_code') || row('region_code') || row('country_code')
    const ours = estimates.cuts
      .get('population')
      ?.get(Number(row('time_period')) - 1)
      ?.get(place)
    if (published === null || ours?.kind !== 'number') continue
    total++
    if (ours.value === published) agreed++
    else notes.push(`${nameOf(row)}: estimate ${ours.value}, published with it ${published}`)
  }
  return [{ name: 'children of the middle of the year before', agreed, total, notes }]
}

/** What we say of England, against what the list of indicators says of its newest year. */
function england(place: string, read: ReadonlyMap<string, FileRead>): readonly SuiteLine[] {
  const file = join(place, '..', '..', 'domain', 'indicators.csv')
  const cuts = new Map<string, ReadonlyMap<number, Cut>>()
  for (const each of read.values())
    if (each.kind === 'published') for (const [key, years] of each.cuts) cuts.set(key, years)
  const notes: string[] = []
  let total = 0
  let agreed = 0
  let without = 0
  for (const row of rowsOf(file)) {
    const said = /^([\d.]+) \((\d{4})\)$/.exec(row('england_latest'))
    const measure = measureOf(row('code'))
    if (said === null || measure === undefined) continue
    const ours = yearsOf(measure, cuts).years.get(Number(said[2]))?.get(ENGLAND)
    if (ours?.kind !== 'number') {
      without++
      continue
    }
    total++
    const value = halfAwayFromZero(ours.value, 1)
    if (value === Number(said[1])) agreed++
    else notes.push(`${row('code')}: ${value} here, ${said[1]} there (${said[2]})`)
  }
  return [
    {
      name: 'England in its newest year',
      agreed,
      total,
      notes: [...notes, `${without} more are published in tables that are not in the folder`],
    },
  ]
}

/** A workbook and the CSVs that were made of it hold the same neighbours in the same order. */
function neighbourSets(read: ReadonlyMap<string, FileRead>): readonly SuiteLine[] {
  const rowsOfFile = (name: string) => {
    const found = read.get(name)
    return found?.kind === 'neighbours' ? found.rows : []
  }
  const book = rowsOfFile('sn_may_2025.xlsx')
  const lines: SuiteLine[] = []
  for (const name of ['sn_may_2025__LA_SN_Groups.csv', 'sn_model_2025_wide.csv']) {
    const other = new Map(rowsOfFile(name).map(row => [row.code, row]))
    const pairs = book.filter(row => !row.former)
    const differing = pairs.filter(
      row => JSON.stringify(row.neighbours) !== JSON.stringify(other.get(row.code)?.neighbours),
    )
    lines.push({
      name: `neighbours of sn_may_2025.xlsx as in ${name}`,
      agreed: pairs.length - differing.length,
      total: pairs.length,
      notes: differing.map(row => row.name),
    })
  }
  const before = new Map(
    rowsOfFile('New_Statistical_Neighbour_Groupings_April_2021.csv').map(row => [row.code, row]),
  )
  const shared = book.flatMap(row => {
    const codes = before.get(row.code)?.neighbours.map(each => each.code)
    if (codes === undefined || row.former) return []
    return [row.neighbours.filter(each => codes.includes(each.code)).length]
  })
  const mean = shared.reduce((sum, each) => sum + each, 0) / shared.length
  const missing = missingAuthorities(
    [...before.values()],
    new Map(book.filter(row => !row.former).map(row => [row.code, row.name])),
  )
  lines.push({
    name: 'neighbours of 2025 that were neighbours in 2021',
    // The ground says 5.4 of 10 on average.
    agreed: halfAwayFromZero(mean, 1) === 5.4 ? 1 : 0,
    total: 1,
    notes: [
      `${halfAwayFromZero(mean, 2)} of 10 on average over ${shared.length} authorities`,
      `Of the authorities of 2025 the set of 2021 lacks ${missing.map(each => each.name).join(', ')}`,
    ],
  })
  return lines
}

/** Every published code that the list of measures has is one of the dictionary, or said not to be. */
function dictionary(read: ReadonlyMap<string, FileRead>): readonly SuiteLine[] {
  const found = read.get('lait_data_dictionary.csv')
  if (found?.kind !== 'dictionary') return []
  const codes = new Map(found.entries.map(each => [each.code, each]))
  const ours = publishedMeasures.filter(({ code }) => !code.startsWith('DfE dashboard:'))
  const unknown = ours.filter(({ code }) => !codes.has(code))
  const kinds = ours.filter(({ code, yearEnds }) => {
    const kind = codes.get(code)?.yearKind ?? ''
    const ends = kind.startsWith('Academic')
      ? 8
      : kind.startsWith('Calendar')
        ? 12
        : kind.includes('Sept')
          ? 9
          : 3
    return codes.has(code) && ends !== yearEnds
  })
  const known = ours.length - unknown.length
  return [
    {
      name: 'published codes in the dictionary',
      agreed: known,
      total: ours.length,
      notes: unknown.map(({ code }) => `${code} is not in it`),
    },
    {
      name: 'the month in which a measure’s year ends',
      agreed: known - kinds.length,
      total: known,
      notes: kinds.map(
        ({ code, yearEnds }) =>
          `${code}: month ${yearEnds} here, “${codes.get(code)?.yearKind}” there`,
      ),
    },
  ]
}
