import { isOpenLine, type Line } from './line.ts'

/**
 * The lines that a next plan may take over: open ones, and what stands above them so that they keep
 * their place.
 */
export function toCarry(lines: readonly Line[], chosen: ReadonlySet<string>): readonly Line[] {
  const byId = new Map(lines.map(line => [line.id, line]))
  const kept = new Set<string>()
  for (const line of lines) {
    if (!chosen.has(line.id) || !isOpenLine(line)) continue
    for (
      let at: Line | undefined = line;
      at !== undefined && !kept.has(at.id);
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    )
      kept.add(at.id)
  }
  return lines.filter(line => kept.has(line.id))
}

/** Lines that came, directly or by other plans, from the plan they are to be carried into. */
export function comingBack(
  lines: readonly Line[],
  all: readonly Line[],
  intoPlan: string,
): readonly Line[] {
  const byId = new Map(all.map(line => [line.id, line]))
  return lines.filter(line => {
    const seen = new Set<string>()
    for (
      let at = byId.get(line.id);
      at !== undefined && !seen.has(at.id);
      at = at.carriedFrom === null ? undefined : byId.get(at.carriedFrom)
    ) {
      if (at.planId === intoPlan) return true
      seen.add(at.id)
    }
    return false
  })
}
