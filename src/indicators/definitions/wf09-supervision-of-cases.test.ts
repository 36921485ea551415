import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { caseSupervision } from './wf09-supervision-of-cases.ts'

test('a share of a month: children with supervision within the standard', () => {
  expect(entered(caseSupervision, 'March 2026', 1_020, 1_200)).toEqual({
    period: '31 March 2026',
    value: 85,
  })
  expect(entered(caseSupervision, 'March 2026', 0, 0).value).toBeNull()
})
