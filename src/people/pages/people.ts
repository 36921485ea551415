import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { invalid, listOf, type Route, route, show, typed, typedAll } from '#kit/http/index.ts'
import type { Answer, Asked, FormValues, Refused } from '#kit/http/index.ts'
import { seatIn } from '../guard.ts'
import { invite } from '../invitation.ts'
import type { People } from '../people.ts'
import { type Role, roles } from '../roles.ts'
import { openInvitations } from '../store/invitations.ts'
import { allUsers } from '../store/users.ts'
import { dayIn } from '../user.ts'
import { line } from './fields.ts'
import { inviteView, linkView, peopleView } from './people.view.ts'

const given = roles.filter(role => role !== 'public')
// as: a list with at least one member is what the enumeration wants, and this one has fifteen.
export const GivenRole = z.enum(given as [Role, ...Role[]], { error: 'Choose a role.' })

const Guest = z.object({
  name: line('Enter the person’s name.', 2),
  email: line('Enter an email address, such as name@example.gov.uk.', 1, 254).regex(
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
    'Enter an email address, such as name@example.gov.uk.',
  ),
  roles: listOf(GivenRole).refine(list => list.length > 0, 'Choose at least one role.'),
})

const title = 'People'

/** `/people`: everybody who may sign in, and the form to invite somebody. */
export function peoplePages(people: People): readonly Route[] {
  const { db, now } = people
  const form = ({ csrf }: Asked, values: FormValues, errors: Refused['errors'] = []): Answer => {
    const model = {
      name: typed(values, 'name'),
      email: typed(values, 'email'),
      roles: typedAll(values, 'roles'),
      choices: given,
      errors,
      csrf: csrf(),
    }
    const breadcrumbs = [{ text: title, href: '/people' }]
    return show({ title: 'Invite somebody', breadcrumbs, body: inviteView(model) })
  }
  return [
    route({
      method: 'GET',
      url: '/people',
      handler: async ({ request }) => {
        const at = now()
        const { authority } = seatIn(request).viewer
        const [users, invited] = await db.as(authority, async trx => [
          await allUsers(trx),
          await openInvitations(trx, at),
        ])
        return show({ title, body: peopleView({ users, invited, today: dayIn(at) }) })
      },
    }),
    route({ method: 'GET', url: '/people/invite', handler: asked => form(asked, {}) }),
    route({
      method: 'POST',
      url: '/people/invite',
      body: Guest,
      handler: async ({ request, body }) => {
        const { viewer } = seatIn(request)
        const by = { actor: viewer.id, at: now() }
        const invited = await invite(db, viewer.authority, body, by)
        if (invited.kind === 'known') {
          const message =
            'Somebody with this email address is here already. Find them under People.'
          throw invalid([{ field: 'email', message }])
        }
        // Shown in this answer and nowhere else: the link lets in whoever has it.
        return linkPage(people, request, { ...invited, name: body.name })
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
  ]
}

/** The answer that shows a one-time link to whoever is to pass it on. */
export function linkPage(
  { settings }: People,
  request: FastifyRequest,
  invited: { readonly path: string; readonly expiresAt: Date; readonly name: string },
): Answer {
  const { name, expiresAt } = invited
  // Where no address is set it is the one that the administrator came by.
  const address = settings.publicUrl || `${request.protocol}://${request.host}`
  const link = `${address}${invited.path}`
  const breadcrumbs = [{ text: title, href: '/people' }]
  return show({
    title: 'Pass on this link',
    breadcrumbs,
    body: linkView({ link, name, expiresAt }),
  })
}
