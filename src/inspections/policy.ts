import { policy, type Role } from '#people'

// Who may do what in this room.

const inside: readonly Role[] = [
  'administrator',
  'director',
  'leadership',
  'quality-lead',
  'auditor',
  'team-manager',
  'analyst',
  'plan-owner',
  'clerk',
  'adviser',
]

export const seeInspections = policy(
  'inspections.see',
  'See inspections and visits: all that is published; before that, those within the council; under embargo, named readers only',
  [...inside, 'member', 'co-optee', 'board-partner'],
)

export const recordInspections = policy(
  'inspections.record',
  'Bring a report, record an inspection or an intervention, and lift an embargo',
  ['director', 'leadership', 'quality-lead', 'clerk'],
)

export const seeBoard = policy(
  'inspections.board',
  'See the improvement board: its days, what moved, and what was asked',
  [...inside, 'board-partner'],
)

export const keepBoard = policy(
  'inspections.board.keep',
  'Set up the improvement board, move its meetings, and write down what was asked and answered',
  ['director', 'leadership', 'quality-lead', 'clerk'],
)

export const inspectionPolicies = [seeInspections, recordInspections, seeBoard, keepBoard]
