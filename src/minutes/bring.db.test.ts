import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allBodies, allPeople, seatsOf } from '#bodies'
import { commitmentsFrom } from '#commitments'
import { declarationsOf, nilReturnsOf } from '#declarations'
import { attendanceOf, fileBytes, itemsOf, type Meeting, meetingsOfBody, papersOf } from '#meetings'
import { partState, supplementariesOf } from '#questions'
import { openThread } from '#thread'
import { testDatabase } from '../../tests/database.ts'
import { person, roomsOf, signedInSite } from '../../tests/signed-in.ts'
import { minutesOf, minutesPages, paragraphsOf } from './index.ts'

const db = await testDatabase()
const seeds = join(import.meta.dirname, '..', '..', '..', 'shared', 'seeds')
const files = [
  '000_3916cfbf4d7b7689.txt',
  '001_cbe5dba8ed653b74.txt',
  '002_65ad50408d827144.txt',
  '003_71b8838e3b124f30.txt',
  '004_00eb2afd4530196e.txt',
] as const
const isThere = files.every(name => existsSync(join(seeds, name)))

async function siteOf(authority: string) {
  const thread = openThread([], [])
  const rooms = { ...roomsOf(db, authority), thread, colleagues: () => Promise.resolve([]) }
  const site = await signedInSite(minutesPages(rooms))
  return { site, clerk: site.as(person(authority, 'clerk')) }
}
type Clerk = Awaited<ReturnType<typeof siteOf>>['clerk']

/** The fields of the confirmation page as they stand in it, ticks as they are ticked. */
function fieldsIn(page: string): Record<string, string> {
  const form = page.slice(page.indexOf('app-beside__form'), page.indexOf('</form>'))
  const plain = (text: string) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
  const fields: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1] ?? ''
    const isTick = /type="(?:checkbox|radio)"/.test(tag)
    if (name === '_csrf' || (isTick && !/\bchecked\b/.test(tag))) continue
    fields[name] = plain(/value="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  for (const [, name = '', text = ''] of form.matchAll(
    /<textarea\b[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g,
  ))
    fields[name] = plain(text)
  for (const [, name = '', options = ''] of form.matchAll(
    /<select\b[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  )) {
    const chosen =
      /<option value="([^"]*)" selected/.exec(options) ?? /<option value="([^"]*)"/.exec(options)
    fields[name] = plain(chosen?.[1] ?? '')
  }
  return fields
}

/** Brings a document and opens what was read. */
async function bring(clerk: Clerk, name: string, bytes: string | Uint8Array) {
  const brought = await clerk.upload('/minutes/import', name, bytes)
  expect(brought.statusCode).toBe(303)
  const at = String(brought.headers.location)
  const page = (await clerk.get(at)).body
  return { at, page, fields: fieldsIn(page) }
}

const seed = (nth: 0 | 1 | 2 | 3 | 4) => readFileSync(join(seeds, files[nth]), 'utf8')

async function onlyMeeting(authority: string): Promise<Meeting> {
  const [meeting, ...more] = await db.as(authority, async trx => {
    const [body] = await allBodies(trx)
    return meetingsOfBody(trx, body?.id ?? '')
  })
  if (meeting === undefined || more.length > 0) throw new Error('There is one meeting.')
  return meeting
}

const missing = 'The five source documents are not beside this checkout, so they cannot be read in.'

test('cabinet minutes of 2017 go through the door', async ({ skip }) => {
  skip(!isThere, missing)
  const { clerk } = await siteOf('B00')
  const { at, page, fields } = await bring(clerk, files[0], seed(0))
  expect(page).toContain('5 items')
  expect(page).toContain('app-sheet__found')
  expect(fields['heldOn']).toBe('18 September 2017')
  // It does not say when it began, and that is not made up.
  const unsaid = await clerk.post(at, fields)
  expect(unsaid.statusCode).toBe(422)
  expect(unsaid.body).toContain('The document does not say')
  expect(fieldsIn(unsaid.body)['item-4-title']).toBe("Children's Services Improvement Plan")
  const kept = await clerk.post(at, { ...fields, startsAt: '10:00', front: '' })
  const meeting = await onlyMeeting('B00')
  expect(kept.headers.location).toBe(`/meetings/${meeting.id}/minutes/asks`)
  expect(meeting.concludedAt).toBe('10:25')
  const seen = await db.as('B00', async trx => ({
    bodies: await allBodies(trx),
    items: await itemsOf(trx, meeting.id),
    people: await attendanceOf(trx, meeting.id),
    minutes: await minutesOf(trx, meeting.id),
    paragraphs: await paragraphsOf(trx, meeting.id),
    asked: await supplementariesOf(trx, meeting.id),
    nil: await nilReturnsOf(trx, meeting.id),
    papers: await papersOf(trx, meeting.id),
  }))
  expect(seen.bodies.map(each => [each.name, each.kind])).toEqual([['Cabinet', 'cabinet']])
  expect(seen.items.map(each => each.number)).toEqual(['1', '2', '3', '4', '5'])
  expect(seen.people.filter(each => each.how === 'present')).toHaveLength(8)
  expect(seen.people.filter(each => each.how === 'apologies')).toHaveLength(1)
  expect(seen.minutes?.state).toBe('draft')
  const resolution = seen.paragraphs.find(each => each.kind === 'resolution')
  expect(resolution?.words).toContain('RESOLVED to')
  expect(resolution?.words).toContain('minor changes to the plan')
  expect(seen.asked.map(each => [each.asker, each.packPage, each.parts.length])).toEqual([
    ['Cllr Kate Haigh', '11', 2],
    ['Cllr Iain Dobie', '11', 1],
    ['Cllr Iain Dobie', '11', 1],
  ])
  expect(
    partState(seen.asked[0]?.parts[0] ?? { answer: '', owner: '', dueOn: null, later: null }),
  ).toBe('to follow')
  expect(seen.nil).toEqual(new Set(['interests']))
  const [paper] = seen.papers
  const original = await db.as('B00', trx => fileBytes(trx, paper?.fileSha ?? ''))
  expect(Buffer.from(original ?? []).toString()).toBe(seed(0))
  // Once confirmed it cannot be confirmed again.
  expect((await clerk.post(at, { ...fields, startsAt: '10:00' })).statusCode).toBe(409)
})

test('scrutiny minutes of 2020 keep their numbers, their action and all they ask for', async () => {
  const { clerk } = await siteOf('B01')
  const { at, page, fields } = await bring(clerk, files[1], seed(1))
  expect(page).toContain('Line 104 is cut off')
  expect((await clerk.post(at, fields)).statusCode).toBe(303)
  const meeting = await onlyMeeting('B01')
  const { paragraphs, raised } = await db.as('B01', async trx => {
    const all = await paragraphsOf(trx, meeting.id)
    return {
      paragraphs: all,
      raised: await commitmentsFrom(
        trx,
        all.map(each => each.id),
      ),
    }
  })
  const printed = paragraphs.filter(each => /^[3-7]\./.test(each.number)).map(each => each.number)
  expect(printed).toEqual([
    '3.1',
    '3.2',
    '3.3',
    '3.4',
    '3.5',
    '3.6',
    '3.7',
    '4.1',
    '4.2',
    '4.3',
    '4.4',
    '4.5',
    '4.6',
    '4.7',
    '4.8',
    '5.1',
    '5.2',
    '5.3',
    '5.4',
    '5.5',
    '5.6',
    '6.1',
    '6.2',
    '6.3',
    '6.4',
    '6.5',
    '6.6',
    '7.1',
    '7.2',
    '7.3',
    '7.4',
  ])
  expect(raised.map(each => [each.kind, each.owner, each.state, each.origin.label])).toEqual([
    [
      'action',
      'Andrea Clarke',
      'done',
      'Children and Families Overview and Scrutiny Committee, 16 January 2020, paragraph 3.5',
    ],
  ])
  const asks = (await clerk.get(`/meetings/${meeting.id}/minutes/asks`)).body
  for (const words of [
    'the DCS and the Director of Adult Social Care consider this option',
    'an update on progress of the implementation of this strategy later this year',
    'would receive the inspection report at its meeting on 5 March 2020',
    'reiterated previous concerns',
    'assured the committee that no cases rated as inadequate',
  ])
    expect(asks).toContain(words)
  const figures = (await clerk.get(`/meetings/${meeting.id}/minutes/figures`)).body
  for (const figure of ['9%', '330', '294', '20'])
    expect(figures).toContain(`name="figure" value="${figure}"`)
  // Cut off in the source, whole here as far as it goes.
  const read = (await clerk.get(`/meetings/${meeting.id}/minutes`)).body
  expect(read).toContain('view the full minutes text for item 5')
})

test('a panel’s minutes of 2017 keep the running numbers 262 to 266', async ({ skip }) => {
  skip(!isThere, missing)
  const { clerk } = await siteOf('B02')
  const { at, fields } = await bring(clerk, files[2], seed(2))
  expect((await clerk.post(at, { ...fields, startsAt: '13:30' })).statusCode).toBe(422)
  const body = { bodyName: 'Overview and Scrutiny Panel', bodyKind: 'scrutiny' }
  const more = { startsAt: '13:30', front: '', ...body }
  expect((await clerk.post(at, { ...fields, ...more })).statusCode).toBe(303)
  const meeting = await onlyMeeting('B02')
  const seen = await db.as('B02', async trx => ({
    items: await itemsOf(trx, meeting.id),
    paragraphs: await paragraphsOf(trx, meeting.id),
    declared: await declarationsOf(trx, meeting.id),
    nil: await nilReturnsOf(trx, meeting.id),
  }))
  expect(seen.items.map(each => each.number)).toEqual(['262', '263', '264', '265', '266'])
  expect(seen.paragraphs.some(each => each.number.startsWith('266.'))).toBe(true)
  expect(seen.declared.map(each => [each.kind, each.whose])).toEqual([['other interest', 'family']])
  expect(seen.nil).toEqual(new Set(['party whip']))
})

test('a report of 2022 becomes an item with its paper', async ({ skip }) => {
  skip(!isThere, missing)
  const { clerk } = await siteOf('B03')
  const { at, fields } = await bring(clerk, files[3], seed(3))
  expect(fields['kind']).toBe('report')
  expect((await clerk.post(at, { ...fields, startsAt: '10:00' })).statusCode).toBe(303)
  const meeting = await onlyMeeting('B03')
  const { items, papers } = await db.as('B03', async trx => ({
    items: await itemsOf(trx, meeting.id),
    papers: await papersOf(trx, meeting.id),
  }))
  expect(items.map(each => each.title)).toEqual([
    'Ofsted Inspection of Gloucestershire Children’s Services and Improvement Plan',
  ])
  expect(papers.map(each => [each.kind, each.itemId])).toEqual([['report', items[0]?.id]])
})

test('an agenda of 2017 becomes a meeting whose members sit there by their kind', async () => {
  const { clerk } = await siteOf('B04')
  const { at, page, fields } = await bring(clerk, files[4], seed(4))
  expect(page).toContain('Pages 1 to 8, 49 to 68, 69 to 76')
  expect((await clerk.post(at, fields)).statusCode).toBe(303)
  const meeting = await onlyMeeting('B04')
  const seen = await db.as('B04', async trx => ({
    seats: await seatsOf(trx, meeting.bodyId),
    people: await allPeople(trx),
    minutes: await minutesOf(trx, meeting.id),
  }))
  const votes = (kind: string) =>
    seen.seats.filter(each => each.kind === kind).map(each => each.votes)
  expect([votes('chair').length, votes('member').length]).toEqual([1, 8])
  expect(votes('statutory co-optee')).toEqual(['education'])
  expect(votes('co-optee')).toEqual(['none'])
  expect(seen.people.find(each => each.name === 'Brian Robinson')?.title).toBe('Councillor')
  expect(seen.minutes).toBeNull()
})

const invented = `Minutes of the Children’s Scrutiny Committee

Held on Monday 5 October 2026 at 10.00 am

Present: Cllr Ann Oak, Cllr Ben Pine

1. Apologies

There were none.

2. Placements

2.1 Members asked for a report on placements by 12 December 2026.

2.2 It was RESOLVED that the report be noted.
`

test('what is brought twice or for a meeting that has minutes changes nothing', async () => {
  const { clerk } = await siteOf('B10')
  const first = await bring(clerk, 'minutes.txt', invented)
  expect((await clerk.post(first.at, first.fields)).statusCode).toBe(303)
  const meeting = await onlyMeeting('B10')
  const before = await db.as('B10', trx => paragraphsOf(trx, meeting.id))
  const second = await bring(clerk, 'minutes.txt', invented)
  // The body is known by now, and so is the meeting of that day.
  expect(second.fields['bodyId']).toBe(meeting.bodyId)
  const again = await clerk.post(second.at, second.fields)
  expect(again.statusCode).toBe(422)
  expect(again.body).toContain('has a meeting on 5 October 2026 already')
  const into = await clerk.post(second.at, { ...second.fields, meetingId: meeting.id })
  expect(into.statusCode).toBe(422)
  expect(into.body).toContain('This meeting has minutes already')
  expect(await db.as('B10', trx => paragraphsOf(trx, meeting.id))).toEqual(before)
  expect((await clerk.post(`${second.at}/set-aside`, {}, second.at)).statusCode).toBe(303)
  expect((await clerk.get(second.at)).statusCode).toBe(404)
})

test('an asked-for report is found, raised or set aside with a reason that stays', async () => {
  const { clerk } = await siteOf('B11')
  const { at, fields } = await bring(clerk, 'minutes.txt', invented)
  await clerk.post(at, fields)
  const meeting = await onlyMeeting('B11')
  const asks = `/meetings/${meeting.id}/minutes/asks`
  const page = (await clerk.get(asks)).body
  expect(page).toContain('Members asked for a report on placements')
  const form = /action="(\/minutes\/p\/[^"]+)\/asks\/raise"/.exec(page)?.[1] ?? ''
  const rule = /name="rule" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const words = 'Members asked for a report on placements by 12 December 2026.'
  const bare = await clerk.post(`${form}/asks/dismiss`, { words, rule, reason: '' }, asks)
  expect(bare.statusCode).toBe(422)
  expect(bare.body).toContain('Say why nothing follows from it.')
  const reason = 'It was given at the meeting itself'
  await clerk.post(`${form}/asks/dismiss`, { words, rule, reason }, asks)
  const after = (await clerk.get(asks)).body
  expect(after).toContain(reason)
  expect(after).toContain('Everything that the rules found has been raised or set aside')
  const owner = 'Head of Commissioning'
  const raised = { kind: 'report expected', words, owner, due: '12 December 2026' }
  const write = `/meetings/${meeting.id}/minutes/write`
  expect((await clerk.post(`${form}/asks/raise`, raised, write)).statusCode).toBe(303)
  const [made] = await db.as('B11', async trx => {
    const all = await paragraphsOf(trx, meeting.id)
    return commitmentsFrom(
      trx,
      all.map(each => each.id),
    )
  })
  expect([made?.kind, made?.owner, made?.published]).toEqual(['report expected', owner, true])
})

test('pasted text, and text in which nothing can be told, is kept as it came', async () => {
  const { clerk } = await siteOf('B12')
  const post = (text: string) => clerk.post('/minutes/import/text', { text }, '/minutes/import')
  expect((await post('  ')).statusCode).toBe(422)
  const at = String(
    (await post('A note that is nothing of the kind.\n<b>At all</b>')).headers.location,
  )
  const page = (await clerk.get(at)).body
  expect(page).toContain('Nothing could be told apart in it')
  expect(page).toContain('&lt;b&gt;At all&lt;/b&gt;')
  const fields = fieldsIn(page)
  expect(fields['front']).toContain('A note that is nothing of the kind.')
  const said = { ...fields, bodyName: 'Board', heldOn: '5 October 2026', startsAt: '9.30 am' }
  expect((await clerk.post(at, said)).statusCode).toBe(303)
  const meeting = await onlyMeeting('B12')
  expect(meeting.startsAt).toBe('09:30')
})

test('a file that holds no document is refused with what to bring instead', async () => {
  const { clerk } = await siteOf('B13')
  const picture = await clerk.upload(
    '/minutes/import',
    'a.png',
    Buffer.from('89504e470d0a1a0a00', 'hex'),
  )
  expect(picture.statusCode).toBe(422)
  expect(picture.body).toContain('Bring a DOCX, PDF, HTML or text file')
  expect((await clerk.upload('/minutes/import', '', '')).statusCode).toBe(422)
})
