import type { Audit } from './audit.ts'

export const alertReasons = {
  'not safe': 'The auditor found that the child is not safe now',
  'not known': 'The auditor could not say whether the child is safe now',
  inadequate: 'The work was found to be inadequate',
} as const
export type AlertReason = keyof typeof alertReasons

/** Who took a step, and when. */
export interface Done {
  readonly at: Date
  readonly by: string
  readonly name: string
  readonly words: string
}

/** A child who may not be safe, or work that is inadequate, and what was done about it. */
export interface Alert {
  readonly id: string
  readonly auditId: string
  readonly because: AlertReason
  readonly team: string
  readonly raisedAt: Date
  readonly raisedBy: string
  readonly raisedName: string
  readonly acknowledgeBy: Date
  readonly actBy: Date
  readonly confirmBy: Date
  readonly acknowledged: Done | null
  readonly acted: Done | null
  readonly confirmed: Done | null
  /** When the director was told that it is late. */
  readonly escalatedAt: Date | null
  readonly mailedAt: Date | null
}

export const alertSteps = ['acknowledge', 'act', 'confirm'] as const
export type AlertStep = (typeof alertSteps)[number]

export const stepWords: Readonly<
  Record<AlertStep, { readonly title: string; readonly done: string; readonly asks: string }>
> = {
  acknowledge: {
    title: 'Acknowledge',
    done: 'Acknowledged',
    asks: 'I have read the audit and answer for what is done now.',
  },
  act: {
    title: 'Say what was done',
    done: 'Acted on',
    asks: 'What was done to make the child safe, or to put the work right?',
  },
  confirm: {
    title: 'Confirm',
    done: 'Confirmed',
    asks: 'What did you see that tells you the child is safe now?',
  },
}

/** What comes next; null once somebody else has confirmed it. */
export function nextStep(
  alert: Pick<Alert, 'acknowledged' | 'acted' | 'confirmed'>,
): AlertStep | null {
  if (alert.confirmed !== null) return null
  if (alert.acted !== null) return 'confirm'
  return alert.acknowledged === null ? 'acknowledge' : 'act'
}

/** By when the next step is due; null where nothing is to come. */
export function nextDue(alert: Alert): Date | null {
  const step = nextStep(alert)
  if (step === null) return null
  return { acknowledge: alert.acknowledgeBy, act: alert.actBy, confirm: alert.confirmBy }[step]
}

/**
 * Since when it has been late; null where it is in time or done. Whoever acts without having said
 * that they read it has acted: that comes first.
 */
export function lateSince(alert: Alert, now: Date): Date | null {
  const due = nextDue(alert)
  return due !== null && due.getTime() < now.getTime() ? due : null
}

/** Whoever acted cannot be the one who confirms, nor can the auditor's word stand in for a second look. */
export function mayConfirm(alert: Pick<Alert, 'acted'>, viewerId: string): boolean {
  return alert.acted !== null && alert.acted.by !== viewerId
}

/** What an audit gives cause for: null for none. The child comes before the work. */
export function reasonFor(
  audit: Pick<Audit, 'safe' | 'state' | 'childRef' | 'grade' | 'moderatedGrade'>,
): AlertReason | null {
  if (audit.safe === 'no') return 'not safe'
  // Grades and doubts count once an audit is handed in; a child who is not safe counts at once.
  if (audit.state === 'begun' || audit.state === 'stopped') return null
  if ((audit.moderatedGrade ?? audit.grade) === 'inadequate') return 'inadequate'
  return audit.safe === 'not known' && audit.childRef !== null ? 'not known' : null
}
