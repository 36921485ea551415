import { record } from '#journal'
import type { Database } from '#kit/db/index.ts'
import { type Held, type Holds, type Person, rowsIn } from './held.ts'

/**
 * Everything that any room holds about a child or a user, for them, for whoever may ask in their
 * name, or for a court. That it was put together is in the journal, without naming a child.
 */
export async function collectHeld(
  db: Database,
  authority: string,
  person: Person,
  holders: readonly Holds[],
  by: { readonly actor: string; readonly at: Date; readonly because?: string },
): Promise<Held> {
  const parts = []
  for (const holder of holders) {
    if (holder.of === person.kind) parts.push(...(await holder.about(authority, person)))
  }
  const held: Held = {
    person,
    authority,
    at: by.at,
    parts: parts.filter(part => part.rows.length > 0),
  }
  await db.as(authority, trx =>
    record(
      trx,
      {
        actor: by.actor,
        action: 'held.exported',
        subject: { kind: person.kind, id: person.ref },
        detail: { parts: held.parts.length, rows: rowsIn(held), because: by.because },
      },
      by.at,
    ),
  )
  return held
}
