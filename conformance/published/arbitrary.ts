import * as fc from 'fast-check'
import {
  type LocalTime,
  type OpenItem,
  type Published,
  type PublishedItem,
  type PublishedMeeting,
  type PublishedPaper,
  type Words,
  wordsFromText,
} from '#exchange'

/**
 * Anything that a council could have published, with the signs that break documents in its words:
 * markup, entities, commas and line ends, letters outside the plane that most programs are tried on.
 */
export function arbitraryPublished(): fc.Arbitrary<Published> {
  return fc
    .record({
      bodies: fc.integer({ min: 1, max: 3 }),
      people: fc.integer({ min: 0, max: 4 }),
      meetings: fc.integer({ min: 0, max: 4 }),
      name: words,
    })
    .chain(counts =>
      fc.record({
        council: fc.record({
          id: fc.constant('council'),
          name: fc.constant(counts.name),
          website: maybe(fc.constant('https://www.council.example/')),
          contactName: maybe(words),
          contactEmail: maybe(fc.constant('democracy@council.example')),
          terms: fc.array(
            fc.record({ id: id('term'), name: words, startsOn: maybe(day), endsOn: maybe(day) }),
            { maxLength: 2 },
          ),
          ...dated,
        }),
        bodies: fc.tuple(...range(counts.bodies).map(at => body(`body-${at}`, counts.people))),
        people: fc.tuple(...range(counts.people).map(at => person(`person-${at}`))),
        meetings: fc.tuple(
          ...range(counts.meetings).map(at =>
            meeting(`meeting-${at}`, `body-${at % counts.bodies}`, counts.people),
          ),
        ),
      }),
    )
    .chain(made => things(made))
}

const SIGNS = ['<b>&amp;', ']]>', '=1+1', '"', "'", ';,\\', 'é', '😀', '\u00A0', 'Llŷr', '£', '\t']

/** Trimmed, because no document keeps the space around words. */
export const words: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('budget', 'children', 'the', 'review', 'of 2026') },
      { weight: 1, arbitrary: fc.constantFrom(...SIGNS) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map(parts => parts.join(' ').replace(/\s+/g, ' ').trim())
  .filter(text => text !== '')

const paragraphs: fc.Arbitrary<Words> = fc
  .array(words, { minLength: 1, maxLength: 3 })
  .map(parts => wordsFromText(parts.join('\n\n')))
  .filter(each => each.html !== '')

const maybe = <Value>(of: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(of, { nil: null })
const day = fc.integer({ min: 18_000, max: 22_000 })
const instant = fc
  .date({
    min: new Date('2020-01-01T00:00:00Z'),
    max: new Date('2030-01-01T00:00:00Z'),
    noInvalidDate: true,
  })
  .map(at => new Date(Math.floor(at.getTime() / 1000) * 1000))
const dated = { createdAt: instant, modifiedAt: instant }
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(parts => parts.map(part => String(part).padStart(2, '0')).join(':'))
const localTime: fc.Arbitrary<LocalTime> = fc.record({ day, time: maybe(time) })
const hash = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length })
    .map(parts => parts.join(''))
const id = (kind: string): fc.Arbitrary<string> => fc.uuid().map(each => `${kind}-${each}`)
const url = fc.webUrl({ validSchemes: ['https'] })
const range = (count: number): readonly number[] => [...Array(count).keys()]
const anyOf = (kind: string, count: number): fc.Arbitrary<string | null> =>
  count === 0
    ? fc.constant(null)
    : maybe(fc.integer({ min: 0, max: count - 1 }).map(at => `${kind}-${at}`))

function body(bodyId: string, people: number) {
  const membership = fc.record({
    id: id('membership'),
    person: fc.integer({ min: 0, max: Math.max(0, people - 1) }).map(at => `person-${at}`),
    post: maybe(fc.constantFrom('Chair', 'Vice-chair')),
    capacity: maybe(words),
    isVoting: maybe(fc.boolean()),
    startsOn: maybe(day),
    endsOn: maybe(day),
  })
  return fc.record({
    id: fc.constant(bodyId),
    name: words,
    kind: words,
    startsOn: maybe(day),
    endsOn: maybe(day),
    url: maybe(url),
    members: people === 0 ? fc.constant([]) : fc.array(membership, { maxLength: 4 }),
    ...dated,
  })
}

function person(personId: string) {
  return fc.record({
    id: fc.constant(personId),
    name: words,
    party: maybe(fc.constantFrom('Green & Purple', 'Independent')),
    ward: maybe(words),
    email: maybe(fc.constant('member@council.example')),
    url: maybe(url),
    roles: fc.array(fc.record({ title: words, startsOn: maybe(day), endsOn: maybe(day) }), {
      maxLength: 2,
    }),
    ...dated,
  })
}

const paper: fc.Arbitrary<PublishedPaper> = fc.record({
  id: id('paper'),
  title: words,
  kind: fc.constantFrom('agenda', 'pack', 'minutes', 'report', 'supplement', 'decision', 'other'),
  reference: maybe(words),
  publishedOn: day,
  pages: maybe(fc.constant({ first: 1, last: 8 })),
  url: maybe(url),
  file: fc.record({
    url,
    name: words,
    mediaType: fc.constantFrom('application/pdf', 'text/html'),
    bytes: maybe(fc.nat()),
    sha256: maybe(hash(64)),
    sha512: maybe(hash(128)),
  }),
  ...dated,
})

const openItem: fc.Arbitrary<OpenItem> = fc.record({
  id: id('item'),
  number: maybe(fc.constantFrom('1', '4a', '(ii)')),
  title: words,
  exempt: fc.constant(null),
  kind: maybe(words),
  text: maybe(paragraphs),
  presenter: maybe(words),
  minutes: maybe(paragraphs),
  resolution: maybe(words),
  papers: fc.array(paper, { maxLength: 2 }),
})
const item: fc.Arbitrary<PublishedItem> = fc.oneof(
  { weight: 3, arbitrary: openItem },
  {
    weight: 1,
    arbitrary: fc.record({
      id: id('item'),
      number: maybe(fc.constantFrom('9', '10')),
      title: words,
      exempt: fc.record({ paragraph: maybe(fc.constantFrom('1', '2 and 3')), words }),
    }),
  },
)

function meeting(
  meetingId: string,
  bodyId: string,
  people: number,
): fc.Arbitrary<PublishedMeeting> {
  return fc.record({
    id: fc.constant(meetingId),
    body: fc.constant(bodyId),
    title: maybe(words),
    state: fc.constantFrom('provisional', 'scheduled', 'held', 'postponed', 'cancelled'),
    mode: maybe(fc.constantFrom('in-person', 'hybrid', 'remote')),
    starts: localTime,
    ends: maybe(localTime),
    startedActually: maybe(localTime),
    endedActually: maybe(localTime),
    venue: maybe(
      fc.record({
        id: fc.constantFrom('shire-hall', 'online'),
        name: words,
        room: maybe(words),
        address: maybe(words),
        postcode: maybe(fc.constant('ZZ9 9ZZ')),
      }),
    ),
    isWebcast: fc.boolean(),
    revision: fc.nat({ max: 9 }),
    url: maybe(url),
    attendance: fc.array(
      fc.record({
        person: anyOf('person', people),
        name: words,
        role: maybe(words),
        presence: fc.constantFrom('expected', 'present', 'apologies', 'absent'),
      }),
      { maxLength: 3 },
    ),
    items: fc.array(item, { maxLength: 4 }),
    papers: fc.array(paper, { maxLength: 3 }),
    ...dated,
  })
}

/** Decisions, questions and actions of the meetings that there are. */
function things(
  made: Pick<Published, 'council' | 'bodies' | 'people' | 'meetings'>,
): fc.Arbitrary<Published> {
  const meetingId = anyOf('meeting', made.meetings.length)
  const vote = fc.record({
    for: fc.nat({ max: 20 }),
    against: fc.nat({ max: 20 }),
    abstained: fc.nat({ max: 20 }),
    isCarried: fc.boolean(),
    votes: fc.array(
      fc.record({
        person: anyOf('person', made.people.length),
        name: words,
        vote: fc.constantFrom('for' as const, 'against' as const, 'abstained' as const),
      }),
      { maxLength: 3 },
    ),
  })
  const question = fc.record({
    id: id('question'),
    meeting: meetingId.map(each => each ?? 'meeting-0'),
    kind: fc.constantFrom('member' as const, 'public' as const),
    number: maybe(fc.constantFrom('1', '2')),
    askedBy: maybe(words),
    askedByPerson: anyOf('person', made.people.length),
    to: maybe(words),
    words,
    supplementaryTo: fc.constant(null),
    answer: maybe(words),
    answeredBy: maybe(words),
    answeredByPerson: anyOf('person', made.people.length),
    url: maybe(url),
    ...dated,
  })
  return fc.record({
    council: fc.constant(made.council),
    bodies: fc.constant(made.bodies),
    people: fc.constant(made.people),
    meetings: fc.constant(made.meetings),
    decisions: fc.array(
      fc.record({
        id: id('decision'),
        reference: maybe(words),
        title: words,
        madeOn: day,
        body: anyOf('body', made.bodies.length),
        meeting: meetingId,
        item: fc.constant(null),
        madeBy: words,
        recommended: maybe(words),
        resolved: words,
        reasons: maybe(words),
        isKey: fc.boolean(),
        vote: maybe(vote),
        url: maybe(url),
        ...dated,
      }),
      { maxLength: 3 },
    ),
    questions: made.meetings.length === 0 ? fc.constant([]) : fc.array(question, { maxLength: 3 }),
    actions: fc.array(
      fc.record({
        id: id('action'),
        reference: maybe(words),
        body: anyOf('body', made.bodies.length),
        meeting: meetingId,
        item: fc.constant(null),
        words,
        owner: maybe(words),
        dueOn: maybe(day),
        state: fc.constantFrom('open', 'done', 'overdue', 'withdrawn'),
        closedOn: maybe(day),
        progress: maybe(words),
        url: maybe(url),
        ...dated,
      }),
      { maxLength: 3 },
    ),
    withdrawn: fc.array(
      fc.record({
        kind: fc.constantFrom('body', 'person', 'meeting', 'paper'),
        id: id('gone'),
        ...dated,
      }),
      { maxLength: 2 },
    ),
  })
}
