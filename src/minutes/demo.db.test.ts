import { expect, test } from 'vitest'
import { fillDemoBodies } from '#bodies'
import { allCommitments, commitmentById, demoCommitmentId, fillDemoCommitments } from '#commitments'
import { fillDemoMeetings, meetingsById } from '#meetings'
import { testDatabase } from '../../tests/database.ts'
import { person, today } from '../../tests/signed-in.ts'
import {
  allMinutes,
  demoMinutes,
  fillDemoMinutes,
  minutesGaps,
  paragraphById,
  publishedMinutes,
} from './index.ts'

const db = await testDatabase()
const at = new Date('2026-11-21T12:00:00Z')

test('the demonstration has minutes that are agreed, drafts, corrected, and lead to what was raised', async () => {
  await db.as('D01', async trx => {
    await fillDemoBodies(trx, 'D01', at)
    await fillDemoMeetings(trx, 'D01', at)
    await fillDemoCommitments(trx, 'D01', new Map())
    await fillDemoMinutes(trx, 'D01', at)
  })
  const all = await db.as('D01', allMinutes)
  expect(all).toHaveLength(demoMinutes.length)
  const states = (state: string) => all.filter(each => each.state === state).length
  expect([states('being written'), states('draft') > 0, states('agreed') > 5]).toEqual([
    1,
    true,
    true,
  ])
  const meetings = await db.as('D01', trx =>
    meetingsById(
      trx,
      all.map(each => each.meetingId),
    ),
  )
  expect(new Set(meetings.map(each => each.id)).size).toBe(all.length)
  const heldOn = new Map(meetings.map(each => [each.id, each.heldOn]))
  const tooEarly = all.filter(
    each => each.agreedOn !== null && each.agreedOn <= (heldOn.get(each.meetingId) ?? 0),
  )
  expect(tooEarly).toEqual([])
  const shown = await db.as('D01', async trx => {
    const read = []
    for (const { meetingId } of all) read.push(await publishedMinutes(trx, meetingId))
    return read
  })
  const words = JSON.stringify(shown)
  expect(words).not.toContain('what three providers had offered')
  expect(shown.flatMap(each => each?.corrections ?? []).map(each => each.after)).toContain(
    'One in five audits was graded inadequate, and the share had not changed in a year.',
  )

  const commitment = await db.as('D01', trx => commitmentById(trx, demoCommitmentId('workers-2')))
  expect(commitment?.origin.kind).toBe('minute paragraph')
  const paragraph = await db.as('D01', trx => paragraphById(trx, commitment?.origin.id ?? ''))
  expect(paragraph?.words).toBe(commitment?.words)
  expect(commitment?.published).toBe(true)
  const told = demoMinutes.flatMap(each => each.items.flatMap(item => item.said))
  const claimed = (await db.as('D01', allCommitments)).filter(
    each => each.origin.kind === 'minute paragraph',
  )
  expect(claimed).toHaveLength(told.filter(each => each.commitment !== undefined).length)

  const asked = { today, viewer: person('D01', 'clerk') }
  const gaps = await db.as('D01', trx => minutesGaps(trx, asked))
  expect(gaps.map(each => each.kind)).toContain('ask-without-commitment')
  expect(gaps.map(each => each.kind)).toContain('minutes-not-agreed')
  expect(
    await db.as('D01', trx => minutesGaps(trx, { today, viewer: person('D01', 'member') })),
  ).toEqual([])
})

test('it is filled once, however often it is asked for', async () => {
  const fill = async () =>
    db.as('D02', async trx => {
      await fillDemoMinutes(trx, 'D02', at)
      return (await allMinutes(trx)).length
    })
  await db.as('D02', trx => fillDemoBodies(trx, 'D02', at))
  expect(await fill()).toBe(demoMinutes.length)
  expect(await fill()).toBe(demoMinutes.length)
})
