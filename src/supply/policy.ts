import { everyone, policy, type Role } from '#people'
import { seeFigures } from '#performance'

// Who may do what in this room. Figures by file or by program stand behind the policies of their
// pages: `performance.figures` and `performance.parts`.

/** Everybody who sees figures may let a program of theirs read them. */
export const ownTokens = policy(
  'supply.tokens',
  'Make and revoke personal access tokens for Excel, Power BI and other programs',
  seeFigures.roles,
)

export const readDocumentation = policy(
  'supply.documentation',
  'Read how programs get figures',
  everyone,
)

export const readIssues = policy('supply.issues', 'Read the figures that were published', everyone)

const publishers: readonly Role[] = ['director', 'leadership', 'quality-lead', 'analyst']

export const prepareIssues = policy(
  'supply.prepare',
  'Choose figures to publish, and see what the public would see',
  publishers,
)

export const approveIssues = policy(
  'supply.approve',
  'Publish figures that somebody else has chosen',
  ['director', 'leadership', 'analyst'],
)

export const supplyPolicies = [
  ownTokens,
  readDocumentation,
  readIssues,
  prepareIssues,
  approveIssues,
]
