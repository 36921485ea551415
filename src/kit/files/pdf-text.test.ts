import { describe, expect, it } from 'vitest'
import { pdfText } from './pdf-text.ts'

/** A PDF of one page for each text; a text is what stands between BT and ET. */
function pdfOf(contents: readonly string[], trailer = '', more: readonly string[] = []): Buffer {
  const pages = contents.map((_, at) => 4 + at * 2)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${contents.length} /Kids [${pages.map(id => `${id} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>',
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
    ...more,
  ]
  let body = '%PDF-1.4\n'
  const at = objects.map((object, index) => {
    const start = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return start
  })
  const table = at.map(start => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF`
  return Buffer.from(body + xref + end, 'latin1')
}

const write = (...lines: readonly (readonly [number, number, string])[]): string =>
  `BT /F 10 Tf ${lines.map(([x, y, words]) => `1 0 0 1 ${x} ${y} Tm (${words}) Tj`).join(' ')} ET`

const two = pdfOf([
  write([72, 700, 'Judgement'], [312, 700, 'Grade'], [72, 676, 'Overall'], [312, 676, 'Good']),
  write([72, 700, 'The second page']),
])

const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const text = await pdfText(bytes)
  return text.kind === 'text' ? 'text' : text.code
}

describe('the text of a PDF', () => {
  it('comes page by page as it stands on paper', async () => {
    const text = await pdfText(two)
    expect(text).toEqual({
      kind: 'text',
      pages: [
        'Judgement                               Grade\n\nOverall                                 Good',
        'The second page',
      ],
    })
  })

  it('leaves the bytes that it was given as they were', async () => {
    const before = Buffer.from(two)
    await pdfText(two)
    expect(two.equals(before)).toBe(true)
  })

  it('is refused with a sentence', async () => {
    expect(await codeOf(Buffer.from(''))).toBe('not-a-pdf')
    expect(await codeOf(Buffer.from('<!DOCTYPE html><title>report.pdf</title>'))).toBe('not-a-pdf')
    expect(await codeOf(Buffer.from('%PDF-1.7\nand nothing more'))).toBe('damaged-pdf')
    expect(await codeOf(pdfOf(['0 0 100 100 re f']))).toBe('no-text')
    const locked = pdfOf([write([72, 700, 'secret'])], `/Encrypt 6 0 R /ID [<00><00>]`, [
      `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
    ])
    expect(await codeOf(locked)).toBe('encrypted')
  })

  it('is not brought down by bytes that are missing or wrong', async () => {
    for (let length = 20; length < two.length; length += 97)
      expect(['text', 'damaged-pdf', 'no-text']).toContain(await codeOf(two.subarray(0, length)))
    for (let at = 15; at < two.length; at += 131) {
      const bent = Buffer.from(two)
      bent.fill(0x7f, at, at + 12)
      expect(['text', 'damaged-pdf', 'no-text']).toContain(await codeOf(bent))
    }
  })
})
