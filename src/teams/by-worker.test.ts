import { describe, expect, test } from 'vitest'
import { definitionOf, isOfRecords, usualStandards, wholeCounty } from '#indicators'
import { assessments, involvements, teams } from '#records'
import { monthNamed, record } from '../indicators/fixture.ts'
import { byWorker } from './by-worker.ts'
import { workerOn } from './worker-of.ts'

const inTime = definitionOf('AS01')

function made() {
  return record()
    .child('')
    .had(teams, { team: 'T', name: 'North', locality: 'East' })
    .child('a')
    .had(assessments, { startedOn: '2026-01-05', authorisedOn: '2026-02-02', team: 'T' })
    .had(involvements, { startedOn: '2025-01-01', endedOn: '2026-01-31', team: 'T', worker: 'w1' })
    .had(involvements, { startedOn: '2026-02-01', team: 'T', worker: 'w2' })
    .child('b')
    .had(assessments, {
      startedOn: '2025-06-02',
      authorisedOn: '2025-12-01',
      worker: 'w2',
      team: 'T',
    })
    .child('c')
    .had(assessments, { startedOn: '2026-01-05', authorisedOn: '2026-02-02', team: 'T' })
}

describe('a figure by worker', () => {
  test('takes the worker of the row, or else the one of the day, over a year', () => {
    if (inTime === undefined || !isOfRecords(inTime)) throw new Error('no AS01')
    const parts = byWorker(
      made().history(),
      inTime,
      monthNamed('2026-03'),
      wholeCounty,
      usualStandards,
      () => true,
    )
    expect(parts.map(({ worker, team, counted, all }) => ({ worker, team, counted, all }))).toEqual(
      [
        { worker: 'w2', team: 'North', counted: 1, all: 2 },
        { worker: '', team: 'North', counted: 1, all: 1 },
      ],
    )
    // One of two says next to nothing of what the share is: from one in ten to nine in ten.
    expect(parts[0]?.share?.lower).toBeLessThan(0.1)
    expect(parts[0]?.share?.upper).toBeGreaterThan(0.9)
  })

  test('leaves out the members of teams that are not the viewer’s', () => {
    if (inTime === undefined || !isOfRecords(inTime)) throw new Error('no AS01')
    const month = monthNamed('2026-03')
    const none = byWorker(made().history(), inTime, month, wholeCounty, usualStandards, () => false)
    expect(none).toEqual([])
  })
})

test('of two allocations the one that was open on the day is meant', () => {
  const history = made().history()
  const child = history.childIds.indexOf('a')
  const first = workerOn(history, child, 20_454)
  expect([first, workerOn(history, child, 20_500), workerOn(history, child, 0)]).toEqual([
    'w1',
    'w2',
    '',
  ])
})
