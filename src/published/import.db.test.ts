import { createServer } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import { addBody, allBodies, allPeople } from '#bodies'
import { parseIsoDay } from '#calendar'
import { fetchPublic, type Network } from '#kit/http/fetch-public.ts'
import type { Jobs } from '#kit/jobs/index.ts'
import { agendaFor, attendanceOf, itemsOf, meetingsOfBody, papersOf } from '#meetings'
import { minutesOf, paragraphsOf } from '#minutes'
import { testDatabase } from '../../tests/database.ts'
import { person, roomsOf, signedInSite } from '../../tests/signed-in.ts'
import { importPages, publishedPages, readServiceFor, readServiceJob } from './index.ts'

const db = await testDatabase()

// Answers in the shape of the service, of a council that does not exist.
const committees =
  '<committees><committeescount>2</committeescount><committee><committeeid>7</committeeid><committeetitle>Children&amp;#39;s Scrutiny Committee</committeetitle><committeedeleted>False</committeedeleted></committee><committee><committeeid>8</committeeid><committeetitle>Cabinet</committeetitle></committee></committees>'
const councillors =
  '<councillorsbyward><wards><ward><wardtitle>North</wardtitle><councillors><councillor><councillorid>3</councillorid><fullusername>Councillor Ada Example</fullusername></councillor></councillors></ward></wards></councillorsbyward>'
const meetings =
  '<getmeetings><meetingscount>1</meetingscount><committeescount>1</committeescount><committee><committeeid>7</committeeid><committeetitle>Children&amp;#39;s Scrutiny Committee</committeetitle><committeemeetingcount>1</committeemeetingcount><committeemeetings><meeting><meetingid>70</meetingid><meetingdate>10/02/2026</meetingdate><meetingstatus>Confirmed</meetingstatus><meetingtime>10.00 am</meetingtime></meeting></committeemeetings></committee></getmeetings>'
const item = (number: number, title: string, more: string) =>
  `<agendaitem><agendaitemid>${number}</agendaitemid><agendaitemtitle>${title}</agendaitemtitle><fulldisplaynumberformat>${number}.</fulldisplaynumberformat>${more}</agendaitem>`
const meeting = `<meeting><meetingid>70</meetingid><meetingdate>10/02/2026</meetingdate><meetingstatus>Confirmed</meetingstatus><isdisplayallowed>True</isdisplayallowed><meetingtime>10.00 am</meetingtime><meetinglocation>Town hall</meetinglocation><agendaitems>${item(1, 'Improvement plan', '<minutesnonemptyhtmlbody>&lt;p&gt;The plan was noted.&lt;/p&gt;&lt;p&gt;Members asked for a report.&lt;/p&gt;</minutesnonemptyhtmlbody><isminutepublished>True</isminutepublished>')}${item(2, 'A contract', '<isrestricted>True</isrestricted><minutesnonemptyhtmlbody>Secretwords</minutesnonemptyhtmlbody>')}</agendaitems><attendees><attendee membertype="C" memberid="3" name="Councillor Ada Example" attendance="Present"/></attendees></meeting>`

const answers: Readonly<Record<string, string>> = {
  GetCommittees: committees,
  GetCouncillorsByWard: councillors,
  GetMeetings: meetings,
  GetMeeting: meeting,
}
let refuses = false
const server = createServer((request, reply) => {
  const method = /asmx\/(\w+)/.exec(request.url ?? '')?.[1] ?? ''
  reply.writeHead(refuses ? 403 : 200).end(answers[method] ?? '')
})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
const place = server.address()
const port = typeof place === 'object' && place !== null ? place.port : 0
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const network: Network = {
  lookup: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
  isPublic: () => true,
}

async function siteOf(authority: string) {
  const rooms = roomsOf(db, authority)
  /** A queue that does what is asked at once. */
  const jobs: Pick<Jobs, 'send'> = {
    send: async (kind, code, data) => {
      if (kind.name === readServiceJob.name)
        await readServiceFor(
          db,
          (address, limits) =>
            fetchPublic(
              address.replace(/^https:\/\/[^/]+/, `http://council.test:${port}`),
              { ...limits, allowHttp: true },
              network,
            ),
          readServiceJob.data.parse(data),
          { authority: code, progress: () => {} },
          rooms.now(),
        )
      return crypto.randomUUID()
    },
  }
  // as: of the queue only sending is used here.
  const site = await signedInSite([
    ...importPages({ ...rooms, jobs: jobs as Jobs }),
    ...publishedPages({ ...rooms, outbox: null, secret: 'x'.repeat(40), publicUrl: '' }),
  ])
  return { site, clerk: site.as(person(authority, 'clerk')) }
}

const at = '/meetings/import-moderngov'
const asked = { address: 'https://democracy.example', from: '1 January 2026', to: '1 March 2026' }

test('a service is read, shown and brought in once, and nothing of it is published', async () => {
  const { site, clerk } = await siteOf('IM1')
  await db.as('IM1', trx =>
    addBody(
      trx,
      { authority: 'IM1', actor: 'a', actorName: 'A', at: new Date('2026-01-01T00:00:00Z') },
      {
        id: crypto.randomUUID(),
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
      },
    ),
  )
  expect((await clerk.post(at, { ...asked, address: 'democracy.example' })).statusCode).toBe(422)
  expect((await clerk.post(at, { ...asked, from: 'soon' })).statusCode).toBe(422)

  for (const expected of [
    'New: one body, one person, one meeting. There before: 0.',
    'There before: 3.',
  ]) {
    const begun = await clerk.post(at, asked)
    const found = await clerk.get(String(begun.headers.location))
    expect(found.body).toContain(
      'Children&#39;s Scrutiny Committee, 10 February 2026: 2 items, 1 with minutes',
    )
    expect(found.body).toContain('Councillor Ada Example')
    const done = await clerk.post(String(begun.headers.location), {})
    expect((await clerk.get(String(done.headers.location))).body).toContain(expected)
    // The same again is refused: it was brought in.
    expect((await clerk.post(String(begun.headers.location), {}, at)).statusCode).toBe(409)
  }

  await db.as('IM1', async trx => {
    const bodies = await allBodies(trx)
    const scrutiny = bodies.find(each => each.name === "Children's Scrutiny Committee")
    expect(bodies).toHaveLength(2)
    expect([scrutiny?.kind, scrutiny?.listed]).toEqual(['scrutiny', false])
    expect((await allPeople(trx)).map(({ title, name }) => [title, name])).toEqual([
      ['Councillor', 'Ada Example'],
    ])
    const [kept] = await meetingsOfBody(trx, scrutiny?.id ?? '')
    expect([kept?.heldOn, kept?.state, kept?.venue, kept?.importedFrom]).toEqual([
      parseIsoDay('2026-02-10'),
      'held',
      'Town hall',
      'https://democracy.example',
    ])
    const items = await itemsOf(trx, kept?.id ?? '')
    expect(
      items.map(({ number, title, exempt, publishedAt }) => [
        number,
        title,
        exempt !== null,
        publishedAt,
      ]),
    ).toEqual([
      ['1', 'Improvement plan', false, null],
      ['2', 'A contract', true, null],
    ])
    expect((await paragraphsOf(trx, kept?.id ?? '')).map(({ words }) => words)).toEqual([
      'The plan was noted.',
      'Members asked for a report.',
    ])
    expect((await minutesOf(trx, kept?.id ?? ''))?.state).toBe('being written')
    expect((await attendanceOf(trx, kept?.id ?? '')).map(({ name, how }) => [name, how])).toEqual([
      ['Councillor Ada Example', 'present'],
    ])
  })
  const nobody = await site.app.inject({ url: '/public/meetings' })
  expect(nobody.body).not.toContain('Scrutiny')
})

test('a supplement comes in beside the report that it adds to, with its address', async () => {
  const { clerk } = await siteOf('IM5')
  const paper = (id: number, title: string) =>
    `<linkeddoc><attachmentid>${id}</attachmentid><title>${title}</title><url>https://council.example/${id}</url></linkeddoc>`
  const documents = `<linkeddocuments>${paper(1, 'Plan report')}${paper(2, 'Appendix')}</linkeddocuments>`
  const supplements = `<linkeddocuments>${paper(8, 'Supplementary agenda, item 1: plan')}${paper(9, 'Agenda supplement 2')}</linkeddocuments>`
  const answer = meeting
    .replace(
      '</agendaitem>',
      `<refertocommittee>Scrutiny</refertocommittee>${documents}</agendaitem>`,
    )
    .replace('</meeting>', `${supplements}</meeting>`)
  const sent = await clerk.upload(`${at}/files`, 'meeting.xml', answer, {}, at)
  const found = await clerk.get(String(sent.headers.location))
  expect(found.body).toContain('2 added later (1 of them to a report that is there)')
  expect(found.body).toContain('4 papers stay where they are')
  await clerk.post(String(sent.headers.location), {})
  const { papers, agenda } = await db.as('IM5', async trx => {
    const [body] = await allBodies(trx)
    const [kept] = await meetingsOfBody(trx, body?.id ?? '')
    if (kept === undefined) throw new Error('no meeting')
    const sight = { drafts: true, restricted: true }
    return {
      papers: await papersOf(trx, kept.id),
      agenda: await agendaFor(trx, kept, sight),
    }
  })
  expect(papers.map(each => [each.title, each.kind, each.itemId !== null])).toEqual([
    ['Plan report', 'report', true],
    ['Supplementary agenda, item 1: plan', 'additional', true],
    ['Appendix', 'report', true],
    ['Agenda supplement 2', 'additional', false],
  ])
  expect(papers[1]?.words).toBe(
    'This paper stands where it was published: https://council.example/8\n\nIt adds to “Plan report”.',
  )
  expect(
    agenda.entries[0]?.papers.map(({ title, addsTo }) => [title, addsTo?.title ?? null]),
  ).toEqual([
    ['Plan report', null],
    ['Supplementary agenda, item 1: plan', 'Plan report'],
    ['Appendix', null],
  ])
})

test('files are read by what is in them, and what is none is said', async () => {
  const { clerk } = await siteOf('IM2')
  const send = (name: string, text: string) => clerk.upload(`${at}/files`, name, text, {}, at)
  const alone = await send('meeting.xml', meeting)
  const first = await clerk.get(String(alone.headers.location))
  expect(first.body).toContain('Meeting 70 does not say whose it is.')
  const list = await clerk.get(String((await send('list.xml', committees)).headers.location))
  expect(list.body).toContain('Children&#39;s Scrutiny Committee')
  const picture = await clerk.get(String((await send('a.png', '\u0089PNG')).headers.location))
  expect(picture.body).toContain('“a.png” is no answer of ModernGov’s service that we know.')
})

test('a council that lets no program read gets a sentence, and nothing comes in', async () => {
  refuses = true
  const { clerk } = await siteOf('IM3')
  const begun = await clerk.post(at, asked)
  const { body } = await clerk.get(String(begun.headers.location))
  expect(body).toContain('does not let programs read its service')
  expect(body).toContain('There is nothing to bring in.')
  refuses = false
})

test('others than clerks do not bring anything in', async () => {
  const { site } = await siteOf('IM4')
  for (const role of ['director', 'member', 'plan-owner'] as const)
    expect((await site.as(person('IM4', role)).get(at)).statusCode, role).toBe(403)
})
