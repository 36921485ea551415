import type { Found, Recommendation, ReportReading } from '../../src/inspections/reading/index.ts'

/**
 * Whether the recommendations of a report were found in full, asked in a way that shares nothing
 * with the reader: every letter between the heading and the next chapter, running heads and feet
 * apart, must stand in what was found, in the same order, and each bullet must have its item.
 */
export type Completeness =
  | 'in full'
  | 'none in the report'
  | 'some missing'
  | 'too much'
  | 'not found'

const heading =
  /^[^\S\n]*(What (?:needs to improve|does the local authority need to improve)[?:]?|Recommendations:?|Areas for improvement:?)[^\S\n]*$/gim
const nextChapter =
  /\n[^\S\n]*\n[^\S\n]*(?:The experiences and progress|The impact of leaders|Summary for |The local authority[’']s strengths|The local authority has the following|Progress since|Information about|Next steps|Executive summary|Inspection findings|The Office for Standards|(?:Key |Main )?(?:Findings|Strengths)|Practice study|Yours sincerely)/m
const nothingUrgent =
  /(?:Priority and immediate action\s+)?(?:\d+\.\s+)?The inspection did not find any areas for priority and immediate\s+action[:.]?/
const bullets = /^[^\S\n]*(?:[•▪◼■●\uf000-\uf0ff]|\d{1,2}\.\s)/gmu

export function completeness(pages: readonly string[], reading: ReportReading): Completeness {
  const section = sectionOf(withoutEdges(pages))
  const { recommendations } = reading
  if (section === null) return recommendations.length === 0 ? 'none in the report' : 'in full'
  if (recommendations.length === 0) return 'not found'
  const wanted = letters(section)
  const have = letters(recommendations.map(textOf).join(' '))
  if (wanted === have) return 'in full'
  const signs = section.match(bullets)?.length ?? 0
  const items = recommendations.reduce((sum, each) => sum + 1 + each.value.points.length, 0)
  // Headings of groups, footnotes and their marks are in the section and in no item.
  const close = similarity(wanted, have)
  if (signs > 0 && signs !== items) return signs > items ? 'some missing' : 'too much'
  return close >= 0.97 ? 'in full' : have.length > wanted.length ? 'too much' : 'some missing'
}

/** With the heading of its group, where that is another than the last one's. */
const textOf = (
  { value }: Found<Recommendation>,
  index: number,
  all: readonly Found<Recommendation>[],
): string => {
  const before = index === 0 ? null : (all[index - 1]?.value.group ?? null)
  const group = value.group === before ? '' : (value.group ?? '')
  return [group, value.words, ...value.points].join(' ')
}

const letters = (text: string): string => text.replaceAll(/[^\p{L}]/gu, '').toLowerCase()

function sectionOf(text: string): string | null {
  for (const match of text.matchAll(heading)) {
    const after = text.slice((match.index ?? 0) + match[0].length)
    const end = nextChapter.exec(after)?.index
    // In a table of contents the next chapter follows at once.
    if (end === undefined || end < 40) continue
    // Said where nothing was urgent: it asks for nothing.
    return after.slice(0, end).replace(nothingUrgent, '')
  }
  return null
}

/** Lines near the edges of three or more pages, numbers apart, and numbers alone are no text of a report. */
function withoutEdges(pages: readonly string[]): string {
  const keyOf = (line: string): string =>
    line.trim().replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ')
  const edgesOf = (page: string): ReadonlySet<string> => {
    const written = page.split('\n').filter(line => line.trim() !== '')
    return new Set([...written.slice(0, 3), ...written.slice(-4)].map(keyOf))
  }
  const counts = new Map<string, number>()
  for (const page of pages)
    for (const key of edgesOf(page)) counts.set(key, (counts.get(key) ?? 0) + 1)
  const edge = (line: string): boolean =>
    /^\s*\d{1,3}\s*$/.test(line) || (keyOf(line).length > 4 && (counts.get(keyOf(line)) ?? 0) >= 3)
  return pages
    .map(page =>
      page
        .split('\n')
        .filter(line => !edge(line))
        .join('\n'),
    )
    .join('\n')
}

/** Share of words of one in the other, order apart: runs of eight letters. */
function similarity(wanted: string, have: string): number {
  const runs = (text: string): Set<string> => {
    const out = new Set<string>()
    for (let at = 0; at + 8 <= text.length; at++) out.add(text.slice(at, at + 8))
    return out
  }
  const a = runs(wanted)
  const b = runs(have)
  if (a.size === 0) return b.size === 0 ? 1 : 0
  let both = 0
  for (const run of a) if (b.has(run)) both++
  return (2 * both) / (a.size + b.size)
}
