import { longDay } from '#calendar'
import { lines } from '#findings'
import { momentInWords } from '#looking'
import { heading } from '#kit/html/blocks.ts'
import {
  button,
  dataTable,
  insetText,
  select,
  summaryList,
  tag,
} from '#kit/html/components/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import {
  complianceOf,
  type Derived,
  type Grade,
  gradeWords,
  type Jargon,
  type Tool,
} from '#practice'
import { type ThreadModel, threadView } from '#thread'
import {
  type Audit,
  auditName,
  auditReasons,
  auditStates,
  gradeOf,
  isDone,
  provisionalWords,
} from '../audit.ts'
import type { AuditSight } from '../sight.ts'
import { type Dispute, directions, disputers, type Invited, type Moderation } from '../sides.ts'
import { recordView } from './record.view.ts'
import { auditPath } from './rooms.ts'
import { voicesView } from './voices.view.ts'

/** The row of a table that an audit was brought from. */
export interface Brought {
  /** The name of the file; null where it is no longer kept. */
  readonly file: string | null
  readonly line: number
  readonly toolWords: string
}

export interface AuditModel {
  readonly audit: Audit
  readonly tool: Tool
  readonly sight: Exclude<AuditSight, 'none'>
  readonly derived: Derived | null
  readonly open: number
  readonly invited: readonly Invited[]
  readonly moderations: readonly Moderation[]
  readonly disputes: readonly Dispute[]
  readonly jargon: readonly Jargon[]
  /** What young reviewers said of its words; false for nothing. */
  readonly said: Html | false
  /** Where it was brought from; null where it was done here. */
  readonly brought: Brought | null
  readonly alert: Html | false
  readonly thread: ThreadModel | null
  readonly beside: Html | false
  /** Colleagues who can be asked for their own view. */
  readonly askable: readonly { readonly id: string; readonly name: string }[]
  readonly may: {
    readonly write: boolean
    readonly moderate: boolean
    readonly dispute: boolean
    readonly sayOwn: boolean
    readonly readYoung: boolean
    readonly record: boolean
  }
  readonly csrf: Html
}

const safeWords = { yes: 'Yes', no: 'No', 'not known': 'The auditor did not know' } as const

export function auditView(model: AuditModel): Html {
  const { audit, tool, sight } = model
  const at = auditPath(audit.id)
  const top = heading({ title: auditName(audit), caption: tool.title, lead: leadOf(model) })
  if (sight === 'blind')
    return html`${top}${insetText({ text: 'You are grading the same work a second time. What was found here is shown to you once you have handed yours in.' })}`
  if (sight === 'own')
    return html`${top}${insetText({ text: 'Your work is being looked at. Say first what you make of it yourself: what the auditor found is shown to you afterwards.' })}
<p class="govuk-body">${model.may.sayOwn && html`<a class="govuk-link" href="${at}/own">Say what you make of it</a>`}</p>`
  return html`${top}
${model.alert}
${audit.provisional && insetText({ text: 'This grade waits for moderation. Whoever did this audit had not passed the vignettes of its tool when they handed it in, so until somebody else has judged the practice the grade is in no figure. An alert about safety does not wait for it.' })}
${model.may.write && html`<div class="govuk-button-group">${button({ text: 'Go on with it', href: `${at}/form` })}<a class="govuk-link" href="${at}/stop">Stop it</a></div><p class="govuk-body">${model.open === 0 ? 'Every question is answered; it is to be handed in.' : `${model.open} ${model.open === 1 ? 'question is' : 'questions are'} still open. It can wait: what is answered is kept.`}</p>`}
${factsView(model)}
${model.may.record && recordView(audit, model.csrf)}
${stepsView(model)}
${model.brought === null && (isDone(audit) || sight === 'whole') && gradesView(model)}
${sight === 'whole' && voicesView(model)}
${historyView(model)}
${model.beside}
${model.thread !== null && threadView(model.thread)}`
}

function leadOf({ audit, sight }: AuditModel): string {
  if (sight === 'own' || sight === 'blind') return auditStates[audit.state]
  const grade = gradeOf(audit)
  if (!isDone(audit) || grade === null) return `${auditStates[audit.state]}.`
  const moderated = audit.moderatedGrade !== null ? ' after moderation' : ''
  if (audit.provisional)
    return `${gradeWords[grade]}, and it ${provisionalWords}. ${auditStates[audit.state]}.`
  return `${gradeWords[grade]}${moderated}. ${auditStates[audit.state]}.`
}

const row = (key: string, value: Content) => ({
  key: { text: key },
  value: { html: html`${value}` },
})

function factsView({ audit, tool, sight, derived, brought }: AuditModel): Html {
  const whole = sight === 'whole'
  const compliance = complianceOf(tool, audit.answers)
  return summaryList({
    rows: [
      row('Team', audit.team || 'None'),
      ...(brought === null ? [] : broughtRows(audit, brought, whole)),
      row('Why', auditReasons[audit.reason]),
      row('Auditor', whole ? audit.auditorName : 'Not shown here'),
      row('Day', longDay(audit.auditedOn)),
      brought === null
        ? row(
            'Tool',
            html`<a class="govuk-link" href="/audits/tools/${tool.key}">${tool.title}</a>, version ${tool.version}`,
          )
        : row('Tool', brought.toolWords || 'Not recorded'),
      ...(whole && brought === null
        ? [
            row(
              audit.childRef === null
                ? 'Every child safe, as far as was seen?'
                : 'Is the child safe now?',
              html`${audit.safe === null ? 'Not answered yet' : safeWords[audit.safe]}${audit.answers.safeWords !== '' && html`<br>${audit.answers.safeWords}`}`,
            ),
          ]
        : []),
      ...(brought === null
        ? [
            row(
              'What has to be there',
              compliance.of === 0
                ? 'Nothing ticked'
                : `${compliance.there} of ${compliance.of} were there`,
            ),
            row(
              'Grade by the rule',
              derived === null
                ? 'Not yet'
                : html`${gradeWords[derived.grade]}${whole && html`<br><span class="app-muted">${derived.because.join(' ')}</span>`}`,
            ),
          ]
        : audit.grade === null
          ? []
          : [row('Auditor’s grade', gradeWords[audit.grade])]),
      ...(brought === null && audit.grade !== null && audit.grade !== audit.derivedGrade
        ? [
            row(
              'Auditor’s grade',
              html`${gradeWords[audit.grade]}${whole && html`<br>${audit.overrideWords}`}`,
            ),
          ]
        : []),
    ],
  })
}

function broughtRows(audit: Audit, { file, line }: Brought, whole: boolean) {
  return [
    row(
      'Brought from',
      file === null ? 'A table whose rows are no longer kept' : `${file}, row ${line}`,
    ),
    ...(whole && audit.foreignKey !== null ? [row('Its own key', audit.foreignKey)] : []),
  ]
}

function stepsView({ audit, may, askable, invited, csrf }: AuditModel): Html | false {
  const at = auditPath(audit.id)
  const links = [
    may.sayOwn &&
      html`<li><a class="govuk-link" href="${at}/own">Say what you make of your own work</a></li>`,
    may.moderate &&
      html`<li><a class="govuk-link" href="${at}/moderate">Moderate: judge the practice yourself</a></li>`,
    may.dispute &&
      html`<li><a class="govuk-link" href="${at}/dispute">Say that you do not agree with the grade</a></li>`,
  ].filter(each => each !== false)
  return html`${links.length > 0 && html`<h2 class="govuk-heading-m">What can be done with it</h2><ul class="govuk-list">${links}</ul>`}
${
  askable.length > 0 &&
  html`<form method="post" action="${at}/invite" class="app-row" novalidate>${csrf}${select({
    id: 'user',
    name: 'user',
    label: {
      text:
        invited.length === 0 ? 'Ask the practitioner for their own view' : 'Ask somebody else too',
    },
    items: [
      { value: '', text: 'Choose one' },
      ...askable.map(({ id, name }) => ({ value: id, text: name })),
    ],
  })}${button({ text: 'Ask', classes: 'govuk-button--secondary' })}</form>`
}`
}

function gradesView({ audit, tool, sight, moderations }: AuditModel): Html {
  const moderated = moderations.at(-1)?.grades ?? {}
  const { grades, notApplicable, evidence, ticks } = audit.answers
  return html`<h2 class="govuk-heading-m">By standard</h2>
${dataTable({
  caption: 'Grades by standard',
  captionHidden: true,
  stacked: true,
  columns: [
    {
      heading: 'Standard',
      cell: ({ title, limiting }) =>
        html`${title}${limiting && html`<br>${tag({ text: 'Limits the whole' })}`}`,
    },
    {
      heading: 'Auditor',
      cell: ({ key }) => {
        const grade = grades[key]
        if (notApplicable[key] !== undefined) return 'Does not apply'
        return grade === undefined ? 'Not yet' : gradeWords[grade]
      },
    },
    ...(moderations.length > 0
      ? [
          {
            heading: 'Moderator',
            cell: ({ key }: Tool['standards'][number]) => {
              const grade = moderated[key]
              return grade === undefined ? 'The same' : gradeWords[grade]
            },
          },
        ]
      : []),
    ...(sight === 'whole'
      ? [
          {
            heading: 'Evidence',
            cell: ({ key, compliance }: Tool['standards'][number]) =>
              html`${lines(evidence[key] ?? notApplicable[key] ?? '')}${compliance.length > 0 && html`<ul class="govuk-list govuk-body-s">${compliance.map(check => html`<li>${check.asks} <strong>${tickWords[ticks[check.key] ?? 'open']}</strong></li>`)}</ul>`}`,
          },
        ]
      : []),
  ],
  rows: tool.standards,
})}`
}

const tickWords = {
  yes: 'Yes',
  no: 'No',
  'not applicable': 'Does not apply',
  open: 'Not answered',
} as const

function historyView({ moderations, disputes, sight }: AuditModel): Html | false {
  const events = [
    ...moderations.map(each => ({
      at: each.at,
      what: `Moderated: ${directions[each.direction].toLowerCase()}${each.direction === 'same' ? '' : `, from ${each.wasGrade} to ${each.grade}`}`,
      who: each.byName,
      words: each.reason,
    })),
    ...disputes.flatMap(each => [
      {
        at: each.raisedAt,
        what: `Disputed: ${disputers[each.raisedAs].toLowerCase()}`,
        who: each.raisedName,
        words: each.words,
      },
      ...(each.decidedAt === null
        ? []
        : [
            {
              at: each.decidedAt,
              what:
                each.outcome === 'stands'
                  ? 'Decided: the grade stands'
                  : `Decided: ${outcomeGrade(each.decidedGrade)}`,
              who: each.decidedName ?? '',
              words: each.decidedWords,
            },
          ]),
    ]),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime())
  if (events.length === 0) return false
  return html`<h2 class="govuk-heading-m">Moderation and disputes</h2>
${dataTable({
  caption: 'Moderation and disputes, the oldest first',
  captionHidden: true,
  stacked: true,
  columns: [
    { heading: 'What', cell: each => each.what },
    ...(sight === 'whole'
      ? [
          { heading: 'Why', cell: (each: (typeof events)[number]) => each.words },
          { heading: 'Who', cell: (each: (typeof events)[number]) => each.who },
        ]
      : []),
    { heading: 'When', cell: each => momentInWords(each.at) },
  ],
  rows: events,
})}`
}

const outcomeGrade = (grade: Grade | null): string =>
  grade === null ? 'changed' : gradeWords[grade]
