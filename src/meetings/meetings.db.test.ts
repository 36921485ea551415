import { expect, test } from 'vitest'
import { addBody, addPerson, addSeat, type Body } from '#bodies'
import { parseIsoDay } from '#calendar'
import { readJournal } from '#journal'
import { docOf, para } from '#kit/documents/doc.ts'
import { pdfOf } from '#kit/documents/pdf-of.ts'
import { zipFiles } from '#kit/files/zip-write.ts'
import { openThread } from '#thread'
import { testDatabase } from '../../tests/database.ts'
import { person, roomsOf, signedInSite, today } from '../../tests/signed-in.ts'
import {
  arrangeMeeting,
  type How,
  itemKind,
  itemsOf,
  meetingById,
  meetingKind,
  meetingsOfBody,
  meetingsPages,
  noteAttendance,
  packsOf,
  paperKind,
  papersOf,
  publishedMeeting,
  publishedPack,
  publishedPaper,
} from './index.ts'

const db = await testDatabase()

const bodyId = '11111111-1111-4111-8111-111111111111'
const otherId = '22222222-2222-4222-8222-222222222222'
const personId = '33333333-3333-4333-8333-333333333333'
const day = (iso: string): number => parseIsoDay(iso) ?? Number.NaN

const scrutiny: Body = {
  id: bodyId,
  name: 'Scrutiny Committee',
  kind: 'scrutiny',
  access: 'council',
  about: '',
  quorum: 2,
  numbering: 'each meeting',
  venue: 'Committee room 1',
  clerk: { post: 'Clerk', name: 'Wren Foolscap', phone: '01632 960 001', email: 'a@b.example' },
  startedOn: null,
  endedOn: null,
  succeeds: null,
  listed: true,
}

async function siteOf(authority: string, body: Partial<Body> = {}) {
  const thread = openThread([meetingKind, itemKind, paperKind])
  const rooms = { ...roomsOf(db, authority), thread, colleagues: () => Promise.resolve([]) }
  const site = await signedInSite(meetingsPages(rooms))
  const by = { authority, actor: 'a', actorName: 'A', at: new Date('2026-01-01T00:00:00Z') }
  const seat = {
    id: crypto.randomUUID(),
    personId,
    post: null,
    kind: 'member' as const,
    votes: 'all' as const,
    organisation: '',
    party: 'Green',
    ward: '',
    fromOn: day('2020-01-01'),
    untilOn: null,
  }
  await db.as(authority, async trx => {
    await addBody(trx, by, { ...scrutiny, ...body })
    await addBody(trx, by, {
      ...scrutiny,
      id: otherId,
      name: 'Improvement Board',
      kind: 'improvement board',
      access: 'none',
    })
    await addPerson(trx, by, {
      id: personId,
      name: 'Ada Example',
      title: 'Councillor',
      userId: 'id-of-member',
      unnamed: false,
      contactEmail: null,
    })
    await addSeat(trx, by, { ...seat, bodyId })
    await addSeat(trx, by, { ...seat, id: crypto.randomUUID(), bodyId: otherId })
  })
  const clerk = site.as(person(authority, 'clerk'))
  const arrange = async (heldOn: string, more: Readonly<Record<string, string>> = {}) => {
    const answer = await clerk.post('/meetings/new', { ...meetingFields, heldOn, ...more })
    expect(answer.statusCode, answer.body).toBe(303)
    return String(answer.headers.location)
  }
  return { site, clerk, arrange, authority }
}

const meetingFields = {
  bodyId,
  title: '',
  startsAt: '10:00',
  endsAt: '12:00',
  mode: 'in person',
  venue: 'Committee room 1',
}
const itemFields = { title: 'Performance', kind: 'report', presenter: 'Director' }
const paperFields = { title: 'Performance report', kind: 'report', author: 'Analyst' }
const longWords = Array.from(
  { length: 60 },
  (_, at) => `3.${at + 1} In the year there were more visits than before and fewer were late.`,
).join('\n\n')

type Site = Awaited<ReturnType<typeof siteOf>>

/** An agenda with one report on it, ready to be published. */
async function withReport({ clerk, arrange, authority }: Site, heldOn: string, words = longWords) {
  const at = await arrange(heldOn)
  await clerk.post(`${at}/items/new`, itemFields)
  const id = at.split('/')[2] ?? ''
  const items = await db.as(authority, trx => itemsOf(trx, id))
  const item = items.at(-1)?.id ?? ''
  const made = await clerk.post(`${at}/papers/new`, { ...paperFields, itemId: item, words })
  expect(made.statusCode, made.body).toBe(303)
  return { at, id, item }
}

test('a meeting is arranged with its standard items, moved with a reason, and what it was stays', async () => {
  const site = await siteOf('M01')
  const { clerk, arrange, authority } = site
  const wrong = await clerk.post('/meetings/new', { ...meetingFields, heldOn: 'soon' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('Committee room 1')

  const at = await arrange('18 January 2027')
  const page = await clerk.get(at)
  expect(page.body).toContain('Scrutiny Committee, 18 January 2027')
  expect(page.body).toContain('Declarations of interest')
  // Five clear working days before 18 January 2027, which is a Monday.
  expect(page.body).toContain('Friday 8 January 2027')
  expect(page.body).toContain('section 100B(3)')
  expect(page.body).toContain(
    'Questions from the public on the agenda: 10:00 on Monday 11 January 2027',
  )

  const change = { ...meetingFields, heldOn: '19 January 2027' }
  const silent = await clerk.post(`${at}/change`, change)
  expect(silent.statusCode).toBe(422)
  expect(silent.body).toContain('Enter why the meeting moves.')
  const moved = await clerk.post(`${at}/change`, { ...change, reason: 'The room was flooded.' })
  expect(moved.statusCode).toBe(303)
  const after = await clerk.get(at)
  expect(after.body).toContain('it was to be on Monday 18 January 2027 at 10:00')
  expect(after.body).toContain('The room was flooded.')

  const next = await clerk.post(`${at}/postpone`, {
    reason: 'Too few could come.',
    heldOn: '9 February 2027',
  })
  expect(next.headers.location).not.toBe(at)
  expect((await clerk.get(at)).body).toContain('This meeting is postponed. Too few could come.')
  expect((await clerk.get(String(next.headers.location))).body).toContain(
    'Declarations of interest',
  )
  expect((await clerk.post(`${at}/cancel`, { reason: 'Again' }, '/meetings/new')).statusCode).toBe(
    409,
  )
  const lines = await db.as(authority, trx => readJournal(trx, { limit: 500 }))
  expect(lines.map(({ action }) => action)).toContain('meeting.postponed')
})

test('what stands in the way of a meeting is told, and does not forbid it', async () => {
  const { clerk, arrange } = await siteOf('M02')
  await arrange('19 January 2027', { bodyId: otherId })
  await clerk.post('/meetings/recesses', {
    title: 'Winter recess',
    fromOn: '18 January 2027',
    untilOn: '22 January 2027',
  })
  const asked = { ...meetingFields, heldOn: '19 January 2027', startsAt: '11:00' }
  const told = await clerk.post('/meetings/new', asked)
  expect(told.statusCode).toBe(422)
  expect(told.body).toContain('One person sits on Improvement Board too')
  expect(told.body).toContain('Improvement Board meets in Committee room 1 at 10:00')
  expect(told.body).toContain('Winter recess')
  expect((await clerk.post('/meetings/new', { ...asked, anyway: 'yes' })).statusCode).toBe(303)
  const holiday = await clerk.post('/meetings/new', { ...meetingFields, heldOn: '26 March 2027' })
  expect(holiday.body).toContain('26 March 2027 is no working day: Good Friday.')
})

test('a series skips a bank holiday for one meeting alone', async () => {
  const { clerk, authority } = await siteOf('M03')
  const series = {
    ...meetingFields,
    heldOn: '15 February 2027',
    weeks: '6',
    untilOn: '30 June 2027',
  }
  const shown = await clerk.post('/meetings/series', series)
  expect(shown.statusCode).toBe(422)
  // 29 March 2027 is Easter Monday.
  expect(shown.body).toContain('Tuesday 30 March 2027')
  expect((await clerk.post('/meetings/series', { ...series, sure: 'yes' })).statusCode).toBe(303)
  const made = await db.as(authority, trx => meetingsOfBody(trx, bodyId))
  expect(made.map(({ heldOn }) => heldOn).toReversed()).toEqual(
    ['2027-02-15', '2027-03-30', '2027-05-10', '2027-06-21'].map(day),
  )
})

test('an agenda with four clear days is refused with the paragraph, and published with a ground', async () => {
  const site = await siteOf('M04')
  const { clerk } = site
  // Today is Saturday 21 November 2026; from it to Friday 27 there are four clear days.
  const { at, id } = await withReport(site, '27 November 2026')
  const ready = await clerk.get(`${at}/ready`)
  expect(ready.body).toContain('should have been published by Thursday 19 November 2026')
  expect(ready.body).toContain('Today leaves 4')
  const refused = await clerk.post(`${at}/publish`, { reason: 'I typed this.' }, `${at}/ready`)
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('section 100B(3)')
  expect(refused.body).toContain('I typed this.')
  const kept = await db.as('M04', trx => papersOf(trx, id))
  expect(kept[0]?.publishedAt).toBeNull()
  expect((await db.as('M04', trx => meetingById(trx, id)))?.agendaPublishedAt).toBeNull()

  const said = { ground: 'shorter notice', reason: 'The budget had to be decided at once.' }
  const done = await clerk.post(`${at}/publish`, said, `${at}/ready`)
  expect(done.statusCode, done.body).toBe(303)
  const published = await db.as('M04', trx => publishedMeeting(trx, id))
  expect(published?.shortNotice).toMatchObject({ days: 4, wanted: 5 })
  expect((await clerk.get(at)).body).toContain('published with 4 clear days, where 5 are the rule')
})

test('a pack keeps its pages: a replaced paper stays listed, the new one has 12a, a supplement goes on', async () => {
  const site = await siteOf('M05')
  const { clerk, authority } = site
  const { at, id, item } = await withReport(site, '18 January 2027')
  expect((await clerk.post(`${at}/publish`, {}, `${at}/ready`)).statusCode).toBe(303)
  const [report] = await db.as(authority, trx => papersOf(trx, id))
  expect(report?.pages?.first).toBe('1')
  const last = Number(report?.pages?.last)
  expect(last).toBeGreaterThan(1)

  const reader = site.site.as(person(authority, 'practitioner'))
  const html = await reader.get(`${at}/papers/${report?.id}`)
  expect(html.body).toContain('id="page-2"')
  expect(html.body).toContain('id="p-3-1"')
  expect((await reader.get(at)).body).toContain(`Pages 1 to ${last}`)
  const pack = await reader.get(`${at}/pack.pdf`)
  expect(pack.headers['content-type']).toBe('application/pdf')
  expect(pack.headers['content-disposition']).toContain('attachment')

  // Its words stay as they are: another takes its place.
  const change = { ...paperFields, itemId: item, words: 'Other words.' }
  const late = await clerk.post(`${at}/papers/${report?.id}/change`, change)
  expect(late.statusCode).toBe(409)
  const replaced = await site.clerk.upload(
    `${at}/papers/${report?.id}/replace`,
    'new.txt',
    Buffer.from('3.1 The figure was 12, not 21.'),
    { ...paperFields, itemId: item, replacesWords: 'A figure was wrong.' },
  )
  expect(replaced.statusCode, replaced.body).toBe(303)
  await clerk.post(`${at}/papers/new`, {
    ...paperFields,
    title: 'More',
    itemId: item,
    words: 'More.',
  })
  expect((await clerk.post(`${at}/publish`, {}, `${at}/ready`)).statusCode).toBe(303)

  const papers = await db.as(authority, trx => papersOf(trx, id))
  expect(papers.find(({ id: one }) => one === report?.id)?.pages).toEqual(report?.pages)
  expect(papers.find(({ replaces }) => replaces === report?.id)?.pages).toEqual({
    first: '1a',
    last: '1a',
  })
  expect(papers.find(({ title }) => title === 'More')?.pages?.first).toBe(String(last + 1))
  const agenda = await reader.get(at)
  expect(agenda.body).toContain('Replaced on 21 November 2026: A figure was wrong.')
  const packs = await db.as(authority, trx => packsOf(trx, id))
  expect(packs.map(({ nth }) => nth)).toEqual([0, 1])
  expect((await reader.get(`${at}/packs/1/pack.pdf`)).statusCode).toBe(200)
})

test('what is kept from the public is bound apart, and nobody else reads it anywhere', async () => {
  const site = await siteOf('M06')
  const { clerk, authority } = site
  const { at, id } = await withReport(site, '18 January 2027')
  const secret = 'The contract costs 4,250,000 pounds'
  const closed = {
    title: 'Contract for placements',
    kind: 'report',
    exempt: 'paragraph',
    paragraph: '3',
  }
  const noTest = await clerk.post(`${at}/items/new`, closed)
  expect(noTest.statusCode).toBe(422)
  expect(noTest.body).toContain('Schedule 12A, paragraph 10')
  const own = { ...closed, publicInterest: 'Bids are open', exemptWords: 'Terms of a contract' }
  expect((await clerk.post(`${at}/items/new`, own)).statusCode).toBe(303)
  const item = (await db.as(authority, trx => itemsOf(trx, id))).at(-1)?.id ?? ''
  const words = `3.1 ${secret} a year.`
  await clerk.post(`${at}/papers/new`, { ...paperFields, title: 'Bids', itemId: item, words })
  // Nobody leaves without a resolution.
  expect((await clerk.post(`${at}/publish`, {}, `${at}/ready`)).statusCode).toBe(409)
  await clerk.post(`${at}/items/exclusion`, {}, `${at}/agenda`)
  const done = await clerk.post(`${at}/publish`, {}, `${at}/ready`)
  expect(done.statusCode, done.body).toBe(303)

  const papers = await db.as(authority, trx => papersOf(trx, id))
  const bids = papers.find(({ title }) => title === 'Bids')
  const outside = site.site.as(person(authority, 'practitioner'))
  const inside = site.site.as(person(authority, 'member'))
  const stranger = site.site.as(person(authority, 'member', { id: 'somebody-else' }))
  for (const who of [outside, stranger]) {
    const agenda = await who.get(at)
    expect(agenda.body).toContain('paragraph 3 of part 1 of Schedule 12A')
    expect(agenda.body).toContain('Terms of a contract')
    expect(agenda.body).not.toContain('Bids')
    expect((await who.get(`${at}/papers/${bids?.id}`)).body).not.toContain('4,250,000')
    expect((await who.get(`${at}/packs/0/restricted.pdf`)).statusCode).toBe(404)
  }
  expect((await inside.get(`${at}/papers/${bids?.id}`)).body).toContain(secret)
  expect((await inside.get(`${at}/packs/0/restricted.pdf`)).statusCode).toBe(200)
  const published = await db.as(authority, trx => publishedMeeting(trx, id))
  expect(JSON.stringify(published)).not.toMatch(/Bids|4,250,000/)
  expect(await db.as(authority, trx => publishedPaper(trx, id, bids?.id ?? ''))).toBeNull()
  const pack =
    published === null
      ? null
      : await db.as(authority, trx => publishedPack(trx, authority, published, 0, new Date()))
  expect(pack?.length).toBeGreaterThan(1000)
})

test('two clerks change one meeting: the second is told what changed, and loses nothing', async () => {
  const site = await siteOf('M07')
  const { clerk, arrange, authority } = site
  const at = await arrange('18 January 2027')
  const other = site.site.as(person(authority, 'clerk', { id: 'id-of-clerk-2' }))
  const opened = (await clerk.get(`${at}/change`)).body
  const was = fieldIn(opened, 'was')
  const base = { ...meetingFields, heldOn: '18 January 2027', was }
  const first = await other.post(`${at}/change`, { ...base, mapLink: 'https://map.example/1' })
  expect(first.statusCode, first.body).toBe(303)
  const second = await clerk.post(`${at}/change`, {
    ...base,
    joiningLink: 'https://join.example/2',
  })
  expect(second.statusCode).toBe(422)
  expect(second.body).toContain('Somebody else saved changes while you were writing')
  expect(second.body).toContain(
    'Link to a map: it said nothing and now says “https://map.example/1”',
  )
  // What the other wrote comes in, and what was typed is still there.
  expect(second.body).toContain('value="https://map.example/1"')
  expect(second.body).toContain('value="https://join.example/2"')
  const again = {
    ...base,
    was: fieldIn(second.body, 'was'),
    mapLink: 'https://map.example/1',
    joiningLink: 'https://join.example/2',
  }
  expect((await clerk.post(`${at}/change`, again)).statusCode).toBe(303)
  const kept = await db.as(authority, trx => meetingById(trx, at.split('/')[2] ?? ''))
  expect(kept).toMatchObject({
    mapLink: 'https://map.example/1',
    joiningLink: 'https://join.example/2',
  })
})

test('two clerks change one paper: neither’s words are written over unseen', async () => {
  const site = await siteOf('M08')
  const { clerk, authority } = site
  const { at, id, item } = await withReport(site, '18 January 2027', 'As it was.')
  const [paper] = await db.as(authority, trx => papersOf(trx, id))
  const to = `${at}/papers/${paper?.id}/change`
  const was = fieldIn((await clerk.get(to)).body, 'was')
  const base = { ...paperFields, itemId: item, was }
  expect((await clerk.post(to, { ...base, words: 'Theirs.' })).statusCode).toBe(303)
  const second = await clerk.post(to, { ...base, words: 'Mine.' })
  expect(second.statusCode).toBe(422)
  expect(second.body).toContain('now says “Theirs.”')
  expect(second.body).toContain('>Mine.</textarea>')
  expect((await db.as(authority, trx => papersOf(trx, id)))[0]?.words).toBe('Theirs.')
})

test('300 MB are let go while they stream in, and what was typed beside them stays', async () => {
  const site = await siteOf('M09')
  const at = await site.arrange('18 January 2027')
  const block = Buffer.alloc(1_000_000, 'a')
  let sent = 0
  const file = (function* () {
    for (; sent < 300; sent += 1) yield block
  })()
  const answer = await site.clerk.upload(`${at}/papers/bring`, 'long.pdf', file, {
    ...paperFields,
    title: 'A very long report',
    author: 'Somebody who typed',
  })
  expect(answer.statusCode).toBe(413)
  expect(answer.body).toContain('“long.pdf” is 300 MB, and a file here may be 50 MB at most')
  expect(answer.body).toContain('value="A very long report"')
  expect(answer.body).toContain('value="Somebody who typed"')
  expect(await db.as('M09', trx => papersOf(trx, at.split('/')[2] ?? ''))).toEqual([])
})

test('who joined online made no journey, of one body or of all, in the last twelve months', async () => {
  const site = await siteOf('M19')
  const { clerk, authority } = site
  expect((await clerk.get('/meetings')).body).not.toContain('as many journeys')
  const at = new Date('2026-11-01T00:00:00Z')
  const by = { authority, actor: 'a', actorName: 'A', at, today }
  const held = (heldOn: number, hows: readonly How[]) =>
    db.as(authority, async trx => {
      const { id } = await arrangeMeeting(trx, by, { bodyId, heldOn, startsAt: '10:00' })
      for (const how of hows)
        await noteAttendance(trx, by, {
          meetingId: id,
          personId: null,
          name: 'Somebody',
          capacity: '',
          organisation: '',
          seat: 'none',
          votes: 'none',
          how,
          standsInFor: '',
        })
    })
  await held(today - 30, ['present', 'virtual', 'apologies', 'substitute'])
  await held(today - 60, ['virtual', 'absent'])
  await held(today - 800, ['virtual'])
  const words =
    'people were at 2 meetings 4 times in all. 2 of these times (50%) they joined online'
  expect((await clerk.get('/meetings')).body).toContain(words)
  expect((await clerk.get(`/meetings?body=${bodyId}`)).body).toContain(words)
  const other = (await clerk.get(`/meetings?body=${crypto.randomUUID()}`)).body
  expect(other).not.toContain('as many journeys')
})

test('of a background paper that is only an address the agenda says that no copy is kept', async () => {
  const site = await siteOf('M20')
  const { at } = await withReport(site, '18 January 2027')
  await site.clerk.post(`${at}/papers/new`, {
    ...paperFields,
    title: 'Guidance',
    kind: 'background',
    itemId: '',
    words: 'Read at https://council.example/guidance.pdf',
  })
  const { body } = await site.clerk.get(`${at}/agenda`)
  expect(body).toContain('Only its address is kept here')
  expect(body).toContain('until 17 January 2031')
})

test('a document with macros is kept and not published, with the sentence', async () => {
  const site = await siteOf('M10')
  const { clerk, authority } = site
  const { at, id } = await withReport(site, '18 January 2027')
  const made = await site.clerk.upload(
    `${at}/papers/bring`,
    'report.docm',
    wordFile({ 'word/vbaProject.bin': 'macro' }),
    { ...paperFields, title: 'With macros' },
  )
  expect(made.statusCode, made.body).toBe(303)
  const ready = await clerk.get(`${at}/ready`)
  expect(ready.body).toContain('because it has macros')
  expect(ready.body).not.toContain('Publish the agenda')
  expect((await clerk.post(`${at}/publish`, {}, `${at}/ready`)).statusCode).toBe(409)
  const papers = await db.as(authority, trx => papersOf(trx, id))
  expect(papers.map(({ publishedAt }) => publishedAt)).toEqual([null, null])
})

test('a page that was brought is never served as one of ours, and a PDF is bound as it is', async () => {
  const site = await siteOf('M11')
  const { clerk, authority } = site
  const { at, id } = await withReport(site, '18 January 2027')
  const page = '<!doctype html><html><body><h1>Report</h1><p>All is <b>well</b>.</p></body></html>'
  await site.clerk.upload(`${at}/papers/bring`, 'page.html', Buffer.from(page), {
    ...paperFields,
    title: 'As a page',
  })
  const pdf = await pdfOf(
    docOf('Budget', [para('Spending is 100.'), { kind: 'pageBreak' }, para('And 200.')]),
    { date: new Date(0) },
  )
  await site.clerk.upload(`${at}/papers/bring`, 'budget.pdf', Buffer.from(pdf), {
    ...paperFields,
    title: 'As a PDF',
  })
  const picture = await site.clerk.upload(
    `${at}/papers/bring`,
    'a.jpg',
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3]),
    { ...paperFields, title: 'A photograph' },
  )
  expect(picture.statusCode).toBe(422)
  expect(picture.body).toContain('Bring a DOCX, PDF, HTML or text file.')
  const done = await clerk.post(`${at}/publish`, {}, `${at}/ready`)
  expect(done.statusCode, done.body).toBe(303)
  const papers = await db.as(authority, trx => papersOf(trx, id))
  const html = papers.find(({ title }) => title === 'As a page')
  const bound = papers.find(({ title }) => title === 'As a PDF')
  expect(Number(bound?.pages?.last) - Number(bound?.pages?.first)).toBe(1)
  const file = await clerk.get(`${at}/papers/${html?.id}/file`)
  expect(file.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
  })
  expect(file.headers['content-disposition']).toContain('attachment')
  expect((await clerk.get(at)).body).toContain('One paper came as a PDF, so in the pack a screen')
  const words = await clerk.get(`${at}/papers/${bound?.id}`)
  expect(words.body).toContain('Spending is 100.')
  expect(words.body).toContain(`id="page-${bound?.pages?.last}"`)
})

test('a withdrawn paper stays listed, and is read by nobody outside, nor is its pack', async () => {
  const site = await siteOf('M12')
  const { clerk, authority } = site
  const { at, id } = await withReport(site, '18 January 2027')
  await clerk.post(`${at}/publish`, {}, `${at}/ready`)
  const [paper] = await db.as(authority, trx => papersOf(trx, id))
  await clerk.post(`${at}/papers/${paper?.id}/withdraw`, { reason: 'It names somebody.' })
  const reader = site.site.as(person(authority, 'practitioner'))
  expect((await reader.get(at)).body).toContain('Withdrawn: It names somebody.')
  expect((await reader.get(`${at}/papers/${paper?.id}`)).body).not.toContain('fewer were late')
  expect((await reader.get(`${at}/pack.pdf`)).statusCode).toBe(409)
  const published = await db.as(authority, trx => publishedMeeting(trx, id))
  expect(JSON.stringify(published)).not.toContain('fewer were late')
  expect(published?.agenda.packs).toEqual([])
})

test('items go up and down without a script, and numbers run on where the body has them so', async () => {
  const site = await siteOf('M13', { numbering: 'running' })
  const { clerk, authority, arrange } = site
  await arrange('18 January 2027')
  const at = await arrange('8 March 2027')
  const id = at.split('/')[2] ?? ''
  const items = await db.as(authority, trx => itemsOf(trx, id))
  const first = Number(items[0]?.number)
  expect(first).toBeGreaterThan(1)
  expect(items.map(({ number }) => number)).toEqual(items.map((_, nth) => String(first + nth)))
  expect(items.some(({ title }) => title === 'Minutes of the meeting of 18 January 2027')).toBe(
    true,
  )
  await clerk.post(`${at}/items/${items[1]?.id}/move`, { way: 'up' }, `${at}/agenda`)
  const after = await db.as(authority, trx => itemsOf(trx, id))
  expect(after[0]).toMatchObject({ id: items[1]?.id, number: String(first) })
})

test('a late item needs the urgency and the chair, and has a number of its own', async () => {
  const site = await siteOf('M14')
  const { clerk, authority } = site
  const { at, id } = await withReport(site, '27 November 2026')
  const said = { ground: 'shorter notice', reason: 'Called at once.' }
  await clerk.post(`${at}/publish`, said, `${at}/ready`)
  const before = await db.as(authority, trx => itemsOf(trx, id))
  await clerk.post(`${at}/items/new`, { title: 'A flood', kind: 'verbal update' })
  const urgent = { ground: 'urgent item', reason: 'Homes are under water.' }
  const refused = await clerk.post(`${at}/publish`, urgent, `${at}/ready`)
  expect(refused.statusCode).toBe(409)
  expect(refused.body).toContain('Say why it cannot wait, and which chair agreed.')
  const late = (await db.as(authority, trx => itemsOf(trx, id))).at(-1)
  await clerk.post(`${at}/items/${late?.id}`, {
    title: 'A flood',
    kind: 'verbal update',
    lateReason: 'Homes are under water.',
    lateBy: 'Councillor Ada Example',
  })
  const done = await clerk.post(`${at}/publish`, urgent, `${at}/ready`)
  expect(done.statusCode, done.body).toBe(303)
  const after = await db.as(authority, trx => itemsOf(trx, id))
  expect(after.at(-1)?.number).toBe(String(before.length + 1))
  const page = await clerk.get(at)
  expect(page.body).toContain(
    'Taken as a matter of urgency, with the agreement of the chair, Councillor Ada Example',
  )
  expect(page.body).toContain('Verbal update: there is no paper.')
})

test('who was there is noted from the seats of the day, and the quorum is said', async () => {
  const { clerk, arrange } = await siteOf('M15')
  const at = await arrange('23 November 2026')
  const page = await clerk.get(`${at}/attendance`)
  expect(page.body).toContain('Councillor Ada Example')
  const saved = await clerk.post(`${at}/attendance`, {
    [`how-${personId}`]: 'present',
    beganAt: '10:02',
    concludedAt: '11:30',
  })
  expect(saved.statusCode, saved.body).toBe(303)
  await clerk.post(
    `${at}/attendance/others`,
    { name: 'Ben Example', capacity: 'Director' },
    `${at}/attendance`,
  )
  const after = await clerk.get(at)
  expect(after.body).toContain('Present: Councillor Ada Example')
  expect(after.body).toContain('In attendance: Ben Example, Director')
  expect(after.body).toContain(
    'The meeting was not quorate: 1 person who may vote was there, and 2 are needed.',
  )
})

test('a month shows what is in it, and nobody without a role sees any of it', async () => {
  const { clerk, site, arrange } = await siteOf('M16')
  await arrange('18 January 2027')
  expect((await clerk.get('/meetings/month/2027-01')).body).toContain('Scrutiny Committee')
  expect((await clerk.get('/meetings/month/2027-13')).statusCode).toBe(404)
  expect((await clerk.get('/meetings')).body).toContain('Next:')
  const nobody = site.as(person('M16', 'public', { id: '' }))
  expect((await nobody.get('/meetings')).statusCode).not.toBe(200)
  const reader = site.as(person('M16', 'practitioner'))
  expect((await reader.get('/meetings/new')).statusCode).toBe(403)
  expect(today).toBe(day('2026-11-21'))
})

test('a body’s ways are set, stand on its next agenda, and count its dates', async () => {
  const { clerk } = await siteOf('M17')
  const at = `/meetings/bodies/${otherId}`
  expect((await clerk.get(at)).body).toContain('declarations: Declarations of interest')
  const fields = { agendaDays: '2', papersDays: '1', standard: 'report: Budget\n  To agree it.' }
  const wrong = await clerk.post(at, { ...fields, standard: 'Budget' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('does not begin with a kind and a colon')
  expect((await clerk.post(at, fields)).statusCode).toBe(303)
  await clerk.post('/meetings/notices', {
    title: 'In case of fire',
    words: 'Go out.',
    body: otherId,
  })
  const made = await clerk.post('/meetings/new', {
    ...meetingFields,
    bodyId: otherId,
    heldOn: '20 January 2027',
  })
  const page = await clerk.get(String(made.headers.location))
  expect(page.body).toContain('1. Budget')
  expect(page.body).toContain('To agree it.')
  expect(page.body).toContain('Go out.')
  expect(page.body).toContain('Friday 15 January 2027')
})

/** The value of a hidden field of a page. */
function fieldIn(page: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
  return value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}

/** A Word document of one paragraph, with whatever else is to be in it. */
function wordFile(more: Readonly<Record<string, string>>): Buffer {
  const type = 'application/vnd.openxmlformats-officedocument'
  const files = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml':
      '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Words of a report.</w:t></w:r></w:p></w:body></w:document>',
    ...more,
  }
  return Buffer.from(
    zipFiles(Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }))),
  )
}
