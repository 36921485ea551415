import { meetingReaders } from '#meetings'
import { policy, signedIn } from '#people'

// Who may do what in this room.

export const seeDeclarations = policy(
  'declarations.see',
  'See what was declared at meetings, and the register of interests',
  meetingReaders,
)

export const declareInterests = policy(
  'declarations.declare',
  'Declare an interest of one’s own before a meeting',
  signedIn,
)

export const keepDeclarations = policy(
  'declarations.keep',
  'Write down declarations made at a meeting, and keep the register of interests',
  ['clerk', 'administrator'],
)

export const declarationsPolicies = [seeDeclarations, declareInterests, keepDeclarations]
