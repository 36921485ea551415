import type { FastifyInstance } from 'fastify'

export type Health = {
  /** Each resolves when its part works, and rejects when it does not. */
  readonly checks: Readonly<Record<string, () => Promise<unknown>>>
  /** What is running: version, when it started. Nothing about children or people. */
  readonly info: Readonly<Record<string, unknown>>
}

const patienceMs = 2000

async function isUp(check: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>(resolve => {
    timer = setTimeout(() => resolve(false), patienceMs)
  })
  const answer = check().then(
    () => true,
    () => false,
  )
  const up = await Promise.race([answer, late])
  clearTimeout(timer)
  return up
}

export const machinePaths: readonly string[] = ['/ping', '/health', '/info']

/** For load balancers and monitors: before sign-in, rate limits and everything else. */
export function mountHealth(app: FastifyInstance, { checks, info }: Health): void {
  app.get('/ping', () => ({ status: 'UP' }))
  app.get('/info', () => ({ ...info, uptimeSeconds: Math.round(process.uptime()) }))
  app.get('/health', async (_request, reply) => {
    const states = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await isUp(check)] as const),
    )
    const up = states.every(([, state]) => state)
    return reply.code(up ? 200 : 503).send({
      status: up ? 'UP' : 'DOWN',
      components: Object.fromEntries(
        states.map(([name, state]) => [name, { status: state ? 'UP' : 'DOWN' }]),
      ),
    })
  })
}
