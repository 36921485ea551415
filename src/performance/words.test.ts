import { expect, test } from 'vitest'
import { parseIsoMonth } from '#calendar'
import { definitionOf, type Definition } from '#indicators'
import { nameOfCount } from './reading.ts'
import {
  basisInWords,
  definitionInWords,
  periodInWords,
  tellingDigits,
  valueInWords,
} from './words.ts'

function known(code: string): Definition {
  const definition = definitionOf(code)
  if (definition === undefined) throw new Error(`No indicator ${code}`)
  return definition
}
const march = parseIsoMonth('2026-03') ?? 0

test('a share is written with one decimal and what it was worked out from', () => {
  expect(valueInWords(known('AS01'), 85.234)).toBe('85.2%')
  expect(basisInWords(known('AS01'), 352, 413)).toBe('352 of 413')
})

test('a month without a figure says so, and is never a zero', () => {
  expect(valueInWords(known('AS01'), null)).toBe('No figure')
})

test('what happens in a month has the month, what is so at its end the day', () => {
  expect(periodInWords(known('AS01'), march)).toBe('March 2026')
  expect(periodInWords(known('CP11'), march)).toBe('31 March 2026')
})

test('a definition reads as a sentence', () => {
  expect(definitionInWords(known('AS01'))).toBe(
    'Of the assessments authorised in the month, the share that were authorised within 45 working days of starting.',
  )
})

test('a value below its limit does not read as the same number', () => {
  const share = known('AS01')
  expect(tellingDigits(share, 85.2, [70, 90])).toBe(1)
  expect(tellingDigits(share, 0.09, [0.13, 0.9])).toBe(2)
  expect(valueInWords(share, 0.13, 2)).toBe('0.13%')
  // A count is whole, and its limits need not be.
  expect(tellingDigits(known('AS02'), 5, [1.2, 4.6])).toBe(1)
  // What two decimals cannot tell apart is written as usual.
  expect(tellingDigits(share, 0.1301, [0.1302])).toBe(1)
})

test('a rate of which only the children are shown is not called a rate', () => {
  expect(nameOfCount(known('CA01'))).toBe('Children in care')
  expect(nameOfCount(known('AS01'))).toBe(known('AS01').name)
})
