import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstDayOf, lastDayOf } from '#calendar'
import { givenAway, isSmall } from '#disclosure'
import { FEWEST, grades } from '#practice'
import { alertOn, auditAt, loopOfAudit, nothing, october } from './example.ts'
import { type HeldForReport, type Report, reportOf } from './report.ts'
import { selfEvaluation } from './self-evaluation.ts'
import { joinedRows } from './tally.ts'
import { readerKeys, type Version, versionFor } from './version.ts'
import { notKnown, trendInWords } from './words.ts'

const teams = ['North', 'South', 'Leaving care']
const end = lastDayOf(october)

/** A year and a half of audits with what became of some of them. */
const reports: fc.Arbitrary<Report> = fc
  .array(
    fc.record({
      on: fc.integer({ min: firstDayOf(october - 17), max: end }),
      grade: fc.constantFrom(...grades),
      team: fc.constantFrom(...teams),
      provisional: fc.boolean().map(is => is && true),
      hours: fc.option(fc.integer({ min: 1, max: 90 })),
      closed: fc.constantFrom('open', 'verified', 'closed', 'nothing'),
    }),
    { maxLength: 120 },
  )
  .map(all => {
    const audits = all.map(({ on, grade, team, provisional }, nth) =>
      auditAt(String(nth), on, grade, { team, provisional: provisional && nth % 5 === 0 }),
    )
    const held: HeldForReport = {
      ...nothing,
      audits,
      alerts: all.flatMap(({ on, grade, hours }, nth) =>
        grade === 'inadequate' ? [alertOn(String(nth), on, hours)] : [],
      ),
      loops: all.flatMap(({ on, closed }, nth) => {
        const audit = audits[nth]
        if (audit === undefined || closed === 'nothing') return []
        return [
          loopOfAudit(audit, {
            ...(closed !== 'open' && { verifiedOn: on + 5 }),
            ...(closed === 'closed' && { againOn: on + 30 }),
            theme: nth % 3 === 0 ? 'voice' : 'plans',
          }),
        ]
      }),
    }
    return reportOf(held, october, end + 22)
  })

/** Every number of a version by what it is the number of; what is kept back is 'kept back'. */
function numbersOf(version: Version): ReadonlyMap<string, unknown> {
  const cell = (shown: Version['tallies'][number]['totals'][number] | undefined) =>
    shown?.kind === 'number' ? shown.value : shown?.kind
  return new Map<string, unknown>([
    ...version.tallies.flatMap(({ key, rows, spans, totals, together }) =>
      spans.flatMap((span, at): [string, unknown][] => [
        [`${key} total ${span}`, cell(totals[at])],
        ...rows.map((row): [string, unknown] => [`${key} ${row.key} ${span}`, cell(row.cells[at])]),
        // What the public is shown as one is what its parts come to.
        ...(together ?? [])
          .filter(one => one.rows.every(each => rows.some(row => row.key === each)))
          .map((one): [string, unknown] => [
            `${key} ${one.key} ${span}`,
            rows
              .filter(row => one.rows.includes(row.key))
              .reduce((sum, row) => sum + Number(cell(row.cells[at])), 0),
          ]),
      ]),
    ),
    ...version.shares.map(({ key, share }): [string, unknown] => [`share ${key}`, share]),
    ...version.measures.map(({ key, value }): [string, unknown] => [`measure ${key}`, value]),
    ...version.teams.map((team): [string, unknown] => [`team ${team.team}`, team]),
  ])
}

test('a number that two readers are shown is the same number', () => {
  fc.assert(
    fc.property(reports, report => {
      const [service, ...others] = readerKeys.map(key => numbersOf(versionFor(report, key)))
      for (const other of others) {
        expect([...other.keys()].filter(key => service?.has(key) !== true)).toEqual([])
        // What is kept back is missing, and never another number.
        const shown = [...other].filter(([, value]) => value !== 'kept-back' && value !== null)
        expect(shown).toEqual(shown.map(([key]) => [key, service?.get(key)]))
      }
    }),
  )
})

test('what a version says of inadequate work is the same in every version', () => {
  fc.assert(
    fc.property(reports, report => {
      const [service, board] = [versionFor(report, 'service'), versionFor(report, 'board')]
      expect(trendInWords(board)).toBe(trendInWords(service))
      expect(selfEvaluation(board)).toEqual(selfEvaluation(service))
    }),
  )
})

test('the public sees no team and nobody, no small number, and none that could be worked out', () => {
  fc.assert(
    fc.property(reports, report => {
      const version = versionFor(report, 'public')
      const { trend: _, ...shown } = version
      const said = JSON.stringify([
        shown,
        trendInWords(version),
        notKnown(version),
        selfEvaluation(version),
      ])
      for (const name of [...teams, 'Auditor of', 'Manager']) expect(said).not.toContain(name)
      for (const { key, rows, totals, spans } of version.tallies) {
        expect(spans).toHaveLength(1)
        expect(spans).not.toContain('month')
        const cells = [...rows.map(row => row.cells[0]), totals[0]]
        const small = cells.filter(cell => cell?.kind === 'number' && isSmall(cell.value))
        expect(small).toEqual([])
        const whole = report.tallies.find(each => each.key === key)
        const at = whole?.spans.findIndex(span => span !== 'month') ?? 0
        const counts = (whole === undefined ? [] : joinedRows(whole)).map(row => [
          row.counts[at] ?? 0,
        ])
        // The totals of rows are the cells themselves: what is shown of one is shown of the other.
        const table = [...rows.map(row => row.cells), totals].map(([one]) =>
          one === undefined ? [] : [one, one],
        )
        expect(counts.length > 0 ? givenAway(counts, table) : null).toBeNull()
      }
      const shares = version.shares.flatMap(({ share }) => share ?? [])
      expect(shares.filter(({ numerator }) => isSmall(numerator))).toEqual([])
    }),
  )
})

test('the board sees no team of which fewer than ten audits stand', () => {
  fc.assert(
    fc.property(reports, report => {
      const { teams: seen, teamsLeftOut } = versionFor(report, 'board')
      for (const { audits } of seen) expect(audits).toBeGreaterThanOrEqual(FEWEST)
      expect(seen.length + teamsLeftOut).toBe(report.teams.length)
    }),
  )
})

test('no share is claimed of fewer than ten, for any reader', () => {
  fc.assert(
    fc.property(reports, fc.constantFrom(...readerKeys), (report, reader) => {
      const { shares, teams: lines } = versionFor(report, reader)
      const claimed = [
        ...shares.map(({ share }) => share),
        ...lines.flatMap(({ inadequate, goodOrBetter }) => [inadequate, goodOrBetter]),
      ]
      expect(claimed.filter(share => share !== null && share.denominator < FEWEST)).toEqual([])
    }),
  )
})
