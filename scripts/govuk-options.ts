// Writes src/kit/html/components/options.ts: the options of the govuk-frontend macros as types, from
// the macro-options.json that govuk-frontend ships. Run it after every upgrade of govuk-frontend.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

type Option = {
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly isComponent?: boolean
  readonly params?: readonly Option[]
}

const require = createRequire(import.meta.url)
const folder = join(
  dirname(require.resolve('govuk-frontend/package.json')),
  'dist/govuk/components',
)
const target = new URL('../src/kit/html/components/options.ts', import.meta.url)

const pascal = (name: string): string =>
  name.replace(/(^|-)([a-z])/g, (_all, _dash: string, letter: string) => letter.toUpperCase())
const kebab = (name: string): string => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

// Slots hold markup, though macro-options.json only says that they are an object.
const slots = `{ readonly start?: Html; readonly end?: Html | { readonly html: Html; readonly align?: 'inline' }; readonly navigationStart?: Html; readonly navigationEnd?: Html }`

const textTypes: Readonly<Record<string, string>> = {
  string: 'string | number',
  integer: 'number',
  boolean: 'boolean',
  array: 'readonly (string | number)[]',
}

function objectType(option: Option): string {
  if (/attributes$/i.test(option.name)) return 'Attributes'
  if (option.name === 'slots') return slots
  if (option.isComponent) {
    const own = `${pascal(kebab(option.name))}Options`
    return option.params ? `${own} & ${shape(option.params)}` : own
  }
  if (option.params) return shape(option.params)
  return 'Readonly<Record<string, unknown>>'
}

function typeOf(option: Option, component: string): string {
  if (/html$/i.test(option.name)) return 'Html'
  if (option.type === 'object') return objectType(option)
  if (option.type === 'array' && option.params) {
    const item = shape(option.params, component)
    // The rows of a table are lists of cells.
    return component === 'table' && option.name === 'rows'
      ? `readonly (readonly ${item}[])[]`
      : `readonly (${item} | false | null | undefined)[]`
  }
  return textTypes[option.type] ?? 'unknown'
}

function shape(options: readonly Option[], component = ''): string {
  const names = new Set(options.map(option => option.name))
  const lines = options
    .filter(option => option.type !== 'nunjucks-block')
    .map(option => {
      // `text` and `html` are both called required, and mean: one of the two.
      const either =
        (/text$/i.test(option.name) &&
          names.has(option.name.replace(/text$/i, word => (word === 'text' ? 'html' : 'Html')))) ||
        /html$/i.test(option.name)
      const optional =
        !option.required ||
        either ||
        option.type === 'object' ||
        component === 'character-count' ||
        option.name === 'items'
      return `readonly ${option.name}${optional ? '?' : ''}: ${typeOf(option, component)}${optional ? ' | undefined' : ''}`
    })
  return `{\n${lines.join('\n')}\n}`
}

// Only what components.ts uses, and what those are made of.
const used = new Set(
  [...readFileSync(new URL('components.ts', target), 'utf8').matchAll(/\('([a-z-]+)'\)/g)].map(
    match => match[1],
  ),
)
const parts = new Set(['hint', 'label', 'error-message', 'fieldset', 'tag'])
const components = readdirSync(folder).filter(name => used.has(name) || parts.has(name))
const types = components.map(name => {
  // as: the shape that govuk-frontend publishes.
  const options = JSON.parse(
    readFileSync(join(folder, name, 'macro-options.json'), 'utf8'),
  ) as readonly Option[]
  return `${used.has(name) ? 'export ' : ''}type ${pascal(name)}Options = ${shape(options, name)}\n`
})

writeFileSync(
  target,
  `// Written by scripts/govuk-options.ts from govuk-frontend. Do not edit.\nimport type { Html } from '../html.ts'\n\ntype Attributes = Readonly<Record<string, string | number | boolean | { readonly value: unknown; readonly optional?: boolean }>>\n\n${types.join('\n')}`,
)
