import type { Rooms } from '#council'
import type { Outbox } from './letters.ts'

/** What the public pages are given. */
export interface PublishedRooms extends Rooms {
  /** The way out for letters to those who follow; null where no e-mail leaves this installation. */
  readonly outbox: Outbox | null
  /** Signs links in letters and hides the addresses that they go to. */
  readonly secret: string
  /** The address people know the site by; empty where nobody has set it, and then that of the request. */
  readonly publicUrl: string
}
