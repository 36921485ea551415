import { expect, test } from 'vitest'
import { addMonths, isoDay, parseIsoDay } from '#calendar'
import { auditAt, loopOfAudit } from './example.ts'
import { listed, type Listed, listFrom, listHeadings, listRow } from './list.ts'

const today = parseIsoDay('2026-11-22') ?? 0
const span = { from: listFrom(today), to: today }
const audit = auditAt('1', today - 30, 'good', { number: 7, moderatedGrade: 'inadequate' })
const one: Listed = { audit, sight: 'whole', child: 'C123', tool: 'Whole case file' }
const row = (each: Listed, loops = [loopOfAudit(audit)]) =>
  Object.fromEntries(listHeadings.map((heading, at) => [heading, listRow(each, loops)[at]]))

test('an audit stands with its child, both grades and its open actions', () => {
  expect(row(one)).toMatchObject({
    Audit: 7,
    'Child Unique ID': 'C123',
    'Kind of audit': 'Whole case file',
    'Date of audit': isoDay(today - 30),
    'Auditor’s grade': 'Good',
    'Moderated grade': 'Inadequate',
    Actions: 1,
    'Actions open': 1,
    'Actions overdue': 1,
  })
  const done = loopOfAudit(audit, { verifiedOn: today - 1 })
  expect(row(one, [done])).toMatchObject({ Actions: 1, 'Actions open': 0, 'Actions overdue': 0 })
})

test('whoever is yet to say their own view learns no grade and no action', () => {
  for (const sight of ['own', 'blind'] as const)
    expect(row({ ...one, sight })).toMatchObject({
      'Child Unique ID': null,
      'Auditor’s grade': '',
      'Moderated grade': '',
      State: 'After your own view',
      Actions: null,
    })
})

test('six months to the day, what is handed in, and what the viewer sees any of', () => {
  const on = (day: number, more: Partial<Listed> = {}): Listed => ({
    ...one,
    audit: { ...audit, auditedOn: day },
    ...more,
  })
  const six = addMonths(today, -6)
  const days = [today, six, six - 1, today + 1]
  expect(
    listed(
      days.map(day => on(day)),
      span,
    ).map(each => each.audit.auditedOn),
  ).toEqual([today, six])
  expect(listed([on(today, { sight: 'none' })], span)).toEqual([])
  expect(listed([{ ...one, audit: { ...audit, state: 'begun' } }], span)).toEqual([])
})
