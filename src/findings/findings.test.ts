import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf } from '#calendar'
import { findingFrom, severityNamed, sourceKindNamed } from './bring.ts'
import { dayFrom } from './day-from.ts'
import { after, brief, type Finding, noCohort, stateKeys, type Step, steps } from './finding.ts'
import { likelyTheSame } from './likeness.ts'
import { loopMeasureOf, medianOf, shareOf } from './measure.ts'
import { masked, privateWordsIn } from './private-words.ts'
import { guessMapping, readSheet } from './sheet.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('what could say which child it is about', () => {
  test('an NHS number is known by its check digit', () => {
    // The example of the NHS Data Dictionary.
    const found = privateWordsIn('Nobody rang about 943 476 5919 for a week.')
    expect(found.never).toEqual([{ what: 'an NHS number', text: '943 476 5919' }])
    expect(privateWordsIn('Nobody rang about 943 476 5918 for a week.').never).toEqual([])
    expect(masked('About 943 476 5919.')).toBe('About [an NHS number left out].')
  })
  test('pupil numbers and dates of birth never belong there', () => {
    expect(privateWordsIn('UPN A123456789012 was late').never[0]?.what).toBe(
      'a unique pupil number',
    )
    expect(privateWordsIn('child, DOB: 03/04/2015, waited').never[0]?.what).toBe('a date of birth')
  })
  test('what may be a name is asked about, and what is a body is not', () => {
    expect(privateWordsIn('Visits to Jordan Ashdown were late.').perhaps).toEqual([
      'Jordan Ashdown',
    ])
    expect(privateWordsIn('the mother Keeley said so').perhaps).toEqual(['Keeley'])
    expect(privateWordsIn('Mr Pemberton complained twice').perhaps).toContain('Mr Pemberton')
    const clean =
      'Leaders of Children’s Services and the Safeguarding Partnership met in May 2024. Strategy meetings were late.'
    expect(privateWordsIn(clean).perhaps).toEqual([])
  })
})

describe('two findings that say the same', () => {
  const texts = [
    'The timeliness and quality of assessments, so that needs are understood without delay.',
    'Private fostering arrangements are not known about.',
    'Pathway plans for care leavers are reviewed late.',
    'Supervision records do not give reasons for decisions.',
  ].map(text => ({ text, of: text }))
  test('are found across inspectorates, with the words that both have', () => {
    const [first, ...rest] = likelyTheSame(
      'Assessments take too long and needs are not understood without delay.',
      texts,
    )
    expect(first?.other).toBe(texts[0]?.text)
    expect(first?.shared).toEqual(expect.arrayContaining(['assess', 'understood', 'delay']))
    expect(rest).toEqual([])
  })
  test('nothing is more like a text than itself, and likeness is the same both ways', () => {
    const words = fc.array(
      fc.constantFrom('assessment', 'plan', 'visit', 'supervision', 'court', 'dentist', 'police'),
      { minLength: 3, maxLength: 12 },
    )
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [one, other] = [a.join(' '), b.join(' ')]
        const score = (x: string, y: string) => likelyTheSame(x, [{ text: y, of: y }], 0)[0]?.score
        const itself = score(one, one)
        expect(itself === undefined || itself > 0.999).toBe(true)
        expect(score(one, other)).toEqual(score(other, one))
      }),
    )
  })
})

describe('the measure of the whole system', () => {
  const finding = (more: Partial<Finding>): Finding => ({
    id: '1',
    number: 1,
    sourceKind: 'audit',
    source: 'Audit',
    words: 'Words',
    theme: 'plans',
    foundOn: 100,
    severity: 'medium',
    cohort: noCohort,
    state: 'new',
    ownerId: null,
    owner: null,
    sharedWith: [],
    hiddenFrom: [],
    mergedInto: null,
    verifiedOn: null,
    verifiedWords: null,
    verifiedBy: null,
    endedOn: null,
    endedWords: null,
    ...more,
  })
  test('counts what was closed with and without verified change, and leaves out what was merged', () => {
    const measure = loopMeasureOf(
      [
        finding({ state: 'closed', verifiedOn: 200 }),
        finding({ state: 'verified change', verifiedOn: 140 }),
        finding({ state: 'closed' }),
        finding({ state: 'declined' }),
        finding({ state: 'merged' }),
        finding({ foundOn: 150 }),
      ],
      200,
    )
    expect(measure).toMatchObject({ all: 5, open: 1, declined: 1, closed: 3, verified: 2 })
    expect(measure.share?.value).toBeCloseTo(2 / 3)
    expect(measure.days).toEqual({ median: 70, lower: null, upper: null, count: 2 })
    expect(measure.openDays).toBe(50)
    expect(loopMeasureOf([], 0)).toMatchObject({ share: null, days: null, openDays: null })
  })
  test('intervals are those of the books', () => {
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 81 of 263 and 0 of 20.
    expect(shareOf(81, 263).lower).toBeCloseTo(0.2553, 4)
    expect(shareOf(81, 263).upper).toBeCloseTo(0.3662, 4)
    expect(shareOf(0, 20).upper).toBeCloseTo(0.1611, 4)
    // The 95 % interval of a median of 12 runs from the 3rd to the 10th value; of 6 over all.
    expect(medianOf([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1])).toMatchObject({ lower: 3, upper: 10 })
    expect(medianOf([1, 2, 3, 4, 5, 6])).toMatchObject({ lower: 1, upper: 6 })
    expect(medianOf([1, 2, 3, 4, 5])).toMatchObject({ lower: null })
  })
  test('an interval holds its value, whatever the values', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 6, maxLength: 60 }), values => {
        const found = medianOf(values)
        expect(found?.lower ?? 0).toBeLessThanOrEqual(found?.median ?? 0)
        expect(found?.upper ?? 0).toBeGreaterThanOrEqual(found?.median ?? 0)
      }),
    )
  })
})

test('no step leads out of where it may be taken, and nothing closed is open without being opened', () => {
  // as: the keys of a constant are its steps.
  for (const step of Object.keys(steps) as Step[])
    for (const state of stateKeys)
      expect(after(state, step) !== null).toBe(steps[step].from.includes(state))
  expect(after('in action', 'triage')).toBe('in action')
  expect(after('closed', 'act')).toBeNull()
  expect(after('new', 'verify')).toBeNull()
})

test('a brief never cuts the only word and never grows', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), text => {
      expect(brief(text, 50).length).toBeLessThanOrEqual(51)
    }),
  )
})

test('dates are read as people write them', () => {
  const day = dayOf(2017, 9, 18)
  for (const text of [
    '2017-09-18',
    '18/09/2017',
    '18.9.17',
    '18 September 2017',
    '18th Sept 2017',
    'Mon 18 Sep 17',
  ])
    expect(dayFrom(text)).toBe(day)
  for (const text of ['31/02/2026', 'soon', '09/18/2017', '']) expect(dayFrom(text)).toBeNull()
})

describe('a table of findings', () => {
  const csv =
    'Improvement feedback log\nRecommendation,Source,Type,Date,Priority,Theme\n' +
    'Plans do not say what will change,Ofsted letter,Ofsted,18/09/2017,High,Plans for children\n' +
    'Visits were late for Jordan Ashdown,Audit,Audit,01/02/2020,Low,\n' +
    ',Audit,Audit,01/02/2020,Low,\n' +
    'Supervision was late,Audit,Audit,sometime,Low,\n'
  test('finds its headings below a title and guesses its columns', async () => {
    const sheet = await readSheet('log.csv', bytes(csv))
    if (sheet.kind !== 'sheet') throw new Error(sheet.message)
    expect(sheet.headings).toEqual([
      'Recommendation',
      'Source',
      'Type',
      'Date',
      'Priority',
      'Theme',
    ])
    expect(sheet.notes.join(' ')).toContain('Improvement feedback log')
    const mapping = guessMapping(sheet.headings, {
      words: ['recommendation'],
      source: ['source'],
      sourceKind: ['source type', 'type'],
      theme: ['theme'],
      foundOn: ['date'],
      severity: ['priority'],
    })
    expect(mapping).toEqual({
      words: 0,
      source: 1,
      sourceKind: 2,
      foundOn: 3,
      severity: 4,
      theme: 5,
    })
    const defaults = { source: '', sourceKind: 'other', foundOn: null } as const
    const read = sheet.lines.map(line => findingFrom(line, mapping, defaults, 20_778))
    expect(read[0]).toMatchObject({
      kind: 'finding',
      finding: { sourceKind: 'inspection', severity: 'high', theme: 'plans' },
    })
    expect(read.slice(1)).toEqual([
      { kind: 'refused', message: expect.stringContaining('Jordan Ashdown') },
      { kind: 'refused', message: 'There are no words that say what was found.' },
      { kind: 'refused', message: expect.stringContaining('“sometime” is not a date') },
    ])
  })
  test('what is no table is refused in a sentence', async () => {
    expect(await readSheet('a.csv', bytes(''))).toMatchObject({ kind: 'refused' })
    expect(await readSheet('a.pdf', bytes('%PDF-1.7'))).toMatchObject({
      message: expect.stringContaining('PDF'),
    })
    expect(await readSheet('a.csv', bytes('only one cell\nand another'))).toMatchObject({
      message: expect.stringContaining('headings'),
    })
  })
  test('each column is guessed for one field at most', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Theme', 'Date', 'Owner', 'Due date', 'Source'), { maxLength: 8 }),
        headings => {
          const places = Object.values(
            guessMapping(headings, { a: ['date'], b: ['due date', 'date'], c: ['theme'] }),
          )
          expect(new Set(places).size).toBe(places.length)
        },
      ),
    )
  })
  test('words of councils for severity and source', () => {
    expect(severityNamed('RED')).toBe('urgent')
    expect(severityNamed('P?')).toBe('medium')
    expect(sourceKindNamed('Ofsted ILACS')).toBe('inspection')
    expect(sourceKindNamed('mock inspection 2025')).toBe('mock-inspection')
    expect(sourceKindNamed('weather')).toBeNull()
  })
})
