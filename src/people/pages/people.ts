import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { momentInWords } from '#calendar'
import { isMailAddress } from '#kit/mail.ts'
import { invalid, listOf, type Route, route, show, typed, typedAll } from '#kit/http/index.ts'
import type { Answer, Asked, FormValues, Refused } from '#kit/http/index.ts'
import { seatIn } from '../guard.ts'
import { invite, type Invited } from '../invitation.ts'
import type { People } from '../people.ts'
import { type Role, roles } from '../roles.ts'
import { openInvitations } from '../store/invitations.ts'
import { allUsers } from '../store/users.ts'
import { dayIn } from '../user.ts'
import { line } from './fields.ts'
import { inviteView, linkView, peopleView, sentView } from './people.view.ts'

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
      sends: mayMail(people),
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
        return linkPage(people, request, { ...invited, name: body.name, email: body.email })
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
  ]
}

/**
 * Sends a one-time link to whom it is for, or where that cannot be done shows it to whoever is to
 * pass it on.
 */
export async function linkPage(
  people: People,
  request: FastifyRequest,
  invited: {
    readonly path: string
    readonly expiresAt: Date
    readonly name: string
    readonly email: string | null
  },
): Promise<Answer> {
  const { settings } = people
  const { name, expiresAt } = invited
  // Where no address is set it is the one that the administrator came by.
  const address = settings.publicUrl || `${request.protocol}://${request.host}`
  const link = `${address}${invited.path}`
  const breadcrumbs = [{ text: title, href: '/people' }]
  const sent = await sendLink(people, invited, request)
  if (sent === 'sent') {
    const body = sentView({ name, expiresAt })
    return show({ title: 'The link was sent', breadcrumbs, body })
  }
  return show({
    title: 'Pass on this link',
    breadcrumbs,
    body: linkView({ link, name, expiresAt, failed: sent === 'failed' }),
  })
}

/** Only where the address of the service is set: one that a visitor came by could be a visitor's own. */
function mayMail({ mail, settings }: People): boolean {
  return mail != null && settings.publicUrl !== ''
}

async function sendLink(
  people: People,
  {
    email,
    path,
    expiresAt,
  }: Pick<Invited, 'path' | 'expiresAt'> & { readonly email: string | null },
  request: FastifyRequest,
): Promise<'sent' | 'failed' | 'not sent'> {
  const { mail, settings } = people
  if (mail == null || !mayMail(people) || email === null || !isMailAddress(email)) return 'not sent'
  try {
    await mail.send({
      to: [email],
      subject: 'Your link to Sightline',
      // Nobody is named: whoever else may read the letter learns nothing but that there is a link.
      text: `Open this link to set up your account. It is good once, until ${momentInWords(expiresAt)}. Pass it on to nobody.\n\n${settings.publicUrl}${path}\n\nIf you did not expect it, tell whoever runs Sightline for your council.\n`,
    })
    return 'sent'
  } catch {
    // What a mail server answers may hold the address, so it is not written down.
    request.log.warn('An invitation could not be sent by e-mail; its link was shown instead.')
    return 'failed'
  }
}
