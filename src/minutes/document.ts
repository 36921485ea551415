import { longDay } from '#calendar'
import { meetingName } from '#meetings'
import { type Block, type Doc, docOf, headed, para, tableOf } from '#kit/documents/doc.ts'
import type { WholeMinutes } from './model.ts'
import { anchorOf, type Change, DRAFT_BANNER, type Paragraph } from './minutes.ts'
import { sectionsOf } from './published.ts'

/** The title of minutes: 'Minutes of Scrutiny, 9 January 2020'. */
export const titleOf = (whole: Pick<WholeMinutes, 'body' | 'meeting'>): string =>
  `Minutes of ${meetingName(whole)}`

/** How minutes stand, in a sentence. */
export function standingOf(whole: WholeMinutes): string {
  const { minutes } = whole
  if (minutes === null || minutes.state === 'being written') return 'Being written: not published.'
  if (minutes.state === 'draft') return `${DRAFT_BANNER}.`
  const on = minutes.agreedOn === null ? '' : ` of ${longDay(minutes.agreedOn)}`
  const amended = minutes.agreedWords === '' ? '' : `, with amendments: ${minutes.agreedWords}`
  const signed = minutes.signedBy === '' ? '' : ` Signed by ${minutes.signedBy}.`
  return `Agreed as a correct record at the meeting${on}${amended.replace(/\.$/, '')}.${signed}`
}

/** The minutes as one document, whole, with its banner on each page while they are a draft. */
export function documentOf(whole: WholeMinutes, withClosed: boolean): Doc {
  const { meeting, changes } = whole
  const title = titleOf(whole)
  const draft = whole.minutes?.state === 'agreed' ? undefined : DRAFT_BANNER
  const times = [
    meeting.beganAt === null ? '' : `Began at ${meeting.beganAt}.`,
    meeting.concludedAt === null ? '' : `Concluded at ${meeting.concludedAt}.`,
  ].filter(each => each !== '')
  const head: readonly Block[] = [
    para([{ text: standingOf(whole), bold: true }]),
    para([meeting.title, meeting.venue, ...times].filter(each => each !== '').join(' ') || ' '),
  ]
  const sections = sectionsOf(whole, withClosed).flatMap(
    ({ item, closed, paragraphs }): Block[] => [
      ...(item === null ? [] : [headed(1, `${item.number}. ${item.title}`, `item-${item.id}`)]),
      ...(closed === null ? [] : [para(closed)]),
      ...paragraphs.map(blockOf),
    ],
  )
  const corrections = changes.filter(
    each =>
      each.afterPublication &&
      sectionsOf(whole, withClosed).some(section =>
        section.paragraphs.some(({ id }) => id === each.paragraphId),
      ),
  )
  return docOf(title, [...head, ...sections, ...correctionsIn(whole, corrections)], {
    header: draft ?? title,
    footer: title,
  })
}

function blockOf(paragraph: Paragraph): Block {
  const { kind, number, words, struck, id } = paragraph
  if (kind === 'heading') return headed(2, words, anchorOf(id))
  const text = struck ? `[Struck out: ${words}]` : words
  return para([{ text, bold: kind === 'resolution' && !struck }], {
    anchor: anchorOf(id),
    ...(number !== '' && { number }),
  })
}

function correctionsIn(whole: WholeMinutes, corrections: readonly Change[]): readonly Block[] {
  if (corrections.length === 0) return []
  const numberOf = new Map(whole.paragraphs.map(each => [each.id, each.number]))
  return [
    headed(1, 'Corrections since publication'),
    tableOf({
      caption: 'What was corrected, when, by whom and why',
      header: ['Paragraph', 'Before', 'After', 'Why', 'Who and when'],
      rows: corrections.map(each => [
        numberOf.get(each.paragraphId) ?? '',
        each.before,
        each.after,
        each.reason,
        `${each.actorName}, ${longDay(Math.floor(each.at.getTime() / 86_400_000))}`,
      ]),
      rowHeaders: true,
    }),
  ]
}
