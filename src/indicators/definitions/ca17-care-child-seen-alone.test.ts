import { visits } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { careChildSeenAlone } from './ca17-care-child-seen-alone.ts'

test('only visits to children in care are asked about', () => {
  const made = record()
    .child('alone')
    .had(visits, { visitedOn: '2026-03-17', kind: 'care', seenAlone: true })
    .child('not said')
    .had(visits, { visitedOn: '2026-03-17', kind: 'care' })
    .child('protected')
    .had(visits, { visitedOn: '2026-03-17', kind: 'protection', seenAlone: true })
  expect(made.in('2026-03', careChildSeenAlone)).toEqual({ counted: ['alone'], not: ['not said'] })
})
