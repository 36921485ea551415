import type { Line } from './lines.ts'

/** Non-blank lines at the head and the foot of a page among which running heads and feet are sought. */
const headLines = 3
const footLines = 4

/**
 * The lines of a report without what every page repeats (running heads and feet, page numbers) and
 * without footnotes, which would otherwise stand in the middle of a sentence that runs over a page.
 */
export function withoutFurniture(lines: readonly Line[]): readonly Line[] {
  const pages = byPage(lines)
  const repeated = repeatedKeys(pages)
  return pages.flatMap(page => {
    const kept = page.filter(line => !furniture(line, page, repeated))
    return withoutFootnotes(kept)
  })
}

function byPage(lines: readonly Line[]): readonly (readonly Line[])[] {
  const pages = new Map<number, Line[]>()
  for (const line of lines) {
    const page = pages.get(line.page)
    if (page === undefined) pages.set(line.page, [line])
    else page.push(line)
  }
  return [...pages.values()]
}

/** A head or foot is known by its words, whatever the numbers and spaces in it. */
const keyOf = (line: Line): string =>
  line.text.trim().replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ')

const pageNumber = /^(page )?\d{1,3}( of \d{1,3})?$/i

function edges(page: readonly Line[]): {
  readonly head: readonly Line[]
  readonly foot: readonly Line[]
} {
  const written = page.filter(line => !line.blank)
  return { head: written.slice(0, headLines), foot: written.slice(-footLines) }
}

function repeatedKeys(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const { head, foot } = edges(page)
    const keys = new Set([
      ...head.map(line => `head ${keyOf(line)}`),
      ...foot.map(line => `foot ${keyOf(line)}`),
    ])
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([key]) => key))
}

function furniture(line: Line, page: readonly Line[], repeated: ReadonlySet<string>): boolean {
  if (line.blank) return false
  const { head, foot } = edges(page)
  const inHead = head.includes(line)
  const inFoot = foot.includes(line)
  if (!inHead && !inFoot) return false
  if (pageNumber.test(line.text.trim())) {
    // A number alone above other words is the mark of a footnote.
    const below = foot.slice(foot.indexOf(line) + 1)
    return head[0] === line || (inFoot && below.every(each => repeated.has(`foot ${keyOf(each)}`)))
  }
  // The title of the first page is what the running head repeats.
  if (inHead && line.page > 1 && repeated.has(`head ${keyOf(line)}`))
    return !listMarker.test(line.text)
  return inFoot && repeated.has(`foot ${keyOf(line)}`) && !listMarker.test(line.text)
}

const listMarker = /^\s*(\d{1,3}[.)]\s|[•▪◼■●○\uf000-\uf0ff])/u

/** A footnote stands at the foot: a number alone or before its words, then lines to the page's end. */
function withoutFootnotes(page: readonly Line[]): readonly Line[] {
  const start = page.findIndex((line, index) => {
    if (!/^\s{0,6}\d{1,2}(\s+\S.*)?$/.test(line.text)) return false
    const before = page[index - 1]
    if (before !== undefined && !before.blank) return false
    const rest = page.slice(index).filter(each => !each.blank)
    // What ends a page so is short, and no list item stands below it.
    return (
      rest.length <= 14 &&
      !rest.slice(1).some(each => listMarker.test(each.text)) &&
      tight(page.slice(index))
    )
  })
  return start <= 0 ? page : page.slice(0, start)
}

/** No gap of more than one blank line between written lines: a footnote block is set close. */
function tight(lines: readonly Line[]): boolean {
  const last = lines.findLastIndex(line => !line.blank)
  let blanks = 0
  for (const line of lines.slice(0, last + 1)) {
    blanks = line.blank ? blanks + 1 : 0
    if (blanks > 1) return false
  }
  return true
}
