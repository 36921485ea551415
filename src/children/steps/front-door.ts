import { contacts, earlyHelp, type History, referrals } from '#records'
import { inWords, sources } from '../code-words.ts'
import { rowsOf } from '../rows.ts'
import { type Step, stepsFrom } from './step.ts'
import { sentence, untilInWords } from './words.ts'

export function frontDoorSteps(history: History, child: number): readonly Step[] {
  return [
    ...stepsFrom(
      history,
      contacts,
      rowsOf(history, contacts, child).map(row => ({
        on: row.receivedOn,
        part: 'front-door' as const,
        title: `Contact from ${sourceInWords(row.source)}`,
        says: [row.outcome !== '' && `What was decided: ${row.outcome}.`],
      })),
    ),
    ...stepsFrom(
      history,
      referrals,
      rowsOf(history, referrals, child).map(row => ({
        on: row.referredOn,
        part: 'front-door' as const,
        title: `Referral from ${sourceInWords(row.source)}`,
        says: [
          row.noFurtherAction === true && 'No further action was taken.',
          row.notInNeed === true && 'The assessment found no need for support.',
        ],
      })),
    ),
    ...stepsFrom(
      history,
      earlyHelp,
      rowsOf(history, earlyHelp, child).map(row => ({
        on: row.startedOn,
        part: 'front-door' as const,
        title: 'Early help assessment began',
        says: [
          row.completedOn !== null && untilInWords(row.startedOn, row.completedOn, row.completedOn),
          row.organisation !== '' && sentence(`done by ${row.organisation}`),
        ],
      })),
    ),
  ]
}

function sourceInWords(code: string): string {
  return code === '' ? 'somebody who is not recorded' : inWords(sources, code)
}
