import type { Day } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import type { Viewer } from '#people'

/** Something that waits for somebody, in a line that leads there. */
export interface Need {
  readonly title: string
  readonly href: string
  /** What is the matter, in a sentence. */
  readonly words: string
  /** A child may not be safe: it stands above everything else. */
  readonly isUrgent: boolean
}

/** What waits, of every room, for whoever asks; the most pressing first. */
export type NeedsOf = (
  trx: Trx,
  asked: { readonly viewer: Viewer; readonly today: Day },
) => Promise<readonly Need[]>
