// Every kind of page, opened once and asked everything that a browser can tell of it.
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildServer, type Server } from '../../src/app/site.ts'
import { addressesOf, whoSees } from '../addresses.ts'
import { county, countyApp } from '../county.ts'
import { isPageAt } from '../published-addresses.ts'
import {
  axe,
  focusFaults,
  type Harness,
  overflow,
  screenshot,
  type SignedIn,
  startBrowser,
} from './harness.ts'

/** A page of its kind, and who sees it. */
interface Kind {
  readonly name: string
  readonly url: string
  readonly who: string
}

/**
 * The tests of one part of all kinds of page: so many files ask a part each, at the same time.
 * @param part from 0
 */
export async function askKindsOfPage(part: number, parts: number): Promise<void> {
  const app = await countyApp()
  const job = crypto.randomUUID()
  const people = new Map<string, SignedIn>()
  let site: Server
  let browser: Harness
  let address: string
  let kinds: readonly Kind[]

  beforeAll(async () => {
    // Work that never ends, for the page that follows work.
    await sql`insert into kit.job_progress (authority, id, job, state, done, total, words)
      values (${county}, ${job}, 'extracts.load', 'working', 40, 100, 'Reading episodes')`.execute(
      app.db.owner,
    )
    site = await buildServer(app)
    address = await site.http.listen({ port: 0, host: '127.0.0.1' })
    browser = await startBrowser()
    const addresses = await addressesOf(app, site.http, job)
    const all = [
      ...Object.entries(addresses)
        .filter(([route, [url]]) => isPageAt(route) && url !== undefined)
        .map(([route, [url]]) => ({
          name: nameOf(route),
          url: url ?? '',
          who: whoSees(site.http, route),
        })),
      {
        name: 'indicator-of-team',
        url: addresses['/indicators/:code']?.[1] ?? '',
        who: 'director',
      },
      { name: 'not-found', url: '/nowhere', who: 'director' },
      { name: 'forbidden', url: '/people', who: 'director' },
    ]
    kinds = all.filter((_, index) => index % parts === part)
    for (const who of new Set(kinds.map(each => each.who)))
      people.set(who, await browser.signedIn(address, who))
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
  })

  test('each kind of page: axe, width, keyboard, policy, and the same words without JavaScript', async () => {
    // Each person keeps one window for all their pages, as people do: it knows our styles and letters.
    const windows = new Map<string, Window>()
    for (const kind of kinds) {
      const as = people.get(kind.who)
      const window =
        windows.get(kind.who) ??
        windowOf(await browser.open('about:blank', { ...(as && { as }) }), address)
      windows.set(kind.who, window)
      const { page, complaints } = window
      complaints.length = 0
      await page.setViewportSize({ width: 1280, height: 900 })
      const answer = await page.goto(address + kind.url)
      const sent = (await answer?.text()) ?? ''
      const faults = [
        // That a page is not found, or not for this role, stands in the browser's console too.
        ...complaints.filter(each => !/status of 40[34]/.test(each)),
        ...(await faultsAt(page, kind, 1280)),
        ...(await focusFaults(page, 25)).map(name => `nothing shows the keyboard at ‘${name}’`),
        ...(await wordsThatNeedScripts(page, sent)),
        ...(await faultsAt(page, kind, 360)),
        ...(await faultsAt(page, kind, 320)),
      ]
      expect(faults, kind.url).toEqual([])
    }
  })

  test('in forced colours axe finds nothing on a page of each room', async () => {
    const rooms = Map.groupBy(kinds, ({ url }) => url.split(/[/?]/)[1] ?? '')
    for (const [kind] of rooms.values()) {
      if (kind === undefined) continue
      const as = people.get(kind.who)
      const page = await browser.open(address + kind.url, {
        forcedColors: 'active',
        ...(as && { as }),
      })
      expect(await axe(page), kind.url).toEqual([])
      await page.context().close()
    }
  })
}

interface Window {
  readonly page: Page
  /** What the browser has complained of since this was last emptied. */
  readonly complaints: string[]
}

function windowOf(page: Page, address: string): Window {
  const complaints: string[] = []
  page.on('console', line => line.type() === 'error' && complaints.push(line.text()))
  page.on('pageerror', error => complaints.push(error.message))
  page.on('request', asked => {
    if (!asked.url().startsWith(address)) complaints.push(`it asked for ${asked.url()}`)
  })
  return { page, complaints }
}

/** What axe finds at a width, and how far the page sticks out. At 360 pixels the width alone is asked. */
async function faultsAt(page: Page, { name }: Kind, width: number): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 900 })
  // What has the focus looks otherwise on purpose.
  await page.evaluate('document.activeElement?.blur()')
  const wider = await overflow(page)
  if (process.env['SCREENSHOTS'] === 'yes') await screenshot(page, `${name}-${width}`)
  return [
    ...(wider === 0 ? [] : [`at ${width} pixels it is ${wider} too wide`]),
    ...(width === 360 ? [] : await axe(page)),
  ]
}

/** Headings and cells that the page has only with JavaScript, or only without. */
async function wordsThatNeedScripts(page: Page, sent: string): Promise<readonly string[]> {
  // as: what the expression makes.
  const [served, shown] = (await page.evaluate(`(() => {
    const words = held => [...held.querySelectorAll('main h1, main h2, main th, main td')].map(each => each.textContent)
    return [words(new DOMParser().parseFromString(${JSON.stringify(sent)}, 'text/html')), words(document)]
  })()`)) as readonly [readonly string[], readonly string[]]
  return JSON.stringify(served) === JSON.stringify(shown)
    ? []
    : ['its headings or tables are not those that it was served with']
}

function nameOf(route: string): string {
  return route === '/'
    ? 'overview'
    : route
        .slice(1)
        .replaceAll(/\/?:\w+/g, '-one')
        .replaceAll('/', '-')
}
