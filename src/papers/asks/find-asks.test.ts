import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseIsoDay } from '#calendar'
import { ASK_RULES, type Ask, findAsks, isForFollowingUp } from './index.ts'

const one = (text: string): Pick<Ask, 'kind' | 'to' | 'when' | 'rule'> | undefined => {
  const [ask] = findAsks(text)
  return ask === undefined
    ? undefined
    : { kind: ask.kind, to: ask.to, when: ask.when, rule: ask.rule }
}
const day = (iso: string): number => parseIsoDay(iso) ?? 0

describe('the rules that a clerk can read', () => {
  it.each(ASK_RULES.filter(rule => rule.id !== 'table-of-actions'))(
    '$id finds its example and leaves its counterexample',
    rule => {
      expect(findAsks(rule.example).map(ask => ask.rule)).toContain(rule.id)
      expect(findAsks(rule.not)).toEqual([])
    },
  )

  it('have names of their own', () => {
    expect(new Set(ASK_RULES.map(rule => rule.id)).size).toBe(ASK_RULES.length)
  })
})

describe('what minutes of many councils ask for', () => {
  it.each([
    [
      'RESOLVED: That the Committee:-\n\n(a) notes the report; and\n\n(b) requests the Policy Officer to investigate the two matters, and report back to the next meeting.',
      'action',
      'Policy Officer',
    ],
    [
      'Resolved – (1) That the report be noted; and\n(2) That the Assistant Director of Education be requested to write to all head teachers.',
      'action',
      'Assistant Director of Education',
    ],
    [
      'AGREED – That the Chairperson write to the Cabinet Member about the waiting list.',
      'action',
      'Chairperson',
    ],
    [
      '4. That officers report back to the July meeting of the committee on progress.',
      'report expected',
      'officers',
    ],
    [
      'It was agreed that the Democratic Services Officer would contact the three schools within the next fortnight.',
      'action',
      'Democratic Services Officer',
    ],
    ['Councillor Lowe asked for a breakdown of caseloads by team.', 'update requested', null],
    [
      'The Panel requested that data on missing episodes be included in the next report.',
      'update requested',
      null,
    ],
    ['The Board requested further information on short breaks.', 'update requested', null],
    [
      'Members would welcome a further report on kinship care in six months.',
      'report expected',
      null,
    ],
    [
      'The Head of Virtual School undertook to circulate the exam results to members.',
      'promise',
      'Head of Virtual School',
    ],
    [
      'The Director of Children, Families and Communities said she would look into the matter.',
      'promise',
      'Director of Children, Families and Communities',
    ],
    ['The presentation would be circulated after the meeting.', 'promise', null],
    ['A written answer would be provided to Councillor Lowe.', 'question to be answered', null],
    ['Officers took the question away.', 'question to be answered', 'Officers'],
    [
      'The Commission sought assurance that all children placed out of county were visited.',
      'question to be answered',
      null,
    ],
    [
      'A report on elective home education will be brought to the committee in March 2031.',
      'report expected',
      null,
    ],
    ['The item would be added to the work programme for the autumn.', 'report expected', null],
    [
      'The committee recommended to Cabinet that the charge be dropped.',
      'recommendation to a body',
      'Cabinet',
    ],
    [
      'The Panel recommended that the Director of Public Health and the Head of Early Help consider joint visits.',
      'recommendation to posts',
      'Director of Public Health; Head of Early Help',
    ],
    [
      'Members expressed serious concern about the number of agency social workers.',
      'concern',
      null,
    ],
    ['Concern was expressed about the time that assessments take.', 'concern', null],
    ['The Chair congratulated the adoption team on its award.', 'recognition', null],
    [
      'Members placed on record their thanks to foster carers for their commitment.',
      'recognition',
      null,
    ],
    [
      'The Assistant Director gave an assurance that no child was waiting.',
      'assurance',
      'Assistant Director',
    ],
    [
      'Members were assured by the Head of Safeguarding that checks were complete.',
      'assurance',
      'Head of Safeguarding',
    ],
    [
      'The Committee asked the Director of Education to provide an update on exclusions by 3 May 2031.',
      'update requested',
      'Director of Education',
    ],
    [
      'The Chairman asked that the risk register be circulated to the panel.',
      'update requested',
      null,
    ],
    [
      'The board asked that the Director, Resources bring a paper to its January meeting.',
      'report expected',
      'Director',
    ],
    [
      'The National Director, Social Care agreed to circulate the slides.',
      'promise',
      'National Director',
    ],
    [
      'Resolved: That\n\na) the report be noted;\nb) the Corporate Director provide quarterly updates to the Committee.',
      'update requested',
      'Corporate Director',
    ],
    ['The Panel: iv. agreed that a letter be sent to the hospital trust.', 'action', null],
    [
      'All of the discussions of the working group would be fed back to the Committee.',
      'report expected',
      null,
    ],
    ['In discussion, Members:\n• Were concerned at the number of moves.', 'concern', null],
    [
      'RESOLVED – 4. That Cabinet be recommended to approve the revised fees.',
      'recommendation to a body',
      'Cabinet',
    ],
    [
      'The Head of Health said this figure was not available but could be provided.',
      'question to be answered',
      'Head of Health',
    ],
    ['The matter was noted.\nJE to email the dashboard to all.', 'action', 'JE'],
    ['Board members to nominate a deputy by 1 March 2031.', 'action', 'Board members'],
    ['It was suggested that a themed audit on neglect be undertaken.', 'action', null],
    [
      'The Board would like to see the voice of the child more prominently in the report next time.',
      'report expected',
      null,
    ],
  ])('%s', (text, kind, to) => {
    const asks = findAsks(text)
    expect(asks.map(ask => [ask.kind, ask.to])).toContainEqual([kind, to])
    expect(asks).toHaveLength(1)
  })

  it.each([
    'The Chair thanked the officers for their helpful presentation.',
    'Members were asked to note the report.',
    'Members of the press were asked to leave the meeting.',
    'The Independent Chair was asked whether the board was effective.',
    'Members agreed to note the report.',
    'The committee noted the report.',
    'No concerns were raised.',
    'Support would be provided to families in their homes.',
    'Concerns about a child are referred to the front door.',
    'The Quality Assurance Framework was presented by the Head of Quality.',
    'The report that members had requested at the last meeting was before them.',
    'Cllr Lowe asked how long the post had been vacant.',
    'To receive a report from the Director of Education.',
    'The Committee to consider the report.',
    'Members questioned whether the budget would be set more accurately.',
    'RESOLVED that the minutes be agreed as a correct record and signed by the Chair.',
    'The Director explained that social workers would meet families at home.',
    'The report sets out an action plan: three strands of work.',
    'The Head of Service has been invited to take part in a national workshop.',
    'The minutes of the meeting held on 4 June 2030 were agreed.',
    'Residents are requested to report to reception on arrival.',
    'It was difficult to give assurances for next year.',
    'The new system would ensure that visits are recorded.',
    'The Trust will continue to work with families.',
    'Social workers will visit children every six weeks.',
    'That the Strategic Director be authorised to sign the agreement.',
    'Queried whether exit interviews were held. It was confirmed that they were.',
    'The Director reported that Ofsted had asked the council to provide data by Friday.',
  ])('passes over: %s', text => {
    expect(findAsks(text).map(ask => [ask.kind, ask.rule])).toEqual([])
  })
})

describe('labelled actions', () => {
  it.each([
    ['ACTION: Jo Lowe', 'Jo Lowe'],
    ['ACTION:        Jo Lowe (Completed)', 'Jo Lowe'],
    ['Action: JL/PM', 'JL/PM'],
    ['Action 3: Head of Fostering to circulate the figures', 'Head of Fostering'],
    ['ACTION – Director of Education to write to schools by 3 May 2031', 'Director of Education'],
    ['Action: Circulate the figures (JL)', 'JL'],
    ['**ACTION:** Officers to share the slides', 'Officers'],
    ['Action (Head of Quality): provide the audit', 'Head of Quality'],
    ['Action by Head of Quality: provide the audit', 'Head of Quality'],
    ['Action: provide the audit to members', null],
    ['ACTION: JL to check the dates', 'JL'],
  ])('%s', (text, owner) => {
    const [ask] = findAsks(text)
    expect(ask).toMatchObject({ kind: 'action', labelled: true, to: owner })
  })

  it('says that one is done', () => {
    expect(findAsks('ACTION: Jo Lowe (Completed)')[0]).toMatchObject({ done: true, missing: [] })
  })

  it.each(['Action: none', 'ACTIONS:', 'Action Plan', 'Action plan: next steps were described.'])(
    'none in “%s”',
    text => {
      expect(findAsks(text)).toEqual([])
    },
  )

  it('takes up what was asked in the paragraph before', () => {
    const asks = findAsks(
      '2.1 Members requested a report on placements.\n\nACTION: Jo Lowe\n\n2.2 Noted.',
    )
    expect(asks.map(ask => [ask.kind, ask.paragraph, ask.raised, ask.missing])).toEqual([
      ['report expected', '2.1', true, ['date']],
      ['action', '2.1', false, ['date']],
    ])
  })

  it('reads a table of actions', () => {
    const text =
      'Action\tOwner\tDue\tStatus\nCirculate figures\tHead of Fostering\t3 May 2031\tOpen\nUpdate the risk register\t\tTBC\tComplete\n'
    expect(findAsks(text)).toMatchObject([
      {
        to: 'Head of Fostering',
        when: day('2031-05-03'),
        labelled: true,
        missing: [],
        done: false,
      },
      { to: null, when: null, done: true },
    ])
  })

  it('reads a table with pipes', () => {
    const text =
      '| No | Action | By whom | By when |\n|----|----|----|----|\n| 1 | Share the slides | JL | next meeting |\n'
    expect(findAsks(text)).toMatchObject([{ to: 'JL', when: 'next meeting', missing: [] }])
  })
})

describe('who and when', () => {
  it('spells short forms out', () => {
    const text =
      'The Director of Public Health (DPH) spoke.\n\nThe DPH agreed to provide a note on vaccination.'
    expect(one(text)?.to).toBe('Director of Public Health')
  })

  it('knows which committee “that committee” is', () => {
    const text =
      'It was not known whether the Health and Wellbeing Board had the paper. Members agreed to recommend that that board receive it.'
    expect(one(text)).toMatchObject({
      kind: 'recommendation to a body',
      to: 'Health and Wellbeing Board',
    })
  })

  it.each([
    ['by 3 May 2031', day('2031-05-03')],
    ['at the next meeting', 'at the next meeting'],
    ['within 10 working days', 'within 10 working days'],
    ['in six months', 'in six months'],
    ['in March 2031', 'in March 2031'],
  ])('a time that can be told: %s', (time, when) => {
    const [ask] = findAsks(`The Head of Fostering agreed to provide a note ${time}.`)
    expect(ask).toMatchObject({ when, missing: [] })
  })

  it.each([
    'later this year',
    'in due course',
    'after the meeting',
    'at a future meeting',
    'shortly',
  ])('a time that cannot: %s', time => {
    const [ask] = findAsks(`The Head of Fostering agreed to provide a note ${time}.`)
    expect(ask).toMatchObject({ when: time, missing: ['date'] })
  })

  it('takes a date without a year as the next after the meeting', () => {
    const text = 'The Head of Fostering agreed to provide a note by 3 February.'
    expect(findAsks({ text, meetingOn: day('2030-11-04') })[0]?.when).toBe(day('2031-02-03'))
    expect(findAsks(text)[0]?.when).toBe('3 February')
  })

  it('prefers the next meeting to a day of another’s', () => {
    const [ask] = findAsks(
      'It was agreed that the item, which Cabinet takes on 6 September 2031, be brought to the next meeting.',
    )
    expect(ask?.when).toBe('to the next meeting')
  })

  it('takes an action as an answer only to what stands right before it', () => {
    const asks = findAsks(
      'Members requested a report on fees.\n\nAnother matter was noted.\n\nACTION: Jo Lowe',
    )
    expect(asks.map(ask => ask.raised)).toEqual([false, false])
  })

  it('has nobody and no time for what members only wish', () => {
    const [ask] = findAsks(
      'Members agreed that it would be helpful to receive an update later this year.',
    )
    expect(ask?.missing).toEqual(['owner', 'date'])
  })
})

describe('any text', () => {
  it('is read without fail, in order, each with its own words', () => {
    const pieces = constantFrom(
      'ACTION:',
      'Members',
      'agreed to',
      'recommend',
      '(',
      ')',
      ': ',
      '\n',
      '\t',
      '|',
      'the DCS ',
      'by 3 May 2031',
      'would be',
      '’',
      '.',
      ' 1.1 ',
    )
    assert(
      property(array(oneof(pieces, string()), { maxLength: 40 }), parts => {
        const text = parts.join(' ')
        const asks = findAsks(text)
        for (const ask of asks) {
          expect(ask.end).toBeLessThanOrEqual(text.length)
          expect(ask.start).toBeLessThan(ask.end)
          expect(isForFollowingUp(ask) || ask.missing.length === 0).toBe(true)
        }
        expect(asks.map(ask => ask.start)).toEqual(
          asks.map(ask => ask.start).toSorted((a, b) => a - b),
        )
      }),
    )
  })
})
