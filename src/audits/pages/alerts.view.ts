import { momentInWords } from '#looking'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { button, dataTable, details, insetText, summaryList } from '#kit/html/components/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import { type Fields, lineField, wordsField } from '#kit/html/fields.ts'
import {
  type Alert,
  alertReasons,
  type Done,
  lateSince,
  mayConfirm,
  nextStep,
  stepWords,
} from '../alert.ts'
import { type Audit, auditName } from '../audit.ts'
import type { Clock } from '../clock.ts'
import { lookedField } from './fields.ts'
import { alertState } from './alert-banner.view.ts'
import { alertPath, auditPath } from './rooms.ts'

export interface AlertsModel {
  readonly open: readonly Alert[]
  readonly done: readonly Alert[]
  readonly audits: ReadonlyMap<string, Audit>
  readonly now: Date
  readonly clock: Clock
  readonly mayLead: boolean
  readonly fields: Fields
  readonly csrf: Html
}

export function alertsView(model: AlertsModel): Html {
  const { open, done, clock, now } = model
  const late = open.filter(alert => lateSince(alert, now) !== null).length
  return html`${heading({
    title: 'Alerts',
    caption: 'Practice audits',
    lead:
      open.length === 0
        ? 'Nothing is open.'
        : `${open.length} ${open.length === 1 ? 'alert is' : 'alerts are'} open${late > 0 ? `, ${late} of them late` : ''}.`,
  })}
<p class="govuk-body">An alert is to be acknowledged within ${clock.acknowledgeHours} working hours, acted on within ${days(clock.actDays)}, and confirmed by somebody else within ${days(clock.confirmDays)}. What is late goes to the director.</p>
${open.length === 0 ? emptyState({ title: 'No alert is open', text: 'A child found not to be safe, or work found inadequate, stands here as soon as an auditor says so.' }) : tableOf('Open alerts, the late ones first', open, model)}
${done.length > 0 && details({ summaryText: `${done.length} confirmed`, html: tableOf('Alerts that were confirmed, the newest first', done, model) })}
${model.mayLead && clockView(model)}`
}

const days = (count: number): string => `${count} working ${count === 1 ? 'day' : 'days'}`

function tableOf(caption: string, alerts: readonly Alert[], { audits, now }: AlertsModel): Html {
  return dataTable({
    caption,
    captionHidden: true,
    stacked: true,
    columns: [
      {
        heading: 'Alert',
        cell: alert =>
          html`<a class="govuk-link" href="${alertPath(alert.id)}">${alertReasons[alert.because]}</a>`,
      },
      { heading: 'Audit', cell: alert => nameIn(audits, alert) },
      { heading: 'Team', cell: ({ team }) => team },
      { heading: 'Raised', cell: ({ raisedAt }) => momentInWords(raisedAt) },
      { heading: 'How it stands', cell: alert => alertState(alert, now) },
    ],
    rows: alerts,
  })
}

const nameIn = (audits: ReadonlyMap<string, Audit>, { auditId }: Alert): string => {
  const audit = audits.get(auditId)
  return audit === undefined ? '' : auditName(audit)
}

function clockView({ clock, fields, csrf }: AlertsModel): Html {
  const values = {
    acknowledgeHours: String(clock.acknowledgeHours),
    actDays: String(clock.actDays),
    confirmDays: String(clock.confirmDays),
    ...fields.values,
  }
  const form: Fields = { values, errors: fields.errors }
  return details({
    summaryText: 'Change how quickly alerts are answered',
    open: fields.errors.length > 0,
    html: html`<form method="post" action="/audits/alerts/clock" novalidate>${csrf}
<p class="govuk-body">It holds for alerts that are raised from now on. A working day is 9am to 5pm.</p>
${lineField(form, 'acknowledgeHours', 'Working hours until it is acknowledged', { width: 5 })}
${lineField(form, 'actDays', 'Working days until it is acted on', { width: 5 })}
${lineField(form, 'confirmDays', 'Working days until somebody else confirms', { width: 5 })}
${lineField(form, 'because', 'Why, and who decided it')}
${button({ text: 'Change it', classes: 'govuk-button--secondary' })}</form>`,
  })
}

export interface AlertModel {
  readonly alert: Alert
  readonly audit: Audit
  readonly now: Date
  readonly viewerId: string
  readonly fields: Fields
  readonly csrf: Html
}

export function alertView({ alert, audit, now, viewerId, fields, csrf }: AlertModel): Html {
  const step = nextStep(alert)
  return html`${heading({ title: alertReasons[alert.because], caption: `Alert · ${auditName(audit)} · ${alert.team}`, lead: alertState(alert, now) })}
${summaryList({
  rows: [
    row('Audit', html`<a class="govuk-link" href="${auditPath(audit.id)}">${auditName(audit)}</a>`),
    row('Raised', `${momentInWords(alert.raisedAt)}, ${alert.raisedName}`),
    row('What the auditor says', audit.answers.safeWords || 'Read the audit'),
    ...(alert.because === 'not safe' && audit.safe !== 'no'
      ? [row('Since then', 'The auditor has changed the answer. Somebody looks all the same.')]
      : []),
    doneRow('Acknowledged', alert.acknowledged, alert.acknowledgeBy),
    doneRow('Acted on', alert.acted, alert.actBy),
    doneRow('Confirmed by somebody else', alert.confirmed, alert.confirmBy),
    ...(alert.escalatedAt === null
      ? []
      : [row('Told to the director', momentInWords(alert.escalatedAt))]),
  ],
})}
${step === 'acknowledge' && html`<form method="post" action="${alertPath(alert.id)}/acknowledge" novalidate>${csrf}<p class="govuk-body">${stepWords.acknowledge.asks}</p>${button({ text: 'Acknowledge', preventDoubleClick: true })}</form>`}
${(step === 'acknowledge' || step === 'act') && stepForm('act', alert, fields, csrf)}
${step === 'confirm' && (mayConfirm(alert, viewerId) ? stepForm('confirm', alert, fields, csrf) : insetText({ text: 'You acted on it, so somebody else looks and confirms.' }))}`
}

function stepForm(step: 'act' | 'confirm', { id }: Alert, fields: Fields, csrf: Html): Html {
  return html`<form method="post" action="${alertPath(id)}/${step}" novalidate>${csrf}${wordsField(fields, 'words', stepWords[step].asks, { rows: 3, hint: 'No names: say ‘the child’, ‘the mother’.' })}${lookedField(fields.errors)}${button({ text: step === 'act' ? 'This was done' : 'I confirm it', preventDoubleClick: true })}</form>`
}

const row = (key: string, value: Content) => ({
  key: { text: key },
  value: { html: html`${value}` },
})

function doneRow(key: string, done: Done | null, by: Date) {
  return row(
    key,
    done === null
      ? html`<span class="app-muted">Due by ${momentInWords(by)}</span>`
      : html`${done.words !== '' && html`${done.words}<br>`}<span class="app-muted">${done.name}, ${momentInWords(done.at)}${done.at.getTime() > by.getTime() && ', late'}</span>`,
  )
}
