import { describe, expect, it, test } from 'vitest'
import * as minutes from './invented-minutes.ts'
import * as pages from './invented-pages.ts'
import * as papers from './invented-papers.ts'
import type { Delegation, Item, Person, Resolution } from './paper-read.ts'
import { readPaper } from './read-paper.ts'

const names = (people: readonly Person[] | 'nil' | null): readonly (string | null)[] =>
  people === null || people === 'nil' ? [] : people.map(person => person.name ?? person.capacity)
const headings = (items: readonly Item[]): readonly string[] =>
  items.map(item => `${item.number ?? '-'} ${item.title}`)
const decided = (resolutions: readonly Resolution[]): readonly string[] =>
  resolutions.map(each => `${each.item ?? '-'} ${each.verbs.join(' ')}`)
const empowered = ({ to, inConsultationWith }: Delegation): Delegation => ({
  to,
  inConsultationWith,
})

describe('a printed minute', () => {
  const read = readPaper(minutes.printed)

  it('says who met, when and where', () => {
    expect(read.authority?.value).toBe('Ambershire County Council')
    expect(read.body?.value).toBe('Children and Families Overview and Scrutiny Committee')
    expect(read.date).toMatchObject({ value: '2025-03-03', inferred: null })
    expect(read.startsAt?.value).toBe('10:00')
    expect(read.concludedAt?.value).toBe('12:35')
    expect(read.venue?.value).toBe('Council Chamber, County Hall, Ambertown')
  })

  it('tells members, officers, apologies and substitutes apart', () => {
    expect(names(read.present)).toEqual([
      'Councillor A Wren',
      'Councillor B Swift',
      'Councillor C. Dunlin',
      'Councillor D Plover',
      'Councillor E Teal',
      'Mrs F Grebe',
      'Mr G Knot',
    ])
    expect(read.chair?.name).toBe('Councillor A Wren')
    expect(names(read.inAttendance)).toEqual([
      'Councillor H Lark',
      'Jane Merlin',
      'Tom Hobby',
      'I Pipit',
    ])
    expect(read.inAttendance?.[1]?.capacity).toBe("Director of Children's Services")
    expect(names(read.apologies)).toEqual(['Councillor J Finch', 'Councillor K Siskin'])
    expect(read.substitutes).toMatchObject([
      { name: 'Councillor L Brambling', substituteFor: 'Councillor Siskin' },
    ])
  })

  it('takes minute numbers for items, over two lines of title', () => {
    expect(headings(read.items)).toEqual([
      '34/25 APOLOGIES FOR ABSENCE',
      '35/25 DECLARATIONS OF INTEREST',
      '36/25 MINUTES',
      '37/25 PUBLIC PARTICIPATION',
      "38/25 OFSTED INSPECTION OF LOCAL AUTHORITY CHILDREN'S SERVICES",
      '39/25 DATE OF NEXT MEETING',
    ])
  })

  it('reads declarations with their kind and where they were made', () => {
    expect(read.declarations).toMatchObject([
      { by: 'Councillor Dunlin', kind: 'disclosable pecuniary', items: ['6'] },
      { by: 'Councillor Plover', kind: 'personal', items: ['38/25'] },
    ])
    expect(read.previousMinutes).toMatchObject({ date: '2025-01-20', agreed: true, amended: true })
    expect(read.publicParticipation.outcome).toBe('nil')
  })

  it('reads resolutions in parts, with vote and delegation, and the action in brackets', () => {
    const resolution = read.resolutions.find(each => each.item === '38/25')
    expect(resolution?.parts.map(part => [part.mark, part.verb])).toEqual([
      ['a', 'note'],
      ['b', 'recommend'],
      ['c', 'delegate'],
    ])
    expect(resolution?.vote).toBe('unanimously')
    expect(resolution).toMatchObject({
      to: "Director of Children's Services",
      inConsultationWith: 'Chair',
    })
    expect(read.actions).toMatchObject([
      {
        item: '38/25',
        owner: 'Head of Quality Assurance',
        text: 'circulate the audit programme',
        due: '2025-03-31',
      },
    ])
  })

  it('mends words broken at the end of a line and leaves page numbers out', () => {
    expect(read.items[4]?.paragraphs.map(each => each.text).join(' ')).toContain(
      'a breakdown of caseloads',
    )
    expect(read.repeated.map(each => each.text)).toEqual(['1', '2'])
  })
})

test('headings that run into the minute are parted from it', () => {
  const read = readPaper(minutes.runIn)
  expect(read.body?.value).toBe('Children and Young People Scrutiny Panel')
  expect(read.date?.value).toBe('2011-03-21')
  expect(read.venue?.value).toBe('Pitt House, Marshtown')
  expect(read.items.map(item => item.number)).toEqual(['219', '220', '221', '222'])
  expect(read.items[2]?.title).toBe('SCRUTINY OVERVIEW')
  expect(read.items[2]?.body.text).toMatch(/^Safeguarding Children and Young People During Floods/u)
  expect(read.declarations).toBe('nil')
  expect(read.partyWhip).toBe('nil')
  expect(names(read.present).slice(0, 4)).toEqual([
    'Councillor Wren',
    'Councillor Bittern',
    'Councillor Crake',
    'Councillor C Sandpiper',
  ])
  expect(decided(read.resolutions)).toEqual(['221 thank approve', '222 note'])
})

test('items of a web page may have codes, and AGREED is a decision', () => {
  const read = readPaper(pages.codedWebPage)
  expect(headings(read.items)).toEqual([
    'CYP/15/24 Evacuation Procedure',
    'CYP/16/24 Declarations of Interest',
    'CYP/17/24 Minutes',
    'CYP/18/24 Healthwatch Update - Youth Health',
    'CYP/19/24 Scrutiny Review of Narrowing the Gap in Educational Attainment',
  ])
  expect(read.startsAt?.value).toBe('17:00')
  expect(read.contacts).toMatchObject([
    { name: 'Judy Heron', capacity: 'Democratic Services Manager' },
  ])
  expect(read.resolutions.at(-1)).toMatchObject({ force: 'agreed', verbs: ['approve', 'provide'] })
})

test('a decision that page and minute both say is one', () => {
  const read = readPaper(pages.decisionsAndMinutes)
  expect(read.items.map(item => item.number)).toEqual([
    '77/21',
    '78/21',
    '79/21',
    '80/21',
    '80/21a',
  ])
  expect(decided(read.resolutions)).toEqual(['80/21a note'])
  expect(read.memberQuestions?.value).toBe(2)
  expect(read.apologies).toBe('nil')
  // The heading stands there without a minute: nothing was said, so nothing is nil.
  expect(read.declarations).toBeNull()
  expect(read.date).toBeNull()
})

test('a table of interests whose cells are lines', () => {
  const read = readPaper(pages.interestsInTable)
  expect(read.declarations).toMatchObject([
    { by: 'Councillor E Crake', nature: 'Teacher – Amber Academy.' },
    { by: 'Councillor D Jay', nature: 'Chair – Park End Primary School.' },
  ])
  expect(names(read.inAttendance)).toEqual([
    'Interim Director of Children’s Care',
    'Head of SEN and Vulnerable Learners',
    'Head of Access to Education',
  ])
  expect(read.apologies).toBeNull()
  expect(read.resolutions.at(-1)?.parts.map(part => [part.text, part.verb])).toEqual([
    ['Child exploitation', 'submit'],
    ['Home to school transport', 'submit'],
  ])
})

test('a text without a single gap', () => {
  const read = readPaper(minutes.withoutGaps)
  expect(headings(read.items)).toEqual([
    '1 Procedural Business',
    '2 Minutes',
    "3 Chair's Communications",
    '4 Public Involvement',
    "5 Foster carers' allowances",
  ])
  expect(names(read.present)).toEqual(['Councillor Avocet', 'Councillor Knot', 'Councillor Ruff'])
  expect(read.paragraphs.map(each => each.number)).toEqual([
    '1.1',
    '1.2',
    '1.3',
    '1.4',
    '2.1',
    '3.1',
    '4.1',
    '5.1',
    '5.2',
  ])
  expect(read.concludedAt?.value).toBe('18:10')
  expect(read.resolutions.at(-1)?.parts.at(-1)).toMatchObject({
    text: 'Grants delegated authority to the Executive Director Families, Children & Learning to take all steps necessary.',
    to: 'Executive Director Families, Children & Learning',
  })
})

test('a meeting that was moved has the day it was held on', () => {
  const read = readPaper(pages.movedMeeting)
  expect(read.body?.value).toBe('Cabinet')
  expect(read.date?.value).toBe('2018-10-02')
  expect(read.venue?.value).toBe('Committee Room 3 - Council House')
  expect(names(read.contacts)).toEqual(['Lara Knot', 'Michelle Swan'])
  expect(read.items.map(item => item.number)).toEqual(['39', '40', '41', '42', '43'])
  expect(read.items[3]?.presenter?.value).toBe('Deputy Chief Executive (People)')
  expect(empowered(read.resolutions.at(-1) ?? { to: null, inConsultationWith: null })).toEqual({
    to: 'Deputy Chief Executive (People)',
    inConsultationWith: 'Cabinet Member for Children and Young People',
  })
  expect(read.concludedAt?.value).toBe('14:35')
})

test('an improvement board set in tables', () => {
  const read = readPaper(papers.boardInTables)
  expect(read.body?.value).toBe("Ambershire Children's Services Improvement Board")
  expect(read.chair?.name).toBe('Wendy Rail')
  expect(read.present).toHaveLength(4)
  expect(read.present?.[2]).toMatchObject({
    name: 'Sue Stint',
    capacity: 'Chief Nurse, Amber Integrated Care Board',
  })
  expect(read.apologies).toMatchObject([{ name: 'Mark Scoter' }])
  expect(read.actions).toMatchObject([
    { item: '3', after: '3.2', owner: 'SS', text: 'provide data', due: '2024-05-30' },
    { item: null, owner: 'PR', due: '2024-05-31', state: 'open' },
    { item: null, owner: 'WR / SS', due: '2024-06-07', state: 'completed' },
  ])
})

test('"Resolved" above "To approve the minutes" agrees them', () => {
  const read = readPaper(papers.resolvedBelow)
  expect(read.previousMinutes).toMatchObject({ date: '2024-01-16', agreed: true })
  expect(read.venue?.value).toBe('Kennet Room - County Hall, Trowmarsh')
  expect([read.startsAt?.value, read.concludedAt?.value]).toEqual(['10:30', '12:15'])
  expect(decided(read.resolutions)).toEqual(['2 approve', '6 note'])
  expect(read.resolutions[1]?.parts).toHaveLength(2)
})

test('an agenda promises and records nothing', () => {
  const read = readPaper(papers.agenda)
  expect(read.kind?.value).toBe('agenda')
  expect(read.items.map(item => item.number)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
  expect(read.items[4]?.presenter?.value).toBe("Director of Children's Services")
  expect(read.pages.map(({ from, to }) => [from, to])).toEqual([
    [3, 12],
    [13, 48],
    [49, 102],
  ])
  expect(read.publicParticipation.deadline?.value).toBe('2024-02-29T10:00')
  expect(read.previousMinutes).toMatchObject({ date: '2024-02-07', agreed: null })
  expect(names(read.membership?.members ?? null)).toEqual([
    'Councillor Ann Wren',
    'Councillor Bob Swift',
    'Councillor Cy Teal',
  ])
  expect(read.contacts).toMatchObject([{ name: 'Dee Plover' }])
  for (const nothing of [
    read.present,
    read.apologies,
    read.declarations,
    read.concludedAt,
    read.status,
  ])
    expect(nothing).toBeNull()
  expect(read.resolutions).toEqual([])
})

test('a report with numbered sections', () => {
  const read = readPaper(papers.report)
  expect(read.kind?.value).toBe('report')
  expect(read.body?.value).toBe('Cabinet')
  expect(read.keyDecision?.value).toBe(false)
  expect(read.headerFields).toHaveLength(7)
  expect(read.sections.map(section => section.title)).toEqual([
    'PURPOSE OF REPORT',
    'RECOMMENDATIONS',
    'BACKGROUND',
    'OPTIONS',
    'FINANCIAL IMPLICATIONS',
    'LEGAL IMPLICATIONS',
    'RISKS',
  ])
  expect(read.recommendations.map(each => each.verb)).toEqual(['note', 'approve', 'authorise'])
  expect(read.inspection).toMatchObject({
    from: '2023-02-06',
    to: '2023-02-17',
    published: '2023-04-03',
  })
  expect(read.risks).toMatchObject([
    { risk: 'Staff leave', mitigation: 'Retention plan' },
    { risk: 'Demand rises', mitigation: 'Early help' },
  ])
})

test('items headed "Agenda item 4 –", in bold', () => {
  const read = readPaper(papers.agendaItemWords)
  expect(read.items.map(item => item.number)).toEqual(['1', '2', '3', '4', '5'])
  expect([read.date?.value, read.startsAt?.value, read.concludedAt?.value]).toEqual([
    '2024-02-06',
    '20:15',
    '21:40',
  ])
  expect(names(read.inAttendance)).toEqual(['Pat Gull', 'Lee Skua'])
  expect(read.declarations).toBe('nil')
  expect(decided(read.resolutions)).toEqual(['4 note'])
  expect(read.actions).toMatchObject([{ owner: 'Lee Skua', due: '2024-03-01' }])
})

test('questions with answers, a supplementary that is answered later, and a vote', () => {
  const read = readPaper(papers.questions)
  expect(read.questions.map(each => [each.number, each.kind, each.asker, each.text])).toEqual([
    [1, 'public', 'Ms J Crane', 'How many children wait for a social worker?'],
    [2, 'public', 'Mr K Rail', 'When will the centre open?'],
  ])
  expect(read.supplementaries).toMatchObject([
    { asker: 'Ms J Crane', answeredLater: true, item: null, packPage: null, coversOriginals: 1 },
  ])
  expect(read.supplementaries[0]?.respondents).toMatchObject([{ name: 'Councillor B Swift' }])
  expect([read.publicQuestions?.value, read.memberQuestions?.value]).toEqual([2, 0])
  expect(names(read.present)).toEqual(
    ['A Wren', 'B Swift', 'C Teal', 'D Lark', 'E Knot', 'F Plover'].map(
      name => `Councillor ${name}`,
    ),
  )
  expect(read.resolutions[0]).toMatchObject({
    vote: 'by 5 votes to 1',
    to: 'Executive Director (Children)',
    inConsultationWith: 'Cabinet Member for Finance',
  })
  expect(read.resolutions[0]?.parts.map(part => part.mark)).toEqual(['i', 'ii', 'iii'])
  expect(read.concludedAt?.value).toBe('12:00')
})

test('the page of one item', () => {
  const read = readPaper(papers.oneItem)
  expect(read.body?.value).toBe("Children's Scrutiny Committee")
  expect(read.date?.value).toBe('2019-03-14')
  expect(headings(read.items)).toEqual(['12 School Improvement'])
  expect(decided(read.resolutions)).toEqual(['12 note request'])
})

test('minutes out of a table of a word processor', () => {
  const read = readPaper(papers.partnership)
  expect(read.body?.value).toBe('Amber Safeguarding Children Partnership')
  expect(read.items.map(item => item.number)).toEqual(['1', '2', '3', '4', '5'])
  expect(read.present?.map(person => [person.name, person.capacity])).toEqual([
    ['Jo Snipe', "Director of Children's Services, Ambershire Council"],
    ['Max Curlew', 'Detective Superintendent, Amber Police'],
    ['Liz Dotterel', 'Designated Nurse, Amber ICB'],
  ])
  expect(read.declarations).toBe('nil')
  expect(read.actions).toMatchObject([
    { item: '3', owner: 'MC', text: 'share the protocol' },
    { item: '4', owner: 'LD', text: 'bring the learning to the next meeting' },
  ])
})

test('markdown', () => {
  const read = readPaper(papers.markdown)
  expect(read.authority?.value).toBe('Amber City Council')
  expect(read.body?.value).toBe('Health, Care and Children Scrutiny Committee')
  expect(names(read.present)).toEqual(['Councillor Wren', 'Councillor Swift', 'Councillor Teal'])
  expect(read.declarations).toMatchObject([
    { by: 'Councillor Teal', kind: 'other', items: ['4', '5'] },
  ])
  expect(decided(read.resolutions)).toEqual(['3 approve', '4 note recommend', '5 agree'])
  // What the meeting did goes before what it was called for.
  expect([read.startsAt?.value, read.concludedAt?.value]).toEqual(['18:02', '19:55'])
})
