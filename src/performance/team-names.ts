import { type TeamNames, teamNamesOf } from '#indicators'
import type { Trx } from '#kit/db/index.ts'
import { teamRenames } from './store/team-names.ts'

/** What the council's teams are called now, as it is known today. */
export async function teamNamesIn(trx: Trx): Promise<TeamNames> {
  return teamNamesOf(await teamRenames(trx))
}
