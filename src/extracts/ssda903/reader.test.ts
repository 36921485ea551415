import { isoDay } from '#calendar'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { type ListName, type Table, valueAt } from '#records'
import type { ReadExtract, Refusal, SourceFile } from '../extract.ts'
import { ssda903 } from './index.ts'

const fileOf = (name: string, text: string): SourceFile => ({
  name,
  bytes: new TextEncoder().encode(text),
})

const header = fileOf(
  'header.csv',
  `CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
11,1,05/06/2008,WBRI,X,,
12,2,07/08/2012,BCRB,X,1,
13,2,09/10/2016,AIND,X,,
`,
)
const episodes = fileOf(
  'episodes.csv',
  `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
11,02/05/2019,S,V2,N1,U4,PR1,10/07/2019,X1,CARPL,AB1 2CD,AB1 2CE,1234567
11,10/07/2019,P,V2,N1,K2,PR4,,,,,,XXXXXXX
12,01/03/2018,L,E1,N1,U6,PR1,01/09/2019,X1,,,,
12,01/09/2019,P,E1,N1,A5,PR1,01/02/2020,E11,,,,
13,12/11/2019,S,C1,N5,U1,PR1,,,,,,
`,
)

async function load(...files: readonly SourceFile[]): Promise<ReadExtract> {
  const { extract } = await ssda903.read(files)
  if (extract === null) throw new Error('nothing was read')
  return extract
}

function rowsOf(extract: ReadExtract, list: ListName): Record<string, unknown>[] {
  const table = extract.tables.get(list)
  if (table === undefined) throw new Error(`no ${list}`)
  return Array.from({ length: table.length }, (_, row) => rowOf(table, row))
}

/** What a row holds, without what is not recorded. */
function rowOf(table: Table, row: number): Record<string, unknown> {
  const values = Object.entries(table.columns).flatMap(([name, column]) => {
    const value = valueAt(column, row)
    if (value === null || value === '') return []
    return [[name, column.kind === 'day' ? isoDay(Number(value)) : value]]
  })
  return { child: valueAt(table.child, row), ...Object.fromEntries(values) }
}

const said = (refusals: readonly Refusal[]): string[] =>
  refusals.map(each => `${each.row} ${each.column} ${each.effect} ${each.code}`)

describe('a 903 return', () => {
  it('is read from its tables, told apart by their columns', async () => {
    const extract = await load({ ...header, name: 'a.txt' }, { ...episodes, name: 'header.csv' })
    expect(extract.title).toBe('SSDA903 return for the year to 31 March 2020')
    expect(rowsOf(extract, 'children')[1]).toEqual({
      child: '12',
      bornOn: '2012-08-07',
      sex: 'F',
      ethnicity: 'BCRB',
      mother: true,
    })
    expect(rowsOf(extract, 'careEpisodes').slice(0, 2)).toEqual([
      {
        child: '11',
        startedOn: '2019-05-02',
        startReason: 'S',
        legalStatus: 'V2',
        need: 'N1',
        placementType: 'U4',
        provider: 'PR1',
        urn: '1234567',
        endedOn: '2019-07-10',
        endReason: 'X1',
        changeReason: 'CARPL',
      },
      {
        child: '11',
        startedOn: '2019-07-10',
        startReason: 'P',
        legalStatus: 'V2',
        need: 'N1',
        placementType: 'K2',
        provider: 'PR4',
      },
    ])
    expect(extract.refusals).toEqual([])
    expect(extract.coverage).toContainEqual({
      list: 'careEpisodes',
      from: extract.asOf - 365,
      to: extract.asOf,
    })
  })

  it.each([
    ['columns in another order and case', 'dob;Ethnic;SEX; child \n05/06/2008;wbri;m;11\n'],
    [
      'a mark, ISO dates and a line of its own',
      '﻿Our return\nCHILD,SEX,DOB,ETHNIC\n11,M,2008-06-05,WBRI\n',
    ],
    [
      'an index column and words for nothing',
      ',CHILD,SEX,DOB,ETHNIC,UPN\n0,11.0,1,05/06/2008 00:00,WBRI,NULL\n',
    ],
    ['blank lines and spaces', '\nCHILD,SEX,DOB,ETHNIC\n\n 11 , 1 , 05/06/2008 , WBRI \n,,,\n'],
    [
      'tabs and US dates no one else could write',
      'CHILD\tSEX\tDOB\tETHNIC\n11\t1\t06/05/2008\tWBRI\n' +
        [13, 14, 15, 16, 17, 18].map(day => `2${day}\t1\t06/${day}/2008\tWBRI\n`).join(''),
    ],
  ])('is read with %s', async (_, text) => {
    const extract = await load(fileOf('x.csv', text), episodes)
    expect(rowsOf(extract, 'children')[0]).toEqual({
      child: '11',
      bornOn: '2008-06-05',
      sex: 'M',
      ethnicity: 'WBRI',
    })
  })

  it('refuses a value and keeps its row, and a row only where it says nothing without it', async () => {
    const wrong = fileOf(
      'episodes.csv',
      `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,URN
11,02/05/2019,S,V2,N1,U4,PR1,10/07/2019,X1,CARPL,1
11,10/07/2019,Q,V9,N1,Z9,PR1,,,,1
11,31/02/2020,P,V2,N1,U4,PR1,,,,1
11,,P,V2,N1,U4,PR1,,,,1
,02/05/2019,S,V2,N1,U4,PR1,10/07/2019,X1,,1
12,02/06/2019,S,V2,N1,U4,PR1,01/06/2019,X1,,1
12,02/07/2019,S,V2,N1,K3,PR1,,E4A,,1
12,02/07/2019,S,V2,N1,K3,PR1,,E4A,,1
13,02/07/2019,S,V2,N1,U4,PR1,05/06/2020,,,1
13,05/05/2020,P,V2,N1,U4,PR1,,,,1,shifted
14,05/05/2019,S,V2,N1,U4,PR1,,,,1
13,07/07/2013,S,V2,N1,U4,PR1,08/07/2019,X1,,1
`,
    )
    const extract = await load(header, wrong)
    expect(said(extract.refusals)).toEqual([
      '3 RNE value-refused code-unknown',
      '3 LS value-refused code-unknown',
      '3 PLACE value-refused code-unknown',
      '4 DECOM row-refused date-impossible',
      '5 DECOM row-refused value-missing',
      '6 null row-refused child-missing',
      '8 PLACE doubtful code-not-of-year',
      '9 null row-refused row-twice',
      '11 null row-refused too-many-values',
      '7 DEC row-refused end-before-start',
      '8 REC value-refused reason-without-end',
      '10 DEC doubtful after-return',
      '10 REC doubtful end-without-reason',
      '12 CHILD doubtful child-not-in-header',
      '13 DECOM doubtful before-birth',
      '10 DECOM doubtful episodes-overlap',
    ])
    expect(extract.reports.find(each => each.sourceList === 'Episodes')).toMatchObject({
      rowsFound: 12,
      rowsTaken: 6,
      rowsRefused: 6,
    })
  })

  it('looks twice at what the return does not let be blank, and at what ended before its year', async () => {
    const thin = fileOf(
      'episodes.csv',
      `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,URN
11,02/05/2019,,V2,N1,U4,PR1,10/07/2019,X1,,1
12,02/05/2017,S,V2,N1,U4,PR1,10/07/2018,E4A,,1
13,02/05/2019,S,V2,N1,U4,PR1,10/08/2019,E4A,,1
`,
    )
    const extract = await load(header, thin)
    expect(said(extract.refusals)).toEqual([
      '2 RNE doubtful value-blank',
      '3 DEC doubtful before-return',
    ])
    expect(rowsOf(extract, 'careEpisodes')).toHaveLength(3)
  })

  it('says the same whatever way its files are written', async () => {
    const [names = '', ...rows] = new TextDecoder().decode(episodes.bytes).trim().split('\n')
    const columns = names.split(',').map((name, place) => ({
      name,
      cells: rows.map(row => row.split(',')[place] ?? ''),
    }))
    const expected = await load(header, episodes)
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(columns, { minLength: columns.length }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom('utf8', 'utf16le'),
        fc.boolean(),
        async (shuffled, delimiter, end, encoding, quoted) => {
          const cell = (text: string): string => (quoted ? `"${text}"` : text)
          const lines = [shuffled.map(each => each.name.toLowerCase())].concat(
            rows.map((_, row) => shuffled.map(each => each.cells[row] ?? '')),
          )
          const text = lines.map(each => each.map(cell).join(delimiter)).join(end)
          const extract = await load(header, {
            name: 'x',
            bytes: new Uint8Array(Buffer.from(`\uFEFF${text}${end}`, encoding)),
          })
          expect(rowsOf(extract, 'careEpisodes')).toEqual(rowsOf(expected, 'careEpisodes'))
        },
      ),
    )
  })

  it('takes one of two birthdays and says so', async () => {
    const twice = fileOf(
      'header.csv',
      'CHILD,SEX,DOB,ETHNIC\n11,1,05/06/2008,WBRI\n11,1,06/06/2008,WBRI\n',
    )
    const reviews = fileOf('r.csv', 'CHILD,DOB,REVIEW,REVIEW_CODE\n11,07/06/2008,01/06/2019,PN1\n')
    const extract = await load(twice, reviews, episodes)
    expect(rowsOf(extract, 'children')[0]).toMatchObject({ child: '11', bornOn: '2008-06-05' })
    expect(said(extract.refusals)).toContain('3 CHILD row-refused two-birthdays')
    expect(said(extract.refusals)).toContain('2 DOB doubtful two-birthdays')
  })

  it('joins what three tables say of an adoption', async () => {
    const decided = fileOf(
      'p.csv',
      `CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED
12,07/08/2012,01/02/2018,,
13,09/10/2016,01/12/2019,02/02/2020,RD1
`,
    )
    const adopted = fileOf(
      'ad1.csv',
      'CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR\n12,07/08/2012,01/02/2018,03/08/2019,0,2,MF,L11\n',
    )
    const extract = await load(header, episodes, decided, adopted)
    expect(rowsOf(extract, 'adoptions')).toEqual([
      {
        child: '12',
        decidedOn: '2018-02-01',
        placementOrderOn: '2018-03-01',
        matchedOn: '2019-08-03',
        placedOn: '2019-09-01',
        adoptedOn: '2020-02-01',
        byFosterCarer: false,
      },
      {
        child: '13',
        decidedOn: '2019-12-01',
        enteredCareOn: '2019-11-12',
        reversedOn: '2020-02-02',
        reversedReason: 'RD1',
      },
    ])
  })

  it('reads the answers for the last day of the year, and covers only that day with them', async () => {
    const health = fileOf(
      'oc2.csv',
      'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED\n11,05/06/2008,41,,0,,1,0,1,0,,\n',
    )
    const leavers = fileOf(
      'oc3.csv',
      'CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n11,05/06/2008,YES,F2,U1\n12,07/08/2012,NO,0,0\n13,09/10/2016,YES,G4,01\n',
    )
    const extract = await load(header, episodes, health, leavers)
    expect(rowsOf(extract, 'healthReturns')).toEqual([
      {
        child: '11',
        asOn: '2020-03-31',
        convicted: false,
        immunisations: true,
        teethCheck: false,
        healthAssessment: true,
        substanceMisuse: false,
      },
    ])
    expect(rowsOf(extract, 'careLeavers')).toEqual([
      {
        child: '11',
        asOn: '2020-03-31',
        inTouch: 'YES',
        activity: 'F2',
        accommodation: 'U',
        suitable: true,
      },
      { child: '12', asOn: '2020-03-31', inTouch: 'NO', activity: '0', accommodation: '0' },
      { child: '13', asOn: '2020-03-31', inTouch: 'YES', activity: 'G4' },
    ])
    expect(said(extract.refusals)).toEqual([
      '2 SDQ_SCORE value-refused number-out-of-range',
      '4 ACCOM value-refused code-unknown',
    ])
    expect(extract.coverage).toContainEqual({
      list: 'careLeavers',
      from: extract.asOf,
      to: extract.asOf,
    })
  })

  it('says nothing of a year that did not happen yet, where it was made before the year ended', async () => {
    const rows = Array.from(
      { length: 120 },
      (_, i) =>
        `${i},${String((i % 28) + 1).padStart(2, '0')}/0${4 + (i % 5)}/2019,S,V2,N1,U4,PR1,,,`,
    )
    const early = fileOf(
      'e.csv',
      `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE\n${rows.join('\n')}\n`,
    )
    const extract = await load(early)
    expect(isoDay(extract.asOf)).toBe('2019-08-27')
    expect(extract.title).toBe('SSDA903 return for the year so far, to 27 August 2019')
  })

  it('asks for the day where nothing tells it, and takes the one it is given', async () => {
    const without = await ssda903.read([header])
    expect(without.extract).toBe(null)
    expect(without.refusals).toMatchObject([{ effect: 'file-refused', code: 'year-unknown' }])
    const given = await ssda903.read([header], { asOf: 18_352 })
    expect(given.extract?.title).toBe('SSDA903 return for the year to 31 March 2020')
  })
})

describe('the XML form', () => {
  const xml = `<?xml version="1.0"?>
<EXPSSDA903>
  <CHILD><HEADER><CHILDID>11</CHILDID><UPN>X</UPN><SEX>1</SEX><DOB>05/06/2008</DOB><ETHNIC>WBRI</ETHNIC><UASC/>
    <AREVIEW><REVIEW>01/06/2019</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW></HEADER>
    <EPISODE><DECOM>02/05/2019</DECOM><RNE>S</RNE><LS>V2</LS><CIN>N1</CIN><PL>U4</PL><PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC>10/07/2019</DEC><REC>X1</REC><REASON_PLACE_CHANGE>CARPL</REASON_PLACE_CHANGE><URN>1234567</URN></EPISODE>
  </CHILD>
</EXPSSDA903>`

  it('gives the same lists as the CSV form', async () => {
    const fromXml = await load(fileOf('903.xml', xml))
    const fromCsv = await load(
      fileOf('h.csv', 'CHILD,SEX,DOB,ETHNIC\n11,1,05/06/2008,WBRI\n'),
      fileOf('r.csv', 'CHILD,DOB,REVIEW,REVIEW_CODE\n11,05/06/2008,01/06/2019,PN1\n'),
      fileOf(
        'e.csv',
        'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,URN\n11,02/05/2019,S,V2,N1,U4,PR1,10/07/2019,X1,CARPL,1234567\n',
      ),
    )
    for (const list of ['children', 'careEpisodes', 'careReviews'] as const)
      expect(rowsOf(fromXml, list)).toEqual(rowsOf(fromCsv, list))
    expect(fromXml.refusals).toEqual([])
    expect(rowsOf(fromXml, 'missingEpisodes')).toEqual([])
    expect(fromXml.tables.has('deprivations')).toBe(false)
  })

  it('is refused as a whole where its tags do not match', async () => {
    const { extract, refusals } = await ssda903.read([
      fileOf('903.xml', xml.replace('</HEADER>', '')),
    ])
    expect(extract).toBe(null)
    expect(refusals).toMatchObject([{ effect: 'file-refused', code: 'xml-tags' }])
  })
})

describe('which files are a return', () => {
  const year = (of: number): SourceFile[] => [
    fileOf(`${of}-header.csv`, `CHILD,SEX,DOB,ETHNIC\n${of},1,05/06/2008,WBRI\n`),
    fileOf(
      `${of}-episodes.csv`,
      `CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC\n${of},02/05/${of},S,V2,N1,U4,01/06/${of},X1\n`,
    ),
    fileOf(`${of}-oc2.csv`, `CHILD,DOB,SDQ_SCORE,CONVICTED\n${of},05/06/2008,4,0\n`),
  ]
  const named = (groups: readonly (readonly SourceFile[])[]): string[][] =>
    groups.map(group => group.map(file => file.name).toSorted())

  it('tells five years apart by their names', () => {
    const files = [2019, 2017, 2018].flatMap(year)
    expect(named(ssda903.group(files))).toEqual([2017, 2018, 2019].map(of => named([year(of)])[0]))
  })

  it('tells them apart by what is in them where the names say nothing', () => {
    const plain = (of: number) =>
      year(of).map((file, place) => ({
        ...file,
        name: `download ${(of * 7 + place * 3) % 11}.csv`,
      }))
    const files = [2019, 2017].flatMap(plain).toReversed()
    expect(named(ssda903.group(files))).toEqual([2017, 2019].map(of => named([plain(of)])[0]))
  })

  it('tells them apart by their folders', () => {
    const inFolder = (of: number) =>
      year(of).map(file => ({ ...file, name: `${of}/${file.name.slice(5)}` }))
    expect(named(ssda903.group([2018, 2017].flatMap(inFolder)))).toEqual(
      [2017, 2018].map(of => named([inFolder(of)])[0]),
    )
  })

  it('keeps a second file of a table with its return, and says so', async () => {
    const more = fileOf(
      '2018-episodes_late.csv',
      'CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC\n7,02/05/2018,S,V2,N1,U4,,\n',
    )
    const groups = ssda903.group([...year(2018), more])
    expect(groups).toHaveLength(1)
    const extract = await load(...(groups[0] ?? []))
    expect(rowsOf(extract, 'careEpisodes')).toHaveLength(2)
    expect(said(extract.refusals)).toContain('null null doubtful table-twice')
  })
})

describe('other files', () => {
  it.each([
    ['a photo', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 1])],
    ['a PDF', new TextEncoder().encode('%PDF-1.7')],
    ['an empty file', new Uint8Array()],
    ['another table', new TextEncoder().encode('name,phone\nx,1\n')],
    ['other XML', new TextEncoder().encode('<?xml version="1.0"?><Message/>')],
    ['noise', Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7])],
  ])('%s is not claimed, and is refused in a sentence where it comes', async (_, bytes) => {
    expect(ssda903.claims({ name: 'episodes.csv', bytes })).toBe(false)
    const { extract, refusals } = await ssda903.read([{ name: 'episodes.csv', bytes }])
    expect(extract).toBe(null)
    expect(refusals).toHaveLength(1)
    expect(refusals[0]).toMatchObject({ effect: 'file-refused' })
    expect(refusals[0]?.message).toMatch(/^[A-Z].*\.$/)
  })

  it('reads the tables from the sheets of a workbook, and refuses the other sheets', async () => {
    const words = (row: readonly string[]) => row.map(value => ({ value, type: String }))
    const bytes = await writeExcelFile([
      {
        sheet: 'Kids',
        data: [
          ['CHILD', 'SEX', 'DOB', 'ETHNIC'],
          ['11', 'M', '05/06/2008', 'WBRI'],
        ].map(words),
      },
      {
        sheet: 'Stays',
        data: [
          ['CHILD', 'DECOM', 'RNE', 'LS', 'DEC'],
          ['11', '02/05/2019', 'S', 'V2', ''],
        ].map(words),
      },
      { sheet: 'Notes', data: [words(['by hand'])] },
    ]).toBuffer()
    const file = { name: 'return.xlsx', bytes: new Uint8Array(bytes) }
    expect(ssda903.claims(file)).toBe(true)
    const extract = await load(file)
    expect(rowsOf(extract, 'careEpisodes')).toHaveLength(1)
    expect(rowsOf(extract, 'children')).toMatchObject([{ child: '11', sex: 'M' }])
    expect(extract.refusals.filter(each => each.effect === 'file-refused')).toMatchObject([
      { sourceList: 'Notes', code: 'sheet-not-of-return' },
    ])
  })

  it('never throws, and accounts for every row, whatever the cells hold', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '11',
        'S',
        'V2',
        'U4',
        '02/05/2019',
        '31/02/2019',
        '2019-06-01',
        '"',
        'NULL',
        'X1',
      ),
      fc.string({ maxLength: 8 }),
    )
    const rows = fc.array(fc.array(cell, { minLength: 8, maxLength: 9 }), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(rows, async cells => {
        const text = cells.map(row => row.join(',')).join('\n')
        const { extract } = await ssda903.read(
          [fileOf('e.csv', `CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC\n${text}\n`)],
          { asOf: 18_352 },
        )
        for (const report of extract?.reports ?? []) {
          expect(report.rowsTaken + report.rowsRefused).toBe(report.rowsFound)
          const refused = extract?.refusals.filter(each => each.effect === 'row-refused') ?? []
          expect(refused).toHaveLength(report.rowsRefused)
        }
      }),
    )
  })
})
