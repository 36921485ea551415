import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { insertBody, insertPerson } from '#bodies'
import { parseIsoDay } from '#calendar'
import { addItem, arrangeMeeting } from '#meetings'
import { openThread } from '#thread'
import { testDatabase } from '../../tests/database.ts'
import { person, roomsOf, signedInSite } from '../../tests/signed-in.ts'
import { cautionsOf, declarationsPages, declarationWords, type Declaration } from './index.ts'

const db = await testDatabase()
const day = (iso: string) => parseIsoDay(iso) ?? Number.NaN
const heldOn = day('2026-11-27')

async function scrutinyOf(authority: string) {
  const rooms = {
    ...roomsOf(db, authority),
    thread: openThread([], []),
    colleagues: () => Promise.resolve([]),
  }
  const by = {
    authority,
    actor: 'clerk',
    actorName: 'The clerk',
    at: new Date('2026-11-20T08:00:00Z'),
    today: day('2026-11-20'),
  }
  const personId = randomUUID()
  const { meeting, item } = await db.as(authority, async trx => {
    const bodyId = randomUUID()
    await insertBody(trx, authority, {
      id: bodyId,
      name: 'Overview and scrutiny panel',
      kind: 'scrutiny',
      access: 'council',
      about: '',
      quorum: null,
      numbering: 'each meeting',
      venue: '',
      clerk: { post: '', name: '', phone: '', email: '' },
      startedOn: null,
      endedOn: null,
      succeeds: null,
      listed: true,
    })
    await insertPerson(trx, authority, {
      id: personId,
      name: 'Ada Example',
      title: 'Councillor',
      userId: 'id-of-member',
      unnamed: false,
      contactEmail: null,
    })
    const arranged = await arrangeMeeting(trx, by, { bodyId, heldOn, startsAt: '10:00' })
    const added = await addItem(trx, by, {
      meetingId: arranged.id,
      number: '263',
      title: 'Inspection feedback',
      kind: 'report',
    })
    return { meeting: arranged, item: added }
  })
  const site = await signedInSite(declarationsPages(rooms))
  const at = `/meetings/${meeting.id}/declarations`
  return { at, item, personId, site, clerk: site.as(person(authority, 'clerk')) }
}

test('nothing to declare is said once, for interests and for the party whip', async () => {
  const { at, clerk, site } = await scrutinyOf('DE1')
  const reader = site.as(person('DE1', 'co-optee'))
  expect((await reader.get(at)).body).toContain('nobody has said yet that there was nothing')
  expect((await clerk.post(`${at}/nil`, { kind: 'interests' }, at)).statusCode).toBe(303)
  expect((await clerk.post(`${at}/nil`, { kind: 'party whip' }, at)).statusCode).toBe(303)
  const page = (await reader.get(at)).body
  expect(page).toContain('No declarations of interest were made.')
  expect(page).toContain('No party whip was declared.')
})

test('somebody who is no member declares that a relative works for the service', async () => {
  const { at, clerk, site, item } = await scrutinyOf('DE2')
  const wrong = await clerk.post(`${at}/new`, { name: 'The Cabinet Member' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('Enter what the interest is.')
  const made = await clerk.post(`${at}/new`, {
    name: 'The Cabinet Member',
    capacity: 'with responsibility for children and families',
    kind: 'other interest',
    whose: 'family',
    words: 'a member of the family works for children’s services',
    itemId: item.id,
    how: 'said at the meeting',
    thenDid: 'took part',
    registered: 'unknown',
  })
  expect(made.statusCode).toBe(303)
  const page = (await site.as(person('DE2', 'member')).get(at)).body
  expect(page).toContain('declared an interest in item 263')
  const nil = await clerk.post(`${at}/nil`, { kind: 'interests' }, at)
  expect(nil.statusCode).toBe(409)
  expect(nil.body).toContain('it cannot be said that nothing was')
})

test('a member declares by the form, and a kept-back detail is never shown', async () => {
  const { at, site, clerk, personId } = await scrutinyOf('DE3')
  const member = site.as(person('DE3', 'member'))
  const made = await member.post(`${at}/declare`, {
    capacity: '',
    kind: 'disclosable pecuniary',
    whose: 'own',
    words: 'the address of a refuge',
    itemId: '',
    sensitive: 'yes',
  })
  expect(made.statusCode).toBe(303)
  const page = (await clerk.get(at)).body
  expect(page).toContain('Councillor Ada Example declared a disclosable pecuniary interest')
  expect(page).not.toContain('refuge')
  const id = /declarations\/([0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
  const then = { thenDid: 'took part', registered: 'no' }
  expect((await clerk.post(`${at}/${id}`, then)).statusCode).toBe(303)
  const after = (await clerk.get(at)).body
  expect(after).toContain('section 31(4)')
  expect(after).toContain('To be notified by 24 December 2026')

  const registered = await clerk.post('/register-of-interests/new', {
    personId,
    category: 'land',
    whose: 'own',
    words: 'A field beside the county hall',
    sensitive: 'no',
    notifiedOn: '20 November 2026',
  })
  expect(registered.statusCode).toBe(303)
  expect((await member.get('/register-of-interests')).body).toContain('A field beside the county')
})

const declaration: Declaration = {
  id: 'd',
  meetingId: 'm',
  itemId: null,
  personId: null,
  name: 'Councillor B',
  capacity: '',
  kind: 'disclosable pecuniary',
  whose: 'own',
  words: 'shares in a provider of homes',
  sensitive: false,
  how: 'said at the meeting',
  thenDid: 'left the room',
  dispensation: '',
  registered: true,
  withdrawnWords: null,
  madeAt: new Date(0),
}

test('leaving the room needs no caution, nor does a dispensation', () => {
  expect(cautionsOf(declaration, heldOn)).toEqual([])
  const took = { ...declaration, thenDid: 'took part' as const }
  expect(cautionsOf(took, heldOn).map(each => each.kind)).toEqual(['took-part'])
  expect(cautionsOf({ ...took, dispensation: 'Standards committee, May 2026' }, heldOn)).toEqual([])
})

test('minutes say nothing where nobody has said anything', () => {
  expect(declarationWords([], new Set(), () => null)).toEqual([])
  expect(declarationWords([declaration], new Set(['party whip']), () => null)).toEqual([
    'Councillor B declared a disclosable pecuniary interest: Shares in a provider of homes. They left the room for the item.',
    'No party whip was declared.',
  ])
})
