import type { CommitmentKind } from '#commitments'
import { dayFrom } from '#findings'
import type { Raising } from './raise.ts'

/** What a form asks of something that is raised: who is in words, and so is when. */
export interface RaisedFields {
  readonly kind: CommitmentKind
  readonly words: string
  /** Who is to do it or, of an assurance or a concern, who said it; posts with semicolons. */
  readonly owner: string
  readonly due: string
}

/** What a form of the detector says, as commitments take it. */
export function raisingOf({ kind, words, owner, due }: RaisedFields): Raising {
  const day = due === '' ? null : dayFrom(due)
  const when = {
    ...(day !== null && { dueOn: day }),
    ...(day === null && due !== '' && { dueWords: due }),
  }
  if (owner === '') return { kind, words, ...when }
  // Who gave an assurance or raised a concern said it; others are to do something.
  if (kind === 'assurance' || kind === 'concern' || kind === 'recognition')
    return { kind, words, saidBy: owner, ...when }
  if (kind !== 'recommendation') return { kind, words, owner, ...when }
  const posts = owner
    .split(';')
    .map(each => each.trim())
    .filter(each => each !== '')
  return { kind, words, toPosts: posts, ...when }
}
