import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { insertBody } from '#bodies'
import { parseIsoDay } from '#calendar'
import type { Letter } from '#kit/mail.ts'
import { openThread } from '#thread'
import { addItem, arrangeMeeting } from '#meetings'
import { testDatabase } from '../../tests/database.ts'
import { person, roomsOf, signedInSite } from '../../tests/signed-in.ts'
import { partState, questionsOf, questionsPages, supplementariesOf } from './index.ts'

const db = await testDatabase()
const day = (iso: string) => parseIsoDay(iso) ?? Number.NaN
const heldOn = day('2026-09-18')

/** A cabinet that meets on 18 September 2026, its questions due at 10:00 on 11 September. */
async function cabinetOf(authority: string, at = new Date('2026-09-10T08:00:00Z')) {
  const letters: Letter[] = []
  const mail = {
    send: (letter: Letter) => {
      letters.push(letter)
      return Promise.resolve()
    },
    close: () => {},
  }
  const rooms = {
    ...roomsOf(db, authority, at),
    thread: openThread([], []),
    colleagues: () => Promise.resolve([]),
    mail,
  }
  const by = { authority, actor: 'clerk', actorName: 'The clerk', at, today: day('2026-09-10') }
  const { meeting, item } = await db.as(authority, async trx => {
    const bodyId = randomUUID()
    await insertBody(trx, authority, {
      id: bodyId,
      name: 'Cabinet',
      kind: 'cabinet',
      access: 'executive',
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
    const arranged = await arrangeMeeting(trx, by, { bodyId, heldOn, startsAt: '10:00' })
    const added = await addItem(trx, by, {
      meetingId: arranged.id,
      number: '5',
      title: 'Improvement plan',
      kind: 'report',
    })
    return { meeting: arranged, item: added }
  })
  const site = await signedInSite(questionsPages(rooms))
  return { meeting, item, site, letters, clerk: site.as(person(authority, 'clerk')) }
}

const member = { category: 'member', how: 'e-mail', receivedOn: '8 September 2026' }

test('the four shapes of questions in cabinet minutes go in by the forms', async () => {
  const { meeting, item, site, letters, clerk } = await cabinetOf('QU1')
  const at = `/meetings/${meeting.id}/questions`
  const about = { ...member, receivedTime: '15:00', itemId: item.id, packPage: '11' }
  for (const asker of ['Councillor A', 'B', 'B', 'B', 'B', 'B'].map(name => `Councillor ${name}`)) {
    const words = `What ${asker} asked in writing`
    const taken = await clerk.post(`${at}/new`, { ...about, asker, words, email: 'a@example.org' })
    expect(taken.statusCode).toBe(303)
    const question = String(taken.headers.location)
    expect((await clerk.post(`${question}/decide`, { what: 'accept' })).statusCode).toBe(303)
    const answer = { answer: `To ${words}`, answeredBy: 'Leader', version: '2' }
    expect((await clerk.post(`${question}/answer`, answer)).statusCode).toBe(303)
    expect((await clerk.post(`${question}/approve`, {})).statusCode).toBe(303)
  }
  const questions = await db.as('QU1', trx => questionsOf(trx, meeting.id))
  expect(questions.map(each => each.number)).toEqual([1, 2, 3, 4, 5, 6])

  // Two parts, each answered; the first by somebody on the leader's behalf, and deferred.
  const inParts = await clerk.post(`${at}/supplementary`, {
    asker: 'Councillor A',
    follows: questions[0]?.id ?? '',
    itemId: item.id,
    packPage: '11',
    words1: 'Is the review a part of the challenge?',
    respondent1: 'Chief Executive',
    onBehalfOf1: 'Leader of the Council',
    answer1: 'A further update will be given after the meeting.',
    owner1: 'Chief Executive',
    dueOn1: '28 September 2026',
    words2: 'How will the council work with communities?',
    respondent2: 'Leader of the Council',
    answer2: 'As it does now.',
  })
  expect(inParts.statusCode).toBe(303)
  // One to several originals.
  const [, ...five] = questions.map(each => each.id)
  const several = await clerk.post(`${at}/supplementary`, {
    asker: 'Councillor B',
    follows: five,
    words1: 'Is it pursued with the urgency it deserves?',
    respondent1: 'Cabinet Member',
    answer1: 'It is.',
  })
  expect(several.statusCode).toBe(303)

  const asked = await db.as('QU1', trx => supplementariesOf(trx, meeting.id))
  expect(asked.map(each => [each.parts.length, each.follows.length])).toEqual([
    [2, 1],
    [1, 5],
  ])
  const promised = asked[0]?.parts[0]
  expect(promised && partState(promised)).toBe('to follow')

  const reader = site.as(person('QU1', 'member'))
  expect((await reader.get(at)).body).not.toContain('Councillor A asked in writing')
  expect((await clerk.post(`${at}/publish`, {}, at)).statusCode).toBe(303)
  const page = (await reader.get(at)).body
  expect(page).toContain('6 questions from members were received before the meeting.')
  expect(page).toContain('No questions from the public were received.')
  expect(page).toContain('on behalf of Leader of the Council')
  expect(page).toContain('due 28 September 2026')
  expect(page).toContain('(page 11 of the pack)')
  expect(page).toContain('Follows questions 2, 3, 4, 5, 6')
  expect(page).not.toContain('a@example.org')

  // Sent later, with what is to be worded otherwise; whoever asked is told.
  const sent = { words: 'It is a part of it.', how: 'by e-mail', by: 'Chief Executive' }
  const early = await clerk.post(`${at}/later/${promised?.id}`, { ...sent, on: '1 September 2026' })
  expect(early.statusCode).toBe(422)
  expect(early.body).toContain('Enter a day on or after the meeting')
  expect(early.body).toContain('It is a part of it.')
  const later = { ...sent, on: '21 September 2026', amends: 'that the review forms part of it' }
  expect((await clerk.post(`${at}/later/${promised?.id}`, later)).statusCode).toBe(303)
  expect((await reader.get(at)).body).toContain('that the review forms part of it')
  expect(letters.map(each => [each.to, each.text.includes('It is a part of it.')])).toEqual([
    [['a@example.org'], true],
  ])
})

test('a question at 10:01 is kept, the rule is cited, and it is accepted only with a reason', async () => {
  const { meeting, clerk } = await cabinetOf('QU2', new Date('2026-09-11T09:01:00Z'))
  const at = `/meetings/${meeting.id}/questions`
  const words = 'What happens at one minute past ten?'
  const asked = { ...member, asker: 'Councillor C', words, receivedOn: '11 September 2026' }
  const inTime = await clerk.post(`${at}/new`, { ...asked, receivedTime: '10:00' })
  expect((await clerk.get(String(inTime.headers.location))).body).not.toContain('after the time')
  const late = await clerk.post(`${at}/new`, { ...asked, receivedTime: '10:01' })
  expect(late.statusCode).toBe(303)
  const question = String(late.headers.location)
  const page = (await clerk.get(question)).body
  expect(page).toContain('It came after the time for notice.')
  expect(page).toContain('10:00 on Friday 11 September 2026')
  expect(page).toContain('Example constitution')
  expect(page).toContain(words)
  const refused = await clerk.post(`${question}/decide`, { what: 'accept', words: '' })
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('It came too late.')
  const reason = 'The chair agreed: the paper came out late.'
  expect(
    (await clerk.post(`${question}/decide`, { what: 'accept', words: reason })).statusCode,
  ).toBe(303)
  expect((await clerk.get(question)).body).toContain(reason)
})

test('anybody asks by the form, and two who write one answer lose nothing', async () => {
  const { meeting, site, clerk } = await cabinetOf('QU3')
  const visitor = site.as({ ...person('QU3', 'public'), id: '', name: '' })
  const open = await visitor.get('/questions/ask')
  expect(open.body).toContain('10:00 on 11 September 2026')
  const bad = await visitor.post('/questions/ask', { words: 'Why?', email: 'nowhere' })
  expect(bad.statusCode).toBe(422)
  expect(bad.body).toContain('Enter your name.')
  expect(bad.body).toContain('Why?')
  const sent = await visitor.post('/questions/ask', {
    meetingId: meeting.id,
    asker: 'A parent',
    email: 'parent@example.org',
    onAgenda: 'yes',
    words: 'Why so many social workers?',
  })
  expect(sent.statusCode).toBe(303)
  const thanks = (await visitor.get(String(sent.headers.location))).body
  expect(thanks).toContain('It came in time.')
  expect(thanks).not.toContain('Why so many')
  const [question] = await db.as('QU3', trx => questionsOf(trx, meeting.id))
  const at = `/questions/${question?.id}`
  expect((await visitor.get(at)).statusCode).not.toBe(200)
  await clerk.post(`${at}/decide`, { what: 'accept' })
  const mine = { answer: 'My words.', answeredBy: 'Leader', version: '2' }
  expect((await clerk.post(`${at}/answer`, mine)).statusCode).toBe(303)
  const theirs = await clerk.post(`${at}/answer`, { ...mine, answer: 'Their words.' })
  expect(theirs.statusCode).toBe(422)
  expect(theirs.body).toContain('My words.')
  expect(theirs.body).toContain('Their words.')
})
