import { sheetName } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import type { Audit } from '../audit.ts'
import { importedOf } from './store.ts'
import { BROUGHT } from './purpose.ts'

/** The row of a table that an audit was brought from; null for one that was done here. */
export async function broughtFrom(
  trx: Trx,
  { id, reason }: Pick<Audit, 'id' | 'reason'>,
): Promise<{
  readonly file: string | null
  readonly line: number
  readonly toolWords: string
} | null> {
  const row = reason === 'imported' ? await importedOf(trx, id) : null
  if (row === null) return null
  const { sheetId, line, toolWords } = row
  return { file: await sheetName(trx, sheetId, BROUGHT), line, toolWords }
}
