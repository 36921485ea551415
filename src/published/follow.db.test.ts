import { expect, test } from 'vitest'
import { addBody } from '#bodies'
import { addItem, addPaper, arrangeMeeting, changeItem, changePaper } from '#meetings'
import { testDatabase } from '../../tests/database.ts'
import { databaseTexts } from '../../tests/leaks.ts'
import { roomsOf, signedInSite, today } from '../../tests/signed-in.ts'
import { anybody } from '#people'
import { heldInSubscriptions, publishedPages, sendNews } from './index.ts'
import type { ShortLetter } from './letters.ts'

const db = await testDatabase()
const secret = 'a secret of at least thirty-two characters'
const publicUrl = 'https://council.example'
const bodies = [crypto.randomUUID(), crypto.randomUUID()] as const
const later = (hours: number) => new Date(Date.UTC(2026, 10, 21, 12) + hours * 3_600_000)

async function siteOf(authority: string, sends = true) {
  const letters: ShortLetter[] = []
  const state = { at: later(0), refuses: false }
  const outbox = {
    send: (letter: ShortLetter) => {
      if (state.refuses) return Promise.reject(new Error('The server is away.'))
      letters.push(letter)
      return Promise.resolve()
    },
  }
  const rooms = {
    ...roomsOf(db, authority),
    now: () => state.at,
    outbox: sends ? outbox : null,
    secret,
    publicUrl,
  }
  const site = await signedInSite(publishedPages(rooms))
  const by = { authority, actor: 'a', actorName: 'A', at: later(0), today }
  const meetings = await db.as(authority, async trx => {
    const made: string[] = []
    for (const [nth, id] of bodies.entries()) {
      await addBody(trx, by, {
        id,
        name: nth === 0 ? 'Scrutiny' : 'Cabinet',
        kind: nth === 0 ? 'scrutiny' : 'cabinet',
        access: 'council',
        about: '',
        quorum: null,
        numbering: 'each meeting',
        venue: '',
        clerk: { post: '', name: '', phone: '', email: '' },
        startedOn: null,
        endedOn: null,
        succeeds: null,
        listed: true,
      })
      made.push(
        (await arrangeMeeting(trx, by, { bodyId: id, heldOn: today + 9, startsAt: '10:00' })).id,
      )
    }
    return made
  })
  const publishPaper = (nth: number, title: string) =>
    db.as(authority, async trx => {
      const meetingId = meetings[nth] ?? ''
      const item = await addItem(trx, by, { meetingId, number: '1', title, kind: 'report' })
      await changeItem(trx, by, item.id, { publishedAt: by.at })
      const paper = await addPaper(trx, by, {
        meetingId,
        itemId: item.id,
        kind: 'report',
        title,
        words: 'x',
      })
      await changePaper(trx, by, paper.id, { publishedAt: by.at })
    })
  const council = { code: authority, name: 'Testshire', brandColour: null, demonstration: false }
  const news = (at: Date) =>
    sendNews({ db, outbox, secret, base: publicUrl }, council, today, at, () => {})
  return { person: site.as(anybody(authority)), letters, state, publishPaper, news, authority }
}

const linkIn = (text = '') => /https:\/\/council\.example(\/\S+)/.exec(text)?.[1] ?? ''
const endIn = (text = '') => /(\/public\/follow\/end\S+)/.exec(text)?.[1] ?? ''
const wanted = { address: 'Reader@Example.org', subjects: ['papers'], bodies: [bodies[0]] }

async function confirm({ person }: Awaited<ReturnType<typeof siteOf>>, link: string) {
  const token = new URL(link, publicUrl).searchParams.get('token') ?? ''
  return person.post(link.split('?')[0] ?? '', { token }, link)
}

test('whoever asks is told nothing until they confirm, then each new thing once, and can end it', async () => {
  const site = await siteOf('FO1')
  const { person, letters, state, publishPaper, news } = site
  await publishPaper(0, 'Was there before')
  const wrong = await person.post('/public/follow', { ...wanted, address: 'nobody', subjects: [] })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('Enter an e-mail address like name@example.org.')
  expect(wrong.body).toContain('Choose at least one kind of news.')

  expect((await person.post('/public/follow', wanted)).headers.location).toBe('/public/follow/sent')
  expect(letters.map(({ to }) => to)).toEqual(['Reader@Example.org'])
  await news(later(1))
  await publishPaper(0, 'Before it was confirmed')
  await news(later(2))
  expect(letters).toHaveLength(1)

  state.at = later(3)
  const link = linkIn(letters[0]?.text)
  // Programs that look at letters open every link: that alone changes nothing.
  expect((await person.get(link)).statusCode).toBe(200)
  await news(later(3))
  expect(letters).toHaveLength(1)
  expect((await confirm(site, link)).body).toContain('You are following')

  await publishPaper(0, 'A new report')
  await publishPaper(1, 'Of another body')
  expect(await news(later(4))).toEqual({ letters: 1, failed: 0 })
  const letter = letters[1]
  expect(letter?.subject).toBe('One thing is new from Testshire')
  expect(letter?.text).toContain('Agendas and papers: A new report')
  expect(letter?.text).not.toMatch(/Was there before|Before it was confirmed|Of another body/)
  expect(await news(later(30))).toEqual({ letters: 0, failed: 0 })

  // At most one letter a day, and nothing is lost by a server that is away.
  await publishPaper(0, 'Tomorrow’s report')
  state.refuses = true
  expect(await news(later(31))).toEqual({ letters: 0, failed: 1 })
  state.refuses = false
  expect(await news(later(32))).toEqual({ letters: 1, failed: 0 })
  expect(letters[2]?.text).toContain('Tomorrow’s report')

  expect(await heldInSubscriptions(db, secret, 'FO1', 'reader@example.org')).toMatchObject({
    subjects: 'papers',
  })
  const end = endIn(letters[2]?.text)
  expect((await person.get(end)).body).toContain('Stop the letters')
  expect((await confirm(site, end)).body).toContain('The letters have ended')
  expect(await heldInSubscriptions(db, secret, 'FO1', 'reader@example.org')).toBeNull()
  await publishPaper(0, 'After the end')
  expect(await news(later(99))).toEqual({ letters: 0, failed: 0 })
})

test('nobody can be written to again and again, or be signed up for something else', async () => {
  const site = await siteOf('FO2')
  const { person, letters, state } = site
  for (let times = 0; times < 3; times++) {
    const sent = await person.post('/public/follow', wanted)
    expect(sent.headers.location).toBe('/public/follow/sent')
  }
  expect(letters).toHaveLength(1)
  await confirm(site, linkIn(letters[0]?.text))
  state.at = later(25)
  await person.post('/public/follow', { ...wanted, subjects: ['decisions'] })
  expect(letters).toHaveLength(2)
  const held = () => heldInSubscriptions(db, secret, 'FO2', wanted.address)
  expect(await held()).toMatchObject({ subjects: 'papers' })
  await confirm(site, linkIn(letters[1]?.text))
  expect(await held()).toMatchObject({ subjects: 'decisions' })
})

test('a link that is not ours, is for something else or is too old is refused', async () => {
  const site = await siteOf('FO3')
  const { person, letters, state } = site
  await person.post('/public/follow', wanted)
  const link = linkIn(letters[0]?.text)
  const token = new URL(link, publicUrl).searchParams.get('token') ?? ''
  expect((await person.get(`/public/follow/end?token=${token}`)).statusCode).toBe(410)
  for (const bad of ['', 'x', 'x.y', `${token}x`, `x${token}`, '{}.{}'])
    expect((await person.get(`/public/follow/confirm?token=${bad}`)).statusCode, bad).toBe(410)
  state.at = later(24 * 7 + 1)
  expect((await person.get(link)).statusCode).toBe(410)
})

test('no address can be read in the database', async () => {
  const { person } = await siteOf('FO4')
  await person.post('/public/follow', { ...wanted, address: 'findable@example.org' })
  const found = (await databaseTexts(db)).filter(({ text }) => /findable/i.test(text))
  expect(found).toEqual([])
})

test('where no letter can be sent the page says so, and shows the feeds', async () => {
  const { person } = await siteOf('FO5', false)
  const { body } = await person.get('/public/follow')
  expect(body).toContain('This council has not set up e-mail here.')
  expect(body).toContain('href="/public/feeds/all.atom"')
  expect(body).not.toContain('<form')
})
