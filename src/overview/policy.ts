import { policy, signedIn } from '#people'

export const seeOverview = policy(
  'overview.front',
  'See what has changed',
  signedIn.filter(role => role !== 'young-reviewer'),
)

export const overviewPolicies = [seeOverview]
