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

export const seeTargets = policy(
  'marks.see',
  'See what figures should reach, what was noted on them, and who decided on their limits',
  [...staff, 'clerk', 'member', 'co-optee', 'board-partner', 'adviser'],
)

export const setTargets = policy(
  'marks.targets',
  'Set what a figure should reach, and take it back',
  ['director', 'leadership', 'quality-lead', 'analyst', 'plan-owner'],
)

/** A manager and a practitioner only on the charts of their own teams. */
export const writeNotes = policy(
  'marks.notes',
  'Write a note on a point of a chart; a team on its own charts',
  [
    'director',
    'leadership',
    'quality-lead',
    'auditor',
    'analyst',
    'plan-owner',
    'team-manager',
    'practitioner',
  ],
)

export const decideLimits = policy(
  'marks.limits',
  'Decide that the limits of a chart are made anew from a month, and undo it',
  ['director', 'quality-lead', 'analyst'],
)

export const marksPolicies = [seeTargets, setTargets, writeNotes, decideLimits]
