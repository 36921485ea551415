import { CHECKS } from './all.ts'
import type { Fault, Found, Paper, Reading } from './fault.ts'
import { blocksOf, linesOf, placeIn } from './text.ts'

// More of one kind than this tell a clerk nothing new.
const MOST_OF_A_KIND = 100

/**
 * What should be looked at before a paper is published, in the order of the text. At most 100 of each
 * kind are given. A place that two checks name stands twice, once under each.
 */
export function checkPaper(paper: Paper): readonly Fault[] {
  const reading = readingOf(paper)
  const place = placeIn(reading.text, reading.lines)
  const faults: Fault[] = []
  for (const check of CHECKS) {
    const counted = new Map<string, number>()
    for (const found of check.find(reading)) {
      const count = (counted.get(found.kind) ?? 0) + 1
      counted.set(found.kind, count)
      if (count <= MOST_OF_A_KIND) faults.push(faultOf(found, check.rule, place))
    }
  }
  return faults.toSorted((a, b) => a.where.start - b.where.start || a.where.end - b.where.end)
}

export function readingOf(paper: Paper): Reading {
  const lines = linesOf(paper.text)
  return { paper, text: paper.text, lines, blocks: blocksOf(paper.text, lines) }
}

function faultOf(found: Found, rule: string, place: ReturnType<typeof placeIn>): Fault {
  return {
    kind: found.kind,
    says: found.says,
    rule: found.rule ?? rule,
    severity: found.severity,
    where: place(found.start, found.end),
    also: (found.also ?? []).map(each => place(each.start, each.end)),
    suggestion: found.suggestion,
  }
}
