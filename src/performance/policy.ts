import { policy, type Role } from '#people'

// Who may do what in this room.

const staff: readonly Role[] = [
  'administrator',
  'director',
  'leadership',
  'quality-lead',
  'auditor',
  'team-manager',
  'practitioner',
  'analyst',
  'plan-owner',
]

export const seeFigures = policy('performance.figures', 'See the figures of the whole county', [
  ...staff,
  'clerk',
  'member',
  'co-optee',
  'board-partner',
  'adviser',
])

/** Parts of a county have few children, who could be known from a figure. */
export const seeParts = policy(
  'performance.parts',
  'See the figures of teams, localities and groups of children',
  [...staff, 'adviser'],
)

/** Which children is a further question: a manager sees those of their own team. */
export const seeChildren = policy('performance.children', 'See the children behind a figure', [
  'director',
  'leadership',
  'quality-lead',
  'auditor',
  'team-manager',
  'practitioner',
  'analyst',
])

export const performancePolicies = [seeFigures, seeParts, seeChildren]
