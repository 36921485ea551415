/** A piece of text in one style. Line feeds in it break the line. */
export type Run = {
  readonly text: string
  readonly bold?: boolean | undefined
  readonly italic?: boolean | undefined
  /** http, https or mailto; '/path' of the site; '#anchor' within the document. Others are not followed. */
  readonly href?: string | undefined
}

export type Runs = readonly Run[]

export type Heading = {
  readonly kind: 'heading'
  /** 1 stands directly below the title. A level left out on the way down is not kept. */
  readonly level: number
  readonly text: string
  readonly anchor?: string | undefined
}

export type Paragraph = {
  readonly kind: 'paragraph'
  readonly runs: Runs
  /** As it is shown before the words: '3.1'. */
  readonly number?: string | undefined
  /** What a link names after '#'. */
  readonly anchor?: string | undefined
}

export type ListItem = readonly (Paragraph | List)[]

export type List = {
  readonly kind: 'list'
  readonly style: 'bullets' | 'numbers' | 'letters'
  /** The number of the first item; 1 where it is left out. */
  readonly start?: number | undefined
  readonly items: readonly ListItem[]
}

export type Table = {
  readonly kind: 'table'
  readonly caption: string
  /** What stands above each column; none for a table without such a row. */
  readonly header: readonly Runs[]
  readonly rows: readonly (readonly Runs[])[]
  /** Columns of figures stand to the right; 'text' where a column is not named. */
  readonly columns?: readonly ('text' | 'number')[] | undefined
  /** Whether the first cell of a row names the row. */
  readonly rowHeaders?: boolean | undefined
}

/** Words set apart from what is around them. */
export type Note = { readonly kind: 'note'; readonly blocks: readonly (Paragraph | List)[] }

export type PageBreak = { readonly kind: 'pageBreak' }

export type Block = Heading | Paragraph | List | Table | Note | PageBreak

/** A paper that is written once and shown as a page, as a PDF or as text. */
export type Doc = {
  readonly title: string
  readonly language: 'en-GB'
  /** Words at the head and foot of each page on paper. */
  readonly header?: string | undefined
  readonly footer?: string | undefined
  readonly blocks: readonly Block[]
}

const runsOf = (words: string | Runs): Runs =>
  typeof words === 'string' ? [{ text: words }] : words

export const docOf = (
  title: string,
  blocks: readonly Block[],
  around: { readonly header?: string | undefined; readonly footer?: string | undefined } = {},
): Doc => ({ title, language: 'en-GB', ...around, blocks })

export const headed = (level: number, text: string, anchor?: string): Heading => ({
  kind: 'heading',
  level,
  text,
  anchor,
})

export const para = (
  words: string | Runs,
  marks: { readonly number?: string | undefined; readonly anchor?: string | undefined } = {},
): Paragraph => ({ kind: 'paragraph', runs: runsOf(words), ...marks })

export const listOf = (
  style: List['style'],
  items: readonly (string | Runs | ListItem)[],
  start?: number,
): List => ({ kind: 'list', style, start, items: items.map(itemOf) })

function itemOf(item: string | Runs | ListItem): ListItem {
  if (typeof item === 'string') return [para(item)]
  // as: runs have no kind and blocks have one, which the compiler cannot tell of a whole list.
  return item.some(each => 'kind' in each) ? (item as ListItem) : [para(item as Runs)]
}

export type TableWords = {
  readonly caption: string
  readonly header?: readonly (string | Runs)[] | undefined
  readonly rows: readonly (readonly (string | Runs)[])[]
  readonly columns?: Table['columns']
  readonly rowHeaders?: boolean | undefined
}

export const tableOf = ({
  caption,
  header = [],
  rows,
  columns,
  rowHeaders,
}: TableWords): Table => ({
  kind: 'table',
  caption,
  header: header.map(runsOf),
  rows: rows.map(row => row.map(runsOf)),
  columns,
  rowHeaders,
})

export const wordsOf = (runs: Runs): string => runs.map(run => run.text).join('')

/** The blocks with headings that go down one level at a time, as a screen reader's list of them must. */
export function headingsInOrder(blocks: readonly Block[]): readonly Block[] {
  let at = 0
  return blocks.map(block => {
    if (block.kind !== 'heading') return block
    at = Math.max(1, Math.min(block.level, at + 1))
    return at === block.level ? block : { ...block, level: at }
  })
}

/** What stands before an item: '•', '4.' or 'c)'. */
export function labelOf(list: List, index: number): string {
  if (list.style === 'bullets') return '•'
  const number = (list.start ?? 1) + index
  return list.style === 'numbers' ? `${number}.` : `${lettersOf(number)})`
}

/** 1 is a, 26 is z, 27 is aa; a number that has no letters stays a number. */
export function lettersOf(number: number): string {
  let letters = ''
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters
  return letters || String(number)
}

/** What a document says, a block a line and cells apart by tabs: for searching and comparing. */
export function textOfDoc(doc: Doc): string {
  return [doc.title, ...doc.blocks.flatMap(linesOfBlock)].join('\n')
}

function linesOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'paragraph':
      return [[block.number, wordsOf(block.runs)].filter(Boolean).join(' ')]
    case 'list':
      return block.items.flatMap((item, index) => {
        const [first = '', ...rest] = item.flatMap(linesOfBlock)
        return [`${labelOf(block, index)} ${first}`, ...rest]
      })
    case 'table':
      return [
        block.caption,
        ...[block.header, ...block.rows].map(row => row.map(wordsOf).join('\t')),
      ]
    case 'note':
      return block.blocks.flatMap(linesOfBlock)
    case 'pageBreak':
      return []
  }
}

/** Whether a link may be followed; what runs a script or opens a file may not. */
export const mayFollow = (href: string): boolean =>
  /^(https?:\/\/|mailto:|#[^\s]|\/(?!\/))/i.test(href) && !/\p{Cc}/u.test(href)
