import { expect, test } from 'vitest'
import { parseIsoDay } from '#calendar'
import { readJournal } from '#journal'
import { testDatabase } from '../../tests/database.ts'
import { person } from '../../tests/signed-in.ts'
import {
  allBodies,
  allHolders,
  allPosts,
  allSeats,
  bodyById,
  bodyKind,
  constitutionOn,
  demoBodiesId,
  executiveOn,
  fillDemoBodies,
  fullName,
  holderOn,
  holdersOf,
  mayStandInFor,
  mayVote,
  noteConstitution,
  peopleById,
  portfolioOn,
  portfoliosOf,
  seatsOf,
  seatsOn,
  vacanciesOn,
} from './index.ts'

const db = await testDatabase()
const at = new Date('2026-11-21T12:00:00Z')
const day = (iso: string) => parseIsoDay(iso) ?? Number.NaN

await db.as('B01', trx => fillDemoBodies(trx, 'B01', at))

test('who was director on a date', async () => {
  const dcs = demoBodiesId('post', 'dcs')
  const nameOn = (iso: string) =>
    db.as('B01', async trx => {
      const holder = holderOn(await holdersOf(trx, dcs), day(iso))
      if (holder === null) return null
      const [found] = await peopleById(trx, [holder.personId])
      return found === undefined ? null : `${found.name}${holder.interim ? ' (interim)' : ''}`
    })
  expect(await nameOn('2018-06-01')).toBe('Ivy Parchmentier-Vale')
  expect(await nameOn('2019-05-31')).toBe('Ivy Parchmentier-Vale')
  expect(await nameOn('2019-06-01')).toBeNull()
  expect(await nameOn('2019-06-03')).toBe('Jasper Millpond (interim)')
  expect(await nameOn('2024-05-13')).toBe('Coral Weathervane')
  expect(await nameOn('2024-06-30')).toBeNull()
  expect(await nameOn('2026-11-21')).toBe('Pearl Compassrose')
  expect(await nameOn('2010-01-01')).toBeNull()
})

test('a portfolio is named as it was called on the day', async () => {
  const sorrel = demoBodiesId('person', 'sorrel')
  const portfolios = await db.as('B01', trx => portfoliosOf(trx, sorrel))
  expect(portfolioOn(portfolios, day('2018-01-01'))?.title).toBe('Children and young people')
  expect(portfolioOn(portfolios, day('2019-07-01'))?.title).toBe(
    'Children’s safeguarding and early years',
  )
  expect(portfolioOn(portfolios, day('2021-05-18'))).toBeNull()
})

test('parent governors vote on education alone, and the ambassador not at all', async () => {
  const seats = await db.as('B01', trx => seatsOf(trx, demoBodiesId('body', 'scrutiny')))
  const now = seatsOn(seats, day('2026-11-21'))
  expect(now[0]).toMatchObject({ kind: 'chair', personId: demoBodiesId('person', 'clover') })
  expect(seatsOn(seats, day('2023-01-01'))[0]?.personId).toBe(demoBodiesId('person', 'tansy'))
  expect(now.filter(seat => mayVote(seat, { education: true }))).toHaveLength(9)
  expect(now.filter(seat => mayVote(seat, { education: false }))).toHaveLength(7)
  const ambassador = now.find(seat => seat.kind === 'co-optee')
  const [shown] = await db.as('B01', trx => peopleById(trx, [ambassador?.personId ?? '']))
  expect(shown).toMatchObject({ unnamed: true, contactEmail: null })
  expect(shown === undefined ? '' : fullName(shown)).toBe(
    'Ambassador for Vulnerable Children and Young People',
  )
})

test('a member of the cabinet is no substitute on scrutiny, nor somebody of another group', async () => {
  await db.as('B01', async trx => {
    const today = day('2026-11-21')
    const seats = await allSeats(trx)
    const executive = executiveOn(
      await allBodies(trx),
      seats,
      await allPosts(trx),
      await allHolders(trx),
      today,
    )
    expect(executive.size).toBe(6)
    const constitution = await constitutionOn(trx, today)
    const absent = seats.find(
      seat =>
        seat.bodyId === demoBodiesId('body', 'scrutiny') &&
        seat.personId === demoBodiesId('person', 'bryony'),
    )
    const asks = (who: string) => {
      const id = demoBodiesId('person', who)
      const party = seats.find(
        seat => seat.personId === id && seat.bodyId === demoBodiesId('body', 'council'),
      )?.party
      return mayStandInFor(constitution, 'scrutiny', absent ?? { kind: 'observer', party: '' }, {
        party: party ?? '',
        isExecutive: executive.has(id),
        isMember: false,
      })
    }
    expect(asks('reed')).toEqual({ may: true })
    expect(asks('rowan')).toMatchObject({ may: false, law: { paragraph: 'section 9FA(3)' } })
    expect(asks('myrtle')).toMatchObject({
      may: false,
      law: { document: 'Constitution of Quillshire County Council', paragraph: 'part 4, rule 4' },
    })
  })
})

test('a board that was reconstituted keeps its history', async () => {
  const board = await db.as('B01', trx => bodyById(trx, demoBodiesId('body', 'board')))
  const before = await db.as('B01', trx => bodyById(trx, board?.succeeds ?? ''))
  expect(before?.endedOn).toBe(day('2022-09-14'))
  expect((await db.as('B01', trx => seatsOf(trx, before?.id ?? ''))).length).toBeGreaterThan(5)
})

test('a statutory post that nobody holds, or that is held for the time being, is named', async () => {
  const [posts, holders] = await db.as('B01', async trx => [
    await allPosts(trx),
    await allHolders(trx),
  ])
  expect(vacanciesOn(posts, holders, day('2026-11-21'))).toMatchObject([
    { statutory: 'director-of-public-health', state: 'interim' },
    { statutory: 'head-of-legal', state: 'vacant', since: day('2026-09-30') },
  ])
})

test('the constitution is the council’s own from its day, and the example before', async () => {
  const on = (iso: string) => db.as('B01', trx => constitutionOn(trx, day(iso)))
  expect(await on('2020-01-01')).toMatchObject({ isExample: true })
  expect(await on('2021-05-18')).toMatchObject({
    isExample: false,
    readOn: '18 May 2021',
    callIn: { period: { unit: 'clear-working-day', length: 5 }, paragraph: 'part 4, rule 17' },
  })
  const by = { authority: 'B01', actor: 'a', actorName: 'A clerk', at }
  const own = await on('2026-11-21')
  await db.as('B01', trx =>
    noteConstitution(
      trx,
      by,
      {
        id: '00000000-0000-4000-8000-000000000001',
        fromOn: day('2026-12-01'),
        constitution: { ...own, callIn: null },
      },
      null,
    ),
  )
  expect((await on('2026-11-30')).callIn).not.toBeNull()
  expect(await on('2026-12-01')).toMatchObject({ callIn: null, readOn: null, isExample: false })
  // What was once noted is not written over.
  await expect(
    db.as('B01', trx =>
      trx
        .withTables<{ 'bodies.constitutions': { document: string } }>()
        .updateTable('bodies.constitutions')
        .set({ document: 'Another' })
        .execute(),
    ),
  ).rejects.toThrow(/permission denied/)
})

test('bodies are described in the thread, apart by council, and the journal names nobody', async () => {
  const id = demoBodiesId('body', 'board-2019')
  const viewer = person('B01', 'director')
  const described = await db.as('B01', trx => bodyKind.describe(trx, [id, 'nonsense'], viewer))
  expect(described.get(id)).toMatchObject({ href: `/bodies/${id}`, state: 'Ended' })
  expect(await db.as('B02', allBodies)).toEqual([])
  const lines = await db.as('B01', trx => readJournal(trx, { limit: 500 }))
  expect(lines.length).toBeGreaterThan(100)
  expect(JSON.stringify(lines)).not.toContain('Inkwell')
})

test('no contact is kept of somebody who is shown by their role only', async () => {
  await expect(
    db.as('B01', trx =>
      trx
        .withTables<{ 'bodies.people': { contact_email: string | null; unnamed: boolean } }>()
        .updateTable('bodies.people')
        .set({ contact_email: 'somebody@example.org' })
        .where('unnamed', '=', true)
        .execute(),
    ),
  ).rejects.toThrow(/check constraint/)
})
