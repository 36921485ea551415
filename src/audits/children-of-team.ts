import { teamOfChild } from '#children'
import { type History, involvements, NOTHING, tableIn } from '#records'

/** The children whom a team works with now: those with an open allocation, in the order of the records. */
export function childrenOfTeam(history: History, team: string): readonly string[] {
  const table = tableIn(history, involvements)
  const ends = table?.columns['endedOn']?.values
  if (table === null || ends === undefined) return []
  return history.childIds.filter((_id, child) => {
    const last = table.firstRow[child + 1] ?? 0
    for (let row = table.firstRow[child] ?? 0; row < last; row++)
      if ((ends[row] ?? NOTHING) === NOTHING) return teamOfChild(history, child) === team
    return false
  })
}
