import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDay, parseIsoDay } from '#calendar'
import { child, date, read, readFile, rows, told, whole } from '../../../tests/annex-a/example.ts'
import { annexA } from './index.ts'
import { recognise } from './headings.ts'
import { annexLists } from './lists.ts'
import { sheetOf, writeAnnexA } from '../../../tests/annex-a/write.ts'

describe('a workbook of eleven lists', () => {
  it('fills the lists of the record', async () => {
    const extract = await read(whole())
    expect(told(extract)).toEqual([])
    expect(extract.reports.map(each => [each.sourceList, each.rowsFound, each.rowsTaken])).toEqual(
      annexLists.map(list => [list.name, 1, 1]),
    )
    expect(rows(extract, 'contacts')).toEqual([
      { child: '1', receivedOn: '2024-01-10', source: '6' },
    ])
    expect(rows(extract, 'referrals')).toEqual([
      {
        child: '1',
        referredOn: '2024-01-11',
        source: '2A',
        noFurtherAction: false,
        earlierReferrals: 1,
        team: 'North',
        worker: 'W1',
      },
    ])
    expect(rows(extract, 'conferences')).toEqual([
      {
        child: '1',
        heldOn: '2024-02-01',
        strategyOn: '2024-01-15',
        ledToPlan: true,
        team: 'North',
        worker: 'W1',
      },
    ])
    expect(rows(extract, 'protectionPlans')[0]).toMatchObject({
      firstCategory: 'NEG',
      latestCategory: 'MUL',
      earlierPlans: 0,
    })
    expect(rows(extract, 'visits')).toEqual([
      { child: '1', visitedOn: '2024-03-01', kind: 'need' },
      { child: '1', visitedOn: '2024-02-27', kind: 'protection', seenAlone: true },
      { child: '2', visitedOn: '2024-02-10', kind: 'care' },
    ])
    expect(rows(extract, 'careEpisodes')).toEqual([
      {
        child: '2',
        startedOn: '2023-06-01',
        careStartedOn: '2022-05-01',
        legalStatus: 'V2',
        need: 'N8',
        placementType: 'U4',
        provider: 'PR1',
        outsideArea: true,
        team: 'North',
        worker: 'W1',
      },
    ])
    expect(rows(extract, 'uasc')).toEqual([{ child: '2', startedOn: '2022-05-01' }])
    expect(rows(extract, 'healthChecks')).toEqual([
      { child: '2', checkedOn: '2023-10-01', kind: 'assessment' },
      { child: '2', checkedOn: '2023-09-01', kind: 'dental' },
    ])
    expect(rows(extract, 'permanencePlans')).toEqual([
      { child: '2', recordedOn: '2024-03-05', plan: 'long-term fostering' },
    ])
    expect(rows(extract, 'careLeavers')[0]).toMatchObject({
      asOn: '2024-03-05',
      eligibility: 'former',
      inTouch: 'YES',
      accommodation: 'U',
      suitable: true,
      activity: 'G5',
    })
    expect(rows(extract, 'children').map(each => each['child'])).toEqual(['1', '2', '3', '4'])
    expect(extract.tables.get('missingEpisodes')).toBeUndefined()
  })

  it('is dated by its latest event, and a stray year does not move that', async () => {
    const many = Array.from({ length: 150 }, (_, place) =>
      child(place, { receivedOn: date('2024-02-28'), source: '6' }),
    )
    const stray = child(999, { receivedOn: date('2042-02-28'), source: '6' })
    const extract = await read([sheetOf(1, [...many, stray])])
    expect(isoDay(extract.asOf)).toBe('2024-02-28')
    expect(extract.asOfBecause).toContain('One date long after it was set aside')
    expect(told(extract).slice(-1)).toEqual([
      ['doubtful', 'List 1', 152, 'Date of Contact', 'date-after-extract'],
    ])
    const contacts = extract.coverage.find(each => each.list === 'contacts')
    expect(contacts && [contacts.from, contacts.to].map(isoDay)).toEqual([
      '2023-08-29',
      '2024-02-28',
    ])
  })

  it('takes the day that it is given', async () => {
    const bytes = await writeAnnexA(whole())
    const asOf = parseIsoDay('2024-03-31') ?? 0
    const { extract } = await annexA.read([{ name: 'a.xlsx', bytes }], { asOf })
    expect(extract?.asOf).toBe(asOf)
  })
})

describe('sheets that are not as the template has them', () => {
  it('are known by their headings when they are renamed, moved and below a title', async () => {
    const sheets = whole().toReversed()
    const extract = await read(
      sheets.map(({ rows: [headings = [], ...rest] }, place) => ({
        name: `Sheet${place + 20}`,
        rows: [['Annex A: child-level data'], [], headings, ...rest],
      })),
    )
    expect(told(extract)).toEqual([])
    expect(extract.reports).toHaveLength(11)
  })

  it('keep their meaning when the columns are in any order', async () => {
    const inOrder = await read(whole())
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat(1_000)), async stream => {
        const shuffled = whole().map(({ name, rows: lines }) => {
          const order = [...(lines[0] ?? []).keys()]
            .map(place => [stream.next().value ?? 0, place] as const)
            .toSorted(([one], [other]) => one - other)
          return { name, rows: lines.map(line => order.map(([, place]) => line[place] ?? null)) }
        })
        const extract = await read(shuffled)
        for (const name of inOrder.tables.keys())
          expect(rows(extract, name)).toEqual(rows(inOrder, name))
      }),
      { numRuns: 10 },
    )
  })

  it('a missing list is said, with what cannot be read for it', async () => {
    const extract = await read(whole().filter(sheet => sheet.name !== 'List 4'))
    expect(extract.tables.has('assessments')).toBe(false)
    expect(extract.refusals).toMatchObject([
      {
        effect: 'file-refused',
        sourceList: 'List 4',
        message: 'List 4 was not in the workbook, so assessments could not be read.',
      },
    ])
  })

  it('an empty list is delivered and has no rows', async () => {
    const extract = await read([...whole().slice(0, 3), sheetOf(4, [])])
    expect(extract.tables.get('assessments')?.length).toBe(0)
  })

  it('a missing column is said, and what depends on it is not delivered', async () => {
    const sheet = sheetOf(7, [
      child(1, { startedOn: date('2024-02-01'), visitedOn: date('2024-02-20') }),
    ])
    const place = sheet.rows[0]?.indexOf('Date of latest review conference') ?? -1
    const extract = await read([
      { name: 'CP', rows: sheet.rows.map(row => row.filter((_, at) => at !== place)) },
    ])
    expect(extract.tables.has('protectionReviews')).toBe(false)
    expect(extract.tables.has('visits')).toBe(true)
    expect(told(extract)).toContainEqual([
      'doubtful',
      'List 7',
      null,
      'Date of latest review conference',
      'column-missing',
    ])
  })

  it.each([
    [
      'List_1',
      ['Child ID', 'Sex', 'Ethnic origin', 'DOB', 'Contact date', 'Source of contact'],
      'contacts',
    ],
    [
      'Contacts',
      ['ID of child', 'Gender', 'Ethnicity', 'Date of birth', 'DATE OF CONTACT ', 'contact_source'],
      'contacts',
    ],
    [
      '3. Referrals',
      [
        'child unique identifier',
        'Gender',
        'Ethnicity',
        'D.O.B',
        'Date of the Referral',
        'Referral source',
        'NFA',
      ],
      'referrals',
    ],
    [
      'S47',
      [
        'Child Unique ID',
        'S47 Start Date',
        'ICPC date',
        'ICPC not required',
        'Did ICPC result in a CP plan',
      ],
      'enquiries',
    ],
    [
      'LAC',
      [
        'Client number',
        'LAC Start Date',
        'Legal Status',
        'Placement type',
        'Placement provider',
        'LAC End Date',
        'Permanence plan',
        'Start date of placement',
      ],
      'careEpisodes',
    ],
  ] as const)('headings of %s in other words', async (name, headings, list) => {
    const line = headings.map(heading => (/date/i.test(heading) ? date('2024-01-10') : null))
    const extract = await read([{ name, rows: [headings, [7, ...line.slice(1)]] }])
    expect(rows(extract, list)).toHaveLength(1)
  })

  // The headings of the Standard Safeguarding Dataset's own query for Annex A.
  it.each([
    [
      'ChildUniqueID Gender Ethnicity DateOfBirth Age HasDisability ContinuousAssessmentStart ContinuousAssessmentChildSeen ContinuousAssessmentAuthDate CSCSupportRequired AllocatedTeam AllocatedWorker',
      4,
    ],
    [
      'ChildUniqueID Gender Ethnicity DateOfBirth Age HasDisability StratDiscussionDate InitialCPConfUnnecessary InitialCPConfDate CPConfResultInCPPlan NumberS47s12m NumberICPCs12m AllocatedTeam AllocatedWorker',
      5,
    ],
    [
      'ChildUniqueID Gender Ethnicity DateOfBirth Age HasDisability CINStartDate PrimaryNeedCode DateChildLastSeen CINClosureDate ReasonForClosure CaseStatus AllocatedTeam AllocatedWorker',
      6,
    ],
    [
      'ChildUniqueID Gender Ethnicity DateOfBirth Age UASC HasDisability LoookedAfterStartDate ChildCategoryOfNeed SubsequentLACEpisodeLast12Months MostRecentLegalStatusStart LegalStatus LatestStatutoryReviewDate LastSocialWorkVisitDate PermanencePlan LastIROVisitDate LastHealthAssessmentDate LastDentalCheckDate PlacementsLast12Months CeasedLookedAfterDate ReasonCeasedLookedAfter MostRecentPlacementStartDate PlacementType PlacementProvider PlacementPostcode PlacementURN PlacementLocation PlacementLA EpisodesChildMissingFromPlacement EpisodesChildAbsentFromPlacement AllocatedTeam AllocatedWorker',
      8,
    ],
    [
      'ChildUniqueID FamilyIdentifier Gender Ethnicity DateOfBirth Age HasDisability EnteredCareDate ADMSHOBPADecisionDate PlacementOrderDate MatchedForAdoptionDate PlacedForAdoptionDate AdoptionOrderDate DecisionReversedDate DecisionReversedReason DateFFAConsurrencyPlacement',
      10,
    ],
  ])('headings that a database wrote: %s', (headings, number) => {
    const match = recognise('query', headings.split(' '))
    expect(match?.list.number).toBe(number)
    const missing = match?.list.columns.filter(
      each => each.past !== true && !match.columns.has(each.key),
    )
    expect(missing?.map(each => each.key)).toEqual([])
  })

  it('a blank workbook, and one of something else, are refused in a sentence', async () => {
    for (const sheets of [
      [{ name: 'Sheet1', rows: [] }],
      [
        {
          name: 'Sheet1',
          rows: [
            ['Budget', 'Spend'],
            [1, 2],
          ],
        },
      ],
    ]) {
      const { extract, refusals } = await readFile(await writeAnnexA(sheets))
      expect(extract).toBeNull()
      expect(refusals.map(each => each.message)).toEqual([
        'No sheet of this file has the headings of a list of Annex A, so nothing was read.',
      ])
    }
  })

  it('a sheet that is named as a list and is not one is said', async () => {
    const extract = await read([
      ...whole().slice(0, 1),
      { name: 'List 2', rows: [] },
      { name: 'List 3', rows: [['Nothing to report'], ['for this period']] },
    ])
    expect(told(extract).slice(0, 2)).toEqual([
      ['file-refused', 'List 2', null, null, 'sheet-empty'],
      ['file-refused', 'List 3', null, null, 'sheet-not-recognised'],
    ])
  })

  it('a CSV of a single list is read like its sheet', async () => {
    const csv =
      'Child Unique ID;Gender;Ethnicity;Date of Birth;Date of Contact;Contact Source\n0012;Female;WBRI;05/04/2012;13/01/2024;Police\n'
    const file = { name: 'contacts.csv', bytes: new TextEncoder().encode(csv) }
    expect(annexA.claims(file)).toBe(true)
    expect(annexA.group([file, file])).toEqual([[file], [file]])
    const { extract } = await annexA.read([file])
    expect(extract && rows(extract, 'contacts')).toEqual([
      { child: '0012', receivedOn: '2024-01-13', source: '6' },
    ])
    const other = { name: 'x.csv', bytes: new TextEncoder().encode('CHILD,DOB,DECOM\n1,2,3\n') }
    expect(annexA.claims(other)).toBe(false)
  })
})
