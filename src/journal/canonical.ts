/** What JSON can hold. A key whose value is undefined counts as absent. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

/**
 * JSON with the keys of every object in code unit order and no spaces, so that the same facts are
 * the same text whatever kept them in between (`jsonb` orders keys in its own way).
 * @throws {TypeError} on a number that JSON cannot hold
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError(`${value} cannot be written as JSON.`)
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const fields = Object.keys(value)
    .sort()
    .flatMap(key => {
      const held = value[key]
      return held === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(held)}`]
    })
  return `{${fields.join(',')}}`
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}
