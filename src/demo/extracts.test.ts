import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { isoDay, parseIsoDay } from '#calendar'
import { demoAuthority } from './authority.ts'
import { type DemoExtract, type DemoOptions, demoExtracts } from './extracts.ts'

const small: DemoOptions = { scale: 0.02, months: 12 }

type Row = Readonly<Record<string, string>>

function rowsOf(extract: DemoExtract | undefined, table: string): readonly Row[] {
  const file = extract?.files.find(each => each.name === `ssd_${table}.csv`)
  if (file === undefined) throw new Error(`no file of ${table}`)
  // csv-parse gives records of text when it is asked for columns.
  return parse(Buffer.from(file.bytes), { columns: true }) as Row[]
}

function hashOf(options: DemoOptions): string {
  const hash = createHash('sha256')
  for (const { asOf, files } of demoExtracts(options)) {
    hash.update(isoDay(asOf))
    for (const file of files) hash.update(file.name).update(file.bytes)
  }
  return hash.digest('hex')
}

test('the same seed gives the same bytes, and another seed another county', () => {
  expect(hashOf(small)).toBe(hashOf(small))
  expect(hashOf(small)).not.toBe(hashOf({ ...small, seed: 2 }))
})

test('seven years are 28 extracts, each as at the end of a quarter', () => {
  const days = [...demoExtracts({ scale: 0.005 })].map(each => isoDay(each.asOf))
  expect(days).toHaveLength(28)
  expect(days[0]).toBe('2019-06-30')
  expect(days.at(-1)).toBe('2026-03-31')
})

test('each extract says which days it is about', () => {
  const log = [...demoExtracts(small)].map(each => rowsOf(each, 'version_log')[0])
  expect(log.map(row => row?.description)).toEqual([
    'Extract of 2025-04-01 to 2025-06-30',
    'Extract of 2025-07-01 to 2025-09-30',
    'Extract of 2025-10-01 to 2025-12-31',
    'Extract of 2026-01-01 to 2026-03-31',
  ])
  expect(log[3]?.created_at).toBe('2026-03-31')
})

/** Every value of an extract with its column, but those of the tables left out. */
function* valuesOf(extract: DemoExtract): Generator<readonly [column: string, value: string]> {
  for (const file of extract.files) {
    for (const row of rowsOf(extract, file.name.slice(4, -4))) yield* Object.entries(row)
  }
}

test('every child whom a table names is among the people of the extract', () => {
  for (const extract of demoExtracts({ ...small, mistakes: false })) {
    const people = new Set(rowsOf(extract, 'person').map(row => row.pers_person_id))
    const named = [...valuesOf(extract)].filter(
      ([column]) => column.endsWith('_person_id') && !column.startsWith('moth_childs'),
    )
    expect(named.length).toBeGreaterThan(1000)
    expect(named.filter(([, id]) => !people.has(id))).toEqual([])
  }
})

test('nothing in an extract is later than its day, but dates that are due', () => {
  for (const extract of demoExtracts({ ...small, mistakes: false })) {
    const late = [...valuesOf(extract)].filter(
      ([column, value]) =>
        (parseIsoDay(value) ?? 0) > extract.asOf && !/due|target|expected/.test(column),
    )
    expect(late).toEqual([])
  }
})

test('what is open in one extract is in the next, with its end when it has come', () => {
  const [first, second] = [...demoExtracts({ ...small, mistakes: false })]
  const later = new Map(rowsOf(second, 'cin_episodes').map(row => [row.cine_referral_id, row]))
  const open = rowsOf(first, 'cin_episodes').filter(row => row.cine_close_date === '')
  expect(open.length).toBeGreaterThan(50)
  for (const row of open) {
    expect(later.get(row.cine_referral_id)?.cine_referral_date).toBe(row.cine_referral_date)
  }
  expect(open.some(row => later.get(row.cine_referral_id)?.cine_close_date !== '')).toBe(true)
})

test('the extracts hold a few mistakes of the kinds that real ones hold', () => {
  const [only] = demoExtracts({ scale: 0.2, months: 3 })
  const all = rowsOf(only, 'person').map(row => ({ id: row.pers_person_id, born: row.pers_dob }))
  const birthdays = new Map<string | undefined, Set<string | undefined>>()
  for (const { id, born } of all) {
    birthdays.set(id, (birthdays.get(id) ?? new Set()).add(born))
  }
  expect([...birthdays.values()].some(days => days.size === 2)).toBe(true)
  expect(all.filter(each => each.born === '').length).toBeLessThan(all.length / 10)
})

test('the teams of the rows are teams of the county, and workers are numbers', () => {
  const ids = new Set(demoAuthority.teams.map(team => team.id))
  const [first] = demoExtracts(small)
  for (const row of rowsOf(first, 'involvements')) {
    expect(ids).toContain(row.invo_professional_team)
    expect(row.invo_professional_id).toMatch(/^W\d{4}$/)
  }
  const departments = rowsOf(first, 'department')
  expect(departments).toHaveLength(demoAuthority.teams.length)
  expect(new Set(departments.map(row => row.dept_team_parent_name)).size).toBe(7)
})
