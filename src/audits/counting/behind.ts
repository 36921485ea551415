import { isoMonth, type Month } from '#calendar'
import { type Definition, nameOfPeriod, type Slice } from '#indicators'
import type { Trx } from '#kit/db/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { permits, type Viewer } from '#people'
import { shareInWords, shareOf } from '#practice'
import { allValuesOf, type SeriesValue } from '#series'
import { seeAudits } from '../policy.ts'
import { isCountedHere } from './count.ts'
import { definitionOf } from './definition.ts'

/** On the page of an indicator of audits: what its newest figure is from, and the way to those audits. */
export async function auditsBehind(
  trx: Trx,
  viewer: Viewer,
  { code }: Pick<Definition, 'code'>,
  slice: Slice,
): Promise<Html | null> {
  const definition = definitionOf(code)
  if (definition === null) return null
  const all = (await allValuesOf(trx, code)).filter(
    each => each.slice.dimension === slice.dimension && each.slice.name === slice.name,
  )
  const standing = all.filter(each => each.supersededBy === null && each.numerator !== null)
  const newest = standing.find(isCountedHere)
  if (newest === undefined || newest.numerator === null || newest.denominator === null) return null
  const counted = new Set(standing.filter(isCountedHere).map(({ month }) => month))
  const entered = standing.filter(each => !isCountedHere(each)).map(({ month }) => month)
  const both = all.filter(each => !isCountedHere(each) && counted.has(each.month))
  const name = (month: Month) => nameOfPeriod(definition, month)
  const share = shareInWords(shareOf(newest.numerator, newest.denominator))
  return html`<div class="govuk-inset-text"><p class="govuk-body">Counted from the practice audits in Sightline, ${spanOf([...counted], name)}. ${name(newest.month)}: ${share}. ${permits(seeAudits, viewer) && html`<a class="govuk-link" href="${pathOf(newest)}">See the audits behind this figure</a>`}</p>
${entered.length > 0 && html`<p class="govuk-body">Entered, because no audit of these was here: ${spanOf(entered, name)}.</p>`}
${
  both.length > 0 &&
  html`<p class="govuk-body">A figure was also entered for ${spanOf(
    both.map(({ month }) => month),
    name,
  )}. The audits come before it; it stays in the <a class="govuk-link" href="/series/${code}">history</a>.</p>`
}</div>`
}

function pathOf({ indicator, month, slice }: SeriesValue): string {
  const team = slice.dimension === 'team' ? `?team=${encodeURIComponent(slice.name)}` : ''
  return `/audits/figures/${indicator}/${isoMonth(month)}${team}`
}

/** 'March 2026', or 'from … to …, 12 periods' of those that lie between. */
function spanOf(months: readonly Month[], name: (month: Month) => string): string {
  const [first, last] = [Math.min(...months), Math.max(...months)]
  const many = new Set(months).size
  return first === last ? name(first) : `from ${name(first)} to ${name(last)} (${many} periods)`
}
