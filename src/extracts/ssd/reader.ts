import type { ExtractReader, SourceFile } from '../extract.ts'
import { readExtract } from './read.ts'
import { recogniseFile } from './recognise.ts'
import { statedIn } from './window.ts'

/** Reads extracts of the Standard Safeguarding Dataset: one CSV file for each of its tables. */
export const ssd: ExtractReader = {
  kind: 'ssd',
  claims: file => recogniseFile(file.bytes) !== null,
  group: groupExtracts,
  read: readExtract,
}

/**
 * Splits files into extracts: those of one folder belong together, and those whose names are the
 * same but for the table ('2025-06 ssd_contacts.csv'). Extracts come in the order of their days
 * where their logs of versions say them, else of their names.
 */
function groupExtracts(files: readonly SourceFile[]): readonly (readonly SourceFile[])[] {
  const groups = Map.groupBy(files, file => {
    const path = file.name.replaceAll('\\', '/').toLowerCase()
    const folder = path.split('/').slice(0, -1).join('/')
    const last = path.split('/').at(-1) ?? ''
    const rest = /(.*)ssd[_ -][a-z0-9_ -]+?((?:[_ -]\d[\d_ -]*)?)\.[a-z]+$/.exec(last)
    return `${folder}\n${rest === null ? '' : `${rest[1]}\n${rest[2]}`}`
  })
  return [...groups]
    .map(([name, group]) => ({ name, group, day: dayOfGroup(group) }))
    .toSorted((a, b) => a.day - b.day || a.name.localeCompare(b.name))
    .map(({ group }) => group)
}

function dayOfGroup(group: readonly SourceFile[]): number {
  const log = group.find(file => recogniseFile(file.bytes)?.kind === 'versions')
  if (log === undefined) return 0
  const { to, madeOn } = statedIn(log.bytes)
  return to ?? madeOn ?? 0
}
