import { BEGINNING, hashOf, type Line } from './line.ts'

/** Something that was done to the journal after it was written, and by which line it shows. */
export type JournalFault = {
  readonly kind: 'altered' | 'removed' | 'out of place' | 'end removed' | 'written anew'
  readonly seq: number
  readonly words: string
}

export type Head = { readonly seq: number; readonly hash: string }

/**
 * A check that is fed the lines of one chain in order of `seq`, and at the end the head.
 * @param noted heads of this chain that were kept elsewhere, out of reach of the database: only they
 * show a chain that was written anew from end to end, of which each line fits the next
 */
export function chainCheck(noted: readonly Head[] = []) {
  let seq = 0
  let hash = BEGINNING

  return {
    line(line: Line): readonly JournalFault[] {
      const faults: JournalFault[] = []
      if (line.seq > seq + 1) faults.push(removed(seq + 1, line.seq - 1))
      // A line that was moved still fits its own words, but not the place that it is in now.
      else if (line.previousHash !== hash) faults.push(outOfPlace(line.seq))
      if (hashOf(line) !== line.hash) faults.push(altered(line.seq))
      if (noted.some(each => each.seq === line.seq && each.hash !== line.hash))
        faults.push(writtenAnew(line.seq))
      seq = line.seq
      hash = line.hash
      return faults
    },
    end(head: Head | undefined): readonly JournalFault[] {
      const faults = headFaults(head, { seq, hash })
      const last = Math.max(0, ...noted.map(each => each.seq))
      // Where the chain itself says that its end is gone, that is said once.
      if (last > seq && !faults.some(each => each.kind === 'end removed'))
        return [...faults, endRemoved(seq + 1, `What was written up to line ${last}`)]
      return faults
    },
  }
}

function headFaults(head: Head | undefined, { seq, hash }: Head): readonly JournalFault[] {
  if (head === undefined) return seq === 0 ? [] : [endRemoved(seq, 'The note of where it ends')]
  if (head.seq > seq) return [endRemoved(seq + 1, `What was written up to line ${head.seq}`)]
  return head.seq < seq || head.hash !== hash ? [outOfPlace(seq)] : []
}

function writtenAnew(seq: number): JournalFault {
  const words = `Line ${seq} of the journal is not the one whose hash was kept elsewhere: it, or a line before it, was written anew.`
  return { kind: 'written anew', seq, words }
}

function removed(from: number, to: number): JournalFault {
  const which = from === to ? `Line ${from} was` : `Lines ${from} to ${to} were`
  return { kind: 'removed', seq: from, words: `${which} removed from the journal.` }
}

function altered(seq: number): JournalFault {
  return { kind: 'altered', seq, words: `Line ${seq} of the journal was altered.` }
}

function outOfPlace(seq: number): JournalFault {
  const words = `Line ${seq} of the journal does not follow from the line before it.`
  return { kind: 'out of place', seq, words }
}

function endRemoved(seq: number, what: string): JournalFault {
  return { kind: 'end removed', seq, words: `${what} was removed from the end of the journal.` }
}
