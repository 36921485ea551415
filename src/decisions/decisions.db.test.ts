import { expect, test } from 'vitest'
import { insertBody } from '#bodies'
import { parseIsoDay } from '#calendar'
import { openThread } from '#thread'
import { testDatabase } from '../../tests/database.ts'
import { person, roomsOf, signedInSite } from '../../tests/signed-in.ts'
import { decisionsPages } from './index.ts'

const db = await testDatabase()
const day = (iso: string) => parseIsoDay(iso) ?? Number.NaN

async function siteOf(authority: string, at = new Date('2022-06-22T12:00:00Z')) {
  let now = at
  const rooms = {
    ...roomsOf(db, authority, at),
    now: () => now,
    here: () =>
      Promise.resolve({
        council: { code: authority, name: 'Testshire', brandColour: null, demonstration: false },
        today: Math.floor(now.getTime() / 86_400_000),
      }),
    thread: openThread([], []),
    colleagues: () => Promise.resolve([]),
  }
  const site = await signedInSite(decisionsPages(rooms))
  return {
    clerk: site.as(person(authority, 'clerk')),
    member: site.as(person(authority, 'member')),
    on: (iso: string) => {
      now = new Date(`${iso}T12:00:00Z`)
    },
  }
}

const notice = {
  kind: 'key',
  matter: 'Improvement plan',
  maker: 'Cabinet',
  members: 'The leader and eight members',
  fromOn: '22 June 2022',
  documents: 'Report and plan',
  address: 'The clerk, county hall',
  otherDocuments: 'Others may be submitted.',
  howToRequest: 'Write to the clerk.',
}

const decision = {
  title: 'Improvement plan',
  makerKind: 'body',
  maker: 'Cabinet',
  takenOn: '22 June 2022',
  outcome: 'approved',
  recommended:
    '1. Note the report\n2. Approve the plan\n3. Delegate to the director any final changes',
  resolved:
    'Note the report\nApprove the plan\nDelegate to the director, in consultation with the lead member, any minor changes',
  reasons: 'A plan is required by 15 July.',
  alternatives: 'None: the law requires a plan.',
  interests: 'None.',
  executive: 'yes',
  isKey: 'yes',
  keyWords: 'It affects every division.',
}

test('a key decision goes from its notice through call-in to force', async () => {
  const { clerk, member, on } = await siteOf('DC1', new Date('2022-05-20T12:00:00Z'))
  const half = await clerk.post('/decisions/notices/new', {
    ...notice,
    documents: '',
    howToRequest: '',
  })
  const at = String(half.headers.location)
  const lacks = (await clerk.get(at)).body
  expect(lacks).toContain('(e) the documents submitted for consideration')
  expect(lacks).toContain('(h) how to ask')
  expect(lacks).toContain('Last day to publish it: 24 May 2022')
  const early = await clerk.post(`${at}/publish`, {}, `${at}/change`)
  expect(early.statusCode).toBe(409)
  expect(early.body).toContain('regulation 9(1)')
  await clerk.post(`${at}/change`, notice)
  expect((await member.get(at)).statusCode).toBe(404)
  expect((await clerk.post(`${at}/publish`, {}, at)).statusCode).toBe(303)
  expect((await member.get(at)).body).toContain('The leader and eight members')

  on('2022-06-23')
  const noticeId = at.split('/').at(-1) ?? ''
  const made = await clerk.post('/decisions/new', { ...decision, noticeId })
  const own = String(made.headers.location)
  expect((await member.get(own)).statusCode).toBe(404)
  const draft = (await clerk.get(own)).body
  expect(draft).toContain('One part differs')
  expect(draft).toContain('<ins>')
  expect(draft).not.toContain('Before publishing')
  expect((await clerk.post(`${own}/publish`, {})).statusCode).toBe(303)
  const open = (await member.get(own)).body
  expect(open).toContain('Open to call-in until 30 June 2022')

  const few = { by: 'Two members', members: '2', reasons: 'No options were given.' }
  await clerk.post(`${own}/call-in`, few)
  expect((await member.get(own)).body).toContain('Not valid.')
  expect((await member.get(own)).body).toContain('It takes 3 members')
  await clerk.post(`${own}/call-in`, { ...few, by: 'Three members', members: '3' })
  expect((await member.get('/decisions')).body).toContain('Called in, waiting for its hearing')
  const hearing = /call-ins\/[0-9a-f-]{36}/.exec((await clerk.get(own)).body)?.[0] ?? ''
  const heard = {
    on: '5 July 2022',
    outcome: 'no further action',
    words: 'Options were explained.',
  }
  expect((await clerk.post(`${own}/${hearing}`, heard)).statusCode).toBe(303)
  expect((await member.get('/decisions')).body).toContain('In force')
  // What is published stays as it is.
  expect((await clerk.post(`${own}/change`, decision)).statusCode).toBe(409)
})

test('a key decision without notice is published only with words about it', async () => {
  const { clerk } = await siteOf('DC2')
  const made = await clerk.post('/decisions/new', decision)
  const own = String(made.headers.location)
  expect((await clerk.get(own)).body).toContain('A key decision needs a published notice')
  const refused = await clerk.post(`${own}/publish`, {})
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('28 clear')
  const inSpite = 'It is reported to full council on 13 July.'
  expect((await clerk.post(`${own}/publish`, { inSpite })).statusCode).toBe(303)
  expect((await clerk.get(own)).body).toContain(inSpite)
})

test('a delegation is used only within its words, and its use shows what changed', async () => {
  const { clerk, member } = await siteOf('DC3')
  const made = await clerk.post('/decisions/new', { ...decision, isKey: '' })
  const own = String(made.headers.location)
  await clerk.post(`${own}/publish`, {})
  const delegated = {
    toPost: 'Director of Children’s Services',
    consulting: 'Lead member',
    scope: 'Any minor changes to the plan.',
    expiresWords: 'the plan is submitted',
  }
  expect((await clerk.post(`${own}/delegate`, delegated)).statusCode).toBe(303)
  const use = /delegations\/[0-9a-f-]{36}\/use/.exec((await clerk.get(own)).body)?.[0] ?? ''
  const used = { doneOn: '22 June 2022', doneBy: 'Director', words: 'A date was put right.' }
  const alone = await clerk.post(`${own}/${use}`, used)
  expect(alone.statusCode).toBe(422)
  expect(alone.body).toContain('only in consultation with Lead member')
  expect(alone.body).toContain('A date was put right.')
  const changed = { before: 'By 5 July.', after: 'By 15 July.', consulted: 'Lead member, 21 June' }
  expect((await clerk.post(`${own}/${use}`, { ...used, ...changed })).statusCode).toBe(303)
  const page = (await member.get(own)).body
  expect(page).toContain('<del>5</del><ins>15</ins>')
  const list = (await member.get('/decisions/delegations')).body
  expect(list).toContain('Once, last on 22 June 2022')
  const end = use.replace('/use', '/end')
  await clerk.post(`${own}/${end}`, { words: 'The plan was submitted.' })
  const after = await clerk.post(`${own}/${use}`, { ...used, ...changed, doneOn: '23 June 2022' })
  expect(after.statusCode).toBe(422)
  expect(after.body).toContain('The delegation ended on 22 June 2022')
})

test('two clerks on one record: the second is told, and her words are still there', async () => {
  const { clerk } = await siteOf('DC4')
  await db.as('DC4', trx =>
    insertBody(trx, 'DC4', {
      id: '00000000-0000-4000-8000-0000000000d4',
      name: 'Cabinet',
      kind: 'cabinet',
      access: 'executive',
      about: '',
      quorum: null,
      numbering: 'each meeting',
      venue: '',
      clerk: { post: '', name: '', phone: '', email: '' },
      startedOn: day('2017-01-01'),
      endedOn: null,
      succeeds: null,
      listed: true,
    }),
  )
  const made = await clerk.post('/decisions/new', { ...decision, isKey: '' })
  const own = String(made.headers.location)
  const first = await clerk.post(`${own}/change`, { ...decision, isKey: '', version: '1' })
  expect(first.statusCode).toBe(303)
  const reasons = 'The second clerk’s reasons.'
  const second = await clerk.post(`${own}/change`, { ...decision, reasons, version: '1' })
  expect(second.statusCode).toBe(422)
  expect(second.body).toContain('Somebody else has changed this decision')
  expect(second.body).toContain('The second clerk’s reasons.')
})
