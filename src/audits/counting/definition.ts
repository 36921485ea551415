import { isEntered, library, type SeriesDefinition } from '#indicators'
import { auditCodes } from './members.ts'

/** The definition of an indicator that is counted from audits; null for any other. */
export function definitionOf(code: string): SeriesDefinition | null {
  if (!auditCodes.some(each => each === code)) return null
  return library.filter(isEntered).find(each => each.code === code) ?? null
}
