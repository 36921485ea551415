/** Below /assets, with what they hold in their names: browsers keep them for ever. */
export function logoPath(sha256: string): string {
  return `/assets/logo/${sha256}`
}

/** @param colour '#rrggbb' */
export function brandPath(colour: string): string {
  return `/assets/brand/${colour.slice(1).toLowerCase()}.css`
}
