import { allBodies, allPeople, type Person, seatsOf, seatsOn } from '#bodies'
import type { Changing } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { itemsOf, meetingsOfBody } from '#meetings'
import { changeDeclaration, declare, noteNil, registerInterest } from './change.ts'

/** What members of the demonstration's scrutiny committee and cabinet declared, and did not. */
export async function fillDemoDeclarations(trx: Trx, by: Changing): Promise<void> {
  const bodies = await allBodies(trx)
  const people = new Map((await allPeople(trx)).map(each => [each.id, each]))
  for (const body of bodies.filter(each => each.kind === 'scrutiny' || each.kind === 'cabinet')) {
    const held = (await meetingsOfBody(trx, body.id)).filter(each => each.state === 'held')
    const [latest, ...before] = held
    for (const meeting of before) {
      await noteNil(trx, by, meeting.id, 'interests')
      if (body.kind === 'scrutiny') await noteNil(trx, by, meeting.id, 'party whip')
    }
    if (latest === undefined || body.kind !== 'scrutiny') continue
    const seats = seatsOn(await seatsOf(trx, body.id), latest.heldOn)
    const member = seats
      .map(each => people.get(each.personId ?? ''))
      .find((each): each is Person => each !== undefined && !each.unnamed)
    if (member === undefined) continue
    const items = await itemsOf(trx, latest.id)
    const at = new Date((latest.heldOn - 2) * 86_400_000)
    await registerInterest(trx, by, {
      personId: member.id,
      category: 'employment',
      whose: 'partner',
      words: 'Teacher at a school in the county',
      sensitive: false,
      notifiedOn: latest.heldOn - 400,
    })
    const declared = await declare(
      trx,
      { ...by, at },
      {
        meetingId: latest.id,
        itemId: items.find(each => each.kind === 'report')?.id ?? null,
        personId: member.id,
        name: [member.title, member.name].filter(Boolean).join(' '),
        capacity: '',
        kind: 'other interest',
        whose: 'family',
        words: 'a member of the family works for children’s services',
        sensitive: false,
        how: 'form before',
        thenDid: 'not known yet',
        dispensation: '',
        registered: null,
      },
    )
    await changeDeclaration(trx, by, declared.id, { thenDid: 'took part' })
    await noteNil(trx, by, latest.id, 'party whip')
  }
}
