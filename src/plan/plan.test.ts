import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, isWorkingDay } from '#calendar'
import { readSheet, guessMapping } from '#findings'
import { deliveryNamed, ownersIn, planColumns, readPlan } from './bring.ts'
import { comingBack, toCarry } from './carry.ts'
import { coverageOf } from './coverage.ts'
import { cycleAt, updateDay, updateState } from './cycle.ts'
import { impactOf, type MeasureNow, type Voice } from './impact.ts'
import { flat, type Line, lineKindKeys, mayStandBelow, treeOf } from './line.ts'
import { measureId, measureOf } from './measure.ts'
import { fundingCheck, inPounds, penceFrom } from './money.ts'
import { retestsOf, slidBack } from './retest.ts'
import { differenceOf, hashOfSnapshot, isSame, snapshotOf } from './version.ts'

const on = (text: string): number => {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number)
  return dayOf(year, month, date) ?? 0
}
const today = on('2026-11-21')

const line = (id: string, more: Partial<Line> = {}): Line => ({
  id,
  planId: 'plan',
  parentId: null,
  position: 1,
  kind: 'action',
  title: `Line ${id}`,
  difference: 'Children are seen.',
  ownerId: null,
  owner: 'Head of Assessment',
  organisation: null,
  partners: [],
  startsOn: on('2025-01-01'),
  dueOn: null,
  delivery: 'on track',
  deliveryReason: '',
  forecastOn: null,
  sharedWith: [],
  madeOn: on('2025-01-01'),
  evidence: null,
  closedOn: null,
  closedBy: null,
  closedByName: null,
  carriedFrom: null,
  carriedReason: null,
  carriedTo: null,
  ...more,
})

type Now = NonNullable<MeasureNow['signal']>
const measure = (verdict: Now['verdict'], more: Partial<Now> = {}): MeasureNow => ({
  name: 'Visits in time',
  signal: {
    verdict,
    since: null,
    plateau: null,
    settled: null,
    assurance: 'none',
    points: [],
    ...more,
  },
})
const voice = (says: Voice['says'], more: Partial<Voice> = {}): Voice => ({
  kind: 'feedback',
  says,
  heardOn: on('2026-05-01'),
  source: 'Children in care council',
  words: 'We are asked.',
  ...more,
})
const held = (since: string) => measure('no-change', { plateau: { since, level: 90 } })

describe('whether it made a difference', () => {
  const verdict = (
    measures: readonly MeasureNow[],
    voices: readonly Voice[] = [],
    more: Partial<Line> = {},
  ) => impactOf(line('1', more), measures, voices, today).verdict
  test('follows from measures, re-audits and voices', () => {
    expect(verdict([])).toBe('no evidence')
    expect(verdict([measure('not-enough-data')])).toBe('not yet measurable')
    expect(verdict([{ name: 'x', signal: null }])).toBe('not yet measurable')
    expect(verdict([measure('no-change')])).toBe('no evidence')
    expect(verdict([measure('no-change')], [], { delivery: 'not started' })).toBe(
      'not yet measurable',
    )
    expect(verdict([measure('improving', { since: '2026-02' })])).toBe('improving')
    expect(verdict([measure('improving', { since: '2026-02', assurance: 'will-hit' })])).toBe(
      'achieved',
    )
    expect(verdict([held('2025-09')])).toBe('achieved')
    expect(verdict([held('2025-09')], [], { closedOn: on('2026-02-01') })).toBe('sustained')
    expect(verdict([held('2025-09')], [], { closedOn: on('2026-10-01') })).toBe('achieved')
    expect(verdict([measure('worse', { since: '2026-08' })])).toBe('regressed')
    expect(verdict([], [voice('better')])).toBe('improving')
    expect(verdict([measure('no-change'), measure('no-change')], [voice('better')])).toBe(
      'no evidence',
    )
    expect(verdict([], [voice('worse', { kind: 're-audit' })])).toBe('regressed')
  })
  test('what improved before the work began is not its doing', () => {
    expect(verdict([measure('improving', { since: '2024-06' })])).toBe('no evidence')
    expect(verdict([held('2024-06')])).toBe('no evidence')
  })
  test('a figure that gets better while children say worse is not better', () => {
    const impact = impactOf(
      line('1'),
      [measure('improving', { since: '2026-01' })],
      [voice('worse')],
      today,
    )
    expect(impact.verdict).toBe('no evidence')
    expect(impact.reasons.join(' ')).toContain('do not agree')
  })
  test('of re-audits the newest counts', () => {
    const first = voice('worse', { kind: 're-audit', heardOn: on('2025-06-01') })
    const second = voice('better', { kind: 're-audit', heardOn: on('2026-06-01') })
    expect(verdict([], [second, first])).toBe('improving')
  })

  const someMeasure = fc.record({
    verdict: fc.constantFrom(
      'improving',
      'worse',
      'no-change',
      'not-enough-data',
      'no-data',
    ) as fc.Arbitrary<Now['verdict']>,
    since: fc.constantFrom(null, '2024-01', '2025-08', '2026-05'),
    plateau: fc.constantFrom(null, '2024-01', '2025-08'),
  })
  const someMeasures = fc.array(someMeasure, { maxLength: 4 }).map(all =>
    all.map(each =>
      measure(each.verdict, {
        since: each.since,
        plateau: each.plateau === null ? null : { since: each.plateau, level: 1 },
      }),
    ),
  )
  const someVoices = fc.array(
    fc.record({
      kind: fc.constantFrom('re-audit' as const, 'feedback' as const),
      says: fc.constantFrom('better' as const, 'same' as const, 'worse' as const),
      heardOn: fc.integer({ min: on('2024-01-01'), max: today }),
      source: fc.constant('Somebody'),
      words: fc.constant('Words'),
    }),
    { maxLength: 4 },
  )
  test('bad news never makes a verdict better, in whatever order evidence comes', () => {
    const rank = [
      'regressed',
      'no evidence',
      'not yet measurable',
      'improving',
      'achieved',
      'sustained',
    ]
    fc.assert(
      fc.property(someMeasures, someVoices, (measures, voices) => {
        const before = impactOf(line('1'), measures, voices, today).verdict
        const after = impactOf(
          line('1'),
          [...measures, measure('worse', { since: '2026-09' })],
          voices,
          today,
        ).verdict
        expect(after).toBe('regressed')
        expect(rank.indexOf(after)).toBeLessThanOrEqual(rank.indexOf(before))
        const turned = impactOf(
          line('1'),
          measures.toReversed(),
          voices.toReversed(),
          today,
        ).verdict
        // Of two voices of one day and kind either may be the newest.
        const days = voices.map(each => `${each.kind}${each.heardOn}`)
        expect(new Set(days).size < days.length || turned === before).toBe(true)
      }),
    )
  })
  test('nothing is achieved without a measure, and nothing sustained without having been closed', () => {
    fc.assert(
      fc.property(someMeasures, someVoices, fc.boolean(), (measures, voices, isClosed) => {
        const closedOn = isClosed ? on('2026-01-10') : null
        const { verdict: said } = impactOf(line('1', { closedOn }), measures, voices, today)
        expect(measures.length > 0 || !['achieved', 'sustained'].includes(said)).toBe(true)
        expect(isClosed || said !== 'sustained').toBe(true)
      }),
    )
  })
})

describe('after closing', () => {
  test('somebody looks again after six and twelve months', () => {
    const closed = line('1', { closedOn: on('2026-01-15') })
    expect(retestsOf(closed, [], today).map(each => each.state)).toEqual(['due', 'to come'])
    const looked = [voice('better', { kind: 're-audit', heardOn: on('2026-07-10') })]
    expect(retestsOf(closed, looked, today).map(each => each.state)).toEqual(['done', 'to come'])
    // One look is not two.
    expect(retestsOf(closed, looked, on('2027-02-01')).map(each => each.state)).toEqual([
      'done',
      'due',
    ])
    expect(retestsOf(line('1'), [], today)).toEqual([])
  })
  test('a measure that slides back raises the alarm, and only on what is closed', () => {
    const worse = measure('worse', { since: '2026-08' })
    expect(slidBack(line('1', { closedOn: on('2026-01-15') }), [worse, held('2025-09')])).toEqual([
      worse,
    ])
    expect(slidBack(line('1'), [worse])).toEqual([])
  })
})

describe('updates by cycle', () => {
  const plan = { cycleWeeks: 6, firstUpdateOn: on('2026-01-09') }
  test('a day nobody works is moved to the next that somebody does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 13 }),
        (nth, weeks) => {
          expect(isWorkingDay(updateDay({ ...plan, cycleWeeks: weeks }, nth))).toBe(true)
        },
      ),
    )
    // 25 December 2026 is a Friday; the Monday after is the substitute for Boxing Day.
    expect(updateDay({ cycleWeeks: 6, firstUpdateOn: on('2026-12-25') }, 0)).toBe(on('2026-12-29'))
  })
  test('the last day has come and the next has not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), days => {
        const { last, next } = cycleAt(plan, plan.firstUpdateOn - 50 + days)
        expect(next).toBeGreaterThan(plan.firstUpdateOn - 50 + days)
        expect(last ?? 0).toBeLessThanOrEqual(plan.firstUpdateOn - 50 + days)
      }),
    )
  })
  test('an update is given, due or late', () => {
    // Days: 9 January, 20 February, 3 April 2026.
    const state = (updated: string | null, day: string, more: Partial<Line> = {}) =>
      updateState(plan, line('1', more), updated === null ? null : on(updated), on(day))
    expect(state(null, '2026-02-25')).toEqual({ kind: 'late', since: on('2026-02-20') })
    expect(state('2026-01-10', '2026-02-25')).toMatchObject({ kind: 'late' })
    expect(state('2026-02-10', '2026-02-25')).toMatchObject({ kind: 'given' })
    expect(state('2026-02-24', '2026-02-25')).toMatchObject({ kind: 'given' })
    expect(state(null, '2026-02-20')).toEqual({ kind: 'due', on: on('2026-02-20') })
    expect(state(null, '2026-02-25', { madeOn: on('2026-02-22'), startsOn: null })).toMatchObject({
      kind: 'due',
    })
    expect(state(null, '2026-02-25', { closedOn: on('2026-02-01') })).toEqual({ kind: 'not asked' })
    expect(state(null, '2026-02-25', { kind: 'theme' })).toEqual({ kind: 'not asked' })
  })
})

describe('money', () => {
  test('amounts as the minutes of 2017 write them', () => {
    expect(penceFrom('£1.175m')).toBe(117_500_000)
    expect(penceFrom('800k')).toBe(80_000_000)
    expect(penceFrom('2.033m')).toBe(203_300_000)
    expect(penceFrom('£42,500')).toBe(4_250_000)
    expect(penceFrom('£9 million')).toBe(900_000_000)
    for (const text of ['', 'nine', '1,2', '£', '-5', '1.2.3m']) expect(penceFrom(text)).toBeNull()
  })
  test('a headline of £9m over lines that come to £8.588m is said', () => {
    const check = fundingCheck([858_800_000 - 117_500_000, 117_500_000], 900_000_000)
    expect(check.agrees).toBe(false)
    expect(check.words).toBe(
      'The 2 funding lines add up to £8.588m. The plan speaks of £9m, which is £412,000 more than its lines.',
    )
    expect(fundingCheck([900_000_000], 900_000_000).agrees).toBe(true)
    expect(fundingCheck([], 900_000_000).agrees).toBe(false)
    expect(fundingCheck([], null).agrees).toBe(true)
  })
  test('what is written in pounds is read as the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), pounds => {
        expect(penceFrom(inPounds(pounds * 100))).toBe(pounds * 100)
      }),
    )
  })
})

describe('the tree', () => {
  const someLines = fc
    .array(fc.record({ parent: fc.nat(40), position: fc.nat(9) }), { maxLength: 40 })
    .map(all =>
      all.map(({ parent, position }, at) =>
        line(String(at), { parentId: parent < at ? String(parent) : null, position }),
      ),
    )
  test('holds every line once, with a number of its own', () => {
    fc.assert(
      fc.property(someLines, lines => {
        const branches = flat(treeOf(lines))
        expect(branches.length).toBe(lines.length)
        expect(new Set(branches.map(each => each.number)).size).toBe(lines.length)
      }),
    )
  })
  test('of at least four levels, each below a larger kind', () => {
    const chain = lineKindKeys.map((kind, at) =>
      line(kind, { kind, parentId: lineKindKeys[at - 1] ?? null }),
    )
    expect(flat(treeOf(chain)).at(-1)).toMatchObject({ number: '1.1.1.1.1', depth: 4 })
    expect(mayStandBelow('theme', 'theme')).toBe(false)
    expect(mayStandBelow('action', null)).toBe(false)
    expect(mayStandBelow('action', 'milestone')).toBe(false)
  })
})

describe('who answers what', () => {
  const ids = fc.uniqueArray(fc.nat(9).map(String), { maxLength: 8 })
  const links = fc.array(
    fc.record({ line: fc.nat(12).map(String), asked: fc.nat(12).map(String) }),
    { maxLength: 30 },
  )
  test('says the same from both sides, and every gap is one', () => {
    fc.assert(
      fc.property(ids, ids, links, (asked, lines, all) => {
        const named = (each: readonly string[]) => each.map(id => ({ id, name: id }))
        const found = coverageOf(named(asked), named(lines), all)
        const down = found.rows.flatMap(row => row.by.map(by => `${by.id} ${row.asked.id}`))
        const across = found.columns.flatMap(column =>
          column.answers.map(one => `${column.line.id} ${one.id}`),
        )
        expect(down.toSorted()).toEqual(across.toSorted())
        for (const gap of found.unanswered)
          expect(all.some(link => link.asked === gap.id && lines.includes(link.line))).toBe(false)
      }),
    )
  })
})

describe('versions', () => {
  const plan = {
    id: 'plan',
    title: 'Plan',
    fromPlan: null,
    cycleWeeks: 6,
    firstUpdateOn: 0,
    headlinePence: null,
    headlineWords: null,
    resourceWords: null,
  }
  const none = { answers: new Map<string, string[]>(), measures: new Map<string, string[]>() }
  const of = (...lines: readonly Line[]) => snapshotOf(plan, lines, [], none)
  test('the same plan has no difference and the same seal, in whatever order its fields come back', () => {
    const snapshot = of(line('a'), line('b', { position: 2 }))
    expect(isSame(differenceOf(snapshot, of(line('a'), line('b', { position: 2 }))))).toBe(true)
    const turned = {
      ...snapshot,
      lines: snapshot.lines.map(each => ({
        fields: Object.fromEntries(Object.entries(each.fields).toReversed()),
        depth: each.depth,
        id: each.id,
      })),
    }
    expect(hashOfSnapshot(turned)).toBe(hashOfSnapshot(snapshot))
  })
  test('what is added, taken away and changed is told apart; a new number is no change', () => {
    const difference = differenceOf(
      of(line('a'), line('b', { position: 2 })),
      of(line('b', { position: 2, dueOn: on('2026-05-01') }), line('c', { position: 3 })),
    )
    expect(difference.added.map(each => each.id)).toEqual(['c'])
    expect(difference.removed.map(each => each.id)).toEqual(['a'])
    expect(difference.changed).toMatchObject([
      { line: { id: 'b' }, fields: [{ field: 'Due', before: '', after: '1 May 2026' }] },
    ])
  })
})

describe('carrying forward', () => {
  test('takes open lines and what stands above them', () => {
    const lines = [
      line('theme', { kind: 'theme' }),
      line('a', { parentId: 'theme' }),
      line('b', { parentId: 'theme', closedOn: on('2026-01-01') }),
      line('other', { kind: 'theme' }),
    ]
    expect(toCarry(lines, new Set(['a', 'b'])).map(each => each.id)).toEqual(['theme', 'a'])
  })
  test('never back into a plan that a line came from', () => {
    const first = line('1', { planId: 'p1' })
    const second = line('2', { planId: 'p2', carriedFrom: '1' })
    const third = line('3', { planId: 'p3', carriedFrom: '2' })
    const all = [first, second, third]
    expect(comingBack([third], all, 'p1')).toEqual([third])
    expect(comingBack([third], all, 'p4')).toEqual([])
  })
})

describe('a plan from a spreadsheet', () => {
  const csv =
    'Improvement plan 2026,,,,,\nTheme,Project,Action,Lead,By when,RAG\n' +
    'Leadership,Supervision,Train every manager,Head of Practice,31/03/2026,Green\n' +
    ',,Audit supervision,,Ongoing,Amber\n' +
    ',,,Head of Practice / Head of Care,30/06/2026,Red\n' +
    ',Visits,See children alone,Head of Care and Head of Safeguarding,30/06/2026,Blue\n'
  const read = async () => {
    const sheet = await readSheet('plan.csv', new TextEncoder().encode(csv))
    if (sheet.kind !== 'sheet') throw new Error(sheet.message)
    return readPlan(sheet.lines, guessMapping(sheet.headings, planColumns), 'From plan.csv')
  }
  test('merged cells are filled from above, and every row is a line or is given back', async () => {
    const { drafts, refused, notes } = await read()
    expect(drafts.map(each => [each.kind, each.title, each.parent])).toEqual([
      ['theme', 'Leadership', null],
      ['project', 'Supervision', 0],
      ['action', 'Train every manager', 1],
      ['action', 'Audit supervision', 1],
      ['project', 'Visits', 0],
      ['action', 'See children alone', 4],
    ])
    expect(drafts[5]).toMatchObject({
      owner: 'Head of Care',
      partners: ['Head of Safeguarding'],
      delivery: 'complete',
    })
    expect(refused).toMatchObject([{ line: 5, message: expect.stringContaining('merged') }])
    expect(drafts[3]).toMatchObject({
      owner: null,
      dueOn: null,
      reason: 'Due as written: “Ongoing”.',
    })
    const words = notes.map(each => `${each.row} ${each.words}`).join('\n')
    expect(words).toContain('4 It has no owner.')
    expect(words).toContain('2 owners are named')
  })
  test('nothing is lost, whatever the rows', () => {
    const cell = fc.constantFrom('', 'A', 'B', 'C', 'Owner', '01/02/2026')
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 20 }),
        rows => {
          const lines = rows.map((cells, at) => ({ number: at + 2, cells }))
          const mapping = { theme: 0, project: 1, action: 2, owner: 3 }
          const { drafts, refused } = readPlan(lines, mapping, 'Plan')
          const back = new Set(refused.map(each => each.line))
          for (const { number, cells } of lines) {
            const said = cells.slice(0, 3).filter(each => each !== '')
            expect(said.length > 0 || back.has(number)).toBe(true)
            for (const title of said) expect(drafts.some(each => each.title === title)).toBe(true)
          }
          for (const draft of drafts) expect((draft.parent ?? -1) < draft.key).toBe(true)
        },
      ),
    )
  })
  test('words of councils for how it stands, and owners in one cell', () => {
    expect(
      ['BLUE', 'Green', 'amber – delayed', 'R', 'not started', '50%'].map(deliveryNamed),
    ).toEqual(['complete', 'on track', 'at risk', 'off track', 'not started', null])
    expect(ownersIn('A / B\nC')).toEqual(['A', 'B', 'C'])
  })
})

test('a measure is found again by its identifier', () => {
  for (const id of ['AS01', 'AS01/team/North / East', 'CP15/locality/Ambermouth']) {
    const found = measureOf(id)
    expect(found === null ? null : measureId(found)).toBe(id)
  }
  for (const id of ['', 'NOPE', 'AS01/county/x', 'AS01/weather/x']) expect(measureOf(id)).toBeNull()
})
