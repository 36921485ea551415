import { seeFigures } from '#performance'
import { policy } from '#people'

// Who may do what in this room.

export const seeComparators = policy(
  'comparators.see',
  'See what is published of other authorities, and which are neighbours',
  seeFigures.roles,
)

export const bringComparators = policy(
  'comparators.bring',
  'Bring published statistics and sets of neighbours, and say which authority the council is',
  ['analyst', 'administrator'],
)

export const comparatorsPolicies = [seeComparators, bringComparators]
