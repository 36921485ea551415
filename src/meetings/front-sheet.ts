import { longDay, parseIsoDay } from '#calendar'
import { type Block, type Doc, docOf, headed, listOf, para } from '#kit/documents/doc.ts'
import type { PackContents, PackedItem, PackedPaper } from './contents.ts'
import { exemptLine } from './exemptions.ts'
import { paperKinds } from './meeting.ts'
import { pagesWords } from './page-labels.ts'

/** The sheet at the front of a pack: the agenda with the pages of each paper. */
export function frontSheet(contents: PackContents, title: string, restricted: boolean): Doc {
  const { body, heldOn, startsAt, venue, clerk, notices, items, papers } = contents
  const day = parseIsoDay(heldOn)
  const when = `${day === null ? heldOn : longDay(day)}, ${startsAt}${venue === '' ? '' : `, ${venue}`}`
  const contact = [clerk.name, clerk.post, clerk.phone, clerk.email].filter(each => each !== '')
  const name = contents.title === '' ? body : `${body}: ${contents.title}`
  const blocks: readonly Block[] = [
    para(`${title}. ${when}`),
    ...(restricted ? [para([{ text: 'Not for publication.', bold: true }])] : []),
    ...shortNoticeBlocks(contents),
    ...(items.length > 0 ? [headed(1, 'Agenda')] : []),
    ...items.flatMap(item => itemBlocks(item, papers)),
    ...looseBlocks(items, papers),
    ...notices.flatMap(notice => [headed(1, notice.title), para(notice.words)]),
    ...(contact.length > 0
      ? [headed(1, 'Questions about this meeting'), para(contact.join(', '))]
      : []),
  ]
  return docOf(name, blocks, { header: `${name}, ${when}` })
}

function shortNoticeBlocks({ shortNotice }: PackContents): readonly Block[] {
  if (shortNotice === null) return []
  const { days, wanted, ground, reason, law } = shortNotice
  return [
    para(
      `Published ${days} clear ${days === 1 ? 'day' : 'days'} before the meeting, where ${wanted} are the rule. ${ground}: ${reason}${law === '' ? '' : ` (${law})`}`,
    ),
  ]
}

function itemBlocks(item: PackedItem, papers: readonly PackedPaper[]): readonly Block[] {
  const own = papers.filter(({ itemId }) => itemId === item.id)
  const said = [
    ...(item.kind === 'verbal update' ? ['Verbal update: there is no paper.'] : []),
    ...(item.presenter === '' ? [] : [item.presenter]),
    ...(item.words === '' ? [] : [item.words]),
    ...(item.lateReason === ''
      ? []
      : [`Taken as a matter of urgency (${item.lateBy}): ${item.lateReason}`]),
    ...(item.exempt === null ? [] : [exemptLine(item.exempt)]),
  ]
  return [
    headed(2, `${item.number}. ${item.title}`),
    ...said.map(words => para(words)),
    ...(own.length > 0 ? [listOf('bullets', own.map(paperWords))] : []),
  ]
}

/** Papers of items that are on an agenda that came out before, and those of no item. */
function looseBlocks(
  items: readonly PackedItem[],
  papers: readonly PackedPaper[],
): readonly Block[] {
  const known = new Set(items.map(({ id }) => id))
  const loose = papers.filter(({ itemId }) => itemId === null || !known.has(itemId))
  if (loose.length === 0) return []
  return [headed(1, 'Papers'), listOf('bullets', loose.map(paperWords))]
}

function paperWords(paper: PackedPaper): string {
  const kind = paper.kind === 'report' ? '' : `${paperKinds[paper.kind]}: `
  const pages = paper.pages === null ? '' : `, ${pagesWords(paper.pages).toLowerCase()}`
  const instead =
    paper.replacesWords === '' ? '' : `. In the place of an earlier paper: ${paper.replacesWords}`
  return `${kind}${paper.title}${pages}${instead}`
}

/** i, ii, iii: the pages of the sheet at the front, so that the first paper begins with page 1. */
export function romanOf(number: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ]
  let rest = number
  let roman = ''
  for (const [value, sign] of signs)
    while (rest >= value) {
      roman += sign
      rest -= value
    }
  return roman
}
