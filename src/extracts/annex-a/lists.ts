import type { AnnexList } from './annex-list.ts'
import { lists1to6 } from './lists-1-to-6.ts'
import { lists7to11 } from './lists-7-to-11.ts'

/** All eleven, in order. */
export const annexLists: readonly AnnexList[] = [...lists1to6, ...lists7to11]
