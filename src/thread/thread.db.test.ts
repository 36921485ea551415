import { expect, test } from 'vitest'
import { readJournal } from '#journal'
import { testDatabase } from '../../tests/database.ts'
import { person, roomsOf, signedInSite, today } from '../../tests/signed-in.ts'
import {
  addLink,
  type KindOfThing,
  type Link,
  linksAround,
  linksOf,
  openThread,
  removeLink,
  threadPages,
} from './index.ts'

const db = await testDatabase()
const by = (authority: string) => ({ authority, actor: 'somebody', at: new Date() })
const thing = (id: string) => ({ kind: 'thing', id })
const from = (a: string, b: string): Link => ({
  from: thing(a),
  relation: 'comes from',
  to: thing(b),
})
/** A kind of thing that a board partner may see only where it begins with an s. */
const things: KindOfThing = {
  kind: 'thing',
  name: 'Thing',
  describe: (_trx, ids, viewer) =>
    Promise.resolve(
      new Map(
        ids
          .filter(id => !viewer.roles.includes('board-partner') || id.startsWith('s'))
          .map(id => [id, { title: `Thing ${id}`, href: `/things/${id}`, state: 'There' }]),
      ),
    ),
}

test('links are kept with their line in the journal, and taken away with another', async () => {
  const made = await db.as('L01', async trx => [
    await addLink(trx, from('a', 'b'), by('L01')),
    await addLink(trx, from('a', 'b'), by('L01')),
    await addLink(trx, from('a', 'a'), by('L01')),
  ])
  expect(made.map(each => each?.kind ?? 'made')).toEqual(['made', 'already', 'itself'])
  expect(await db.as('L01', trx => linksOf(trx, [thing('b')]))).toEqual([from('a', 'b')])
  // Another council sees nothing of it.
  expect(await db.as('L02', trx => linksOf(trx, [thing('b')]))).toEqual([])
  await db.as('L01', async trx => {
    expect(await removeLink(trx, from('a', 'b'), by('L01'))).toBe(true)
    expect(await removeLink(trx, from('a', 'b'), by('L01'))).toBe(false)
  })
  const lines = await db.as('L01', trx => readJournal(trx, { limit: 10 }))
  expect(lines.map(line => line.action)).toEqual(['link.removed', 'link.made'])
})

test('two who link at once cannot close a circle between them', async () => {
  const both = await Promise.all([
    db.as('L03', trx => addLink(trx, from('a', 'b'), by('L03'))),
    db.as('L03', trx => addLink(trx, from('b', 'a'), by('L03'))),
  ])
  expect(both.map(each => each?.kind ?? 'made').toSorted()).toEqual(['circle', 'made'])
})

test('a thread is followed over many links, and shows nobody what is not for them', async () => {
  await db.as('L04', async trx => {
    for (const link of [from('shown', 'kept'), from('kept', 'start'), from('start', 'older')])
      await addLink(trx, link, by('L04'))
    expect(await linksAround(trx, thing('shown'))).toHaveLength(3)
  })
  const gap = () =>
    Promise.resolve([
      {
        kind: 'assurance-without-check' as const,
        subject: thing('kept'),
        title: 'It was said to be so',
        href: '/things/kept',
        owner: 'Head of Assessment',
        since: today - 70,
        words: 'Nobody has looked.',
      },
    ])
  const thread = openThread([things], [gap])
  const site = await signedInSite(threadPages({ ...roomsOf(db, 'L04'), thread }))
  const lead = site.as(person('L04', 'quality-lead'))
  const page = (await lead.get('/thread/thing/shown')).body
  for (const title of ['Thing kept', 'Thing start', 'Thing older']) expect(page).toContain(title)
  const partner = site.as(person('L04', 'board-partner'))
  const theirs = (await partner.get('/thread/thing/shown')).body
  expect(theirs).toContain('Thing start')
  expect(theirs).not.toContain('Thing kept')
  expect(theirs).toContain('not shown')
  expect((await partner.get('/thread/thing/older')).statusCode).toBe(404)
  expect((await lead.get('/thread/nothing/x')).statusCode).toBe(404)
  const gaps = (await lead.get('/gaps')).body
  expect(gaps).toContain('10 weeks')
  expect((await lead.get('/gaps?owner=nobody')).body).toContain('No gap is like that')
  expect((await lead.get('/gaps?kind=weather')).statusCode).toBe(400)
})
