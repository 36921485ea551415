import { careLeavers, healthChecks, healthReturns, type History, involvements } from '#records'
import { healthKinds, inWords, touch } from '../code-words.ts'
import { rowsOf } from '../rows.ts'
import { teamName } from '../team-of-child.ts'
import { type Step, stepsFrom, type Told } from './step.ts'
import { yesNo } from './words.ts'

export function healthSteps(history: History, child: number): readonly Step[] {
  const part = 'health' as const
  return [
    ...stepsFrom(
      history,
      healthChecks,
      rowsOf(history, healthChecks, child).map(row => ({
        on: row.checkedOn,
        part,
        title: inWords(healthKinds, row.kind),
        says: [row.score !== null && `Score ${row.score} of 40; a lower score is better.`],
      })),
    ),
    ...stepsFrom(
      history,
      healthReturns,
      rowsOf(history, healthReturns, child).map(row => ({
        on: row.asOn,
        part,
        title: 'Health in the year to this day',
        says: [
          yesNo(row.healthAssessment, 'Had a health assessment.', 'Had no health assessment.'),
          yesNo(row.teethCheck, 'Saw a dentist.', 'Did not see a dentist.'),
          yesNo(
            row.immunisations,
            'Immunisations were up to date.',
            'Immunisations were not up to date.',
          ),
          row.sdqScore !== null && `Strengths and difficulties score ${row.sdqScore} of 40.`,
        ],
      })),
    ),
  ]
}

/** A leaver is described again in every extract: only what has changed since is a step. */
export function leavingSteps(history: History, child: number): readonly Step[] {
  let before = ''
  const told = rowsOf(history, careLeavers, child).flatMap((row): Told[] => {
    const says = [
      row.inTouch !== '' && `${inWords(touch, row.inTouch)}.`,
      activityInWords(row.activity),
      yesNo(row.suitable, 'Where they live is suitable.', 'Where they live is not suitable.'),
    ]
    const now = says.join()
    if (now === before) return []
    const title =
      before === '' ? 'Supported as a care leaver' : 'Something changed for the care leaver'
    before = now
    return [{ on: row.asOn, part: 'leaving', title, says }]
  })
  return stepsFrom(history, careLeavers, told)
}

// F and P are full and part time; 1 to 5 kinds of study, training and work. SSDA903 activity codes.
function activityInWords(code: string): string | null {
  if (code === '' || code === '0') return null
  if (/^[FP]1$/.test(code)) return 'In higher education.'
  if (/^[FP]2$/.test(code)) return 'In education.'
  if (/^[FP][345]$/.test(code)) return 'In training or work.'
  return /^G[456]$/.test(code) ? 'Not in education, training or work.' : null
}

/** Who worked with the child: a step where the team changed. */
export function allocationSteps(history: History, child: number): readonly Step[] {
  let team = ''
  const told = rowsOf(history, involvements, child).flatMap((row): Told[] => {
    if (row.team === '' || row.team === team) return []
    team = row.team
    return [
      {
        on: row.startedOn,
        part: 'need',
        title: `A worker of ${teamName(history, row.team)} took over`,
      },
    ]
  })
  return stepsFrom(history, involvements, told)
}
