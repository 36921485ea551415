import type { ExtractReader } from '../extract.ts'
import { groupReturns } from './group.ts'
import { readReturn } from './read.ts'
import { kindOf } from './source.ts'
import { workbookHolds903 } from './workbook.ts'

/** Reads the children looked after return (SSDA903), as CSV files, a workbook of them, or XML. */
export const ssda903: ExtractReader = {
  kind: 'ssda903',
  claims(file) {
    const kind = kindOf(file)
    return kind === 'workbook' ? workbookHolds903(file.bytes) : kind !== null
  },
  group: groupReturns,
  read: readReturn,
}
