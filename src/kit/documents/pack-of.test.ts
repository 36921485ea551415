import * as fc from 'fast-check'
import { PDFDict, PDFDocument, PDFName, PDFString, degrees } from 'pdf-lib'
import { getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { pdfText } from '../files/pdf-text.ts'
import { type Doc, docOf, headed, para, tableOf } from './doc.ts'
import { numberParts, pageLabels, rangeWords } from './pack/labels.ts'
import { type Pack, packOf, pagesIn } from './pack-of.ts'
import { pdfOf } from './pdf-of.ts'

const date = new Date('2026-11-21T10:00:00Z')
const options = { title: 'Agenda pack', date }

const docOfPages = (title: string, count: number): Doc =>
  docOf(
    title,
    Array.from({ length: count }, (_, at) => [
      ...(at > 0 ? [{ kind: 'pageBreak' as const }] : []),
      headed(1, `${title} heading ${at + 1}`, `h${at + 1}`),
      para([{ text: `${title} words ${at + 1}` }, { text: 'to the last', href: `#h${count}` }]),
    ]).flat(),
  )

type Made = Extract<Pack, { kind: 'pack' }>

async function made(...arguments_: Parameters<typeof packOf>): Promise<Made> {
  const pack = await packOf(...arguments_)
  if (pack.kind === 'refused') throw new Error(pack.problems.map(each => each.message).join())
  return pack
}

async function pagesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const text = await pdfText(bytes)
  if (text.kind === 'refused') throw new Error(text.message)
  return text.pages
}

describe('a pack', () => {
  it('puts parts behind each other, stamps each page, and says which pages each part has', async () => {
    const elsewhere = await pdfOf(docOfPages('Report', 3), { date })
    const pack = await made(
      [
        { title: 'Agenda', content: docOfPages('Agenda', 2) },
        { title: 'Report', content: elsewhere },
        { title: 'Minutes', content: docOfPages('Minutes', 1) },
      ],
      options,
    )
    expect(pack.parts.map(({ title, words, filePage }) => ({ title, words, filePage }))).toEqual([
      { title: 'Agenda', words: 'Pages 1 to 2', filePage: 1 },
      { title: 'Report', words: 'Pages 3 to 5', filePage: 3 },
      { title: 'Minutes', words: 'Page 6', filePage: 6 },
    ])
    expect(pack).toMatchObject({ nextPage: 7, tagged: true, plain: [] })
    const pages = await pagesOf(pack.bytes)
    for (const [index, page] of pages.entries())
      expect(page).toMatch(new RegExp(`Page ${index + 1}$`))
    expect(pages[3]).toContain('Report words 2')
    // What the paper said of its own number stays: it looks as it did.
    expect(pages[3]).toContain('Page 2 of 3')
  })

  it('has an outline, page labels and links that lead within their part', async () => {
    const pack = await made(
      [
        { title: 'Agenda', content: docOfPages('Agenda', 2) },
        { title: 'Late paper', content: docOfPages('Late', 3), firstPage: 9, lastPage: 10 },
      ],
      options,
    )
    const pdf = await getDocumentProxy(new Uint8Array(pack.bytes))
    expect((await pdf.getOutline()).map(entry => entry.title)).toEqual([
      'Agenda (Pages 1 to 2)',
      'Late paper (Pages 9 to 10a)',
    ])
    expect(await pdf.getPageLabels()).toEqual(['1', '2', '9', '10', '10a'])
    const [link] = await (await pdf.getPage(3)).getAnnotations()
    expect(await pdf.getPageIndex(link.dest[0])).toBe(4)
    expect((await pagesOf(pack.bytes)).at(-1)).toMatch(/Page 10a$/)
    await pdf.loadingTask.destroy()
  })

  it('of documents that were written here keeps their structure, each page with its own words', async () => {
    const table = tableOf({ caption: 'T', header: ['A'], rows: [['cell']] })
    const pack = await made(
      [
        { title: 'Agenda', content: docOfPages('Agenda', 2) },
        { title: 'Paper', content: docOf('Paper', [headed(1, 'Cost'), table]) },
      ],
      options,
    )
    expect(pack.tagged).toBe(true)
    const pdf = await getDocumentProxy(new Uint8Array(pack.bytes))
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    const trees = await Promise.all(
      [1, 2, 3].map(async number =>
        JSON.stringify(await (await pdf.getPage(number)).getStructTree()),
      ),
    )
    expect(trees[0]).toMatch(/"H1".*"H2".*"P".*"Link"/)
    expect(trees[1]).toMatch(/"H2".*"P"/)
    expect(trees[1]).not.toContain('"H1"')
    expect(trees[2]).toMatch(/"H1".*"H2".*"Table".*"TH".*"TD"/)
    await pdf.loadingTask.destroy()
  })

  it('keeps the structure of PDFs that were tagged elsewhere, between its own', async () => {
    const table = tableOf({ caption: 'T', header: ['A'], rows: [['cell']] })
    const elsewhere = await withOwnRoles(
      await pdfOf(docOf('Report', [headed(1, 'Cost'), table]), { date }),
    )
    const pack = await made(
      [
        { title: 'Agenda', content: docOfPages('Agenda', 1) },
        { title: 'Report', content: elsewhere },
        { title: 'Minutes', content: docOfPages('Minutes', 2) },
      ],
      options,
    )
    expect([pack.tagged, pack.plain]).toEqual([true, []])
    const trees = await treesOf(pack.bytes)
    expect(trees).toHaveLength(4)
    expect(trees[0]).toMatch(/"H1".*"H2".*"P".*"Link"/)
    // Its own name for a head cell is said by the name that every reader knows.
    expect(trees[1]).toMatch(/"H1".*"H2".*"Table".*"TH".*"TD"/)
    expect(trees[1]).not.toContain('KopfZelle')
    expect(trees[3]).toMatch(/"H2".*"P"/)
    // Each page has its own words in its structure, and none of another's.
    expect(await saidByStructure(pack.bytes)).toEqual([
      expect.stringMatching(/Agenda words 1/),
      expect.stringMatching(/Cost.*cell/),
      expect.stringMatching(/Minutes words 1/),
      expect.stringMatching(/Minutes words 2/),
    ])
    const copy = await PDFDocument.load(pack.bytes)
    const all = copy.context.enumerateIndirectObjects().map(([, object]) => object.toString())
    expect(all.join('\n')).not.toMatch(/Filespec|hidden\.exe|KopfZelle/)
  })

  it('makes a page without structure one paragraph, and one without words a picture', async () => {
    const source = await PDFDocument.create()
    source.addPage().drawText('Plain words')
    source.addPage().drawRectangle({ x: 10, y: 10, width: 50, height: 50 })
    const scanned = await source.save()
    const robbed = await PDFDocument.load(await pdfOf(docOfPages('Robbed', 1), { date }))
    robbed.catalog.delete(PDFName.of('StructTreeRoot'))
    const pack = await made(
      [
        { title: 'Agenda', content: docOfPages('Agenda', 1) },
        { title: 'Scan', content: scanned },
        { title: 'Robbed', content: await robbed.save() },
      ],
      options,
    )
    expect([pack.tagged, pack.plain]).toEqual([true, [1, 2]])
    const said = await saidByStructure(pack.bytes)
    expect(said[1]).toBe('Plain words')
    expect(said[3]).toContain('Robbed words 1')
    const trees = await treesOf(pack.bytes)
    expect(trees[1]).toContain('"P"')
    expect(trees[2]).toContain('"Figure"')
    expect(trees[2]).toContain('Page 2 of “Scan” is a picture, and its words cannot be read here.')
    const pdf = await getDocumentProxy(new Uint8Array(pack.bytes))
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true, Suspects: true })
    await pdf.loadingTask.destroy()
    expect((await pagesOf(pack.bytes))[1]).toMatch(/^Plain words\s+Page 2$/)
  })

  it('takes a tree that leads in circles, or nowhere, for none', async () => {
    const parts = await Promise.all(
      [
        (root: PDFDict) => {
          const itself = root.context.getObjectRef(root)
          if (itself !== undefined) root.set(PDFName.of('K'), itself)
        },
        (root: PDFDict) => root.set(PDFName.of('K'), PDFString.of('nothing')),
        (root: PDFDict) => root.delete(PDFName.of('K')),
      ].map(async break_ => {
        const pdf = await PDFDocument.load(await pdfOf(docOfPages('Odd', 1), { date }))
        break_(pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict))
        return { title: 'Odd', content: await pdf.save() }
      }),
    )
    const pack = await made(parts, options)
    expect(pack).toMatchObject({ tagged: true, plain: [0, 1, 2] })
    expect((await saidByStructure(pack.bytes))[2]).toContain('Odd words 1')
  })

  it('gives the same bytes for the same parts and moment', async () => {
    const content = await pdfOf(docOfPages('Report', 2), { date })
    const parts = [
      { title: 'A', content: docOfPages('A', 1) },
      { title: 'B', content },
    ]
    const [one, two] = [await made(parts, options), await made(parts, options)]
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0)
  })

  it('stamps below a page however it is turned, and leaves its content alone', async () => {
    const source = await PDFDocument.create()
    for (const angle of [0, 90, 180, 270]) {
      const page = source.addPage([400, 600])
      page.setRotation(degrees(angle))
      page.drawText(`turned ${angle}`, { x: 5, y: 2 })
    }
    const pack = await made([{ title: 'Turned', content: await source.save() }], options)
    const copy = await PDFDocument.load(pack.bytes)
    expect(copy.getPages().map(page => Object.values(page.getCropBox()))).toEqual([
      [0, -26, 400, 626],
      [0, 0, 426, 600],
      [0, 0, 400, 626],
      [-26, 0, 426, 600],
    ])
    const pdf = await getDocumentProxy(new Uint8Array(pack.bytes))
    for (const number of [1, 2, 3, 4]) {
      const page = await pdf.getPage(number)
      const viewport = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      const item = items.find(each => 'str' in each && each.str === `Page ${number}`)
      if (!item || !('transform' in item)) throw new Error('no stamp')
      const [x = 0, y = 0] = viewport.convertToViewportPoint(item.transform[4], item.transform[5])
      // At the right of the strip at the foot, as it is shown.
      expect(viewport.height - y).toBeCloseTo(10)
      expect(x).toBeGreaterThan(viewport.width - 70)
      expect(x).toBeLessThan(viewport.width - 28)
    }
    await pdf.loadingTask.destroy()
  })

  it('leaves behind what acts by itself and what is attached', async () => {
    const source = await PDFDocument.create()
    const page = source.addPage()
    page.drawText('Seen')
    const annotation = (subtype: string, action: object) =>
      source.context.register(
        source.context.obj({ Type: 'Annot', Subtype: subtype, Rect: [0, 0, 9, 9], ...action }),
      )
    const uri = (address: string) => ({ A: { S: 'URI', URI: PDFString.of(address) } })
    page.node.set(
      PDFName.of('Annots'),
      source.context.obj([
        annotation('Link', { A: { S: 'Launch', F: PDFString.of('cmd.exe') } }),
        annotation('Link', { A: { S: 'JavaScript', JS: PDFString.of('app.alert(1)') } }),
        annotation('FileAttachment', {}),
        annotation('Link', uri('https://example.org/a(b)')),
        annotation('Link', uri('javascript:alert(1)')),
      ]),
    )
    page.node.set(PDFName.of('AA'), source.context.obj({ O: { S: 'JavaScript' } }))
    await source.attach(Buffer.from('x'), 'x.exe')
    const pack = await made([{ title: 'P', content: await source.save() }], options)
    const copy = await PDFDocument.load(pack.bytes)
    const all = copy.context
      .enumerateIndirectObjects()
      .map(([, object]) => object.toString())
      .join('\n')
    expect(all).not.toMatch(/JavaScript|Launch|FileAttachment|EmbeddedFile|javascript:|x\.exe/)
    expect(all).toContain('(https://example.org/a\\(b\\))')
  })

  it('refuses in a sentence what cannot be put in, and says which part it was', async () => {
    const good = await pdfOf(docOfPages('A', 1), { date })
    const none = await (await PDFDocument.create()).save({ addDefaultPage: false })
    const locked = await lockedPdf()
    const pack = await packOf(
      [
        { title: 'Good', content: good },
        { title: 'Damaged', content: Buffer.from('%PDF-1.7 nothing') },
        { title: 'Empty', content: none },
        { title: 'Locked', content: locked },
        { title: 'Nothing', content: new Uint8Array() },
      ],
      options,
    )
    expect(
      pack.kind === 'refused' && pack.problems.map(({ part, message }) => [part, message]),
    ).toEqual([
      [1, expect.stringMatching(/damaged or cut off/)],
      [2, expect.stringMatching(/no pages/)],
      [3, expect.stringMatching(/locked with a password/)],
      [4, 'This file is empty.'],
    ])
    expect(await pagesIn(good)).toEqual({ kind: 'pages', count: 1 })
    expect(await pagesIn(none)).toMatchObject({ kind: 'refused' })
    expect(await packOf([], options)).toMatchObject({ kind: 'refused' })
  })

  it('refuses numbers that are taken', async () => {
    const parts = [
      { title: 'A', content: docOfPages('A', 3) },
      { title: 'B', content: docOfPages('B', 1), firstPage: 3 },
    ]
    expect(await packOf(parts, options)).toMatchObject({
      kind: 'refused',
      problems: [{ part: 1, title: 'B', message: expect.stringMatching(/begins with page 3/) }],
    })
  })
})

/** The structure of each page, as a reader finds it. */
async function treesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const trees: string[] = []
  for (let number = 1; number <= pdf.numPages; number++)
    trees.push(JSON.stringify(await (await pdf.getPage(number)).getStructTree()))
  await pdf.loadingTask.destroy()
  return trees
}

/** The words of each page to which its structure leads, in that order. */
async function saidByStructure(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const said: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const words = new Map<string, string>()
    const open: string[] = []
    for (const item of items)
      if ('type' in item)
        if (item.type === 'endMarkedContent') open.pop()
        else open.push(item.id ?? open.at(-1) ?? '')
      else if (item.str !== '') {
        const at = open.at(-1) ?? ''
        words.set(at, `${words.get(at) ?? ''} ${item.str}`)
      }
    const ids = [...JSON.stringify(await page.getStructTree()).matchAll(/"id":"([^"]+)"/g)]
    said.push(
      ids
        .map(([, id = '']) => words.get(id) ?? '')
        .join(' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
  }
  await pdf.loadingTask.destroy()
  return said
}

/** The same document with a role of its own for head cells, and a file hung upon an element. */
async function withOwnRoles(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes)
  const { context } = pdf
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    if (object.lookup(PDFName.of('S')) !== PDFName.of('TH')) continue
    object.set(PDFName.of('S'), PDFName.of('KopfZelle'))
    object.set(
      PDFName.of('AF'),
      context.obj([context.obj({ Type: 'Filespec', F: PDFString.of('hidden.exe') })]),
    )
  }
  const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  root.set(PDFName.of('RoleMap'), context.obj({ KopfZelle: 'Kopf', Kopf: 'TH' }))
  return pdf.save()
}

/** A PDF that says that it is encrypted, which is all that is looked at. */
async function lockedPdf(): Promise<Buffer> {
  const bytes = Buffer.from(await pdfOf(docOfPages('L', 1), { date })).toString('latin1')
  return Buffer.from(
    bytes.replace('/Root', '/Encrypt << /Filter /Standard /V 1 /R 2 >>\n/Root'),
    'latin1',
  )
}

describe('the numbers of pages', () => {
  it('go on with letters where a paper has more pages than its place had', () => {
    expect(pageLabels(5, 11, 12)).toEqual(['11', '12', '12a', '12b', '12c'])
    expect(rangeWords(pageLabels(5, 11, 12))).toBe('Pages 11 to 12c')
    expect(rangeWords(pageLabels(1, 7))).toBe('Page 7')
  })

  it('are never given twice, begin where they are told to, and do not move what is published', () => {
    const part = fc.record({
      count: fc.integer({ min: 1, max: 40 }),
      grown: fc.integer({ min: 0, max: 40 }),
    })
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 500 }),
        (parts, first) => {
          const published = numberParts(parts, first)
          if (published.kind === 'clash') throw new Error(published.message)
          const replaced = numberParts(
            parts.map(({ count, grown }, index) => {
              const labels = published.labels[index] ?? []
              return {
                count: count + grown,
                firstPage: Number(labels[0]),
                lastPage: Number(labels.at(-1)),
              }
            }),
          )
          if (replaced.kind === 'clash') throw new Error(replaced.message)
          const all = replaced.labels.flat()
          expect(new Set(all).size).toBe(all.length)
          expect(replaced.labels.map(labels => labels[0])).toEqual(
            published.labels.map(labels => labels[0]),
          )
          expect(published.labels.flat().every(label => all.includes(label))).toBe(true)
          expect(replaced.next).toBe(published.next)
        },
      ),
    )
  })
})
