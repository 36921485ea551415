import {
  type Constitution,
  type Day,
  type Deadline,
  explainRoute,
  type Route,
  ROUTE_STAGES,
  routeBackFrom,
  type RouteStage,
  statutoryDeadline,
} from '#calendar'
import type { Inspection } from './inspection.ts'

/** What is due after an inspection, each with its working. */
export interface Due {
  readonly title: string
  readonly deadline: Deadline
  /** Whether it falls away where a letter gives another date. */
  readonly overridden: boolean
}

export interface StatementDates {
  readonly dues: readonly Due[]
  readonly route: Route | null
  readonly routeWords: readonly string[]
  /** Why there is nothing to show, in a sentence. */
  readonly nothing: string | null
}

export const stageNames: Readonly<Record<RouteStage, string>> = {
  'key-decision-notice': 'Notice of the key decision',
  'board-sign-off': 'The board’s sign-off',
  agenda: 'Agenda and reports published',
  cabinet: 'Cabinet’s decision',
  'call-in': 'Call-in has run',
  submission: 'Submission',
}

const isStage = (text: string): text is RouteStage => ROUTE_STAGES.some(stage => stage === text)

type Asked = Pick<Inspection, 'statement' | 'receivedOn' | 'letter' | 'stagesDone'>

/** The dates that receipt of a report sets, and the way back from the submission to today. */
export function statementDates(
  inspection: Asked,
  today: Day,
  dates: {
    readonly boardDates: readonly Day[]
    readonly cabinetDates: readonly Day[]
    /** The constitution by which call-in must have run; null where it is waived. */
    readonly callIn: Constitution | null
    readonly keyDecision: boolean
  },
): StatementDates {
  const { statement, receivedOn, letter } = inspection
  const none = (nothing: string): StatementDates => ({
    dues: [],
    route: null,
    routeWords: [],
    nothing,
  })
  if (statement === 'none')
    return none('No statement of action is due after this. If one is, change the record to say so.')
  if (receivedOn === null)
    return none('The days count from receipt of the report. Enter the day on which it came.')
  const rules = [
    ...(statement === 'priority'
      ? [['Early draft of the statement', 'draft-priority-action-plan'] as const]
      : []),
    ['Publication of the report by the council', 'publish-inspection-report'] as const,
    ['Statement of action', 'statement-of-action'] as const,
  ]
  const dues = rules.flatMap(([title, rule]): readonly Due[] => {
    const found = statutoryDeadline(rule, receivedOn)
    const overridden = rule === 'statement-of-action' && letter !== null
    return found.kind === 'due' ? [{ title, deadline: found.deadline, overridden }] : []
  })
  const statutory = statutoryDeadline('statement-of-action', receivedOn)
  if (statutory.kind === 'no-rule') return none(statutory.reason)
  const route = routeBackFrom({
    statutory: statutory.deadline,
    letter,
    today,
    keyDecision: dates.keyDecision,
    cabinetDates: dates.cabinetDates,
    boardDates: dates.boardDates,
    callIn: dates.callIn,
    done: inspection.stagesDone.filter(isStage),
  })
  return { dues, route, routeWords: explainRoute(route), nothing: null }
}
