import { type Policy, policy, signedIn } from '#people'

export const seeOwnLooking: Policy = policy(
  'looking.own',
  'See what is recorded about themselves: pages, records of children, conversations',
  signedIn,
)

export const seeTeamLooking: Policy = policy(
  'looking.team',
  'See how a team uses Sightline: the team itself today, the director two weeks later',
  ['director', 'leadership', 'team-manager', 'practitioner'],
)

export const seeLooking: Policy = policy(
  'looking.county',
  'See use beside performance by team, and the teams that have not looked',
  ['director', 'leadership'],
)

export const recordConversation: Policy = policy(
  'looking.conversation',
  'Record a conversation with a manager about looking',
  ['director', 'leadership'],
)

export const lookingPolicies: readonly Policy[] = [
  seeOwnLooking,
  seeTeamLooking,
  seeLooking,
  recordConversation,
]
