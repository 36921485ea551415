import { isoMonth, longMonth, parseIsoMonth } from '#calendar'
import type { Shown } from '#disclosure'
import { FEWEST, percent, shareInWords } from '#practice'
import { sentenceOf } from '#signals'
import type { Measure, SpanKey } from './tally.ts'
import { cellIn, type ShownShare, type Version } from './version.ts'

export function spanInWords(span: SpanKey, month: number): string {
  switch (span) {
    case 'month':
      return longMonth(month)
    case 'year':
      return `Twelve months to ${longMonth(month)}`
    case 'now':
      return `At the end of ${longMonth(month)}`
  }
}

export const KEPT_BACK = 'Kept back'
export const cellInWords = (shown: Shown | undefined): string =>
  shown?.kind === 'number' ? String(shown.value) : shown?.kind === 'kept-back' ? KEPT_BACK : '–'

/** '30% (12 of 40; between …)', or why there is none. */
export function shareSays({ share, because }: Pick<ShownShare, 'share' | 'because'>): string {
  if (share !== null) return shareInWords(share)
  switch (because) {
    case 'kept back':
      return 'Kept back with the small numbers that it is made of'
    case 'few':
      return `Fewer than ${FEWEST}: no share is claimed`
    case 'none':
    case null:
      return 'None yet'
  }
}

export const shareOfKey = (version: Version, key: string): ShownShare | undefined =>
  version.shares.find(each => each.key === key)

export const measureOfKey = (version: Version, key: string): Measure | undefined =>
  version.measures.find(each => each.key === key)

/** The total of a tally where this reader may know it; null otherwise, and for nothing at all. */
export function totalShown(version: Version, tally: string, span: SpanKey): number | null {
  const total = cellIn(version.tallies, tally, 'total', span)
  return total?.kind === 'number' && total.value > 0 ? total.value : null
}

export const countShown = (version: Version, tally: string, row: string, span: SpanKey) => {
  const shown = cellIn(version.tallies, tally, row, span)
  return shown?.kind === 'number' ? shown.value : null
}

/** Whether inadequate work becomes rarer, as the chart of all months says; a plateau is called one. */
export function trendInWords({ trend, reader }: Pick<Version, 'trend' | 'reader'>): string {
  if (reader !== 'public') {
    const said = sentenceOf(trend, { name: 'Audits that found inadequate work' })
    return trend.plateau === null ? said : `${said} This is a plateau.`
  }
  if (trend.plateau !== null)
    return `Inadequate work became rarer until ${monthSaid(trend.plateau.since)}. Since then it has become no rarer: this is a plateau.`
  switch (trend.verdict) {
    case 'improving':
      return 'Inadequate work is becoming rarer, by more than chance gives.'
    case 'worse':
      return 'Inadequate work is becoming more common, by more than chance gives.'
    case 'no-change':
    case 'changed':
      return 'Month by month, the share of inadequate work goes up and down no more than chance gives. It has not been shown to change.'
    case 'not-enough-data':
    case 'no-data':
      return 'There are too few months of audits to say whether inadequate work becomes rarer.'
  }
}

function monthSaid(period: string): string {
  const month = parseIsoMonth(period)
  return month === null ? period : longMonth(month)
}

/** How much milder the first grade was than the second: '0.3 grades milder', or that none is claimed. */
export function gapInWords({ value, low, high, of }: Measure): string {
  if (value === null) return `Fewer than ${FEWEST} graded both ways: nothing is claimed`
  const size = Math.abs(value).toFixed(1)
  const between =
    low === null || high === null
      ? ''
      : `; between ${signed(low)} and ${signed(high)} in 95 of 100 such samples`
  const way = value > 0 ? 'milder' : 'stricter'
  const says = size === '0.0' ? 'As strict as each other' : `${size} of a grade ${way}`
  const sure = low !== null && high !== null && low <= 0 && high >= 0 ? ', which may be chance' : ''
  return `${says}${sure} (${of} pieces of work${between})`
}

const signed = (value: number): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)}`

/** What a report cannot say, in its own words. */
export function notKnown(version: Version): readonly string[] {
  const { gaps, month } = version
  const same = shareOfKey(version, 'same grade')
  const outside = measureOfKey(version, 'ours to inspectors')
  const few = version.shares.filter(each => each.because === 'few' && each.tally === 'grades')
  return [
    'Audits say what the work was like with the children whose records were read. They do not say what it is like for the others.',
    ...(version.isOver ? [] : [`${longMonth(month)} is not over: its numbers will grow.`]),
    ...(gaps !== null && gaps.provisional > 0
      ? [
          `${many(gaps.provisional, 'audit waits', 'audits wait')} for moderation and ${gaps.provisional === 1 ? 'is' : 'are'} in no grade yet.`,
        ]
      : []),
    ...(gaps !== null && gaps.silent > 0
      ? [
          `${many(gaps.silent, 'audit', 'audits')} found inadequate work, and nothing that ${gaps.silent === 1 ? 'it' : 'they'} found was brought to the inbox of findings: what became of it is not known.`,
        ]
      : []),
    ...(gaps !== null && gaps.later > 0
      ? [
          `${many(gaps.later, 'audit is', 'audits are')} in none of your numbers, because you are yet to be asked about the work or grade it a second time. Others’ reports have ${gaps.later === 1 ? 'it' : 'them'}.`,
        ]
      : []),
    ...(few.length > 0
      ? [`Fewer than ${FEWEST} audits were graded in a time for which no share is claimed.`]
      : []),
    ...(same?.because === 'none' || same?.because === 'few'
      ? ['How far two auditors agree on the same work: too little was graded twice in the year.']
      : []),
    ...(outside === undefined || outside.value === null
      ? ['Whether our grades are milder than an inspector’s: too little was graded from outside.']
      : []),
  ]
}

const many = (count: number, one: string, more: string): string =>
  `${count} ${count === 1 ? one : more}`

export const percentSaid = (share: { readonly numerator: number; readonly denominator: number }) =>
  percent(share.numerator / share.denominator)

export const reportPath = (month: number): string => `/audits/report/${isoMonth(month)}`
