import { Feed } from 'feed'
import type { Day } from '#calendar'
import { longDay } from '#calendar'
import { meetingName, papersOf, type Published } from './published.ts'
import { withoutControls } from './xml-tree.ts'

export type AtomSubject = 'papers' | 'decisions' | 'minutes' | 'actions'

export interface AtomEntry {
  /** Never changes and belongs to nothing else: a tag or an address. */
  readonly id: string
  readonly title: string
  readonly url: string
  readonly createdAt: Date
  readonly modifiedAt: Date
  readonly summary: string | null
  readonly subject: AtomSubject
}

export interface AtomFeed {
  readonly title: string
  /** The feed's own address. */
  readonly self: string
  /** The page that shows the same to people. */
  readonly page: string
  readonly author: string
  /** The day from which the host name is the council's, for ids: RFC 4151. */
  readonly tag: { readonly host: string; readonly since: string }
  /** The address of a thing that has none of its own. */
  readonly fallback: string
}

/** What was published, newest change first: at most `most` entries (RFC 4287). */
export function atomFeed(entries: readonly AtomEntry[], feed: AtomFeed, most = 100): string {
  const newest = entries
    .toSorted((a, b) => b.modifiedAt.getTime() - a.modifiedAt.getTime() || compare(a.id, b.id))
    .slice(0, most)
  const atom = new Feed({
    id: feed.self,
    title: plain(feed.title),
    link: feed.page,
    feedLinks: { atom: feed.self },
    updated: newest[0]?.modifiedAt ?? new Date(0),
    author: { name: plain(feed.author) },
    generator: 'Sightline',
    copyright: '',
  })
  for (const entry of newest) {
    atom.addItem({
      id: entry.id,
      // The library sends titles and summaries as HTML, so words are made harmless here.
      title: html(entry.title),
      link: entry.url,
      date: entry.modifiedAt,
      published: entry.createdAt,
      category: [{ name: entry.subject, term: entry.subject }],
      ...(entry.summary === null ? {} : { description: html(entry.summary) }),
    })
  }
  return atom.atom1()
}

/** Everything of these subjects that was published, as entries. */
export function atomEntries(
  published: Published,
  subjects: readonly AtomSubject[],
  feed: Pick<AtomFeed, 'tag' | 'fallback'>,
): readonly AtomEntry[] {
  const { host, since } = feed.tag
  const idOf = (kind: string, id: string): string =>
    `tag:${host},${since}:${kind}/${encodeURIComponent(id)}`
  const about = (meetingId: string | null): string => {
    const meeting = published.meetings.find(each => each.id === meetingId)
    if (meeting === undefined) return ''
    return `${meetingName(meeting, published.bodies)}, ${longDay(meeting.starts.day)}`
  }
  const papers = papersOf(published.meetings).map(
    ({ paper, places }): AtomEntry => ({
      id: idOf('paper', paper.id),
      title: paper.title,
      url: paper.url ?? paper.file.url,
      createdAt: paper.createdAt,
      modifiedAt: paper.modifiedAt,
      summary: about(places[0]?.meeting.id ?? null) || null,
      subject: paper.kind === 'minutes' ? 'minutes' : 'papers',
    }),
  )
  const decisions = published.decisions.map(
    (each): AtomEntry => ({
      id: idOf('decision', each.id),
      title: each.title,
      url: each.url ?? feed.fallback,
      createdAt: each.createdAt,
      modifiedAt: each.modifiedAt,
      summary: `${each.resolved} (${each.madeBy}, ${longDay(each.madeOn)})`,
      subject: 'decisions',
    }),
  )
  const actions = published.actions.map(
    (each): AtomEntry => ({
      id: idOf('action', each.id),
      title: each.words,
      url: each.url ?? feed.fallback,
      createdAt: each.createdAt,
      modifiedAt: each.modifiedAt,
      summary: [STATE[each.state], due(each.dueOn), each.progress, about(each.meeting)]
        .filter(part => part !== null && part !== '')
        .join('. '),
      subject: 'actions',
    }),
  )
  return [...papers, ...decisions, ...actions].filter(each => subjects.includes(each.subject))
}

const STATE = { open: 'Open', done: 'Done', overdue: 'Overdue', withdrawn: 'Withdrawn' } as const
const due = (day: Day | null): string | null => (day === null ? null : `Due ${longDay(day)}`)

/** An ampersand is written by the library, which takes one that is written already for its own. */
const plain = (text: string): string => withoutControls(text).replace(/\s+/g, ' ').trim()

const html = (text: string): string =>
  withoutControls(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
