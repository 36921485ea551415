import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf } from '#calendar'
import { endYear, layoutOf } from './layout.ts'
import { measureOf, plainColumn, publishedMeasures } from './published-measures.ts'
import { readCell, readYearsAndMonths, symbolKeys } from './published-value.ts'
import { readDictionary } from './read-dictionary.ts'
import { readFile } from './read-file.ts'
import { dayInName, missingAuthorities, missingInWords, readNeighbours } from './read-neighbours.ts'
import { halfAwayFromZero, readPublished } from './read-published.ts'
import type { TableLine } from './table-rows.ts'

const linesOf = (text: string): readonly TableLine[] =>
  text
    .trim()
    .split('\n')
    .map((line, place) => ({ line: place + 1, cells: line.trim().split(',') }))
const bytes = (text: string) => new TextEncoder().encode(text)

const head =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name'
const authority = (year: string, code: string, name: string, rest: string) =>
  `${year},Reporting year,Local authority,E92000001,England,E12000008,South East,${code},E06000001,${name},${rest}`
const england = (year: string, rest: string) =>
  `${year},Reporting year,National,E92000001,England,,,,,,${rest}`

describe('a cell', () => {
  test.each([...symbolKeys, 'C', ' low '])('%s is a symbol and never a number', text => {
    expect(readCell(text).kind).toBe('symbol')
  })

  test.each([
    ['0', 0],
    ['22.6', 22.6],
    ['1,234', 1234],
    ['12,183,016', 12_183_016],
  ])('%s is a number', (text, value) => {
    expect(readCell(text)).toEqual({ kind: 'number', value })
  })

  test.each(['-100', '-300', '-0.5', 'n/a', '12%', '1,23', '1e3', 'Infinity', 'NaN'])(
    '%s is refused, with what stands there',
    text => {
      const read = readCell(text)
      expect(read.kind).toBe('refused')
      expect(read.kind === 'refused' && read.message).toContain(text)
    },
  )

  test('whatever stands there, a number that comes of it is finite and not below zero', () => {
    const anything = fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String))
    fc.assert(
      fc.property(anything, text => {
        const read = readCell(text)
        const value = read.kind === 'number' ? read.value : 0
        expect(value >= 0 && Number.isFinite(value)).toBe(true)
      }),
    )
  })

  test('years and months are months', () => {
    expect(readYearsAndMonths('01:10')).toEqual({ kind: 'number', value: 22 })
    expect(readYearsAndMonths('k')).toEqual({ kind: 'symbol', symbol: 'k' })
    expect(readYearsAndMonths('01:12').kind).toBe('refused')
    expect(readYearsAndMonths('22').kind).toBe('refused')
  })
})

describe('a row of the layout', () => {
  test.each([
    ['2025', 2025],
    ['202425', 2025],
    ['2024-25', 2025],
    ['2024/25', 2025],
    ['199900', 2000],
    ['202426', null],
    ['25', null],
    ['', null],
  ])('the year %s ends in %s', (text, year) => {
    expect(endYear(text)).toBe(year)
  })

  test.each([
    [authority('2025', '', 'Nowhere', '1'), 'has no code of three digits'],
    [authority('2025', '12', 'Nowhere', '1'), 'is not a code of a local authority'],
    [authority('next year', '301', 'Nowhere', '1'), 'is not a year'],
    ['2025,Reporting year,Ward,E92000001,England,,,,,,1', 'the level “Ward”'],
    ['2025,Reporting year,,E92000001,England,,,,,,1', 'does not say whether'],
    ['2025,Reporting year,National,W92000004,Wales,,,,,,1', 'about Wales and not about England'],
    ['2025,Reporting year,Regional,E92000001,England,,,,,,1', 'does not say which'],
    [`${england('2025', '1')},more`, '12 cells where the headings have 11'],
  ])('%s is refused: %s', (row, words) => {
    const layout = layoutOf(`${head},CIN`.split(','))
    const read = layout?.read({ line: 2, cells: row.split(',') })
    expect(read?.kind === 'refused' && read.message).toContain(words)
  })

  test('an authority goes by its code of three digits, and two may publish together', () => {
    const layout = layoutOf(head.split(','))
    const read = layout?.read({
      line: 2,
      cells: authority('2025', '314 / 318', 'Two together', '').split(','),
    })
    expect(read?.kind === 'row' && read.row.place.code).toBe('314 / 318')
  })
})

describe('a table of published statistics', () => {
  test('keeps what answers an indicator, and refuses row by row', () => {
    const read = readPublished(
      linesOf(`${head},referral_count,rereferral_percent
${england('2025', '600,22.5')}
${authority('2025', '301', 'One', '100,c')}
${authority('2025', '302', 'Two', 'many,20.1')}
${authority('2025', '', 'Three', '100,20')}
${authority('2025', '301', 'One', '101,c')}`),
    )
    expect(read?.cuts.get('ReReferral')?.get(2025)?.get('301')).toEqual({
      kind: 'symbol',
      symbol: 'c',
    })
    expect(read?.cuts.get('ReReferral')?.get(2025)?.get('302')).toEqual({
      kind: 'number',
      value: 20.1,
    })
    expect(read?.refusals.map(each => each.line)).toEqual([4, 5, 6])
    expect(read?.refusals.map(each => each.message).join(' ')).toMatch(
      /“many” is neither.*no code of three digits.*One stands twice in 2025/,
    )
    expect(read?.rows).toBe(5)
    expect([...(read?.symbols ?? [])]).toEqual([['c', 1]])
  })

  test('one published breakdown is taken, and the others are left', () => {
    const read = readPublished(
      linesOf(`${head},cla_group,placement_stability,children_count,children_percent
${england('2025', 'CLA on 31 March,Total children,80000,100')}
${england('2025', 'CLA on 31 March,With 3 or more placements during the year,8000,10')}
${england('2025', 'CLA 2 years on 31 March,With 3 or more placements during the previous 2 years,9,18')}`),
    )
    expect([...(read?.cuts.keys() ?? [])]).toEqual(['LACStable_2016on'])
    expect(read?.cuts.get('LACStable_2016on')?.get(2025)?.get('E92000001')).toEqual({
      kind: 'number',
      value: 10,
    })
    expect(read?.rowsUsed).toBe(1)
  })

  test('a share of two columns is worked out to the tenth, and a symbol stays one', () => {
    const columns = 'Duration_0-10_days,Duration_11-15_days,ICPC'
    const read = readPublished(
      linesOf(`${head},${columns}
${england('2025', '10,71,100')}
${authority('2025', '301', 'One', 'c,71,100')}
${authority('2025', '302', 'Two', '0,0,0')}`),
    )
    const cut = read?.cuts.get('CP_conf_15days')?.get(2025)
    expect(cut?.get('E92000001')).toEqual({ kind: 'number', value: 81 })
    expect(cut?.get('301')).toEqual({ kind: 'symbol', symbol: 'c' })
    expect(cut?.get('302')).toEqual({ kind: 'symbol', symbol: 'z' })
  })

  test('a column may be headed by a published code, and a long table may name it in a row', () => {
    const wide = readPublished(linesOf(`${head},CINTime2more\n${england('2025', '35.6')}`))
    const long = readPublished(
      linesOf(
        `${head},measure_short,value\n${england('2025', 'CINTime2more,35.6')}\n${england('2025', 'unknown,1')}`,
      ),
    )
    const expected = { kind: 'number', value: 35.6 }
    expect(wide?.cuts.get('CINTime2more')?.get(2025)?.get('E92000001')).toEqual(expected)
    expect(long?.cuts.get('CINTime2more')?.get(2025)?.get('E92000001')).toEqual(expected)
    expect(long?.rowsUsed).toBe(1)
  })

  test('a place goes by the name of its newest year', () => {
    const read = readPublished(
      linesOf(`${head},ReReferral
${authority('2025', '301', 'New name', '1')}
${authority('2013', '301', 'Old name', '1')}`),
    )
    expect(read?.places.get('301')?.name).toBe('New name')
  })
})

describe('a table of neighbours', () => {
  const wide = `old_la_code,la_name,region_name,SN_1,SN_1P,SN_2,SN_2P
301,One,North,302,Very Close ,303,Close
302,Two,North,301,Close,303,odd word`

  test('its words of closeness are told whatever their capitals', () => {
    const read = readNeighbours(linesOf(wide))
    expect(read?.rows[0]?.neighbours).toEqual([
      { code: '302', closeness: 'Very close' },
      { code: '303', closeness: 'Close' },
    ])
    expect(read?.refusals).toEqual([
      { line: 3, message: expect.stringContaining('“odd word”'), kept: true },
    ])
  })

  test('an authority without a row is named, and the others are kept', () => {
    const read = readNeighbours(linesOf(wide))
    const missing = missingAuthorities(read?.rows ?? [], new Map([['304', 'Four']]))
    expect(missing).toEqual([
      { code: '303', name: '', namedBy: 2 },
      { code: '304', name: 'Four', namedBy: 0 },
    ])
    expect(missing.map(missingInWords)).toEqual([
      'The file has no row for the authority 303, which is named as a neighbour of 2 authorities. Every other row was kept.',
      'The file has no row for Four (304). Every other row was kept.',
    ])
    expect(read?.rows).toHaveLength(2)
  })

  test('what stands below “Old SNs:” is no more', () => {
    const read = readNeighbours(
      linesOf(`A,B,C,D,E,3
LA num,LA Name,LA number,GOInd,GOReg,SN1,SNP
301,One,301,3,North,302,Close
,Old SNs:,,,,,
302,Two (Pre LG),302,3,North,301,Close`),
    )
    expect(read?.rows.map(({ name, former }) => [name, former])).toEqual([
      ['One', false],
      ['Two', true],
    ])
  })

  test.each([
    ['301,One,North,301,Close,303,Close', 'its own neighbour'],
    ['301,One,North,303,Close,303,Close', '303 for a neighbour twice'],
    ['301,One,North,3O3,Close,304,Close', 'not a code of three digits'],
    ['301,One,North,,,,', 'has no neighbours'],
    ['London,One,North,302,Close,303,Close', '“London” is not a code'],
  ])('%s is refused: %s', (row, words) => {
    const read = readNeighbours(
      linesOf(`old_la_code,la_name,region_name,SN_1,SN_1P,SN_2,SN_2P\n${row}`),
    )
    expect(read?.rows).toEqual([])
    expect(read?.refusals[0]?.message).toContain(words)
  })

  test('a row with fewer neighbours is kept, and it is said', () => {
    const read = readNeighbours(
      linesOf('old_la_code,la_name,region_name,SN_1,SN_1P,SN_2,SN_2P\n301,One,North,302,Close,,'),
    )
    expect(read?.rows[0]?.neighbours).toHaveLength(1)
    expect(read?.refusals[0]).toMatchObject({ line: 2, kept: true })
  })

  test('the month of a file’s name is the day from which it holds', () => {
    expect(dayInName('sn_may_2025.xlsx')).toBe(dayOf(2025, 5, 1))
    expect(dayInName('Groupings_April_2021.csv')).toBe(dayOf(2021, 4, 1))
    expect(dayInName('sn_model_2025_wide.csv')).toBeNull()
  })
})

test('the dictionary says which way is better and when the next figures come', () => {
  const read = readDictionary(
    linesOf(`Measure_code,Topic,Measure,Measure_short,Polarity,Last Update,Next Update,Year_Type
4,Health,A rate,Rate1,Low,45809,TBC,Academic Year
5,Health,Another,Rate1,High,NA,NA,Financial Year
6,Health,A third,NA,-,NA,NA,NA`),
  )
  expect(read?.entries).toMatchObject([
    {
      code: 'Rate1',
      better: 'low',
      yearKind: 'Academic Year',
      updatedOn: dayOf(2025, 6, 1),
      nextOn: null,
    },
  ])
  expect(read?.refusals.map(each => each.line)).toEqual([3, 4])
})

describe('a file', () => {
  test.each([
    ['letter.csv', 'Dear all,\nplease find', 'neither a table of published statistics'],
    ['empty.csv', '', 'The file is empty'],
    ['other.csv', `${head},schools\n${england('2025', '3')}`, 'No column of this table answers'],
    ['report.pdf', '%PDF-1.7', 'This is a PDF'],
  ])('%s is refused with one sentence', async (name, text, words) => {
    const read = await readFile(name, bytes(text))
    expect(read.kind === 'refused' && read.message).toContain(words)
  })

  test('never throws, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async content => {
        expect((await readFile('x.csv', content)).kind).toBeTypeOf('string')
      }),
      { numRuns: 200 },
    )
  })
})

test('halves go away from zero, as the DfE rounds', () => {
  expect([0.285, 1.005, 2.5, 0.5].map(each => halfAwayFromZero(each, 2))).toEqual([
    0.29, 1.01, 2.5, 0.5,
  ])
  expect(halfAwayFromZero(-2.5, 0)).toBe(-3)
})

test('each published code answers one indicator, and no two columns of one name', () => {
  const unique = (of: readonly string[]) => new Set(of).size === of.length
  expect(unique(publishedMeasures.map(each => each.code))).toBe(true)
  expect(unique(publishedMeasures.map(each => each.indicator))).toBe(true)
  expect(unique(publishedMeasures.map(each => plainColumn(each.code)))).toBe(true)
  expect(measureOf('HE02Y')).toBe(measureOf('HE02'))
  expect(measureOf('FD01')).toBeUndefined()
})
