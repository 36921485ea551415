import { describe, expect, it } from 'vitest'
import { dayOf, isoDay } from '#calendar'
import type { ReadExtract } from '../extract.ts'
import { cin } from './index.ts'
import { childOf, detailsOf, el, extractOf, header, message, read, rowsOf } from './invented.ts'

describe('telling the census', () => {
  const claims = (text: string): boolean =>
    cin.claims({ name: 'holiday.jpg', bytes: Buffer.from(text) })

  it('knows it by its collection, or by what it holds', () => {
    expect(claims(message(header(2026), childOf('1', detailsOf())))).toBe(true)
    expect(claims(message('', childOf('1', detailsOf())))).toBe(true)
    expect(claims(message(header(2026)))).toBe(true)
    expect(claims(`<x:Message xmlns:x="urn:x">${header(2026)}</x:Message>`)).toBe(true)
  })

  it('leaves other files alone', () => {
    expect(claims(message(header(2026).replace('CIN', 'School Census')))).toBe(false)
    expect(claims('<schema><element name="Message"/></schema>')).toBe(false)
    expect(claims('CHILD,SEX,DOB')).toBe(false)
    expect(claims('')).toBe(false)
  })
})

describe('a census as the Department asks for it', () => {
  const census = message(
    header(2026),
    el(
      'Child',
      el(
        'ChildIdentifiers',
        el('LAchildID', 'C1'),
        el('UPN', 'A123456789012'),
        el('PersonBirthDate', '2015-06-01'),
        el('Sex', 'M'),
        el('PersonDeathDate', '2026-01-05'),
      ),
      el(
        'ChildCharacteristics',
        el('Ethnicity', 'MWAS'),
        el('Disabilities', el('Disability', 'AUT'), el('Disability', 'HEAR')),
      ),
      el(
        'CINdetails',
        el('CINreferralDate', '2025-05-01'),
        el('ReferralSource', '3A'),
        el('PrimaryNeedCode', 'N1'),
        el('CINclosureDate', '2026-01-06'),
        el('ReasonForClosure', 'RC2'),
        el(
          'Assessments',
          el('AssessmentActualStartDate', '2025-05-02'),
          el('AssessmentInternalReviewDate', '2025-05-20'),
          el('AssessmentAuthorisationDate', '2025-06-10'),
          el(
            'FactorsIdentifiedAtAssessment',
            el('AssessmentFactors', '3b'),
            el('AssessmentFactors', '16A'),
          ),
        ),
        el(
          'CINPlanDates',
          el('CINPlanStartDate', '2025-06-11'),
          el('CINPlanEndDate', '2025-07-01'),
        ),
        el(
          'Section47',
          el('S47ActualStartDate', '2025-06-20'),
          el('InitialCPCtarget', '2025-07-11'),
          el('DateOfInitialCPC', '2025-07-01'),
          el('ICPCnotRequired', '0'),
        ),
        el('ReferralNFA', '0'),
        el(
          'ChildProtectionPlans',
          el('CPPstartDate', '2025-07-01'),
          el('CPPendDate', '2026-01-06'),
          el('InitialCategoryOfAbuse', 'NEG'),
          el('LatestCategoryOfAbuse', 'EMO'),
          el('NumberOfPreviousCPP', '1'),
          el('Reviews', el('CPPreviewDate', '2025-09-20'), el('CPPreviewDate', '2025-12-20')),
        ),
      ),
    ),
  )

  it('is taken whole, without a refusal', async () => {
    const extract = await extractOf(census)
    expect(extract.refusals).toEqual([])
    expect(extract).toMatchObject({
      kind: 'cin',
      title: 'Children in need census for the year to 31 March 2026',
      asOf: dayOf(2026, 3, 31),
      files: ['census.xml'],
    })
    expect(rowsOf(extract, 'children')).toEqual([
      {
        bornOn: '2015-06-01',
        sex: 'M',
        ethnicity: 'MWAS',
        disabled: true,
        diedOn: '2026-01-05',
        mother: null,
      },
    ])
    expect(rowsOf(extract, 'referrals')).toMatchObject([
      { referredOn: '2025-05-01', source: '3A', noFurtherAction: false, notInNeed: false },
    ])
    expect(rowsOf(extract, 'needEpisodes')).toMatchObject([
      { startedOn: '2025-05-01', endedOn: '2026-01-06', endReason: 'RC2', primaryNeed: 'N1' },
    ])
    expect(rowsOf(extract, 'assessments')).toMatchObject([
      { startedOn: '2025-05-02', authorisedOn: '2025-06-10', factors: '3B 16A', childSeen: null },
    ])
    expect(rowsOf(extract, 'needPlans')).toMatchObject([
      { startedOn: '2025-06-11', endedOn: '2025-07-01' },
    ])
    expect(rowsOf(extract, 'enquiries')).toMatchObject([
      {
        startedOn: '2025-06-20',
        strategyOn: '2025-06-20',
        conferenceOn: '2025-07-01',
        conferenceNotNeeded: false,
      },
    ])
    expect(rowsOf(extract, 'conferences')).toMatchObject([
      {
        heldOn: '2025-07-01',
        strategyOn: '2025-06-20',
        targetOn: '2025-07-11',
        ledToPlan: true,
      },
    ])
    expect(rowsOf(extract, 'protectionPlans')).toMatchObject([
      {
        startedOn: '2025-07-01',
        endedOn: '2026-01-06',
        firstCategory: 'NEG',
        latestCategory: 'EMO',
        earlierPlans: 1,
      },
    ])
    expect(rowsOf(extract, 'protectionReviews')).toEqual([
      { heldOn: '2025-09-20', participation: '' },
      { heldOn: '2025-12-20', participation: '' },
    ])
  })

  it('covers its year, list by list', async () => {
    const extract = await extractOf(census)
    expect(extract.coverage).toHaveLength(extract.tables.size)
    expect(extract.coverage.every(each => isoDay(each.from) === '2025-04-01')).toBe(true)
    expect(extract.coverage.every(each => isoDay(each.to) === '2026-03-31')).toBe(true)
  })

  it('is read alike in the spellings of other years and programs', async () => {
    const other = census
      .replaceAll('<Sex>M</Sex>', '<GenderCurrent>1</GenderCurrent>')
      .replaceAll('CINclosureDate', 'CINClosureDate')
      .replaceAll('DateOfInitialCPC', 'DateofInitialICPC')
      .replaceAll('<ICPCnotRequired>0</ICPCnotRequired>', '<ICPCRequired>True</ICPCRequired>')
      .replaceAll('<ReferralNFA>0</ReferralNFA>', '<ReferralNFA>false</ReferralNFA>')
      .replaceAll('<Message>', '<cin:Message xmlns:cin="urn:x">')
      .replaceAll('</Message>', '</cin:Message>')
    const [one, two] = [await extractOf(census), await extractOf(other)]
    expect(two.refusals).toEqual([])
    for (const list of one.tables.keys()) expect(rowsOf(two, list)).toEqual(rowsOf(one, list))
  })

  it('says what it does not keep', async () => {
    const withProceedings = census.replace(
      '</Reviews>',
      '</Reviews><PreProceedingsandFGDM><PPStartDate>2025-10-01</PPStartDate></PreProceedingsandFGDM>',
    )
    const extract = await extractOf(withProceedings)
    expect(extract.refusals).toEqual([])
    expect(extract.reports.map(each => [each.sourceList, each.rowsTaken])).toEqual([
      ['ChildIdentifiers', 1],
      ['CINdetails', 1],
      ['Assessments', 1],
      ['CINPlanDates', 1],
      ['Section47', 1],
      ['ChildProtectionPlans', 1],
      ['Reviews', 2],
      ['PreProceedingsandFGDM', 0],
    ])
    expect(extract.reports[0]?.notKept[0]).toMatch(/^UPN/)
  })
})

describe('the year of a census', () => {
  const yearOf = async (top: string, options = {}): Promise<string[]> => {
    const { extract } = await read(message(top, childOf('1', detailsOf())), options)
    const [first] = extract?.coverage ?? []
    return extract && first ? [first.from, first.to, extract.asOf].map(isoDay) : []
  }
  it('ends on its reference date', async () => {
    expect(await yearOf(header(2025))).toEqual(['2024-04-01', '2025-03-31', '2025-03-31'])
    expect(await yearOf(header(2022, '2022-07-21'))).toEqual([
      '2021-07-22',
      '2022-07-21',
      '2022-07-21',
    ])
  })
  it('is worked out where none is given, or given by hand', async () => {
    expect(await yearOf(el('Header', el('CollectionDetails', el('Year', 2024))))).toEqual([
      '2023-04-01',
      '2024-03-31',
      '2024-03-31',
    ])
    expect(await yearOf('')).toEqual(['2025-04-01', '2026-03-31', '2026-03-31'])
    expect(await yearOf(header(2025), { asOf: dayOf(2024, 3, 31) })).toEqual([
      '2023-04-01',
      '2024-03-31',
      '2024-03-31',
    ])
  })
})

describe('what the lists make of a referral', () => {
  const one = (...details: string[]): Promise<ReadExtract> =>
    extractOf(message(header(2026), childOf('1', ...details)))

  it('counts one with no further action as a referral and not as an episode of need', async () => {
    const extract = await one(detailsOf().replace('<ReferralNFA>0', '<ReferralNFA>1'))
    expect(rowsOf(extract, 'referrals')).toMatchObject([{ noFurtherAction: true }])
    expect(rowsOf(extract, 'needEpisodes')).toEqual([])
    expect(extract.refusals).toEqual([])
  })

  it('knows one that was found not to be in need', async () => {
    const extract = await one(
      detailsOf(el('CINclosureDate', '2025-06-01'), el('ReasonForClosure', 'RC8')),
    )
    expect(rowsOf(extract, 'referrals')).toMatchObject([{ notInNeed: true }])
  })

  it('leaves out the lists that were not delivered', async () => {
    expect([...(await one(detailsOf())).tables.keys()]).toEqual([
      'children',
      'referrals',
      'needEpisodes',
    ])
  })

  it('takes a conference from the referral only where no enquiry holds it', async () => {
    const enquiry = (start: string): string =>
      el(
        'Section47',
        el('S47ActualStartDate', start),
        el('DateOfInitialCPC', '2025-06-20'),
        el('ICPCnotRequired', 'false'),
      )
    const same = await one(
      detailsOf(el('DateOfInitialCPC', '2025-06-20'), enquiry('2025-06-02'), enquiry('2025-06-05')),
    )
    expect(rowsOf(same, 'conferences')).toMatchObject([
      { heldOn: '2025-06-20', strategyOn: '2025-06-05', ledToPlan: false },
    ])
    const other = await one(detailsOf(el('DateOfInitialCPC', '2025-08-01'), enquiry('2025-06-02')))
    expect(rowsOf(other, 'conferences')).toMatchObject([
      { heldOn: '2025-06-20' },
      { heldOn: '2025-08-01', strategyOn: null, targetOn: null },
    ])
  })

  it.each([
    ['2025-06-20', true],
    ['2025-07-11', true],
    ['2025-07-14', false],
    ['2025-06-19', false],
  ])('asks of a plan started on %s whether the conference led to it', async (started, led) => {
    // 11 July 2025 is the fifteenth working day after Friday 20 June.
    const plan = el(
      'ChildProtectionPlans',
      el('CPPstartDate', started),
      el('InitialCategoryOfAbuse', 'NEG'),
      el('LatestCategoryOfAbuse', 'NEG'),
      el('NumberOfPreviousCPP', '0'),
    )
    const extract = await one(detailsOf(el('DateOfInitialCPC', '2025-06-20'), plan))
    expect(rowsOf(extract, 'conferences')).toMatchObject([{ ledToPlan: led }])
  })

  it.each([
    [[], null],
    [['NONE'], false],
    [['LD'], true],
    [['NONE', 'LD'], true],
  ])('reads the disabilities %j', async (codes, disabled) => {
    const block = codes.length > 0 ? el('Disabilities', ...codes.map(c => el('Disability', c))) : ''
    const child = childOf('1', detailsOf()).replace('</Ethnicity>', `</Ethnicity>${block}`)
    const extract = await extractOf(message(header(2026), child))
    expect(rowsOf(extract, 'children')).toMatchObject([{ disabled }])
  })
})
