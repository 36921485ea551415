import { policy, type Role } from '#people'
import { threadReaders } from '#thread'

// Who may do what in this room.

/** Those who read what meetings ask and decide: members as well as those who work on the plan. */
export const meetingReaders: readonly Role[] = [
  ...threadReaders,
  'practitioner',
  'member',
  'co-optee',
]

export const seeMeetings = policy(
  'meetings.see',
  'See meetings, agendas and papers that are published, and those kept from the public where one sits at the table',
  meetingReaders,
)

export const keepMeetings = policy(
  'meetings.keep',
  'Arrange meetings, agendas, papers and packs, and publish them',
  ['clerk', 'administrator'],
)

/** Papers before they are published, and those that the public never sees. */
export const seeDrafts = policy(
  'meetings.drafts',
  'See agendas and papers before they are published, and exempt papers',
  ['clerk', 'administrator', 'director', 'leadership', 'quality-lead', 'plan-owner'],
)

export const meetingsPolicies = [seeMeetings, keepMeetings, seeDrafts]
