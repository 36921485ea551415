import type { Place } from './reading.ts'

/** A line of a page as text laid out by columns: where it stands, and where on the line it begins. */
export type Line = {
  readonly text: string
  /** Columns of white space before the first letter. */
  readonly indent: number
  readonly blank: boolean
  readonly page: number
  /** From 1, counted on the page as it came. */
  readonly line: number
}

/** Pages of a text in which form feeds separate them. */
export function pagesOf(text: string): readonly string[] {
  const pages = text.replaceAll('\r\n', '\n').split('\f')
  // A closing form feed ends the last page and begins none.
  return pages.length > 1 && pages.at(-1)?.trim() === '' ? pages.slice(0, -1) : pages
}

export function linesOf(pages: readonly string[]): readonly Line[] {
  return pages.flatMap((page, index) => pageLines(page, index + 1))
}

function pageLines(page: string, number: number): readonly Line[] {
  return page.split('\n').map((raw, index) => {
    const text = raw.replaceAll('\t', '    ').replaceAll('\u00a0', ' ').trimEnd()
    const words = text.trimStart()
    return {
      text,
      indent: text.length - words.length,
      blank: words === '',
      page: number,
      line: index + 1,
    }
  })
}

/** One place for each page that the lines stand on. */
export function placesOf(lines: readonly Line[]): readonly Place[] {
  const places = new Map<number, Place>()
  for (const { page, line, blank } of lines) {
    if (blank) continue
    const before = places.get(page)
    places.set(page, {
      page,
      firstLine: Math.min(before?.firstLine ?? line, line),
      lastLine: Math.max(before?.lastLine ?? line, line),
    })
  }
  return [...places.values()]
}

/** The words of lines in one breath: hyphens at line ends mended, white space made single. */
export function joined(lines: readonly string[]): string {
  let words = ''
  for (const line of lines) {
    const next = line.trim().replaceAll(/\s+/g, ' ')
    if (next === '') continue
    if (words === '') words = next
    else if (/\p{L}\u00ad$/u.test(words)) words = words.slice(0, -1) + next
    // These reports break a line only at a hyphen that the word has anyway (“pre-/proceedings”).
    else if (/[\p{L}\p{N}][-\u2010\u2011]$/u.test(words) && /^[\p{L}\p{N}]/u.test(next))
      words = /^(and|or|to)\b/.test(next) ? `${words} ${next}` : words + next
    else if (/[\p{L}]\/$/u.test(words)) words += next
    else words = `${words} ${next}`
  }
  return words
}

/** Words alone, lower case, for comparing headings whatever their quotes, dashes and spaces. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\u2018\u2019\u02bc`]/g, "'")
    .replaceAll(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()
    .toLowerCase()
}
