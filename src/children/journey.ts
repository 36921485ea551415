import type { Day } from '#calendar'
import { childView, type History, needEpisodes, periodsOfCare, protectionPlans } from '#records'
import { type Doubt, doubtsOf } from './doubts.ts'
import { rowsOf } from './rows.ts'
import { careSteps } from './steps/care.ts'
import { frontDoorSteps } from './steps/front-door.ts'
import { allocationSteps, healthSteps, leavingSteps } from './steps/later.ts'
import { needSteps } from './steps/need.ts'
import { protectionSteps } from './steps/protection.ts'
import type { Step } from './steps/step.ts'

/** Who a record is about, as it is recorded. */
export interface Who {
  /** The council's own identifier. */
  readonly id: string
  readonly bornOn: Day | null
  readonly sex: string
  readonly ethnicity: string
  readonly disabled: boolean | null
}

/** A time in need, on a plan or in care; null for one that goes on. */
export interface Spell {
  readonly from: Day
  readonly to: Day | null
}

/** Everything that the lists hold of one child, in the order of time. */
export interface Journey {
  readonly who: Who
  /** The day of the newest extract: what came later is not known. */
  readonly asOf: Day
  readonly steps: readonly Step[]
  readonly need: readonly Spell[]
  readonly plan: readonly Spell[]
  readonly care: readonly Spell[]
  readonly doubts: readonly Doubt[]
}

/** @param child the child's number in the history */
export function journeyOf(history: History, child: number): Journey {
  const view = childView(history)
  view.number = child
  const { id, bornOn, sex, ethnicity, disabled } = view
  const steps = [
    ...frontDoorSteps(history, child),
    ...needSteps(history, child),
    ...protectionSteps(history, child),
    ...careSteps(history, child),
    ...healthSteps(history, child),
    ...leavingSteps(history, child),
    ...allocationSteps(history, child),
  ]
  return {
    who: { id, bornOn, sex, ethnicity, disabled },
    asOf: history.asOf,
    // A stable sort: on one day, things stand in the order in which they follow one another.
    steps: steps.toSorted((a, b) => a.on - b.on),
    need: spells(rowsOf(history, needEpisodes, child)),
    plan: spells(rowsOf(history, protectionPlans, child)),
    care: spells(rowsOf(history, periodsOfCare, child)),
    doubts: doubtsOf(history, child),
  }
}

function spells(
  rows: readonly { readonly startedOn: Day | null; readonly endedOn: Day | null }[],
): readonly Spell[] {
  return rows.flatMap(({ startedOn, endedOn }) =>
    startedOn === null || (endedOn !== null && endedOn < startedOn)
      ? []
      : [{ from: startedOn, to: endedOn }],
  )
}
