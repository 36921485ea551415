import { momentInWords } from '#calendar'
import { heading } from '#kit/html/blocks.ts'
import { button, dataTable, tag } from '#kit/html/components/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import type { JobProgress } from '#kit/jobs/index.ts'
import { jobInWords, number } from '../words.ts'

export interface JobsModel {
  /** The newest first. */
  readonly jobs: readonly JobProgress[]
  readonly csrf: Html
}

export function jobsView({ jobs, csrf }: JobsModel): Html {
  const failed = jobs.filter(job => job.state === 'failed').length
  return html`${heading({ title: 'Jobs and their failures', lead: leadOf(jobs.length, failed) })}
<form method="post" action="/administration/jobs/count">${csrf}${button({ text: 'Count every figure again', classes: 'govuk-button--secondary' })}</form>
${
  jobs.length > 0 &&
  dataTable({
    caption: 'Jobs, newest first',
    captionHidden: true,
    columns: [
      { heading: 'Job', cell: job => jobInWords(job.job) },
      { heading: 'State', cell: job => stateOf(job) },
      { heading: 'Last said', cell: job => job.error ?? job.words },
      { heading: 'Sent', cell: job => momentInWords(job.sentAt) },
      { heading: 'Last changed', cell: job => momentInWords(job.changedAt) },
      { heading: 'Do it again', cell: job => againView(job, csrf) },
    ],
    rows: jobs,
  })
}`
}

function leadOf(jobs: number, failed: number): string {
  if (jobs === 0) return 'Nothing has been done in the background yet.'
  const them = jobs === 1 ? 'The only job' : `Of the newest ${number(jobs)} jobs`
  if (jobs === 1) return failed === 1 ? `${them} has failed.` : `${them} has not failed.`
  return failed === 0
    ? `${them} none has failed.`
    : `${them} ${number(failed)} ${failed === 1 ? 'has' : 'have'} failed.`
}

const states = {
  waiting: { text: 'Waiting', classes: 'govuk-tag--grey' },
  working: { text: 'At work', classes: 'govuk-tag--blue' },
  finished: { text: 'Finished', classes: 'govuk-tag--green' },
  failed: { text: 'Failed', classes: 'govuk-tag--red' },
} as const

function stateOf({ state, done, total }: JobProgress): Html {
  const share =
    state === 'working' && total !== null && total > 0
      ? ` ${Math.round((100 * done) / total)}%`
      : ''
  return html`${tag(states[state])}${share}`
}

function againView({ id, job, state, sentAt }: JobProgress, csrf: Html): Content {
  if (state !== 'failed') return ''
  return html`<form method="post" action="/administration/jobs/again">${csrf}<input type="hidden" name="job" value="${id}">${button(
    {
      html: html`Do it again<span class="govuk-visually-hidden">: ${jobInWords(job)}, sent ${momentInWords(sentAt)}</span>`,
      classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
    },
  )}</form>`
}
