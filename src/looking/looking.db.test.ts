import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { parseIsoDay } from '#calendar'
import { openLog } from '#kit/log.ts'
import { testDatabase } from '../../tests/database.ts'
import { openDoor } from './door.ts'
import { type View } from './looking.ts'
import { openRecorder } from './recorder.ts'
import {
  countOld,
  deleteOld,
  insertViews,
  lastLooks,
  noteNudge,
  openingsOfChild,
  recordedSince,
  shownNudges,
  useByTeam,
  useOfTeam,
  viewsOf,
} from './store/index.ts'

const db = await testDatabase()
const today = parseIsoDay('2026-11-21') ?? 0
const at = (time: string): Date => new Date(`2026-11-21T${time}Z`)

const view = (time: string, change: Partial<View> = {}): View => ({
  viewer: 'p1',
  role: 'team-manager',
  teams: ['North'],
  at: at(time),
  route: '/teams/:name',
  kind: 'teams',
  ...change,
})

const secondsOf = async (authority: string, viewer = 'p1') =>
  (await db.as(authority, trx => viewsOf(trx, viewer, 50))).toReversed().map(each => each.seconds)

test('a page is looked at until the next one, also where that comes in another batch', async () => {
  const write = (...views: readonly View[]) => db.as('a', trx => insertViews(trx, 'a', views))
  await write(view('10:00:00'), view('10:00:40'), view('10:00:50', { viewer: 'p2' }))
  expect(await secondsOf('a')).toEqual([40, null])
  await write(view('10:02:40'))
  expect(await secondsOf('a')).toEqual([40, 120, null])
  // After half an hour it is another sitting, and how long the last page was looked at is not known.
  await write(view('10:32:40'))
  expect(await secondsOf('a')).toEqual([40, 120, null, null])
  expect(await secondsOf('a', 'p2')).toEqual([null])
})

test('the recorder writes in batches, for each council within its walls, and is emptied by a flush', async () => {
  const recorder = openRecorder(db, openLog('silent'))
  recorder.note('north', view('09:00:00', { teams: ['A "quoted" {team}', 'B, C'] }))
  recorder.note('south', view('09:00:00', { teams: [] }))
  recorder.note('north', view('09:00:30'))
  await recorder.flush()
  const [, first] = await db.as('north', trx => viewsOf(trx, 'p1', 9))
  expect(first).toMatchObject({ seconds: 30, teams: ['A "quoted" {team}', 'B, C'] })
  expect(await secondsOf('south')).toEqual([null])
  await recorder.flush()
  expect(await secondsOf('north')).toEqual([30, null])
})

test('use is counted by team, kind and person, within days of England', async () => {
  await db.as('use', trx =>
    insertViews(trx, 'use', [
      view('10:00:00'),
      view('10:01:00', { kind: 'data', route: '/data' }),
      view('10:02:00', { viewer: 'p2', teams: ['North', 'South'] }),
      // Half past midnight on 1 July in England, and still June in Greenwich.
      view('10:03:00', { at: new Date('2026-06-30T23:30:00Z') }),
    ]),
  )
  const july = parseIsoDay('2026-07-01') ?? 0
  expect(await db.as('use', trx => useByTeam(trx, today, today))).toEqual([
    { team: 'North', views: 2, people: 2 },
    { team: 'South', views: 1, people: 1 },
  ])
  expect(await db.as('use', trx => useByTeam(trx, july, july))).toHaveLength(1)
  expect(await db.as('use', trx => useByTeam(trx, july - 1, july - 1))).toEqual([])
  const counts = await db.as('use', trx => useOfTeam(trx, 'North', today, today))
  expect(counts.map(each => [each.viewer, each.kind, each.views])).toEqual([
    ['p1', 'data', 1],
    ['p1', 'teams', 1],
    ['p2', 'teams', 1],
  ])
  expect(await db.as('use', lastLooks)).toEqual(
    new Map([
      ['North', today],
      ['South', today],
    ]),
  )
  expect(await db.as('use', recordedSince)).toBe(july)
})

test('nothing that was written can be altered or taken out by the application, or seen next door', async () => {
  await db.as('walls', trx => insertViews(trx, 'walls', [view('10:00:00')]))
  for (const statement of [
    `delete from looking.views`,
    `update looking.views set route = '/'`,
    `update looking.views set at = now()`,
    `update looking.openings set reason = null`,
    `delete from looking.openings`,
    `delete from looking.conversations`,
    `update looking.conversations set agreed = ''`,
  ]) {
    const done = db.as('walls', trx => sql.raw(statement).execute(trx))
    await expect(done, statement).rejects.toThrow(/permission denied/)
  }
  expect(await db.as('elsewhere', trx => viewsOf(trx, 'p1', 9))).toEqual([])
  const mixed = db.as('elsewhere', trx => insertViews(trx, 'walls', [view('10:00:00')]))
  await expect(mixed).rejects.toThrow(/row-level security/)
})

const viewer = (id: string, teams: readonly string[] = []) => ({
  viewer: { id, name: id, authority: 'door', roles: ['auditor'] as const, teams },
  sight: 'all' as const,
})
const child = { ref: 'r'.repeat(22), team: 'North' }

test('a reason is asked once a day for each child, and the record is open once it is given', async () => {
  const door = openDoor(db)
  const who = viewer('a1')
  expect(await door.open(who, child, at('10:00:00'), today)).toEqual({ kind: 'ask-reason' })
  expect(await db.as('door', trx => openingsOfChild(trx, child.ref))).toEqual([])
  const why = { reason: 'audit' as const, words: 'Neglect' }
  expect(await door.giveReason(who, child, why, at('10:01:00'), today)).toBe('given')
  const because = 'I am auditing this record: Neglect'
  expect(await door.open(who, child, at('10:01:01'), today)).toEqual({ kind: 'open', because })
  expect(await db.as('door', trx => openingsOfChild(trx, child.ref))).toHaveLength(1)
  expect(await door.open(who, child, at('16:00:00'), today)).toEqual({ kind: 'open', because })
  const openings = await db.as('door', trx => openingsOfChild(trx, child.ref))
  expect(openings.map(each => each.reason)).toEqual(['audit', 'audit'])
  const other = { ...child, ref: 's'.repeat(22) }
  expect((await door.open(who, other, at('16:00:00'), today)).kind).toBe('ask-reason')
  expect((await door.open(viewer('a2'), child, at('16:00:00'), today)).kind).toBe('ask-reason')
  const tomorrow = new Date('2026-11-22T10:00:00Z')
  expect((await door.open(who, child, tomorrow, today + 1)).kind).toBe('ask-reason')
})

test('a child of one’s own team is opened without a question, and that is written down', async () => {
  const door = openDoor(db)
  const own = { ref: 't'.repeat(22), team: 'North' }
  const found = await door.open(viewer('m1', ['North']), own, at('10:00:00'), today)
  expect(found).toEqual({ kind: 'open', because: null })
  const [opening] = await db.as('door', trx => openingsOfChild(trx, own.ref))
  expect(opening).toMatchObject({ viewer: 'm1', team: 'North', reason: null })
})

test('who may not open a record leaves nothing behind', async () => {
  const door = openDoor(db)
  const refused = { ref: 'u'.repeat(22), team: 'North' }
  const who = { ...viewer('x', ['South']), sight: { teams: ['South'] } }
  expect(await door.open(who, refused, at('10:00:00'), today)).toEqual({ kind: 'refuse' })
  const why = { reason: 'other' as const, words: 'Curious' }
  expect(await door.giveReason(who, refused, why, at('10:00:00'), today)).toBe('refuse')
  expect(await db.as('door', trx => openingsOfChild(trx, refused.ref))).toEqual([])
})

test('a nudge is noted the first time it is shown', async () => {
  const nudge = { team: 'North', viewer: 'm1', since: today - 20 }
  await db.as('nudged', trx => noteNudge(trx, 'nudged', nudge, at('10:00:00')))
  await db.as('nudged', trx => noteNudge(trx, 'nudged', nudge, at('11:00:00')))
  expect(await db.as('nudged', shownNudges)).toEqual([{ ...nudge, shownAt: at('10:00:00') }])
})

test('what is kept no longer is deleted, and the rest stays', async () => {
  const old = new Date('2024-01-01T10:00:00Z')
  await db.as('old', trx =>
    insertViews(trx, 'old', [view('10:00:00', { at: old }), view('10:00:00')]),
  )
  const before = new Date('2025-01-01T00:00:00Z')
  expect(await db.as('old', trx => countOld(trx, 'looking', before))).toBe(1)
  let logged = 0
  const forget = () =>
    deleteOld(db, 'old', 'looking', before, () => Promise.resolve(void (logged += 1)))
  await deleteOld(db, 'other', 'looking', before, () =>
    Promise.reject(new Error('nothing is there')),
  )
  await forget()
  await forget()
  expect(logged).toBe(1)
  expect(await secondsOf('old')).toHaveLength(1)
})
