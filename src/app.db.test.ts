import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveCouncil, tryOut } from '#council'
import { frozenExtracts, loadJob, type SourceFile } from '#extracts'
import { library } from '#indicators'
import { readJournal, verifyJournal } from '#journal'
import { verifyFigures } from '#performance'
import { accountRoutes, addressesOf, routesToSee, whoSees } from '../tests/addresses.ts'
import { markupFaults } from '../tests/browser/harness.ts'
import { county, countyApp, emptyApp } from '../tests/county.ts'
import { careReturn, manyChildren } from '../tests/ssda903.ts'
import { isPageAt } from '../tests/published-addresses.ts'
import { multipart, visitor } from '../tests/visitor.ts'
import { zipOf } from '../tests/zip.ts'
import { buildServer, type Server } from './app/site.ts'

const app = await countyApp()
const none = await emptyApp()
let site: Server
let bare: Server

beforeAll(async () => {
  site = await buildServer(app)
  bare = await buildServer(none)
})
afterAll(async () => {
  await site.close()
  await bare.close()
})

/** Somebody of the demonstration, already signed in. */
async function persona(server: Server, key: string) {
  const person = visitor(server.http)
  await person.become(key)
  return person
}

const pagesOf = (server: Server) => routesToSee(server.http)

/** Pages of things that are begun by somebody and that nobody has begun in the small county. */
const nothingThere: readonly string[] = [
  '/meetings/import-moderngov/:id',
  '/inspections/:id/report',
  '/inspections/:id/deadlines',
  '/inspections/:id/challenges/:challenge',
  '/inspections/reading/:id',
  '/library/:id',
]

const photo: SourceFile = {
  name: 'holiday.jpg',
  bytes: Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1, 1, 0, 0, 1]),
}

describe('the demonstration county', () => {
  test('every page answers, says where it is, and is valid', async () => {
    const job = await site.jobs.send(loadJob, county, {
      folder: crypto.randomUUID(),
      actor: 'browser',
    })
    await site.http.ready()
    const addresses = await addressesOf(app, site.http, job)
    const unseen = pagesOf(site).filter(
      route => addresses[route] === undefined && !accountRoutes.includes(route),
    )
    // What nobody has begun in the demonstration: a file half brought in, a report half read.
    expect(unseen.filter(route => !nothingThere.includes(route))).toEqual([])
    const director = await persona(site, 'director')
    await director.waitFor(`/data/loading/${job}`)
    const seated = new Map<string, Awaited<ReturnType<typeof persona>>>()
    const visits: { readonly url: string; readonly by: Awaited<ReturnType<typeof persona>> }[] = []
    for (const [route, urls] of Object.entries(addresses)) {
      const key = whoSees(site.http, route)
      const by = seated.get(key) ?? (await persona(site, key))
      seated.set(key, by)
      visits.push(...urls.map(url => ({ url, by })))
    }
    for (const { url, by } of visits) {
      const { status, text } = await by.get(url)
      expect(status, url).toBe(200)
      if (!isPageAt(url)) continue
      expect(text, url).toContain('This county does not exist')
      expect(text.match(/<h1/g), url).toHaveLength(1)
      expect(text, url).not.toMatch(/undefined|NaN|\[object|Infinity/)
      expect(await markupFaults(text), url).toEqual([])
    }
  })

  test('every indicator has its page, its children and its parts', async () => {
    const { get } = await persona(site, 'director')
    for (const { code } of library) {
      const { status, text } = await get(`/indicators/${code}`)
      expect(status, code).toBe(200)
      expect(text, code).not.toMatch(/undefined|NaN|\[object|Infinity/)
      const list = /href="(\/indicators\/[^"]*\/children\/[^"]*)"/.exec(text)?.[1]
      const children = list === undefined ? 200 : (await get(list)).status
      expect(children, list).toBe(200)
    }
  })

  test('every link on a page leads somewhere', async () => {
    const { get } = await persona(site, 'director')
    const seen = new Set<string>()
    for (const url of ['/', '/indicators', '/teams', '/data', '/indicators/AS01', '/about']) {
      for (const [, href = ''] of (await get(url)).text.matchAll(/href="(\/[^"#]*)"/g)) {
        seen.add(href.replaceAll('&amp;', '&'))
      }
    }
    expect(seen.size).toBeGreaterThan(150)
    for (const url of seen) expect((await get(url)).status, url).toBe(200)
  })

  test.each([
    '/nowhere',
    '/indicators/XX99',
    '/indicators/as01',
    '/indicators/AS01?by=team&part=No%20such%20team',
    '/indicators/AS01/children/2026-13',
    '/indicators/AS01/children/1900-01',
    '/indicators/AS01/children/2199-01',
    '/indicators/AS01/children/2026-03?by=team&part=No%20such%20team',
    '/indicators/XX99/children/2026-03',
    '/teams/No%20such%20team',
    '/localities/Atlantis',
    `/data/${'0'.repeat(64)}`,
    '/data/..%2F..%2Fsecret',
    '/data/loading/00000000-0000-4000-8000-000000000000',
    '/data/loading/nothing',
  ])('%s is a page that does not exist', async url => {
    const { get } = await persona(site, 'director')
    const { status, text } = await get(url)
    expect(status).toBe(404)
    expect(text).toContain('Page not found')
  })

  const hostile = [
    "'; drop table performance.figures; --",
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '../../../etc/passwd',
    '%00',
    '\u0000',
    'a'.repeat(5000),
    '🦔'.repeat(50),
    '[]',
    '{{7*7}}',
    '-1',
    '1e309',
  ]
  test('no query string and no part of an address breaks a page or comes back as markup', async () => {
    const { get } = await persona(site, 'director')
    for (const text of hostile) {
      const value = encodeURIComponent(text)
      for (const url of [
        `/?show=${value}`,
        `/indicators?show=${value}&show=${value}`,
        `/indicators/AS01?by=${value}`,
        `/indicators/AS01?by=team&part=${value}`,
        `/indicators/AS01?by=team&part=a&part=${value}`,
        `/indicators/AS01/children/2026-03?by=age&part=${value}&show=${value}`,
        `/indicators/${value}`,
        `/indicators/AS01/children/${value}`,
        `/teams/${value}`,
        `/localities/${value}`,
        `/data/${value}`,
        `/data/loading/${value}`,
      ]) {
        const seen = await get(url)
        expect(seen.status, url).toBeLessThan(500)
        expect(seen.text.includes('<script>alert') || seen.text.includes('<img src=x'), url).toBe(
          false,
        )
      }
    }
    expect((await get('/indicators/AS01')).status).toBe(200)
  })
})

// Where nothing is to be shown yet, and somebody is led to where it begins.
const ledElsewhere: Readonly<Record<string, string>> = {
  '/indicators': '/',
  '/figures/publish/:id': '/figures/publish',
}

describe('an empty installation', () => {
  test('every page answers, and those that have nothing to show say what to do next', async () => {
    await bare.http.ready()
    const { get } = await persona(bare, 'analyst')
    const seated = new Map<string, Awaited<ReturnType<typeof persona>>>()
    const others: string[] = []
    for (const route of pagesOf(bare).filter(each => !accountRoutes.includes(each))) {
      const key = whoSees(bare.http, route)
      const by = seated.get(key) ?? (await persona(bare, key))
      seated.set(key, by)
      const url = route
        .replace(':code', 'AS01')
        .replace(':month', '2026-03')
        .replace(':name', 'North')
        .replace(':ref', 'a'.repeat(22))
        .replaceAll(
          /:(?:id|job|sheet|finding|challenge)\b/g,
          '00000000-0000-4000-8000-000000000000',
        )
        .replaceAll(/:\w+/g, '1')
      const { status, to, text } = await by.get(url)
      const elsewhere = ledElsewhere[route]
      const usual = route.includes(':') ? 404 : 200
      if (status !== (elsewhere === undefined ? usual : 303)) others.push(`${status} ${url}`)
      expect(to, url).toBe(elsewhere)
      const page = text.startsWith('<') && isPageAt(url) ? text : '<!DOCTYPE html>'
      expect(await markupFaults(page), url).toEqual([])
    }
    // A link of a letter says what to confirm, and ModernGov’s service refuses what it does not know.
    // A board has to be set up before it has challenges, and two versions be named to be compared; a
    // month is there without a meeting in it, a target and a note can be written before any figure
    // is counted, and a vignette is written for a tool that the address names.
    expect(others.toSorted()).toEqual([
      '200 /indicators/AS01/note',
      '200 /indicators/AS01/target',
      '200 /meetings/month/2026-03',
      '400 /plans/00000000-0000-4000-8000-000000000000/versions/difference',
      '400 /public/mgWebService.asmx/1',
      '404 /audits/reliability/vignettes/new',
      '404 /board/challenges',
      '404 /board/questions/new',
      '410 /public/follow/confirm',
      '410 /public/follow/end',
    ])
    expect((await get('/')).text).toMatch(/There are no figures yet[^]*href="\/data"/)
    expect((await get('/teams')).text).toMatch(/No extract names a team[^]*href="\/data"/)
    expect((await get('/data')).text).toContain('Nothing has been loaded yet')
  })
})

describe('loading files in the browser', () => {
  const files = careReturn({ year: 2025, children: manyChildren(40), home: [2, 3] })

  test('a return is loaded, counted and shown, and the journal says so', async () => {
    const person = await persona(bare, 'analyst')
    const sent = await person.upload('/data', [{ name: 'return.zip', bytes: zipOf(files) }])
    expect(sent.status).toBe(303)
    const done = await person.waitFor(sent.to ?? '')
    expect(done.text).toContain('One extract was loaded')
    expect(done.text).toContain('SSDA903 return for the year to 31 March 2025')
    expect(await markupFaults(done.text)).toEqual([])
    const own = await none.ownCouncil()
    const lines = await none.db.as(own.code, trx => readJournal(trx, { limit: 9 }))
    const last = lines.slice(0, 2)
    expect(last.map(line => line.action)).toEqual(['figures.counted', 'extract.loaded'])
    // Whoever sent the files is who loaded them, by their id and not by their name.
    expect(last[1]?.actor).toMatch(/^[0-9a-f-]{36}$/)
    expect(await Array.fromAsync(verifyJournal(none.db, own.code))).toEqual([])
    expect(await verifyFigures(none.storeOf(own.code), library)).toMatchObject({
      differences: [],
      stale: null,
    })
    const again = await person.upload('/data', files)
    expect((await person.waitFor(again.to ?? '')).text).toContain('had been loaded before')
  })

  test('a photo and a zip that was cut short change nothing and get a sentence each', async () => {
    const person = await persona(bare, 'analyst')
    const before = await none.db.as(tryOut.code, frozenExtracts)
    const cut = zipOf(files)
    const sent = await person.upload('/data', [
      photo,
      { name: 'return.zip', bytes: cut.subarray(0, cut.length - 50) },
    ])
    const { status, text } = await person.waitFor(sent.to ?? '')
    expect(status).toBe(200)
    expect(text).toContain('Nothing could be loaded')
    expect(text).toMatch(/holiday\.jpg<\/strong>: This file is a picture/)
    expect(text).toMatch(/return\.zip<\/strong>: This compressed file was cut short/)
    expect(await none.db.as(tryOut.code, frozenExtracts)).toEqual(before)
  })

  test('with no file chosen the same page comes back and says so', async () => {
    const { upload } = await persona(bare, 'analyst')
    const { status, text } = await upload('/data', [])
    expect(status).toBe(422)
    expect(text).toContain('<title>Error: Data')
    expect(text).toMatch(/There is a problem[^]*<a href="#files">Choose at least one file/)
    expect(await markupFaults(text)).toEqual([])
  })

  test('without the token of the form nothing is taken', async () => {
    const person = await persona(bare, 'analyst')
    const answer = await person.send('/data', multipart('not a token', files))
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('This form is no longer valid')
  })

  test('nothing is taken from somebody who has not signed in, or whose role loads nothing', async () => {
    const before = await none.db.as(tryOut.code, frozenExtracts)
    const nobody = await visitor(bare.http).send('/data', multipart('not a token', files))
    expect([nobody.status, nobody.to]).toEqual([303, '/sign-in'])
    const director = await persona(bare, 'director')
    expect((await director.upload('/data', files)).status).toBe(403)
    expect(await none.db.as(tryOut.code, frozenExtracts)).toEqual(before)
  })

  test('files with one name, an odd name or a path for a name are all read', async () => {
    const person = await persona(bare, 'analyst')
    const [header, episodes] = careReturn({ year: 2023, children: [5, 6, 7] })
    if (header === undefined || episodes === undefined) throw new Error('two files are built')
    const sent = await person.upload('/data', [
      { ...header, name: '../../../etc/passwd' },
      { ...episodes, name: '../../../etc/passwd' },
    ])
    const { text } = await person.waitFor(sent.to ?? '')
    expect(text).toContain('One extract was loaded')
    expect(text).toContain('year to 31 March 2023')
  })
})

test('where other machines can reach the site, it takes in no children’s records', async () => {
  const open = await countyApp({ host: '0.0.0.0' })
  const server = await buildServer(open)
  try {
    const person = await persona(server, 'analyst')
    const files = careReturn({ year: 2025, children: [1] })
    expect((await person.upload('/data', files)).status).toBe(403)
    const asked = await person.post('/try-out', {})
    expect(asked.status).toBe(403)
    expect(asked.text).toContain('Other machines can reach this one')
    expect((await open.councils()).map(each => each.code)).toEqual([county])
  } finally {
    await server.close()
  }
})

test('files are tried out beside the demonstration, and each can be chosen', async () => {
  const both = await countyApp()
  const server = await buildServer(both)
  try {
    const person = await persona(server, 'analyst')
    expect((await person.get('/')).text).toContain('This county does not exist')
    const files = careReturn({ year: 2025, children: [1, 2, 3] })
    const refused = await person.post('/data', {})
    expect(refused.status).toBe(415)
    const demonstration = await both.db.as(county, frozenExtracts)
    expect((await person.get('/data')).text).toContain('Try files of your own')
    const tried = await person.post('/try-out', {})
    expect([tried.status, tried.to]).toEqual([303, '/data'])
    // What follows is about the place that the files were loaded for.
    const sent = await person.upload('/data', files)
    const done = await person.waitFor(sent.to ?? '')
    expect(done.text).toContain('One extract was loaded')
    expect(done.text).not.toContain('This county does not exist')
    expect((await person.get('/')).text).toContain('Load no real records')
    expect((await person.get('/about')).text).toContain('Show Quillshire County Council')

    const chosen = await person.post('/about/council', { council: county })
    expect([chosen.status, chosen.to]).toEqual([303, '/sign-in'])
    // Whoever is somebody in one council stays there until they are somebody in the other.
    expect((await person.get('/')).text).toContain('Load no real records')
    await person.become('analyst')
    expect((await person.get('/')).text).toContain('This county does not exist')
    const [extract] = await both.db.as(tryOut.code, frozenExtracts)
    expect((await person.get(`/data/${extract?.id}`)).status).toBe(404)
    expect(await both.db.as(county, frozenExtracts)).toEqual(demonstration)
    await person.post('/about/council', { council: 'nobody' })
    expect((await person.get('/')).status).toBe(200)
  } finally {
    await server.close()
  }
})

test('once a council is set up nobody is a persona, nor stays one', async () => {
  const mine = await countyApp()
  const server = await buildServer(mine)
  try {
    const person = await persona(server, 'director')
    expect((await person.get('/indicators')).status).toBe(200)
    const council = { code: 'OWN', name: 'Testshire', brandColour: null, demonstration: false }
    await saveCouncil(mine.db, council, new Date())
    const asked = await person.get('/indicators')
    expect([asked.status, asked.to]).toEqual([303, '/sign-in?next=%2Findicators'])
    expect((await person.get('/personas')).status).toBe(403)
    expect((await person.become('director')).status).toBe(403)
    expect((await person.get('/sign-in')).text).not.toContain('Choose who to be')
  } finally {
    await server.close()
  }
})
