import { z } from 'zod'
import {
  type Answer,
  type Asked,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import { accept, newEnrolment, secretOf, type Welcome, welcome } from '../invitation.ts'
import type { People } from '../people.ts'
import { codeLink, qrPath } from '../secrets/codes.ts'
import { endEarlier, readCookie, takeSeat, writeCookie } from '../session.ts'
import { invitationView, recoveryCodesView, tooLateView } from './invitation.view.ts'

const DEVICE_FOR_SECONDS = 180 * 86_400
const Params = z.object({ token: z.string() })
const Form = z.object({
  password: z.string().default(''),
  again: z.string().default(''),
  code: z.string().default(''),
  enrolment: z.string().default(''),
})

/** `/invitation/<token>`: the one-time link that an account begins with. */
export function invitationPages(people: People): readonly Route[] {
  const page = async (
    { csrf }: Asked,
    token: string,
    { enrolment, errors = [] }: { enrolment?: string; errors?: Refused['errors'] } = {},
  ): Promise<Answer> => {
    const guest = await welcome(people, token)
    if (guest === null) return tooLate()
    if (people.provider !== null)
      return show({
        title: 'Welcome to Sightline',
        body: invitationView({ kind: 'provider', name: guest.user.name, token }),
      })
    const kept = enrolment !== undefined && secretOf(people, guest, enrolment) !== null
    const held = kept ? enrolment : newEnrolment(people, guest)
    const model = { token, errors, csrf: csrf(), name: guest.user.name, ...appOf(guest, held) }
    return show({
      title: 'Welcome to Sightline',
      body: invitationView({ kind: 'local', ...model }),
    })
  }

  const appOf = (guest: Welcome, enrolment: string) => {
    const secret = secretOf(people, guest, enrolment) ?? ''
    const link = codeLink(secret, guest.user.email ?? guest.user.name, 'Sightline')
    return { email: guest.user.email ?? '', enrolment, secret, link, qr: qrPath(link) }
  }

  return [
    route({
      method: 'GET',
      url: '/invitation/:token',
      params: Params,
      handler: asked => page(asked, asked.params.token),
    }),
    route({
      method: 'POST',
      url: '/invitation/:token',
      params: Params,
      body: Form,
      handler: async ({ request, reply, params, body }) => {
        const guest = await welcome(people, params.token)
        if (guest === null) return tooLate()
        if (people.provider !== null) return seeOther('/sign-in')
        const from = { request, device: readCookie(request, 'device', people) }
        const accepted = await accept(people, guest, body, from)
        if (accepted.kind === 'too-late') return tooLate()
        await endEarlier(people.db, readCookie(request, 'session', people), people.now())
        takeSeat(reply, people, accepted.cookie)
        writeCookie(reply, 'device', accepted.device, people, DEVICE_FOR_SECONDS)
        // Shown in this answer and nowhere else: what can be asked for again is not a secret.
        const title = 'Write down your recovery codes'
        return show({ title, body: recoveryCodesView(accepted.recoveryCodes) })
      },
      refused: ({ errors, values, params, ...asked }) =>
        page(asked, params.token, { enrolment: typed(values, 'enrolment'), errors }),
    }),
  ]
}

function tooLate(): Answer {
  return show({ title: 'This link has been used or is too old', body: tooLateView() }, 410)
}
