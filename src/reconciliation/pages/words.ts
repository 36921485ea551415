import { longDay } from '#calendar'
import { kindWords } from '#data-quality'
import type { FrozenExtract } from '#extracts'
import type { Comparison } from '../compare.ts'
import type { Pair } from '../reconcile.ts'
import { subjectOf } from '../subject.ts'

/** 'Annex A, List 8' or 'SSDA903, Episodes'. */
export function sourceInWords(
  { kind, reports }: Pick<FrozenExtract, 'kind' | 'reports'>,
  pair: Pick<Pair, 'subject'>,
): string {
  const { from } = subjectOf(pair.subject)
  const report = reports.find(each => each.lists.includes(from))
  return report === undefined ? kindWords[kind] : `${kindWords[kind]}, ${report.sourceList}`
}

/** 'on 31 March 2026', or 'from 1 April 2025 to 31 March 2026'. */
export function whenInWords({ on, since }: Pick<Pair, 'on' | 'since'>): string {
  return since === on ? `on ${longDay(on)}` : `from ${longDay(since)} to ${longDay(on)}`
}

/** The answer in a sentence. */
export function comparedInWords(compared: Comparison): string {
  const { first, second, inBoth, onlyFirst, onlySecond } = compared
  const number = (count: number) => count.toLocaleString('en-GB')
  if (first + second === 0) return 'Neither has any.'
  if (onlyFirst.length + onlySecond.length === 0) return `Both have the same ${number(inBoth)}.`
  const apart = Math.abs(first - second)
  const counts =
    apart === 0
      ? `Both count ${number(first)}, but not the same`
      : `They are ${number(apart)} apart`
  return `${counts}: ${number(onlyFirst.length)} stand only in the first and ${number(onlySecond.length)} only in the second.`
}
