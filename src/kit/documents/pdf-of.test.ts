import * as fc from 'fast-check'
import { PDFDocument, PDFRawStream, decodePDFRawStream } from 'pdf-lib'
import { getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { pdfText } from '../files/pdf-text.ts'
import { type Block, type Doc, docOf, headed, listOf, para, tableOf, textOfDoc } from './doc.ts'
import { exampleDoc } from './example.ts'
import { pdfOf } from './pdf-of.ts'

const date = new Date('2026-11-21T10:00:00Z')

type Node = {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly Node[]
}
type Page = {
  readonly tree: Node
  readonly words: ReadonlyMap<string, string>
  readonly all: string
}

/** Pages as a screen reader meets them: the tree of each, and the text of each piece that it names. */
async function structureOf(bytes: Uint8Array): Promise<readonly Page[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const pages: Page[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const words = new Map<string, string>()
    const open: string[] = []
    let all = ''
    for (const item of items) {
      if (!('type' in item)) {
        const id = open.findLast(each => each !== '')
        const text = `${item.str}${item.hasEOL ? ' ' : ''}`
        all += text
        if (id !== undefined) words.set(id, (words.get(id) ?? '') + text)
      } else if (item.type === 'endMarkedContent') open.pop()
      // as: what a piece of marked content is named by, which the types leave out.
      else open.push(String((item as { id?: string }).id ?? ''))
    }
    // as: the tree's own types say less than the tree.
    pages.push({ tree: (await page.getStructTree()) as unknown as Node, words, all })
  }
  await pdf.loadingTask.destroy()
  return pages
}

const spoken = (node: Node, words: ReadonlyMap<string, string>): string =>
  node.type === 'content'
    ? (words.get(node.id ?? '') ?? '')
    : (node.children ?? []).map(child => spoken(child, words)).join(' ')

const rolesOf = (node: Node): readonly string[] => [
  ...(node.role ? [node.role] : []),
  ...(node.children ?? []).flatMap(rolesOf),
]

const find = (node: Node, role: string): readonly Node[] => [
  ...(node.role === role ? [node] : []),
  ...(node.children ?? []).flatMap(child => find(child, role)),
]

const wordsIn = (text: string): readonly string[] => text.split(/\s+/).filter(word => word !== '')

const aloud = async (bytes: Uint8Array): Promise<readonly string[]> =>
  wordsIn((await structureOf(bytes)).map(page => spoken(page.tree, page.words)).join(' '))

const example = await pdfOf(exampleDoc, { date, base: 'https://council.example' })

describe('a document as PDF', () => {
  it('gives the same bytes for the same document and moment, and others for another moment', async () => {
    const again = await pdfOf(exampleDoc, { date, base: 'https://council.example' })
    const later = await pdfOf(exampleDoc, { date: new Date('2026-11-22T10:00:00Z') })
    expect(Buffer.compare(example, again)).toBe(0)
    expect(Buffer.compare(example, later)).not.toBe(0)
  })

  it('says its title, its language, that it is tagged, and that it is made to PDF/UA', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(example))
    const { info, metadata } = await pdf.getMetadata()
    expect(info).toMatchObject({
      Title: exampleDoc.title,
      Language: 'en-GB',
      PDFFormatVersion: '1.7',
    })
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true })
    expect(metadata?.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(metadata?.getRaw()).toContain('we buy &amp; how')
    await pdf.loadingTask.destroy()
  })

  it('has headings, lists, tables with scopes and links in its structure', async () => {
    const [first] = await structureOf(example)
    if (!first) throw new Error('no page')
    const roles = new Set(rolesOf(first.tree))
    for (const role of 'Document H1 H2 P Link L LI Lbl LBody H3 Table Caption THead TBody TR TH TD'.split(
      ' ',
    ))
      expect(roles, role).toContain(role)
    const said = find(first.tree, 'Lbl').map(label => spoken(label, first.words).trim())
    expect(said).toEqual(['•', '•', 'a)', 'b)', '•'])
    expect(Buffer.from(example).toString('latin1')).toMatch(/\/Scope \/Column[\s\S]*\/Scope \/Row/)
  })

  it('reads every word aloud once and in order, and nothing of what is around the document', async () => {
    const said = await aloud(example)
    const long = said.filter(word => /^long\d+$/.test(word))
    expect(long).toEqual(Array.from({ length: 260 }, (_, at) => `long${at}`))
    expect(said.join(' ')).not.toMatch(/Page \d of|Example County Council/)
    expect(said.filter(word => word === 'Cost')).toHaveLength(2)
  })

  it('shows the head of a table on each of its pages, and the number on every page', async () => {
    const text = await pdfText(example)
    if (text.kind === 'refused') throw new Error(text.message)
    for (const [index, page] of text.pages.entries()) {
      expect(page).toContain(`Page ${index + 1} of ${text.pages.length}`)
    }
    const withRows = text.pages.filter(page => /Line \d/.test(page))
    expect(withRows.length).toBeGreaterThan(2)
    for (const page of withRows) expect(page).toMatch(/Line +What it buys +Cost/)
  })

  it('has an outline of its headings and places to link to', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(example))
    const outline = await pdf.getOutline()
    expect(outline.map(entry => entry.title)).toEqual(['Why it matters', 'What happens next'])
    expect(outline[0]?.items.map(entry => entry.title)).toEqual(['What it costs'])
    expect(Object.keys(await pdf.getDestinations())).toEqual(['p-3-1', 'p-3-2'])
    await pdf.loadingTask.destroy()
  })

  it('links to what may be followed and says where to, and to nothing else', async () => {
    const hrefs = [
      'https://council.example/a',
      '/minutes',
      'javascript:alert(1)',
      '#none',
      'file:///x',
    ]
    const doc = docOf(
      'Links',
      hrefs.map(href => para([{ text: `to ${href}`, href }])),
    )
    const pdf = await getDocumentProxy(
      new Uint8Array(await pdfOf(doc, { date, base: 'https://council.example' })),
    )
    const annotations = await (await pdf.getPage(1)).getAnnotations()
    expect(annotations.map(each => each.url)).toEqual([
      'https://council.example/a',
      'https://council.example/minutes',
    ])
    expect(annotations.map(each => each.contentsObj.str)).toEqual([
      'to https://council.example/a',
      'to /minutes',
    ])
    await pdf.loadingTask.destroy()
  })

  it('counts on from the page it is given, or leaves the number to who puts it in a pack', async () => {
    const doc = docOf('Two pages', [para('One'), { kind: 'pageBreak' }, para('Two')])
    const words = async (options: Partial<Parameters<typeof pdfOf>[1]>): Promise<string> =>
      (await structureOf(await pdfOf(doc, { date, ...options }))).map(page => page.all).join('|')
    expect(await words({ firstPage: 49 })).toMatch(/Page 49 of 50.*\|.*Page 50 of 50/)
    expect(await words({ pageWords: page => `Page ${page}` })).toMatch(/Page 1\b.*\|.*Page 2\b/)
    expect(await words({ pageWords: null })).not.toContain('Page 1')
  })

  it('writes a sign that its typeface lacks as other words or as its code', async () => {
    const doc = docOf('Signs', [para('≥ 95% → ✓ 🙂 ŵ ŷ é £ – ’ • Ж Ω fi\u00adne e\u0301')])
    expect((await aloud(await pdfOf(doc, { date }))).slice(1)).toEqual([
      '>=',
      '95%',
      '->',
      '(tick)',
      '[U+1F642]',
      'ŵ',
      'ŷ',
      'é',
      '£',
      '–',
      '’',
      '•',
      'Ж',
      'Ω',
      'fine',
      'é',
    ])
  })

  it('marks all that is drawn as part of the document or as around it', async () => {
    const pdf = await PDFDocument.load(example)
    for (const page of pdf.getPages()) {
      const stream = page.node.Contents()
      if (!(stream instanceof PDFRawStream)) throw new Error('no content')
      let depth = 0
      const bare = Buffer.from(decodePDFRawStream(stream).decode())
        .toString('latin1')
        .split('\n')
        .filter(line => {
          if (/ (BDC|BMC)$/.test(line)) depth += 1
          if (line === 'EMC') depth -= 1
          return depth === 0 && /(TJ|^S|^f)$/.test(line)
        })
      expect(bare).toEqual([])
      expect(depth).toBe(0)
    }
  })

  it('keeps a list that is nested deep on the paper', async () => {
    let list = listOf('numbers', ['innermost words'])
    for (let depth = 0; depth < 40; depth++) list = listOf('numbers', [[para('outer'), list]])
    const pdf = await getDocumentProxy(new Uint8Array(await pdfOf(docOf('Deep', [list]), { date })))
    const rights: number[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      for (const item of items) if ('transform' in item) rights.push(item.transform[4] + item.width)
    }
    expect(Math.max(...rights)).toBeLessThan(595.28 - 60)
    await pdf.loadingTask.destroy()
  })

  it('loses no word of a table with many columns, of a word wider than a column, or of empty cells', async () => {
    const wide = tableOf({
      caption: 'Wide',
      header: Array.from({ length: 12 }, (_, at) => `Head${at}`),
      rows: [
        Array.from({ length: 12 }, (_, at) => (at % 3 ? `Antidisestablishmentarianism${at}` : '')),
      ],
    })
    const said = (await aloud(await pdfOf(docOf('T', [wide]), { date }))).join('')
    for (let at = 0; at < 12; at++)
      expect(said).toContain(at % 3 ? `Antidisestablishmentarianism${at}` : `Head${at}`)
  })
})

const word = fc.stringMatching(/^[A-Za-z0-9£’éŵ,.()&%-]{1,14}$/)
const sentence = fc.array(word, { minLength: 1, maxLength: 60 }).map(words => words.join(' '))
const runs = fc.array(
  fc.record({ text: sentence.map(text => `${text} `), bold: fc.boolean(), italic: fc.boolean() }),
  { minLength: 1, maxLength: 3 },
)
const paragraph = runs.map(each => para(each))
const table = fc
  .array(
    fc.array(
      fc.array(word, { maxLength: 8 }).map(words => words.join(' ')),
      { minLength: 3, maxLength: 3 },
    ),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map(rows => tableOf({ caption: 'Figures', header: ['A', 'B', 'C'], rows, rowHeaders: true }))
const block: fc.Arbitrary<Block> = fc.oneof(
  paragraph,
  fc.tuple(fc.integer({ min: 1, max: 4 }), sentence).map(([level, text]) => headed(level, text)),
  fc.array(runs, { minLength: 1, maxLength: 5 }).map(items => listOf('letters', items)),
  table,
  fc
    .array(paragraph, { minLength: 1, maxLength: 3 })
    .map(blocks => ({ kind: 'note' as const, blocks })),
  fc.constant({ kind: 'pageBreak' as const }),
)
const docs: fc.Arbitrary<Doc> = fc
  .array(block, { maxLength: 12 })
  .map(blocks => docOf('A title', blocks, { header: 'Head', footer: 'Foot' }))

describe('any document as PDF', () => {
  it('has every word in the order of its structure, and on each page the number', async () => {
    await fc.assert(
      fc.asyncProperty(docs, async doc => {
        const pages = await structureOf(await pdfOf(doc, { date }))
        const said = pages.map(page => spoken(page.tree, page.words)).join(' ')
        // Long words may be cut at the end of a line, so words are compared without their spaces.
        expect(wordsIn(said).join('')).toBe(wordsIn(textOfDoc(doc)).join(''))
        for (const [index, page] of pages.entries())
          expect(page.all).toContain(`Page ${index + 1} of ${pages.length}`)
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})
