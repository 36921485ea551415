import type { Refusal } from './extract.ts'
import type { Problem } from './values.ts'

/** The refusal of a whole file. */
export function fileRefusal(
  file: string,
  problem: Problem,
  where: { readonly row?: number | null; readonly value?: string | null } = {},
): Refusal {
  return {
    effect: 'file-refused',
    file,
    sourceList: '',
    row: where.row ?? null,
    column: null,
    value: where.value ?? null,
    code: problem.code,
    message: problem.message,
  }
}
