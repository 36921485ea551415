import { expect, test } from 'vitest'
import { insertBody } from '#bodies'
import { commitmentsFrom, COMMITMENT } from '#commitments'
import { readJournal } from '#journal'
import { addItem, arrangeMeeting, changeItem, type How, noteAttendance } from '#meetings'
import { openThread } from '#thread'
import { testDatabase } from '../../tests/database.ts'
import { person, roomsOf, signedInSite, today } from '../../tests/signed-in.ts'
import { changesOf, minutesPages, paragraphsOf, publishedMinutes } from './index.ts'

const db = await testDatabase()

const by = (authority: string) => ({
  authority,
  actor: 'a',
  actorName: 'A clerk',
  at: new Date('2026-11-21T12:00:00Z'),
  today,
})

/** A scrutiny committee with a meeting of three items, the last of which is exempt. */
async function committee(authority: string) {
  const bodyId = crypto.randomUUID()
  const meetings = await db.as(authority, async trx => {
    await insertBody(trx, authority, {
      id: bodyId,
      name: 'Children’s scrutiny',
      kind: 'scrutiny',
      access: 'council',
      about: '',
      quorum: null,
      numbering: 'each meeting',
      venue: 'County Hall',
      clerk: { post: 'Democratic services', name: '', phone: '', email: '' },
      startedOn: null,
      endedOn: null,
      succeeds: null,
      listed: true,
    })
    const arranged = { bodyId, startsAt: '10:00', state: 'held' as const }
    const first = await arrangeMeeting(trx, by(authority), { ...arranged, heldOn: today - 60 })
    const second = await arrangeMeeting(trx, by(authority), { ...arranged, heldOn: today - 10 })
    const meetingId = first.id
    const add = (number: string, title: string, kind: 'report' | 'apologies') =>
      addItem(trx, by(authority), { meetingId, number, title, kind })
    const items = [
      await add('1', 'Apologies', 'apologies'),
      await add('2', 'Improvement plan', 'report'),
      await add('3', 'A contract', 'report'),
    ]
    const exempt = {
      paragraph: 3,
      confidential: false,
      words: 'business affairs',
      publicInterest: 'x',
    }
    await changeItem(trx, by(authority), items[2]?.id ?? '', { exempt })
    const attend = (
      name: string,
      how: How,
      votes: 'all' | 'education' | 'none',
      seat: 'chair' | 'member' | 'statutory co-optee' | 'co-optee',
    ) =>
      noteAttendance(trx, by(authority), {
        meetingId,
        personId: null,
        name,
        capacity: '',
        organisation: '',
        seat,
        votes,
        how,
        standsInFor: '',
      })
    const people = [
      await attend('Councillor Ash', 'present', 'all', 'chair'),
      await attend('Councillor Birch', 'present', 'all', 'member'),
      await attend('Dr Cedar', 'present', 'education', 'statutory co-optee'),
      await attend('Councillor Damson', 'apologies', 'all', 'member'),
      await attend('Councillor Elm', 'virtual', 'all', 'member'),
    ]
    return { first, second, items, people }
  })
  const thread = openThread([], [])
  const rooms = { ...roomsOf(db, authority), thread, colleagues: () => Promise.resolve([]) }
  const site = await signedInSite(minutesPages(rooms))
  return {
    ...meetings,
    site,
    at: `/meetings/${meetings.first.id}/minutes`,
    item: (nth: number) => meetings.items[nth]?.id ?? '',
    clerk: site.as(person(authority, 'clerk')),
    member: site.as(person(authority, 'member')),
    kept: () => db.as(authority, trx => paragraphsOf(trx, meetings.first.id)),
  }
}

const idIn = (location: unknown) => /#p-(.+)$/.exec(String(location))?.[1] ?? ''

test('paragraphs get their numbers by their place, and keep them once published', async () => {
  const { at, item, clerk, member, kept } = await committee('M01')
  const add = (words: string, more: Readonly<Record<string, string>> = {}) =>
    clerk.post(`${at}/paragraphs`, { item: item(1), words, ...more }, `${at}/write`)
  expect((await add('')).statusCode).toBe(422)
  const first = idIn((await add('The director presented the plan.')).headers.location)
  const second = idIn((await add('Members asked for a report.')).headers.location)
  const third = idIn(
    (await add('Cabinet noted the plan.', { kind: 'resolution' })).headers.location,
  )
  const numbers = async () => (await kept()).map(each => [each.number, each.id])
  expect(await numbers()).toEqual([
    ['2.1', first],
    ['2.2', second],
    ['2.3', third],
  ])
  await clerk.post(`/minutes/p/${third}/move`, { way: 'up' }, `${at}/write`)
  expect(await numbers()).toEqual([
    ['2.1', first],
    ['2.2', third],
    ['2.3', second],
  ])
  expect((await member.get(at)).body).toContain('No minutes yet')
  expect((await member.get(`/minutes/p/${first}`)).statusCode).toBe(404)
  expect((await member.get(`${at}/write`)).statusCode).toBe(403)

  expect((await clerk.post(`${at}/publish`, {}, `${at}/write`)).statusCode).toBe(303)
  const read = (await member.get(at)).body
  expect(read).toContain('Draft: subject to acceptance at the next meeting')
  const own = await member.get(`/minutes/p/${first}`)
  expect(own.body).toContain(`${at}#p-${first}`)
  expect(own.body).toContain('The director presented the plan.')
  expect(
    (await clerk.post(`/minutes/p/${first}/move`, { way: 'down' }, `${at}/write`)).statusCode,
  ).toBe(409)
  const unsaid = await add('Between the two.', { after: first })
  expect(unsaid.statusCode).toBe(422)
  expect(unsaid.body).toContain('Between the two.')
  await add('Between the two.', { after: first, reason: 'Left out by mistake' })
  await add('Once more.', { after: first, reason: 'Left out too' })
  await add('The last.', { reason: 'Left out as well' })
  expect((await kept()).map(each => each.number)).toEqual([
    '2.1',
    '2.1A',
    '2.1B',
    '2.2',
    '2.3',
    '2.6',
  ])
})

test('a correction after publication is shown with the old words, who, when and why', async () => {
  const { at, item, clerk, member, first, kept } = await committee('M02')
  const added = await clerk.post(
    `${at}/paragraphs`,
    { item: item(1), words: 'There were 330 placements.' },
    `${at}/write`,
  )
  const id = idIn(added.headers.location)
  await clerk.post(`${at}/publish`, {}, `${at}/write`)
  const edit = `/minutes/p/${id}/edit`
  const without = await clerk.post(edit, { words: 'There were 303 placements.', version: '1' })
  expect(without.statusCode).toBe(422)
  expect(without.body).toContain('There were 303 placements.')
  const reason = 'Two figures were the wrong way round'
  const fields = { words: 'There were 303 placements.', version: '1', reason }
  expect((await clerk.post(edit, fields)).statusCode).toBe(303)
  const read = (await member.get(at)).body
  expect(read).toContain(reason)
  expect(read).toContain('<del>There were 330 placements.</del>')
  expect(read).toContain('The clerk')
  await clerk.post(`/minutes/p/${id}/strike`, { struck: 'yes', reason: 'Not said at this meeting' })
  const struck = (await member.get(at)).body
  expect(struck).toContain('<del>There were 303 placements.</del>')
  expect((await kept())[0]?.number).toBe('2.1')
  const published = await db.as('M02', trx => publishedMinutes(trx, first.id))
  expect(published?.corrections.map(each => each.what)).toEqual(['changed', 'struck'])
})

test('two clerks on one minute: the second sees both texts and nothing is lost', async () => {
  const { at, item, clerk, site, first, kept } = await committee('M03')
  const other = site.as(person('M03', 'clerk', { id: 'second', name: 'The second clerk' }))
  const added = await clerk.post(
    `${at}/paragraphs`,
    { item: item(1), words: 'As it was.' },
    `${at}/write`,
  )
  const id = idIn(added.headers.location)
  const edit = `/minutes/p/${id}/edit`
  expect((await clerk.post(edit, { words: 'The first of two.', version: '1' })).statusCode).toBe(
    303,
  )
  const late = await other.post(edit, { words: 'The second of two.', version: '1' })
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('The first of two.')
  expect(late.body).toContain('The second of two.')
  expect(late.body).toContain('The clerk changed paragraph 2.1 while you were writing')
  expect((await kept())[0]?.words).toBe('The first of two.')
  expect((await other.post(edit, { words: 'Both of two.', version: '2' })).statusCode).toBe(303)
  const changes = await db.as('M03', trx => changesOf(trx, first.id))
  expect(changes.map(each => each.after)).toEqual([
    'As it was.',
    'The first of two.',
    'Both of two.',
  ])
})

test('they are agreed at a later meeting, and not at an earlier one or at one still to come', async () => {
  const { at, item, clerk, member, first, second } = await committee('M04')
  const agree = (fields: Readonly<Record<string, string>>) => clerk.post(`${at}/agree`, fields)
  await clerk.post(`${at}/paragraphs`, { item: item(1), words: 'Noted.' }, `${at}/write`)
  expect((await agree({ atMeeting: second.id })).statusCode).toBe(409)
  await clerk.post(`${at}/publish`, {}, `${at}/write`)
  const itself = await agree({ atMeeting: first.id })
  expect(itself.statusCode).toBe(422)
  expect(itself.body).toContain('Minutes are agreed at a later meeting')
  expect((await agree({ on: '21 November 2027' })).statusCode).toBe(422)
  const words = 'with the word “not” taken out of paragraph 2.1'
  const fields = { atMeeting: second.id, words, signedBy: 'Councillor Ash' }
  expect((await agree(fields)).statusCode).toBe(303)
  const read = (await member.get(at)).body
  expect(read).not.toContain('subject to acceptance')
  expect(read).toContain('Agreed as a correct record at the meeting of 11 November 2026')
  expect(read).toContain('taken out of paragraph 2.1')
  expect(read).toContain('Signed by Councillor Ash')
})

test('one key raises an action with the paragraph as its origin; it is public once the minutes are', async () => {
  const { at, item, clerk, member } = await committee('M05')
  const write = `${at}/write`
  const said = async (nth: number, words: string) =>
    idIn((await clerk.post(`${at}/paragraphs`, { item: item(nth), words }, write)).headers.location)
  const open = await said(1, 'The director will bring the audit to the next meeting.')
  const closed = await said(2, 'The contractor will be told.')
  for (const id of [open, closed])
    expect((await clerk.post(`/minutes/p/${id}/raise`, { kind: 'action' }, write)).statusCode).toBe(
      303,
    )
  const raised = () => db.as('M05', trx => commitmentsFrom(trx, [open, closed]))
  expect((await raised()).map(each => [each.origin.label, each.published])).toEqual([
    ['Children’s scrutiny, 22 September 2026, paragraph 2.1', false],
    ['Children’s scrutiny, 22 September 2026, paragraph 3.1', false],
  ])
  await clerk.post(`${at}/publish`, {}, write)
  expect((await raised()).map(each => each.published)).toEqual([true, false])
  const read = (await member.get(at)).body
  expect(read).toContain('No owner yet')
  expect(read).not.toContain('The contractor will be told.')
  expect(read).toContain('The public was left out for this item: paragraph 3 of part 1')
  const [first] = await raised()
  const journal = await db.as('M05', trx =>
    readJournal(trx, { subject: { kind: COMMITMENT, id: first?.id ?? '' }, limit: 5 }),
  )
  expect(journal.length).toBeGreaterThan(0)
})

test('the public reads what is published, and nothing of an exempt item', async () => {
  const { at, item, clerk, first } = await committee('M06')
  const write = `${at}/write`
  await clerk.post(`${at}/paragraphs`, { item: item(1), words: 'Said in public.' }, write)
  await clerk.post(`${at}/paragraphs`, { item: item(2), words: 'Said in private.' }, write)
  const read = () => db.as('M06', trx => publishedMinutes(trx, first.id))
  expect(await read()).toBeNull()
  await clerk.post(`${at}/publish`, {}, write)
  const published = await read()
  expect(published?.banner).toBe('Draft: subject to acceptance at the next meeting')
  expect(JSON.stringify(published)).toContain('Said in public.')
  expect(JSON.stringify(published)).not.toContain('Said in private.')
  expect(published?.items.map(each => each.closed !== null)).toEqual([false, false, true])
  const pdf = await clerk.get(`${at}.pdf`)
  expect(pdf.headers['content-type']).toBe('application/pdf')
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
})

test('a vote by somebody without one is refused with the rule, and nothing is kept of it', async () => {
  const { at, item, clerk, people, kept } = await committee('M07')
  const vote = `${at}/vote`
  const ballot = (nth: number) => `ballot-${people[nth]?.id ?? ''}`
  const motion = { item: item(1), motion: 'That the plan be noted' }
  const education = await clerk.post(vote, { ...motion, [ballot(0)]: 'for', [ballot(2)]: 'for' })
  expect(education.statusCode).toBe(422)
  expect(education.body).toContain('votes on education only')
  expect(education.body).toContain('Regulations 2001')
  expect(education.body).toContain('That the plan be noted')
  const absent = await clerk.post(vote, { ...motion, [ballot(3)]: 'against' })
  expect(absent.body).toContain('Councillor Damson was not there')
  const online = await clerk.post(vote, { ...motion, [ballot(4)]: 'for' })
  expect(online.body).toContain('Local Government Act 1972')
  const many = await clerk.post(vote, { ...motion, votesFor: '3', votesAgainst: '0' })
  expect(many.statusCode).toBe(422)
  expect(many.body).toContain('3 votes are more than the 2 who were there')
  expect(await kept()).toEqual([])

  const good = await clerk.post(vote, { ...motion, [ballot(0)]: 'for', [ballot(1)]: 'against' })
  const id = idIn(good.headers.location)
  expect((await kept())[0]?.words).toBe(
    'Motion: That the plan be noted. Vote: For 1 (Councillor Ash), against 1 (Councillor Birch), abstained 0. Equal votes.',
  )
  const correct = `/minutes/p/${id}/vote`
  const fields = {
    motion: 'That the plan be noted',
    version: '1',
    votesFor: '2',
    proposer: 'Councillor Ash',
  }
  expect((await clerk.post(correct, fields)).statusCode).toBe(303)
  expect((await kept())[0]?.words).toContain('Proposed by Councillor Ash. Vote: For 2, against 0')
})

test('a figure says where it comes from, or stands in the list of those that do not', async () => {
  const { at, item, clerk, member } = await committee('M08')
  const words = 'There were 330 placements in October, and 294 a year before.'
  const added = await clerk.post(`${at}/paragraphs`, { item: item(1), words }, `${at}/write`)
  const figure = `/minutes/p/${idIn(added.headers.location)}/figure`
  const page = () => clerk.get(`${at}/figures`).then(answer => answer.body)
  expect(await page()).toContain('2 figures have no source yet')
  const bare = await clerk.post(figure, { figure: '330', source: '' }, `${at}/figures`)
  expect(bare.statusCode).toBe(422)
  expect(bare.body).toContain('Enter where the figure comes from.')
  const period = 'October 2026'
  await clerk.post(figure, { figure: '330', source: 'Placement report', period }, `${at}/figures`)
  expect(await page()).toContain('1 figure has no source yet')
  await clerk.post(`${at}/publish`, {}, `${at}/write`)
  const read = (await member.get(at)).body
  expect(read).toContain('Placement report, October 2026')
  expect(read).not.toContain('Without a source')
})

test('no council sees the minutes of another', async () => {
  const { at, item, clerk, first } = await committee('M09')
  await clerk.post(`${at}/paragraphs`, { item: item(1), words: 'Ours.' }, `${at}/write`)
  await clerk.post(`${at}/publish`, {}, `${at}/write`)
  expect(await db.as('M10', trx => paragraphsOf(trx, first.id))).toEqual([])
})
