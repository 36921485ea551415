import { meetingReaders } from '#meetings'
import { permits, policy, type Viewer } from '#people'
import type { Minutes } from './minutes.ts'

// Who may do what in this room.

export const seeMinutes = policy(
  'minutes.see',
  'Read minutes that are published, as drafts or agreed, with what was raised from them',
  meetingReaders,
)

export const keepMinutes = policy(
  'minutes.keep',
  'Write, publish, correct and agree minutes, read in those there are, and say what follows from them',
  ['clerk', 'administrator'],
)

export const minutesPolicies = [seeMinutes, keepMinutes]

/** Minutes that are still being written are for those who keep them, and for nobody else. */
export const mayReadMinutes = (viewer: Viewer, minutes: Pick<Minutes, 'state'>): boolean =>
  minutes.state !== 'being written' || permits(keepMinutes, viewer)
