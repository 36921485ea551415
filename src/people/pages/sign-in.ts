import { z } from 'zod'
import {
  type Answer,
  type Asked,
  forbidden,
  invalid,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import { firstStep, secondStep } from '../local-sign-in.ts'
import { comeBack, goToProvider } from '../oidc-sign-in.ts'
import { ownPath, signInPath } from '../own-path.ts'
import type { People } from '../people.ts'
import { personasOn } from '../personas-on.ts'
import { endEarlier, readCookie, readToken, takeSeat, writeCookie } from '../session.ts'
import { accountsOf } from './council.ts'
import { line } from './fields.ts'
import { codeView, refusedView, signInView } from './sign-in.view.ts'

const DEVICE_FOR_SECONDS = 180 * 86_400

const Next = z.object({ next: z.string().optional() })
const Typed = z.object({
  email: line('Enter your email address.', 1, 254),
  password: z
    .string()
    .min(1, 'Enter your password.')
    .max(1000, 'The email address or the password is not right.'),
  next: z.string().optional(),
})
const Code = z.object({
  code: z.string().trim().min(1, 'Enter the code.').max(40, 'Enter the code.'),
})

/** `/sign-in` and what follows it, for everybody. */
export function signInPages(people: People): readonly Route[] {
  return [...firstPages(people), ...codePages(people), ...providerPages(people)]
}

function firstPages(people: People): readonly Route[] {
  const page = async (
    { request, csrf }: Asked,
    { next, email = '', errors = [] }: { next: string; email?: string; errors?: Refused['errors'] },
  ): Promise<Answer> => {
    const council = await accountsOf(people, request)
    const way = council === null ? 'none' : people.provider === null ? 'password' : 'provider'
    const personas = personasOn(await people.councils(), people.settings)
    const body = signInView({ way, personas, next, email, errors, csrf: csrf() })
    return show({ title: 'Sign in', body })
  }
  return [
    route({
      method: 'GET',
      url: '/sign-in',
      query: Next,
      handler: async asked => {
        const next = ownPath(asked.query.next)
        if (asked.request.seat) return seeOther(next)
        // Where nobody has an account yet, the way in is to be somebody of the demonstration.
        const personas = personasOn(await people.councils(), people.settings)
        return personas ? seeOther('/personas') : page(asked, { next })
      },
    }),
    route({
      method: 'POST',
      url: '/sign-in',
      body: Typed,
      handler: async ({ request, reply, body }) => {
        const council = await accountsOf(people, request)
        if (council === null || people.provider !== null)
          throw forbidden(
            'People sign in here with the council’s own sign-in, not with a password.',
          )
        const asked = { ...body, next: ownPath(body.next) }
        const from = { request, device: readCookie(request, 'device', people) }
        const step = await firstStep(people, council.code, asked, from)
        if (step.kind === 'code') {
          writeCookie(reply, 'sign-in', step.cookie, people)
          return seeOther('/sign-in/code')
        }
        const message =
          step.kind === 'wait'
            ? waitWords(step.until, people.now())
            : 'The email address or the password is not right.'
        throw invalid([{ field: 'email', message }])
      },
      refused: ({ errors, values, ...asked }) => {
        const next = ownPath(typed(values, 'next'))
        return page(asked, { next, email: typed(values, 'email'), errors })
      },
    }),
  ]
}

function codePages(people: People): readonly Route[] {
  const page = (csrf: Asked['csrf'], errors: Refused['errors'] = []): Answer =>
    show({ title: 'Enter the code from your app', body: codeView({ csrf: csrf(), errors }) })
  return [
    route({
      method: 'GET',
      url: '/sign-in/code',
      handler: ({ request, csrf }) =>
        readToken(readCookie(request, 'sign-in', people)) === null
          ? seeOther('/sign-in')
          : page(csrf),
    }),
    route({
      method: 'POST',
      url: '/sign-in/code',
      body: Code,
      handler: async ({ request, reply, body }) => {
        const from = { request, device: readCookie(request, 'device', people) }
        const cookie = readCookie(request, 'sign-in', people)
        const step = await secondStep(people, cookie, body.code, from)
        if (step.kind === 'begin-again') return seeOther('/sign-in')
        if (step.kind === 'signed-in') {
          await endEarlier(people.db, readCookie(request, 'session', people), people.now())
          takeSeat(reply, people, step.cookie)
          writeCookie(reply, 'device', step.device, people, DEVICE_FOR_SECONDS)
          return seeOther(step.next)
        }
        const message =
          step.kind === 'wait'
            ? waitWords(step.until, people.now())
            : 'The code is not right, or was used already. Wait for the next one and enter that.'
        throw invalid([{ field: 'code', message }])
      },
      refused: ({ csrf, errors }) => page(csrf, errors),
    }),
  ]
}

function providerPages(people: People): readonly Route[] {
  const { provider } = people
  if (provider === null) return []
  return [
    // An address of another site follows, which a form of ours may not lead to: so this is a link.
    app => {
      app.get<{ Querystring: { next?: unknown; invitation?: unknown } }>(
        '/sign-in/start',
        async (request, reply) => {
          const { next, invitation } = request.query
          const token = readToken(typeof invitation === 'string' ? invitation : undefined)
          const authority = token?.authority ?? (await accountsOf(people, request))?.code
          if (authority === undefined) return reply.redirect('/sign-in', 303)
          const path = ownPath(typeof next === 'string' ? next : undefined)
          const asked = { next: path, invitationHash: token?.hash ?? null }
          try {
            const away = await goToProvider(people, authority, asked)
            writeCookie(reply, 'sign-in', away.cookie, people)
            return await reply.redirect(away.url.href, 303)
          } catch (error) {
            request.log.error({ err: error }, 'The identity provider cannot be reached.')
            return reply.redirect(
              `/sign-in/refused${path === '/' ? '' : `?next=${encodeURIComponent(path)}`}`,
              303,
            )
          }
        },
      )
    },
    route({
      method: 'GET',
      url: '/sign-in/refused',
      query: Next,
      handler: ({ query }) =>
        show(
          {
            title: 'The council’s sign-in cannot be reached',
            body: refusedView({
              title: 'The council’s sign-in cannot be reached',
              words:
                'Try again in a few minutes. If it stays so, tell whoever runs Sightline for your council.',
              again: signInPath(query.next ?? '/'),
            }),
          },
          503,
        ),
    }),
    route({
      method: 'GET',
      url: '/sign-in/callback',
      handler: async ({ request, reply }) => {
        const cookie = readCookie(request, 'sign-in', people)
        const at = request.url.indexOf('?')
        const query = at < 0 ? '' : request.url.slice(at)
        const arrival = await comeBack(people, cookie, query, request)
        if (arrival.kind === 'signed-in') {
          await endEarlier(people.db, readCookie(request, 'session', people), people.now())
          takeSeat(reply, people, arrival.cookie)
          return seeOther(arrival.next)
        }
        request.log.warn({ because: arrival.because }, 'A sign-in was refused.')
        const title = 'You are not signed in'
        const body = refusedView({ title, words: arrival.words, again: '/sign-in' })
        return show({ title, body }, 403)
      },
    }),
  ]
}

function waitWords(until: Date, now: Date): string {
  const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000))
  const time = minutes === 1 ? 'a minute' : `${minutes} minutes`
  return `There were too many tries that did not succeed. Wait ${time} and try again.`
}
