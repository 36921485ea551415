import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { collectHeld } from '#held'
import { verifyJournal } from '#journal'
import { insertOpenings, insertViews, type Opening } from '#looking'
import { invite } from '#people'
import { destroyedThings, retain } from '#retention'
import { bareApp } from '../../tests/county.ts'
import { childPerson, holdersOf, userPerson } from './holders.ts'
import { holdingsOf } from './holdings.ts'

const app = await bareApp()
const { db } = app
const old = new Date('2019-01-01T10:00:00Z')
const at = new Date('2026-11-21T10:00:00Z')
const today = Math.floor(at.getTime() / 86_400_000)

const view = (viewer: string, when: Date) => ({
  viewer,
  role: 'auditor' as const,
  teams: ['North'],
  at: when,
  route: '/teams/:name',
  kind: 'teams' as const,
})

async function person(authority: string) {
  const guest = {
    name: 'Ana Example',
    email: `ana@${authority}.example`,
    roles: ['auditor'] as const,
  }
  const invited = await invite(db, authority, guest, { actor: 'test', at: old })
  const child = childPerson(app, authority, 'C1')
  const opening = (when: Date): Opening => ({
    viewer: invited.userId,
    role: 'auditor',
    childRef: child.ref,
    team: 'North',
    at: when,
    reason: 'other',
    words: 'A complaint',
  })
  await db.as(authority, async trx => {
    await insertViews(trx, authority, [view(invited.userId, old), view(invited.userId, at)])
    await insertOpenings(trx, authority, [opening(old), opening(at)])
  })
  return { id: invited.userId, child }
}

test('what is over is destroyed by its rule, with a line each; what is not, and others’, stays', async () => {
  await person('A')
  await person('B')
  const by = { today, at, actor: 'retention' }
  const foretold = await retain(db, 'A', holdingsOf(app), { ...by, dryRun: true })
  const outcomes = await retain(db, 'A', holdingsOf(app), by)
  expect(outcomes).toEqual(foretold)
  expect(outcomes.map(each => [each.kind, each.things])).toEqual([
    ['sessions', 1],
    ['looking', 1],
    ['openings', 1],
  ])
  expect(await retain(db, 'A', holdingsOf(app), by)).toEqual([])
  expect(await db.as('A', destroyedThings)).toHaveLength(3)
  const { rows } = await sql`select authority, count(*) as many from looking.views
    group by authority order by authority`.execute(db.owner)
  expect(rows).toEqual([
    { authority: 'A', many: 1 },
    { authority: 'B', many: 2 },
  ])
  expect(await Array.fromAsync(verifyJournal(db, 'A'))).toEqual([])
})

test('a user gets their account and what they looked at; a child who opened their record', async () => {
  const { id, child } = await person('C')
  const by = { actor: 'test', at }
  const user = await collectHeld(db, 'C', userPerson(id), holdersOf(app), by)
  expect(user.parts.map(part => [part.name, part.rows.length])).toEqual([
    ['account', 1],
    ['roles', 1],
    ['pages', 2],
    ['openings', 2],
    ['journal', 1],
  ])
  expect(JSON.stringify(user)).toContain('Ana Example')
  const about = await collectHeld(db, 'C', child, holdersOf(app), by)
  expect(about.parts.map(part => part.name)).toEqual(['openings'])
  expect(about.parts[0]?.rows[0]).toContain(id)
})
