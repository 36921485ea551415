import { type Html } from '#kit/html/html.ts'
import { type ChartPoint, sparkline, type Tone } from '#kit/html/charts/index.ts'
import type { Direction, SignalRow } from '#kit/html/blocks.ts'
import type { Signal, SignalPoint, Verdict } from '#signals'
import type { Reading } from '../reading.ts'
import { saying, strengthInWords } from '../saying.ts'
import { valueAndNote } from '../words.ts'
import { indicatorPath } from './paths.ts'

const directions: Readonly<Record<Verdict, Direction>> = {
  improving: 'better',
  worse: 'worse',
  changed: 'same',
  'no-change': 'same',
  'not-enough-data': 'unknown',
  'no-data': 'unknown',
}

export function directionOf(signal: Signal): Direction {
  return directions[signal.verdict]
}

export function verdictInWords(signal: Signal): string {
  if (signal.verdict === 'no-change' && signal.plateau !== null) return 'Improvement stopped'
  return {
    improving: 'Improving',
    worse: 'Getting worse',
    changed: signal.direction === 'down' ? 'Lower than usual' : 'Higher than usual',
    'no-change': 'No change',
    'not-enough-data': 'Not enough data yet',
    'no-data': 'No data',
  }[signal.verdict]
}

export function chartPoints(signal: Signal): readonly ChartPoint[] {
  return signal.points.map(chartPoint)
}

function chartPoint(point: SignalPoint): ChartPoint {
  const tones = {
    improvement: 'better',
    concern: 'worse',
    high: 'other',
    low: 'other',
    common: null,
  } as const
  return {
    period: point.period,
    value: point.value,
    centre: point.centre,
    lower: point.lower,
    upper: point.upper,
    tone: tones[point.judged],
  }
}

const verdictTones: Readonly<Record<Verdict, Tone | null>> = {
  improving: 'better',
  worse: 'worse',
  changed: 'other',
  'no-change': null,
  'not-enough-data': null,
  'no-data': null,
}

/** The last three years of a series; its last point is marked as the words beside it say. */
export function smallChart(signal: Signal): Html {
  return sparkline({ points: chartPoints(signal).slice(-36), tone: verdictTones[signal.verdict] })
}

/** One indicator as a line: its name, what its chart says, the chart, and the value now. */
export function signalRow(reading: Reading): SignalRow {
  const { definition, signal, latest } = reading
  return {
    name: definition.name,
    href: indicatorPath(definition.code, reading.slice),
    direction: directionOf(signal),
    verdict: verdictInWords(signal),
    sentence: saying(reading),
    ...valueAndNote(definition, latest?.value ?? null, latest?.month ?? null),
    chart: signal.points.length > 1 ? smallChart(signal) : undefined,
    strength: strengthInWords(signal),
  }
}
