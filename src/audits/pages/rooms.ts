import type { Day } from '#calendar'
import type { Rooms } from '#council'
import type { ExtractStore } from '#extracts'
import type { Trx } from '#kit/db/index.ts'
import type { Html } from '#kit/html/html.ts'
import type { Mail } from '#kit/mail.ts'
import type { Caller, Colleague, Door } from '#looking'
import type { Viewer } from '#people'
import type { Shelf } from '#performance'
import type { CountSeries } from '#series'
import type { Thread } from '#thread'
import type { Audit } from '../audit.ts'

/** What the pages of this room are given by whoever builds the house. */
export interface AuditsRooms extends Rooms {
  readonly thread: Thread
  readonly shelf: Shelf
  /** The frozen extracts, for drawing a sample again from those that it came from. */
  readonly storeOf: (authority: string) => ExtractStore
  readonly door: Door
  readonly sightOf: (viewer: Viewer) => Caller['sight']
  /** The installation's secret, from which references to children are made. */
  readonly secret: string
  /** Everybody who works for a council and may sign in. */
  readonly colleagues: (authority: string) => Promise<readonly Colleague[]>
  readonly teamNames: (authority: string) => Promise<readonly string[]>
  /** The way out for e-mail; null where none is set up. */
  readonly mail: Mail | null
  /** Where people reach the site, for links in e-mails; '' where it is not known. */
  readonly publicUrl: string
  /** Has the figures of indicators made again; without it they wait for the hourly count. */
  readonly countSeries?: CountSeries
  /** What other rooms show above the list of audits and on the page of one. */
  readonly besideAudits?: {
    readonly above?: (trx: Trx, today: Day) => Promise<Html>
    readonly onAudit?: (trx: Trx, audit: Audit, viewer: Viewer) => Promise<Html>
  }
}

/** Whoever works with children, those of a team before all others. */
export const workersFor = (colleagues: readonly Colleague[], team: string): readonly Colleague[] =>
  colleagues
    .filter(({ roles }) => roles.includes('practitioner') || roles.includes('team-manager'))
    .toSorted(
      (a, b) =>
        Number(b.teams.includes(team)) - Number(a.teams.includes(team)) ||
        a.name.localeCompare(b.name),
    )

export const CURRENT = '/audits'
export const auditCrumbs = [{ text: 'Audits', href: CURRENT }]
export const auditPath = (id: string): string => `/audits/${id}`
export const alertPath = (id: string): string => `/audits/alerts/${id}`
