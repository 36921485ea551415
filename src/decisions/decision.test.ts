import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleConstitution, isoDay, parseIsoDay } from '#calendar'
import {
  type CallIn,
  callInKeeps,
  callInUntil,
  isOpen,
  missingFromRecord,
  standingOn,
} from './decision.ts'
import { differenceOf, saysTheSame } from './difference.ts'
import { mayBeTaken, missingParticulars, type Notice, noticeDeadline } from './notice.ts'

const day = (iso: string) => parseIsoDay(iso) ?? Number.NaN
const takenOn = day('2022-06-22')

const notice: Notice = {
  id: 'n',
  kind: 'key',
  matter: 'Improvement plan',
  maker: 'Cabinet',
  members: 'The leader and eight members',
  bodyId: 'b',
  fromOn: takenOn,
  toOn: takenOn,
  documents: 'Report and plan',
  address: 'The clerk, county hall',
  otherDocuments: 'Other documents may be submitted.',
  howToRequest: 'Write to the clerk.',
  reason: '',
  agreedBy: '',
  agreedOn: null,
  replaces: null,
  publishedAt: null,
}

test('notice of a key decision on 22 June 2022 is published by 24 May, 28 clear days before', () => {
  expect(isoDay(noticeDeadline('key', takenOn)?.due ?? 0)).toBe('2022-05-24')
  expect(mayBeTaken(notice, day('2022-05-24'), takenOn).kind).toBe('may')
  const late = mayBeTaken(notice, day('2022-05-25'), takenOn)
  expect(late).toMatchObject({ kind: 'may-not', words: 'Its notice came too late.' })
})

test('a key decision without notice, or outside its days, may not be taken', () => {
  expect(mayBeTaken(null, null, takenOn).kind).toBe('may-not')
  expect(mayBeTaken(notice, null, takenOn).kind).toBe('may-not')
  expect(mayBeTaken(notice, day('2022-05-01'), takenOn + 1).words).toContain('outside the days')
})

test('general exception needs five clear days and the chair told; special urgency her agreement', () => {
  const general: Notice = { ...notice, kind: 'general exception', reason: 'Grant came late.' }
  expect(mayBeTaken(general, day('2022-06-14'), takenOn).kind).toBe('may-not')
  const told = { ...general, agreedBy: 'Chair of scrutiny' }
  expect(mayBeTaken(told, day('2022-06-14'), takenOn).kind).toBe('may')
  expect(mayBeTaken(told, day('2022-06-15'), takenOn).kind).toBe('may-not')
  const urgent: Notice = { ...notice, kind: 'special urgency' }
  expect(mayBeTaken(urgent, takenOn, takenOn).kind).toBe('may-not')
  expect(mayBeTaken({ ...urgent, agreedBy: 'Chair' }, takenOn, takenOn).kind).toBe('may')
})

test('each of the eight particulars is missed by its letter', () => {
  expect(missingParticulars(notice)).toEqual([])
  const without = { ...notice, documents: '', howToRequest: ' ', members: '' }
  expect(missingParticulars(without).map(each => each.letter)).toEqual(['e', 'h', 'c'])
})

const published = new Date('2022-06-24T09:00:00Z')
const until = callInUntil(exampleConstitution, day('2022-06-24'))
const executive = {
  executive: true,
  urgentWords: '',
  publishedAt: published,
  makerKind: 'body' as const,
  isKey: true,
}

test('a decision is open to call-in, then in force; one called in waits for the hearing', () => {
  expect(isoDay(until?.due ?? 0)).toBe('2022-07-01')
  expect(standingOn(executive, [], until, day('2022-07-01')).kind).toBe('open to call-in')
  expect(standingOn(executive, [], until, day('2022-07-02')).kind).toBe('in force')
  const callIn: CallIn = {
    id: 'c',
    decisionId: 'd',
    receivedAt: published,
    by: 'Three members',
    members: 3,
    byChair: false,
    reasons: 'No options were given.',
    ruleWords: '',
    valid: true,
    heardOn: null,
    outcome: null,
    outcomeWords: '',
  }
  expect(standingOn(executive, [callIn], until, day('2022-07-10')).kind).toBe('called in')
  const heard = { ...callIn, outcome: 'no further action' as const }
  expect(standingOn(executive, [heard], until, day('2022-06-30')).kind).toBe('in force')
  const back = { ...callIn, outcome: 'back to the decision maker' as const }
  expect(standingOn(executive, [back], until, day('2022-07-10')).kind).toBe('sent back')
  const urgent = { ...executive, urgentWords: 'The chair agreed.' }
  expect(standingOn(urgent, [], until, day('2022-06-25')).kind).toBe('in force')
})

test('two members cannot call in where three are needed, and the chair can alone', () => {
  const rule = exampleConstitution.callInBy
  const at = { day: day('2022-06-30'), clock: '12:00' }
  expect(callInKeeps(rule, until, { ...at, members: 2, byChair: false }).valid).toBe(false)
  expect(callInKeeps(rule, until, { ...at, members: 3, byChair: false }).valid).toBe(true)
  expect(callInKeeps(rule, until, { ...at, members: 1, byChair: true }).valid).toBe(true)
  const late = { ...at, day: day('2022-07-02'), members: 3, byChair: false }
  expect(callInKeeps(rule, until, late).why).toContain('after the last day')
})

test('a difference gives both texts back, whatever they say', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const pieces = differenceOf(before, after)
      const without = (kind: string) =>
        pieces
          .filter(each => each.kind !== kind)
          .map(each => each.text)
          .join('')
      expect(without('put in')).toBe(before)
      expect(without('taken out')).toBe(after)
    }),
  )
})

test('a full stop is no difference, and a word is', () => {
  expect(saysTheSame('Approve  the plan.', 'approve the plan')).toBe(true)
  expect(saysTheSame('Note the plan.', 'Approve the plan.')).toBe(false)
})

test('a record without reasons is not whole', () => {
  const decision = {
    id: 'd',
    number: 1,
    title: 'Improvement plan',
    makerKind: 'body' as const,
    bodyId: 'b',
    maker: 'Cabinet',
    meetingId: null,
    itemId: null,
    takenOn,
    outcome: 'approved' as const,
    recommended: ['Approve the plan'],
    resolved: ['Approve the plan'],
    reasons: '',
    alternatives: '',
    interests: '',
    documents: '',
    isKey: true,
    keyWords: '',
    noticeId: null,
    executive: true,
    urgentWords: '',
    officerGround: null,
    exemptWords: '',
    publishedAt: null,
    version: 1,
  }
  expect(missingFromRecord(decision)).toHaveLength(4)
  const whole = { reasons: 'a', alternatives: 'b', interests: 'None', keyWords: 'c' }
  expect(missingFromRecord({ ...decision, ...whole })).toEqual([])
})

test('a delegation ends on its day, or when somebody says that it has', () => {
  expect(isOpen({ expiresOn: takenOn, endedOn: null }, takenOn)).toBe(true)
  expect(isOpen({ expiresOn: takenOn, endedOn: null }, takenOn + 1)).toBe(false)
  expect(isOpen({ expiresOn: null, endedOn: takenOn }, takenOn + 1)).toBe(false)
})
