import { expect, test } from 'vitest'
import { definitionOf, library } from './library.ts'

test('every indicator has a code of its own and is found by it', () => {
  expect(new Set(library.map(each => each.code)).size).toBe(library.length)
  expect(library.map(each => definitionOf(each.code))).toEqual(library)
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
