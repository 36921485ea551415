import { allBodies, constitutionOn } from '#bodies'
import type { Changing } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { itemsOf, type Meeting, meetingsOfBody } from '#meetings'
import {
  acceptQuestion,
  addSupplementary,
  answerLater,
  approveAnswer,
  draftAnswer,
  endQuestion,
  publishAnswers,
  receiveQuestion,
} from './change.ts'
import { noticeOf, type Question } from './question.ts'

/** What was asked at one meeting of the demonstration, and what was answered. */
interface DemoQuestion {
  readonly category: Question['category']
  readonly asker: string
  readonly capacity: string
  readonly words: string
  readonly by: string
  readonly answer: string
}

const lead = 'Cabinet Member for Children and Young People'

const asked: readonly DemoQuestion[] = [
  {
    category: 'public',
    asker: 'A parent from Marlbrook',
    capacity: '',
    words:
      'My family had four social workers in a year. What is the council doing so that families keep the same one?',
    by: lead,
    answer:
      'You are right that this is too many. Two in ten children changed social worker last year; that share has stopped falling, and the improvement board asks about it at each meeting. We have 21 more permanent social workers than a year ago. The page ‘Changes of social worker’ shows each month.',
  },
  {
    category: 'member',
    asker: 'Councillor for Eastmoor',
    capacity: 'Independent group',
    words:
      'How many children waited longer than 15 working days for an initial conference in the last quarter, and which teams were they with?',
    by: lead,
    answer:
      'The number and the teams are on the indicator’s page and are updated each month. Where fewer than ten children are in a group the number is not published, so that nobody can be recognised.',
  },
  {
    category: 'member',
    asker: 'Councillor for Eastmoor',
    capacity: 'Independent group',
    words: 'When was the last audit of strategy discussions, and what did it find?',
    by: lead,
    answer:
      'It was in the spring. Of 24 discussions, 15 met the standard. Minutes were not shared in time with health in most of the others. The same sample is audited again in the autumn.',
  },
]

/** Questions to the cabinet of the demonstration: answered, answered later, late, and waiting. */
export async function fillDemoQuestions(trx: Trx, by: Changing): Promise<void> {
  const cabinet = (await allBodies(trx)).find(body => body.kind === 'cabinet')
  if (cabinet === undefined) return
  const meetings = await meetingsOfBody(trx, cabinet.id)
  const held = meetings.find(each => each.state === 'held')
  const next = meetings.findLast(each => each.state === 'confirmed' && each.heldOn > by.today)
  if (held !== undefined) await answered(trx, by, held)
  if (next !== undefined) await waiting(trx, by, next)
}

async function answered(trx: Trx, by: Changing, meeting: Meeting): Promise<void> {
  const item = (await itemsOf(trx, meeting.id)).find(each => each.kind === 'report') ?? null
  const at = await beforeNotice(trx, meeting)
  const on = { ...by, at }
  const ids: string[] = []
  for (const { by: answeredBy, answer, ...words } of asked) {
    const { id } = await receiveQuestion(trx, on, {
      ...words,
      meetingId: meeting.id,
      how: 'e-mail',
      receivedAt: at,
      itemId: item?.id ?? null,
    })
    const { version } = await acceptQuestion(trx, on, id, '')
    await draftAnswer(trx, on, id, { answer, answeredBy, onBehalfOf: '' }, version)
    await approveAnswer(trx, on, id)
    ids.push(id)
  }
  const late = await receiveQuestion(trx, on, {
    category: 'public',
    asker: 'A grandparent',
    words: 'Why are contact rooms closed at weekends?',
    meetingId: meeting.id,
    how: 'form',
    receivedAt: new Date((meeting.heldOn - 1) * 86_400_000 + 43_200_000),
    itemId: null,
  })
  await endQuestion(
    trx,
    on,
    late.id,
    'refused',
    'It came after the time for notice. The contact service has written to whoever asked.',
  )
  const supplementary = await addSupplementary(trx, on, {
    meetingId: meeting.id,
    asker: 'Councillor for Eastmoor',
    follows: ids.slice(1),
    itemId: item?.id ?? null,
    packPage: '11',
    parts: [
      {
        words: 'Asked, of both answers, whether the pace was what these children deserve.',
        respondent: lead,
        onBehalfOf: '',
        answer:
          'Said that it was not yet, and that the figures are published so that members can see when it is.',
        owner: '',
        dueOn: null,
      },
      {
        words:
          'Asked when health would receive the minutes of strategy discussions on the same day.',
        respondent: 'Director of Children’s Services',
        onBehalfOf: lead,
        answer: 'Agreed to write to the member after the meeting.',
        owner: 'Director of Children’s Services',
        dueOn: meeting.heldOn + 10,
      },
    ],
  })
  const promised = supplementary.parts[1]
  if (promised !== undefined)
    await answerLater(trx, on, meeting.id, promised.id, {
      words:
        'Minutes go out within a day since this month, through the secure mailbox that health asked for.',
      on: meeting.heldOn + 8,
      how: 'by e-mail',
      by: 'Director of Children’s Services',
      amends: '',
    })
  await publishAnswers(trx, { ...by, at: new Date((meeting.heldOn + 9) * 86_400_000) }, meeting.id)
}

async function waiting(trx: Trx, by: Changing, meeting: Meeting): Promise<void> {
  const at = by.at
  const first = await receiveQuestion(
    trx,
    { ...by, at },
    {
      category: 'public',
      asker: 'A foster carer',
      words: 'When will carers be told before a child’s social worker changes?',
      meetingId: meeting.id,
      how: 'form',
      receivedAt: at,
      itemId: null,
    },
  )
  if (!first.late) await acceptQuestion(trx, by, first.id, '')
}

/** Nine in the morning, two days before the last time for notice. */
async function beforeNotice(trx: Trx, meeting: Meeting): Promise<Date> {
  const constitution = await constitutionOn(trx, meeting.heldOn)
  const due = noticeOf(constitution, 'member', meeting.heldOn)?.due ?? meeting.heldOn - 6
  return new Date((due - 2) * 86_400_000 + 32_400_000)
}
