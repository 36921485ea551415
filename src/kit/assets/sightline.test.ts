import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compileStyles } from './compile.ts'

const styles = readFileSync(join(import.meta.dirname, 'sightline.css'), 'utf8')

test('the committed stylesheet is what its source makes: if not, run scripts/styles.ts', () => {
  expect(styles === compileStyles()).toBe(true)
})

test('nothing in it belongs to GOV.UK alone', () => {
  expect(styles).not.toMatch(/GDS Transport|govuk-crest|crown/i)
})

test('it asks no other place for anything', () => {
  expect(styles).not.toMatch(/url\(|@import|@font-face/)
})
