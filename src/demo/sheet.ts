/** What stands in a cell for "not recorded" or "has not happened". */
export const NONE = -2_147_483_648

/**
 * Rows of whole numbers, kept column by column: two million events of a county stay under a
 * hundred megabytes. A code is kept as its place in a list of words.
 */
export interface Sheet<Name extends string> {
  readonly length: number
  /** Adds a row and says its place. */
  add(row: Readonly<Record<Name, number>>): number
  get(row: number, name: Name): number
  set(row: number, name: Name, value: number): void
  /** The columns themselves, for going through all rows; read them after the last row was added. */
  cells(): Readonly<Record<Name, Int32Array>>
  /** Gives back the room that no row needs, once no more are to come. */
  trim(): void
}

export function sheet<Name extends string>(...names: readonly Name[]): Sheet<Name> {
  let room = 1024
  let length = 0
  const columns: Record<string, Int32Array> = {}
  for (const name of names) columns[name] = new Int32Array(room)
  const cellsOf = (name: Name) => columns[name] ?? missing(name)

  return {
    get length() {
      return length
    },
    add(row) {
      if (length === room) {
        room *= 2
        for (const name of names) {
          const larger = new Int32Array(room)
          larger.set(cellsOf(name))
          columns[name] = larger
        }
      }
      for (const name of names) cellsOf(name)[length] = row[name]
      return length++
    },
    trim() {
      room = Math.max(1, length)
      for (const name of names) columns[name] = cellsOf(name).slice(0, room)
    },
    get: (row, name) => cellsOf(name)[row] ?? NONE,
    set(row, name, value) {
      cellsOf(name)[row] = value
    },
    // Made above for each of the names.
    cells: () => columns as Readonly<Record<Name, Int32Array>>,
  }
}

export function cell(column: Int32Array, row: number): number {
  return column[row] ?? NONE
}

function missing(name: string): never {
  throw new Error(`a sheet has no column ${name}`)
}
