import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import nunjucks from 'nunjucks'
import { Html, raw } from '../html.ts'

const require = createRequire(import.meta.url)
const library = join(dirname(require.resolve('govuk-frontend/package.json')), 'dist')

const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(library), {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
})

type Macro = (options: unknown) => { toString(): string }

/** The official macro, which nunjucks compiles once and can then be called like any function. */
function macroOf(name: string): Macro {
  const template = environment.getTemplate(`govuk/components/${name}/macro.njk`, true)
  const exported = `govuk${name.replace(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase())}`
  let macro: Macro | undefined
  // as: @types/nunjucks leaves out getExported, which `import` in a template uses; with a loader that
  // reads files it calls back at once.
  ;(template as unknown as Exporting).getExported((error, macros) => {
    if (error) throw error
    macro = macros[exported]
  })
  if (!macro) throw new Error(`govuk-frontend has no macro ${exported}`)
  return macro
}

type Exporting = {
  getExported(done: (error: Error | null, macros: Readonly<Record<string, Macro>>) => void): void
}

const holdsMarkup = (key: string): boolean => /html$/i.test(key) || key === 'slots'

/** Options as the macro wants them: markup as a string, and only where we made it ourselves. */
function unwrap(value: unknown, key: string): unknown {
  if (value instanceof Html) return value.toString()
  if (typeof value === 'string') {
    if (holdsMarkup(key)) throw new TypeError(`The option ${key} takes markup, not text`)
    return value
  }
  if (Array.isArray(value)) return value.map(item => unwrap(item, key))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      unwrap(item, key === 'slots' && name !== 'align' ? 'slots' : name),
    ]),
  )
}

/** A govuk-frontend component as a typed function; its macro is compiled at the first call. */
export function component<Options>(name: string): (options: Options) => Html {
  let macro: Macro | undefined
  return options => {
    macro ??= macroOf(name)
    return raw(macro(unwrap(options, '')).toString().trim())
  }
}
