import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inLondon, isWorkingDay } from '#calendar'
import { deriveGrade, grades, type Grade, noAnswers } from '#practice'
import { type Alert, lateSince, mayConfirm, nextStep, reasonFor } from './alert.ts'
import { addWorkingHours, dueTimes, usualClock } from './clock.ts'
import { field, fieldsOf, readText, textOf } from './form-text.ts'
import { redacted } from './redact.ts'
import { directionOf, moderatedBy } from './sides.ts'
import { sightOfAudit } from './sight.ts'
import { toolChanges, toolFrom, toolText } from './tool-text.ts'
import { shippedTools } from './tools/index.ts'
import type { Viewer } from '#people'

describe('the clock of an alert', () => {
  const london = (at: Date) =>
    `${new Date(inLondon(at).day * 86_400_000).toISOString().slice(0, 10)} ${inLondon(at).clock}`

  test('counts the hours in which people work, over night, weekend and bank holiday', () => {
    // 25 and 28 December 2026, a Friday and a Monday, are bank holidays.
    const cases = [
      ['2026-11-18T10:00:00Z', 4, '2026-11-18 14:00'],
      ['2026-11-18T15:00:00Z', 4, '2026-11-19 11:00'],
      ['2026-11-20T16:30:00Z', 4, '2026-11-23 12:30'],
      ['2026-11-21T10:00:00Z', 4, '2026-11-23 13:00'],
      ['2026-12-24T16:00:00Z', 2, '2026-12-29 10:00'],
      // In summer clocks are an hour ahead of UTC.
      ['2026-07-01T07:30:00Z', 1, '2026-07-01 10:00'],
      ['2026-07-01T20:00:00Z', 8, '2026-07-02 17:00'],
    ] as const
    for (const [from, hours, to] of cases)
      expect(london(addWorkingHours(new Date(from), hours)), from).toBe(to)
  })

  test('is due at a time when people work, later for each step, and never before it was raised', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 40 }),
        (at, hours) => {
          const due = addWorkingHours(at, hours)
          const { day, clock } = inLondon(due)
          expect(isWorkingDay(day)).toBe(true)
          expect(clock >= '09:00' && clock <= '17:00').toBe(true)
          // The clocks may go back in between, so an hour is allowed for.
          expect(due.getTime()).toBeGreaterThanOrEqual(at.getTime() - 60_000)
          expect(addWorkingHours(at, hours + 1).getTime()).toBeGreaterThan(due.getTime())
          const { acknowledgeBy, actBy, confirmBy } = dueTimes(at, usualClock)
          expect(acknowledgeBy < actBy && actBy < confirmBy).toBe(true)
        },
      ),
    )
  })
})

describe('an alert', () => {
  const done = { at: new Date(0), by: 'a', name: 'A', words: 'x' }
  const alert: Alert = {
    id: '1',
    auditId: '2',
    because: 'not safe',
    team: 'North',
    raisedAt: new Date(0),
    raisedBy: 'r',
    raisedName: 'R',
    acknowledgeBy: new Date(10),
    actBy: new Date(20),
    confirmBy: new Date(30),
    acknowledged: null,
    acted: null,
    confirmed: null,
    escalatedAt: null,
    mailedAt: null,
  }

  test('is late by the step that comes next', () => {
    expect(nextStep(alert)).toBe('acknowledge')
    expect(lateSince(alert, new Date(11))).toEqual(new Date(10))
    const acknowledged = { ...alert, acknowledged: done }
    expect(lateSince(acknowledged, new Date(11))).toBeNull()
    expect(lateSince(acknowledged, new Date(21))).toEqual(new Date(20))
    const acted = { ...acknowledged, acted: done }
    expect(nextStep(acted)).toBe('confirm')
    expect(lateSince({ ...acted, confirmed: done }, new Date(99))).toBeNull()
  })

  test('is confirmed by somebody else than who acted', () => {
    expect(mayConfirm({ acted: null }, 'b')).toBe(false)
    expect(mayConfirm({ acted: done }, 'a')).toBe(false)
    expect(mayConfirm({ acted: done }, 'b')).toBe(true)
  })

  test('comes of a child who is not safe at once, of a grade once it is handed in', () => {
    const audit = {
      safe: 'yes',
      state: 'begun',
      childRef: 'x',
      grade: null,
      moderatedGrade: null,
    } as const
    expect(reasonFor(audit)).toBeNull()
    expect(reasonFor({ ...audit, safe: 'no' })).toBe('not safe')
    expect(reasonFor({ ...audit, grade: 'inadequate' })).toBeNull()
    expect(reasonFor({ ...audit, state: 'submitted', grade: 'inadequate' })).toBe('inadequate')
    expect(
      reasonFor({ ...audit, state: 'moderated', grade: 'good', moderatedGrade: 'inadequate' }),
    ).toBe('inadequate')
    expect(reasonFor({ ...audit, state: 'submitted', safe: 'not known', grade: 'good' })).toBe(
      'not known',
    )
    expect(
      reasonFor({ ...audit, state: 'submitted', safe: 'not known', grade: 'good', childRef: null }),
    ).toBeNull()
  })
})

describe.each(shippedTools)('the tool $key', tool => {
  test('asks five to eight things, each with words for every grade, and limits where safety is', () => {
    expect(tool.standards.length).toBeGreaterThanOrEqual(5)
    expect(tool.standards.length).toBeLessThanOrEqual(8)
    expect(tool.standards.some(({ limiting }) => limiting)).toBe(true)
    const checks = tool.standards.flatMap(({ compliance }) => compliance)
    const keys = [...tool.standards, ...checks].map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { asks, anchors, evidence } of tool.standards) {
      expect(asks.endsWith('?')).toBe(true)
      expect(evidence.length).toBeGreaterThan(10)
      expect(new Set(Object.values(anchors)).size).toBe(4)
      for (const anchor of Object.values(anchors)) expect(anchor.length).toBeGreaterThan(20)
    }
    for (const { asks, rests } of checks) {
      expect(asks.endsWith('?')).toBe(true)
      // What a check rests on says whether it was read.
      expect(rests ?? '(unverified').toMatch(/\(read 21 November 2026\)|\(unverified/)
    }
  })

  test('gives the same answers back from the fields of its form', () => {
    const grade = fc.constantFrom(...grades, 'not applicable')
    const words = fc.string({ minLength: 1 }).filter(text => text.trim() === text)
    fc.assert(
      fc.property(fc.array(fc.tuple(grade, words), { minLength: 8, maxLength: 8 }), given => {
        const text: Record<string, string> = { safe: 'yes' }
        for (const [nth, { key, compliance }] of tool.standards.entries()) {
          const [chosen, written] = given[nth] ?? ['good', 'x']
          text[field.grade(key)] = chosen
          text[field.evidence(key)] = written
          for (const check of compliance) text[field.tick(check.key)] = nth % 2 === 0 ? 'yes' : 'no'
        }
        const { read, unknown } = readText(tool, text)
        expect(unknown).toEqual([])
        const again = textOf({
          ...read,
          overrideWords: '',
          grade: null,
          derivedGrade: null,
        })
        expect(again).toEqual(text)
        expect(Object.keys(again).every(name => fieldsOf(tool).has(name))).toBe(true)
      }),
    )
  })

  test('is changed by its form to the next version, and the differences say how', () => {
    const same = toolFrom(tool, toolText(tool))
    expect(same.kind === 'tool' && toolChanges(tool, same.tool)).toEqual([])
    expect(same.kind === 'tool' && same.tool).toEqual({ ...tool, version: tool.version + 1 })
    const [first] = tool.standards
    const changed = toolFrom(tool, {
      ...toolText(tool),
      [`s_${first?.key ?? ''}_anchor_requires-improvement`]: 'Something else.',
    })
    const changes = changed.kind === 'tool' ? toolChanges(tool, changed.tool) : []
    expect(changes.map(({ after }) => after)).toEqual(['Something else.'])
    expect(changes[0]?.where).toContain('requires improvement')
  })
})

test('what a form does not know is told, and everything else is read', () => {
  const [tool] = shippedTools
  if (tool === undefined) throw new Error('There is no tool.')
  const { read, unknown } = readText(tool, {
    safe: 'perhaps',
    grade_voice: 'very good',
    grade_plan: 'RI',
    'tick_voice-seen': 'maybe',
    grade___proto__: 'good',
    override: 'super',
  })
  expect(unknown.map(each => each.field)).toEqual([
    'grade_voice',
    'tick_voice-seen',
    'safe',
    'override',
  ])
  expect(read.answers.grades).toEqual({ plan: 'requires improvement' })
})

test('a new standard gets a key of its own, whatever it is called', () => {
  const [tool] = shippedTools
  if (tool === undefined) throw new Error('There is no tool.')
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }).filter(text => text.trim() !== ''),
      title => {
        const text: Record<string, string> = { ...toolText(tool) }
        for (const part of [
          'asks',
          'evidence',
          ...grades.map(each => `anchor_${each.replaceAll(' ', '-')}`),
        ])
          text[`s_new_${part}`] = 'Words'
        text['s_new_title'] = title
        const made = toolFrom(tool, text)
        const keys = made.kind === 'tool' ? made.tool.standards.map(({ key }) => key) : []
        expect(new Set(keys).size).toBe(tool.standards.length + 1)
        expect(keys.every(key => /^[a-z0-9-]+$/.test(key))).toBe(true)
      },
    ),
  )
})

test('moderation takes the moderator’s grades in place of the auditor’s, and says which way it went', () => {
  const [tool] = shippedTools
  if (tool === undefined) throw new Error('There is no tool.')
  const answers = {
    ...noAnswers,
    safe: 'yes' as const,
    grades: Object.fromEntries(tool.standards.map(({ key }): [string, Grade] => [key, 'good'])),
  }
  expect(deriveGrade(tool, answers)?.grade).toBe('good')
  expect(moderatedBy(tool, answers, { risk: 'inadequate' })?.grade).toBe('inadequate')
  expect(moderatedBy(tool, answers, {})?.grade).toBe('good')
  expect([
    directionOf('good', 'outstanding'),
    directionOf('good', 'good'),
    directionOf('good', 'inadequate'),
  ]).toEqual(['up', 'same', 'down'])
})

describe('who sees how much of an audit', () => {
  const audit = { id: 'a1', auditorId: 'auditor', team: 'North', state: 'submitted' } as const
  const viewer = (
    id: string,
    role: Viewer['roles'][number],
    teams: readonly string[] = [],
  ): Viewer => ({
    id,
    name: id,
    authority: 'X',
    roles: [role],
    teams,
  })
  const asked = { auditId: 'a1', userId: 'p', saidAt: null }

  test('follows from their part in it and their role', () => {
    expect(sightOfAudit(viewer('auditor', 'auditor'), audit, [])).toBe('whole')
    expect(sightOfAudit(viewer('other', 'auditor'), audit, [])).toBe('outline')
    expect(sightOfAudit(viewer('m', 'team-manager', ['North']), audit, [])).toBe('whole')
    expect(sightOfAudit(viewer('m', 'team-manager', ['South']), audit, [])).toBe('none')
    expect(sightOfAudit(viewer('p', 'practitioner', ['North']), audit, [])).toBe('none')
    expect(sightOfAudit(viewer('p', 'practitioner'), audit, [asked])).toBe('own')
    expect(
      sightOfAudit(viewer('p', 'practitioner'), audit, [{ ...asked, saidAt: new Date(0) }]),
    ).toBe('whole')
    expect(sightOfAudit(viewer('b', 'board-partner'), audit, [])).toBe('none')
    expect(sightOfAudit(viewer('c', 'clerk'), { ...audit, state: 'begun' }, [])).toBe('none')
  })

  test('whoever grades the same work blind sees nothing of it, whatever their role', () => {
    expect(sightOfAudit(viewer('d', 'director'), audit, [], new Set(['a1']))).toBe('blind')
  })
})

test('nothing that may say who somebody is is left in what young reviewers read', () => {
  const text =
    'Jane Smith met the worker on 3 March 2026. Then Tom came, and North Town Team was kind. NHS 943 476 5919. Born on 4/5/2011. They met on Monday.'
  const clean = redacted(text, ['North Town'])
  for (const secret of ['Jane', 'Smith', 'Tom', '3 March', '943', '2011', 'North Town'])
    expect(clean).not.toContain(secret)
  expect(clean).toContain('They met on Monday.')
})
