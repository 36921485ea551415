import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Measure, percentile } from './measure.ts'
import { startServer } from './server.ts'

export const start: Measure = {
  name: 'start',
  title: 'npm start, once its packages are installed',
  runs: 3,
  quantities: {
    first: { words: 'first start to demonstration ready', unit: 's', target: 30 },
    memory: { words: 'most memory while the demonstration is built', unit: 'MB', target: 600 },
    later: { words: 'later start', unit: 's', target: 3 },
    laterMemory: { words: 'most memory after a later start', unit: 'MB', target: 600 },
  },
  async run() {
    const home = mkdtempSync(join(tmpdir(), 'sightline-bench-start-'))
    try {
      const first = await startServer(home)
      const memory = first.peakMemory()
      await first.stop()
      const later = await startServer(home)
      const laterMemory = later.peakMemory()
      await later.stop()
      return { first: first.seconds, memory, later: later.seconds, laterMemory }
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  },
}

const WARMING = 5
const ASKED = 40

/** Pages of the demonstration, one of each kind. */
const routes: Readonly<Record<string, string>> = {
  overview: '/',
  indicators: '/indicators',
  indicator: '/indicators/AS01',
  children: '/indicators/AS01/children/2026-03',
  teams: '/teams',
  team: '/teams/Assessment%20Ambermouth%201',
  locality: '/localities/Ambermouth',
  data: '/data',
  about: '/about',
}

export const pages: Measure = {
  name: 'pages',
  title: `Pages at a listening server, warm: ${ASKED} requests each, one after another`,
  runs: 1,
  needsDemo: true,
  quantities: {
    ...Object.fromEntries(
      Object.entries(routes).flatMap(([name, path]) => [
        [`${name} median`, { words: `${path}, median`, unit: 'ms', target: 50 } as const],
        [`${name} p95`, { words: `${path}, 95 in 100`, unit: 'ms', target: 50 } as const],
      ]),
    ),
    memory: { words: 'most memory of the server', unit: 'MB', target: 600 },
  },
  async run(home) {
    const serving = await startServer(home)
    try {
      const cookie = await comeIn(serving.address)
      const sample: Record<string, number> = {}
      for (const [name, path] of Object.entries(routes)) {
        const times: number[] = []
        for (let asked = 0; asked < WARMING + ASKED; asked++) {
          const began = performance.now()
          const answer = await fetch(new URL(path, serving.address), { headers: { cookie } })
          await answer.text()
          // A page that leads elsewhere, to the one for signing in, is not the page asked for.
          if (!answer.ok || answer.redirected) throw new Error(`${path} answers ${answer.status}.`)
          if (asked >= WARMING) times.push(performance.now() - began)
        }
        sample[`${name} median`] = percentile(times, 0.5)
        sample[`${name} p95`] = percentile(times, 0.95)
      }
      return { ...sample, memory: serving.peakMemory() }
    } finally {
      await serving.stop()
    }
  },
}

/** Comes in as the performance analyst, who sees every page here, and gives the cookies of that. */
async function comeIn(address: string): Promise<string> {
  const first = await fetch(new URL('/personas', address))
  const page = await first.text()
  const token = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const cookies = first.headers.getSetCookie().map(withoutRest)
  const came = await fetch(new URL('/personas', address), {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookies.join('; ') },
    body: new URLSearchParams({ _csrf: token, persona: 'analyst' }),
  })
  return [...cookies, ...came.headers.getSetCookie().map(withoutRest)].join('; ')
}

const withoutRest = (cookie: string): string => cookie.split(';')[0] ?? ''
