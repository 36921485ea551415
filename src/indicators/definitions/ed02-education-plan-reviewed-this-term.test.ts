import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { educationPlansThisTerm } from './ed02-education-plan-reviewed-this-term.ts'

test('a share of a term: children whose plan was reviewed in the term', () => {
  expect(entered(educationPlansThisTerm, 'spring term 2026', 380, 400)).toEqual({
    period: 'Spring term 2026',
    value: 95,
  })
  expect(entered(educationPlansThisTerm, 'spring term 2026', 0, 0).value).toBeNull()
  expect(() => entered(educationPlansThisTerm, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
