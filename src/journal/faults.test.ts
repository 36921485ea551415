import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chainCheck } from './faults.ts'
import { headsText, readHeads } from './noted.ts'
import { BEGINNING, hashOf, type Line } from './line.ts'

/** A chain as `record` writes it. */
function chain(words: readonly string[]): readonly Line[] {
  const lines: Line[] = []
  for (const [i, subjectId] of words.entries()) {
    const draft = {
      authority: 'north',
      seq: i + 1,
      at: new Date(Date.UTC(2026, 10, 21, 9, i)),
      actor: 'p1',
      action: 'extract.loaded',
      subjectKind: 'extract',
      subjectId,
      detail: { rows: i },
      previousHash: lines.at(-1)?.hash ?? BEGINNING,
    }
    lines.push({ ...draft, hash: hashOf(draft) })
  }
  return lines
}

/** What is found in lines that were written with this end, read in order of `seq`. */
function kindsFound(lines: readonly Line[], written: readonly Line[]) {
  const check = chainCheck()
  const inOrder = lines.toSorted((a, b) => a.seq - b.seq)
  return [...inOrder.flatMap(line => check.line(line)), ...check.end(written.at(-1))].map(
    fault => `${fault.kind} ${fault.seq}`,
  )
}

const chains = fc.array(fc.string(), { minLength: 2, maxLength: 12 }).map(chain)
const chainAndPlace = chains.chain(lines =>
  fc.tuple(fc.constant(lines), fc.nat({ max: lines.length - 1 })),
)

test('in a chain that nobody touched nothing is found', () => {
  fc.assert(
    fc.property(chains, lines => {
      expect(kindsFound(lines, lines)).toEqual([])
    }),
  )
})

test('an altered line is found, and only that one', () => {
  fc.assert(
    fc.property(chainAndPlace, ([lines, i]) => {
      const altered = lines.map((line, at) => (at === i ? { ...line, actor: 'p2' } : line))
      expect(kindsFound(altered, lines)).toEqual([`altered ${i + 1}`])
    }),
  )
})

test('a line altered with a hash that fits breaks the chain behind it', () => {
  fc.assert(
    fc.property(chainAndPlace, ([lines, i]) => {
      const forged = lines.map((line, at) => {
        const changed = { ...line, actor: 'p2' }
        return at === i ? { ...changed, hash: hashOf(changed) } : line
      })
      const behind = Math.min(i + 2, lines.length)
      expect(kindsFound(forged, lines)).toEqual([`out of place ${behind}`])
    }),
  )
})

test('a removed line is found', () => {
  fc.assert(
    fc.property(chainAndPlace, ([lines, i]) => {
      const kind = i === lines.length - 1 ? 'end removed' : 'removed'
      const left = lines.filter((_, at) => at !== i)
      expect(kindsFound(left, lines)).toEqual([`${kind} ${i + 1}`])
    }),
  )
})

test('two lines that changed places are found, both of them', () => {
  fc.assert(
    fc.property(chainAndPlace, ([lines, i]) => {
      const j = (i + 1) % lines.length
      const seqs = new Map([
        [i, j + 1],
        [j, i + 1],
      ])
      const swapped = lines.map((line, at) => ({ ...line, seq: seqs.get(at) ?? line.seq }))
      const found = kindsFound(swapped, lines)
      expect(found).toEqual(expect.arrayContaining([`altered ${i + 1}`, `altered ${j + 1}`]))
    }),
  )
})

test('a journal whose noted end is gone, or that was written anew, is found', () => {
  const lines = chain(['a', 'b'])
  expect(kindsFound(lines, [])).toEqual(['end removed 2'])
  expect(kindsFound(chain(['a', 'c']), lines)).toEqual(['out of place 2'])
})

test('a journal that was written anew from end to end is found by a head that was kept elsewhere', () => {
  const lines = chain(['a', 'b', 'c', 'd'])
  const noted = [1, 3].flatMap(at => lines.slice(at, at + 1))
  const found = (written: readonly Line[]) => {
    const check = chainCheck(noted)
    const faults = [...written.flatMap(line => check.line(line)), ...check.end(written.at(-1))]
    return faults.map(fault => `${fault.kind} ${fault.seq}`)
  }
  expect(found(lines)).toEqual([])
  expect(found(chain(['a', 'b', 'c', 'd', 'e']))).toEqual([])
  // Each line fits the next, and the end is where the database says: without the heads all is well.
  expect(kindsFound(chain(['a', 'x', 'c', 'd']), chain(['a', 'x', 'c', 'd']))).toEqual([])
  expect(found(chain(['a', 'x', 'c', 'd']))).toEqual(['written anew 2', 'written anew 4'])
  expect(found(chain(['a', 'b', 'c', 'x']))).toEqual(['written anew 4'])
  expect(found(lines.slice(0, 2))).toEqual(['end removed 3'])
  expect(found([])).toEqual(['end removed 1'])
})

test('heads are read back as they were written, and nothing else is read as one', () => {
  const at = new Date('2026-11-21T23:00:00Z')
  const heads = chain(['a', 'b']).map(({ authority, seq, hash }) => ({ authority, seq, hash, at }))
  expect(readHeads(headsText(heads))).toEqual(heads)
  expect(readHeads(`${headsText(heads)}\r\n\n${headsText(heads)}`)).toHaveLength(4)
  for (const wrong of ['heads', '{}', '[1]', 'null', '{"authority":"a","seq":0,"hash":"","at":""}'])
    expect(() => readHeads(`${headsText(heads)}${wrong}\n`)).toThrow('Line 3 is not a head')
})
