import type { Trx } from '#kit/db/index.ts'
import type { Tool } from '#practice'
import { broughtTool } from './bringing/tool.ts'
import { insertTool, keptTools } from './store/index.ts'
import { shippedTools } from './tools/index.ts'

/** The tools that audits begin with today: the council's newest of each, or else the one that comes with Sightline. */
export async function currentTools(trx: Trx): Promise<readonly Tool[]> {
  const kept = await keptTools(trx)
  const newest = new Map(kept.toReversed().map(({ tool }) => [tool.key, tool]))
  const shipped = shippedTools.map(tool => newest.get(tool.key) ?? tool)
  const own = [...newest.values()].filter(tool => !shippedTools.some(each => each.key === tool.key))
  return [...shipped, ...own]
}

/** A tool as it was at a version: an audit keeps the one that it was begun with. */
export async function toolAt(trx: Trx, key: string, version: number): Promise<Tool | null> {
  return toolIn(await keptTools(trx, key), key, version)
}

/** Tools at their versions for many audits, read once. */
export async function toolsAt(trx: Trx): Promise<(key: string, version: number) => Tool | null> {
  const kept = await keptTools(trx)
  return (key, version) => toolIn(kept, key, version)
}

function toolIn(
  kept: readonly { readonly tool: Tool }[],
  key: string,
  version: number,
): Tool | null {
  const isThat = (tool: Tool): boolean => tool.key === key && tool.version === version
  const own = kept.find(({ tool }) => isThat(tool))?.tool
  return own ?? [...shippedTools, broughtTool].find(isThat) ?? null
}

/**
 * Keeps a tool as it is before an audit begins with it or somebody changes it, so that a later
 * Sightline with other words in it changes nothing that was audited.
 */
export async function pinTool(
  trx: Trx,
  by: { readonly authority: string; readonly at: Date },
  tool: Tool,
): Promise<void> {
  await insertTool(trx, by.authority, tool, {
    actorName: 'Sightline',
    at: by.at,
    reason: 'As it comes with Sightline',
  })
}
