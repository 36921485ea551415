import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { maybeText } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { invalid } from '#kit/http/index.ts'
import { addPerson, type KeepingBodies } from '../change.ts'
import { peopleById } from '../store/index.ts'

/** The fields with which a form asks for somebody known, or for somebody new. */
export const PersonChoice = {
  person: z.union([z.literal(''), z.uuid()]).default(''),
  newTitle: maybeText(40),
  newName: maybeText(160),
  newUnnamed: z.string().default(''),
}

type Chosen = {
  readonly person: string
  readonly newTitle: string
  readonly newName: string
  readonly newUnnamed: string
}

/**
 * Who was chosen; somebody new is written down first. Null where nobody was.
 * @throws invalid where both are given, or nobody has that identifier
 */
export async function personFrom(
  trx: Trx,
  by: KeepingBodies,
  { person, newTitle, newName, newUnnamed }: Chosen,
): Promise<string | null> {
  const unnamed = newUnnamed === 'yes'
  if (newName === '') {
    if (unnamed && person === '')
      throw invalid([
        { field: 'newName', message: 'Enter their role: it is shown and no name is.' },
      ])
    if (person === '') return null
    if ((await peopleById(trx, [person])).length === 0)
      throw invalid([{ field: 'person', message: 'Choose one of the people in the list.' }])
    return person
  }
  if (person !== '')
    throw invalid([{ field: 'person', message: 'Choose a person or enter a new one, not both.' }])
  const id = randomUUID()
  await addPerson(trx, by, {
    id,
    name: newName,
    title: unnamed || newTitle === '' ? null : newTitle,
    userId: null,
    unnamed,
    contactEmail: null,
  })
  return id
}
