import type { AgreementWithIntervals, Gap, Interval, Severity } from '#practice'
import { longDay } from '#calendar'
import { FEWEST } from '#practice'
import type { SinceVignettes } from '../reliability.ts'

const two = (value: number): string => value.toFixed(2)
const signed = (value: number): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`

/** '0.52 (0.31 to 0.70)'; of a share '64% (51 to 75%)'. */
export function measureInWords(
  value: number | null,
  interval: Interval | null,
  isShare: boolean,
): string {
  if (value === null) return 'Cannot be said'
  const write = (each: number) => (isShare ? `${Math.round(each * 100)}%` : two(each))
  return interval === null
    ? write(value)
    : `${write(value)} (${write(interval.low)} to ${write(interval.high)})`
}

/** Whether kappa is what such studies find, above it or below. */
export function kappaInWords({ kappa, intervals }: AgreementWithIntervals): string {
  if (kappa === null || intervals.kappa === null)
    return 'Kappa cannot be said: both used one grade alone.'
  const { low, high } = intervals.kappa
  if (low > 0.5) return 'Above what studies of case audits usually find, about 0.5.'
  if (high < 0.5) return 'Below what studies of case audits usually find, about 0.5.'
  return 'As studies of case audits usually find: about 0.5, and mostly from 0.32 to 0.70.'
}

/** Whether auditors agree more or less since they grade vignettes, or that it cannot be said. */
export function sinceVignettesInWords({ from, before, since, change }: SinceVignettes): string {
  const began = `Auditors have graded vignettes since ${longDay(from)}.`
  if (change === null)
    return `${began} ${before.pairs} before and ${since.pairs} since were graded twice. With fewer than ${FEWEST} on either side nothing is claimed.`
  const ac2 = ({ agreement, pairs }: SinceVignettes['before']) =>
    `${measureInWords(agreement?.ac2 ?? null, agreement?.intervals.ac2 ?? null, false)} over ${pairs}`
  const { low, high } = change.interval
  const verdict =
    low > 0
      ? 'Agreement has risen.'
      : high < 0
        ? 'Agreement has fallen.'
        : 'The difference is no larger than chance would make it.'
  return `${began} AC2 was ${ac2(before)} before, and is ${ac2(since)} since: ${signed(change.difference)} (${signed(low)} to ${signed(high)}). ${verdict}`
}

/** '+0.42 grades (0.20 to 0.63)', or that there are too few. */
export function gapInWords({ gap, interval, pairs }: Gap): string {
  if (gap === null || interval === null) return `${pairs}: fewer than ${FEWEST}, so no figure`
  return `${signed(gap)} grades (${signed(interval.low)} to ${signed(interval.high)})`
}

/** The same as a sentence that nobody has to look anything up for. */
export function gapSentence(whose: string, beside: string, { gap, interval, pairs }: Gap): string {
  if (gap === null || interval === null)
    return `${whose}: ${pairs === 1 ? '1 audit has' : `${pairs} audits have`} both grades. With fewer than ${FEWEST} nothing is claimed.`
  const size = `${two(Math.abs(gap))} of a grade`
  if (interval.low > 0) return `${whose} were ${size} milder than ${beside}, over ${pairs} audits.`
  if (interval.high < 0)
    return `${whose} were ${size} stricter than ${beside}, over ${pairs} audits.`
  return `${whose} and ${beside} do not differ more than chance would make them, over ${pairs} audits.`
}

export function severityInWords({ severity, interval, graded }: Severity): string {
  if (graded < FEWEST || interval === null)
    return `${graded} shared: fewer than ${FEWEST}, so nothing is claimed`
  const range = `(${signed(interval.low)} to ${signed(interval.high)})`
  const word = interval.low > 0 ? 'stricter' : interval.high < 0 ? 'milder' : 'like the others'
  return `${signed(severity)} grades ${range}: ${word}`
}
