import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseIsoDay } from '#calendar'
import { arbitraryPublished } from '../../../conformance/published/arbitrary.ts'
import {
  meetingFromModernGov,
  modernGovAnswer,
  modernGovCommittees,
  modernGovCouncillors,
  modernGovMeeting,
  modernGovMeetings,
  modernGovTime,
  parseModernGovDay,
  parseModernGovTime,
  peopleFromModernGov,
  readModernGovCommittees,
  readModernGovCouncillors,
  readModernGovMeeting,
  readModernGovMeetings,
  writeModernGovCommittees,
  writeModernGovCouncillors,
  writeModernGovMeeting,
  writeModernGovMeetings,
} from './index.ts'

const today = parseIsoDay('2026-11-21') ?? 0
const readAt = new Date('2026-11-21T12:00:00Z')
const asItIs = (_kind: string, id: string): string => id

function read<Value>(
  reading: { kind: 'read'; value: Value; faults: readonly string[] } | { kind: 'refused' },
): { value: Value; faults: readonly string[] } {
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading))
  return reading
}

const item = (inside: string): string =>
  `<?xml version="1.0"?><meeting><meetingid>7</meetingid><meetingdate>10/02/2026</meetingdate>
   <agendaitems><agendaitem><agendaitemid>1</agendaitemid>${inside}</agendaitem></agendaitems></meeting>`

test('a title that is escaped twice is read as it was written', () => {
  const { value, faults } = read(
    readModernGovMeeting(
      item('<agendaitemtitle>Chair&amp;#39;s report &amp;amp; R&amp;D</agendaitemtitle>'),
    ),
  )
  expect(value.items[0]?.title).toBe('Chair’s report & R&D'.replace('’', "'"))
  expect(faults).toEqual([])
})

test('markup that was pasted into plain text is not shown, and signs that look like it are', () => {
  const location = (written: string): string | null | undefined =>
    read(
      readModernGovMeeting(
        `<meeting><meetingid>7</meetingid><meetinglocation>${written}</meetinglocation></meeting>`,
      ),
    ).value.location
  expect(location('&lt;p&gt;Hall&lt;br /&gt;Floor 2&lt;/p&gt;')).toBe('Hall\nFloor 2')
  expect(location('Rooms &amp;lt;b&amp;gt; and 1 &amp;lt; 2')).toBe('Rooms <b> and 1 < 2')
})

test('bodies are read from entities, CDATA, elements, and escaped once too often', () => {
  const once = '&lt;p class="MsoNormal"&gt;Agreed.&lt;/p&gt;'
  for (const body of [
    once,
    '<![CDATA[<p class="MsoNormal">Agreed.</p>]]>',
    '<p class="MsoNormal">Agreed.</p>',
    once.replaceAll('&', '&amp;'),
  ]) {
    const { value } = read(
      readModernGovMeeting(item(`<minutesnonemptyhtmlbody>${body}</minutesnonemptyhtmlbody>`)),
    )
    expect(value.items[0]?.minutes).toEqual({ html: '<p>Agreed.</p>', text: 'Agreed.' })
  }
})

test('what cannot be read is told and kept, and is written as it came', () => {
  const answer = `<meeting><meetingid>7</meetingid><meetingdate>31/02/2026</meetingdate>
    <meetingtime>10.00 am or when the other meeting ends</meetingtime><newthing a="1">x<b>y</b></newthing></meeting>`
  const { value, faults } = read(readModernGovMeeting(answer))
  expect(value.day).toBe(null)
  expect(value.rest.map(each => each.name)).toEqual(['meetingdate', 'meetingtime', 'newthing'])
  expect(faults).toEqual([
    '“31/02/2026” in meetingdate could not be read. It is kept as it came.',
    '“10.00 am or when the other meeting ends” in meetingtime could not be read. It is kept as it came.',
  ])
  expect(read(readModernGovMeeting(writeModernGovMeeting(value))).value).toEqual(value)
  expect(writeModernGovMeeting(value)).toContain('<newthing a="1">x<b>y</b></newthing>')
})

test('an answer inside an envelope, inside a string, or in capitals is found', () => {
  const committees =
    '<committees><committee><committeeid>1</committeeid><committeetitle>A</committeetitle></committee></committees>'
  for (const answer of [
    committees,
    `\uFEFF<?xml version="1.0" encoding="utf-8"?>\n${committees}`,
    `<soap:Envelope xmlns:soap="x"><soap:Body><GetCommitteesResponse><GetCommitteesResult>${committees}</GetCommitteesResult></GetCommitteesResponse></soap:Body></soap:Envelope>`,
    `<string xmlns="http://moderngov.co.uk/namespaces">${committees.replaceAll('<', '&lt;')}</string>`,
    committees.replaceAll('committee', 'Committee'),
  ]) {
    const { value } = read(readModernGovCommittees(answer))
    expect(value.committees.map(each => [each.id, each.title])).toEqual([['1', 'A']])
  }
})

test('an answer that is none is refused with a sentence', () => {
  const refusal = (answer: string | Uint8Array): string => {
    const reading = readModernGovMeetings(answer)
    return reading.kind === 'refused' ? reading.reason : 'read'
  }
  expect(refusal('')).toBe('The service answered with nothing.')
  expect(refusal('<!DOCTYPE html><html><head><title>Just a moment...</title>')).toBe(
    'The service answered with a web page (“Just a moment...”) and not with data.',
  )
  expect(refusal('Missing parameter: sFromDate.')).toBe(
    'The service says that it was asked without “sFromDate”, which it needs.',
  )
  expect(refusal('GetWards Web Service method name is not valid.')).toBe(
    'This service has no GetWards.',
  )
  expect(
    refusal(
      '<soap:Envelope><soap:Body><soap:Fault><faultcode>soap:Server</faultcode><faultstring>Server was unable to process request.</faultstring></soap:Fault></soap:Body></soap:Envelope>',
    ),
  ).toBe('The service answered with an error: Server was unable to process request.')
  expect(refusal('<committees></committees>')).toBe(
    'The service answered with “committees” where “getmeetings” was expected.',
  )
  expect(refusal(new Uint8Array([0xff, 0xfe]))).toBe('The service answered with nothing.')
})

test('letters are read whatever they were written in', () => {
  const answer = item('<agendaitemtitle>Caffè – Llŷr</agendaitemtitle>')
  const inUtf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(answer, 'utf16le')])
  expect(read(readModernGovMeeting(inUtf16)).value.items[0]?.title).toBe('Caffè – Llŷr')
  const inWindows = Buffer.from(item('<agendaitemtitle>Caff\u00E8</agendaitemtitle>'), 'latin1')
  const { value, faults } = read(readModernGovMeeting(inWindows))
  expect(value.items[0]?.title).toBe('Caffè')
  expect(faults).toEqual(['The file is not UTF-8, so its letters were read as Windows-1252.'])
})

test('what is cut short, or says that it holds more than it does, is told', () => {
  const { value, faults } = read(
    readModernGovCommittees(
      '<committees><committeescount> 2</committeescount><committee><committeeid>1</committeeid><committeetitle>Au',
    ),
  )
  expect(value.committees).toHaveLength(1)
  expect(faults).toEqual([
    'The answer stops before its end, so some of it may be missing.',
    'The answer says that it holds 2 and holds 1 (committee).',
  ])
})

test('home addresses are not taken', () => {
  const { value, faults } = read(
    readModernGovCouncillors(
      `<councillorsbyward><wards><ward><wardtitle>Central</wardtitle><councillors><councillor><councillorid>1</councillorid>
      <fullusername>Councillor A</fullusername><workaddress><email>a@council.example</email></workaddress>
      <homeaddress><line1>1 Hidden Street</line1></homeaddress>
      <termsofoffice><termofoffice><startdate>01/05/2025</startdate><enddate>unspecified</enddate></termofoffice></termsofoffice>
      </councillor></councillors></ward></wards></councillorsbyward>`,
    ),
  )
  expect(JSON.stringify(value)).not.toContain('Hidden')
  expect(faults).toEqual(['Home addresses were left out.'])
  expect(value.wards[0]?.councillors[0]?.terms[0]).toMatchObject({ endsOn: null })
  expect(peopleFromModernGov(value, readAt)).toMatchObject([
    { id: '1', name: 'Councillor A', ward: 'Central', email: 'a@council.example' },
  ])
})

test('what is restricted is not taken over, though it was sent', () => {
  const answer = `<meeting><meetingid>7</meetingid><meetingdate>10/02/2026</meetingdate><agendaitems>
    <agendaitem><agendaitemid>1</agendaitemid><agendaitemtitle>Legal advice</agendaitemtitle><agendatext>secret words</agendatext>
      <isrestricted>True</isrestricted><linkeddocuments><linkeddoc><attachmentid>5</attachmentid><title>secret paper</title><url>https://x.example/s</url>
      <isrestricted>True</isrestricted><restrictionsRef>Paragraph 5 of Schedule 12A</restrictionsRef></linkeddoc></linkeddocuments></agendaitem>
    <agendaitem><agendaitemid>2</agendaitemid><agendaitemtitle>hidden item</agendaitemtitle><isdisplayallowed>False</isdisplayallowed></agendaitem>
    <agendaitem><agendaitemid>3</agendaitemid><agendaitemtitle>Draft</agendaitemtitle><isminutepublished>False</isminutepublished>
      <minutesnonemptyhtmlbody>secret draft</minutesnonemptyhtmlbody></agendaitem></agendaitems></meeting>`
  const { value } = read(readModernGovMeeting(answer))
  const meeting = meetingFromModernGov(value, { body: '1', today, readAt })
  expect(JSON.stringify(meeting)).not.toMatch(/secret|hidden/)
  expect(meeting?.items[0]).toEqual({
    id: '1',
    number: null,
    title: 'Legal advice',
    exempt: { paragraph: '5', words: 'Paragraph 5 of Schedule 12A' },
  })
})

test('days and times as services write them', () => {
  expect(parseModernGovDay('10/02/2026 00:00:00')).toBe(parseIsoDay('2026-02-10'))
  expect(parseModernGovDay('30/02/2026')).toBe(null)
  const times = [
    '10.00 am',
    '2.30 pm',
    '12.15 am',
    '12 noon',
    '14:30',
    '7pm',
    '6.30 p.m.',
    '9:05:00',
  ]
  expect(times.map(parseModernGovTime)).toEqual([
    '10:00',
    '14:30',
    '00:15',
    '12:00',
    '14:30',
    '19:00',
    '18:30',
    '09:05',
  ])
  expect(['25.00', 'late', '10', '13.00 am'].map(parseModernGovTime)).toEqual([
    null,
    null,
    null,
    null,
  ])
  for (const time of ['00:00', '00:59', '11:59', '12:00', '23:05'])
    expect(parseModernGovTime(modernGovTime(time))).toBe(time)
})

test('what is written in its shape is read as it was, whatever the words', () => {
  fc.assert(
    fc.property(arbitraryPublished(), published => {
      const committees = modernGovCommittees(published, today, asItIs)
      expect(readModernGovCommittees(writeModernGovCommittees(committees))).toEqual({
        kind: 'read',
        value: committees,
        faults: [],
      })
      const councillors = modernGovCouncillors(published, asItIs)
      expect(readModernGovCouncillors(writeModernGovCouncillors(councillors))).toEqual({
        kind: 'read',
        value: councillors,
        faults: [],
      })
      const asked = { body: null, from: 0, to: 30_000 }
      const meetings = modernGovMeetings(published, asked, asItIs)
      expect(readModernGovMeetings(writeModernGovMeetings(meetings))).toEqual({
        kind: 'read',
        value: meetings,
        faults: [],
      })
      for (const meeting of published.meetings) {
        const written = modernGovMeeting(published, meeting, asItIs)
        expect(readModernGovMeeting(writeModernGovMeeting(written))).toEqual({
          kind: 'read',
          value: written,
          faults: [],
        })
      }
    }),
    { numRuns: 150 },
  )
})

test('a meeting of ours comes back from its shape with its items, papers and words', () => {
  fc.assert(
    fc.property(arbitraryPublished(), published => {
      for (const meeting of published.meetings) {
        const { value } = read(
          readModernGovMeeting(writeModernGovMeeting(modernGovMeeting(published, meeting, asItIs))),
        )
        const again = meetingFromModernGov(value, { body: meeting.body, today, readAt })
        expect(again?.starts).toEqual(meeting.starts)
        expect(again?.items.map(each => [each.id, each.title, each.exempt === null])).toEqual(
          meeting.items.map(each => [each.id, each.title, each.exempt === null]),
        )
        const papers = (of: typeof meeting): unknown =>
          of.items.map(each => (each.exempt === null ? each.papers.map(one => one.title) : []))
        expect(again && papers(again)).toEqual(papers(meeting))
        const minutes = (of: typeof meeting): unknown =>
          of.items.map(each => (each.exempt === null ? each.minutes : null))
        expect(again && minutes(again)).toEqual(minutes(meeting))
      }
    }),
    { numRuns: 60 },
  )
})

test('the service that we are answers as the one that others know, and refuses as it does', () => {
  const [published] = fc.sample(
    arbitraryPublished().filter(each => each.meetings.length > 2 && each.bodies.length > 1),
    { numRuns: 1, seed: 5 },
  )
  if (published === undefined) throw new Error('nothing was made')
  const numberOf = (_kind: string, id: string): string => /\d+$/.exec(id)?.[0] ?? '1'
  const ask = (method: string, given: Record<string, string> = {}) =>
    modernGovAnswer({ method, given }, published, { today, numberOf })
  expect(ask('GetCommittees').status).toBe(200)
  expect(ask('GetCouncillorsByWard').status).toBe(200)
  const all = ask('GetMeetings', { LCOMMITTEEID: '0', sFromDate: '', sToDate: '' })
  expect(read(readModernGovMeetings(all.body)).value.meetingsCount).toBe(published.meetings.length)
  const one = ask('GetMeetings', { lCommitteeId: '1', sFromDate: '', sToDate: '' })
  expect(read(readModernGovMeetings(one.body)).value.committees.map(each => each.id)).toEqual(['1'])
  const none = { lCommitteeId: '99', sFromDate: '', sToDate: '' }
  expect(read(readModernGovMeetings(ask('GetMeetings', none).body)).value.committees).toEqual([])
  const meeting = ask('GetMeeting', { lMeetingId: '2' })
  expect(read(readModernGovMeeting(meeting.body)).value.id).toBe('2')
  expect(ask('GetMeetings', { lCommitteeId: '1' })).toEqual({
    status: 400,
    type: 'text/plain; charset=utf-8',
    body: 'Missing parameter: sFromDate.\r\n',
  })
  expect(ask('GetMeeting', { lMeetingId: '99' }).status).toBe(400)
  expect(ask('GetSecrets').body).toBe('GetSecrets Web Service method name is not valid.\r\n')
  expect(ask('<svg onload=x>').body).toBe('This Web Service method name is not valid.\r\n')
})
