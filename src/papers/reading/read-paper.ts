import { actionsOf } from './actions.ts'
import { attendanceOf } from './attendance.ts'
import { authorityOf } from './authority.ts'
import { bodyOf } from './body.ts'
import { kindOfHeading, questionCount } from './counts.ts'
import { cutsOf, linksOf } from './cuts.ts'
import { datesOf, firstDate } from './dates.ts'
import { deadlineOf } from './deadline.ts'
import { declarationsOf } from './declarations.ts'
import { figuresOf } from './figures.ts'
import { fundingOf } from './funding.ts'
import { withoutFurniture } from './furniture.ts'
import { inspectionOf } from './inspection.ts'
import { type ItemHead, itemHeads } from './item-heads.ts'
import { type ItemLines, itemsOf } from './items.ts'
import { kindOf } from './kind.ts'
import { type Line, blockOf, linesOf } from './lines.ts'
import { membershipOf } from './membership.ts'
import { pageRangesIn } from './page-ranges.ts'
import type { Read, HeaderField, Item, PaperRead, Paragraph, Place } from './paper-read.ts'
import { paragraphsOf } from './paragraphs.ts'
import { publicParticipationOf } from './participation.ts'
import { previousMinutesOf } from './previous-minutes.ts'
import { type Header, fieldNamed, headerOf, keyDecisionOf } from './report-header.ts'
import { recommendationsOf } from './report-recommendations.ts'
import { resolutionsOf } from './resolutions.ts'
import { risksOf } from './risks.ts'
import { type SectionLines, sectionsOf } from './sections.ts'
import { attachedFrom, slidesOf } from './slides.ts'
import { statusOf } from './status.ts'
import { type Questions, questionsOf } from './supplementaries.ts'
import { contactsOf, venueOf } from './venue.ts'
import { concludedAtOf, dateFromDeadline, dateOf, startsAtOf } from './when.ts'

/**
 * Reads the text of minutes, an agenda or a report into its parts, for a person to confirm beside
 * the original. What the paper does not say is null, what it marks as none is 'nil', and nothing is
 * refused: a text in which nothing can be told comes back whole as `front`. Takes time in
 * proportion to the text.
 */
export function readPaper(text: string): PaperRead {
  const all = linesOf(text)
  const { lines, repeated } = withoutFurniture(all)
  const kind = kindOf(lines)
  const minuted = kind?.value === 'minutes'
  const parts = partsOf(lines, kind?.value === 'report', kind?.value === 'agenda')
  const { front, head, items, header, sections, attached } = parts
  // An agenda names its members and contacts behind its items, inside the text of the last.
  const own = attached === null ? lines : lines.slice(0, attached)

  const venue = venueOf(head)
  const undated = previousMinutesOf(items, null, minuted)
  const date = dateIn(header, head) ?? dateFromDeadline(lines, undated?.date ?? null)
  const day = date?.value ?? null
  const paragraphs =
    items.length > 0 ? items.flatMap(({ item }) => item.paragraphs) : paragraphsOf(lines, null)
  const { questions, supplementaries } = questionsIn(items, own)
  const declared = declarationsOf(items, minuted)
  const wanted = recommendationsOf(header.fields, sections)
  const cut = cutsOf(lines)
  const body = bodyOf(head, bodyInHeader(header.fields))
  return {
    kind,
    title: titleIn(header.fields),
    authority: authorityOf(lines, head, venue),
    body,
    date,
    startsAt: header.fields.length > 0 ? null : startsAtOf(head, own, date),
    concludedAt: minuted ? concludedAtOf(lines) : null,
    venue,
    contacts: contactsOf(own),
    status: minuted ? statusOf(lines, front) : null,
    ...attendanceOf(front, minuted ? items.map(({ item }) => item) : [], minuted),
    membership: kind?.value === 'agenda' ? membershipOf(own) : null,
    front: blockOf(front),
    items: items.map(({ item }) => item),
    paragraphs: paragraphs.filter(each => each.number !== null),
    paragraphRange: rangeOf(paragraphs),
    previousMinutes: previousMinutesOf(items, day, minuted),
    ...declared,
    publicParticipation: publicParticipationOf(items, minuted, day),
    publicQuestions: minuted ? questionCount(own, questions, 'public') : null,
    memberQuestions: minuted ? questionCount(own, questions, 'member') : null,
    questions,
    supplementaries,
    resolutions: resolutionsOf(items, minuted),
    funding: fundingOf(items.length > 0 ? items : [whole(lines)]),
    actions: actionsOf(items.length > 0 ? items : [whole(lines)], day, front),
    // Telephone numbers of a report's header are no figures.
    figures: figuresOf(
      sections.length > 0 ? sections.flatMap(each => paragraphsOf(each.lines, null)) : paragraphs,
    ),
    dates: datesOf(lines, day),
    keyDecision: keyDecisionOf(header.fields),
    headerFields: header.fields,
    sections: sections.map(({ section }) => section),
    recommendations: wanted.recommendations,
    inspection: kind?.value === 'report' ? inspectionOf(lines) : null,
    risks: kind?.value === 'report' ? risksOf(lines) : [],
    deadline: deadlineOf(lines, day),
    pages: pageRangesIn(lines),
    links: linksOf(lines),
    slides: attached === null ? [] : slidesOf(lines.slice(attached)),
    cuts: cut.cuts,
    truncated: cut.cuts.length > 0,
    repeated,
    doubts: [...cut.doubts, ...wanted.doubts, ...doubtsOf(date, items, minuted)],
  }
}

type Parts = {
  readonly front: readonly Line[]
  /** Where body, date and place are looked for. */
  readonly head: readonly Line[]
  readonly items: readonly ItemLines[]
  readonly header: Header
  readonly sections: readonly SectionLines[]
  /** The line from which on papers are bound in behind an agenda. */
  readonly attached: number | null
}

function partsOf(lines: readonly Line[], isReport: boolean, isAgenda: boolean): Parts {
  const header = isReport ? headerOf(lines) : { fields: [], end: 0 }
  const bound = isAgenda ? attachedFrom(lines) : null
  const agenda = bound === null ? [] : itemHeads(lines.slice(0, bound))
  // Where no item stands above the heading, it belongs to the agenda itself.
  const attached = agenda.length > 0 ? bound : null
  const own: readonly ItemHead[] = isReport ? [] : attached === null ? itemHeads(lines) : agenda
  const first = own[0]
  const sections = isReport ? sectionsOf(lines, header.end) : []
  const front = lines.slice(0, first?.from ?? startOf(sections[0], lines))
  // The page of one item names its meeting below the title.
  const onePage =
    own.length === 1 && /^agenda item$/iu.test(front.find(line => !line.blank)?.text ?? '')
  return {
    front,
    head: isReport ? lines.slice(0, 80) : onePage ? lines.slice(0, (first?.to ?? 0) + 8) : front,
    items: itemsOf(lines, own, attached ?? lines.length),
    header,
    sections,
    attached,
  }
}

/** The line that a section's heading stands on; the end of the paper where there is none. */
function startOf(section: SectionLines | undefined, lines: readonly Line[]): number {
  if (section === undefined) return lines.length
  return lines.findIndex(line => line.start === section.section.place.start)
}

/** Questions item by item, so that the last does not run on into other business. */
function questionsIn(items: readonly ItemLines[], lines: readonly Line[]): Questions {
  if (items.length === 0) return questionsOf(lines, null)
  const each = items.map(({ item, lines: own }) => questionsOf(own, kindOfHeading(item.title)))
  return {
    questions: each.flatMap(({ questions }) => questions),
    supplementaries: each.flatMap(({ supplementaries }) => supplementaries),
  }
}

/** A paper without items, read as one. */
function whole(lines: readonly Line[]): ItemLines {
  const block = blockOf(lines)
  const item: Item = {
    number: null,
    numberIsInText: false,
    title: '',
    presenter: null,
    pages: [],
    verbal: false,
    place: block.place,
    body: block,
    paragraphs: [],
  }
  return { item, lines }
}

function dateIn(header: Header, front: readonly Line[]): Read<string> | null {
  const field = fieldNamed(header.fields, /\bdate\b/u)
  const value = field === null ? null : firstDate(field.text)
  return field !== null && value !== null
    ? { value, place: field.place, inferred: null }
    : dateOf(front)
}

/** "Cabinet Date" says whose the decision is; so do "Report to" and "Committee". */
function bodyInHeader(fields: readonly HeaderField[]): Read<string> | null {
  const dated = fieldNamed(fields, /^(?:cabinet|executive) date$/u)
  if (dated !== null)
    return { value: dated.label.replace(/\s*date$/iu, ''), place: dated.place, inferred: null }
  const named = fieldNamed(fields, /^(?:report to|committee|decision maker|cabinet)$/u)
  const value =
    named?.text
      .slice(0, 300)
      .split('\n')[0]
      ?.split('\t')[0]
      ?.replace(/\s*[–,-]\s*\d.*$/u, '')
      .trim() ?? ''
  return named === null || value === '' || value.length > 140
    ? null
    : { value, place: named.place, inferred: null }
}

function titleIn(fields: readonly HeaderField[]): Read<string> | null {
  const field = fieldNamed(fields, /^(?:report title|title(?: of report)?|subject)$/u)
  return field === null ? null : { value: field.text, place: field.place, inferred: null }
}

function rangeOf(paragraphs: readonly Paragraph[]): PaperRead['paragraphRange'] {
  const numbered = paragraphs.filter(each => each.number !== null)
  const first = numbered[0]
  const last = numbered.at(-1)
  if (first?.number == null || last?.number == null) return null
  const place: Place = { ...first.place, lastLine: last.place.lastLine, end: last.place.end }
  return { value: { from: first.number, to: last.number }, place, inferred: null }
}

function doubtsOf(
  date: Read<string> | null,
  items: readonly ItemLines[],
  minuted: boolean,
): readonly string[] {
  return [
    ...(date === null ? ['No date of the meeting was found.'] : []),
    ...(date?.inferred == null ? [] : [`The date is not printed: it is ${date.inferred}.`]),
    ...(minuted && items.length === 0
      ? ['No items were found; the whole text is kept as it came.']
      : []),
  ]
}
