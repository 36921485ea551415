import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleConstitution } from './constitution.ts'
import { type Day, isoDay, parseIsoDay } from './day.ts'
import type { Deadline } from './deadlines.ts'
import { type Route, type RouteRequest, explainRoute, routeBackFrom } from './route.ts'
import { statutoryDeadline } from './rules.ts'

const day = (iso: string): Day => parseIsoDay(iso) ?? Number.NaN

function statement(received: Day): Deadline {
  const found = statutoryDeadline('statement-of-action', received)
  if (found.kind === 'no-rule') throw new Error(found.reason)
  return found.deadline
}

const request: RouteRequest = {
  statutory: statement(day('2017-06-12')),
  letter: null,
  today: day('2017-07-01'),
  keyDecision: true,
  cabinetDates: [day('2017-07-19'), day('2017-09-18'), day('2017-10-16')],
  boardDates: [day('2017-08-31'), day('2017-09-07'), day('2017-09-14')],
  callIn: null,
  done: [],
}

const daysOf = (route: Route): string[] =>
  route.steps.map(({ stage, day: on }) => `${stage} ${isoDay(on)}`)

describe('the route to a statutory date', () => {
  it('is laid out backwards from it', () => {
    const route = routeBackFrom(request)
    expect(daysOf(route)).toEqual([
      'key-decision-notice 2017-08-20',
      'board-sign-off 2017-09-07',
      'agenda 2017-09-08',
      'cabinet 2017-09-18',
      'submission 2017-09-19',
    ])
    expect([route.verdict, route.basis, route.because]).toEqual(['fits', 'statute', []])
  })

  it('leaves time for call-in, with an earlier cabinet', () => {
    const route = routeBackFrom({ ...request, callIn: exampleConstitution })
    expect(daysOf(route)).toContain('cabinet 2017-07-19')
    expect(daysOf(route)).toContain('call-in 2017-07-28')
  })

  it('takes the last working day that fits where no dates are given', () => {
    const open = { ...request, cabinetDates: [], boardDates: [] }
    expect(daysOf(routeBackFrom(open))).toContain('cabinet 2017-09-19')
    // Cabinet on 8 September is published by the 12th and open to call-in to the 19th: too late.
    const withCallIn = routeBackFrom({ ...open, callIn: exampleConstitution })
    expect(daysOf(withCallIn)).toContain('cabinet 2017-09-07')
  })

  it('says when the notice can no longer be given, and what is left', () => {
    const general = routeBackFrom({ ...request, today: day('2017-08-21') })
    expect(general.verdict).toBe('by-exception')
    expect(general.because[0]).toMatch(/^Publish notice .* 20 August 2017 cannot be kept\./)
    expect(general.because[0]).toMatch(/regulation 10\) .* 8 September 2017, with the reasons\.$/)
    const urgent = routeBackFrom({ ...request, today: day('2017-09-11') })
    expect(urgent.verdict).toBe('by-exception')
    expect(urgent.because).toEqual([
      expect.stringMatching(/special urgency \(regulation 11\)/),
      expect.stringMatching(/between meetings, by 18 September 2017\.$/),
      expect.stringMatching(/taken late only if the chair says why it is urgent/),
    ])
  })

  it('does not fit once the cabinet has met without it, or where no cabinet is early enough', () => {
    const past = routeBackFrom({ ...request, today: day('2017-09-19') })
    expect(past.verdict).toBe('does-not-fit')
    expect(past.because.at(-1)).toBe('So 19 September 2017 can no longer be met by this route.')
    const none = routeBackFrom({ ...request, cabinetDates: [day('2017-10-16')] })
    expect(explainRoute(none)).toEqual([
      'The route no longer fits.',
      'None of the cabinet dates given lets the document be submitted by 19 September 2017.',
      'Publish and submit the document: Tuesday 19 September 2017.',
    ])
  })

  it('says when no board meets in time', () => {
    const route = routeBackFrom({ ...request, boardDates: [day('2017-09-14')] })
    expect(route.verdict).toBe('by-exception')
    expect(route.because[0]).toMatch(/between meetings, by 8 September 2017\.$/)
  })

  it('does not count as missed what has been done', () => {
    const today = day('2017-09-19')
    const done = ['key-decision-notice', 'board-sign-off', 'agenda', 'cabinet'] as const
    expect(routeBackFrom({ ...request, today, done }).verdict).toBe('fits')
  })

  it('works to the date in a letter, and says why and what the law gives', () => {
    const letter = { due: day('2017-09-26'), reason: 'the letter of 13 June says so' }
    const route = routeBackFrom({ ...request, letter })
    expect([isoDay(route.due), route.basis]).toEqual(['2017-09-26', 'letter'])
    expect(route.because).toEqual([
      'Worked to 26 September 2017, because the letter of 13 June says so. The date that the law gives is 19 September 2017. The letter is later than the law: ask its author to confirm that it may be.',
    ])
  })

  it('always comes in order, ends on the date, and fits where nothing is missed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: day('2013-01-01'), max: day('2028-06-30') }),
        fc.integer({ min: -30, max: 130 }),
        fc.boolean(),
        (received, wait, waived) => {
          const route = routeBackFrom({
            ...request,
            statutory: statement(received),
            today: received + wait,
            cabinetDates: [],
            boardDates: [],
            callIn: waived ? null : exampleConstitution,
          })
          const dates = route.steps.map(step => step.day)
          expect(dates).toEqual(dates.toSorted((a, b) => a - b))
          expect(dates.at(-1)).toBe(route.due)
          const missed = route.steps.filter(step => step.state === 'missed')
          const nothing = missed.every(step => step.stage === 'call-in')
          expect(route.verdict === 'fits').toBe(nothing)
        },
      ),
    )
  })
})
