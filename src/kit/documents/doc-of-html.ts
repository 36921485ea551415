import { parseDocument } from 'htmlparser2'
import {
  type Block,
  type Doc,
  type List,
  type ListItem,
  type Paragraph,
  type Run,
  type Runs,
  docOf,
  mayFollow,
  para,
  wordsOf,
} from './doc.ts'
import { shallow } from './html-depth.ts'
import { ownAnchor } from './html-text.ts'
import { columnsOf, tidy, withAnchors, withNumber } from './numbers.ts'

type Node = ReturnType<typeof parseDocument>['children'][number]
type Element = Node & { readonly name: string; readonly attribs: Readonly<Record<string, string>> }
type Style = Omit<Run, 'text'>
/** Where in the page: how words there look, how deep it is, and what has blocks somewhere within. */
type At = { readonly style: Style; readonly depth: number; readonly holding: ReadonlySet<Node> }

const below = (at: At, style: Style = at.style): At => ({ ...at, style, depth: at.depth + 1 })

const dropped = new Set(
  'script style noscript template iframe object embed svg math head title select button input textarea'.split(
    ' ',
  ),
)
const blocks = new Set(
  'p div section article header footer main nav aside center form fieldset legend figure figcaption address dl dt dd pre body html hr tr td th tbody thead tfoot caption li'.split(
    ' ',
  ),
)

// Nobody writes deeper than this; beyond it only the words are kept.
const deepest = 120

/**
 * HTML that people paste, that Word gives or that other systems hold, as a document of our blocks
 * alone: what it says is kept, how it looked is not, and nothing in it can act. Without a title the
 * first heading of the first level is it. Never throws.
 */
export function docOfHtml(markup: string, title?: string): Doc {
  const page = parseDocument(shallow(markup)).children
  const found = asBlocks(page, { style: {}, depth: 0, holding: holdingBlocks(page) })
  const first = found[0]
  const named = title === undefined && first?.kind === 'heading' && first.level === 1
  const rest = levelled(named ? found.slice(1) : found)
  const name = title ?? (named ? first.text : 'Untitled document')
  return docOf(name, withAnchors(rest.map(numberedOnce)))
}

const numberedOnce = (block: Block): Block =>
  block.kind === 'paragraph' ? withNumber(block) : block

/** Headings with the highest of them at the first level. */
function levelled(all: readonly Block[]): readonly Block[] {
  const top = all.reduce(
    (least, block) => (block.kind === 'heading' ? Math.min(least, block.level) : least),
    6,
  )
  return all.map(block =>
    block.kind === 'heading' ? { ...block, level: block.level - top + 1 } : block,
  )
}

const isElement = (node: Node): node is Element & Node => 'attribs' in node
const childrenOf = (node: Node): readonly Node[] => ('children' in node ? node.children : [])

function asBlocks(nodes: readonly Node[], at: At): readonly Block[] {
  const out: Block[] = []
  let runs: Run[] = []
  const end = (): void => {
    const words = tidy(runs)
    if (words.length > 0) out.push(para(words))
    runs = []
  }
  for (const node of nodes) {
    if (!isElement(node)) {
      runs.push(...textRuns(node, at.style))
      continue
    }
    if (dropped.has(node.name) || isHidden(node)) continue
    const own = at.depth > deepest ? null : blockOf(node, below(at))
    if (own === null) for (const run of inline(node, below(at))) runs.push(run)
    else {
      end()
      for (const block of own) out.push(block)
    }
  }
  end()
  return out
}

/** What an element is as blocks; null where it is part of a line. */
function blockOf(node: Element, at: At): readonly Block[] | null {
  const { name, attribs } = node
  const level = /^h([1-6])$/.exec(name)?.[1]
  if (level) {
    const text = wordsOf(tidy(inline(node, { ...at, style: {} }))).replaceAll('\n', ' ')
    return text === '' ? [] : [{ kind: 'heading', level: Number(level), text, anchor: idOf(node) }]
  }
  if (name === 'ul' || name === 'ol') return listOfNode(node, { ...at, style: {} })
  if (name === 'table') return tableOfNode(node, { ...at, style: {} })
  if (name === 'blockquote' || name === 'aside' || has(node, 'govuk-inset-text')) {
    const inside = simple(asBlocks(childrenOf(node), at))
    return inside.length === 0 ? [] : [{ kind: 'note', blocks: inside }]
  }
  if (name === 'pre') return asTyped(node)
  if (has(node, 'app-document__break')) return [{ kind: 'pageBreak' }]
  const broken = /page-break-before\s*:\s*always|break-before\s*:\s*page/i.test(
    attribs['style'] ?? '',
  )
  const before: readonly Block[] = broken ? [{ kind: 'pageBreak' }] : []
  if (blocks.has(name) || at.holding.has(node)) {
    const inner = { ...at.style, ...styleOf(node), ...(name === 'dt' ? { bold: true } : {}) }
    const inside = asBlocks(childrenOf(node), below(at, inner))
    const [first, ...rest] = inside
    const anchor = idOf(node)
    const marked =
      anchor && first?.kind === 'paragraph' && !first.anchor
        ? [{ ...first, anchor }, ...rest]
        : inside
    return [...before, ...marked]
  }
  return null
}

/** What has a block somewhere within: a span or link around paragraphs, which pasted pages have. */
function holdingBlocks(page: readonly Node[]): ReadonlySet<Node> {
  const holding = new Set<Node>()
  const open = page.slice()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const child of childrenOf(node)) open.push(child)
    if (!isElement(node) || !isBlock(node.name)) continue
    for (let above = node.parent; above !== null; above = above.parent) {
      // as: a page has no parent, and what has a parent is within an element or the page.
      const outer = above as unknown as Node
      if (holding.has(outer)) break
      holding.add(outer)
    }
  }
  return holding
}

const isBlock = (name: string): boolean =>
  blocks.has(name) || /^(h[1-6]|ul|ol|table|blockquote)$/.test(name)

/** Words whose lines are as they were typed. */
function asTyped(node: Element): readonly Block[] {
  let text = ''
  const open: Node[] = [node]
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if ('data' in each && each.type === 'text') text += each.data
    for (const child of childrenOf(each).toReversed()) open.push(child)
  }
  const lines = text.replaceAll(/\r\n?/g, '\n').replaceAll(/(?!\n)[\s\p{Cc}]/gu, ' ')
  return lines.trim() === '' ? [] : [para(lines.trimEnd().replace(/^\n+/, ''))]
}

function inline(node: Element, at: At): Runs {
  if (node.name === 'br') return [{ ...at.style, text: '\n' }]
  if (dropped.has(node.name) || isHidden(node)) return []
  if (node.name === 'img') {
    const words = node.attribs['alt']?.trim()
    return words ? [{ ...at.style, text: `[${words}]` }] : []
  }
  const own = { ...at.style, ...styleOf(node) }
  if (at.depth > deepest) return wordsBelow(node, own)
  const struck = /^(del|s|strike)$/.test(node.name)
  const inside = childrenOf(node).flatMap(child =>
    isElement(child) ? inline(child, below(at, own)) : textRuns(child, own),
  )
  return struck ? [{ ...own, text: '[struck out: ' }, ...inside, { ...own, text: ']' }] : inside
}

/** All words of what is nested too deep, without going down into it step by step. */
function wordsBelow(node: Node, style: Style): Runs {
  let text = ''
  const open = [node]
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (isElement(each) && dropped.has(each.name)) continue
    text += isElement(each) ? ' ' : wordsOf(textRuns(each, style))
    for (const child of childrenOf(each).toReversed()) open.push(child)
  }
  return [{ ...style, text: text.replaceAll(/ +/g, ' ') }]
}

function textRuns(node: Node, style: Style): Runs {
  if (!('data' in node) || node.type !== 'text') return []
  const text = node.data.replaceAll(/[\s\u00a0]+/g, ' ').replaceAll(/\p{Cc}/gu, '')
  return text === '' ? [] : [{ ...style, text }]
}

function styleOf(node: Element): Style {
  const css = node.attribs['style'] ?? ''
  const weight = /font-weight\s*:\s*(bold|[6-9]00|normal|[1-5]00)/i.exec(css)?.[1]
  const slant = /font-style\s*:\s*(italic|normal)/i.exec(css)?.[1]
  const bold = weight ? /bold|[6-9]00/i.test(weight) : /^(b|strong|th)$/.test(node.name)
  const italic = slant ? slant === 'italic' : /^(i|em|cite)$/.test(node.name)
  const href = node.name === 'a' ? node.attribs['href']?.trim() : undefined
  return {
    ...(bold || weight ? { bold } : {}),
    ...(italic || slant ? { italic } : {}),
    ...(href !== undefined && mayFollow(href) ? { href } : {}),
  }
}

const has = ({ attribs }: Element, name: string): boolean =>
  (attribs['class'] ?? '').split(/\s+/).includes(name)

const isHidden = ({ attribs }: Element): boolean =>
  'hidden' in attribs ||
  attribs['class'] === ownAnchor ||
  /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attribs['style'] ?? '')

function idOf({ attribs }: Element): string | undefined {
  const id = attribs['id'] ?? ''
  return /^[A-Za-z][\w.-]*$/.test(id) ? id : undefined
}

function listOfNode(node: Element, at: At): readonly Block[] {
  const type = node.attribs['type'] ?? '1'
  const style = node.name === 'ul' ? 'bullets' : /^a$/i.test(type) ? 'letters' : 'numbers'
  const start = Number.parseInt(node.attribs['start'] ?? '1', 10)
  const items: ListItem[] = []
  for (const child of childrenOf(node)) {
    const item = isElement(child) && child.name === 'li'
    const inside = simple(asBlocks(item ? childrenOf(child) : [child], below(at)))
    // A list beside the items, as Word and others write it, belongs to the item before.
    const last = items.at(-1)
    if (!item && last) items[items.length - 1] = [...last, ...inside]
    else if (inside.length > 0) items.push(inside)
  }
  const list: List = { kind: 'list', style, start: Number.isNaN(start) ? 1 : start, items }
  return items.length === 0 ? [] : [list]
}

/** Blocks as they may stand in an item or a note: what is more becomes paragraphs, and keeps its words. */
function simple(all: readonly Block[]): readonly (Paragraph | List)[] {
  return all.flatMap((block): readonly (Paragraph | List)[] => {
    if (block.kind === 'paragraph' || block.kind === 'list') return [block]
    if (block.kind === 'heading')
      return [para([{ text: block.text, bold: true }], { anchor: block.anchor })]
    if (block.kind === 'note') return block.blocks
    if (block.kind === 'pageBreak') return []
    const rows = [block.header, ...block.rows].filter(row => row.length > 0)
    return [
      ...(block.caption === '' ? [] : [para(block.caption)]),
      ...rows.map(row =>
        para(row.flatMap((cell, index) => (index === 0 ? cell : [{ text: ' | ' }, ...cell]))),
      ),
    ]
  })
}

type Row = { readonly cells: readonly Element[]; readonly inHead: boolean }

function tableOfNode(node: Element, at: At): readonly Block[] {
  const { rows, caption } = partsOf(node)
  const content = rows.map(({ cells }) => cells.map(cell => asBlocks(childrenOf(cell), below(at))))
  // A table that lays out a page holds headings and lists, or has one column: it is read in order.
  const laysOut =
    content.flat(2).some(block => block.kind !== 'paragraph') ||
    rows.every(row => row.cells.length < 2)
  const named = wordsOf(tidy(caption.flatMap(each => inline(each, below(at)))))
  if (laysOut) return [...(named === '' ? [] : [para(named)]), ...content.flat(2)]
  const width = rows.reduce(
    (most, { cells }) =>
      Math.max(
        most,
        cells.reduce((sum, cell) => sum + span(cell), 0),
      ),
    0,
  )
  const filled = rows.map(({ cells }, at) => {
    const row = cells.flatMap((cell, index): readonly Runs[] => [
      cellRuns(content[at]?.[index] ?? []),
      ...Array.from({ length: span(cell) - 1 }, (): Runs => []),
    ])
    return [...row, ...Array.from({ length: width - row.length }, (): Runs => [])]
  })
  const first = rows[0]
  const headed = first && (first.inHead || first.cells.every(cell => cell.name === 'th'))
  const bodyFrom = headed && rows.length > 1 ? 1 : 0
  const body = filled.slice(bodyFrom)
  return [
    {
      kind: 'table',
      caption: named,
      header: bodyFrom === 1 ? (filled[0] ?? []) : [],
      rows: body,
      columns: columnsOf(body),
      rowHeaders: rows.slice(bodyFrom).every(row => row.cells[0]?.name === 'th'),
    },
  ]
}

const span = (cell: Element): number =>
  Math.min(50, Math.max(1, Number.parseInt(cell.attribs['colspan'] ?? '1', 10) || 1))

const cellRuns = (all: readonly Block[]): Runs =>
  all.flatMap((block, index): Runs => {
    const runs = block.kind === 'paragraph' ? block.runs : []
    return index === 0 ? runs : [{ text: '\n' }, ...runs]
  })

function partsOf(table: Element): {
  readonly rows: readonly Row[]
  readonly caption: readonly Element[]
} {
  const rows: Row[] = []
  const caption: Element[] = []
  const walk = (nodes: readonly Node[], inHead: boolean): void => {
    for (const node of nodes) {
      if (!isElement(node) || isHidden(node)) continue
      if (node.name === 'tr') {
        const cells = childrenOf(node)
          .filter(isElement)
          .filter(each => /^t[dh]$/.test(each.name))
        if (cells.length > 0) rows.push({ cells, inHead })
      } else if (node.name === 'caption') caption.push(node)
      else if (/^t(head|body|foot)$/.test(node.name)) walk(childrenOf(node), node.name === 'thead')
    }
  }
  walk(childrenOf(table), false)
  return { rows, caption }
}
