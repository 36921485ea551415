import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, extname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const require = createRequire(import.meta.url)

export type Brand = {
  /** As `#rrggbb`; refused where white text on it could not be read. */
  readonly colour: string
  /** The file of a council's logo, SVG, PNG or JPEG. */
  readonly logoFile?: string | undefined
}

export type Assets = {
  /** Where they are served; it names their content, so they can be kept for ever. */
  readonly path: string
  readonly logo?: string | undefined
  readonly files: ReadonlyMap<string, Buffer>
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
}

/** Relative luminance: WCAG 2.2, "relative luminance", read 21 November 2026. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast with white, from 1 to 21. */
export const contrastWithWhite = (colour: string): number => 1.05 / (luminance(colour) + 0.05)

/** The stylesheet that sets a council's own colour. */
export function brandStyles(colour: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(colour))
    throw new TypeError(`The brand colour ${colour} is not written as #rrggbb`)
  const contrast = contrastWithWhite(colour)
  if (contrast < 4.5)
    throw new RangeError(
      `The brand colour ${colour} is too light: its contrast with white is ${contrast.toFixed(1)}, and text needs 4.5`,
    )
  return `:root{--app-brand:${colour};--govuk-brand-colour:${colour}}\n`
}

/** Reads the stylesheet, scripts and logo into memory: a quarter of a megabyte in all. */
export function loadAssets(brand: Brand): Assets {
  const own = join(import.meta.dirname, '..', 'assets')
  const library = require.resolve('govuk-frontend/dist/govuk/govuk-frontend.min.js')
  const logo = brand.logoFile && `logo${extname(brand.logoFile).toLowerCase()}`
  if (logo && !types[extname(logo)]) throw new TypeError(`The logo ${logo} is not SVG, PNG or JPEG`)
  const files = new Map<string, Buffer>([
    ['sightline.css', readFileSync(join(own, 'sightline.css'))],
    ['brand.css', Buffer.from(brandStyles(brand.colour))],
    ['sightline.js', readFileSync(join(own, 'sightline.js'))],
    ['autosave.js', readFileSync(join(own, 'autosave.js'))],
    // Without the comment that leads to a source map we do not serve.
    [
      basename(library),
      Buffer.from(readFileSync(library, 'utf8').replace(/\/\/# sourceMappingURL=.*\s*$/, '')),
    ],
    ['mark.svg', readFileSync(join(own, 'mark.svg'))],
  ])
  if (logo && brand.logoFile) files.set(logo, readFileSync(brand.logoFile))
  const hash = createHash('sha256')
  for (const [name, content] of files) hash.update(name).update(content)
  return { path: `/assets/${hash.digest('hex').slice(0, 12)}`, logo, files }
}

/** Serves the assets: unchanging, so a browser asks once. */
export function mountAssets(app: FastifyInstance, assets: Assets): void {
  for (const [name, content] of assets.files) {
    app.get(`${assets.path}/${name}`, (_request, reply) =>
      reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .type(types[extname(name)] ?? 'application/octet-stream')
        .send(content),
    )
  }
}
