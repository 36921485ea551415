import type { Colleague } from '../looking.ts'

export function lengthInWords(seconds: number | null): string {
  if (seconds === null) return 'Not known'
  if (seconds < 60) return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`
  const minutes = Math.round(seconds / 60)
  return `${minutes.toLocaleString('en-GB')} ${minutes === 1 ? 'minute' : 'minutes'}`
}

export const notListed = 'somebody who is no longer listed'

/** A colleague's name; of somebody who has left, or is not in the directory, nothing is told. */
export function nameOf(colleagues: readonly Colleague[], id: string): string {
  return colleagues.find(each => each.id === id)?.name ?? notListed
}

export function teamLookingPath(team: string): string {
  return `/looking/team/${encodeURIComponent(team)}`
}
