import type { ItemHead } from './item-heads.ts'
import { type Line, placeOf, trimBlank } from './lines.ts'
import { pageRangesIn } from './page-ranges.ts'
import { paragraphsOf } from './paragraphs.ts'
import type { Item } from './paper-read.ts'

/** An item with the lines that it was made of: what looks for lists and tables reads them. */
export type ItemLines = { readonly item: Item; readonly lines: readonly Line[] }

/** Each item takes all lines from its heading to the next, so that none is lost. */
export function itemsOf(
  lines: readonly Line[],
  heads: readonly ItemHead[],
  end: number,
): readonly ItemLines[] {
  return heads.map((head, index) => {
    const headLines = lines.slice(head.from, head.to + 1)
    const below = lines.slice(head.to + 1, heads[index + 1]?.from ?? end)
    const said = saidOnHeading(head, headLines)
    const own = trimBlank([...said, ...below])
    const whole = lines.slice(head.from, heads[index + 1]?.from ?? end)
    const text = own.map(line => line.text).join('\n')
    const item: Item = {
      number: head.number,
      numberIsInText: head.numberIsInText,
      title: head.title,
      presenter: presenterOf(head, headLines, own),
      pages: pageRangesIn([...headLines, ...below]),
      verbal: /\b(?:verbal|oral)(?:ly)?\s+(?:update|report|presentation|briefing)\b/iu.test(
        `${head.title}\n${text.slice(0, 600)}`,
      ),
      place: placeOf(headLines),
      body: { text, place: placeOf(whole) },
      paragraphs: paragraphsOf(own, head.number),
    }
    return { item, lines: own }
  })
}

/** Words behind the title on the heading's own line, as lines of their own. */
function saidOnHeading(head: ItemHead, headLines: readonly Line[]): readonly Line[] {
  const line = headLines.at(-1)
  if (head.said === null || line === undefined) return []
  return head.said
    .split('\n')
    .map(text => ({ ...line, text, cells: [text], gap: 1, heading: 0, bold: false }))
}

const PRESENTED =
  /^(?:\(?(?:report of|report by|presented by|presenter|lead(?: officer)?|author|report author|contact officer|from)\s*:?\s+)(?:the\s+)?([^()\n]{3,120}?(?:\s\([^()\n]{1,60}\))?)\)?\.?$/iu

function presenterOf(
  head: ItemHead,
  headLines: readonly Line[],
  below: readonly Line[],
): Item['presenter'] {
  if (head.presenter !== null)
    return { value: head.presenter, place: placeOf(headLines), inferred: null }
  for (const line of below.slice(0, 12)) {
    const name = PRESENTED.exec(line.text.slice(0, 160))?.[1]
    if (name !== undefined) return { value: name, place: placeOf([line]), inferred: null }
  }
  return null
}
