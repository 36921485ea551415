import { openParts, type Parts, refusedAs, Unreadable, type WorkbookRefused } from './xlsx-parts.ts'
import { readRows, readShared, type Shared, type SheetRow } from './xlsx-sheet.ts'
import { eachTag } from './xlsx-xml.ts'

export type { WorkbookRefused } from './xlsx-parts.ts'
export type { CellValue, SheetRow } from './xlsx-sheet.ts'

export interface Workbook {
  readonly kind: 'workbook'
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[]
  /** There are macros in it. They are never run or read. */
  readonly hasMacros: boolean
  /**
   * Gives every row of a sheet that is not wholly empty, in order, and nothing of it stays in
   * memory; `onRow` returns false to stop. Null when the sheet was read, else why it was not.
   */
  eachRow(sheet: string, onRow: (row: SheetRow) => void | false): Promise<WorkbookRefused | null>
}

/**
 * Opens an .xlsx or .xlsm workbook. What is not one (a photo, an .xls, a password, a truncated
 * copy, a bomb) comes back as `refused` with one plain sentence; nothing is thrown.
 */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook | WorkbookRefused> {
  try {
    const parts = await openParts(bytes)
    return await workbookOf(parts)
  } catch (error) {
    return refusalOf(error)
  }
}

function refusalOf(error: unknown): WorkbookRefused {
  return error instanceof Unreadable ? error.refused : refusedAs('workbook-damaged')
}

interface Book {
  readonly from1904: boolean
  readonly sheets: readonly { name: string; hidden: boolean; part: string }[]
}
async function workbookOf(parts: Parts): Promise<Workbook> {
  const main = await mainPart(parts)
  const links = await linksOf(parts, main)
  const book = await readBook(parts, main, links)
  let shared: Promise<Shared> | null = null
  const only = (kind: string) => [...links.values()].find(link => link.type.endsWith(kind))?.target
  return {
    kind: 'workbook',
    sheets: book.sheets.map(({ name, hidden }) => ({ name, hidden })),
    hasMacros: parts.names.some(name => /vbaproject\.bin$/i.test(name)),
    async eachRow(name, onRow) {
      const sheet = book.sheets.find(each => each.name === name)
      if (sheet === undefined) return refusedAs('workbook-damaged')
      try {
        shared ??= readShared(parts, only('/sharedStrings'), only('/styles'))
        await readRows(parts.text(sheet.part), await shared, book.from1904, onRow)
        return null
      } catch (error) {
        return refusalOf(error)
      }
    },
  }
}

async function mainPart(parts: Parts): Promise<string> {
  const links = await linksOf(parts, '')
  const main = [...links.values()].find(link => link.type.endsWith('/officeDocument'))?.target
  if (main === undefined || !parts.has(main)) throw new Unreadable('not-a-workbook')
  if (main.endsWith('.bin')) throw new Unreadable('workbook-old')
  return main
}

interface Link {
  readonly type: string
  readonly target: string
}

/** The links of a part to others, by their ids; '' stands for the workbook as a whole. */
async function linksOf(parts: Parts, part: string): Promise<Map<string, Link>> {
  const folder = part.includes('/') ? part.slice(0, part.lastIndexOf('/') + 1) : ''
  const file = `${folder}_rels/${part.slice(folder.length)}.rels`
  const links = new Map<string, Link>()
  if (!parts.has(file)) {
    if (part === '') throw new Unreadable('not-a-workbook')
    return links
  }
  await eachTag(parts.text(file), {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return
      const target = attributes['Target'] ?? ''
      const path = target.startsWith('/') ? target.slice(1) : withoutDots(folder + target)
      links.set(attributes['Id'] ?? '', { type: attributes['Type'] ?? '', target: path })
    },
  })
  return links
}

function withoutDots(path: string): string {
  const kept: string[] = []
  for (const piece of path.split('/')) {
    if (piece === '..') kept.pop()
    else if (piece !== '.') kept.push(piece)
  }
  return kept.join('/')
}

async function readBook(
  parts: Parts,
  part: string,
  links: ReadonlyMap<string, Link>,
): Promise<Book> {
  const sheets: { name: string; hidden: boolean; part: string }[] = []
  let from1904 = false
  let isBook = false
  await eachTag(parts.text(part), {
    open(name, attributes) {
      if (name === 'workbook') isBook = true
      if (name === 'workbookPr') from1904 = /^(1|true|on)$/.test(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? ''
      const link = links.get(id)
      if (link === undefined || !link.type.endsWith('/worksheet')) return
      const hidden = (attributes['state'] ?? 'visible') !== 'visible'
      sheets.push({ name: attributes['name'] ?? '', hidden, part: link.target })
    },
  })
  if (!isBook) throw new Unreadable('not-a-workbook')
  return { from1904, sheets }
}
