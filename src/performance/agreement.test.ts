import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseIsoMonth } from '#calendar'
import { definitionOf, wholeCounty } from '#indicators'
import { type Marks, noMarks } from '#marks'
import { signalList } from '#kit/html/blocks.ts'
import { usualStandards } from '#indicators'
import { chartView } from './pages/indicator-chart.view.ts'
import { directionOf, signalRow, verdictInWords } from './pages/marks.view.ts'
import { type Reading, readingOf, signalUntil } from './reading.ts'
import { saying } from './saying.ts'

// Icon, sentence, chart, table and alert come of one signal: whatever the figures are, none of them
// says what another denies.

const first = parseIsoMonth('2019-04') ?? 0
const codes = ['AS01', 'CP09', 'FD01', 'FD10'] as const

const anyMonth = fc.record({
  denominator: fc.oneof(
    { arbitrary: fc.integer({ min: 1, max: 200 }), weight: 12 },
    { arbitrary: fc.constant(0), weight: 1 },
    { arbitrary: fc.constant(Number.NaN), weight: 1 },
  ),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
})

/** Noise about levels that step and slope, with months missing, targets and decisions on limits. */
const anyReading = fc
  .record({
    code: fc.constantFrom(...codes),
    months: fc.oneof(
      fc.array(anyMonth, { maxLength: 20 }),
      fc.array(anyMonth, { minLength: 40, maxLength: 60, size: 'max' }),
    ),
    step: fc.record({
      at: fc.integer({ min: 10, max: 50 }),
      by: fc.constantFrom(-0.4, -0.1, 0, 0.1, 0.4),
    }),
    slope: fc.oneof(fc.constant(0), fc.double({ min: -0.01, max: 0.01, noNaN: true })),
    calm: fc.oneof(fc.constant(0.1), fc.constant(0.3), fc.double({ min: 0, max: 1, noNaN: true })),
    target: fc.option(fc.integer({ min: 0, max: 100 })),
    rebase: fc.option(fc.nat(59)),
  })
  .map(({ code, months, step, slope, calm, target, rebase }): Reading => {
    const definition = definitionOf(code)
    if (definition === undefined) throw new Error(`No indicator ${code}`)
    const denominators = months.map(each => each.denominator)
    const numerators = months.map(({ denominator, share }, i) => {
      const level = 0.5 + (share - 0.5) * calm + (i >= step.at ? step.by : 0) + i * slope
      return Math.round(Math.min(1, Math.max(0, level)) * denominator)
    })
    const ended = { withdrawn: null, undone: null }
    const place = { indicator: code, slice: wholeCounty }
    const who = { setAt: new Date(0), setByName: 'A', decidedAt: new Date(0), decidedByName: 'A' }
    const marks: Marks = {
      ...noMarks,
      targets:
        target === null
          ? []
          : [
              {
                ...place,
                ...who,
                ...ended,
                id: 't',
                value: target,
                words: String(target),
                from: 0,
                until: null,
                ownerId: null,
                owner: null,
                reason: '',
              },
            ],
      rebasings:
        rebase === null
          ? []
          : [
              {
                ...place,
                ...who,
                ...ended,
                id: 'r',
                from: first + rebase,
                reason: 'x',
                wasOffered: false,
              },
            ],
    }
    return readingOf(
      definition,
      { countedAt: new Date(0), extracts: [], library: '', firstMonth: first, asOf: 0 },
      { ...place, version: definition.version, numerators, denominators },
      undefined,
      { standards: usualStandards, former: [], marks },
    )
  })

const heads: Readonly<Record<string, RegExp>> = {
  improving: /^Improving\./,
  worse: /^Getting worse\./,
  changed: /^Changed\./,
  'no-change': /^(No change[.:]|Improvement stopped\.|No longer getting worse\.)/,
  'not-enough-data': /^Not enough data yet:/,
  'no-data': /^No data\./,
}

const standsOut: Readonly<Record<string, string>> = {
  improving: 'Better',
  worse: 'Worse',
  up: 'Unusually high',
  down: 'Unusually low',
}

/** The last cell of the row of the newest month with a figure. */
function newestRow(page: string): string | undefined {
  const rows = [...page.matchAll(/<tr class="govuk-table__row">(.*?)<\/tr>/gs)].map(
    ([, row]) => row ?? '',
  )
  const known = rows.slice(1).find(row => !/No figure|No one to count|No denominator/.test(row))
  return known === undefined ? undefined : />([^<]*)<\/td>\s*$/.exec(known)?.[1]
}

test('icon, sentence, table and chart never disagree', () => {
  fc.assert(
    fc.property(anyReading, reading => {
      const { signal } = reading
      const { verdict } = signal
      expect(saying(reading)).toMatch(heads[verdict] ?? /never/)
      expect(signalRow(reading).direction).toBe(directionOf(signal))
      expect(signalRow(reading).verdict).toBe(verdictInWords(signal))
      const wants = verdict === 'changed' ? standsOut[signal.direction ?? ''] : standsOut[verdict]
      const model = { reading, may: none, explained: new Map(), limits: null }
      const page = chartView(model, '')?.toString()
      const isTabled = page !== undefined && verdict !== 'no-data'
      expect(isTabled ? newestRow(page) : '').toBe(isTabled ? (wants ?? '') : '')
      // What it will meet is said the same in words, by the mark and beside the line.
      const target =
        /As things stand it (will meet|will not meet|may or may not meet) the target/.exec(
          saying(reading),
        )
      const said = { 'will meet': 'will-hit', 'will not meet': 'will-miss' }[target?.[1] ?? '']
      expect(said ?? (target === null ? 'none' : 'may-hit-or-miss')).toBe(signal.assurance)
      expect(signal.strength > 0).toBe(standsOut[verdict] !== undefined || verdict === 'changed')
    }),
    { numRuns: 400 },
  )
})

const none = { targets: false, notes: false, limits: false }

test('nothing that is shown holds a number that is none', () => {
  fc.assert(
    fc.property(anyReading, reading => {
      const model = { reading, may: none, explained: new Map(), limits: null }
      const shown = `${chartView(model, '') ?? ''}${signalList([signalRow(reading)])}${saying(reading)}`
      expect(shown).not.toMatch(/NaN|undefined|Infinity|\[object/)
    }),
    { numRuns: 300 },
  )
})

test('what was known in an earlier month does not depend on what came after', () => {
  fc.assert(
    fc.property(anyReading, fc.nat(59), (reading, until) => {
      const before = signalUntil(reading, first + until)
      const again = signalUntil(
        { ...reading, points: reading.points.slice(0, until + 1) },
        first + until,
      )
      expect(again.verdict).toBe(before.verdict)
    }),
    { numRuns: 100 },
  )
})
