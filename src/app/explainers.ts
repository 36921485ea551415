import type { MarkingRooms } from '#performance'
import { allLines, lineThing, mayReadLine } from '#plan'

/** The lines of plans that a viewer may see: what may explain that a figure moved. */
export const explainers: MarkingRooms['explainers'] = async (trx, viewer) =>
  (await allLines(trx))
    .filter(line => line.kind !== 'theme' && line.kind !== 'milestone' && mayReadLine(viewer, line))
    .map(line => ({ thing: lineThing(line.id), title: line.title }))
    .toSorted((a, b) => a.title.localeCompare(b.title))
