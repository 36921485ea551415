import type { Definition } from './definition.ts'
import { assessmentsIn45Days } from './definitions/as01-assessments-in-45-days.ts'
import { plansOfTwoYears } from './definitions/cp11-plans-of-two-years.ts'

/** Every indicator that Sightline counts, in the order of their codes. */
export const library: readonly Definition[] = [assessmentsIn45Days, plansOfTwoYears]

export function definitionOf(code: string): Definition | undefined {
  return library.find(each => each.code === code)
}
