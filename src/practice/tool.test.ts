import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Grade, grades, rankOf } from './grade.ts'
import {
  type Answers,
  complianceOf,
  deriveGrade,
  noAnswers,
  type Tool,
  unanswered,
} from './tool.ts'

const anchors = {
  outstanding: 'More than good.',
  good: 'As it should be.',
  'requires improvement': 'Not yet.',
  inadequate: 'Not there.',
}
const tool: Tool = {
  key: 'test',
  version: 1,
  title: 'A tool of three standards',
  about: 'For tests.',
  standards: ['safety', 'plan', 'voice'].map(key => ({
    key,
    title: key,
    asks: `How good is the ${key}?`,
    anchors,
    limiting: key === 'safety',
    evidence: 'Say where it stands.',
    compliance: [{ key: `${key}-there`, asks: 'Is it there?' }],
  })),
}

const answered = (
  given: readonly [Grade, Grade, Grade],
  safe: Answers['safe'] = 'yes',
): Answers => ({
  ...noAnswers,
  grades: { safety: given[0], plan: given[1], voice: given[2] },
  safe,
})

test('the middle grade, and of two in the middle the worse', () => {
  expect(deriveGrade(tool, answered(['good', 'good', 'requires improvement']))?.grade).toBe('good')
  const two = {
    ...answered(['good', 'requires improvement', 'good']),
    notApplicable: { voice: 'A baby.' },
  }
  expect(deriveGrade(tool, two)?.grade).toBe('requires improvement')
})

test('one inadequate standard holds the whole at requires improvement, a limiting one at inadequate', () => {
  const held = deriveGrade(tool, answered(['outstanding', 'outstanding', 'inadequate']))
  expect(held?.grade).toBe('requires improvement')
  expect(held?.because.at(-1)).toContain('no better than requires improvement')
  expect(deriveGrade(tool, answered(['inadequate', 'good', 'good']))?.grade).toBe('inadequate')
})

test('a child who is not safe makes the audit inadequate, whatever else is answered', () => {
  expect(deriveGrade(tool, { ...noAnswers, safe: 'no' })?.grade).toBe('inadequate')
  expect(deriveGrade(tool, answered(['good', 'good', 'good'], null))).toBeNull()
})

test('the whole is never better than the best, nor more than one grade better than the worst', () => {
  const grade = fc.constantFrom(...grades)
  fc.assert(
    fc.property(grade, grade, grade, (a, b, c) => {
      const whole = rankOf(deriveGrade(tool, answered([a, b, c]))?.grade ?? 'outstanding')
      const ranks = [a, b, c].map(rankOf)
      expect(whole).toBeGreaterThanOrEqual(Math.min(...ranks))
      expect(whole).toBeGreaterThanOrEqual(Math.max(...ranks) - 1)
      expect(whole).toBeLessThanOrEqual(Math.max(...ranks))
    }),
  )
})

test('what is still open is named, and what is there is counted apart from how good it is', () => {
  expect(unanswered(tool, noAnswers)[0]).toBe('Is this child safe now?')
  const full: Answers = {
    ...answered(['good', 'good', 'good']),
    evidence: { safety: 'a', plan: 'b', voice: 'c' },
    ticks: { 'safety-there': 'yes', 'plan-there': 'no', 'voice-there': 'not applicable' },
  }
  expect(unanswered(tool, full)).toEqual([])
  expect(complianceOf(tool, full)).toEqual({ there: 1, of: 2 })
})
