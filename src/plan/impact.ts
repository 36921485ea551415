import { addMonths, type Day, longDay, monthOf, parseIsoMonth } from '#calendar'
import type { Signal } from '#signals'
import type { Line } from './line.ts'

/** Whether it made a difference. Nobody sets it: it follows from evidence. */
export const verdicts = {
  'not yet measurable': 'Not yet measurable',
  'no evidence': 'No evidence',
  improving: 'Improving',
  achieved: 'Achieved',
  sustained: 'Sustained',
  regressed: 'Regressed',
} as const
export type Verdict = keyof typeof verdicts

/** A measure of a line and what its chart says now; null where nothing was ever counted. */
export interface MeasureNow {
  readonly name: string
  readonly signal: Pick<
    Signal,
    'verdict' | 'since' | 'plateau' | 'settled' | 'assurance' | 'points'
  > | null
}

/** What a re-audit found, or what children, families and staff say. */
export interface Voice {
  readonly kind: 're-audit' | 'feedback'
  readonly says: 'better' | 'same' | 'worse'
  readonly heardOn: Day
  readonly source: string
  readonly words: string
}

export interface Impact {
  readonly verdict: Verdict
  /** A sentence for each piece of evidence. */
  readonly reasons: readonly string[]
}

export type Movement = 'unmeasured' | 'improving' | 'held' | 'same' | 'worse'

/** How many months a reached level has to hold, after closing, to be called sustained. */
export const SUSTAINED_MONTHS = 6

/** The first month of a change, as a month of the calendar. */
const monthIn = (period: string | null | undefined) =>
  period === null || period === undefined ? null : parseIsoMonth(period)

/**
 * How a measure has moved since work began. What moved before is not the work's doing; what gets
 * worse is, whoever began it, because the work has not stopped it.
 */
export function movementOf(
  { name, signal }: MeasureNow,
  startedOn: Day,
): { readonly movement: Movement; readonly words: string; readonly heldSince: number | null } {
  const since = (words: string, movement: Movement, heldSince: number | null = null) => ({
    movement,
    words: `${name}: ${words}.`,
    heldSince,
  })
  if (signal === null || signal.verdict === 'no-data') return since('no data', 'unmeasured')
  if (signal.verdict === 'not-enough-data') return since('not enough data yet', 'unmeasured')
  const start = monthOf(startedOn)
  const began = monthIn(signal.since)
  if (signal.verdict === 'worse') return since('getting worse', 'worse')
  if (signal.verdict === 'improving') {
    if (began !== null && began < start)
      return since('improving, but since before this began', 'same')
    return signal.assurance === 'will-hit'
      ? since('improving, and it will meet its target', 'held', null)
      : since('improving', 'improving')
  }
  const held = monthIn(signal.plateau?.since)
  if (signal.verdict === 'no-change' && held !== null && held >= start)
    return since('improved, and has held the level it reached', 'held', held)
  return since('has not moved', 'same')
}

/**
 * What the evidence says of a line. Measures count from when work began; of re-audits and of feedback
 * the newest counts. A person may dispute it in writing and cannot change it.
 */
export function impactOf(
  line: Pick<Line, 'startsOn' | 'madeOn' | 'closedOn' | 'delivery'>,
  measures: readonly MeasureNow[],
  voices: readonly Voice[],
  today: Day,
): Impact {
  const startedOn = line.startsOn ?? line.madeOn
  const moved = measures.map(measure => movementOf(measure, startedOn))
  const heard = newestOf(
    voices.filter(voice => voice.heardOn >= startedOn && voice.heardOn <= today),
  )
  const reasons = [...moved.map(each => each.words), ...heard.map(voiceInWords)]
  const said = (verdict: Verdict, ...more: readonly string[]): Impact => ({
    verdict,
    reasons: [...reasons, ...more],
  })
  if (measures.length === 0 && heard.length === 0)
    return said('no evidence', 'No measure is linked, and nobody has been heard.')
  const measured = moved.filter(each => each.movement !== 'unmeasured')
  const has = (...movements: readonly Movement[]) =>
    measured.some(each => movements.includes(each.movement))
  if (has('worse') || heard.some(each => each.kind === 're-audit' && each.says === 'worse'))
    return said('regressed')
  if (measured.length === 0 && heard.length === 0) return said('not yet measurable')
  const isBetter = has('improving', 'held') || heard.some(each => each.says === 'better')
  if (!isBetter)
    return line.delivery === 'not started' || startedOn > today
      ? said('not yet measurable', 'The work has not begun.')
      : said('no evidence')
  if (heard.some(each => each.says === 'worse'))
    return said(
      'no evidence',
      'Figures and voices do not agree, so it is not counted as better until they do.',
    )
  const better =
    measured.filter(each => each.movement !== 'same').length +
    heard.filter(each => each.says === 'better').length
  // One good word is not enough for a theme of ten measures that stay where they were.
  if (better * 2 < measured.length + heard.length)
    return said('no evidence', 'Some of it is better, and most of it has not moved.')
  const isReached = measured.length > 0 && measured.every(each => each.movement === 'held')
  if (!isReached || heard.some(each => each.says === 'same')) return said('improving')
  return isSustained(line.closedOn, measured, today) ? said('sustained') : said('achieved')
}

function isSustained(
  closedOn: Day | null,
  measured: readonly { readonly heldSince: number | null }[],
  today: Day,
): boolean {
  if (closedOn === null || addMonths(closedOn, SUSTAINED_MONTHS) > today) return false
  const latest = monthOf(today) - SUSTAINED_MONTHS
  return measured.every(each => each.heldSince !== null && each.heldSince <= latest)
}

/** The newest of each kind. */
function newestOf(voices: readonly Voice[]): readonly Voice[] {
  return (['re-audit', 'feedback'] as const).flatMap(kind => {
    const mine = voices.filter(voice => voice.kind === kind)
    const newest = mine.toSorted((a, b) => b.heardOn - a.heardOn)[0]
    return newest === undefined ? [] : [newest]
  })
}

function voiceInWords({ kind, says, heardOn, source }: Voice): string {
  const who = kind === 're-audit' ? 'Re-audit' : 'Feedback'
  const what = { better: 'better', same: 'no different', worse: 'worse' }[says]
  return `${who} (${source}, ${longDay(heardOn)}): ${what}.`
}

export const isGood = (verdict: Verdict): boolean =>
  verdict === 'improving' || verdict === 'achieved' || verdict === 'sustained'
