/** The address of a child's record. It holds the child's reference, which names nobody. */
export function childPath(ref: string): string {
  return `/children/${ref}`
}
