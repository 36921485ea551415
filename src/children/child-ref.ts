import { createHmac } from 'node:crypto'
import type { History } from '#records'

/**
 * What a child is called in an address: a keyed hash of the council and the child's identifier, so
 * that an address, a log or a browser's history names nobody. 22 characters; the same every time.
 * @param secret the installation's own; with another the references are others
 */
export function childRef(secret: string, authority: string, id: string): string {
  return createHmac('sha256', secret)
    .update(`child\u0000${authority}\u0000${id}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url')
}

export const refPattern = /^[\w-]{22}$/

const known = new WeakMap<History, Map<string, ReadonlyMap<string, number>>>()

/** The number of the child that a reference means in a council's history; null for no such child. */
export function childOfRef(
  secret: string,
  authority: string,
  history: History,
  ref: string,
): number | null {
  return placesByRef(secret, authority, history).get(ref) ?? null
}

function placesByRef(secret: string, authority: string, history: History) {
  const ofHistory = known.get(history) ?? new Map<string, ReadonlyMap<string, number>>()
  known.set(history, ofHistory)
  const key = `${authority}\u0000${secret}`
  const found = ofHistory.get(key)
  if (found !== undefined) return found
  const places = new Map(
    history.childIds.map((id, place) => [childRef(secret, authority, id), place] as const),
  )
  ofHistory.set(key, places)
  return places
}
