import { expect, test } from 'vitest'
import { demoBodiesId, fillDemoBodies } from '#bodies'
import { parseIsoDay } from '#calendar'
import { docOfText } from '#kit/documents/doc-of-text.ts'
import { pdfText } from '#kit/files/pdf-text.ts'
import { testDatabase } from '../../tests/database.ts'
import { boundPages } from './bind.ts'
import {
  budgetItem,
  exemptItem,
  lateItem,
  performanceItem,
  planItem,
  qualityItem,
} from './demo-papers.ts'
import { fillDemoMeetings } from './demo.ts'
import {
  attendanceOf,
  changesOf,
  itemsOf,
  type Meeting,
  journeysBetween,
  meetingsBetween,
  meetingsOfBody,
  packsOf,
  papersOf,
  publishedMeeting,
} from './index.ts'
import { layOut } from './lay-out.ts'

const db = await testDatabase()
const at = new Date('2026-11-21T12:00:00Z')
const today = parseIsoDay('2026-11-21') ?? 0
const authority = 'DM1'

await db.as(authority, async trx => {
  await fillDemoBodies(trx, authority, at)
  await fillDemoMeetings(trx, authority, at)
})

const latest = async (body: string): Promise<Meeting> => {
  const all = await db.as(authority, trx => meetingsOfBody(trx, demoBodiesId('body', body)))
  const found = all.find(({ state }) => state === 'held')
  if (found === undefined) throw new Error(`No meeting of ${body} was held.`)
  return found
}

test('three years are there, with one meeting cancelled, one postponed and one moved', async () => {
  const all = await db.as(authority, trx => meetingsBetween(trx, today - 1100, today + 300))
  expect(all.length).toBeGreaterThan(90)
  expect(all.filter(({ state }) => state === 'cancelled')).toHaveLength(1)
  const [postponed] = all.filter(({ state }) => state === 'postponed')
  expect(all.find(({ id }) => id === postponed?.movedTo)?.state).toBe('held')
  const changes = await db.as(authority, trx => changesOf(trx, ...all.map(({ id }) => id)))
  expect(changes.map(({ kind }) => kind).toSorted()).toEqual(['cancelled', 'moved', 'postponed'])
  expect(
    all.some(({ heldOn, agendaPublishedAt }) => heldOn > today && agendaPublishedAt === null),
  ).toBe(true)
})

test('each paper fits on the one page that its pack says it has', async () => {
  const days = ['2024-02-01', '2025-04-10', '2026-11-09'].map(iso => parseIsoDay(iso) ?? 0)
  const items = [
    budgetItem(),
    exemptItem,
    lateItem,
    ...days.flatMap(day => [performanceItem(day), qualityItem(day), planItem(day)]),
  ]
  for (const { title, words } of items.flatMap(({ papers }) => papers)) {
    const laid = await layOut({ kind: 'doc', doc: docOfText(title, words) }, at)
    expect(laid, title).toMatchObject({ length: 1, starts: [0] })
  }
})

test('a pack is bound when it is first asked for, and the same bytes are handed out after that', async () => {
  const meeting = await latest('scrutiny')
  const packs = await db.as(authority, trx => packsOf(trx, meeting.id))
  expect(packs.map(({ title }) => title)).toEqual(['Agenda pack', 'Supplement 1'])
  const by = { actor: 'a', at }
  for (const pack of packs) {
    const first = await db.as(authority, trx => boundPages(trx, authority, pack, by))
    const again = await db.as(authority, trx => boundPages(trx, authority, pack, by))
    expect(Buffer.compare(first, again)).toBe(0)
    const text = await pdfText(first)
    const last = text.kind === 'text' ? (text.pages.at(-1) ?? '') : ''
    expect(last).toContain(`Page ${pack.lastPage}`)
  }
  const late = (await db.as(authority, trx => itemsOf(trx, meeting.id))).at(-1)
  expect(late?.lateBy).not.toBe('')
})

test('what is exempt is bound apart and is not among what is published', async () => {
  const meeting = await latest('cabinet')
  const packs = await db.as(authority, trx => packsOf(trx, meeting.id))
  const restricted = packs.find(pack => pack.restricted)
  expect(restricted?.lastPage).toBeGreaterThan(packs.find(pack => !pack.restricted)?.lastPage ?? 0)
  const published = await db.as(authority, trx => publishedMeeting(trx, meeting.id))
  expect(JSON.stringify(published)).not.toContain('£4.4m')
  expect(JSON.stringify(packs.find(pack => !pack.restricted)?.contents)).not.toContain('£4.4m')
  const papers = await db.as(authority, trx => papersOf(trx, meeting.id))
  expect(papers.some(({ words }) => words?.includes('£4.4m'))).toBe(true)
})

test('who was there is noted for each meeting that was held', async () => {
  const meeting = await latest('board')
  const noted = await db.as(authority, trx => attendanceOf(trx, meeting.id))
  expect(noted.some(({ seat, how }) => seat === 'chair' && how === 'present')).toBe(true)
  expect(noted.some(({ how }) => how === 'apologies')).toBe(true)
  const { there, joined } = await db.as(authority, trx => journeysBetween(trx, today - 365, today))
  expect(joined).toBeGreaterThan(0)
  expect(joined).toBeLessThan(there)
})
