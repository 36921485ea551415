/** A size that people read: '3.4 MB', of thousands and not of 1,024. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`
  return `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')} MB`
}

/** The size of what is above a limit: exact where rounding would make the two look the same. */
export function sizeAbove(bytes: number, most: number): string {
  const shown = sizeWords(bytes)
  return shown === sizeWords(most) ? `${bytes.toLocaleString('en-GB')} bytes` : shown
}
