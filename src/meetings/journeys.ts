/** How people came to the meetings of a time. */
export interface Journeys {
  /** Meetings at which somebody is down as having been there. */
  readonly meetings: number
  /** How often somebody was there, in the room or not. */
  readonly there: number
  /** How often of these somebody joined online. */
  readonly joined: number
}

/**
 * What meeting online spared: journeys, each one that nobody made. How far they would have been is
 * known nowhere here, so no miles, hours or costs are made up from them. Null before anybody joined.
 */
export function journeysWords({ meetings, there, joined }: Journeys): string | null {
  if (joined === 0) return null
  const share = Math.round((joined / there) * 100)
  return `In the last 12 months people were at ${meetings === 1 ? '1 meeting' : `${meetings} meetings`} ${there} times in all. ${joined} of these times (${share}%) they joined online, which spared as many journeys.`
}
