/** A run of text of one page in points from the left and from the bottom; `size` is its type size. */
export type Run = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

type Line = { readonly y: number; readonly size: number; readonly runs: readonly Run[] }

/**
 * Pages of runs as text whose columns stand one below another as on paper: spaces fill the gaps, at
 * least two between columns, and blank lines stand for white space. What is beside it on paper is
 * beside it in the text, and an indent stays an indent.
 */
export function layOut(pages: readonly (readonly Run[])[]): readonly string[] {
  const written = pages.flat().filter(run => run.text.trim() !== '')
  const left = written.reduce((least, run) => Math.min(least, run.x), Number.POSITIVE_INFINITY)
  const column = columnWidth(written)
  return pages.map(runs => pageText(linesOf(runs), left, column))
}

/** The usual width of a letter: the middle one of all runs, weighed by their letters. */
function columnWidth(runs: readonly Run[]): number {
  const wide = runs.filter(run => run.width > 0)
  const words = wide.filter(run => run.text.length >= 4)
  const widths = (words.length > 0 ? words : wide)
    .map(run => ({ width: run.width / run.text.length, letters: run.text.length }))
    .toSorted((a, b) => a.width - b.width)
  const half = widths.reduce((sum, each) => sum + each.letters, 0) / 2
  let letters = 0
  for (const each of widths) {
    letters += each.letters
    if (letters >= half) return each.width
  }
  return 5
}

/** Runs on one base line, top line first; a raised note mark belongs to the line that it hangs on. */
function linesOf(runs: readonly Run[]): readonly Line[] {
  const lines: { y: number; size: number; runs: Run[] }[] = []
  const topFirst = runs
    .filter(run => run.text.trim() !== '')
    .toSorted((a, b) => b.y - a.y || a.x - b.x)
  for (const run of topFirst) {
    const line = lines.findLast(
      each => Math.abs(each.y - run.y) <= 0.45 * Math.max(each.size, run.size),
    )
    if (line === undefined) lines.push({ y: run.y, size: run.size, runs: [run] })
    else {
      line.runs.push(run)
      if (run.size > line.size) {
        line.size = run.size
        line.y = run.y
      }
    }
  }
  return lines
    .toSorted((a, b) => b.y - a.y)
    .map(line => ({ ...line, runs: line.runs.toSorted((a, b) => a.x - b.x) }))
}

function pageText(lines: readonly Line[], left: number, column: number): string {
  const out: string[] = []
  let before: Line | null = null
  for (const line of lines) {
    if (before !== null) for (let blank = blankLines(before, line); blank > 0; blank--) out.push('')
    out.push(lineText(line, left, column))
    before = line
  }
  return out.join('\n')
}

/** Lines are set at about 1.2 of their size; each further 1.2 of white space is a blank line. */
function blankLines(above: Line, below: Line): number {
  const size = Math.min(above.size, below.size)
  return Math.min(6, Math.max(0, Math.round((above.y - below.y) / (1.2 * size) - 1.15)))
}

function lineText(line: Line, left: number, column: number): string {
  let text = ''
  let end = left
  for (const run of line.runs) {
    const words = run.text.replaceAll('\u00a0', ' ')
    const lead = words.length - words.trimStart().length
    const gap = run.x - end
    const at = Math.round((run.x - left) / column) + lead
    if (text === '') text = ' '.repeat(Math.max(0, at))
    else if (gap > 1.6 * column)
      text = text.trimEnd().padEnd(Math.max(at, text.trimEnd().length + 2))
    else if (gap > 0.25 * column && !text.endsWith(' ')) text += ' '
    text += text.trim() === '' || text.endsWith(' ') ? words.trimStart() : words
    end = run.x + run.width
  }
  return text.trimEnd()
}
