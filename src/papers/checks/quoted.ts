import type { Reading } from './fault.ts'
import { plain } from './text.ts'

/** Words that a paper gives as those of another document. */
export interface Quotation {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly how: 'in quotation marks' | 'in a list'
}

const LONGEST = 2_500

/** Passages in quotation marks, and the items of lists that are said to be another's recommendations. */
export function quotationsIn(reading: Reading): readonly Quotation[] {
  return [...marked(reading), ...listed(reading)].toSorted((a, b) => a.start - b.start)
}

/**
 * From an opening mark to the next closing one. A mark opens after a space and before a letter, and
 * closes after a letter or full stop and before none; an apostrophe does neither. Of two that open
 * one after the other, the second counts.
 */
function marked({ blocks, text }: Reading): readonly Quotation[] {
  const found: Quotation[] = []
  for (const block of blocks) {
    const words = plain(block.text)
    for (const mark of ["'", '"']) {
      let open = -1
      for (let at = words.indexOf(mark); at !== -1; at = words.indexOf(mark, at + 1)) {
        const before = words[at - 1] ?? ' '
        const after = words[at + 1] ?? ' '
        if (/[\s([–—/:*-]/.test(before) && /[A-Za-z[(…\d*]/.test(after)) open = at
        else if (open !== -1 && !/[A-Za-z\d]/.test(after)) {
          // The plural possessive (managers’) may end a quotation too soon, which does no harm: less
          // is compared.
          const start = block.start + open + 1
          const end = block.start + at
          if (end - start <= LONGEST)
            found.push({ start, end, text: text.slice(start, end), how: 'in quotation marks' })
          open = -1
        }
      }
    }
  }
  return found
}

const announces =
  /\b(?:recommend(?:ations?|ed|s)|areas? for (?:improvement|development)|needs? to improve|priority actions?|findings)\b[^.]{0,160}:\s{0,5}$/i

function listed({ blocks }: Reading): readonly Quotation[] {
  const found: Quotation[] = []
  let under = false
  for (const block of blocks) {
    const item = /^\s{0,12}(?:[-–—*•·◼▪■●]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s{1,9}/.exec(
      block.text,
    )
    const numbered = /^\W{0,8}\d{1,3}(?:\.\d{1,3}){1,3}/.test(block.text)
    if (announces.test(block.text)) {
      under = true
      continue
    }
    if (item === null || numbered) {
      under = false
      continue
    }
    if (!under || block.text.length > LONGEST) continue
    found.push({
      start: block.start + item[0].length,
      end: block.end,
      text: block.text.slice(item[0].length),
      how: 'in a list',
    })
  }
  return found
}
