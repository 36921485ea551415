import { allInspections, currentBoard, daysOfBoard, mayReadInspection } from '#inspections'
import type { CompareRooms } from '#performance'

const ofTheInspectorate: ReadonlySet<string> = new Set(['full', 'focused', 'monitoring'])

/** Days that members compare with: the last inspection that they may know of, and the last board. */
export const moments: CompareRooms['momentsOf'] = async (trx, today, viewer) => {
  const inspections = (await allInspections(trx)).filter(
    each =>
      ofTheInspectorate.has(each.kind) &&
      each.endedOn < today &&
      mayReadInspection(each, viewer, today),
  )
  const last = inspections.toSorted((a, b) => b.endedOn - a.endedOn)[0]
  const board = await currentBoard(trx)
  const met = board === null ? null : (await daysOfBoard(trx, board, today)).last
  return [
    ...(last === undefined ? [] : [{ words: 'Last inspection', on: last.endedOn }]),
    ...(met === null ? [] : [{ words: 'Last board', on: met.on }]),
  ]
}
