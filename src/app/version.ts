import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The version of Sightline that runs, as its package says it. */
export function version(): string {
  const file = join(import.meta.dirname, '..', '..', 'package.json')
  const found: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return typeof found === 'object' && found !== null && 'version' in found
    ? String(found.version)
    : ''
}
