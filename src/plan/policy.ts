import { policy, type Role } from '#people'

// Who may do what in this room.

const deciders: readonly Role[] = ['director', 'leadership', 'quality-lead', 'plan-owner']

const wholeReaders: readonly Role[] = [
  ...deciders,
  'administrator',
  'auditor',
  'team-manager',
  'practitioner',
  'analyst',
  'clerk',
  'member',
  'co-optee',
  'adviser',
]

export const seePlans = policy(
  'plan.see',
  'See the plans and whether they make a difference; a board partner what is shared with their organisation',
  [...wholeReaders, 'board-partner'],
)

/** A version and the funding cannot be seen by the line. */
export const seeWholePlans = policy(
  'plan.whole',
  'See versions of a plan, what changed between them, and its funding',
  wholeReaders,
)

export const writePlans = policy(
  'plan.write',
  'Write plans: lines, owners, measures, what they answer, funding, tables brought in',
  deciders,
)

export const tellPlans = policy(
  'plan.tell',
  'Write updates and evidence, and dispute a verdict; a board partner on lines their organisation owns',
  [...deciders, 'team-manager', 'auditor', 'board-partner'],
)

export const closeLines = policy(
  'plan.close',
  'Close a line of a plan on evidence, where somebody else owns it',
  [...deciders, 'auditor'],
)

export const decidePlans = policy(
  'plan.decide',
  'Record a version of a plan: approved, submitted, changed under delegated authority; carry it forward',
  [...deciders, 'clerk'],
)

export const planPolicies = [
  seePlans,
  seeWholePlans,
  writePlans,
  tellPlans,
  closeLines,
  decidePlans,
]
