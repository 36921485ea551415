import {
  type Block,
  type Doc,
  type List,
  type Paragraph,
  docOf,
  headed,
  para,
  tableOf,
} from './doc.ts'
import { columnsOf, linked, numberBefore, withAnchors } from './numbers.ts'

type Mark = { readonly style: List['style']; readonly number: number; readonly text: string }
type Open = { readonly indent: number; readonly list: Growing }
type Growing = {
  readonly kind: 'list'
  readonly style: List['style']
  readonly start: number
  readonly items: (Paragraph | Growing)[][]
}

/**
 * What is typed in a box, as a document. A blank line ends a paragraph; '# ' is a heading, '- ' a
 * point, '1. ' and 'a) ' lists, further in by two spaces a list within; '3.1 ' a numbered paragraph;
 * '> ' stands apart; lines with tabs are a table whose first row heads it. Nothing typed is lost.
 */
export function docOfText(title: string, text: string): Doc {
  return docOf(title, blocksOfText(text))
}

export function blocksOfText(text: string): readonly Block[] {
  const out: Block[] = []
  let open: Open[] = []
  let paragraph: string[] = []
  let apart: string[] = []
  let rows: string[][] = []

  const end = (): void => {
    if (paragraph.length > 0) out.push(paragraphOf(joined(paragraph)))
    if (apart.length > 0) out.push({ kind: 'note', blocks: [paragraphOf(joined(apart))] })
    if (rows.length > 0) out.push(tableFrom(rows, out))
    paragraph = []
    apart = []
    rows = []
  }
  for (const raw of text.replaceAll(/\r\n?/g, '\n').split('\n')) {
    const line = raw.trimEnd()
    const heading = /^(#{1,4})\s+(\S.*)$/.exec(line)
    const mark = markOf(line, open.length > 0)
    if (line.trim() === '') end()
    else if (heading) {
      end()
      open = []
      out.push(headed(heading[1]?.length ?? 1, heading[2] ?? ''))
    } else if (line.includes('\t') && line.trim().includes('\t')) {
      if (rows.length === 0) {
        end()
        open = []
      }
      rows.push(line.split('\t').map(cell => cell.trim()))
    } else if (mark) {
      end()
      open = addItem(out, open, mark, line.length - line.trimStart().length)
    } else if (line.startsWith('> ')) {
      if (apart.length === 0) end()
      open = []
      apart.push(line.slice(2))
    } else if (open.length > 0 && rows.length === 0 && goesOn(line, open)) addWords(open, line)
    else {
      if (rows.length > 0 || apart.length > 0 || numberBefore(line)) end()
      open = []
      paragraph.push(line.trim())
    }
  }
  end()
  return withAnchors(out)
}

// A line set in below an item belongs to it.
const goesOn = (line: string, open: readonly Open[]): boolean =>
  line.length - line.trimStart().length > (open.at(-1)?.indent ?? 0)

function markOf(line: string, within: boolean): Mark | null {
  const text = line.trim()
  const bullet = /^[-*•–]\s+(\S.*)$/.exec(text)
  if (bullet) return { style: 'bullets', number: 1, text: bullet[1] ?? '' }
  const number = /^(\d{1,3})[.)]\s+(\S.*)$/.exec(text)
  if (number) return { style: 'numbers', number: Number(number[1]), text: number[2] ?? '' }
  const letter = /^\(?([a-z]{1,2})\)\s+(\S.*)$/i.exec(text)
  if (!letter || (!within && letter[1]?.length === 2)) return null
  return { style: 'letters', number: numberOf(letter[1] ?? ''), text: letter[2] ?? '' }
}

const numberOf = (letters: string): number =>
  [...letters.toLowerCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0)

/** Puts an item in the list that it continues, in one within the last item, or in a new one. */
function addItem(out: Block[], open: readonly Open[], mark: Mark, indent: number): Open[] {
  const above = open.filter(each => each.indent <= indent)
  const last = above.at(-1)
  const item: (Paragraph | Growing)[] = [para(linked(mark.text))]
  if (last && indent < last.indent + 2 && continues(last.list, mark)) {
    last.list.items.push(item)
    return above
  }
  const list: Growing = { kind: 'list', style: mark.style, start: mark.number, items: [item] }
  if (last && indent >= last.indent + 2) {
    last.list.items.at(-1)?.push(list)
    return [...above, { indent, list }]
  }
  const outer = above.filter(each => each.indent + 2 <= indent)
  const parent = outer.at(-1)
  if (parent) parent.list.items.at(-1)?.push(list)
  else out.push(list)
  return [...outer, { indent, list }]
}

const continues = (list: Growing, mark: Mark): boolean =>
  list.style === mark.style &&
  (mark.style === 'bullets' || mark.number === list.start + list.items.length)

function addWords(open: readonly Open[], line: string): void {
  const item = open.at(-1)?.list.items.at(-1)
  if (!item) return
  const last = item.at(-1)
  if (last?.kind !== 'paragraph') item.push(para(linked(line.trim())))
  else item[item.length - 1] = { ...last, runs: [...last.runs, ...linked(` ${line.trim()}`)] }
}

/** Lines as they were typed; those of a width that mail and PDFs break at run on. */
function joined(lines: readonly string[]): string {
  return lines.reduce((text, line, index) => {
    if (index === 0) return line
    return `${text}${(lines[index - 1]?.length ?? 0) > 60 ? ' ' : '\n'}${line}`
  }, '')
}

function paragraphOf(text: string): Paragraph {
  const found = numberBefore(text)
  return found
    ? para(linked(text.slice(found.length)), { number: found.number })
    : para(linked(text))
}

/** A line that begins with "Table" just above is the caption. */
function tableFrom(rows: readonly (readonly string[])[], out: Block[]): Block {
  const above = out.at(-1)
  const words = above?.kind === 'paragraph' ? above.runs.map(run => run.text).join('') : ''
  const caption =
    /^table\b/i.test(words) && !words.includes('\n') && words.length < 160 ? words : ''
  if (caption !== '') out.pop()
  const [header = [], ...rest] = rows
  const made = tableOf({
    caption,
    header: rest.length > 0 ? header : [],
    rows: rest.length > 0 ? rest : rows,
  })
  return { ...made, columns: columnsOf(made.rows) }
}
