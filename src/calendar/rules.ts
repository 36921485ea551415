import { type Day, longDay, parseIsoDay } from './day.ts'
import { type Deadline, type Duty, deadline } from './deadlines.ts'
import type { Law } from './law.ts'
import { type WorkingCalendar, englandAndWales } from './working-days.ts'

/** A rule of law as it stood between two days; `until` null while it still stands. */
export type RuleVersion = Pick<Duty, 'period' | 'law'> & {
  readonly from: string
  readonly until: string | null
}

/** A rule of law with its history. The day of the event says which version holds. */
export type StatutoryRule = Pick<Duty, 'task' | 'event' | 'reckoning'> & {
  readonly versions: readonly RuleVersion[]
}

const READ_ON = '21 November 2026'

const SI_2007_462 =
  'Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007 (SI 2007/462)'
const SI_2012_2089 =
  'Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012 (SI 2012/2089)'
const LGA_1972 = 'Local Government Act 1972'
const NEWS_OF_70_AND_20 = 'https://www.cypnow.co.uk (16 August 2018, quoting Ofsted)'

function read(document: string, paragraph: string, at: string): Law {
  return { document, paragraph, reading: { kind: 'read', on: READ_ON, at } }
}

function unverified(document: string, paragraph: string, because: string): Law {
  return { document, paragraph, reading: { kind: 'unverified', because } }
}

/**
 * The statutory periods that Sightline knows. A council's own periods are in constitution.ts.
 * The dates from which they hold were read in SI 2007/462, SI 2012/2089 and SI 2002/715; those of
 * 1986 (Part VA of the 1972 Act), 2012-05-04 and 2012-07-01 (Localism Act 2011) are unverified.
 */
export const statutoryRules = {
  'publish-inspection-report': {
    task: 'publish the inspection report',
    event: 'receipt of the report',
    reckoning: 'within',
    versions: [
      {
        from: '2007-04-01',
        until: null,
        period: { unit: 'working-day-2007', length: 30 },
        law: read(SI_2007_462, 'regulation 2', 'https://zoomlaw.co.uk/2007-462-uksi.html'),
      },
    ],
  },
  'statement-of-action': {
    task: 'publish the written statement of action and send it to the Secretary of State and the Chief Inspector',
    event: 'receipt of the report',
    reckoning: 'within',
    versions: [
      {
        from: '2007-04-01',
        until: null,
        period: { unit: 'working-day-2007', length: 70 },
        law: unverified(
          SI_2007_462,
          'regulation 3',
          `the regulation itself was not read; "70 working days" was, at ${NEWS_OF_70_AND_20}`,
        ),
      },
    ],
  },
  'draft-priority-action-plan': {
    task: 'share an early draft of the action plan with Ofsted',
    event: 'receipt of the letter that names areas for priority action',
    reckoning: 'within',
    versions: [
      {
        from: '2018-08-01',
        until: null,
        period: { unit: 'working-day-2007', length: 20 },
        // Asked for by Ofsted, not by regulation. "Working day" is taken as in SI 2007/462.
        law: read('Ofsted on areas for priority action', 'spokesperson', NEWS_OF_70_AND_20),
      },
    ],
  },
  'publish-agenda': {
    task: 'publish the agenda and reports',
    event: 'the meeting',
    reckoning: 'before',
    versions: [
      {
        from: '1986-04-01',
        until: '2002-09-30',
        period: { unit: 'clear-working-day', length: 3 },
        law: read(
          LGA_1972,
          'section 100B(3) before SI 2002/715',
          'https://www.legislation.gov.uk/uksi/2002/715/note/made',
        ),
      },
      {
        from: '2002-10-01',
        until: null,
        period: { unit: 'clear-working-day', length: 5 },
        law: read(
          LGA_1972,
          'section 100B(3) as amended by SI 2002/715 article 3',
          'https://zoomlaw.co.uk/2002-715-uksi.html',
        ),
      },
    ],
  },
  'publish-executive-agenda': {
    task: 'publish the agenda and reports',
    event: 'the public meeting of the executive',
    reckoning: 'before',
    versions: [
      {
        from: '2012-09-10',
        until: null,
        period: { unit: 'clear-working-day', length: 5 },
        law: read(
          SI_2012_2089,
          'regulation 6(2)',
          'https://legislation.gov.uk/uksi/2012/2089/regulation/6',
        ),
      },
    ],
  },
  'key-decision-notice': {
    task: 'publish notice of the key decision',
    event: 'the decision',
    reckoning: 'before',
    versions: [
      {
        from: '2012-09-10',
        until: null,
        period: { unit: 'clear-calendar-day', length: 28 },
        law: unverified(
          SI_2012_2089,
          'regulation 9(2)',
          `paragraph (1) was read at legislation.gov.uk on ${READ_ON}; paragraph (2) was looked for again on 22 November 2026 and not found, and its 28 clear days come from solicitors' notes`,
        ),
      },
    ],
  },
  'key-decision-general-exception': {
    task: 'make a key decision without 28 clear days of notice',
    event: 'the notice to the chair of overview and scrutiny',
    reckoning: 'once-elapsed',
    versions: [
      {
        from: '2012-09-10',
        until: null,
        period: { unit: 'clear-working-day', length: 5 },
        law: read(
          SI_2012_2089,
          'regulation 10(1)',
          'https://legislation.gov.uk/uksi/2012/2089/regulation/10/made',
        ),
      },
    ],
  },
  'key-decision-general-exception-notice': {
    task: 'tell the chair of overview and scrutiny about the key decision and publish that notice',
    event: 'the decision',
    reckoning: 'before',
    versions: [
      {
        from: '2012-09-10',
        until: null,
        period: { unit: 'clear-working-day', length: 5 },
        law: read(
          SI_2012_2089,
          'regulation 10(1)',
          'https://legislation.gov.uk/uksi/2012/2089/regulation/10/made',
        ),
      },
    ],
  },
  'private-meeting-notice': {
    task: 'publish notice that the meeting is to be held in private',
    event: 'the private meeting',
    reckoning: 'before',
    versions: [
      {
        from: '2012-09-10',
        until: null,
        period: { unit: 'clear-calendar-day', length: 28 },
        law: read(
          SI_2012_2089,
          'regulation 5(2)',
          'https://www.legislation.gov.uk/uksi/2012/2089/regulation/5',
        ),
      },
    ],
  },
  'private-meeting-further-notice': {
    task: 'publish the further notice, with representations received and the response to them',
    event: 'the private meeting',
    reckoning: 'before',
    versions: [
      {
        from: '2012-09-10',
        until: null,
        period: { unit: 'clear-working-day', length: 5 },
        law: read(
          SI_2012_2089,
          'regulation 5(4)',
          'https://www.legislation.gov.uk/uksi/2012/2089/regulation/5',
        ),
      },
    ],
  },
  'respond-to-scrutiny': {
    task: 'respond to the scrutiny committee',
    event: 'receipt of the report or recommendations, or of the notice if later',
    reckoning: 'within',
    versions: [
      {
        from: '2012-05-04',
        until: null,
        period: { unit: 'months-beginning-with', length: 2 },
        law: unverified(
          'Local Government Act 2000',
          'section 9FE',
          `the section was looked for on 22 November 2026 and not found; SI 2009/1919 regulation 6(1), in the same words, was read at legislation.gov.uk on ${READ_ON}`,
        ),
      },
    ],
  },
  'register-interests-on-taking-office': {
    task: 'notify the monitoring officer of disclosable pecuniary interests',
    event: 'becoming a member or co-opted member',
    reckoning: 'within',
    versions: [
      {
        from: '2012-07-01',
        until: null,
        period: { unit: 'days-beginning-with', length: 28 },
        law: read(
          'Localism Act 2011',
          'section 30(1)',
          'https://nwl-legal.com/register-of-interests/, which quotes it',
        ),
      },
    ],
  },
  'notify-disclosed-interest': {
    task: 'notify the monitoring officer of the interest disclosed',
    event: 'the disclosure at the meeting',
    reckoning: 'within',
    versions: [
      {
        from: '2012-07-01',
        until: null,
        period: { unit: 'days-beginning-with', length: 28 },
        law: read(
          'Localism Act 2011',
          'section 31(3)',
          'https://www.legislation.gov.uk/ukpga/2011/20/section/31',
        ),
      },
    ],
  },
  'keep-minutes-open': {
    task: 'keep the minutes, agenda and reports open to inspection',
    event: 'the meeting',
    reckoning: 'within',
    versions: [
      {
        from: '1986-04-01',
        until: null,
        period: { unit: 'months-beginning-with', length: 72 },
        law: {
          document: LGA_1972,
          paragraph: 'section 100C(1)',
          reading: {
            kind: 'read',
            on: '22 November 2026',
            at: 'a copy of the section; https://www.legislation.gov.uk/asc/2021/1/schedule/4/paragraph/8/enacted has the same six years for Wales',
          },
        },
      },
    ],
  },
  'keep-background-papers-open': {
    task: 'keep a copy of each background paper open to inspection',
    event: 'the meeting',
    reckoning: 'within',
    versions: [
      {
        from: '1986-04-01',
        until: null,
        period: { unit: 'months-beginning-with', length: 48 },
        law: {
          document: LGA_1972,
          paragraph: 'section 100D(1)(b) and (2)',
          reading: {
            kind: 'read',
            on: '22 November 2026',
            at: 'https://legislation.gov.uk/ukpga/1972/70/section/100D',
          },
        },
      },
    ],
  },
} as const satisfies Record<string, StatutoryRule>

export type RuleId = keyof typeof statutoryRules

export type StatutoryDeadline =
  | { readonly kind: 'due'; readonly deadline: Deadline }
  | { readonly kind: 'no-rule'; readonly reason: string }

/** The rule as it stood on a day; null before it began or after it ended. */
export function ruleOn(id: RuleId, day: Day): Duty | null {
  const { versions, ...rule }: StatutoryRule = statutoryRules[id]
  const version = versions.find(({ from, until }) => {
    const last = until === null ? null : parseIsoDay(until)
    return day >= (parseIsoDay(from) ?? Number.NaN) && (last === null || day <= last)
  })
  return version === undefined ? null : { ...rule, period: version.period, law: version.law }
}

/** The date that the law gives for an event on a day, under the rule as it stood that day. */
export function statutoryDeadline(
  id: RuleId,
  day: Day,
  calendar: WorkingCalendar = englandAndWales,
): StatutoryDeadline {
  const duty = ruleOn(id, day)
  if (duty === null) {
    const { task } = statutoryRules[id]
    return { kind: 'no-rule', reason: `We hold no rule to ${task} for ${longDay(day)}.` }
  }
  return { kind: 'due', deadline: deadline(duty, day, calendar) }
}
