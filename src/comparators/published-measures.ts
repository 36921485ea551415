// Which published column answers which indicator. The codes are those of the DfE's Local Authority
// Interactive Tool, or say where in its children's social care dashboard a figure stands; the columns
// are those of the files behind them, as read on 21 November 2026. A measure without a column here is
// taken from any table in the same layout that has a column, or a row, of its code.

/** Columns are compared without regard to capitals, and with one underscore for whatever is no letter. */
export type Where = Readonly<Record<string, string>>

export type Column =
  | { readonly kind: 'value'; readonly where?: Where; readonly column: string }
  /** Some columns of a row over another, as a percentage. */
  | { readonly kind: 'share'; readonly columns: readonly string[]; readonly over: string }
  /** A number that is made a rate here, over the children of the year before. */
  | { readonly kind: 'per-children'; readonly column: string }
  /** Years and months with a colon between, read as months. */
  | { readonly kind: 'months'; readonly where: Where; readonly column: string }

export interface PublishedMeasure {
  /** Its published code. */
  readonly code: string
  /** The indicator that counts the same. */
  readonly indicator: string
  /** The month, 1 to 12, in which its year ends. */
  readonly yearEnds: 3 | 8 | 9 | 12
  readonly column: Column | null
  /** 100 less the published figure is what the indicator counts. */
  readonly inverse?: true
}

/** The number of children in an area in the middle of a year, which rates are made over. */
export const CHILDREN = 'population'
export const childrenColumn = {
  where: { age_group: 'Children aged 0 to 17 years' },
  column: 'population_estimate',
} as const

const MARCH = 3
const AUGUST = 8
const SEPTEMBER = 9
const DECEMBER = 12

const value = (column: string, where?: Where): Column => ({
  kind: 'value',
  column,
  ...(where !== undefined && { where }),
})
const perChildren = (column: string): Column => ({ kind: 'per-children', column })

const rateOf = (population: string): Column =>
  value('rate_per_10000', { population_type: population })
const health = (characteristic: string, breakdown: string): Column =>
  value('children_percent', { characteristic, breakdown })
const allAges = 'Health assessments: Children looked after all ages'
const leavers = (age: string, breakdown: string): Column =>
  value('care_leaver_percent', { care_leaver_age: age, breakdown })
const older = '19 to 21 years'
const younger = '17 to 18 years'
const working = 'Total in education, employment or training'
const suitable = 'Accommodation considered suitable'

const of = (
  indicator: string,
  code: string,
  column: Column | null = null,
  yearEnds: PublishedMeasure['yearEnds'] = MARCH,
): PublishedMeasure => ({ code, indicator, yearEnds, column })

export const publishedMeasures: readonly PublishedMeasure[] = [
  of('FD06', 'CPP_Total_Rateper10,000', perChildren('referral_count')),
  of('FD07', 'ReReferral', value('rereferral_percent')),
  of('FD08', 'CIN_Refferals_NFA', value('no_further_action_percent')),
  of('FD09', 'Referrals_AssessedNotNeed', value('not_in_need_percent')),
  of('FD10', 'RefBySource_Schl_%'),
  of('FD11', 'RefBySource_Police_%'),
  of('FD12', 'RefBySource_HealthServ_%'),
  of('AS01', 'Continue_Assess_Comp'),
  of('AF01', 'DfE dashboard: Domestic Abuse parent', perChildren('domestic_abuse_parent')),
  of('AF02', 'DfE dashboard: Emotional Abuse', perChildren('emotional_abuse')),
  of('AF03', 'DfE dashboard: Neglect', perChildren('neglect')),
  of('AF04', 'DfE dashboard: Child sexual exploitation', perChildren('child_sexual_exploitation')),
  of(
    'AF05',
    'DfE dashboard: Child criminal exploitation',
    perChildren('child_criminal_exploitation'),
  ),
  of('AF06', 'DfE dashboard: Going missing', perChildren('going_missing')),
  of('AF07', 'DfE dashboard: Gangs', perChildren('gangs')),
  of('AF08', 'DfE dashboard: Trafficking', perChildren('trafficking')),
  of('CN01', 'CIN', perChildren('at31_episodes')),
  of('CN04', 'CINTime2more'),
  of('CN05', 'CINTime3months'),
  of('CN06', 'CINCease3months'),
  of('CN07', 'CINTotalAb_3Term', null, AUGUST),
  of('CN08', 'CINPermAbsent_3Term', null, AUGUST),
  of('CN09', 'CIN_KS2_ExpStd_RWM', null, AUGUST),
  of('CN10', 'CIN_Avg_Attain8_KS4', null, AUGUST),
  of('CN11', 'CINFixedExclusion', null, AUGUST),
  of('CP01', 'Section_47', perChildren('section47')),
  of('CP03', 'ISCP_Conf', perChildren('icpc')),
  of('CP04', 'CP_conf_15days', {
    kind: 'share',
    columns: ['duration_0_10_days', 'duration_11_15_days'],
    over: 'icpc',
  }),
  of('CP07', 'CPP_rate', perChildren('cpp_at31')),
  of('CP08', 'CPP_Abuse_Rate', perChildren('cpp_start')),
  of('CP09', 'PrevRegCPR', value('cpp_subsequent_percent')),
  of('CP11', 'CPPlans2yrsActive', value('2_years_or_more_percent')),
  of('CP12', 'CPPlans2yrs'),
  of('CP14', 'RevCP'),
  of('CP19', 'CPPPerAbs_3Term', null, AUGUST),
  of('CP20', 'CPPTotalAb_3Term', null, AUGUST),
  of('CT01', 'CareApplications'),
  of('CA01', 'LAC', rateOf('Children looked after on 31 March each year')),
  of('CA02', 'LAC_Start_Rate', rateOf('Children starting to be looked after each year')),
  of('CA03', 'LAC_Cease_Rate', rateOf('Children ceasing to be looked after each year')),
  of('CA04', 'Unacc_Asylmn_Seek_Childn%'),
  of(
    'CA05',
    'LACStable_2016on',
    value('children_percent', {
      cla_group: 'CLA on 31 March',
      placement_stability: 'With 3 or more placements during the year',
    }),
  ),
  of(
    'CA06',
    'LAC_LongStable%',
    value('children_percent', {
      cla_group:
        'Children looked after continuously for at least 2.5 years on 31 March aged under 16 years',
      placement_stability: 'Living with the same carer for at least 2 years',
    }),
  ),
  of('CA07', 'LACDistance'),
  of('CA08', 'LAC_Foster_Placements'),
  of('CA09', 'LAC_SecHome_And_ChildHome'),
  of('CA10', 'LAC_Ind_SInd_Liv_Arr'),
  of('CA12', 'LAC_Parents_OR_Others'),
  of(
    'CA21',
    'Stability_SocialWorker',
    value('percentage', {
      cla_group: 'CLA on 31 March',
      sw_stability: '3 or more social workers during the year',
    }),
  ),
  of(
    'CA22',
    'Stability_School',
    value('percentage', {
      cla_group: 'CLA on 31 March',
      move_measure: 'Mid-year moves',
      school_stability: 'With one or more mid-year moves during the year',
    }),
  ),
  of('HE02', 'LACHealth%', health(allAges, 'Had their annual health assessment')),
  of('HE03', 'LACDental%', health(allAges, 'Had their teeth checked by a dentist')),
  of('HE04', 'LACVaccinations%', health(allAges, 'Had their immunisations up to date')),
  of(
    'HE05',
    'Emotional_LAC',
    value('children_count', {
      characteristic: 'Ages 5 to 16 years with SDQ score',
      breakdown: 'SDQ average score',
    }),
  ),
  of(
    'HE07',
    'LACSubstance',
    health(
      'Substance misuse: Children looked after all ages',
      'Identified as having a substance misuse problem',
    ),
  ),
  of(
    'HE08',
    'LAC_Convictions',
    health(
      'Convictions: Children looked after Ages 10 to 17 years',
      'Convicted or subject to youth cautions, or youth conditional cautions during the year',
    ),
  ),
  of('ED03', 'LAC_Pers_Abs', null, AUGUST),
  of('ED04', 'LAC_Over_Abs', null, AUGUST),
  of('ED05', 'LAC_Fixed_ Ex', null, AUGUST),
  of('ED06', 'LAC_KS2_ExpStd_RWM', null, AUGUST),
  of('ED07', 'LAC_KS4_AVG_Attain8', null, AUGUST),
  of('ED08', 'LAC_SEN_Statement', null, AUGUST),
  of('MI01', 'Children_missing'),
  of('PE01', 'LAC_ceased_SGO%'),
  of('PE02', 'LAC_ceased_CAO%'),
  of('PE03', '%_of LAC Adopted'),
  of('PE06', 'DfE dashboard: placement_order_match_data', {
    kind: 'months',
    column: 'number',
    where: {
      stage_of_adoption_process:
        '2. Average time between decision that child should be placed for adoption and matching of child and adopters',
      age_start_poc: 'Total',
    },
  }),
  of('FO01', 'Number_Foster_Places(New)'),
  of('LC01', 'CareLeaverEET', leavers(older, working)),
  of('LC02', 'DfE dashboard: care_leavers_activity_data 17-18', leavers(younger, working)),
  of('LC03', 'CareLeaverAcc', leavers(older, suitable)),
  of('LC04', 'DfE dashboard: care_leavers_accommodation_data 17-18', leavers(younger, suitable)),
  { ...of('LC05', 'CareLeavers_LA_NotInTouch'), inverse: true },
  of('LC09', 'LAC_19_HE', leavers(older, 'Higher education i.e. studies beyond A level')),
  of('LC10', 'CareLeaversNEET', leavers(older, 'Total not in education, employment or training')),
  of('LC11', 'StayingPut'),
  of('WF01', 'Work_Force_TO_Rate', value('turnover_rate_fte'), SEPTEMBER),
  of('WF02', 'Work_Force_Vac_Rate', value('vacancy_rate_fte'), SEPTEMBER),
  of('WF03', 'Work_Force_Agecy_Rate', value('agency_rate_fte'), SEPTEMBER),
  of('WF04', 'Vacancies_cover', value('vacancy_agency_cover_rate_fte'), SEPTEMBER),
  of('WF05', 'Work_Force_AvgNumCase_SW', value('caseload_fte'), SEPTEMBER),
  of('WF07', 'Work_Force_SWAbsence', value('absence_rate_fte'), SEPTEMBER),
  of('WF12', 'DfE dashboard: workforce_eth', null, SEPTEMBER),
  of('FI01', 'DfE dashboard: spending_data'),
  of('FI02', 'DfE dashboard: spending_per_capita'),
  of('YJ01', 'FirstYJS', null, DECEMBER),
  of('HO01', 'HospAd0-14'),
]

const byIndicator = new Map(publishedMeasures.map(each => [each.indicator, each]))

/**
 * What is published of an indicator; undefined where nothing is. What the council itself answered in
 * the yearly return (HE02Y) is what is published of the same indicator by month (HE02).
 */
export function measureOf(indicator: string): PublishedMeasure | undefined {
  return byIndicator.get(indicator) ?? byIndicator.get(indicator.replace(/Y$/, ''))
}

/** Under what a measure's numbers are kept that are not yet a rate. */
export const countKey = (code: string): string => `${code} (number)`

/** A column's name as columns are compared. */
export function plainColumn(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')
}
