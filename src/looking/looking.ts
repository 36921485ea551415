import type { Day } from '#calendar'
import type { Role } from '#people'

/** What a page is about, as far as its pattern says. Never which child, team or figure. */
export type Kind =
  | 'overview'
  | 'indicators'
  | 'teams'
  | 'children'
  | 'record'
  | 'data'
  | 'looking'
  | 'other'

export const kindWords: Readonly<Record<Kind, string>> = {
  overview: 'Overview',
  indicators: 'Indicators',
  teams: 'Team and locality pages',
  children: 'Children behind a figure',
  record: 'Records of children',
  data: 'Data',
  looking: 'Who looks',
  other: 'Other pages',
}

/** The kinds that are looking at how the service does. The rest is not counted as use. */
export const useKinds: readonly Kind[] = ['overview', 'indicators', 'teams', 'children', 'record']

const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/^\/$/, 'overview'],
  [/^\/indicators\/[^/]+\/(children|workers)/, 'children'],
  [/^\/teams\/[^/]+\/(due|data)/, 'children'],
  [/^\/data\/reconciliation\/[^/]+\//, 'children'],
  [/^\/indicators/, 'indicators'],
  [/^\/(teams|localities)/, 'teams'],
  [/^\/children/, 'record'],
  [/^\/data/, 'data'],
  [/^\/(looking|me\/looking)/, 'looking'],
]

/** @param route the pattern of an address: '/indicators/:code' */
export function kindOf(route: string): Kind {
  return kinds.find(([pattern]) => pattern.test(route))?.[1] ?? 'other'
}

/** One page that somebody opened. */
export interface View {
  readonly viewer: string
  readonly role: Role
  readonly teams: readonly string[]
  readonly at: Date
  readonly route: string
  readonly kind: Kind
}

/** A view that is stored; `seconds` until the next page, null where that is not known. */
export interface KeptView extends View {
  readonly seconds: number | null
}

/** A page that goes on longer was left open: half an hour is also when a session ends by itself. */
export const LONGEST_SECONDS = 1800

/** Somebody who works for the council, as the room of people knows them. */
export interface Colleague {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly teams: readonly string[]
}

/** Of several roles the one that a view is counted under: the first that is not everybody's. */
export function mainRole(roles: readonly Role[]): Role {
  return roles.find(role => role !== 'public') ?? 'public'
}

/** The team sees its own looking at once; who leads the service sees it so many days later. */
export const DAYS_LATER = 14

/** The last day that somebody outside the team is shown. */
export function sharedUntil(today: Day): Day {
  return today - DAYS_LATER
}

/** As the rules of retention say unless a council decides otherwise. */
export const keepingInWords =
  'Pages are kept for 13 months. Records of children that were opened, and conversations, are kept for 6 years. Then they are deleted.'
