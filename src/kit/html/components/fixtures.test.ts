import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { type Html, raw } from '../html.ts'
import * as components from './components.ts'

// govuk-frontend publishes what each macro must write for each set of options. Our functions must
// write the same.
type Fixture = { readonly name: string; readonly options: unknown; readonly html: string }

const require = createRequire(import.meta.url)
const kebab = (name: string): string => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
const plain = (markup: string): string => markup.replace(/\s+/g, ' ').replace(/> </g, '><').trim()

/** The published options are plain JSON; ours take markup as `Html`. */
function marked(value: unknown, markup: boolean): unknown {
  if (typeof value === 'string') return markup ? raw(value) : value
  if (Array.isArray(value)) return value.map(item => marked(item, markup))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      marked(item, /html$/i.test(name) || name === 'slots' || (markup && name !== 'align')),
    ]),
  )
}

for (const [name, render] of Object.entries(components)) {
  describe(`the component ${name}`, () => {
    const file = require.resolve(
      `govuk-frontend/dist/govuk/components/${kebab(name)}/fixtures.json`,
    )
    // as: the shape that govuk-frontend publishes.
    const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as { fixtures: readonly Fixture[] }
    test.each(fixtures.map(fixture => [fixture.name, fixture] as const))('%s', (_name, fixture) => {
      // as: each fixture fits its own component.
      const written = (render as (options: unknown) => Html)(marked(fixture.options, false))
      expect(plain(written.toString())).toBe(plain(fixture.html))
    })
  })
}

test('an option that takes markup refuses a plain string', () => {
  // as: what a caller without types could do.
  const careless = { html: '<script>alert(1)</script>' } as unknown as { html: Html }
  expect(() => components.insetText(careless)).toThrow('takes markup')
})

test('text is escaped', () => {
  expect(components.insetText({ text: '<b>' }).toString()).toContain('&lt;b&gt;')
})
