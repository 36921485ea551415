export type Json =
  | string
  | number
  | boolean
  | readonly Json[]
  | { readonly [name: string]: Json | undefined }

/** The kinds of things that OParl 1.1 knows; as it writes them. */
export type OparlKind =
  | 'System'
  | 'Body'
  | 'LegislativeTerm'
  | 'Organization'
  | 'Person'
  | 'Membership'
  | 'Meeting'
  | 'AgendaItem'
  | 'Paper'
  | 'Consultation'
  | 'File'
  | 'Location'

export interface OparlObject {
  readonly id: string
  readonly type: string
  readonly created: string
  readonly modified: string
  readonly [name: string]: Json | undefined
}

/** The lists that a server offers beside the things themselves. */
export type OparlList =
  | { readonly of: 'Body' }
  | { readonly of: Exclude<OparlKind, 'System' | 'Body'> }
  | { readonly of: 'Meeting'; readonly organization: string }

export interface OparlPlace {
  /** The address of a thing: its id in OParl, which never changes. */
  readonly urlOf: (kind: OparlKind, id: string) => string
  readonly listOf: (list: OparlList) => string
  /** Of the licence that the council has chosen for what it publishes, if it has. */
  readonly license: string | null
  /** Of the makers and of the program. */
  readonly vendor: string | null
  readonly product: string | null
}

export const typeOf = (kind: OparlKind): string => `https://schema.oparl.org/1.1/${kind}`

/** Without what is not known: OParl has no null. */
export function known(values: Readonly<Record<string, Json | null | undefined>>): {
  readonly [name: string]: Json
} {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value == null ? [] : [[name, value]])),
  )
}

export function webUrl(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).href : null
}
