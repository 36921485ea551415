import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ListName } from '#records'
import {
  childOf,
  codesOf,
  detailsOf,
  el,
  extractOf,
  header,
  message,
  read,
  rowsOf,
} from './invented.ts'

describe('what a data officer is told', () => {
  const told = async (...children: string[]): Promise<string[]> =>
    codesOf(await extractOf(message(header(2026), ...children)))
  const toldOf = (...more: string[]): Promise<string[]> => told(childOf('1', detailsOf(...more)))

  it('of dates that contradict each other', async () => {
    expect(await toldOf(el('CINclosureDate', '2025-04-01'), el('ReasonForClosure', 'RC7'))).toEqual(
      ['value-refused CINclosureDate closure-before-referral'],
    )
    const assessment = (from: string, to: string): string =>
      el(
        'Assessments',
        el('AssessmentActualStartDate', from),
        el('AssessmentAuthorisationDate', to),
      )
    expect(await toldOf(assessment('2025-05-02', '2025-05-01'))).toEqual([
      'value-refused AssessmentAuthorisationDate authorised-before-start',
    ])
    expect(await toldOf(assessment('2025-04-30', '2025-05-01'))).toEqual([
      'doubtful AssessmentActualStartDate start-before-referral',
    ])
    const plan = el(
      'CINPlanDates',
      el('CINPlanStartDate', '2025-06-01'),
      el('CINPlanEndDate', '2025-05-31'),
    )
    expect(await toldOf(plan)).toEqual(['value-refused CINPlanEndDate end-before-start'])
  })

  it('of a conference before its enquiry, which then is never counted as in time', async () => {
    const enquiry = el(
      'Section47',
      el('S47ActualStartDate', '2025-06-20'),
      el('DateOfInitialCPC', '2025-06-01'),
      el('ICPCnotRequired', '0'),
    )
    const extract = await extractOf(message(header(2026), childOf('1', detailsOf(enquiry))))
    expect(codesOf(extract)).toEqual(['value-refused DateOfInitialCPC conference-before-enquiry'])
    expect(rowsOf(extract, 'conferences')).toMatchObject([
      { heldOn: '2025-06-01', strategyOn: null },
    ])
    expect(rowsOf(extract, 'enquiries')).toMatchObject([{ conferenceOn: null }])
  })

  it('of dates that do not exist or are yet to come', async () => {
    const odd = childOf('1', detailsOf()).replace('2015-06-01', '2015-02-30')
    expect(await told(odd)).toEqual(['value-refused PersonBirthDate date-impossible'])
    expect(await toldOf(el('CINPlanDates', el('CINPlanStartDate', '2026-04-01')))).toEqual([
      'doubtful CINPlanStartDate date-after-reference',
    ])
  })

  it('of codes that are unknown, or unknown in that year', async () => {
    expect(await told(childOf('1', detailsOf()).replace('WBRI', 'XXXX'))).toEqual([
      'value-refused Ethnicity code-unknown',
    ])
    const closed = detailsOf(el('CINclosureDate', '2025-06-01'), el('ReasonForClosure', 'RC9'))
    expect(await told(childOf('1', closed))).toEqual([])
    const early = message(header(2021), childOf('1', closed)).replaceAll('2025-', '2020-')
    expect(codesOf(await extractOf(early))).toEqual(['doubtful ReasonForClosure code-other-year'])
  })

  it('of what is required and missing', async () => {
    const bare = el(
      'Child',
      el('ChildIdentifiers', el('LAchildID', '1')),
      el('CINdetails', el('CINreferralDate', '2025-05-01')),
    )
    expect(await told(bare)).toEqual([
      'doubtful PersonBirthDate birthday-missing',
      'doubtful Sex value-missing',
      'doubtful Ethnicity value-missing',
      'doubtful ReferralSource value-missing',
      'doubtful ReferralNFA value-missing',
      'doubtful PrimaryNeedCode need-missing',
    ])
    expect(await told(childOf('', detailsOf()), childOf('2', detailsOf()))).toEqual([
      'row-refused LAchildID identifier-missing',
    ])
    expect(await told(childOf('1', detailsOf().replace('2025-05-01', 'soon')))).toEqual([
      'value-refused CINreferralDate date-unreadable',
      'row-refused CINreferralDate date-missing',
    ])
  })

  it('of a child twice, with one birthday or two', async () => {
    const twice = message(
      header(2026),
      childOf('1', detailsOf()),
      childOf('1').replace('2015-06-01', '2016-06-01'),
    )
    const extract = await extractOf(twice)
    expect(codesOf(extract)).toEqual([
      'doubtful LAchildID child-repeated',
      'value-refused PersonBirthDate birthday-differs',
    ])
    expect(rowsOf(extract, 'children')).toMatchObject([{ bornOn: '2015-06-01' }])
    expect(await told(childOf('1', detailsOf(), detailsOf()))).toEqual([
      'row-refused CINreferralDate row-repeated',
    ])
    expect(
      await told(childOf('1', detailsOf(), detailsOf().replace('>6<', '>2A<').replace('N1', 'N2'))),
    ).toEqual(['doubtful CINreferralDate row-same-day'])
  })

  it('of a birth long after the referral, and not of a child who was expected', async () => {
    const born = (on: string): string => childOf('1', detailsOf()).replace('2015-06-01', on)
    expect(await told(born('2025-09-01'))).toEqual([])
    expect(await told(born('2026-03-01'))).toEqual([
      'doubtful CINreferralDate birth-after-referral',
    ])
    const unborn = childOf('1', detailsOf()).replaceAll(
      'PersonBirthDate',
      'ExpectedPersonBirthDate',
    )
    expect(await told(unborn.replace('2015-06-01', '2026-07-01'))).toEqual([])
  })

  it('of what stands twice where it may stand once', async () => {
    const twice = el('CINclosureDate', '2025-07-01') + el('CINclosureDate', '2025-08-01')
    const extract = await extractOf(
      message(header(2026), childOf('1', detailsOf(twice, el('ReasonForClosure', 'RC7')))),
    )
    expect(codesOf(extract)).toEqual(['doubtful CINclosureDate element-repeated'])
    expect(rowsOf(extract, 'needEpisodes')).toMatchObject([{ endedOn: '2025-07-01' }])
  })

  it('of a plan that goes on after the episode was closed', async () => {
    const plan = el(
      'ChildProtectionPlans',
      el('CPPstartDate', '2025-06-01'),
      el('InitialCategoryOfAbuse', 'NEG'),
      el('LatestCategoryOfAbuse', 'NEG'),
      el('NumberOfPreviousCPP', '0'),
    )
    const closed = [el('CINclosureDate', '2025-07-01'), el('ReasonForClosure', 'RC7')]
    expect(await toldOf(plan)).toEqual([])
    expect(await toldOf(plan, ...closed)).toEqual(['doubtful CPPstartDate plan-open-after-closure'])
  })

  it('of a header that contradicts itself or cannot be read', async () => {
    const toldOfHeader = async (top: string): Promise<string[]> =>
      codesOf(await extractOf(message(top, childOf('1', detailsOf()))))
    expect(await toldOfHeader(header(2024, '2026-03-31'))).toEqual(['doubtful Year year-differs'])
    expect(await toldOfHeader(header(2026, '2026-02-30'))).toEqual([
      'value-refused ReferenceDate date-impossible',
    ])
    expect(await toldOfHeader(header(2026, '2026-03-31T00:00:00'))).toEqual([])
  })

  it('of an element that the census does not have, with the line of each row', async () => {
    expect(await told(childOf('1', detailsOf(el('Shoe', '41'))))).toEqual([
      'doubtful Shoe element-unknown',
    ])
    const text = message(
      header(2026),
      `\n\n${childOf('1', `\n${detailsOf()}`).replace('>N1<', '>NX<')}`,
    )
    const extract = await extractOf(text)
    expect(extract.refusals).toMatchObject([{ row: 5, value: 'NX', sourceList: 'CINdetails' }])
  })
})

describe('a file that cannot be a census', () => {
  it.each([
    ['no child', message(header(2026)), 'census-empty'],
    ['no date', message('', childOf('1')), 'census-undated'],
    ['tags that do not fit', '<Message><Children></Child></Message>', 'xml-tags'],
    ['an entity', '<!DOCTYPE a [<!ENTITY b "c">]><Message/>', 'xml-doctype'],
  ])('is refused for having %s', async (_what, text, code) => {
    const { extract, refusals } = await read(text)
    expect(extract).toBeNull()
    expect(refusals.map(each => each.code)).toEqual([code])
  })

  it('is refused wherever it was cut', async () => {
    const text = message(header(2026), childOf('1', detailsOf()), childOf('2', detailsOf()))
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: text.length - 1 }), async length => {
        const { extract, refusals } = await read(text.slice(0, length))
        expect(extract).toBeNull()
        expect(refusals).toHaveLength(1)
      }),
    )
  })
})

describe('any census', () => {
  const date = fc
    .tuple(fc.integer({ min: 2012, max: 2027 }), fc.nat(13), fc.nat(31))
    .map(([year, month, day]) => [year, month, day].map(n => String(n).padStart(2, '0')).join('-'))
  const maybe = (name: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.option(value, { nil: '' }).map(text => (text === '' ? '' : el(name, text)))
  const some = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.array(arbitrary, { maxLength: 2 }).map(each => each.join(''))
  const block = (name: string, ...inside: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
    fc.tuple(...inside).map(each => el(name, ...each))
  const flag = fc.constantFrom('0', '1', 'true', 'False', 'perhaps')

  const details = block(
    'CINdetails',
    maybe('CINreferralDate', date),
    maybe('ReferralSource', fc.constantFrom('6', '1A', '77')),
    maybe('CINclosureDate', date),
    maybe('ReasonForClosure', fc.constantFrom('RC1', 'RC8', 'RC99')),
    maybe('DateOfInitialCPC', date),
    maybe('ReferralNFA', flag),
    some(
      block(
        'Assessments',
        maybe('AssessmentActualStartDate', date),
        maybe('AssessmentAuthorisationDate', date),
      ),
    ),
    some(block('CINPlanDates', maybe('CINPlanStartDate', date), maybe('CINPlanEndDate', date))),
    some(
      block(
        'Section47',
        maybe('S47ActualStartDate', date),
        maybe('InitialCPCtarget', date),
        maybe('DateOfInitialCPC', date),
        maybe('ICPCnotRequired', flag),
      ),
    ),
    some(
      block(
        'ChildProtectionPlans',
        maybe('CPPstartDate', date),
        maybe('CPPendDate', date),
        block('Reviews', some(maybe('CPPreviewDate', date))),
      ),
    ),
  )
  const child = block(
    'Child',
    block(
      'ChildIdentifiers',
      maybe('LAchildID', fc.constantFrom('1', '2', '3')),
      maybe('PersonBirthDate', date),
    ),
    some(details),
  )

  it('loses no row, and holds no spell that ends before it starts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(child, { minLength: 1, maxLength: 4 }), async children => {
        const extract = await extractOf(message(header(2026), ...children))
        for (const report of extract.reports) {
          expect(report.rowsTaken + report.rowsRefused).toBe(report.rowsFound)
          expect(report.rowsTaken).toBeGreaterThanOrEqual(0)
        }
        const spells = [...extract.tables.values()].flatMap(table => {
          const [from, to] = table.list.spell ?? ['', '']
          return (rowsOf(extract, table.list.name as ListName) ?? []).map(row => [
            row[from],
            row[to],
          ])
        })
        const backwards = spells.filter(([from, to]) => from && to && String(to) < String(from))
        expect(backwards).toEqual([])
        const unsaid = extract.refusals.filter(each => !/^[A-Z].*\.$/.test(each.message))
        expect(unsaid).toEqual([])
      }),
    )
  })
})
