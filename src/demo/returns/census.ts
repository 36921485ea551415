import { type Day, dayOf, isoDay } from '#calendar'
import type { SourceFile } from '#extracts'
import { closures, disabilities, ethnicities, factorsIn, needs, sources } from '../codes.ts'
import type { County } from '../county.ts'
import { NONE } from '../sheet.ts'

/** Categories of abuse in the census's own words, in the order of `abuses`. */
const categories = ['NEG', 'PHY', 'SAB', 'EMO', 'MUL']

/**
 * The children in need census of the year to 31 March: every referral with a day of need in the
 * year, in the collection's XML. An authority that does not exist has the number 999.
 */
export function censusReturn(county: County, year: number): SourceFile {
  const from = dayOf(year - 1, 4, 1) ?? 0
  const to = dayOf(year, 3, 31) ?? 0
  const { referrals } = county.happened
  const byChild = new Map<number, number[]>()
  for (let row = 0; row < referrals.length; row++) {
    if (referrals.get(row, 'from') > to || referrals.get(row, 'to') < from) continue
    const rows = byChild.get(referrals.get(row, 'child')) ?? []
    rows.push(row)
    byChild.set(referrals.get(row, 'child'), rows)
  }
  const parts = partsOf(county)
  const children = [...byChild].map(([child, rows]) => childOf(county, child, rows, parts, to))
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<Message>
<Header>
<CollectionDetails><Collection>CIN</Collection><Year>${year}</Year><ReferenceDate>${isoDay(to)}</ReferenceDate></CollectionDetails>
<Source><SourceLevel>L</SourceLevel><LEA>999</LEA><SoftwareCode>Sightline demo</SoftwareCode><SerialNo>1</SerialNo><DateTime>${isoDay(to)}T09:00:00</DateTime></Source>
</Header>
<Children>
${children.join('\n')}
</Children>
</Message>
`
  return { name: `cin-census-${year}.xml`, bytes: new TextEncoder().encode(text) }
}

const element = (name: string, value: string): string =>
  value === '' ? '' : `<${name}>${value}</${name}>`

/** The day, or nothing where it is not recorded or comes after the census. */
const dayIn = (name: string, day: Day, to: Day): string =>
  day === NONE || day > to ? '' : element(name, isoDay(day))

/** The rows of each referral's parts. */
interface Parts {
  readonly assessments: ReadonlyMap<number, readonly number[]>
  readonly enquiries: ReadonlyMap<number, readonly number[]>
  readonly needPlans: ReadonlyMap<number, readonly number[]>
  readonly plans: ReadonlyMap<number, readonly number[]>
  readonly reviews: ReadonlyMap<number, readonly number[]>
  readonly conferences: ReadonlyMap<number, number>
  readonly plansOfChild: ReadonlyMap<number, readonly number[]>
}

function partsOf(county: County): Parts {
  const { assessments, enquiries, needPlans, plans, protectionReviews, conferences } =
    county.happened
  const places = (length: number) => Array.from({ length }, (_, row) => row)
  const by = (length: number, of: (row: number) => number) => Map.groupBy(places(length), of)
  return {
    assessments: by(assessments.length, row => assessments.get(row, 'referral')),
    enquiries: by(enquiries.length, row => enquiries.get(row, 'referral')),
    needPlans: by(needPlans.length, row => needPlans.get(row, 'referral')),
    plans: by(plans.length, row => plans.get(row, 'referral')),
    reviews: by(protectionReviews.length, row => protectionReviews.get(row, 'plan')),
    plansOfChild: by(plans.length, row => plans.get(row, 'child')),
    conferences: new Map(
      places(conferences.length).map(row => [conferences.get(row, 'enquiry'), row]),
    ),
  }
}

function childOf(
  county: County,
  child: number,
  rows: readonly number[],
  parts: Parts,
  to: Day,
): string {
  const { people } = county.happened
  const born = people.get(child, 'born')
  const unborn = born > to
  const disability = disabilities[people.get(child, 'disability')] ?? ''
  return [
    '<Child><ChildIdentifiers>',
    element('LAchildID', String(1_000_000 + child)),
    element('UPNunknown', 'UN3'),
    element(unborn ? 'ExpectedPersonBirthDate' : 'PersonBirthDate', isoDay(born)),
    element('Sex', unborn ? 'U' : (['F', 'M', 'U'][people.get(child, 'sex')] ?? 'U')),
    dayIn('PersonDeathDate', people.get(child, 'died'), to),
    '</ChildIdentifiers><ChildCharacteristics>',
    element('Ethnicity', ethnicities[people.get(child, 'ethnicity')] ?? 'NOBT'),
    `<Disabilities>${element('Disability', disability === '' ? 'NONE' : disability)}</Disabilities>`,
    '</ChildCharacteristics>',
    ...rows.map(row => detailsOf(county, row, parts, to)),
    '</Child>',
  ].join('')
}

function detailsOf(county: County, row: number, parts: Parts, to: Day): string {
  const { referrals, assessments, factors, needPlans } = county.happened
  const closed = referrals.get(row, 'to') <= to
  return [
    '<CINdetails>',
    element('CINreferralDate', isoDay(referrals.get(row, 'from'))),
    element('ReferralSource', sources[referrals.get(row, 'source')]?.[0] ?? '8'),
    element('PrimaryNeedCode', needs[referrals.get(row, 'need')] ?? ''),
    dayIn('CINclosureDate', referrals.get(row, 'to'), to),
    element('ReasonForClosure', closed ? (closures[referrals.get(row, 'closed')] ?? '') : ''),
    ...(parts.assessments.get(row) ?? [])
      .filter(each => assessments.get(each, 'from') <= to)
      .map(each => {
        const done = assessments.get(each, 'to') <= to
        // The factors of an assessment stand in the row of the same place.
        const found = factorsIn(factors.get(each, 'low'), factors.get(each, 'high'))
        const codes = found.map(code => element('AssessmentFactors', code)).join('')
        return `<Assessments>${dayIn('AssessmentActualStartDate', assessments.get(each, 'from'), to)}${dayIn('AssessmentAuthorisationDate', assessments.get(each, 'to'), to)}${done ? element('FactorsIdentifiedAtAssessment', codes) : ''}</Assessments>`
      }),
    ...(parts.needPlans.get(row) ?? [])
      .filter(each => needPlans.get(each, 'from') <= to)
      .map(
        each =>
          `<CINPlanDates>${dayIn('CINPlanStartDate', needPlans.get(each, 'from'), to)}${dayIn('CINPlanEndDate', needPlans.get(each, 'to'), to)}</CINPlanDates>`,
      ),
    ...(parts.enquiries.get(row) ?? []).map(each => enquiryOf(county, each, parts, to)),
    element('ReferralNFA', String(referrals.get(row, 'nfa'))),
    ...(parts.plans.get(row) ?? []).map(each => planOf(county, each, parts, to)),
    '</CINdetails>',
  ].join('')
}

function enquiryOf(county: County, row: number, parts: Parts, to: Day): string {
  const { enquiries, conferences } = county.happened
  const from = enquiries.get(row, 'from')
  if (from > to) return ''
  const conference = parts.conferences.get(row)
  const target = conference === undefined ? NONE : conferences.get(conference, 'target')
  const held = conference === undefined ? NONE : conferences.get(conference, 'on')
  const unneeded = enquiries.get(row, 'conference') === 0 && enquiries.get(row, 'to') <= to
  return `<Section47>${element('S47ActualStartDate', isoDay(from))}${dayIn('InitialCPCtarget', target, to)}${dayIn('DateOfInitialCPC', held, to)}${element('ICPCnotRequired', unneeded ? '1' : '0')}</Section47>`
}

function planOf(county: County, row: number, parts: Parts, to: Day): string {
  const { plans, protectionReviews } = county.happened
  const from = plans.get(row, 'from')
  if (from > to) return ''
  const earlier = (parts.plansOfChild.get(plans.get(row, 'child')) ?? []).filter(
    each => plans.get(each, 'from') < from,
  )
  const reviews = (parts.reviews.get(row) ?? [])
    .map(each => dayIn('CPPreviewDate', protectionReviews.get(each, 'on'), to))
    .join('')
  return `<ChildProtectionPlans>${element('CPPstartDate', isoDay(from))}${dayIn('CPPendDate', plans.get(row, 'to'), to)}${element('InitialCategoryOfAbuse', categories[plans.get(row, 'first')] ?? '')}${element('LatestCategoryOfAbuse', categories[plans.get(row, 'latest')] ?? '')}${element('NumberOfPreviousCPP', String(earlier.length))}${element('Reviews', reviews)}</ChildProtectionPlans>`
}
