import { expect, test } from 'vitest'
import { dayOf } from '#calendar'
import { type Grade, grades } from '#practice'
import {
  type Doubled,
  gapFigures,
  type GradedWork,
  halfYearOf,
  quarterOf,
  reliabilityFigure,
  severities,
  vignetteResult,
} from './reliability.ts'
import { standingOf, type Vignette } from './vignette.ts'
import { gapSentence, severityInWords, sinceVignettesInWords } from './pages/words.ts'

const on = dayOf(2026, 5, 14) ?? 0
const gradeAt = (rank: number): Grade => grades[rank] ?? 'inadequate'

/** The table of Gwet’s package irrCAC, cont3x3abstractors: 100 pregnancies by two abstractors. */
const abstractors = [
  [13, 0, 0],
  [0, 20, 7],
  [0, 4, 56],
]

const doubled = (
  first: number,
  second: number,
  n: number,
  more: Partial<Doubled> = {},
): Doubled => ({
  work: `work ${n}`,
  toolKey: 'whole-case-file',
  first: {
    auditorId: 'a',
    auditorName: 'Auditor A',
    grade: gradeAt(first),
    standards: { plan: gradeAt(first), voice: gradeAt(n % 3) },
  },
  second: {
    auditorId: 'b',
    auditorName: 'Auditor B',
    grade: gradeAt(second),
    standards: n < 5 ? { plan: gradeAt(second), voice: gradeAt(n % 3) } : { plan: gradeAt(second) },
  },
  on,
  ...more,
})

let n = 0
const published = abstractors.flatMap((row, a) =>
  row.flatMap((count, b) => Array.from({ length: count }, () => doubled(a, b, n++))),
)

test('agreement is that of the published example of irrCAC: 89 of 100 the same, and none two apart', () => {
  const { overall, standards, quarters } = reliabilityFigure(published)
  expect(overall.pairs).toBe(100)
  expect(overall.agreement?.exact).toBeCloseTo(0.89, 10)
  expect(overall.agreement?.adjacent).toBe(1)
  // kappa2.table(cont3x3abstractors, weights = quadratic.weights(1:3)) is 0.8921569: the fourth grade
  // that nobody gave changes all weights alike, and kappa does not change.
  expect(overall.agreement?.kappa).toBeCloseTo(0.8921569, 7)
  expect(overall.agreement?.intervals.kappa?.low).toBeLessThan(0.8921569)
  expect(quarters.map(each => each.quarter)).toEqual(['2026 Q2'])
  const voice = standards.find(each => each.key === 'voice')
  expect(voice).toEqual({
    toolKey: 'whole-case-file',
    key: 'voice',
    pairs: 5,
    agreement: null,
  })
})

test('a quarter’s figure is that of the twelve months to its end, and a change is claimed only where its interval bears it', () => {
  const day = (month: number) => (dayOf(2025, 1, 1) ?? 0) + month * 30
  // Twelve a half-year: two grades apart until vignettes begin, and the same since.
  const before = Array.from({ length: 12 }, (_, i) =>
    doubled(i % 2, (i % 2) + 2, i, { on: day(Math.floor(i / 2)) }),
  )
  const since = Array.from({ length: 12 }, (_, i) =>
    doubled(i % 4, i % 4, i, { on: day(7 + Math.floor(i / 2)) }),
  )
  const from = day(7)
  const { quarters, vignettes } = reliabilityFigure([...since, ...before], from)
  expect(quarters.map(each => [each.quarter, each.pairs])).toEqual([
    ['2025 Q1', 6],
    ['2025 Q2', 12],
    ['2025 Q3', 18],
    ['2025 Q4', 24],
  ])
  expect(quarters[0]?.agreement).toBeNull()
  expect([vignettes?.before.pairs, vignettes?.since.pairs]).toEqual([12, 12])
  expect(vignettes?.since.agreement?.ac2).toBe(1)
  expect(vignettes?.change?.interval.low).toBeGreaterThan(0)
  expect(vignettes && sinceVignettesInWords(vignettes)).toMatch(
    /^Auditors have graded vignettes since 30 July 2025\..*Agreement has risen\.$/,
  )

  const alike = reliabilityFigure(
    [...since, ...since.map(each => ({ ...each, on: each.on - 300 }))],
    from,
  )
  expect(alike.vignettes?.change?.difference).toBe(0)
  expect(alike.vignettes && sinceVignettesInWords(alike.vignettes)).toContain(
    'no larger than chance',
  )
  const few = reliabilityFigure([...since, ...before.slice(0, 9)], from).vignettes
  expect(few?.change).toBeNull()
  expect(few && sinceVignettesInWords(few)).toContain(
    '9 before and 12 since were graded twice. With fewer than 10',
  )
})

test('with fewer than ten nothing is claimed', () => {
  const { overall } = reliabilityFigure(published.slice(0, 9))
  expect(overall).toEqual({ pairs: 9, agreement: null })
})

test('severity is by person and drifts by quarter', () => {
  const later = dayOf(2026, 8, 1) ?? 0
  const work = Array.from({ length: 24 }, (_, k) =>
    k < 12 ? doubled(1, 2, k) : doubled(1, 1, k, { on: later }),
  )
  const [mild, strict] = severities(work)
  expect(strict).toMatchObject({ auditor: 'b', name: 'Auditor B', severity: expect.closeTo(0.25) })
  expect(mild?.quarters.map(each => [each.quarter, each.severity.severity])).toEqual([
    ['2026 Q2', expect.closeTo(-0.5)],
    ['2026 Q3', expect.closeTo(0)],
  ])
  expect(strict && severityInWords(strict)).toContain('stricter')
  const few = severities(work.slice(0, 3))[0]
  expect(few && severityInWords(few)).toContain('fewer than 10')
})

const graded = (own: number, moderated: number, outside: number | null): GradedWork => ({
  on,
  own: gradeAt(own),
  auditor: gradeAt(own),
  moderated: gradeAt(moderated),
  outside: outside === null ? null : gradeAt(outside),
})

test('how much milder we grade ourselves, with its interval, and no figure below ten', () => {
  const works = Array.from({ length: 20 }, (_, k) =>
    graded(1, k % 2 === 0 ? 2 : 1, k < 9 ? 2 : null),
  )
  const figures = gapFigures(works)
  const [own, , outside] = figures
  expect(own?.all).toMatchObject({ pairs: 20, gap: 0.5 })
  expect(own?.all.interval?.low).toBeGreaterThan(0.1)
  expect(own?.periods.map(each => each.period)).toEqual(['2026 H1'])
  expect(outside?.all).toEqual({ pairs: 9, gap: null, interval: null })
  expect(own && gapSentence('Practitioners’ own grades', 'the moderated ones', own.all)).toBe(
    'Practitioners’ own grades were 0.50 of a grade milder than the moderated ones, over 20 audits.',
  )
  expect(outside && gapSentence('Our grades', 'the inspectors’', outside.all)).toContain(
    'nothing is claimed',
  )
  const half = (year: number, month: number) => ({
    ...graded(1, 2, null),
    on: dayOf(year, month, 1) ?? 0,
  })
  const late = gapFigures([half(2026, 1), half(2025, 12), half(2025, 3)])
  expect(late[0]?.periods.map(each => each.period)).toEqual(['2025 H1', '2025 H2', '2026 H1'])
  const same = gapFigures(
    Array.from({ length: 12 }, (_, k) => graded(1, k % 2 === 0 ? 2 : 0, null)),
  )
  expect(same[0] && gapSentence('Ours', 'theirs', same[0].all)).toContain('do not differ')
})

test('quarters and halves of the year are those of the calendar', () => {
  expect([1, 3, 4, 12].map(month => quarterOf(dayOf(2026, month, 1) ?? 0))).toEqual([
    '2026 Q1',
    '2026 Q1',
    '2026 Q2',
    '2026 Q4',
  ])
  expect(halfYearOf(dayOf(2026, 7, 1) ?? 0)).toBe('2026 H2')
})

const agreed = {
  plan: 'good',
  voice: 'inadequate',
  review: 'good',
  contact: 'outstanding',
  supervision: 'good',
} as const

test('a vignette is passed with enough the same, all graded, and none two grades away', () => {
  expect(vignetteResult(agreed, agreed, 80)).toMatchObject({ same: 5, passed: true })
  const near = { ...agreed, plan: 'requires improvement' } as const
  expect(vignetteResult(agreed, near, 80)).toMatchObject({ same: 4, adjacent: 5, passed: true })
  expect(vignetteResult(agreed, near, 90).passed).toBe(false)
  const far = { ...agreed, plan: 'inadequate' } as const
  expect(vignetteResult(agreed, far, 80)).toMatchObject({ same: 4, adjacent: 4, passed: false })
  expect(vignetteResult(agreed, { plan: 'good' }, 80).passed).toBe(false)
  expect(vignetteResult({}, {}, 80).passed).toBe(false)
})

test('until a vignette of the tool is passed, audits are moderated first', () => {
  const vignette: Vignette = {
    id: 'v1',
    title: 'A plan that nobody reviewed',
    words: '',
    toolKey: 'whole-case-file',
    toolVersion: 1,
    agreed,
    agreedBy: 'Five auditors',
    retired: false,
  }
  const passed = { vignetteId: 'v1', personId: 'p1', passed: true }
  const standing = (person: string, tool: string, all = [vignette]) =>
    standingOf(all, [passed], person, tool)
  expect(standing('p1', 'whole-case-file')).toBe('alone')
  expect(standing('p2', 'whole-case-file')).toBe('moderated first')
  expect(standing('p2', 'supervision')).toBe('no vignette')
  // What was passed counts when the vignette is no longer used.
  expect(standing('p1', 'whole-case-file', [{ ...vignette, retired: true }])).toBe('alone')
})
