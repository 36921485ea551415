import type { Day } from '#calendar'
import {
  conferences,
  enquiries,
  type History,
  protectionPlans,
  protectionReviews,
  visits,
} from '#records'
import { abuse, inWords, visitKinds } from '../code-words.ts'
import { rowsOf } from '../rows.ts'
import { type Part, type Step, stepsFrom } from './step.ts'
import { many, quarterOf, untilInWords, workingDaysTaken, yesNo } from './words.ts'

const part = 'protection' as const

export function protectionSteps(history: History, child: number): readonly Step[] {
  const { asOf } = history
  return [
    ...stepsFrom(
      history,
      enquiries,
      rowsOf(history, enquiries, child).map(row => ({
        on: row.startedOn ?? row.strategyOn,
        part,
        title: 'Enquiry into whether the child was safe (section 47)',
        says: [
          workingDaysTaken(row.startedOn, row.endedOn),
          row.conferenceNotNeeded === true && 'No child protection conference was needed.',
        ],
      })),
    ),
    ...stepsFrom(
      history,
      conferences,
      rowsOf(history, conferences, child).map(row => ({
        on: row.heldOn,
        part,
        title: 'Child protection conference',
        says: [
          yesNo(
            row.ledToPlan,
            'It made a child protection plan.',
            'It made no child protection plan.',
          ),
        ],
      })),
    ),
    ...planSteps(history, child, asOf),
    ...stepsFrom(
      history,
      protectionReviews,
      rowsOf(history, protectionReviews, child).map(row => ({
        on: row.heldOn,
        part,
        title: 'Review of the child protection plan',
      })),
    ),
    ...visitSteps(history, child),
  ]
}

function planSteps(history: History, child: number, asOf: Day): readonly Step[] {
  const plans = rowsOf(history, protectionPlans, child)
  return [
    ...stepsFrom(
      history,
      protectionPlans,
      plans.map(row => ({
        on: row.startedOn,
        part,
        title: `Child protection plan began${row.firstCategory === '' ? '' : `, because of ${inWords(abuse, row.firstCategory)}`}`,
        says: [
          untilInWords(row.startedOn, row.endedOn, asOf),
          row.latestCategory !== '' &&
            row.latestCategory !== row.firstCategory &&
            `Later because of ${inWords(abuse, row.latestCategory)}.`,
        ],
        seenOn: row.endedOn ?? asOf,
      })),
    ),
    ...stepsFrom(
      history,
      protectionPlans,
      plans.map(row => ({ on: row.endedOn, part, title: 'Child protection plan ended' })),
    ),
  ]
}

/** Visits are many, so each quarter is told once for each plan, on the day of its last visit. */
function visitSteps(history: History, child: number): readonly Step[] {
  const rows = rowsOf(history, visits, child).filter(row => row.visitedOn !== null)
  const quarters = Map.groupBy(rows, row => `${row.kind} ${quarterOf(row.visitedOn ?? 0).key}`)
  return stepsFrom(
    history,
    visits,
    [...quarters.values()].map(group => {
      const kind = group[0]?.kind ?? ''
      const last = Math.max(...group.map(row => row.visitedOn ?? 0))
      const known = group.filter(row => row.seenAlone !== null).length
      const alone = group.filter(row => row.seenAlone === true).length
      return {
        on: last,
        part: partOfVisit(kind),
        title: `${many(group.length, 'visit')} from ${quarterOf(last).words}`,
        says: [
          kind !== '' && `Visits ${inWords(visitKinds, kind)}.`,
          known > 0 && `The child was seen alone in ${alone} of ${known}.`,
        ],
      }
    }),
  )
}

function partOfVisit(kind: string): Part {
  return kind === 'care' ? 'care' : kind === 'need' ? 'need' : 'protection'
}
