import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { workersFromMinorities } from './wf12-social-workers-from-ethnic-minorities.ts'

test('a share of a year: social workers from an ethnic minority background', () => {
  expect(entered(workersFromMinorities, '2025', 32, 128)).toEqual({
    period: '30 September 2025',
    value: 25,
  })
  expect(entered(workersFromMinorities, '2025', 0, 0).value).toBeNull()
  expect(() => entered(workersFromMinorities, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
