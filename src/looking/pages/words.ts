import type { Colleague } from '../looking.ts'

const when = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
})

/** '18 September 2017, 9:05 am' in England and Wales. */
export function momentInWords(at: Date): string {
  return when.format(at).replace(' at ', ', ')
}

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
