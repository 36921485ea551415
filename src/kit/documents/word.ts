import mammoth from 'mammoth'
import { type Parts, Unreadable, openParts } from '../files/xlsx-parts.ts'
import { zipFiles } from '../files/zip-write.ts'
import type { Problem } from './problems.ts'
import { problem } from './problems.ts'
import { withNumbersWritten } from './word-numbering.ts'

export type WordRead =
  | { readonly kind: 'html'; readonly html: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly problem: Problem }

/** The words of the longest report that a committee had are some 5 MB of Word's XML. */
const mostXml = 60_000_000

const wanted = /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/i
const unneeded = /^word\/(theme|settings|websettings|fonttable|people|glossary)/i

/**
 * A Word document (DOCX, or DOCM without its macros) as HTML. Only the parts that hold words are
 * unpacked; pictures, macros and what is embedded never are, and nothing is fetched or run.
 */
export async function htmlOfWord(bytes: Uint8Array): Promise<WordRead> {
  try {
    const parts = await openParts(bytes)
    const texts = await textsOf(parts)
    const document = mainPart(texts)
    if (document === null) return { kind: 'refused', problem: problem('not-word') }
    const body = texts.get(document) ?? ''
    const problems = dangersOf(parts.names, texts, body)
    texts.set(
      document,
      withNumbersWritten(
        body,
        texts.get('word/numbering.xml') ?? '',
        texts.get('word/styles.xml') ?? '',
      ),
    )
    const files = [...texts].map(([name, text]) => ({ name, bytes: Buffer.from(text) }))
    const { value } = await mammoth.convertToHtml(
      { buffer: zipFiles(files) },
      // Pictures were left behind, so there is none to read.
      {
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        externalFileAccess: false,
      },
    )
    return { kind: 'html', html: value, problems }
  } catch (error) {
    return { kind: 'refused', problem: problem(codeOf(error)) }
  }
}

function codeOf(error: unknown): Problem['code'] {
  if (!(error instanceof Unreadable)) return 'damaged'
  if (error.refused.code === 'workbook-locked') return 'locked'
  return error.refused.code === 'workbook-too-large' ? 'unpacks-too-large' : 'damaged'
}

async function textsOf(parts: Parts): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  let sum = 0
  for (const name of parts.names) {
    const settings = /^word\/_rels\/settings/i.test(name)
    if (!wanted.test(name) || (unneeded.test(name) && !settings)) continue
    let text = ''
    for await (const piece of parts.text(name)) {
      sum += piece.length
      if (sum > mostXml) throw new Unreadable('workbook-too-large')
      text += piece
    }
    // What declares entities could make a little grow without end.
    if (/<!(DOCTYPE|ENTITY)/i.test(text.slice(0, 100_000))) throw new Unreadable('workbook-damaged')
    texts.set(name, text.replace(/^\ufeff/, ''))
  }
  return texts
}

function mainPart(texts: ReadonlyMap<string, string>): string | null {
  for (const [tag] of (texts.get('_rels/.rels') ?? '').matchAll(/<Relationship\b[^<>]*>/g)) {
    const target = /Target="\/?([^"]+)"/.exec(tag)?.[1]
    if (/Type="[^"]*\/officeDocument"/.test(tag) && target && texts.has(target)) return target
  }
  return texts.has('word/document.xml') ? 'word/document.xml' : null
}

/** What a reader of the file itself would meet, and no reader of its words. */
function dangersOf(
  names: readonly string[],
  texts: ReadonlyMap<string, string>,
  body: string,
): readonly Problem[] {
  const found: Problem[] = []
  const types = texts.get('[Content_Types].xml') ?? ''
  if (
    names.some(name => /vbaProject\.bin$|vbaData\.xml$/i.test(name)) ||
    /macroEnabled/i.test(types)
  )
    found.push(problem('macros'))
  const relations = [...texts].filter(([name]) => name.endsWith('.rels')).map(([, text]) => text)
  const external = relations.flatMap(text =>
    [...text.matchAll(/<Relationship\b[^<>]*>/g)]
      .map(([tag]) => tag)
      .filter(tag => /TargetMode="External"/.test(tag) && !/Type="[^"]*\/hyperlink"/.test(tag)),
  )
  if (external.length > 0) found.push(problem('external'))
  if (
    names.some(name => /^word\/(embeddings|activeX)\//i.test(name)) ||
    relations.some(text => /Type="[^"]*\/aFChunk"/.test(text))
  )
    found.push(problem('embedded'))
  if (hasDde(body)) found.push(problem('dde'))
  if (/<w:(ins|del|moveFrom|moveTo)\s[^<>]*w:author=/.test(body)) found.push(problem('tracked'))
  if (texts.has('word/comments.xml') && /<w:commentReference\b/.test(body))
    found.push(problem('comments'))
  return found
}

/** A field may be cut into any number of runs, so its pieces are put together first. */
function hasDde(body: string): boolean {
  const simple = [...body.matchAll(/w:instr="([^"]*)"/g)].map(([, code]) => code).join('\n')
  const pieces = [...body.matchAll(/<w:instrText\b[^<>]*>([^<]*)</g)]
    .map(([, code]) => code)
    .join('')
  return /\bDDE(AUTO)?\b/i.test(simple) || /DDE(AUTO)?\s/i.test(pieces)
}
