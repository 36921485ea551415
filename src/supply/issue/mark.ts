import { createHash } from 'node:crypto'
import type { IssueContents } from './contents.ts'

/** Says whether two drafts show the same. */
export function markOf(contents: IssueContents): string {
  return createHash('sha256').update(JSON.stringify(contents)).digest('hex').slice(0, 32)
}
