import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { compile } from 'sass'

const require = createRequire(import.meta.url)

/** The stylesheet as the Sass beside this file makes it now. For scripts and tests only. */
export function compileStyles(): string {
  const library = dirname(dirname(require.resolve('govuk-frontend/package.json')))
  const { css } = compile(join(import.meta.dirname, 'sightline.scss'), {
    loadPaths: [library, import.meta.dirname],
    style: 'compressed',
    quietDeps: true,
  })
  return `${css.replaceAll('\uFEFF', '')}\n`
}
