import type { App } from '#app'
import { demoBodiesId } from '#bodies'
import { publishedRecord } from '#published'
import { county } from './county.ts'

/** Whether an address answers with a page, and not with a file or with what programs read. */
export const isPageAt = (url: string): boolean =>
  !/(\.(csv|pdf|ics|atom|json|xlsx|svg)(\?.*)?|\/file)$|^\/public\/(oparl|mgWebService)|^\/api\/v1/.test(
    url,
  )

/** Addresses that answer in the small county for programs that read what is published. */
export async function publishedAddresses(
  app: App,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const council = (await app.councils()).find(each => each.code === county)
  if (council === undefined) return {}
  const today = Math.floor(Date.now() / 86_400_000)
  const { published } = await app.db.as(county, trx => publishedRecord(trx, council, today))
  const files = published.meetings.flatMap(({ papers }) => papers.map(each => each.file.url))
  const papers = published.meetings.flatMap(({ items }) =>
    items.flatMap(item => (item.exempt === null ? item.papers : [])),
  )
  const held = published.meetings.filter(({ attendance }) => attendance.length > 0)
  const first = (all: readonly (string | null)[], end: string) =>
    all.flatMap(url => (url?.endsWith(end) ? [url] : [])).slice(0, 1)
  const scrutiny = demoBodiesId('body', 'scrutiny')
  return {
    '/public/meetings/:id': held.slice(0, 2).map(({ url }) => url ?? ''),
    '/public/meetings/:id/papers/:paper': first(
      papers.map(({ url }) => url),
      '',
    ),
    '/public/meetings/:id/papers/:paper/file': first(
      papers.map(({ file }) => file.url),
      '/file',
    ),
    '/public/meetings/:id/packs/:nth/pack.pdf': first(files, 'pack.pdf'),
    '/public/meetings/:id/minutes.pdf': first(files, 'minutes.pdf'),
    '/public/bodies/:id': [`/public/bodies/${scrutiny}`],
    '/public/search': ['/public/search', '/public/search?q=social+workers'],
    '/public/oparl/things/:kind/:id': [`/public/oparl/things/Body/${county}`],
    '/public/oparl/lists/:kind': [
      '/public/oparl/lists/Meeting',
      '/public/oparl/lists/Person?limit=1',
    ],
    '/public/oparl/bodies/:id/meetings': [`/public/oparl/bodies/${scrutiny}/meetings`],
    '/public/mgWebService.asmx/:method': ['/public/mgWebService.asmx/GetCommittees'],
    // Without the link of a letter there is nothing to confirm or to end.
    '/public/follow/confirm': [],
    '/public/follow/end': [],
  }
}
