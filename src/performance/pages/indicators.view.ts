import { heading, signalList } from '#kit/html/blocks.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { Link } from '#kit/html/page.ts'
import type { Group, Grouping } from '../grouped.ts'
import type { Reading } from '../reading.ts'
import { type Show, shownAs, shows } from '../shown.ts'
import { signalRow } from './marks.view.ts'

export interface IndicatorsModel {
  readonly show: Show
  readonly by: Grouping
  readonly title: string
  readonly caption: string
  readonly lead: string
  /** Where the choices of what to show lead to, without their query. */
  readonly path: string
  /** A way to more, below the list. */
  readonly more?: Link
  /** Other ways to look at the same figures. */
  readonly ways?: readonly Link[]
  /** How many of the changes chance alone would give; null where there are none. */
  readonly byChance: string | null
  /** The same as files. */
  readonly files?: readonly Link[]
  /** Every reading, for how many of each kind there are. */
  readonly all: readonly Reading[]
  /** Those to show. */
  readonly groups: readonly Group[]
  /** Whether key questions are there to group by. */
  readonly hasQuestions: boolean
}

const headings: Readonly<Record<Grouping, string>> = {
  theme: 'By theme',
  question: 'By key question',
}

export function indicatorsView(model: IndicatorsModel): Html {
  const { groups, ways, more, files } = model
  return html`${heading({ title: model.title, caption: model.caption, lead: model.lead })}
${showChoices(model)}
${ways && html`<p class="govuk-body">${ways.map(({ text, href }, i) => html`${i > 0 && ' · '}<a class="govuk-link" href="${href}">${text}</a>`)}</p>`}
${model.byChance && html`<p class="govuk-body">${model.byChance}</p>`}
${groups.length > 1 && jumpsView(model)}
${
  groups.length === 0
    ? html`<p class="govuk-body">No indicator is of this kind. <a class="govuk-link" href="${model.path}">Show all of them</a>.</p>`
    : groups.map(group => groupView(group, model))
}
${more && html`<p class="govuk-body"><a class="govuk-link" href="${more.href}">${more.text}</a></p>`}
${files && html`<h2 class="govuk-heading-m">Download and publish</h2><ul class="govuk-list">${files.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>`}`
}

function showChoices(model: IndicatorsModel): Html {
  return choicesView(
    'Which indicators to show',
    shows.map(({ show, text }) => ({
      text: `${text} (${shownAs(model.all, show).length})`,
      href: hrefOf(model, { show }),
      isNow: show === model.show,
    })),
  )
}

/** The whole list is long: its parts are one press away, and each way to part it is another. */
function jumpsView(model: IndicatorsModel): Html {
  const groupings = (['theme', 'question'] as const).map(by => ({
    text: headings[by],
    href: hrefOf(model, { by }),
    isNow: by === model.by,
  }))
  return html`${model.hasQuestions && choicesView('How to part the list', groupings)}
<nav aria-label="Parts of this page"><ul class="app-jumps">${model.groups.map(
    ({ key, name, readings }) =>
      html`<li><a class="govuk-link govuk-link--no-visited-state" href="#${key}">${name} (${readings.length})</a></li>`,
  )}</ul></nav>`
}

function groupView({ key, name, readings, href }: Group, { show }: IndicatorsModel): Html {
  // What has moved is read; the rest is looked through for a name.
  const isRead = show === 'changed' || show === 'worse' || show === 'improving'
  const rows = readings.map(signalRow)
  return html`<section class="app-indicators"><h2 class="govuk-heading-m" id="${key}" tabindex="-1">${href === undefined ? name : html`<a class="govuk-link" href="${href}">${name}</a>`}</h2>
${isRead ? signalList(rows, name) : signalList(rows.map(withoutSentence), name, true)}</section>`
}

const withoutSentence = (row: ReturnType<typeof signalRow>) => ({ ...row, sentence: null })

function choicesView(
  label: string,
  choices: readonly (Link & { readonly isNow: boolean })[],
): Html {
  return html`<nav class="app-choices" aria-label="${label}"><ul class="app-choices__list">${choices.map(
    ({ text, href, isNow }) =>
      html`<li><a class="govuk-link govuk-link--no-visited-state" href="${href}"${isNow && html` aria-current="page"`}>${text}</a></li>`,
  )}</ul></nav>`
}

function hrefOf(
  { path, show, by }: IndicatorsModel,
  change: { readonly show?: Show; readonly by?: Grouping },
): string {
  const asked = { show, by, ...change }
  const query = new URLSearchParams({
    ...(asked.show !== 'all' && { show: asked.show }),
    ...(asked.by !== 'theme' && { by: asked.by }),
  }).toString()
  return query === '' ? path : `${path}?${query}`
}
