import { type CodeColumn, columnBuilder, NOTHING } from './column.ts'
import { derivedList } from './derived-list.ts'
import { type HistoryTable, historyTable } from './history.ts'
import { code, day } from './list.ts'

/**
 * Every review that was held of a child's plan: child protection review conferences and reviews of
 * children in care together, in the order of the children.
 */
export const reviewsHeld = derivedList(
  'reviewsHeld',
  'reviews held',
  {
    heldOn: day('Date of the review'),
    kind: code('protection or care'),
    participation: code('How the child took part: PN0 to PN7'),
  },
  {
    from: 'protectionReviews',
    derive: (history, list) => {
      const protection = history.tables.get('protectionReviews')
      const care = history.tables.get('careReviews')
      if (protection === undefined) return null
      const heldOn = columnBuilder('day')
      const kind = columnBuilder('code')
      const participation = columnBuilder('code')
      const child: number[] = []
      const add = (table: HistoryTable | undefined, number: number, named: string): void => {
        const to = table?.firstRow[number + 1] ?? 0
        for (let row = table?.firstRow[number] ?? 0; row < to; row++) {
          const on = table?.columns['heldOn']?.values[row] ?? NOTHING
          if (on === NOTHING) continue
          const part = table?.columns['participation']
          child.push(number)
          heldOn.push(on)
          kind.push(named)
          participation.push(part?.kind === 'code' ? wordAt(part, row) : '')
        }
      }
      for (let number = 0; number < history.childIds.length; number++) {
        add(protection, number, 'protection')
        add(care, number, 'care')
      }
      const columns = {
        heldOn: heldOn.build(),
        kind: kind.build(),
        participation: participation.build(),
      }
      return historyTable(list, Int32Array.from(child), columns, history.childIds.length)
    },
  },
)

function wordAt(column: CodeColumn, row: number): string {
  return column.words[column.values[row] ?? 0] ?? ''
}
