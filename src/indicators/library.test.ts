import { expect, test } from 'vitest'
import { definitionOf, library } from './library.ts'

test('every indicator has a code of its own and is found by it', () => {
  expect(new Set(library.map(each => each.code)).size).toBe(library.length)
  expect(library.map(each => definitionOf(each.code))).toEqual(library)
})

test('all 149 of the sector’s list are there, and those of our own have a letter more', () => {
  const codes = library.map(each => each.code)
  expect(codes.filter(code => /^[A-Z]{2}\d{2}$/.test(code))).toHaveLength(149)
  const own = codes.filter(code => /^[A-Z]{2}\d{2}[A-Z]$/.test(code))
  expect(codes.length - own.length).toBe(149)
})

test('a change says from which month, each version once and the newest last', () => {
  for (const { code, version, changes = [] } of library) {
    expect(
      changes.map(each => each.version),
      code,
    ).toEqual(Array.from({ length: version - 1 }, (_, place) => place + 2))
    const months = changes.map(each => each.from)
    expect(months, code).toEqual(months.toSorted())
  }
})

test.each(library.map(each => [each.code, each] as const))(
  '%s reads as a sentence and says where it comes from',
  (_, definition) => {
    const { everyone, counted, caution } = definition.words
    // "Of the <everyone>, the share that <counted>."
    expect(everyone).toMatch(/^[a-z].*[^.]$/)
    expect(counted ?? 'none').toMatch(/^[a-z].*[^.]$/)
    expect(caution ?? 'None.').toMatch(/^[A-Z].*\.$/)
    expect(counted === undefined).toBe(definition.unit !== 'percentage')
    expect(definition.source.length).toBeGreaterThan(0)
    if (definition.kind !== 'record') return
    for (const field of definition.needs ?? []) expect(definition.of.fields).toHaveProperty(field)
  },
)
