import { type CodeColumn, type Column, type ColumnBuilder, columnBuilder } from './column.ts'
import type { Fields, List, ValuesOf } from './list.ts'

/** The rows of one list, in columns. `child` holds the council's identifier of each row's child. */
export interface Table {
  readonly list: List
  readonly length: number
  readonly child: CodeColumn
  readonly columns: Readonly<Record<string, Column>>
}

export interface TableBuilder<F extends Fields = Fields> {
  /** Adds a row. Fields that are left out are "not recorded". */
  add(child: string, values: Partial<ValuesOf<F>>): void
  readonly length: number
  build(): Table
}

export function tableBuilder<F extends Fields>(list: List<string, F>): TableBuilder<F> {
  const child = columnBuilder('code')
  const names = Object.keys(list.fields)
  const builders = names.map(name => columnBuilder(list.fields[name]?.kind ?? 'code'))
  let length = 0
  return {
    add(id, values) {
      child.push(id)
      for (let place = 0; place < names.length; place++) {
        // The schema pairs each name with its builder's kind; TypeScript cannot see that they agree.
        const builder = builders[place] as ColumnBuilder<'code'>
        const value = values[names[place] as keyof F] as string | undefined
        builder.push(value ?? nothingFor(builder))
      }
      length++
    },
    get length() {
      return length
    },
    build() {
      const columns = Object.fromEntries(
        names.map((name, place) => [name, builders[place]?.build()]),
      )
      return { list, length, child: child.build(), columns: columns as Record<string, Column> }
    },
  }
}

function nothingFor(builder: ColumnBuilder<'code'>): string {
  // '' for a code; every other kind of builder takes null for "not recorded".
  return builder.kind === 'code' ? '' : (null as unknown as string)
}
