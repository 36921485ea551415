import { isoDay } from '../../src/calendar/index.ts'
import { type Ask, checkPaper, findAsks, isForFollowingUp } from '../../src/papers/index.ts'
import type { Item, PaperRead, Person, Slide } from '../../src/papers/reading/index.ts'
import { type Fact, counted, describes, same, sameList, within, words } from './facts.ts'

/** What is expected of one file, as its writer put it. */
export type Expected = Readonly<Record<string, unknown>>

/** Documents that a paper quotes, by which its quotations are checked. */
export type Source = { readonly title: string; readonly text: string }

type Compare = (expected: unknown, read: PaperRead) => readonly Fact[]

const nameOf = (person: Person): string => person.name ?? person.capacity ?? ''
const names = (people: readonly Person[] | null): readonly string[] => (people ?? []).map(nameOf)
// The file is the case writer's: entries of another shape show as ones that disagree.
const list = (expected: unknown): readonly unknown[] => (Array.isArray(expected) ? expected : [])
const fields = (entry: unknown): Readonly<Record<string, unknown>> =>
  typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : {}

/** Each field of each expected entry against the entry read in its place; further entries are invented. */
function entries<T>(
  name: string,
  expected: unknown,
  read: readonly T[],
  of: Readonly<Record<string, (entry: T) => unknown>>,
): readonly Fact[] {
  const facts = list(expected).flatMap((entry, index) =>
    Object.entries(fields(entry)).flatMap(([field, value]) => {
      const got = read[index]
      const get = of[field]
      const label = `${name} ${index + 1} ${field}`
      if (get === undefined)
        return [{ name: label, outcome: 'missing' as const, says: 'nothing to compare it with' }]
      const answer = got === undefined ? undefined : get(got)
      return Array.isArray(value)
        ? sameList(label, value, Array.isArray(answer) ? answer : [])
        : [same(label, value, answer)]
    }),
  )
  const more = read.slice(list(expected).length).map(
    (_, at): Fact => ({
      name: `${name} ${list(expected).length + at + 1}`,
      outcome: 'invented',
      says: 'the paper has no such one',
    }),
  )
  return [...facts, ...more]
}

const scalar =
  (name: string, of: (read: PaperRead) => unknown): Compare =>
  (expected, read) => [same(name, expected, of(read))]

const people =
  (name: string, of: (read: PaperRead) => readonly Person[] | 'nil' | null): Compare =>
  (expected, read) => {
    const got = of(read)
    if (!Array.isArray(expected)) return [same(name, expected, got)]
    const found = got === 'nil' || got === null ? [] : got
    return expected.every(entry => typeof entry === 'string')
      ? sameList(name, expected, names(found))
      : entries(name, expected, found, { name: nameOf, capacity: person => person.capacity })
  }

/** Fields that a file does not list and that the reader must then leave empty. */
const CLOSED: Readonly<Record<string, (read: PaperRead) => unknown>> = {
  present: read => read.present,
  apologies: read => (read.apologies === 'nil' ? null : read.apologies),
  inAttendance: read => read.inAttendance,
  members: read => read.membership?.members,
  addedMembers: read => read.membership?.added,
  coOpted: read => read.membership?.coOpted,
  startsAt: read => read.startsAt?.value,
  concludedAt: read => read.concludedAt?.value,
  status: read => read.status?.value,
  supplementaries: read => read.supplementaries,
  resolutions: read => read.resolutions,
  funding: read => read.funding,
  actions: read => read.actions,
  publicQuestions: read => read.publicQuestions?.value,
  memberQuestions: read => read.memberQuestions?.value,
  headerFields: read => read.headerFields,
  sections: read => read.sections,
  recommendations: read => read.recommendations,
  inspection: read => read.inspection,
  risks: read => read.risks,
  slides: read => read.slides,
  pages: read => (read.kind?.value === 'minutes' ? read.pages : null),
  keyDecision: read => read.keyDecision?.value,
  partyWhip: read => read.partyWhip,
  publicParticipationDeadline: read => read.publicParticipation.deadline?.value,
}

const DEFECTS: Readonly<Record<string, string>> = {
  'links to a private address': 'private address',
  'headline differs from the sum of its lines': 'sum',
  'truncated paragraph': 'text cut off',
  'publication date given twice differently': 'dates disagree',
  'days without saying working days': 'days without a unit',
  'paragraph number used twice': 'number used twice',
  'options section without options': 'no options',
  'quotation differs from its source': 'misquotation',
}

const COMPARES: Readonly<Record<string, Compare>> = {
  kind: scalar('kind', read => read.kind?.value),
  title: scalar('title', read => read.title?.value),
  authority: scalar('authority', read => read.authority?.value),
  body: scalar('body', read => read.body?.value),
  date: scalar('date', read => read.date?.value),
  dateIsInferred: scalar(
    'date is inferred',
    read => read.date !== null && read.date.inferred !== null,
  ),
  startsAt: scalar('starts at', read => read.startsAt?.value),
  concludedAt: scalar('concluded at', read => read.concludedAt?.value),
  venue: scalar('venue', read => read.venue?.value),
  status: scalar('status', read => read.status?.value),
  truncated: scalar('truncated', read => read.truncated),
  keyDecision: scalar('key decision', read => read.keyDecision?.value),
  deadline: scalar('deadline', read => read.deadline?.value),
  publicQuestions: scalar('public questions', read => read.publicQuestions?.value),
  memberQuestions: scalar('member questions', read => read.memberQuestions?.value),
  publicParticipation: scalar('public participation', read => read.publicParticipation.outcome),
  publicParticipationDeadline: scalar(
    'public participation deadline',
    read => read.publicParticipation.deadline?.value,
  ),
  partyWhip: scalar('party whip', read => read.partyWhip),
  presenter: scalar(
    'presenter',
    read => read.items.find(item => item.presenter !== null)?.presenter?.value,
  ),
  chair: scalar(
    'chair',
    read => read.membership?.members.find(person => person.chairs === 'chair')?.name,
  ),
  contact: scalar('contact', read => read.contacts[0]?.name),
  contacts: people('contact', read => read.contacts),
  present: people('present', read => read.present),
  apologies: people('apologies', read => read.apologies),
  inAttendance: people('in attendance', read => read.inAttendance),
  members: people('member', read => read.membership?.members ?? null),
  addedMembers: people('added member', read => read.membership?.added ?? null),
  coOpted: people('co-opted', read => read.membership?.coOpted ?? null),
  items: (expected, read) =>
    sameList(
      'item',
      list(expected).map(pair => list(pair).join(' ')),
      read.items.map(titled),
    ),
  itemsNumberedInText: (expected, read) =>
    sameList(
      'item numbered in the text',
      list(expected),
      read.items.filter(item => item.numberIsInText).map(item => item.number),
    ),
  previousMinutes: (expected, read) =>
    Object.entries(fields(expected)).map(([field, value]) =>
      same(`previous minutes ${field}`, value, fields(read.previousMinutes)[field]),
    ),
  declarations: (expected, read) =>
    Array.isArray(expected)
      ? entries(
          'declaration',
          expected,
          read.declarations === 'nil' ? [] : (read.declarations ?? []),
          {
            by: each => each.by,
            nature: each => each.nature,
          },
        )
      : [same('declarations', expected, read.declarations)],
  supplementaries: (expected, read) =>
    entries('supplementary', expected, read.supplementaries, {
      question: each => each.question,
      asker: each => each.asker,
      item: each => each.item,
      packPage: each => each.packPage,
      respondents: each => each.respondents.map(respondent => respondent.name),
      parts: each => each.parts,
      coversOriginals: each => each.coversOriginals,
      answeredLater: each => each.answeredLater,
    }),
  resolutions: (expected, read) =>
    entries('resolution', expected, read.resolutions, {
      item: each => each.item,
      parts: each => each.parts.length,
      verbs: each => each.verbs,
      delegatedTo: each => each.to,
      inConsultationWith: each => each.inConsultationWith,
    }),
  recommendations: (expected, read) =>
    entries('recommendation', expected, read.recommendations, {
      verb: each => each.verb,
      to: each => each.to,
      inConsultationWith: each => each.inConsultationWith,
    }),
  funding: (expected, read) => {
    const { headlineGbp, sumGbp, linesGbp } = fields(expected)
    const lines = read.funding?.lines ?? []
    return [
      same('funding headline', headlineGbp, read.funding?.headline?.value),
      same('funding sum', sumGbp, read.funding?.sumGbp),
      ...sameList(
        'funding line',
        Object.entries(fields(linesGbp)).map(([label, gbp]) => `${label} ${String(gbp)}`),
        lines.map(line => `${line.label} ${line.gbp}`),
      ),
    ]
  },
  paragraphs: (expected, read) => {
    if (typeof expected !== 'string') {
      return Object.entries(fields(expected)).map(([item, count]) =>
        same(
          `paragraphs of item ${item}`,
          count,
          read.paragraphs.filter(each => each.item === item).length,
        ),
      )
    }
    const range = read.paragraphRange?.value
    return [
      same('paragraphs', expected, range === undefined ? null : `${range.from} to ${range.to}`),
    ]
  },
  actions: (expected, read) =>
    entries('action', expected, read.actions, {
      after: each => each.after,
      owner: each => each.owner,
      state: each => each.state,
    }),
  figures: (expected, read) => list(expected).map(figure => figureFound(fields(figure), read)),
  dates: (expected, read) =>
    within(
      'date',
      list(expected),
      read.dates.map(each => each.date),
    ),
  headerFields: (expected, read) =>
    sameList(
      'header field',
      list(expected),
      read.headerFields.map(each => each.label),
    ),
  sections: (expected, read) =>
    sameList(
      'section',
      list(expected),
      read.sections.map(each => each.title),
    ),
  inspection: (expected, read) => {
    const { judgements, recommendations, ...rest } = fields(expected)
    return [
      ...Object.entries(rest).map(([field, value]) =>
        same(`inspection ${field}`, value, fields(read.inspection)[field]),
      ),
      counted('inspection judgements', judgements, read.inspection?.grid ?? []),
      counted(
        'inspection recommendations',
        recommendations,
        read.inspection?.recommendations ?? [],
      ),
    ]
  },
  risks: (expected, read) => [counted('risks', expected, read.risks)],
  pages: (expected, read) =>
    sameList(
      'pages',
      list(expected),
      read.pages.map(({ from, to }) => `${from}-${to}`),
    ),
  slides: (expected, read) => {
    const { steps, phases, keyQuestions } = fields(expected)
    const rows = slideOf(read, /\bsteps\b/iu)?.rows.filter(row => /^\d+$/u.test(row[0] ?? ''))
    return [
      counted('slides steps', steps, rows ?? []),
      ...sameList(
        'phase',
        list(phases),
        read.slides.flatMap(slide => slide.subheadings),
      ),
      counted(
        'slides key questions',
        keyQuestions,
        slideOf(read, /^key questions/iu)?.points ?? [],
      ),
    ]
  },
}

const titled = (item: Item): string => `${item.number ?? ''} ${item.title}`
const slideOf = (read: PaperRead, heading: RegExp): Slide | undefined =>
  read.slides.find(slide => heading.test(slide.heading))

/** A figure is right where value, unit and item are, and its words stand in its sentence or its item's title. */
function figureFound(expected: Readonly<Record<string, unknown>>, read: PaperRead): Fact {
  const { value, unit, of, item } = expected
  const found = read.figures.some(figure => {
    const title = read.items.find(each => each.number === figure.item)?.title ?? ''
    return (
      figure.value === value &&
      (unit === undefined || figure.unit === unit) &&
      (item === undefined || figure.item === item) &&
      describes(String(of), `${title} ${figure.of} ${figure.sentence}`)
    )
  })
  const name = `figure ${String(value)} ${String(of)}`
  return found
    ? { name, outcome: 'right', says: '' }
    : { name, outcome: 'missing', says: 'not found' }
}

/** All that the file says of a paper, compared, and what it is silent about left empty. */
export function compared(
  expected: Expected,
  read: PaperRead,
  text: string,
  sources: readonly Source[],
): readonly Fact[] {
  const said = Object.entries(expected).flatMap(([key, value]): readonly Fact[] => {
    if (key === 'defects') return defects(list(value), text, sources)
    if (key === 'asks') return asks(list(value), text)
    const compare = COMPARES[key]
    return compare === undefined
      ? [{ name: key, outcome: 'missing', says: 'nothing to compare it with' }]
      : compare(value, read)
  })
  const silent = Object.entries(CLOSED)
    .filter(([key]) => !(key in expected))
    .map(([key, of]) => same(key, null, of(read)))
    .filter(fact => fact.outcome === 'invented')
  return [...said, ...silent]
}

/**
 * Each ask by its paragraph and kind, to whom and for when; and in all no more than ten to follow up.
 */
function asks(expected: readonly unknown[], text: string): readonly Fact[] {
  const found = findAsks(text).filter(isForFollowingUp)
  const facts = expected.flatMap(entry => {
    const { paragraph, kind, to, when } = fields(entry)
    const ask = found.find(each => each.paragraph === paragraph && each.kind === kind)
    const name = `ask ${String(paragraph)}`
    return [
      same(`${name} kind`, kind, ask?.kind),
      ...(to === undefined ? [] : [same(`${name} to`, to, ask?.to)]),
      ...(when === undefined ? [] : [same(`${name} when`, when, dayOrWords(ask))]),
    ]
  })
  const most = 10
  return found.length <= most
    ? facts
    : [...facts, { name: 'asks', outcome: 'invented', says: `${found.length}, more than ${most}` }]
}

const dayOrWords = (ask: Ask | undefined): string | null =>
  typeof ask?.when === 'number' ? isoDay(ask.when) : (ask?.when ?? null)

/** Defects are the checks' to find; of others that they name, no file says whether they are there. */
function defects(
  expected: readonly unknown[],
  text: string,
  sources: readonly Source[],
): readonly Fact[] {
  const found = new Set<string>(checkPaper({ text, sources }).map(fault => fault.kind))
  return expected.map(defect => {
    const kind = DEFECTS[words(defect)] ?? ''
    return found.has(kind)
      ? { name: `defect ${String(defect)}`, outcome: 'right', says: '' }
      : { name: `defect ${String(defect)}`, outcome: 'missing', says: 'not found' }
  })
}
