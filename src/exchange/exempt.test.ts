import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryPublished } from '../../conformance/published/arbitrary.ts'
import {
  actionsCsv,
  atomEntries,
  atomFeed,
  calendarFeed,
  decisionsCsv,
  meetingsCsv,
  modernGovCommittees,
  modernGovCouncillors,
  modernGovMeeting,
  modernGovMeetings,
  oparlObjects,
  popolo,
  type Published,
  writeModernGovCommittees,
  writeModernGovCouncillors,
  writeModernGovMeeting,
  writeModernGovMeetings,
} from './index.ts'

const SECRET = 'what nobody may read'

/**
 * The types have no place for it, but a caller that hands over a row as it came from its table puts
 * more into an object than its type says. Every thing gets such a stowaway here, and every exempt
 * item the whole of its report.
 */
function withStowaways(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withStowaways)
  if (value instanceof Date || typeof value !== 'object' || value === null) return value
  const inner = Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, withStowaways(each)]),
  )
  const isExempt = 'exempt' in value && value.exempt !== null
  const words = { html: `<p>${SECRET}</p>`, text: SECRET }
  const file = { url: 'https://x.example/', name: SECRET, mediaType: 'text/html' }
  const report = {
    text: words,
    minutes: words,
    resolution: SECRET,
    presenter: SECRET,
    kind: SECRET,
  }
  const paper = { id: SECRET, title: SECRET, kind: 'report', publishedOn: 20_000, file }
  return {
    ...inner,
    ...(isExempt ? { ...report, papers: [paper] } : {}),
    notes: SECRET,
    exemptText: SECRET,
  }
}

const documents = (published: Published): readonly string[] => {
  const asItIs = (_kind: string, id: string): string => id
  const place = {
    urlOf: (kind: string, id: string) =>
      `https://council.example/${kind}/${encodeURIComponent(id)}`,
    listOf: ({ of }: { of: string }) => `https://council.example/${of}`,
    license: null,
    vendor: null,
    product: null,
  }
  const feed = {
    title: 'x',
    self: 'https://council.example/feed',
    page: 'https://council.example/',
    author: 'x',
    tag: { host: 'council.example', since: '2026-01-01' },
    fallback: 'https://council.example/',
  }
  const entries = atomEntries(published, ['papers', 'minutes', 'decisions', 'actions'], feed)
  return [
    writeModernGovCommittees(modernGovCommittees(published, 20_000, asItIs)),
    writeModernGovCouncillors(modernGovCouncillors(published, asItIs)),
    writeModernGovMeetings(
      modernGovMeetings(published, { body: null, from: 0, to: 30_000 }, asItIs),
    ),
    ...published.meetings.map(each =>
      writeModernGovMeeting(modernGovMeeting(published, each, asItIs)),
    ),
    JSON.stringify(oparlObjects(published, place)),
    JSON.stringify(popolo(published)),
    // A calendar folds its lines.
    calendarFeed(published, published.meetings, {
      name: 'x',
      url: 'https://council.example/',
      host: 'council.example',
    }).replaceAll('\r\n ', ''),
    atomFeed(entries, feed),
    meetingsCsv(published),
    decisionsCsv(published),
    actionsCsv(published),
  ]
}

test('what is handed over beside what is public stands in no document', () => {
  fc.assert(
    fc.property(arbitraryPublished(), published => {
      // It is a Published with more in it, which is the point.
      const more = withStowaways(published) as Published
      expect(JSON.stringify(more)).toContain(SECRET)
      const written = documents(more)
      expect(written.filter(each => each.includes(SECRET))).toEqual([])
      expect(written).toEqual(documents(published))
    }),
    { numRuns: 60 },
  )
})
