import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Council } from '#council'
import { record } from '#journal'
import { forbidden, notFound } from '#kit/http/index.ts'
import type { People } from './people.ts'
import type { Role } from './roles.ts'
import { endEarlier, openSeat, readCookie, takeSeat } from './session.ts'
import { personasOn } from './personas-on.ts'
import {
  addUser,
  endRole,
  giveRole,
  joinTeam,
  leaveTeam,
  setState,
  userOfIssuer,
} from './store/users.ts'
import { dayIn, holdsOn } from './user.ts'

/** Somebody whom anybody may be in the demonstration. */
export interface Persona {
  readonly key: string
  readonly name: string
  readonly role: Role
  /** What they come to Sightline for. */
  readonly says: string
  /** Whether they belong to one team, which is chosen with them. */
  readonly ofTeam?: true
}

export const personas: readonly Persona[] = [
  {
    key: 'director',
    name: 'Director',
    role: 'director',
    says: 'Sees what has changed, who looks, and whether it made a difference.',
  },
  {
    key: 'leadership',
    name: 'Leadership team',
    role: 'leadership',
    says: 'Follows the plan and the figures of the whole service.',
  },
  {
    key: 'quality-lead',
    name: 'Quality lead',
    role: 'quality-lead',
    says: 'Runs the audit programme and turns findings into action.',
  },
  {
    key: 'auditor',
    name: 'Auditor',
    role: 'auditor',
    says: 'Audits children’s records against an agreed tool.',
  },
  {
    key: 'team-manager',
    name: 'Team manager',
    role: 'team-manager',
    says: 'Sees the figures and the children of one team.',
    ofTeam: true,
  },
  {
    key: 'practitioner',
    name: 'Practitioner',
    role: 'practitioner',
    says: 'Works with children of one team.',
    ofTeam: true,
  },
  {
    key: 'analyst',
    name: 'Performance analyst',
    role: 'analyst',
    says: 'Loads extracts and answers for the figures.',
  },
  {
    key: 'plan-owner',
    name: 'Plan owner',
    role: 'plan-owner',
    says: 'Keeps actions moving and evidences them.',
  },
  { key: 'clerk', name: 'Clerk', role: 'clerk', says: 'Prepares meetings, papers and minutes.' },
  {
    key: 'member',
    name: 'Committee member',
    role: 'member',
    says: 'Asks questions of the figures. Never sees a child.',
  },
  {
    key: 'co-optee',
    name: 'Co-opted member',
    role: 'co-optee',
    says: 'Sits on the committee for parents or faiths.',
  },
  {
    key: 'board-partner',
    name: 'Board partner',
    role: 'board-partner',
    says: 'Sees the items that are shared with their organisation.',
  },
  {
    key: 'adviser',
    name: 'Adviser',
    role: 'adviser',
    says: 'Comes from the department or the inspectorate for a time.',
  },
  {
    key: 'young-reviewer',
    name: 'Young reviewer',
    role: 'young-reviewer',
    says: 'Says what services are like to live with.',
  },
  {
    key: 'administrator',
    name: 'Administrator',
    role: 'administrator',
    says: 'Invites people and gives them roles.',
  },
]

const ISSUER = 'sightline:persona'

/** Signs somebody in as a persona of a council and gives their browser the session. */
export async function becomePersona(
  people: People,
  council: Council,
  key: string,
  request: FastifyRequest,
  reply: FastifyReply,
  team?: string,
): Promise<void> {
  const persona = personas.find(each => each.key === key)
  if (persona === undefined) throw notFound()
  const cookie = await signInAs(people, council, persona, team, request)
  await endEarlier(people.db, readCookie(request, 'session', people), people.now())
  takeSeat(reply, people, cookie)
}

/** @returns the cookie's value of the new session */
async function signInAs(
  people: People,
  council: Council,
  persona: Persona,
  team: string | undefined,
  request: FastifyRequest,
): Promise<string> {
  if (!council.demonstration || !personasOn(await people.councils(), people.settings))
    throw forbidden('Personas are for the demonstration only.')
  const authority = council.code
  const at = people.now()
  const today = dayIn(at)
  const subject = persona.ofTeam && team ? `${persona.key}:${team}` : persona.key
  return people.db.as(authority, async trx => {
    await addPersona()
    const known = await userOfIssuer(trx, ISSUER, subject)
    if (known === null) throw new Error('A persona that was added is not there.')
    const { id } = known
    // An administrator of the demonstration may have been at it.
    if (known.state !== 'active') await setState(trx, id, 'active')
    const held = known.roles.filter(each => holdsOn(each, today))
    for (const each of held) if (each.role !== persona.role) await endRole(trx, each.id, today)
    if (!held.some(each => each.role === persona.role))
      await giveRole(trx, authority, id, persona.role, { from: today, until: null })
    const teams = known.teams.filter(each => holdsOn(each, today))
    for (const each of teams) if (each.team !== team) await leaveTeam(trx, each.id, today)
    if (persona.ofTeam && team && !teams.some(each => each.team === team))
      await joinTeam(trx, authority, id, team, { from: today, until: null })
    return openSeat(trx, people, authority, { userId: id, way: 'persona' }, request, at)

    async function addPersona(): Promise<void> {
      const name = persona.ofTeam && team ? `${persona.name}, ${team}` : persona.name
      const made = await addUser(trx, authority, { name, email: null, issuer: ISSUER, subject }, at)
      if (made === null) return
      const change = { actor: made, action: 'user.added', subject: { kind: 'user', id: made } }
      await record(trx, { ...change, detail: { persona: persona.key } }, at)
    }
  })
}
