import { z } from 'zod'
import type { Day } from '#calendar'
import {
  type Answer,
  type Asked,
  conflict,
  type FormValues,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import {
  addTeam,
  type Changing,
  changeRole,
  changeState,
  signOutUser,
  takeRole,
  takeTeam,
} from '../change.ts'
import { seatIn } from '../guard.ts'
import { inviteAgain } from '../invitation.ts'
import type { People } from '../people.ts'
import { roles } from '../roles.ts'
import { openInvitations } from '../store/invitations.ts'
import { sessionsOf } from '../store/sessions.ts'
import { userById } from '../store/users.ts'
import { dayIn } from '../user.ts'
import { dayField, line } from './fields.ts'
import { GivenRole, linkPage } from './people.ts'
import { personView } from './person.view.ts'

const Params = z.object({ id: z.uuid() })

const fromDay = dayField('Enter the first day, such as 2026-11-21.')
const lastDay = z
  .union([z.literal('').transform(() => null), dayField('Enter the last day, or leave it empty.')])
  .default(null)

const inOrder = <T extends { from: Day; last: Day | null }>(span: T): boolean =>
  span.last === null || span.last >= span.from

const Role = z
  .object({ role: GivenRole, from: fromDay, last: lastDay })
  .refine(inOrder, { path: ['last'], error: 'The last day must not be before the first.' })

const Team = z
  .object({
    team: line('Enter the name of the team.'),
    teamFrom: fromDay,
    teamLast: lastDay,
  })
  .refine(({ teamFrom: from, teamLast: last }) => inOrder({ from, last }), {
    path: ['teamLast'],
    error: 'The last day must not be before the first.',
  })

const until = (last: Day | null): Day | null => (last === null ? null : last + 1)

type Request = Asked & { readonly params: z.output<typeof Params> }

/** `/people/<id>`: one person's roles and teams over time, and what an administrator does about them. */
export function personPages(people: People): readonly Route[] {
  const { db, now } = people

  const page = async (
    { request, params, csrf }: Request,
    values: FormValues = {},
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { authority } = seatIn(request).viewer
    const at = now()
    const found = await db.as(authority, async trx => {
      const user = await userById(trx, params.id)
      const sessions = user === null ? [] : await sessionsOf(trx, user.id)
      return { user, sessions, invited: await openInvitations(trx, at) }
    })
    const { user } = found
    if (user === null) throw notFound()
    const model = {
      user,
      today: dayIn(at),
      sessions: found.sessions.length,
      invitedUntil: found.invited.get(user.id),
      teamNames: await people.teamNames(authority),
      choices: roles.filter(role => role !== 'public'),
      local: people.provider === null || user.issuer === null,
      values,
      errors,
      csrf: csrf(),
    }
    const breadcrumbs = [{ text: 'People', href: '/people' }]
    return show({ title: user.name, breadcrumbs, body: personView(model) })
  }

  const changing = ({ request, params }: Request): Changing => {
    const { viewer } = seatIn(request)
    return { authority: viewer.authority, actor: viewer.id, at: now(), userId: params.id }
  }
  const back = ({ params }: Request): Answer => seeOther(`/people/${params.id}`)
  const refused = ({ values, errors, ...asked }: Request & Refused) => page(asked, values, errors)

  return [
    route({ method: 'GET', url: '/people/:id', params: Params, handler: asked => page(asked) }),
    route({
      method: 'POST',
      url: '/people/:id/roles',
      params: Params,
      body: Role,
      handler: async ({ body, ...asked }) => {
        const span = { from: body.from, until: until(body.last) }
        await changeRole(db, changing(asked), body.role, span)
        return back(asked)
      },
      refused,
    }),
    route({
      method: 'POST',
      url: '/people/:id/roles/end',
      params: Params,
      body: z.object({ role: z.uuid() }),
      handler: async ({ body, ...asked }) => {
        await takeRole(db, changing(asked), body.role)
        return back(asked)
      },
    }),
    route({
      method: 'POST',
      url: '/people/:id/teams',
      params: Params,
      body: Team,
      handler: async ({ body, ...asked }) => {
        const span = { from: body.teamFrom, until: until(body.teamLast) }
        await addTeam(db, changing(asked), body.team, span)
        return back(asked)
      },
      refused,
    }),
    route({
      method: 'POST',
      url: '/people/:id/teams/end',
      params: Params,
      body: z.object({ team: z.uuid() }),
      handler: async ({ body, ...asked }) => {
        await takeTeam(db, changing(asked), body.team)
        return back(asked)
      },
    }),
    route({
      method: 'POST',
      url: '/people/:id/state',
      params: Params,
      body: z.object({ state: z.enum(['active', 'disabled']) }),
      handler: async ({ body, ...asked }) => {
        await changeState(db, changing(asked), body.state)
        return back(asked)
      },
    }),
    route({
      method: 'POST',
      url: '/people/:id/sessions',
      params: Params,
      handler: async asked => {
        await signOutUser(db, changing(asked))
        return back(asked)
      },
    }),
    route({
      method: 'POST',
      url: '/people/:id/invitation',
      params: Params,
      handler: async asked => {
        const change = changing(asked)
        const user = await db.as(change.authority, trx => userById(trx, change.userId))
        if (user === null) throw notFound()
        if (user.issuer !== null || user.state !== 'active')
          throw conflict('This person signs in with the council’s own sign-in, or is disabled.')
        const invited = await inviteAgain(db, change.authority, user.id, change)
        return linkPage(people, asked.request, { ...invited, name: user.name, email: user.email })
      },
    }),
  ]
}
