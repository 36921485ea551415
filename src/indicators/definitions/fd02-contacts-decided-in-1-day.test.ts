import { contacts } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { contactsDecidedIn1Day } from './fd02-contacts-decided-in-1-day.ts'

test('a contact of a Friday is decided in time on the Monday', () => {
  const made = record()
    .child('same day')
    .had(contacts, { receivedOn: '2026-03-06', decidedOn: '2026-03-06' })
    .child('Monday')
    .had(contacts, { receivedOn: '2026-03-06', decidedOn: '2026-03-09' })
    .child('Tuesday')
    .had(contacts, { receivedOn: '2026-03-06', decidedOn: '2026-03-10' })
    .child('not decided')
    .had(contacts, { receivedOn: '2026-03-06' })
  expect(made.in('2026-03', contactsDecidedIn1Day)).toEqual({
    counted: ['same day', 'Monday'],
    not: ['Tuesday', 'not decided'],
  })
})

test('where no file says when a contact was decided, there is no figure', () => {
  const made = record().child('a child').had(contacts, { receivedOn: '2026-03-06' })
  expect(made.value('2026-03', contactsDecidedIn1Day)).toBeNull()
})
