import { policy, signedIn } from '#people'

export const seeOverview = policy(
  'overview.front',
  'See what has changed',
  signedIn.filter(role => role !== 'young-reviewer'),
)

export const openFirst = policy(
  'overview.first',
  'Come in by the first page, and from there to what one may see',
  signedIn,
)

export const overviewPolicies = [seeOverview, openFirst]
