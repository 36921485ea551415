/** The names that are most like a text, nearest first, and none that is too far to be meant. */
export function nearest(text: string, names: readonly string[], most = 3): readonly string[] {
  const wanted = plain(text)
  return names
    .map(name => ({ name, steps: stepsBetween(wanted, plain(name)) }))
    .filter(({ name, steps }) => steps <= Math.max(2, name.length / 2))
    .toSorted((a, b) => a.steps - b.steps || a.name.localeCompare(b.name))
    .slice(0, most)
    .map(({ name }) => name)
}

export function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** How many letters have to be changed, put in or left out to make one text of the other. */
export function stepsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, place) => place)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return row[b.length] ?? 0
}
