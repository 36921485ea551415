import type { Block, Paragraph, Run, Runs, Table } from './doc.ts'
import { wordsOf } from './doc.ts'

// '3.1', '3.1.2', '12.', '(a)', 'b)', 'iv)' and '(2)' before words.
const shown = /^\s*([\d.]{2,20}|\(?[a-z\d]{1,6}\))\s+(?=\S)/i
const bracketed = /^\(?(\d{1,3}|[a-z]{1,2}|[ivxl]{1,6})\)$/i

function isNumber(text: string): boolean {
  if (text.endsWith(')')) return bracketed.test(text)
  const parts = text.split('.')
  const counted = parts.at(-1) === '' ? parts.slice(0, -1) : parts
  return parts.length > 1 && counted.length < 7 && counted.every(part => /^\d{1,3}$/.test(part))
}

// What begins with a figure and is no number of a paragraph: '2.5 million', '10.30 am'.
const measures =
  /^(am|pm|noon|million|billion|bn|thousand|per|percent|percentage|full-time|fte|times|hours?|days?|weeks?|months?|years?|miles?|%|m\b|k\b)/i

/** The number that words begin with, as it is shown, and how many letters it takes. */
export function numberBefore(
  text: string,
): { readonly number: string; readonly length: number } | null {
  const found = shown.exec(text)
  const number = found?.[1]
  if (!found || number === undefined || !isNumber(number)) return null
  if (measures.test(text.slice(found[0].length))) return null
  return { number, length: found[0].length }
}

/** A paragraph whose first words are its number has it as such. */
export function withNumber(paragraph: Paragraph): Paragraph {
  const found = numberBefore(wordsOf(paragraph.runs))
  if (!found || paragraph.number !== undefined) return paragraph
  let left = found.length
  const runs = paragraph.runs.flatMap((run): Runs => {
    const text = run.text.slice(Math.min(left, run.text.length))
    left -= run.text.length - text.length
    return text === '' ? [] : [{ ...run, text }]
  })
  return { ...paragraph, runs, number: found.number }
}

/** Numbered paragraphs with an anchor that their number gives, and a second of one number with another. */
export function withAnchors(blocks: readonly Block[]): readonly Block[] {
  const taken = new Set(blocks.flatMap(block => ('anchor' in block && block.anchor) || []))
  return blocks.map(block => {
    if (block.kind !== 'paragraph' || !block.number || block.anchor) return block
    const base = anchorOf(block.number)
    let anchor = base
    for (let count = 2; taken.has(anchor); count++) anchor = `${base}-${count}`
    taken.add(anchor)
    return { ...block, anchor }
  })
}

/** '3.1' is at 'p-3-1'. */
export const anchorOf = (number: string): string =>
  `p-${number
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}`

const figure = /^[-−–+(]?\s*[£$€]?\s*[-−]?\d[\d,]*(\.\d+)?\s*(%|m|k|bn|p)?\)?$/i

/** Columns in which everything that is said is a figure. */
export function columnsOf(rows: readonly (readonly Runs[])[]): NonNullable<Table['columns']> {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: count }, (_, index) => {
    const said = rows.map(row => wordsOf(row[index] ?? []).trim()).filter(text => text !== '')
    return said.length > 0 && said.every(text => figure.test(text)) ? 'number' : 'text'
  })
}

/** Runs that look alike as one, without space at the ends. */
export function tidy(runs: Runs): Runs {
  const out: Run[] = []
  for (const run of runs) {
    const last = out.at(-1)
    const text = last?.text.endsWith(' ') || !last ? run.text.replace(/^ +/, '') : run.text
    if (text === '') continue
    const same =
      last &&
      (last.bold ?? false) === (run.bold ?? false) &&
      (last.italic ?? false) === (run.italic ?? false) &&
      last.href === run.href
    if (last && same) out[out.length - 1] = { ...last, text: last.text + text }
    else out.push({ ...run, text })
  }
  const joined = out.map(run => ({ ...run, text: run.text.replaceAll(/ *\n */g, '\n') }))
  return trimmed(joined)
}

function trimmed(runs: readonly Run[]): Runs {
  const out = [...runs]
  for (let first = out[0]; first !== undefined; first = out[0]) {
    const text = first.text.trimStart()
    if (text !== '') {
      out[0] = { ...first, text }
      break
    }
    out.shift()
  }
  for (let last = out.at(-1); last !== undefined; last = out.at(-1)) {
    const text = last.text.trimEnd()
    if (text !== '') {
      out[out.length - 1] = { ...last, text }
      break
    }
    out.pop()
  }
  return out
}

// A full stop or bracket after an address is that of the sentence.
const address = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]’”]/g

/** Words in which addresses of pages are links. */
export function linked(text: string): Runs {
  const runs: Run[] = []
  let from = 0
  for (const found of text.matchAll(address)) {
    if (found.index > from) runs.push({ text: text.slice(from, found.index) })
    runs.push({ text: found[0], href: found[0] })
    from = found.index + found[0].length
  }
  if (from < text.length) runs.push({ text: text.slice(from) })
  return runs
}
