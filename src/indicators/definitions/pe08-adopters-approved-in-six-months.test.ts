import { adopters } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { adoptersApprovedInSixMonths } from './pe08-adopters-approved-in-six-months.ts'

test('approved within six months of the start of stage one', () => {
  const adopter = (stage1StartedOn: string | undefined, approvedOn: string) => ({
    enquiredOn: '2025-08-01',
    approvedOn,
    ...(stage1StartedOn === undefined ? {} : { stage1StartedOn }),
  })
  const made = record()
    .had(adopters, { adopter: 'six months', ...adopter('2025-09-10', '2026-03-10') })
    .had(adopters, { adopter: 'a day more', ...adopter('2025-09-10', '2026-03-11') })
    .had(adopters, { adopter: 'start not known', ...adopter(undefined, '2026-03-10') })
  expect(made.value('2026-03', adoptersApprovedInSixMonths)).toBeCloseTo(100 / 3)
})
