import { contacts } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { contactsReceived } from './fd01-contacts-received.ts'

test('contacts count in the month in which they were received', () => {
  const made = record()
    .child('first day')
    .had(contacts, { receivedOn: '2026-03-01' })
    .child('last day')
    .had(contacts, { receivedOn: '2026-03-31' })
    .child('next month')
    .had(contacts, { receivedOn: '2026-04-01' })
    .child('no date')
    .had(contacts, { source: '6' })
  expect(made.in('2026-03', contactsReceived)).toEqual({
    counted: ['first day', 'last day'],
    not: [],
  })
  expect(made.value('2026-03', contactsReceived)).toBe(2)
})
