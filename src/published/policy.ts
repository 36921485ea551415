import { everyone, policy } from '#people'

// Who may do what in this room.

export const readPublished = policy(
  'published.read',
  'Read what the council has published of its meetings, decisions and actions, and follow it',
  everyone,
)

export const importMeetings = policy(
  'published.import',
  'Bring in bodies, members and meetings from a ModernGov service or its files',
  ['clerk', 'administrator'],
)

export const publishedPolicies = [readPublished, importMeetings]
