import { type FrozenExtract } from '#extracts'
import type { RecordDefinition } from '#indicators'
import { type ListName, sourceList } from '#records'

/** How many of the rows that a figure rests on were refused, lost a value or are doubtful. */
export interface Worth {
  /** Rows that stood in the lists that the indicator is counted from. */
  readonly rows: number
  readonly rowsRefused: number
  readonly valuesRefused: number
  readonly doubtful: number
}

/** The lists that an indicator is counted from or looks at. */
export function listsBehind(
  definition: Pick<RecordDefinition, 'of' | 'uses'>,
): readonly ListName[] {
  const used = (definition.uses ?? []).map(use => sourceList('list' in use ? use.list : use))
  return [...new Set([sourceList(definition.of), ...used])]
}

/**
 * What the extract behind a figure is worth for one indicator: its lists' rows, and what could not
 * be taken as it stood. Null where the extract has no report of any of the lists.
 */
export function worthOf(
  { reports, refused }: Pick<FrozenExtract, 'reports' | 'refused'>,
  definition: Pick<RecordDefinition, 'of' | 'uses'>,
): Worth | null {
  const lists = listsBehind(definition)
  const own = reports.filter(report => report.lists.some(list => lists.includes(list)))
  if (own.length === 0) return null
  const names = new Set(own.map(report => report.sourceList))
  const counted = (effect: string) =>
    refused
      .filter(each => each.effect === effect && names.has(each.sourceList))
      .reduce((sum, each) => sum + each.count, 0)
  return {
    rows: own.reduce((sum, report) => sum + report.rowsFound, 0),
    rowsRefused: own.reduce((sum, report) => sum + report.rowsRefused, 0),
    valuesRefused: counted('value-refused'),
    doubtful: counted('doubtful'),
  }
}

/** The share of rows that were refused or hold a refused or doubtful value, at most; 0 to 1. */
export function shareInDoubt({ rows, rowsRefused, valuesRefused, doubtful }: Worth): number {
  // A row with two doubtful values counts twice, so this is the most that it can be.
  return rows === 0 ? 0 : Math.min(1, (rowsRefused + valuesRefused + doubtful) / rows)
}

/** A sentence for beside a figure: how far its data can be relied on. */
export function worthInWords(worth: Worth): string {
  const { rows, rowsRefused, valuesRefused, doubtful } = worth
  const number = (count: number) => count.toLocaleString('en-GB')
  const all = `the ${number(rows)} ${rows === 1 ? 'row' : 'rows'} behind this figure`
  if (rows === 0) return 'The list behind this figure held no rows.'
  if (rowsRefused + valuesRefused + doubtful === 0) {
    return `Nothing in ${all} was refused or doubtful.`
  }
  const share = shareInDoubt(worth) * 100
  const said = share < 0.1 ? 'fewer than 0.1%' : `at most ${share.toFixed(1)}%`
  const parts = [
    rowsRefused > 0 && `${number(rowsRefused)} ${rowsRefused === 1 ? 'was' : 'were'} refused`,
    valuesRefused > 0 &&
      `${number(valuesRefused)} ${valuesRefused === 1 ? 'value was' : 'values were'} refused`,
    doubtful > 0 && `${number(doubtful)} ${doubtful === 1 ? 'value is' : 'values are'} doubtful`,
  ].filter(part => part !== false)
  return `Of ${all}, ${parts.join(', ')}: ${said} of them.`
}
