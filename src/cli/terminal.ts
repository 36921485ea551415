/** What a command says while it works and when it is done. */

// Who reads may have had enough, as in “sightline help | head”: that is no fault of the command,
// which goes on to its end.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

export function say(text = ''): void {
  process.stdout.write(`${text}\n`)
}

/**
 * One line that is written over as the work goes on; where the output is no terminal, a line for
 * each tenth of the way.
 */
export function progressLine(): { show(share: number, words: string): void; end(): void } {
  const { stderr } = process
  let lastTenth = -1
  return {
    show(share, words) {
      const percent = `${Math.round(share * 100)}%`.padStart(4)
      if (stderr.isTTY) {
        stderr.write(`\r\u001B[2K${percent} ${words}`.slice(0, (stderr.columns || 80) + 4))
        return
      }
      const tenth = Math.floor(share * 10)
      if (tenth === lastTenth) return
      lastTenth = tenth
      stderr.write(`${percent} ${words}\n`)
    },
    end() {
      if (stderr.isTTY) stderr.write('\r\u001B[2K')
    },
  }
}

/** Rows in columns, the first to the left and the others to the right. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, place) =>
    Math.max(...rows.map(row => row[place]?.length ?? 0)),
  )
  return rows
    .map(row =>
      row
        .map((cell, place) =>
          place === 0 ? cell.padEnd(widths[place] ?? 0) : cell.padStart(widths[place] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
