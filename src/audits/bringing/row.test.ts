import { array, check, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { parseIsoDay } from '#calendar'
import { guessMapping } from '#findings'
import { teamAs } from './change.ts'
import { unknownGrades } from './meant.ts'
import { auditColumns, auditFrom, sameAs, saysWho } from './row.ts'

const today = parseIsoDay('2026-11-21') ?? 0
const headings = ['Date of audit', 'Team', 'Overall grade', 'Audited by', 'Reference', 'Summary']
const mapping = guessMapping(headings, auditColumns)
const read = (cells: readonly string[], looked = false) =>
  auditFrom({ number: 2, cells }, mapping, { today, looked })
const row = (more: Readonly<Record<number, string>> = {}) =>
  ['18/09/2017', 'North', 'RI', 'Manager', 'A-12', 'Plans do not say what is to change.'].map(
    (cell, place) => more[place] ?? cell,
  )
const refusal = (cells: readonly string[]): string => {
  const found = read(cells)
  return found.kind === 'refused' ? found.message : 'taken in'
}

test('a row of a table is an audit, whatever its columns are called', () => {
  expect(read(row())).toEqual({
    kind: 'audit',
    audit: {
      on: parseIsoDay('2017-09-18'),
      team: 'North',
      grade: 'requires improvement',
      auditor: 'Manager',
      key: 'A-12',
      toolWords: '',
      own: null,
      moderated: null,
      text: 'Plans do not say what is to change.',
      notes: [],
    },
  })
})

test('what cannot be taken in says why in its own words', () => {
  expect(refusal(row({ 0: '31/02/2017' }))).toContain('“31/02/2017” is not a date')
  expect(refusal(row({ 0: '' }))).toBe('It has no date.')
  expect(refusal(row({ 0: '22 November 2026' }))).toContain('lies in the future')
  expect(refusal(row({ 1: '' }))).toContain('which team')
  expect(refusal(row({ 2: 'Adequate' }))).toContain(
    '“Adequate” is not a grade: use Outstanding, Good, Requires improvement or Inadequate.',
  )
  expect(refusal(row({ 2: '' }))).toBe('It has no grade.')
  expect(refusal(row({ 4: 'Jo Bloggs' }))).toContain('“Jo Bloggs” may be a name')
  expect(refusal(row({ 4: '943 476 5919' }))).toContain('The key of the child is an NHS number')
  expect(refusal(row({ 5: 'NHS number 943 476 5919' }))).toContain('an NHS number')
  expect(refusal(row({ 5: 'Seen: [an NHS number left out]' }))).toContain('an NHS number')
  expect(refusal(row({ 5: 'The plan is with Joe Bloggs now' }))).toContain('“Joe Bloggs” may be')
})

test('a grade of another scale stands for what is said, and its own word is kept', () => {
  const meanings = new Map([['adequate', 'requires improvement' as const]])
  const found = auditFrom({ number: 2, cells: row({ 2: ' Adequate' }) }, mapping, {
    today,
    looked: false,
    meanings,
  })
  expect(found.kind === 'audit' && [found.audit.grade, found.audit.notes]).toEqual([
    'requires improvement',
    ['The grade was written as “Adequate”.'],
  ])
  const lines = ['Good', 'adequate', 'Adequate ', '2'].map((grade, number) => ({
    number,
    cells: row({ 2: grade }),
  }))
  expect([...unknownGrades({ lines }, mapping)]).toEqual([
    ['adequate', { written: 'adequate', rows: 2 }],
    ['2', { written: '2', rows: 1 }],
  ])
})

test('a team is the one that is here, where only capitals or spaces differ', () => {
  expect(teamAs(['Early Help', 'North'], 'early  help')).toBe('Early Help')
  expect(teamAs(['Early Help', 'North'], 'South')).toBe('South')
})

test('columns that say who a child is are known by their headings', () => {
  for (const heading of ['Child name', 'Name of young person', 'NHS No', 'D.O.B', 'DOB', 'Surname'])
    expect(saysWho(heading), heading).toBe(true)
  for (const heading of ['Name of auditor', 'Team name', 'Reference', 'Child’s views', 'Grade'])
    expect(saysWho(heading), heading).toBe(false)
})

test('a name that was looked at is taken in, a number never', () => {
  expect(read(row({ 5: 'The plan is with Joe Bloggs now' }), true).kind).toBe('audit')
  expect(read(row({ 5: 'Seen: [an NHS number left out]' }), true).kind).toBe('refused')
})

test('no row makes it throw, and a refused row has a sentence', () => {
  const sentence = property(array(string(), { maxLength: 8 }), cells => {
    const found = read(cells)
    return found.kind === 'audit' || found.message.endsWith('.')
  })
  expect(check(sentence).failed).toBe(false)
})

test('with a key another grade is the same audit, and without one it is another', () => {
  const of = (cells: readonly string[]) => {
    const found = read(cells)
    if (found.kind === 'refused') throw new Error(found.message)
    return found.audit
  }
  expect(sameAs(of(row()), 0)).toBe(sameAs(of(row({ 2: 'Good' })), 1))
  const [one, other] = [of(row({ 4: '' })), of(row({ 2: 'Good', 4: '' }))]
  expect(sameAs(one, 0)).not.toBe(sameAs(other, 0))
  expect(sameAs(one, 0)).not.toBe(sameAs(one, 1))
})
