import { visits } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { protectionChildSeenAlone } from './cp16-protection-child-seen-alone.ts'

test('only visits under a protection plan are asked about', () => {
  const made = record()
    .child('alone')
    .had(visits, { visitedOn: '2026-03-17', kind: 'protection', seenAlone: true })
    .child('not alone')
    .had(visits, { visitedOn: '2026-03-17', kind: 'protection', seenAlone: false })
    .child('not said')
    .had(visits, { visitedOn: '2026-03-17', kind: 'protection' })
    .child('in care')
    .had(visits, { visitedOn: '2026-03-17', kind: 'care', seenAlone: true })
  expect(made.in('2026-03', protectionChildSeenAlone)).toEqual({
    counted: ['alone'],
    not: ['not alone', 'not said'],
  })
})
