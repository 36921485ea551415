import { type Line, readJournal } from '#journal'
import type { Database } from '#kit/db/index.ts'
import type { HeldPart, Holds, Person } from './held.ts'

const AT_ONCE = 1000

/** Lines of the journal about a child, under the reference that stands for them; or of a user's doing. */
export function heldInJournal(db: Database, of: Person['kind']): Holds {
  return {
    of,
    async about(authority, person) {
      const isAbout = (line: Line) =>
        (line.subjectKind === of && [person.ref, person.id].includes(line.subjectId)) ||
        (of === 'user' && line.actor === person.id)
      const rows: HeldPart['rows'][number][] = []
      let before: number | undefined
      for (;;) {
        const query = { limit: AT_ONCE, ...(before !== undefined && { before }) }
        const lines = await db.as(authority, trx => readJournal(trx, query))
        for (const line of lines.filter(isAbout)) {
          rows.push([
            line.at.toISOString(),
            line.actor,
            line.action,
            `${line.subjectKind} ${line.subjectId}`,
            JSON.stringify(line.detail),
          ])
        }
        before = lines.at(-1)?.seq
        if (before === undefined) break
      }
      return [
        {
          source: 'The journal of what was done',
          sourceId: null,
          title: 'Lines of the journal',
          name: 'journal',
          columns: [
            { name: 'at', means: 'When' },
            { name: 'actor', means: 'Who did it' },
            { name: 'action', means: 'What was done' },
            { name: 'subject', means: 'To what' },
            { name: 'detail', means: 'In detail' },
          ],
          rows: rows.toReversed(),
        },
      ]
    },
  }
}
