import type { Rooms } from '#council'
import type { Jobs } from '#kit/jobs/index.ts'
import type { Holding } from '#retention'

/** The frozen files of the installation, on its disk. */
export interface Stored {
  readonly files: number
  readonly bytes: number
  /** How many files each key opens, oldest key first; '' for files that are not sealed. */
  readonly keys: readonly {
    readonly id: string
    readonly files: number
    readonly newest: boolean
    readonly known: boolean
  }[]
  /** Whether the keys stand beside what they seal. */
  readonly keysAreBeside: boolean
}

/** How the installation is. */
export interface Condition {
  readonly checks: readonly { readonly name: string; readonly up: boolean }[]
  readonly sightline: string
  readonly postgres: string
  readonly node: string
  /** Whether the database is the one that Sightline starts itself. */
  readonly embedded: boolean
  readonly startedAt: Date
  /** Whether e-mail can be sent, and who gets the hashes of the journal. */
  readonly mail: boolean
  readonly headsTo: readonly string[]
}

/** What the pages of administration are given. */
export interface AdministrationRooms extends Rooms {
  readonly jobs: Jobs
  readonly holdings: readonly Holding[]
  stored(): Promise<Stored>
  condition(): Promise<Condition>
  /** Has every figure of a council counted again, and gives the job. */
  countAgain(authority: string, actor: string): Promise<string>
  /** A zip of everything that is held about a user; that it was made is in the journal. */
  exportUser(
    authority: string,
    userId: string,
    by: { readonly actor: string; readonly at: Date; readonly because: string },
  ): Promise<Buffer>
}
