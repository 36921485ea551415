import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseIsoDay } from '#calendar'
import { type Commitment, nothingYet } from './commitment.ts'
import type { KnownMeeting, WorkplanFrom } from './entry.ts'
import { workplanOf } from './workplan.ts'

const on = (iso: string) => parseIsoDay(iso) ?? 0
const today = on('2020-02-20')

const promise = (more: Partial<Commitment> = {}): Commitment => ({
  ...nothingYet,
  id: 'c1',
  number: 1,
  kind: 'report expected',
  title: 'Permanence report',
  words: 'The committee agreed to receive the permanence report at its meeting on 5 March 2020.',
  origin: {
    kind: 'minute paragraph',
    id: 'p',
    label: 'Scrutiny, 16 January 2020, paragraph 4.3',
    href: null,
    bodyId: 'scrutiny',
    bodyName: 'Scrutiny',
    on: on('2020-01-16'),
  },
  receivedOn: null,
  state: 'open',
  joinedTo: null,
  promised: {
    meetingId: null,
    bodyId: 'scrutiny',
    bodyName: 'Scrutiny',
    on: on('2020-03-05'),
  },
  madeAt: new Date('2020-01-17T10:00:00Z'),
  madeBy: 'The clerk',
  ...more,
})

const meeting = (
  iso: string,
  items: readonly (readonly [string, ...string[]])[],
): KnownMeeting => ({
  meetingId: `scrutiny-${iso}`,
  bodyId: 'scrutiny',
  bodyName: 'Scrutiny',
  on: on(iso),
  href: null,
  items: items.map(([title, ...commitmentIds], at) => ({
    id: String(at),
    title,
    commitmentIds,
  })),
})

const plan = (
  commitments: readonly Commitment[],
  meetings: readonly KnownMeeting[],
  more: Partial<WorkplanFrom> = {},
) =>
  workplanOf({
    commitments,
    meetings,
    own: [],
    dates: [],
    today,
    hrefOf: each => `/commitments/${each.id}`,
    ...more,
  })
const alarms = (...asked: Parameters<typeof plan>) => plan(...asked).alarms.map(each => each.kind)

test('what was promised for a meeting and is not on its agenda raises an alarm', () => {
  const agenda = meeting('2020-03-05', [['Apologies'], ['Quality assurance']])
  expect(alarms([promise()], [agenda])).toEqual(['not on the agenda'])
  const [alarm] = plan([promise()], [agenda]).alarms
  expect(alarm?.words).toBe(
    'It was promised for Scrutiny on 5 March 2020. The agenda has 2 items and none of them is it.',
  )
})

test('no alarm where it is on the agenda, has come, or no agenda is drawn up yet', () => {
  expect(alarms([promise()], [meeting('2020-03-05', [['Permanence', 'c1']])])).toEqual([])
  expect(alarms([promise()], [meeting('2020-03-05', [])])).toEqual([])
  const begun = { ...meeting('2020-03-05', [['Apologies']]), drawnUp: false }
  expect(alarms([promise()], [begun])).toEqual([])
  const agenda = meeting('2020-03-05', [['Apologies']])
  expect(alarms([promise({ state: 'received' })], [agenda])).toEqual([])
  expect(alarms([promise({ state: 'withdrawn' })], [agenda])).toEqual([])
})

test('what was missed stays until it is promised again', () => {
  const later = { today: on('2020-06-01') }
  const been = meeting('2020-03-05', [['Apologies']])
  const missed = plan([promise()], [been, meeting('2020-07-02', [])], later)
  expect(missed.alarms.map(each => each.kind)).toEqual(['missed'])
  expect(missed.bodies[0]?.missed.map(each => each.id)).toEqual(['c1'])
  const again = promise({
    promised: { meetingId: null, bodyId: 'scrutiny', bodyName: 'Scrutiny', on: on('2020-07-02') },
    dueOn: on('2020-07-02'),
    deferrals: 1,
  })
  const promisedAgain = plan([again], [been, meeting('2020-07-02', [])], later)
  expect(promisedAgain.alarms).toEqual([])
  expect(promisedAgain.bodies[0]?.meetings[0]?.entries.map(each => each.id)).toEqual(['c1'])
})

test('a meeting that was called off, or a day that was never fixed, raises an alarm too', () => {
  expect(alarms([promise()], [meeting('2020-03-12', [])])).toEqual(['no meeting'])
  const fuzzy = promise({ promised: null, dueWords: 'later this year' })
  expect(alarms([fuzzy], [])).toEqual([])
  expect(alarms([fuzzy], [], { today: on('2020-07-16') })).toEqual(['no day fixed'])
})

test('the identifier of a meeting goes before its day: a meeting that moved takes its promises along', () => {
  const moved = meeting('2020-03-19', [['Apologies']])
  const by = {
    meetingId: moved.meetingId,
    bodyId: 'scrutiny',
    bodyName: null,
    on: on('2020-03-05'),
  }
  expect(plan([promise({ promised: by })], [moved]).alarms.map(each => each.on)).toEqual([
    on('2020-03-19'),
  ])
})

test('what is due back is heard at the next meeting of the body that asked', () => {
  const action = promise({
    id: 'c2',
    kind: 'action',
    title: 'Share the figures',
    promised: null,
    dueOn: on('2020-02-01'),
  })
  const [body] = plan([action], [meeting('2020-03-05', []), meeting('2020-05-14', [])]).bodies
  expect(body?.meetings.map(each => each.entries.map(entry => entry.title))).toEqual([
    ['Share the figures'],
    [],
  ])
})

test('a meeting with more than it has time for says so', () => {
  const many = Array.from({ length: 4 }, (_, at) => promise({ id: `c${at}` }))
  const agenda = meeting('2020-03-05', [['A'], ['B'], ['Permanence', 'c0']])
  const first = (capacity: number) => plan(many, [agenda], { capacity }).bodies[0]?.meetings[0]
  expect(first(6)).toMatchObject({ otherItems: 2, isOver: false })
  expect(first(5)?.isOver).toBe(true)
})

test('nothing that was promised is ever lost: it is at a meeting, missed or without a place', () => {
  const day = fc.integer({ min: today - 300, max: today + 300 })
  fc.assert(
    fc.property(
      fc.array(fc.record({ on: fc.option(day), body: fc.constantFrom('scrutiny', 'board') })),
      fc.array(fc.record({ on: day, has: fc.array(fc.nat({ max: 9 })) }), { maxLength: 6 }),
      (promises, held) => {
        const commitments = promises.map((each, at) =>
          promise({
            id: `c${at}`,
            promised: { meetingId: null, bodyId: each.body, bodyName: each.body, on: each.on },
          }),
        )
        const meetings = held.map((each, at) => ({
          ...meeting('2020-03-05', [['x', ...each.has.map(n => `c${n}`)]]),
          meetingId: `m${at}`,
          on: each.on,
        }))
        const found = plan(commitments, meetings).bodies.flatMap(body => [
          ...body.meetings.flatMap(each => each.entries),
          ...body.missed,
          ...body.unplaced,
        ])
        expect(found.map(each => each.id).toSorted()).toEqual(
          commitments.map(each => each.id).toSorted(),
        )
      },
    ),
  )
})

test('a response that the law wants within two months is called late', () => {
  const asked = promise({
    kind: 'recommendation',
    promised: null,
    statutory: true,
    receivedOn: on('2019-12-01'),
    dueOn: on('2020-01-31'),
    toPosts: ['Director of Children’s Services', 'Director of Adult Services'],
  })
  const [alarm] = plan([asked], []).alarms
  expect(alarm).toMatchObject({
    kind: 'response late',
    words:
      'No response from Director of Children’s Services and Director of Adult Services by 31 January 2020.',
  })
})
