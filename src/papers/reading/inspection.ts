import { countOf } from './counts.ts'
import { datesIn, isoOf } from './dates.ts'
import { type Line, joined, placeOf } from './lines.ts'
import type { Passage, GridRow, InspectionRead } from './paper-read.ts'
import { sentencesOf } from './sentences.ts'

const GRADE =
  /^['‘“"]?(outstanding|good|requires improvement(?: to be good)?|inadequate|adequate|satisfactory)['’”".]*$/iu
const JUDGED =
  /\b(?:judged|rated|graded|concluded)\b[^.]{0,120}?\b(outstanding|requires improvement(?: to be good)?|inadequate|good)\b/iu
const MAKES =
  /\bmakes?\s+(\d{1,2}|\w+)\s+recommendations?\b|\brecommendations?\b[^.]{0,60}\b(?:as follows|set out below|are|were)\b\s*:?$/iu

/** What a report tells of an inspection: its days, its grades row by row, what it recommended. */
export function inspectionOf(lines: readonly Line[]): InspectionRead | null {
  const written = lines.filter(line => !line.blank)
  const grid = gridOf(written)
  const said = datesSaid(written)
  const recommendations = listed(written)
  const overall = grid.find(row => /\boverall\b/iu.test(row.judgement))
  const grade = overall?.grade ?? judged(written)
  if (grid.length === 0 && said.from === null && recommendations.length === 0) return null
  return { ...said, grid, grade, recommendations }
}

/** Rows whose last cell is a grade. */
function gridOf(lines: readonly Line[]): readonly GridRow[] {
  return lines.flatMap(line => {
    const cells =
      line.cells.length > 1 ? line.cells : line.text.length < 200 ? line.text.split(/\s{3,}/u) : []
    const grade = GRADE.exec((cells.at(-1) ?? '').trim())?.[1]
    const judgement = (cells[0] ?? '').trim()
    return cells.length < 2 || grade === undefined || judgement === '' || GRADE.test(judgement)
      ? []
      : [{ judgement, grade, place: placeOf([line]) }]
  })
}

function judged(lines: readonly Line[]): string | null {
  for (const line of lines) {
    const grade = /overall/iu.test(line.text) ? JUDGED.exec(line.text)?.[1] : undefined
    if (grade !== undefined) return grade
  }
  return null
}

function datesSaid(lines: readonly Line[]): Pick<InspectionRead, 'from' | 'to' | 'published'> {
  let from: string | null = null
  let to: string | null = null
  let published: string | null = null
  for (const line of lines) {
    if (!/\binspect/iu.test(line.text)) continue
    for (const sentence of sentencesOf(line.text)) {
      const stretch = /\b(?:between|from)\b/iu.exec(sentence)
      if (from === null && stretch !== null && /\binspect/iu.test(sentence)) {
        const [first, last] = wholeDates(sentence.slice(stretch.index))
        if (first !== undefined && last !== undefined && first < last) [from, to] = [first, last]
      }
      const out = /\bpublished\b[^.]{0,10}/iu.exec(sentence)
      if (published === null && out !== null)
        published = wholeDates(sentence.slice(out.index, out.index + 60))[0] ?? null
    }
  }
  return { from, to, published }
}

const wholeDates = (text: string): readonly string[] =>
  datesIn(text).flatMap(date => {
    const iso = date.day === null ? null : isoOf(date)
    return iso === null ? [] : [iso]
  })

/** The list below "The report makes 5 recommendations". */
function listed(lines: readonly Line[]): readonly Passage[] {
  const at = lines.findIndex(line => MAKES.test(line.text) && /:\s*$|\bbelow\b/iu.test(line.text))
  if (at < 0) return []
  const count = countOf(MAKES.exec(lines[at]?.text ?? '')?.[1] ?? '')
  const items: Passage[] = []
  for (const line of lines.slice(at + 1)) {
    const isItem = line.bullet !== null || /^(?:\(?[a-z\d]{1,2}[.)])\s/iu.test(line.text)
    if (!isItem || /^\d{1,3}\.\d/u.test(line.text) || (count !== null && items.length >= count))
      break
    items.push({ text: joined([line.text]), place: placeOf([line]) })
  }
  return items
}
