import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoDay, parseIsoDay } from '#calendar'
import { suggestedVerdict } from './assurance.ts'
import { type Commitment, kindKeys, nothingYet, stateKeys } from './commitment.ts'
import { concernThreads, likelyTheSameConcern } from './concerns.ts'
import { responseDeadline } from './due.ts'
import { gapsAmong } from './in-thread.ts'
import {
  firstState,
  type Given,
  isOpen,
  mayStep,
  statesOf,
  stateWords,
  type Step,
  stepKeys,
  stepped,
  stepsOf,
  type Taking,
} from './steps.ts'

const on = (iso: string) => parseIsoDay(iso) ?? 0
const today = on('2026-11-21')

let number = 0
const one = (more: Partial<Commitment> = {}): Commitment => {
  number += 1
  return {
    ...nothingYet,
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    number,
    kind: 'action',
    title: 'Bring the figures',
    words: 'Bring the figures.',
    origin: {
      kind: 'meeting',
      id: 'm',
      label: 'Scrutiny, 9 January 2020',
      href: null,
      bodyId: null,
      bodyName: 'Scrutiny',
      on: on('2020-01-09'),
    },
    owner: 'Head of Performance',
    receivedOn: null,
    state: firstState(more.kind ?? 'action'),
    joinedTo: null,
    madeAt: new Date('2020-01-10T10:00:00Z'),
    madeBy: 'The clerk',
    ...more,
  }
}

const clerk: Taking = { today, name: 'The clerk', isOwner: false }
const owner: Taking = { today, name: 'Head of Performance', isOwner: true }
const says = (words: string, more: Partial<Given> = {}): Given => ({ words, ...more })
const answer = says('As follows.', {
  response: { kind: 'answer', reason: null, respondent: 'The director', publishedOn: null },
})

function take(commitment: Commitment, step: Step, given: Given, by = clerk): Commitment {
  const taken = stepped(commitment, step, given, by)
  if (taken.kind !== 'taken') throw new Error(JSON.stringify(taken))
  return taken.commitment
}
const refusal = (commitment: Commitment, step: Step, given: Given, by = clerk) => {
  const taken = stepped(commitment, step, given, by)
  return taken.kind === 'refused' ? taken.faults.map(each => each.field) : taken.kind
}

const anyGiven = fc.record({
  words: fc.constantFrom('', 'So it is.', 'The record of 3 March.'),
  response: fc.option(
    fc.record({
      kind: fc.constantFrom('accept', 'partly', 'reject', 'answer'),
      reason: fc.option(fc.constantFrom('', 'It costs too much.')),
      respondent: fc.constantFrom('', 'Cabinet'),
      publishedOn: fc.constant(null),
    }),
    { nil: undefined },
  ),
  check: fc.option(
    fc.record({ verdict: fc.constantFrom('borne out', 'not borne out', 'cannot be said') }),
    { nil: undefined },
  ),
  dueOn: fc.option(fc.integer({ min: today - 400, max: today + 400 }), { nil: undefined }),
})
const anyPath = fc.array(
  fc.record({ step: fc.constantFrom(...stepKeys), given: anyGiven, isOwner: fc.boolean() }),
  { maxLength: 12 },
)

describe('whatever anybody does with a commitment', () => {
  test('it stays in a state of its kind; what is closed has evidence that somebody else saw', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kindKeys), anyPath, (kind, path) => {
        let now = one({ kind, dueOn: on('2020-03-05'), firstDueOn: on('2020-03-05') })
        for (const { step, given, isOwner } of path) {
          const taken = stepped(now, step, given, { ...clerk, isOwner })
          if (taken.kind !== 'taken') continue
          const before = now
          now = taken.commitment
          expect(statesOf(kind)).toContain(now.state)
          expect(mayStep(before, step)).toBe(true)
          // The first date stays, whatever is put off.
          expect(now.firstDueOn).toBe(on('2020-03-05'))
          expect(isOwner && (step === 'verify' || step === 'check')).toBe(false)
        }
        expect(now.state === 'closed' && (now.evidence ?? '') === '').toBe(false)
        expect(now.state === 'closed' && now.verifiedBy === null).toBe(false)
        expect(now.state === 'rejected' && (now.response?.reason ?? '') === '').toBe(false)
        expect(now.state === 'checked').toBe(now.check !== null)
        expect(isOpen(now) && now.closedOn !== null).toBe(false)
      }),
    )
  })

  test('something can always be done with it, and each state has words', () => {
    for (const kind of kindKeys)
      for (const state of statesOf(kind)) {
        expect(stepsOf({ kind, state, statutory: true }), `${kind} ${state}`).not.toEqual([])
        expect(stateWords({ kind, state, response: null })).not.toBe('')
      }
    expect(new Set(kindKeys.flatMap(statesOf))).toEqual(new Set(stateKeys))
  })
})

test('done is not better: an action is done, and then verified by somebody else with evidence', () => {
  const done = take(one(), 'done', says('Sent to every member.'), owner)
  expect(stateWords(done)).toBe('Done, not yet verified')
  expect(isOpen(done)).toBe(true)
  expect(refusal(done, 'verify', says('I sent it.'), owner)).toEqual(['words'])
  expect(refusal(done, 'verify', says(''))).toEqual(['words'])
  expect(take(done, 'verify', says('The e-mail of 30 January.'))).toMatchObject({
    state: 'closed',
    evidence: 'The e-mail of 30 January.',
  })
  expect(refusal(one(), 'verify', says('Looks fine.'))).toBe('conflict')
})

test('a recommendation is accepted, accepted in part or rejected, the last two with a reason', () => {
  const asked = one({ kind: 'recommendation', toPosts: ['Director of Children’s Services'] })
  const respond = (kind: 'accept' | 'partly' | 'reject', reason: string | null): Given =>
    says('Cabinet considered it.', {
      response: { kind, reason, respondent: 'Cabinet', publishedOn: today },
    })
  expect(refusal(asked, 'respond', respond('reject', null))).toEqual(['reason'])
  expect(refusal(asked, 'respond', respond('partly', ' '))).toEqual(['reason'])
  const rejected = take(asked, 'respond', respond('reject', 'No money is set aside for it.'))
  expect([rejected.state, isOpen(rejected)]).toEqual(['rejected', false])
  const partly = take(asked, 'respond', respond('partly', 'Not for those over 21.'))
  expect(isOpen(partly)).toBe(true)
  // Opened again after it was done, the response stands and the work goes on.
  const again = take(take(partly, 'done', says('Trained.')), 'reopen', says('Only half were.'))
  expect([again.state, again.response?.reason]).toEqual(['partly', 'Not for those over 21.'])
  expect(take(rejected, 'reopen', says('Asked again.')).response).toBeNull()
})

test('two months begin with the day of receipt, and cannot be put off', () => {
  // S1 of the source documents met on 16 January 2020; a leap year, and ends of months beside it.
  const dates = [
    ['2020-01-16', '2020-03-15'],
    ['2017-06-28', '2017-08-27'],
    ['2019-12-31', '2020-02-29'],
    ['2018-12-31', '2019-02-28'],
    ['2026-01-01', '2026-02-28'],
  ] as const
  for (const [received, due] of dates)
    expect(isoDay(responseDeadline(on(received))?.due ?? 0)).toBe(due)
  expect(responseDeadline(on('2011-01-01'))).toBeNull()
  const asked = one({
    kind: 'recommendation',
    statutory: true,
    receivedOn: today,
    dueOn: responseDeadline(today)?.due ?? null,
  })
  const later = says('More time is needed.', { dueOn: today + 100 })
  expect(refusal(asked, 'defer', later)).toEqual(['dueOn'])
  const accepted = { ...asked, state: 'accepted' as const }
  expect(take(accepted, 'defer', later).dueOn).toBe(today + 100)
})

describe('concerns that return', () => {
  const concern = (words: string, iso: string, more: Partial<Commitment> = {}) =>
    one({ kind: 'concern', words, origin: { ...one().origin, on: on(iso) }, ...more })
  const first = concern(
    'Members were concerned about the level of challenge by the senior leadership of the council.',
    '2019-07-04',
  )
  const other = concern(
    'Members were concerned about pressures on the placement budget.',
    '2019-09-12',
  )
  const again = concern(
    'Committee members reiterated previous concerns raised with regard to the level of challenge by the senior leadership team, including the Chief Executive.',
    '2020-01-16',
  )

  test('the one that says the same is offered first, and no other', () => {
    const found = likelyTheSameConcern(
      again.words,
      again.origin.on,
      [first, other, again],
      again.id,
    )
    expect(found.map(each => each.other.id)).toEqual([first.id])
    // What came later was not raised before.
    expect(likelyTheSameConcern(first.words, first.origin.on, [again])).toEqual([])
  })

  test('are one thread: the dates, the answers, and whether the last was answered', () => {
    const joined = { ...again, joinedTo: first.id }
    const answered = take(first, 'answer', answer, { ...clerk, today: on('2019-07-20') })
    const third = concern('The same again.', '2020-03-05', { joinedTo: joined.id })
    const [thread, single] = concernThreads([third, other, joined, answered])
    expect(thread?.raisings.map(each => isoDay(each.origin.on))).toEqual([
      '2019-07-04',
      '2020-01-16',
      '2020-03-05',
    ])
    expect(thread).toMatchObject({ isOpen: true, isUnanswered: true })
    expect(thread?.answers.map(each => each.respondent)).toEqual(['The director'])
    expect(single?.raisings).toHaveLength(1)
    const gaps = gapsAmong([third, joined, answered], today).filter(
      each => each.kind === 'concern-unanswered',
    )
    expect(gaps.map(each => each.words)).toEqual([
      'It was raised 3 times, the last time on 5 March 2020, and is not answered.',
    ])
  })

  test('each is in one thread, whatever hangs on what', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.nat({ max: 7 })), { minLength: 1, maxLength: 8 }),
        joins => {
          const all = joins.map(() => concern('The same.', '2020-01-16'))
          const joined = all.map((each, at) => ({
            ...each,
            joinedTo: all[joins[at] ?? -1]?.id ?? null,
          }))
          const raised = concernThreads(joined).flatMap(each =>
            each.raisings.map(raising => raising.id),
          )
          expect(raised.toSorted()).toEqual(all.map(each => each.id).toSorted())
        },
      ),
    )
  })
})

test('gaps: no owner, overdue, no response, an assurance that nobody looked at', () => {
  const gapsIn = (more: Partial<Commitment>) => gapsAmong([one(more)], today).map(each => each.kind)
  expect(gapsIn({ owner: null })).toEqual(['commitment-without-owner'])
  expect(gapsIn({ dueOn: today - 1 })).toEqual(['commitment-overdue'])
  expect(gapsIn({ dueOn: today })).toEqual([])
  expect(gapsIn({ kind: 'recommendation' })).toEqual(['recommendation-without-response'])
  expect(gapsIn({ kind: 'recommendation', dueOn: today + 1 })).toEqual([])
  expect(gapsIn({ kind: 'assurance' })).toEqual(['assurance-without-check'])
  expect(gapsIn({ kind: 'assurance', dueOn: today + 30 })).toEqual([])
  const check = { verdict: 'borne out', words: 'x', on: today - 900, by: 'y' } as const
  expect(gapsIn({ kind: 'assurance', state: 'checked', check })).toEqual([])
  // What could not be said is to be looked at again.
  expect(
    gapsIn({ kind: 'assurance', state: 'checked', check: { ...check, verdict: 'cannot be said' } }),
  ).toEqual(['assurance-without-check'])
  expect(gapsIn({ kind: 'recognition' })).toEqual([])
})

describe('an assurance is held against its measure', () => {
  const signal = (verdict: 'improving' | 'worse' | 'no-change', assurance = 'none' as const) => ({
    name: 'Visits on time',
    signal: {
      verdict,
      since: '2020-06',
      plateau: null,
      settled: null,
      assurance,
      points: [],
    },
  })
  test.each([
    ['improving', 'borne out'],
    ['worse', 'not borne out'],
    ['no-change', 'cannot be said'],
  ] as const)('%s: %s', (verdict, expected) => {
    expect(suggestedVerdict(signal(verdict), on('2020-01-09')).verdict).toBe(expected)
  })
  test('without figures it cannot be said', () => {
    expect(suggestedVerdict(null, today).verdict).toBe('cannot be said')
    expect(suggestedVerdict({ name: 'x', signal: null }, today).verdict).toBe('cannot be said')
  })
  test('what moved before it was given bears nothing out', () => {
    expect(suggestedVerdict(signal('improving'), on('2021-01-09')).verdict).toBe('cannot be said')
  })
})
