import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isKind,
  type Kind,
  kinds,
  monthsKept,
  type Rule,
  ruleInWords,
  rulesInWords,
} from './rules.ts'

const rule = (kind: Kind, from: number, months: number | null, setAt = 0): Rule => ({
  kind,
  from,
  months,
  because: 'Decided by the council',
  setBy: 'p1',
  setAt: new Date(setAt),
})

test('each kind has a rule in words', () => {
  expect(rulesInWords([], 0)).toEqual([
    'extracts: Extracts of children’s records are kept for 10 years after they were loaded.',
    'sessions: Sessions of people who signed in are kept for 3 months after they ended.',
    'attempts: Counts of failed sign-ins are kept for 1 month after the last of them.',
    'looking: The record of who looked at what is kept for 13 months after they looked.',
    'openings: The record of opened children’s records and of conversations about looking is kept for 6 years after it was made.',
    'subscriptions: E-mail addresses of people who asked for news and did not confirm it are kept for 1 month after they asked.',
    'audits: The words of practice audits, and the names and references in them and in samples are kept for 6 years after the audit or the draw.',
    'auditors: Records of what auditors owed, were excused from and read are kept for 3 years after they ended or were noted.',
    'askers: E-mail addresses of people who asked a meeting, and questions that were not taken are kept for 1 year after they came.',
    'interests: Registered interests that are over are kept for 3 years after they ended.',
    '  See Localism Act 2011, section 29(3): what is over need not stay in the register (unverified: read on 22 November 2026 in the Bill as introduced, clause 29(3)).',
    '  See Localism Act 2011, section 34: no prosecution after three years (unverified: the section was not read).',
    'tokens: Tokens for programs that are good no longer are kept for 3 months after they ended.',
    'sheets: Rows of tables that were brought are kept for 1 year after they were brought.',
    'journal: The journal is kept for good.',
  ])
})

test('a decision holds from its day, until another does, and of one day the last counts', () => {
  const rules = [
    rule('extracts', 100, 84),
    rule('extracts', 200, null),
    rule('extracts', 200, 60, 5),
    rule('looking', 50, 6),
  ]
  const onDay = (day: number) => monthsKept(rules, 'extracts', day)
  expect([99, 100, 199, 200].map(onDay)).toEqual([120, 84, 84, 60])
  expect(rulesInWords(rules, 150)).toContain(
    '  from 20 July 1970: Extracts of children’s records are kept for 5 years after they were loaded.',
  )
})

test('the order in which decisions are read changes nothing', () => {
  const decisions = fc.array(
    fc.record({ from: fc.nat({ max: 20 }), months: fc.integer({ min: 1, max: 99 }) }),
  )
  fc.assert(
    fc.property(decisions, fc.nat({ max: 25 }), (made, today) => {
      const rules = made.map(({ from, months }, at) => rule('extracts', from, months, at))
      expect(monthsKept(rules.toReversed(), 'extracts', today)).toBe(
        monthsKept(rules, 'extracts', today),
      )
    }),
  )
})

test('no other word is a kind', () => {
  expect(Object.keys(kinds).every(isKind)).toBe(true)
  expect(['toString', '__proto__', 'children', ''].some(isKind)).toBe(false)
  expect(ruleInWords('extracts', 18)).toMatch(/for 18 months after/)
})
