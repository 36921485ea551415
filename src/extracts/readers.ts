import { annexA } from './annex-a/index.ts'
import { cin } from './cin/index.ts'
import type { ExtractReader } from './extract.ts'
import { ssd } from './ssd/index.ts'
import { ssda903 } from './ssda903/index.ts'

/**
 * Every kind of file that can be loaded. A file goes to the first that claims it: Annex A comes last,
 * because its lists are told by the words of their headings and it takes any workbook.
 */
export const readers: readonly ExtractReader[] = [cin, ssda903, ssd, annexA]
