import { heading, progress } from '#kit/html/blocks.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { JobProgress } from '#kit/jobs/index.ts'
import type { FrozenExtract } from '../frozen.ts'
import type { LoadResult } from '../jobs.ts'
import { reportView } from './report.view.ts'

export interface LoadingModel {
  readonly job: JobProgress
  readonly result: LoadResult | null
  readonly extracts: readonly FrozenExtract[]
}

export function loadingView({ job, result, extracts }: LoadingModel): Html {
  if (job.state === 'failed') {
    return html`${heading({ title: 'The files were not loaded', lead: 'A fault in Sightline stopped the work. Nothing was changed.' })}
<p class="govuk-body">${job.error}</p>
<p class="govuk-body"><a class="govuk-link" href="/data">Go back to data</a> and try again.</p>`
  }
  if (job.state !== 'finished' || result === null) {
    const words = job.state === 'waiting' ? 'Waiting to begin' : job.words || 'Reading the files'
    return html`${heading({ title: 'Loading files' })}
${progress({ title: 'How far it has come', words, running: true, ...(job.total === null ? {} : { done: job.done, total: job.total }) })}`
  }
  return doneView(result, extracts)
}

function doneView(result: LoadResult, extracts: readonly FrozenExtract[]): Html {
  const kept = extracts.filter(extract => result.kept.includes(extract.id))
  const there = extracts.filter(extract => result.alreadyThere.includes(extract.id))
  return html`${heading({ title: titleOf(result), lead: kept.length > 0 ? html`Every indicator was counted again. <a class="govuk-link" href="/">See what has changed</a>.` : '' })}
${there.map(extract => html`<p class="govuk-body">${extract.title} had been loaded before, so it was not read again. <a class="govuk-link" href="/data/${extract.id}">See what it holds</a>.</p>`)}
${
  result.refusals.length > 0 &&
  html`<h2 class="govuk-heading-m">Files that were not read</h2>
<ul class="govuk-list govuk-list--bullet">${result.refusals.map(({ file, message }) => html`<li><strong>${file}</strong>: ${message}</li>`)}</ul>`
}
${kept.map(extract => html`<h2 class="govuk-heading-m"><a class="govuk-link" href="/data/${extract.id}">${extract.title}</a></h2>${reportView(extract)}`)}`
}

function titleOf({ kept, alreadyThere }: LoadResult): string {
  if (kept.length === 1) return 'One extract was loaded'
  if (kept.length > 1) return `${kept.length} extracts were loaded`
  return alreadyThere.length > 0 ? 'These files were already there' : 'Nothing could be loaded'
}
