import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReadExtract } from '../extract.ts'
import { child, date, read, readFile, rows, told } from '../../../tests/annex-a/example.ts'
import { sheetOf, writeAnnexA, type Written } from '../../../tests/annex-a/write.ts'

describe('rows and values that are not right', () => {
  const one = async (number: number, row: Record<string, Written>) =>
    read([
      sheetOf(1, [child('x', { receivedOn: date('2024-03-01'), source: '6' })]),
      sheetOf(number, [row], `L${number}`),
    ])
  const of = (extract: ReadExtract, number: number) =>
    told(extract).filter(([, list, row]) => list === `List ${number}` && row !== null)

  it('a row without its child or its date is left out, with its number', async () => {
    expect(
      of(await one(3, child(null as unknown as string, { referredOn: date('2024-01-01') })), 3),
    ).toEqual([['row-refused', 'List 3', 2, 'Child Unique ID', 'identifier-missing']])
    expect(of(await one(4, child(1, { startedOn: '31/02/2024' })), 4)).toEqual([
      ['value-refused', 'List 4', 2, 'Continuous Assessment Start Date', 'date-impossible'],
      ['row-refused', 'List 4', 2, 'Continuous Assessment Start Date', 'date-missing'],
    ])
  })

  it('headings and totals among the rows are left out, and are no children', async () => {
    const sheet = sheetOf(3, [child(1, { referredOn: date('2024-01-11'), source: '6', nfa: 'N' })])
    const extract = await read([
      {
        name: 'R',
        rows: [...sheet.rows, sheet.rows[0] ?? [], ['Total', null, null, null, null, 1]],
      },
    ])
    expect(told(extract).filter(each => each[2] !== null)).toEqual([
      ['row-refused', 'List 3', 3, null, 'headings-repeated'],
      ['row-refused', 'List 3', 4, 'Date of referral', 'date-missing'],
    ])
    expect(rows(extract, 'children')).toHaveLength(1)
  })

  it('blanks in the words of spreadsheets are blanks', async () => {
    const extract = await one(
      6,
      child('\u00a05 ', {
        startedOn: ' 11/01/2024 ',
        primaryNeed: 'N2',
        status: 'CIN',
        endedOn: 'N/A',
        endReason: '-',
        team: '#N/A',
        worker: 'NULL',
      }),
    )
    expect(of(extract, 6)).toEqual([])
    expect(rows(extract, 'needEpisodes')).toEqual([
      { child: '5', startedOn: '2024-01-11', primaryNeed: 'N2', status: 'need' },
    ])
  })

  it('a value that Annex A does not have is left out, and the row kept', async () => {
    const extract = await one(
      3,
      child(1, { referredOn: date('2024-01-11'), source: 'Purple', nfa: 'No', earlier: -2 }),
    )
    expect(of(extract, 3)).toEqual([
      ['value-refused', 'List 3', 2, 'Referral Source', 'value-not-annex-a'],
      [
        'value-refused',
        'List 3',
        2,
        'Number of Referrals in Last 12 Months',
        'number-out-of-range',
      ],
    ])
    expect(extract.refusals.find(each => each.code === 'value-not-annex-a')?.message).toBe(
      'Annex A has no such value for “Referral Source”, so it was left out.',
    )
    expect(rows(extract, 'referrals')).toHaveLength(1)
  })

  it('an end before its start is left out', async () => {
    const extract = await one(
      7,
      child(1, {
        startedOn: date('2024-01-11'),
        endedOn: date('2023-01-11'),
        firstCategory: 'NEG',
        latestCategory: 'NEG',
        earlierPlans: 0,
      }),
    )
    expect(of(extract, 7)).toEqual([
      ['value-refused', 'List 7', 2, 'Child Protection Plan End Date', 'end-before-start'],
    ])
    expect(rows(extract, 'protectionPlans')[0]).not.toHaveProperty('endedOn')
  })

  it('the same row twice is taken once; the same event told twice is worth a look', async () => {
    const row = child(1, { referredOn: date('2024-01-11'), source: '6', nfa: 'No' })
    const extract = await read([sheetOf(3, [row, row, { ...row, source: '2A' }])])
    expect(told(extract).filter(each => each[2] !== null)).toEqual([
      ['row-refused', 'List 3', 3, null, 'row-repeated'],
      ['doubtful', 'List 3', 4, 'Date of referral', 'row-same-day'],
    ])
    expect(extract.reports[0]).toMatchObject({ rowsFound: 3, rowsTaken: 2, rowsRefused: 1 })
  })

  it('a child with two birthdays keeps the first', async () => {
    const extract = await one(
      3,
      child('x', {
        bornOn: date('2013-04-05'),
        referredOn: date('2024-01-11'),
        source: '6',
        nfa: 'N',
      }),
    )
    expect(of(extract, 3)).toEqual([['doubtful', 'List 3', 2, 'Date of Birth', 'birthday-differs']])
    expect(rows(extract, 'children')[0]).toMatchObject({ child: 'x', bornOn: '2012-04-05' })
  })

  it('reads whatever stands in a cell without stopping, and accounts for every row', async () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.string({ minLength: 1, unit: 'grapheme-ascii' }).filter(text => text.trim() !== ''),
      fc.integer(),
      fc.boolean(),
      fc.date({ min: date('1990-01-01'), max: date('2030-01-01'), noInvalidDate: true }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 11 }),
        fc.array(fc.array(cell, { minLength: 34, maxLength: 34 }), { minLength: 1, maxLength: 5 }),
        async (number, lines) => {
          const {
            name,
            rows: [headings = []],
          } = sheetOf(number, [])
          const sheet = {
            name,
            rows: [headings, ...lines.map(line => line.slice(0, headings.length))],
          }
          const { extract, refusals } = await readFile(await writeAnnexA([sheet]))
          const refused = refusals.filter(each => each.effect === 'row-refused').length
          expect(extract?.reports[0]?.rowsRefused ?? refused).toBe(refused)
          expect(refusals.every(each => each.message.endsWith('.'))).toBe(true)
        },
      ),
      { numRuns: 40 },
    )
  })
})
