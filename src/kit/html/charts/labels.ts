export type Label = {
  readonly text: string
  readonly className: string
  /** Where the label would like to stand. */
  readonly y: number
}

/**
 * Moves labels of one column apart until each has `gap` of its own, and none leaves `top` to
 * `bottom`. Neighbours give way to each other equally, so each stays as near its line as it can.
 */
export function spread(
  labels: readonly Label[],
  gap: number,
  top: number,
  bottom: number,
): Label[] {
  type Cluster = { labels: Label[]; middle: number }
  const clusters: Cluster[] = []
  const height = (cluster: Cluster): number => (cluster.labels.length - 1) * gap
  const keepWithin = (cluster: Cluster): void => {
    const reach = height(cluster) / 2
    cluster.middle = Math.max(top + reach, Math.min(bottom - reach, cluster.middle))
  }
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    let cluster: Cluster = { labels: [label], middle: label.y }
    keepWithin(cluster)
    for (let above = clusters.at(-1); above; above = clusters.at(-1)) {
      const apart = cluster.middle - height(cluster) / 2 - (above.middle + height(above) / 2)
      if (apart >= gap - 1e-9) break
      clusters.pop()
      const all = [...above.labels, ...cluster.labels]
      const offsets = all.map((one, i) => one.y - i * gap)
      const start = offsets.reduce((sum, offset) => sum + offset, 0) / all.length
      cluster = { labels: all, middle: start + ((all.length - 1) * gap) / 2 }
      keepWithin(cluster)
    }
    clusters.push(cluster)
  }
  return clusters.flatMap(cluster =>
    cluster.labels.map((label, i) => ({
      ...label,
      y: cluster.middle - height(cluster) / 2 + i * gap,
    })),
  )
}
