import { assessments, type History, needEpisodes, needPlans } from '#records'
import { closures, inWords, needs } from '../code-words.ts'
import { rowsOf } from '../rows.ts'
import { type Step, stepsFrom } from './step.ts'
import { sentence, untilInWords, workingDaysTaken, yesNo } from './words.ts'

const part = 'need' as const

export function needSteps(history: History, child: number): readonly Step[] {
  const { asOf } = history
  const episodes = rowsOf(history, needEpisodes, child)
  return [
    ...stepsFrom(
      history,
      needEpisodes,
      episodes.map(row => ({
        on: row.startedOn,
        part,
        title: 'Children’s social care began to support the child',
        says: [
          row.primaryNeed !== '' &&
            row.primaryNeed !== 'N0' &&
            `Main need: ${inWords(needs, row.primaryNeed)}.`,
          untilInWords(row.startedOn, row.endedOn, asOf),
        ],
        seenOn: row.endedOn ?? asOf,
      })),
    ),
    ...stepsFrom(
      history,
      needEpisodes,
      episodes.map(row => ({
        on: row.endedOn,
        part,
        title: 'Children’s social care ended its support',
        says: [row.endReason !== '' && sentence(inWords(closures, row.endReason))],
      })),
    ),
    ...stepsFrom(
      history,
      assessments,
      rowsOf(history, assessments, child).map(row => ({
        on: row.startedOn,
        part,
        title: 'Assessment began',
        says: [
          row.authorisedOn === null
            ? 'It is not finished.'
            : workingDaysTaken(row.startedOn, row.authorisedOn),
          yesNo(row.childSeen, 'The child was seen.', 'The child was not seen.'),
          yesNo(
            row.supportNeeded,
            'It found that support was needed.',
            'It found that no support was needed.',
          ),
        ],
        seenOn: row.authorisedOn ?? asOf,
      })),
    ),
    ...stepsFrom(
      history,
      needPlans,
      rowsOf(history, needPlans, child).map(row => ({
        on: row.startedOn,
        part,
        title: 'Child in need plan began',
        says: [untilInWords(row.startedOn, row.endedOn, asOf)],
        seenOn: row.endedOn ?? asOf,
      })),
    ),
  ]
}
