import { expect, test } from 'vitest'
import { parseIsoDay } from '#calendar'
import type { Changing } from '#findings'
import { readJournal } from '#journal'
import { testDatabase } from '../../tests/database.ts'
import {
  allCommitments,
  changeCommitment,
  COMMITMENT,
  commitmentById,
  commitmentEvents,
  commitmentsFrom,
  joinConcern,
  type NewCommitment,
  raise,
  takeCommitmentStep,
} from './index.ts'

const db = await testDatabase()
const on = (iso: string) => parseIsoDay(iso) ?? 0
const by = (authority: string, iso: string, name = 'The clerk'): Changing => ({
  authority,
  actor: name,
  actorName: name,
  at: new Date(`${iso}T10:00:00Z`),
  today: on(iso),
})

/** As a scrutiny committee of January 2020 has it, in words of our own. */
const asked = (words: string, more: Partial<NewCommitment> = {}): NewCommitment => ({
  kind: 'action',
  words,
  origin: {
    kind: 'minute paragraph',
    id: 'paragraph-4.2',
    label: 'Scrutiny, 9 January 2020, paragraph 4.2',
    href: '/minutes/1#p4.2',
    bodyId: null,
    bodyName: 'Scrutiny',
    on: on('2020-01-09'),
  },
  ...more,
})

test('an action is done, verified by somebody else, and its history and journal say so', async () => {
  const clerk = by('K01', '2020-01-10')
  await db.as('K01', async trx => {
    const { id, number, state } = await raise(
      trx,
      clerk,
      asked('Share the quarterly figures with the committee.', {
        owner: 'Head of Performance',
        dueOn: on('2020-02-01'),
      }),
    )
    expect([number, state]).toEqual([1, 'open'])
    const owner = by('K01', '2020-01-30', 'Head of Performance')
    await takeCommitmentStep(trx, owner, id, 'done', { words: 'Sent to every member.' })
    await expect(
      takeCommitmentStep(trx, owner, id, 'verify', { words: 'I have sent it.' }),
    ).rejects.toMatchObject({ status: 422 })
    const closed = await takeCommitmentStep(trx, by('K01', '2020-02-03'), id, 'verify', {
      words: 'The e-mail of 30 January with the figures.',
    })
    expect(closed).toMatchObject({
      state: 'closed',
      verifiedBy: 'The clerk',
      evidence: 'The e-mail of 30 January with the figures.',
    })
    expect(await commitmentById(trx, id)).toEqual(closed)
    expect((await commitmentsFrom(trx, ['paragraph-4.2'])).map(each => each.id)).toEqual([id])
    expect((await commitmentEvents(trx, id)).map(each => each.action)).toEqual([
      'Verified',
      'Done',
      'Written down: action',
    ])
    const journal = await readJournal(trx, { subject: { kind: COMMITMENT, id }, limit: 10 })
    expect(journal.map(line => line.action)).toEqual([
      'commitment.changed',
      'commitment.changed',
      'commitment.raised',
    ])
    expect(JSON.stringify(journal)).not.toContain('figures')
  })
})

test('a date that is put off keeps the first one, and cannot be moved later in silence', async () => {
  await db.as('K02', async trx => {
    const clerk = by('K02', '2020-01-10')
    const { id } = await raise(trx, clerk, asked('Bring a report.', { dueOn: on('2020-03-05') }))
    await expect(
      changeCommitment(trx, clerk, id, { dueOn: on('2020-06-01') }),
    ).rejects.toMatchObject({ status: 422 })
    const put = await takeCommitmentStep(trx, clerk, id, 'defer', {
      words: 'The audit is not finished.',
      dueOn: on('2020-06-01'),
    })
    const again = await takeCommitmentStep(trx, clerk, id, 'defer', {
      words: 'The meeting was called off.',
      dueOn: on('2020-09-10'),
    })
    expect(put.firstDueOn).toBe(on('2020-03-05'))
    expect(again).toMatchObject({
      firstDueOn: on('2020-03-05'),
      dueOn: on('2020-09-10'),
      deferrals: 2,
    })
    expect((await commitmentEvents(trx, id))[0]?.action).toBe(
      'Put off from 1 June 2020 to 10 September 2020',
    )
  })
})

test('a recommendation under the duty of law is due two months from its receipt', async () => {
  await db.as('K03', async trx => {
    const clerk = by('K03', '2020-01-16')
    await expect(
      raise(trx, clerk, asked('Consider it.', { kind: 'recommendation', statutory: true })),
    ).rejects.toMatchObject({ status: 422 })
    const made = await raise(
      trx,
      clerk,
      asked('The directors should consider joint training.', {
        kind: 'recommendation',
        statutory: true,
        receivedOn: on('2020-01-16'),
        toPosts: ['Director of Children’s Services', 'Director of Adult Services'],
      }),
    )
    expect(made.dueOn).toBe(on('2020-03-15'))
    const changed = await changeCommitment(trx, clerk, made.id, { receivedOn: on('2020-01-31') })
    expect(changed.dueOn).toBe(on('2020-03-30'))
  })
})

test('a concern that returns hangs on its first raising and opens it again', async () => {
  await db.as('K04', async trx => {
    const clerk = by('K04', '2020-01-10')
    const concern = (words: string, iso: string, id: string) =>
      asked(words, {
        kind: 'concern',
        origin: { ...asked('').origin, id, on: on(iso), label: `Scrutiny, ${iso}` },
      })
    const first = await raise(
      trx,
      clerk,
      concern('Members are concerned about caseloads of social workers.', '2019-07-04', 'a'),
    )
    await takeCommitmentStep(trx, clerk, first.id, 'verify', { words: 'Caseloads are at 17.' })
    const again = await raise(
      trx,
      clerk,
      concern('Members reiterated concerns about caseloads.', '2020-01-09', 'b'),
    )
    await joinConcern(trx, clerk, again.id, first.id)
    expect((await commitmentById(trx, first.id))?.state).toBe('open')
    const third = await raise(trx, clerk, {
      ...concern('Caseloads are still too high, members said.', '2020-03-05', 'c'),
      joinedTo: again.id,
    })
    expect(third.joinedTo).toBe(first.id)
    await expect(joinConcern(trx, clerk, first.id, third.id)).rejects.toMatchObject({ status: 422 })
    expect((await allCommitments(trx)).map(each => each.number)).toEqual([3, 2, 1])
  })
})
