import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { App } from '#app'
import { bringFile, keepFile } from '#meetings'
import { allMinutes, insertReading, paragraphsOf, votesOf } from '#minutes'
import { county } from './county.ts'

const paper = `Minutes of the Children’s Scrutiny Committee

Held on Monday 5 October 2026 at 10.00 am

1. Placements

1.1 Members asked for a report on placements.
`

/** Addresses that answer in the small county for minutes and their paragraphs, by their routes. */
export async function minutesAddresses(
  app: App,
): Promise<Readonly<Record<string, readonly string[]>>> {
  return app.db.as(county, async trx => {
    const all = await allMinutes(trx)
    const draft = all.find(each => each.state === 'draft')?.meetingId ?? ''
    const agreed = all.filter(each => each.state === 'agreed').map(each => each.meetingId)
    const paragraphs = await paragraphsOf(trx, draft, ...agreed)
    const text = paragraphs.find(each => each.kind === 'text' && each.meetingId === draft)
    const votes = await votesOf(
      trx,
      paragraphs.map(({ id }) => id),
    )
    const by = { actor: 'test', at: new Date() }
    const file = await bringFile('minutes.txt', Readable.from([Buffer.from(paper)]))
    await keepFile(trx, county, file, by)
    const waiting = {
      id: randomUUID(),
      fileSha: file.sha256,
      name: file.name,
      notes: [],
      broughtAt: by.at,
      broughtBy: 'Test',
      meetingId: null,
    }
    await insertReading(trx, county, waiting)
    const at = `/meetings/${draft}/minutes`
    const one = `/minutes/p/${text?.id ?? ''}`
    return {
      '/meetings/:id/minutes': [at, ...agreed.slice(0, 3).map(id => `/meetings/${id}/minutes`)],
      '/meetings/:id/minutes.pdf': [`${at}.pdf`],
      '/meetings/:id/minutes/write': [`${at}/write`],
      '/meetings/:id/minutes/asks': [`${at}/asks`],
      '/meetings/:id/minutes/figures': [`${at}/figures`],
      '/meetings/:id/minutes/vote': [`${at}/vote`],
      '/meetings/:id/minutes/agree': [`${at}/agree`],
      '/minutes/p/:id': [one, ...paragraphs.slice(0, 2).map(({ id }) => `/minutes/p/${id}`)],
      '/minutes/p/:id/edit': [`${one}/edit`],
      '/minutes/p/:id/strike': [`${one}/strike`],
      '/minutes/p/:id/vote': [...votes.keys()].slice(0, 1).map(id => `/minutes/p/${id}/vote`),
      '/minutes/import/:id': [`/minutes/import/${waiting.id}`],
    }
  })
}
