import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '#kit/db/index.ts'
import type { Log } from '#kit/log.ts'
import type { Viewer } from '#people'
import { kindOf, mainRole, type View } from './looking.ts'
import { insertViews } from './store/index.ts'

/** Writes views down in batches, so that no page waits for it. */
export interface Recorder {
  note(authority: string, view: View): void
  /** Writes what is waiting; done when it is stored. */
  flush(): Promise<void>
}

const AT_MOST = 500
const EVERY_MS = 2000

export function openRecorder(db: Database, log: Log): Recorder {
  let waiting: { readonly authority: string; readonly view: View }[] = []
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  const write = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const batch = waiting
    waiting = []
    for (const [authority, noted] of Map.groupBy(batch, each => each.authority)) {
      try {
        await db.as(authority, trx =>
          insertViews(
            trx,
            authority,
            noted.map(each => each.view),
          ),
        )
      } catch (err) {
        // A page that was shown stays shown; that it could not be written down is for the log.
        log.error({ err, views: noted.length }, 'Views could not be recorded.')
      }
    }
  }
  const flush = (): Promise<void> => {
    // One batch after another: each works out how long the pages of the one before were looked at.
    writing = writing.then(write)
    return writing
  }
  return {
    note(authority, view) {
      waiting.push({ authority, view })
      if (waiting.length >= AT_MOST) void flush()
      // Nothing but this waits on the timer: it keeps no process alive.
      else timer ??= setTimeout(() => void flush(), EVERY_MS).unref()
    },
    flush,
  }
}

/**
 * The hook for `createServer({ prepare })`, behind the one that looks up who is asking: every page
 * that was shown to somebody who has signed in is noted by the pattern of its address.
 */
export function recordLooking(
  recorder: Recorder,
  viewerOf: (request: FastifyRequest) => Viewer,
  now: () => Date,
): (app: FastifyInstance) => void {
  return app => {
    app.addHook('onResponse', (request, reply, done) => {
      const view = viewIn(request, reply, viewerOf, now)
      if (view !== null) recorder.note(view.authority, view.view)
      done()
    })
    app.addHook('onClose', () => recorder.flush())
  }
}

function viewIn(
  request: FastifyRequest,
  reply: FastifyReply,
  viewerOf: (request: FastifyRequest) => Viewer,
  now: () => Date,
): { readonly authority: string; readonly view: View } | null {
  const type = String(reply.getHeader('content-type') ?? '')
  const route = request.routeOptions.url
  if (request.method !== 'GET' || reply.statusCode !== 200 || !type.startsWith('text/html'))
    return null
  // A page that asks again by itself how far some work has come is not looked at each time.
  if (route === undefined || unlooked.includes(route)) return null
  const { id, authority, roles, teams } = viewerOf(request)
  if (id === '') return null
  const view = { viewer: id, role: mainRole(roles), teams, at: now(), route, kind: kindOf(route) }
  return { authority, view }
}

const unlooked = ['/data/loading/:job']
