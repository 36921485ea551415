import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseIsoDay } from '#calendar'
import {
  CHECKS,
  type FaultKind,
  type Paper,
  checkPaper,
  isNhsNumber,
  isPupilNumber,
} from './index.ts'
import { rightMinutes, rightReport } from './invented.ts'

const kinds = (text: string, more: Omit<Paper, 'text'> = {}): readonly FaultKind[] =>
  checkPaper({ text, ...more }).map(fault => fault.kind)
const day = (iso: string): number => parseIsoDay(iso) ?? 0
const report = {
  title: 'the report of 22 April 2030',
  text: 'Inspectors saw that children are listened\nto and their wishes make a difference to plans. What needs to improve? The timeliness with which personal advisers are allocated, to best support their move into adulthood. The quality of decision-making by managers in the front door team.',
}

describe('a paper that is right', () => {
  it.each([
    ['minutes', rightMinutes],
    ['a report', rightReport],
  ])('has nothing to look at again: %s', (_, text) => {
    expect(
      checkPaper({
        text,
        sources: [report],
        childNames: ['Ada Underwood'],
        events: [
          {
            name: 'the inspection of 2030',
            words: ['inspection'],
            from: day('2030-03-04'),
            to: day('2030-03-08'),
            published: day('2030-04-22'),
          },
        ],
      }).map(fault => fault.says),
    ).toEqual([])
  })
})

describe('what should be looked at again', () => {
  it.each<[FaultKind, string]>([
    ['private address', 'See <http://192.168.1.20:8080/minutes.pdf> for the answers.'],
    ['private address', 'See http://intranet/papers.'],
    ['private address', 'See https://files.council.local/a.pdf'],
    ['private address', 'See 10.1.2.3:9071/documents.'],
    ['private address', String.raw`The paper is at \\server01\share\paper.docx`],
    ['private address', 'https://pat:secret@www.example.org/'],
    ['address with a port', 'See https://papers.example.org:8443/a.'],
    ['address without encryption', 'See http://www.example.org/a.'],
    ['number used twice', '1.0 One.\n2.0 Two.\n3.0 Three.\n3.0 Four.\n4.0 Five.'],
    ['number used twice', '3.1 One.\n\n3.2 Two.\n\n3.2 Three.\n\n3.3 Four.'],
    ['number used twice', '1. One.\n\n2. Two.\n\n2. Three.\n\n3. Four.'],
    ['number skipped', '3.1 One.\n\n3.2 Two.\n\n3.4 Three.\n\n3.5 Four.'],
    ['sum', 'The £9m is broken down as follows:\n\nHomes\t£4m\nCarers\t800k\nStaff\t3.5m\n'],
    ['sum', 'Homes: £120,000\nCarers: £80,000\nStaff: £50,000\nTotal: £260,000'],
    ['sum', 'The total of £3m, made up of £1.5m for homes and £1.0m for carers, was noted.'],
    ['sum', 'Area\tGirls\tBoys\nNorth\t10\t12\nSouth\t20\t18\nTotal\t30\t31'],
    ['percentages', 'Foster carers\t61%\nHomes\t22%\nRelatives\t9%\nTotal\t100%'],
    ['impossible date', 'The plan is due by 31 June 2030.'],
    ['impossible date', 'It was held on 29 February 2031.'],
    ['weekday', 'The meeting is on Monday 14 May 2030.'],
    ['dates disagree', 'The inspection ran from 18 March 2030 to 7 March 2030.'],
    [
      'dates disagree',
      'The inspection report will be published on 27 May 2030.\n\nOfficers said that the report would not be published until the week of 27 May 2030.',
    ],
    [
      'dates disagree',
      'The improvement plan must be submitted to the inspectorate by 15 July 2030.\n\nThe improvement plan must be submitted to the inspectorate by 19 July 2030.',
    ],
    [
      'days without a unit',
      'The council had 70 days to submit its plan, which gave a deadline of 3 May.',
    ],
    [
      'reason for a deadline',
      'Services were judged inadequate. Therefore, the council is required to submit an improvement plan.',
    ],
    [
      'no options',
      'Options\n\n15.0 The council is required to submit a plan by 15 July.\n\nRisks\n\n16.0 None.',
    ],
    [
      'assessment without a link',
      '19.0 Has an Equalities Impact Assessment (EIA) been completed? Yes\n\nRisks\n',
    ],
    [
      'text cut off',
      'It was stated that if the right level of challenge  ...  view the full minutes text for item 5.',
    ],
    [
      'text cut off',
      'The director explained that the new team would begin work in September and that the',
    ],
    ['only as PDF', 'Minutes of the previous meeting pdf icon PDF 92 KB'],
    ['markup in the text', 'Recommendations <p>That Cabinet:</p> notes the report.'],
    ['slip', 'The plan was written by by the team.'],
    ['slip', 'Members agreed that that the plan was good.'],
    ['slip', "The council would continue it's good work."],
    ['slip', 'Members thought it should of been done.'],
    ['child could be known', 'The number is 943 476 5919.'],
    ['child could be known', 'Her NHS number is 9434765919.'],
    ['child could be known', 'His case, LCS ID 1234567, was audited.'],
    ['child could be known', 'A boy, date of birth 03/05/2021, was seen.'],
    ['child could be known', 'A child called Tobias was seen.'],
    ['child could be known', 'She came with her son Tobias to the meeting.'],
    ['child could be known', 'Tobias, aged 7, told members of his school.'],
    ['child could be known', 'A child aged 7 of Elm Road spoke.'],
    ['private person', 'Write to pat.example@gmail.com.'],
    ['private person', 'Ring 07700 900123.'],
    ['commitment', 'Members asked for an update on the strategy later this year.'],
    ['figure without source', 'The number of children was now 9% higher.'],
  ])('%s: %s', (kind, text) => {
    expect(kinds(text)).toContain(kind)
  })

  it.each<[string]>([
    ['See https://www.example.org/a and paragraph 10.1.2.3.'],
    ['1. One.\n2. Two.\n\nRisks\n\n1. One.\n2. Two.'],
    ['18 May 2030 at 10.00 am\n19 May 2030 at 10.30 am\n21 May 2030 at 11.00 am'],
    ['Of the £9m, some of the main lines are:\n\nHomes\t£4m\nCarers\t£1m\nStaff\t£1m'],
    ['The £4.1m is broken down as follows:\n\nHomes\t£2m\nCarers\t£1m\nStaff\t£1.1m'],
    ['Foster carers\t33%\nHomes\t33%\nRelatives\t33%\nTotal\t100%'],
    ['Homes\t80%\nSchools\t75%\nHealth\t91%'],
    ['The minutes of 12 May 2030 and of 9 June 2030 were agreed.'],
    [
      'The first report was published on 4 May 2030. The second report was published on 8 June 2030.',
    ],
    ['The council had 70 working days to submit its plan by 3 May.'],
    ['Children wait for 12 days on average, and the target is 10.'],
    [
      'Members agreed that that was right, as they had had time. She moved in in 2029. It is in in-house care.',
    ],
    ["It's good news that it's ready, and because of its size that's all."],
    [
      'Children aged 7 to 11, boys aged 12 and young people aged 16 were asked. Child A, aged 9, spoke.',
    ],
    ['Tel: 01452 324203 / fax 01452 425149. The reference is 1234567890.'],
    ['Options\n\nOption 1: do nothing. Option 2: build.\n'],
    ['Options\n\n4.0 There is no alternative, because the law requires it.\n'],
    [
      'Having heard the report, Cabinet noted it and the reasons for it and\n\nRESOLVED to:\n\n1) approve it.',
    ],
    ['Child Protection Plans and Looked After Children were discussed. April and June were busy.'],
  ])('nothing in: %s', text => {
    expect(kinds(text, { childNames: ['April', 'Will'] })).toEqual([])
  })
})

describe('quotations', () => {
  const found = (text: string): readonly string[] =>
    checkPaper({ text, sources: [report] })
      .filter(fault => fault.kind === 'misquotation')
      .map(fault => fault.says)

  it('shows the words that differ', () => {
    expect(
      found(
        'The report said ‘the timeliness with which personal advisers are allocated, to best support their move and adulthood’.',
      ),
    ).toEqual([
      'These words in quotation marks differ from the report of 22 April 2030: “into” is there, “and” here.',
    ])
  })

  it('looks at the items of a list of recommendations', () => {
    expect(
      found(
        'The report makes two recommendations, as set out below:\n\n- The quality of decision making by managers in the front door team.\n- The timeliness with which personal advisers are allocated, to support their move into adulthood.',
      ),
    ).toEqual([
      'These words in a list differ from the report of 22 April 2030: “best” is left out.',
    ])
  })

  it.each([
    '“Children are listened to and their wishes make a difference to plans”',
    "'children are listened to … make a difference to plans'",
    '“The quality of decision making by managers in the front door team.”',
    '“[Young people] are listened to and their wishes make a difference to plans”',
    '“words that stand nowhere in any of the reports that were given to the check”',
    'children are listened to and the wishes made differences to plans',
  ])('leaves alone: %s', text => {
    expect(found(`Inspectors said ${text} in the report.`)).toEqual([])
  })
})

describe('inspections on record', () => {
  const events = [
    {
      name: 'the inspection of 2017',
      words: ['inspect'],
      from: day('2017-02-27'),
      to: day('2017-03-23'),
      published: day('2017-06-13'),
    },
  ]
  const says = (text: string): readonly string[] =>
    checkPaper({ text, events }).map(fault => fault.says)

  it.each([
    [
      'The inspection of services in February 2017 was hard.',
      'The paper gives February 2017; the inspection of 2017 ran from 27 February 2017 to 23 March 2017, into another month.',
    ],
    [
      'The inspection took place in May 2017.',
      'On record, the inspection of 2017 ran from 27 February 2017 to 23 March 2017.',
    ],
    [
      'The inspection report, published on 12 June 2017, was read.',
      'On record, the report of the inspection of 2017 was published on 13 June 2017.',
    ],
  ])('%s', (text, said) => {
    expect(says(text)).toEqual([said])
  })

  it.each([
    'The inspection took place from 27 February 2017 to 23 March 2017.',
    'The inspection report was published on 13 June 2017.',
    'The inspection of 2010 was long ago. An inspection in May 2012 was another.',
    'After the inspection the plan was approved on 18 September 2017.',
  ])('nothing in: %s', text => {
    expect(says(text)).toEqual([])
  })
})

describe('what a fault says', () => {
  it('names the line, the characters and the words', () => {
    const text = 'First line.\nSee http://www.example.org/a for more.\n'
    const [fault] = checkPaper({ text })
    expect(fault?.where.line).toBe(2)
    expect(text.slice(fault?.where.start, fault?.where.end)).toBe('http://www.example.org/a')
    expect(fault?.where.excerpt).toContain('for more')
    expect(fault?.severity).toBe('look again')
  })

  it('counts a child’s name that was given, in any of its places', () => {
    expect(
      kinds('Ada Underwood spoke, and ADA UNDERWOOD again.', { childNames: ['Ada Underwood'] }),
    ).toEqual(['child could be known', 'child could be known'])
    expect(kinds('Will Ada come?', { childNames: ['Underwood'] })).toEqual([])
  })

  it('leaves words that are meant', () => {
    expect(kinds('The band The The played.', { words: ['The The'] })).toEqual([])
  })

  it('has a check with a rule for every one', () => {
    expect(new Set(CHECKS.map(check => check.id)).size).toBe(CHECKS.length)
    for (const check of CHECKS) expect(check.rule.length).toBeGreaterThan(20)
  })

  it('lies within any text', () => {
    const pieces = constantFrom(
      '6.0 ',
      '£9m',
      '\t',
      '\n',
      '‘',
      '’',
      'the the',
      '31 June 2030',
      'http://',
      ' as follows:',
      'Options',
      '70 days',
      '\r\n',
      '\f',
    )
    assert(
      property(array(oneof(pieces, string()), { maxLength: 50 }), parts => {
        const text = parts.join('')
        for (const { where } of checkPaper({ text, sources: [report] })) {
          expect(where.start).toBeLessThan(where.end)
          expect(where.end).toBeLessThanOrEqual(text.length)
          expect(where.line).toBeLessThanOrEqual(text.split('\n').length + parts.length)
        }
      }),
    )
  })
})

describe('numbers of people', () => {
  it('knows the check digits', () => {
    expect(isNhsNumber('9434765919')).toBe(true)
    expect(isNhsNumber('9434765918')).toBe(false)
    expect(isNhsNumber('1111111111')).toBe(false)
    expect(isPupilNumber('A000000000000')).toBe(true)
    expect(isPupilNumber('B000000000000')).toBe(false)
  })
})
