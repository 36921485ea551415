import { expect, test } from 'vitest'
import { definitionOf, library, wholeCounty } from '#indicators'
import { type AskedOf, groupsOf } from './grouped.ts'
import { type Reading, readingOf } from './reading.ts'
import { shownAs, shows } from './shown.ts'

const first = 2021 * 12

/** An indicator whose months have these numerators over 100. */
function readingWith(code: string, numerators: readonly number[]): Reading {
  const definition = definitionOf(code)
  if (definition === undefined) throw new Error(`No indicator ${code}`)
  return readingOf(
    definition,
    { countedAt: new Date(0), extracts: [], library: '', firstMonth: first, asOf: 0 },
    {
      indicator: code,
      slice: wholeCounty,
      version: definition.version,
      numerators,
      denominators: numerators.map(() => 100),
    },
    undefined,
  )
}

const months = Array.from({ length: 36 }, (_, i) => i)
const steady = months.map(i => 60 + (i % 3))
const rising = months.map(i => (i < 24 ? 50 : 80) + (i % 3))
const falling = months.map(i => (i < 24 ? 80 : 50) + (i % 3))

const all = [
  readingWith('CA10', steady),
  readingWith('AS03', falling),
  readingWith('AS01', rising),
  readingWith('FD02', steady),
  readingWith('CP04', steady.slice(0, 5)),
]
const codesOf = (readings: readonly Reading[]) => readings.map(({ definition }) => definition.code)

test('every indicator is under one verdict, and under all', () => {
  expect(shows.map(({ show }) => [show, codesOf(shownAs(all, show)).toSorted()])).toEqual([
    ['all', ['AS01', 'AS03', 'CA10', 'CP04', 'FD02']],
    ['changed', ['AS01', 'AS03']],
    ['worse', ['AS03']],
    ['improving', ['AS01']],
    ['no-change', ['CA10', 'FD02']],
    ['too-few', ['CP04']],
  ])
})

test('themes stand in the order of a child’s journey, not of the codes', () => {
  const groups = groupsOf(all, 'all', 'theme', [])
  expect(groups.map(({ key, readings }) => [key, codesOf(readings)])).toEqual([
    ['front-door', ['FD02']],
    ['assessment', ['AS01', 'AS03']],
    ['child-protection', ['CP04']],
    ['children-in-care', ['CA10']],
  ])
})

const questions: readonly AskedOf[] = [
  { key: 'seen', asks: 'Are children seen?', href: '/q/seen', indicators: ['AS03', 'CP04'] },
  { key: 'time', asks: 'In time?', href: '/q/time', indicators: ['AS01', 'CP04'] },
  { key: 'money', asks: 'Is there money?', href: '/q/money', indicators: ['FI01'] },
]

test('by key question, what answers two stands under both, and nothing is left out', () => {
  const groups = groupsOf(all, 'all', 'question', questions)
  expect(groups.map(({ key, readings }) => [key, codesOf(readings)])).toEqual([
    ['seen', ['AS03', 'CP04']],
    ['time', ['AS01', 'CP04']],
    ['others', ['FD02', 'CA10']],
  ])
})

test('what has changed is one list by strength, however it is parted', () => {
  const [only, ...more] = groupsOf(all, 'changed', 'question', questions)
  expect(more).toEqual([])
  expect(codesOf(only?.readings ?? []).toSorted()).toEqual(['AS01', 'AS03'])
  expect(groupsOf(all.slice(3), 'worse', 'theme', questions)).toEqual([])
})

test('no two themes of the library have one anchor', () => {
  const keys = groupsOf(
    library.map(({ code }) => readingWith(code, steady)),
    'all',
    'theme',
    [],
  ).map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.every(key => /^[a-z][a-z-]*$/.test(key))).toBe(true)
})
