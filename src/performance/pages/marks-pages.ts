import type { Route } from '#kit/http/index.ts'
import { decideLimits, seeTargets, setTargets, writeNotes } from '#marks'
import { allow, behind } from '#people'
import { limitsPages } from './limits.ts'
import type { MarkingRooms } from './marking.ts'
import { notePages } from './notes.ts'
import { targetPages } from './targets.ts'

/** Every page on which people set something on a figure, with its guard. */
export function marksPages(rooms: MarkingRooms): readonly Route[] {
  const targets = targetPages(rooms)
  const notes = notePages(rooms)
  const limits = limitsPages(rooms)
  return [
    behind(allow(seeTargets), ...targets.see, ...notes.see, ...limits.see),
    behind(allow(setTargets), ...targets.set),
    behind(allow(writeNotes), ...notes.write),
    behind(allow(decideLimits), ...limits.decide),
  ]
}
