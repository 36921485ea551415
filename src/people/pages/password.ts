import { z } from 'zod'
import {
  type Answer,
  type Asked,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { seatIn } from '../guard.ts'
import { changePassword, recoveryCodesLeft, renewRecoveryCodes } from '../own-password.ts'
import type { People } from '../people.ts'
import { recoveryCodesView } from './invitation.view.ts'
import { passwordView, renewCodesView } from './password.view.ts'

const field = (words: string) => z.string().min(1, words).max(1000, words)
const Change = z.object({
  current: field('Enter the password that you have now.'),
  password: z.string().default(''),
  again: z.string().default(''),
})
const Renew = z.object({ current: field('Enter your password.') })

const breadcrumbs = [{ text: 'Your account', href: '/account' }]

/** `/account/password` and `/account/recovery-codes`, for accounts of this installation. */
export function passwordPages(people: People): readonly Route[] {
  const page = async (
    { request, csrf }: Asked,
    kind: 'password' | 'codes',
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const left = await recoveryCodesLeft(people, seatIn(request))
    if (left === null) throw notFound()
    const model = { left, errors, csrf: csrf() }
    return kind === 'password'
      ? show({ title: 'Change your password', breadcrumbs, body: passwordView(model) })
      : show({ title: 'New recovery codes', breadcrumbs, body: renewCodesView(model) })
  }
  return [
    route({
      method: 'GET',
      url: '/account/password',
      handler: asked => page(asked, 'password'),
    }),
    route({
      method: 'POST',
      url: '/account/password',
      body: Change,
      handler: async ({ request, body }) => {
        await changePassword(people, seatIn(request), body)
        return seeOther('/account')
      },
      refused: asked => page(asked, 'password', asked.errors),
    }),
    route({
      method: 'GET',
      url: '/account/recovery-codes',
      handler: asked => page(asked, 'codes'),
    }),
    route({
      method: 'POST',
      url: '/account/recovery-codes',
      body: Renew,
      handler: async ({ request, body }) => {
        const codes = await renewRecoveryCodes(people, seatIn(request), body.current)
        // Shown in this answer and nowhere else, as when the account was made.
        const title = 'Write down your recovery codes'
        return show({ title, breadcrumbs, body: recoveryCodesView(codes, 'renewed') })
      },
      refused: asked => page(asked, 'codes', asked.errors),
    }),
  ]
}
