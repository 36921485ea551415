import { type Constitution, type Day, isoDay, longDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { type ConstitutionVersion, constitutionOf, RulesKept } from '../constitution.ts'
import { dayIn } from './days.ts'

type Tables = {
  'bodies.constitutions': {
    authority: string
    id: string
    from_on: string
    document: string
    read_on: string | null
    rules: unknown
    noted_by: string
    noted_by_name: string
    noted_at: Date
  }
}

/** Every version of the council's own rules, the newest first. */
export async function allConstitutions(trx: Trx): Promise<readonly ConstitutionVersion[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('bodies.constitutions')
    .selectAll()
    .orderBy('from_on', 'desc')
    .orderBy('noted_at', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    fromOn: dayIn(row.from_on),
    constitution: {
      ...RulesKept.parse(row.rules),
      document: row.document,
      readOn: row.read_on === null ? null : longDay(dayIn(row.read_on)),
      isExample: false,
    },
    notedBy: row.noted_by,
    notedByName: row.noted_by_name,
    notedAt: row.noted_at,
  }))
}

/** The council's own rules as they stood on a day; the example (`isExample`) where it has none. */
export async function constitutionOn(trx: Trx, day: Day): Promise<Constitution> {
  return constitutionOf(await allConstitutions(trx), day)
}

/** @param readOn the day on which somebody read the document; null where nobody has */
export async function insertConstitution(
  trx: Trx,
  authority: string,
  version: ConstitutionVersion,
  readOn: Day | null,
): Promise<void> {
  const { document, readOn: _words, isExample: _mark, ...rules } = version.constitution
  await trx
    .withTables<Tables>()
    .insertInto('bodies.constitutions')
    .values({
      authority,
      id: version.id,
      from_on: isoDay(version.fromOn),
      document,
      read_on: readOn === null ? null : isoDay(readOn),
      rules: JSON.stringify(rules),
      noted_by: version.notedBy,
      noted_by_name: version.notedByName,
      noted_at: version.notedAt,
    })
    .execute()
}
