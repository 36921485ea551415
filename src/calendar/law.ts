/**
 * Where a rule comes from. `read` says that the words were read, where and when; `unverified` says
 * that they were not, and why the rule is held all the same. A page shows which.
 */
export type Law = {
  readonly document: string
  readonly paragraph: string
  readonly reading:
    | { readonly kind: 'read'; readonly on: string; readonly at: string }
    | { readonly kind: 'unverified'; readonly because: string }
}

/** 'Localism Act 2011, section 31(3) (read 21 November 2026)'. */
export function citeLaw(law: Law): string {
  const { reading } = law
  const mark = reading.kind === 'read' ? `read ${reading.on}` : `unverified: ${reading.because}`
  return `${law.document}, ${law.paragraph} (${mark})`
}
