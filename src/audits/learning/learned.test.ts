import { describe, expect, test } from 'vitest'
import { parseIsoDay } from '#calendar'
import type { Finding, Theme } from '#findings'
import { type Audit, unanswered } from '../audit.ts'
import { reachOf, themesFound, trendInWords } from './learned.ts'

const today = parseIsoDay('2026-11-22') ?? 0
const [thisYear, yearBefore] = [today - 30, today - 400]

/** So many audits of a year, the first of which found something of a theme. */
function audited(on: number, all: number, withIt: number, theme: Theme = 'plans') {
  const audits = Array.from({ length: all }, (_, nth) => auditOn(on, `${on}-${nth}`))
  const found = audits.slice(0, withIt).map(audit => ({ audit, finding: finding(theme) }))
  return { audits, found }
}

const both = (one: ReturnType<typeof audited>, other: ReturnType<typeof audited>) =>
  themesFound([...one.audits, ...other.audits], [...one.found, ...other.found], today)

describe('themes over two years', () => {
  // Newcombe 1998, Statistics in Medicine 17:873–890, table II, example (a), method 10:
  // 56 of 70 less 48 of 80 is 0.2, between 0.0524 and 0.3339.
  test('one that rises is said to, with the interval of the published example', () => {
    const [theme] = both(audited(yearBefore, 80, 48), audited(thisYear, 70, 56))
    expect(theme).toMatchObject({ theme: 'plans', findings: 104, audits: 104, open: 104 })
    expect(theme?.trend?.low).toBeCloseTo(0.0524, 4)
    expect(theme?.trend?.high).toBeCloseTo(0.3339, 4)
    expect(theme && trendInWords(theme)).toBe(
      'In more audits than the year before: +5 to +33 percentage points',
    )
  })

  test('one that falls is said to', () => {
    const [theme] = both(audited(yearBefore, 70, 56), audited(thisYear, 80, 48))
    expect(theme && trendInWords(theme)).toBe(
      'In fewer audits than the year before: −33 to −5 percentage points',
    )
  })

  test('of a plateau no change is claimed', () => {
    const [theme] = both(audited(yearBefore, 40, 20), audited(thisYear, 40, 21))
    expect(theme?.trend?.difference).toBeCloseTo(0.025, 10)
    expect(theme && trendInWords(theme)).toMatch(/^No change shown: −\d+ to \+\d+ percentage/)
  })

  test('of nine findings, or with nine audits in a year, nothing is claimed', () => {
    expect(both(audited(yearBefore, 40, 1), audited(thisYear, 40, 8))[0]?.trend).toBeNull()
    expect(both(audited(yearBefore, 40, 1), audited(thisYear, 40, 9))[0]?.trend).not.toBeNull()
    expect(both(audited(yearBefore, 9, 9), audited(thisYear, 40, 20))[0]?.trend).toBeNull()
  })

  test('two findings of one audit make its theme no more frequent', () => {
    const [before, now] = [audited(yearBefore, 20, 10), audited(thisYear, 20, 10)]
    const twice = { ...now, found: [...now.found, ...now.found] }
    const [theme] = both(before, twice)
    expect(theme).toMatchObject({ findings: 30, audits: 20 })
    expect(theme?.trend?.difference).toBe(0)
  })

  test('the themes with the most findings come first', () => {
    const themes = both(audited(yearBefore, 5, 2, 'visits'), audited(thisYear, 5, 4, 'plans'))
    expect(themes.map(each => each.theme)).toEqual(['plans', 'visits'])
  })
})

function finding(theme: Theme): Finding {
  return {
    id: '',
    number: 1,
    sourceKind: 'audit',
    source: '',
    words: '',
    theme,
    foundOn: 0,
    severity: 'medium',
    cohort: { indicator: null, dimension: null, part: null, words: null },
    state: 'in action',
    ownerId: null,
    owner: null,
    sharedWith: [],
    hiddenFrom: [],
    mergedInto: null,
    verifiedOn: null,
    verifiedWords: null,
    verifiedBy: null,
    endedOn: null,
    endedWords: null,
  }
}

function auditOn(auditedOn: number, id: string): Audit {
  return {
    id,
    number: 1,
    toolKey: 'dip-sample',
    toolVersion: 1,
    childRef: null,
    foreignKey: null,
    team: 'North',
    worker: '',
    auditorId: '',
    auditorName: '',
    reason: 'programme',
    ofAudit: null,
    sampleId: null,
    begunAt: new Date(0),
    dueOn: null,
    submittedAt: new Date(0),
    auditedOn,
    ...unanswered,
    state: 'closed',
    safe: 'yes',
    derivedGrade: 'good',
    grade: 'good',
    provisional: false,
  }
}

test('a trend is called one only where its interval is without 0', () => {
  expect(trendInWords({ trend: null })).toBe('Fewer than 10: no trend is claimed')
  expect(trendInWords({ trend: { difference: 0.2, low: 0.05, high: 0.31 } })).toBe(
    'In more audits than the year before: +5 to +31 percentage points',
  )
  expect(trendInWords({ trend: { difference: 0.1, low: -0.05, high: 0.2 } })).toBe(
    'No change shown: −5 to +20 percentage points',
  )
  expect(trendInWords({ trend: { difference: -0.2, low: -0.3, high: -0.1 } })).toContain('fewer')
})

test('who has read is counted by team, as they were when they read it', () => {
  const colleagues = [
    { id: 'a', teams: ['South'] },
    { id: 'b', teams: ['North', 'South'] },
  ]
  const readings = [
    { personId: 'a', teams: ['North'] },
    { personId: 'gone', teams: ['South'] },
  ]
  expect(reachOf(readings, colleagues)).toEqual([
    { team: 'North', read: 1, people: 2 },
    { team: 'South', read: 1, people: 2 },
  ])
})
