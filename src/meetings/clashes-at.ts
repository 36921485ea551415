import { allBodies } from '#bodies'
import type { Trx } from '#kit/db/index.ts'
import { type Clash, clashesOf, type Slot } from './clashes.ts'
import { isArranged } from './meeting.ts'
import { sittersOf } from './sight.ts'
import { allRecesses, meetingsBetween } from './store/index.ts'

/** What stands in the way of a meeting on its day: holidays, recesses, people and rooms. */
export async function clashesAt(trx: Trx, slot: Slot): Promise<readonly Clash[]> {
  const bodies = await allBodies(trx)
  const others = (await meetingsBetween(trx, slot.heldOn, slot.heldOn)).filter(isArranged)
  const own = new Set((await sittersOf(trx, slot.bodyId, slot.heldOn)).map(({ id }) => id))
  const sharing = new Map<string, number>()
  for (const { bodyId } of others) {
    if (sharing.has(bodyId) || bodyId === slot.bodyId) continue
    const theirs = await sittersOf(trx, bodyId, slot.heldOn)
    sharing.set(bodyId, theirs.filter(({ id }) => own.has(id)).length)
  }
  return clashesOf(slot, others, {
    recesses: await allRecesses(trx),
    sharing: bodyId => sharing.get(bodyId) ?? 0,
    nameOf: bodyId => bodies.find(({ id }) => id === bodyId)?.name ?? 'Another body',
  })
}
