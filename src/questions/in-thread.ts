import { longDay } from '#calendar'
import { meetingsById } from '#meetings'
import type { GapSource, KindOfThing } from '#thread'
import { QUESTION } from './change.ts'
import { answerState, answerStateWords, isShown, states } from './question.ts'
import { promisedAnswers, questionsById } from './store/index.ts'

/** How the thread shows a question; one without a published answer is not shown to everybody. */
export const questionKind: KindOfThing = {
  kind: QUESTION,
  name: 'Question',
  describe: async (trx, ids) => {
    const found = await questionsById(trx, ids)
    return new Map(
      found.filter(isShown).map(each => [
        each.id,
        {
          title: `Question ${each.number ?? ''} from ${each.asker}`,
          href: `/meetings/${each.meetingId}/questions#question-${each.id}`,
          state:
            each.state === 'accepted' ? answerStateWords[answerState(each)] : states[each.state],
        },
      ]),
    )
  },
}

/** Answers that were promised in a meeting and have not been sent. */
export const questionGaps: GapSource = async (trx, { today }) => {
  const promised = await promisedAnswers(trx)
  const late = promised.filter(({ part }) => part.dueOn !== null && part.dueOn < today)
  const meetings = new Map(
    (
      await meetingsById(
        trx,
        late.map(each => each.meetingId),
      )
    ).map(each => [each.id, each]),
  )
  return late.map(({ part, meetingId, asker }) => {
    const heldOn = meetings.get(meetingId)?.heldOn
    return {
      kind: 'answer-not-sent',
      subject: { kind: 'meeting', id: meetingId },
      title: `The answer promised to ${asker}${heldOn === undefined ? '' : ` on ${longDay(heldOn)}`}`,
      href: `/meetings/${meetingId}/questions`,
      owner: part.owner === '' ? null : part.owner,
      since: part.dueOn,
      words: `It was due ${part.dueOn === null ? '' : longDay(part.dueOn)}.`,
    }
  })
}
