import { type Policy, everyone, policy, signedIn } from './policy.ts'

// Who may do what in this room.

export const managePeople: Policy = policy(
  'people.manage',
  'Invite people, give and end their roles and teams, disable them and sign them out',
  ['administrator'],
)

export const seePolicies: Policy = policy('people.policies', 'See which role may do what', [
  'administrator',
])

export const ownAccount: Policy = policy(
  'people.account',
  'See their own account and sessions, and sign out',
  signedIn,
)

export const signIn: Policy = policy('people.sign-in', 'Sign in', everyone)

export const peoplePolicies: readonly Policy[] = [signIn, ownAccount, managePeople, seePolicies]
