import type { Trx } from '#kit/db/index.ts'
import { conflict, notFound } from '#kit/http/index.ts'
import { type KeptSheet, sheetById } from './store/index.ts'

/**
 * A table whose rows are to be taken in, held until the transaction ends.
 * @throws notFound, and conflict where it was taken in before
 */
export async function sheetToTake(trx: Trx, id: string, purpose: string): Promise<KeptSheet> {
  const sheet = await sheetById(trx, id, purpose)
  if (sheet === null) throw notFound()
  if (sheet.taken !== null) throw conflict('This table has been brought in already.')
  return sheet
}
