import { policy } from '#people'
import { threadReaders } from '#thread'

// Who may do what in this room.

export const seeBodies = policy(
  'bodies.see',
  'See which bodies there are, who sits on them, and who held which post',
  [...threadReaders, 'member', 'co-optee'],
)

export const keepBodies = policy(
  'bodies.keep',
  'Keep bodies, seats, posts and the rules of the constitution',
  ['clerk', 'administrator'],
)

export const bodiesPolicies = [seeBodies, keepBodies]
