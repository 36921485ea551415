import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import {
  type FastifyHttpOptions,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
  fastify,
} from 'fastify'
import type { Site } from '../html/page.ts'
import type { Log } from '../log.ts'
import { type Brand, loadAssets, mountAssets } from './assets.ts'
import { errorPage } from './error-page.ts'
import { type HttpProblem, notFound, problemOf } from './errors.ts'
import { csrfName, withoutNul } from './form.ts'
import { type Health, machinePaths, mountHealth } from './health.ts'
import { listMounted } from './mounted.ts'
import type { Route } from './route.ts'

export type SharedSite = Omit<Site, 'assets' | 'logo'>

export type ServerOptions = {
  readonly site: SharedSite
  /** What a request's council changes of the site. */
  readonly siteOf?: (request: FastifyRequest) => Promise<Partial<Omit<Site, 'assets'>>>
  readonly brand: Brand
  /** Signs cookies; at least 32 characters. */
  readonly secret: string
  /** Whether people reach it by https: then cookies are for https only, and browsers keep to it. */
  readonly https?: boolean
  /** Whether a proxy of ours stands in front, whose word on a visitor's address counts. */
  readonly trustProxy?: boolean
  readonly log: Log
  readonly health: Health
  /** Hooks that stand before every page, such as who is signed in. */
  readonly prepare?: (app: FastifyInstance) => void | Promise<void>
  readonly routes: readonly Route[]
  readonly requestsPerMinute?: number
}

const securityHeaders = (https: boolean) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: https && { maxAge: 31_536_000, includeSubDomains: true },
  xFrameOptions: { action: 'deny' as const },
  referrerPolicy: { policy: 'same-origin' as const },
})

/** The token of a form: in its body, or read out of its parts by an upload. */
function tokenOf(request: FastifyRequest): string | undefined {
  const { body } = request
  const sent: unknown =
    body !== null && typeof body === 'object' ? Reflect.get(body, csrfName) : undefined
  return request.csrfToken ?? (typeof sent === 'string' ? sent : undefined)
}

/** One line for each answer: its route, never its address, which may name a child. */
function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const facts = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    }
    if (reply.statusCode >= 500) request.log.error(facts, 'answered')
    else if (!machinePaths.includes(facts.route)) request.log.info(facts, 'answered')
    done()
  })
}

/**
 * What pages share, for a page that says what went wrong: with the navigation of whoever asked, so
 * that being refused does not look like being signed out. A fault of ours may be in that very thing.
 */
async function siteOfProblem(
  site: Site,
  siteOf: ServerOptions['siteOf'],
  request: FastifyRequest,
  { status }: HttpProblem,
): Promise<Site> {
  if (status >= 500 || status === 429 || !siteOf) return site
  try {
    return { ...site, ...(await siteOf(request)) }
  } catch {
    return site
  }
}

function answerErrors(app: FastifyInstance, site: Site, siteOf: ServerOptions['siteOf']): void {
  app.setErrorHandler(async (error, request, reply) => {
    const problem = problemOf(error)
    if (problem.status >= 500) request.log.error({ err: error }, 'a page failed')
    reply.code(problem.status).header('cache-control', 'no-store')
    if (machinePaths.includes(request.routeOptions.url ?? ''))
      return reply.send({ status: problem.status, title: problem.title })
    const shared = await siteOfProblem(site, siteOf, request, problem)
    return reply.type('text/html; charset=utf-8').send(errorPage(shared, problem, request.id))
  })
}

/**
 * An address that cannot be read comes to no route and to no hook, so its answer gets here what others
 * get there.
 */
const answerUnreadable =
  (site: Site, https: boolean): NonNullable<FastifyHttpOptions<Server>['frameworkErrors']> =>
  (error, request, typed) => {
    // as: Fastify types this reply by a schema, of which there is none here.
    const reply = typed as unknown as FastifyReply
    const problem = problemOf(error)
    request.log.info({ status: problem.status }, 'An address could not be read.')
    void reply
      .code(problem.status)
      .headers({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'self'; frame-ancestors 'none'; base-uri 'none'",
        'x-content-type-options': 'nosniff',
        ...(https && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
      })
      .type('text/html; charset=utf-8')
      .send(errorPage(site, problem, request.id))
  }

/** The ground that every page stands on. It does not listen yet: `inject` or `listen` is next. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { log, https = false } = options
  if (options.secret.length < 32) throw new RangeError('The secret has fewer than 32 characters')
  const assets = loadAssets(options.brand)
  const site: Site = { ...options.site, assets: assets.path, logo: assets.logo }

  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: options.trustProxy ?? false,
    bodyLimit: 1_000_000,
    routerOptions: { ignoreTrailingSlash: true },
    frameworkErrors: answerUnreadable(site, https),
  })

  listMounted(app)
  await app.register(helmet, securityHeaders(https))
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers({
      'cache-control': 'no-store',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      'x-request-id': request.id,
    })
    done()
  })
  logAnswers(app)
  answerErrors(app, site, options.siteOf)
  mountHealth(app, options.health)
  mountAssets(app, assets)

  await app.register(async pages => {
    // Pages are sent by forms alone.
    pages.removeContentTypeParser(['application/json', 'text/plain'])
    await pages.register(rateLimit, {
      max: options.requestsPerMinute ?? 1200,
      timeWindow: 60_000,
    })
    // Every cookie, whoever sets it.
    await pages.register(cookie, { secret: options.secret, parseOptions: { secure: https } })
    await pages.register(formbody)
    await pages.register(multipart)
    pages.decorateRequest('csrfToken', undefined)
    pages.addHook('preValidation', (request, _reply, done) => {
      if (!request.isMultipart()) request.body = withoutNul(request.body)
      request.query = withoutNul(request.query)
      request.params = withoutNul(request.params)
      done()
    })
    await pages.register(csrf, {
      cookieKey: https ? '__Host-csrf' : 'csrf',
      cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax', secure: https, signed: true },
      getToken: request => tokenOf(request),
    })
    await options.prepare?.(pages)
    // Here and not before, so that who asks is known, and counted, where there is no page too.
    pages.setNotFoundHandler(() => {
      throw notFound()
    })
    const { siteOf } = options
    const siteFor = async (request: FastifyRequest) => ({ ...site, ...(await siteOf?.(request)) })
    for (const mount of options.routes) mount(pages, siteFor)
  })
  return app
}
