import type { Access, BodyKind } from '#bodies'
import {
  addWorkingDays,
  type Constitution,
  type Day,
  type Deadline,
  deadline,
  type Duty,
  englandAndWales,
  type Law,
  localDuty,
  type LocalStep,
  ruleOn,
  type WorkingCalendar,
} from '#calendar'

/** How a body goes about its meetings where no law says it. */
export interface Habits {
  /** Clear working days before a meeting on which the agenda is out, where no law says how many. */
  readonly agendaDays: number
  /** Working days before the agenda goes out on which papers are due to the clerk. */
  readonly papersDays: number
}
export const usualHabits: Habits = { agendaDays: 5, papersDays: 3 }

export interface MeetingDate {
  readonly key:
    | 'papers'
    | 'agenda'
    | 'private'
    | 'private further'
    | 'member questions'
    | 'public questions'
    | 'public questions not on agenda'
  readonly title: string
  readonly deadline: Deadline
}

interface OfBody {
  readonly kind: BodyKind
  readonly access: Access
}

/** By when the agenda of a meeting is out: by law where the public has access, or as the body does. */
export function agendaDeadline(
  { access }: OfBody,
  heldOn: Day,
  habits: Habits = usualHabits,
  calendar: WorkingCalendar = englandAndWales,
): Deadline {
  const rule =
    access === 'none'
      ? null
      : ruleOn(access === 'executive' ? 'publish-executive-agenda' : 'publish-agenda', heldOn)
  return deadline(rule ?? ownAgenda(habits), heldOn, calendar)
}

const own = (paragraph: string): Law => ({
  document: 'The body’s own way of working',
  paragraph,
  reading: { kind: 'unverified', because: 'no law sets it; the clerk can change it' },
})

const ownAgenda = ({ agendaDays }: Habits): Duty => ({
  task: 'publish the agenda and reports',
  event: 'the meeting',
  reckoning: 'before',
  period: { unit: 'clear-working-day', length: agendaDays },
  law: own('agendas'),
})

const papersDue = ({ papersDays }: Habits): Duty => ({
  task: 'send papers to the clerk',
  event: 'publication of the agenda',
  reckoning: 'before',
  period: { unit: 'working-day-2007', length: papersDays },
  law: own('papers'),
})

const questions: readonly (readonly [MeetingDate['key'], LocalStep, string])[] = [
  ['member questions', 'memberQuestion', 'Questions from members'],
  ['public questions', 'publicQuestion', 'Questions from the public on the agenda'],
  [
    'public questions not on agenda',
    'publicQuestionNotOnAgenda',
    'Questions from the public on other matters',
  ],
]

/** The dates that follow from a meeting, each with its working, the earliest first. */
export function datesOf(
  body: OfBody,
  heldOn: Day,
  constitution: Constitution,
  options: {
    readonly habits?: Habits | undefined
    /** Whether some of it is to be held in private. */
    readonly hasExempt?: boolean
    readonly calendar?: WorkingCalendar
  } = {},
): readonly MeetingDate[] {
  const { habits = usualHabits, hasExempt = false, calendar = englandAndWales } = options
  const agenda = agendaDeadline(body, heldOn, habits, calendar)
  const dates: MeetingDate[] = [
    { key: 'agenda', title: 'Notice, agenda and papers published', deadline: agenda },
    {
      key: 'papers',
      title: 'Papers due to the clerk',
      deadline: deadline(papersDue(habits), agenda.due, calendar),
    },
    ...privateDates(body, heldOn, hasExempt, calendar),
  ]
  if (constitution.questionTime?.at.includes(body.kind) === true)
    for (const [key, step, title] of questions) {
      const duty = localDuty(constitution, step)
      if (duty !== null) dates.push({ key, title, deadline: deadline(duty, heldOn, calendar) })
    }
  return dates.toSorted((a, b) => a.deadline.due - b.deadline.due)
}

/** Only the executive gives notice of what it takes in private: regulation 5 of SI 2012/2089. */
function privateDates(
  { access }: OfBody,
  heldOn: Day,
  hasExempt: boolean,
  calendar: WorkingCalendar,
): readonly MeetingDate[] {
  if (access !== 'executive' || !hasExempt) return []
  const first = ruleOn('private-meeting-notice', heldOn)
  const further = ruleOn('private-meeting-further-notice', heldOn)
  return [
    ...(first === null
      ? []
      : [
          {
            key: 'private' as const,
            title: 'Notice of the private part published',
            deadline: deadline(first, heldOn, calendar),
          },
        ]),
    ...(further === null
      ? []
      : [
          {
            key: 'private further' as const,
            title: 'Further notice of the private part published',
            deadline: deadline(further, heldOn, calendar),
          },
        ]),
  ]
}

/** How many clear working days lie between publication and the meeting; negative after it. */
export function clearDaysBetween(
  publishedOn: Day,
  heldOn: Day,
  calendar: WorkingCalendar = englandAndWales,
): number {
  let days = 0
  for (let day = addWorkingDays(publishedOn, 1, calendar); day < heldOn; days += 1)
    day = addWorkingDays(day, 1, calendar)
  return days
}

/** What the law asks of an agenda that comes out with fewer clear days, and which reasons it knows. */
export interface ShortNotice {
  readonly days: number
  readonly wanted: number
  readonly deadline: Deadline
  readonly grounds: readonly Ground[]
}

export interface Ground {
  readonly key: 'shorter notice' | 'urgent item' | 'own'
  readonly title: string
  readonly says: string
  readonly law: Law | null
}

const READ_ON = '21 November 2026'
const REGULATIONS =
  'Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012 (SI 2012/2089)'

const shorterNotice = (access: Access): Ground => ({
  key: 'shorter notice',
  title: 'The meeting was called at shorter notice',
  says: 'Then the agenda and papers must be open to the public from the time that the meeting is called.',
  law:
    access === 'executive'
      ? {
          document: REGULATIONS,
          paragraph: 'regulation 6(2)(b)',
          reading: {
            kind: 'read',
            on: READ_ON,
            at: 'https://legislation.gov.uk/uksi/2012/2089/regulation/6',
          },
        }
      : {
          document: 'Local Government Act 1972',
          paragraph: 'section 100B(3) and (4)(a)',
          reading: {
            kind: 'unverified',
            because: 'the section was not read at legislation.gov.uk',
          },
        },
})

/** An item may be taken though the public did not have its days, where the chair finds it urgent. */
export const urgentItem = (access: Access): Ground => ({
  key: 'urgent item',
  title: 'The chair takes it as a matter of urgency',
  says: 'By reason of special circumstances, which must be stated in the minutes.',
  law:
    access === 'executive'
      ? {
          document: REGULATIONS,
          paragraph: 'regulation 7',
          reading: { kind: 'unverified', because: 'its heading was read, not its words' },
        }
      : {
          document: 'Local Government Act 1972',
          paragraph: 'section 100B(4)(b)',
          reading: {
            kind: 'read',
            on: READ_ON,
            at: 'https://democracy.epsom-ewell.gov.uk, a minute that quotes it',
          },
        },
})

/** Null where an agenda published on a day leaves the public (or the body) its clear days. */
export function shortNoticeOf(
  body: OfBody,
  heldOn: Day,
  publishedOn: Day,
  habits: Habits = usualHabits,
  calendar: WorkingCalendar = englandAndWales,
): ShortNotice | null {
  const due = agendaDeadline(body, heldOn, habits, calendar)
  if (publishedOn <= due.due) return null
  return {
    days: clearDaysBetween(publishedOn, heldOn, calendar),
    wanted: due.length,
    deadline: due,
    grounds:
      body.access === 'none'
        ? [
            {
              key: 'own',
              title: 'The chair agrees',
              says: 'No law sets the days of this body; its own way of working does.',
              law: null,
            },
          ]
        : [shorterNotice(body.access), urgentItem(body.access)],
  }
}
