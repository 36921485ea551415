import { citeLaw, type Day, longDay, statutoryDeadline } from '#calendar'
import type { Paper } from './meeting.ts'

/** Whether there is something to hand out, though what it was taken from is no longer there. */
export type Copy = 'kept' | 'only its address'

const addresses = /https?:\/\/\S+/gi
// As much as people write around an address: "Published guidance, read on 3 March 2026, at".
const MOST_AROUND = 200

/** A paper that was typed and is little but an address is a way to a document, and no copy of it. */
export function copyKept({ fileSha, words }: Pick<Paper, 'fileSha' | 'words'>): Copy {
  if (fileSha !== null) return 'kept'
  const typed = words ?? ''
  const around = typed.replaceAll(addresses, '').trim()
  return around !== typed.trim() && around.length <= MOST_AROUND ? 'only its address' : 'kept'
}

/** Until when a copy of a background paper has to be there, and whether one is; null for other papers. */
export function backgroundWords(
  paper: Pick<Paper, 'kind' | 'fileSha' | 'words' | 'exempt'>,
  heldOn: Day,
): string | null {
  // What discloses exempt information need not be listed (section 100D(4)).
  if (paper.kind !== 'background' || paper.exempt !== null) return null
  const rule = statutoryDeadline('keep-background-papers-open', heldOn)
  if (rule.kind !== 'due') return null
  const { due, law } = rule.deadline
  const kept =
    copyKept(paper) === 'kept'
      ? 'A copy is kept here.'
      : 'Only its address is kept here, and what stands there can go: bring the document as a file.'
  return `${kept} A copy has to be open to the public until ${longDay(due)}: ${citeLaw(law)}.`
}
