import { heading, signalList } from '#kit/html/blocks.ts'
import { type Html, html } from '#kit/html/html.ts'
import { rankSignals } from '#signals'
import type { Reading } from '../reading.ts'
import { signalRow } from './marks.view.ts'

export type Show = 'all' | 'changed' | 'too-few'

export interface IndicatorsModel {
  readonly show: Show
  readonly title: string
  readonly caption: string
  readonly lead: string
  /** Where the choices of what to show lead to, without their query. */
  readonly path: string
  /** A way to more, below the list. */
  readonly more?: { readonly text: string; readonly href: string }
  /** Other ways to look at the same figures. */
  readonly ways?: readonly { readonly text: string; readonly href: string }[]
  /** How many of the changes chance alone would give; null where there are none. */
  readonly byChance: string | null
  /** The same as files. */
  readonly files?: readonly { readonly text: string; readonly href: string }[]
  readonly families: readonly { readonly name: string; readonly readings: readonly Reading[] }[]
}

const choices: readonly { readonly show: Show; readonly text: string }[] = [
  { show: 'all', text: 'All' },
  { show: 'changed', text: 'Changed' },
  { show: 'too-few', text: 'Not enough data' },
]

export function indicatorsView(model: IndicatorsModel): Html {
  return html`${heading({ title: model.title, caption: model.caption, lead: model.lead })}
<nav class="app-choices" aria-label="Which indicators to show"><ul class="app-choices__list">${choices.map(
    ({ show, text }) =>
      html`<li><a class="govuk-link govuk-link--no-visited-state" href="${model.path}${show === 'all' ? '' : `?show=${show}`}"${show === model.show && html` aria-current="page"`}>${text}</a></li>`,
  )}</ul></nav>
${model.ways && html`<p class="govuk-body">${model.ways.map(({ text, href }, i) => html`${i > 0 && ' · '}<a class="govuk-link" href="${href}">${text}</a>`)}</p>`}
${model.byChance && html`<p class="govuk-body">${model.byChance}</p>`}
${
  model.families.length === 0
    ? html`<p class="govuk-body">No indicator is of this kind. <a class="govuk-link" href="${model.path}">Show all of them</a>.</p>`
    : model.families.map(
        ({ name, readings }) => html`<h2 class="govuk-heading-m">${name}</h2>
${signalList(readings.map(signalRow), name)}`,
      )
}
${model.more && html`<p class="govuk-body"><a class="govuk-link" href="${model.more.href}">${model.more.text}</a></p>`}
${model.files && html`<h2 class="govuk-heading-m">Download and publish</h2><ul class="govuk-list">${model.files.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>`}`
}

export function familiesOf(readings: readonly Reading[], show: Show): IndicatorsModel['families'] {
  const shown = readings.filter(({ signal: { verdict } }) =>
    show === 'all'
      ? true
      : show === 'changed'
        ? ['improving', 'worse', 'changed'].includes(verdict)
        : ['not-enough-data', 'no-data'].includes(verdict),
  )
  // Changes are read by how sure they are, wherever they belong.
  if (show === 'changed')
    return shown.length === 0
      ? []
      : [{ name: 'What has changed, strongest first', readings: rankSignals(shown) }]
  const families = Map.groupBy(shown, ({ definition }) => definition.family)
  return [...families].map(([name, members]) => ({ name, readings: members }))
}
