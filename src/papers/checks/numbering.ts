import type { Check, Found, Reading } from './fault.ts'

interface Label {
  readonly start: number
  readonly end: number
  readonly written: string
  /** 6.0 is [6, 0]. */
  readonly parts: readonly number[]
}

const dotted = /^[ \t>*#•-]{0,10}(\d{1,3}(?:\.\d{1,3}){1,3})\.?(?:\*\*)?(?:[ \t]|$)/
const single = /^[ \t>*#]{0,10}(\d{1,3})[.)](?:\*\*)?[ \t]{1,20}\S/

export const numbering: Check = {
  id: 'numbering',
  title: 'Paragraph numbers',
  looksFor: 'A paragraph number that stands twice, or that is left out between its neighbours',
  rule: 'A minute or a paragraph is cited by its number, so each number names one paragraph: good practice, no duty of law',
  find: reading => [...dottedFaults(reading), ...singleFaults(reading)],
}

function labelsOf({ lines }: Reading, pattern: RegExp): readonly Label[] {
  const labels: Label[] = []
  for (const line of lines) {
    const match = pattern.exec(line.text)
    const written = match?.[1]
    if (match === null || written === undefined) continue
    // In a table and beside money or a share the figure is a value, not a label.
    const rest = line.text.slice(match[0].length)
    if (line.text.includes('\t') && !/^\s{0,9}\S{1,9}\t[^\t]*$/.test(line.text)) continue
    if (/^\s{0,9}(?:%|per cent|percent|million|billion|m\b|k\b|am\b|pm\b|[-–+×x]\s?\d)/i.test(rest))
      continue
    const start = line.start + match[0].indexOf(written)
    labels.push({
      start,
      end: start + written.length,
      written,
      parts: written.split('.').map(Number),
    })
  }
  return labels
}

/** 3.1, 3.2 and 5.0, 6.0: one row of numbers through the whole paper. */
function dottedFaults(reading: Reading): readonly Found[] {
  const labels = labelsOf(reading, dotted)
  const found: Found[] = []
  const zeros = labels.filter(isWholeParagraph)
  found.push(...rowFaults(zeros, label => label.parts[0] ?? 0))
  const groups = new Map<string, Label[]>()
  for (const label of labels) {
    if (zeros.length >= 3 && isWholeParagraph(label)) continue
    const family = label.parts.slice(0, -1).join('.')
    const group = groups.get(family)
    if (group === undefined) groups.set(family, [label])
    else group.push(label)
  }
  for (const group of groups.values())
    found.push(...rowFaults(group, label => label.parts.at(-1) ?? 0))
  return found.toSorted((a, b) => a.start - b.start)
}

const isWholeParagraph = (label: Label): boolean => label.parts.length === 2 && label.parts[1] === 0

/** Faults in one row of numbers that should rise by one; a row that is no numbering is left alone. */
function rowFaults(labels: readonly Label[], numberOf: (label: Label) => number): readonly Found[] {
  if (labels.length < 3) return []
  const rising = labels.filter((label, at) => {
    const before = labels[at - 1]
    return before !== undefined && numberOf(label) === numberOf(before) + 1
  }).length
  if (rising < (labels.length - 1) * 0.6) return []
  const found: Found[] = []
  const seen = new Map<number, Label>()
  let before: Label | null = null
  for (const label of labels) {
    const number = numberOf(label)
    const twin = seen.get(number)
    if (twin !== undefined) found.push(twice(label, twin))
    else if (before !== null && number > numberOf(before) + 1 && number <= numberOf(before) + 4)
      found.push(skipped(label, before))
    seen.set(number, twin ?? label)
    before = label
  }
  return found
}

/** 1., 2., 3. may begin again, in a list; within one list they rise by one. */
function singleFaults(reading: Reading): readonly Found[] {
  const labels = labelsOf(reading, single)
  const found: Found[] = []
  for (const [at, label] of labels.entries()) {
    const [before, twoBefore] = [labels[at - 1], labels[at - 2]]
    const after = labels[at + 1]
    if (before === undefined || twoBefore === undefined || after === undefined) continue
    const [number, last] = [numberOf(label), numberOf(before)]
    // Both neighbours must go on as in one list: what else repeats or leaps is another list.
    if (last !== numberOf(twoBefore) + 1 || numberOf(after) !== number + 1) continue
    if (sign(reading, label) !== sign(reading, before)) continue
    if (number === last) found.push(twice(label, before))
    else if (number === last + 2) found.push(skipped(label, before))
  }
  return found
}

const numberOf = (label: Label): number => label.parts[0] ?? 0
const sign = ({ text }: Reading, label: Label): string => text[label.end] ?? ''

const twice = (label: Label, first: Label): Found => ({
  kind: 'number used twice',
  says: `The number ${label.written} stands at two paragraphs.`,
  severity: 'look again',
  start: label.start,
  end: label.end,
  also: [first],
  suggestion: 'Give the second paragraph the next number, and those after it theirs.',
})

const skipped = (label: Label, before: Label): Found => ({
  kind: 'number skipped',
  says: `After ${before.written} comes ${label.written}: a number is left out.`,
  severity: 'look again',
  start: label.start,
  end: label.end,
  also: [before],
  suggestion: 'Check that no paragraph is missing; otherwise number them again.',
})
