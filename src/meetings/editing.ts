/** One field that somebody else changed while a form was open. */
export interface Crossing {
  readonly field: string
  readonly was: string
  readonly now: string
  /** Whether both changed it, each to something else. */
  readonly both: boolean
}

export interface Merged {
  /** What the form shows again: what was typed, and of fields that were left alone what holds now. */
  readonly values: Readonly<Record<string, string>>
  readonly crossings: readonly Crossing[]
}

type Fields = Readonly<Record<string, string>>

/**
 * Puts together what two people did to the same fields. Nobody's words are lost: what only the other
 * changed comes in, what was typed here stays, and each field that the other changed is told.
 * @param was the fields as they were when the form was opened
 */
export function mergeEdits(was: Fields, now: Fields, typed: Fields): Merged {
  const crossings: Crossing[] = []
  const values: Record<string, string> = { ...typed }
  for (const [field, current] of Object.entries(now)) {
    const before = was[field]
    if (before === undefined || plain(before) === plain(current)) continue
    const own = typed[field] ?? before
    const kept = plain(own) === plain(before)
    if (kept) values[field] = current
    if (plain(own) === plain(current)) continue
    crossings.push({ field, was: before, now: current, both: !kept })
  }
  return { values, crossings }
}

/** A browser sends line ends of its own kind. */
const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim()

/** What a hidden field carries of the fields as they were; null for what is not ours. */
export function readWas(sent: unknown): Fields | null {
  if (typeof sent !== 'string' || sent === '') return null
  try {
    const parsed: unknown = JSON.parse(sent)
    if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) return null
    const entries = Object.entries(parsed).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    )
    return Object.fromEntries(entries)
  } catch {
    return null
  }
}
