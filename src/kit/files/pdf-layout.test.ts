import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Run, layOut } from './pdf-layout.ts'

/** A run in a type of 12 points whose letters are 6 wide; `row` counts lines of 14 points from the top. */
const run = (text: string, column: number, row: number, size = 12): Run => ({
  text,
  x: 72 + column * 6,
  y: 800 - row * 14,
  width: text.length * 6,
  size,
})

describe('laying out runs', () => {
  it('keeps columns, indents and blank lines', () => {
    const [page] = layOut([
      [
        run('Judgement', 0, 0),
        run('Grade', 40, 0),
        run('In care', 0, 2),
        run('Good', 40, 2),
        run('indented', 4, 3),
      ],
    ])
    expect(page?.split('\n')).toEqual([
      'Judgement                               Grade',
      '',
      'In care                                 Good',
      '    indented',
    ])
  })

  it('joins the pieces of a word and puts a space where there was one', () => {
    const [page] = layOut([[run('wor', 0, 0), run('d and', 3, 0), run('more', 9, 0)]])
    expect(page).toBe('word and more')
  })

  it('hangs a raised mark on its line', () => {
    const mark = { text: '1', x: 72 + 30, y: 800 + 4, width: 3, size: 7 }
    expect(layOut([[run('Board', 0, 0), mark, run('next', 0, 1)]])[0]).toBe('Board1\nnext')
  })

  it('gives a page for a page, empty ones too', () => {
    expect(layOut([[], [run('x', 0, 0)], []])).toEqual(['', 'x', ''])
    expect(layOut([])).toEqual([])
  })

  it('loses no letter, and keeps lines and columns in order', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/)
    const table = fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(table, rows => {
        const runs = rows.flatMap(([left, right], row) => [run(left, 0, row), run(right, 20, row)])
        const shuffled = runs.toReversed()
        const lines =
          layOut([shuffled])[0]
            ?.split('\n')
            .filter(line => line !== '') ?? []
        expect(lines.map(line => line.split(/ {2,}/))).toEqual(rows.map(pair => [...pair]))
        expect(new Set(lines.map((line, row) => line.lastIndexOf(rows[row]?.[1] ?? '')))).toEqual(
          new Set([20]),
        )
      }),
    )
  })
})
