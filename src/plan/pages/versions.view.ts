import { longDay } from '#calendar'
import { emptyState, heading } from '#kit/html/blocks.ts'
import {
  button,
  dataTable,
  input,
  radios,
  summaryList,
  textarea,
} from '#kit/html/components/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import type { Plan } from '../line.ts'
import {
  type Difference,
  fieldOrder,
  isPlanChanged,
  isSame,
  type Snapshot,
  type SnapshotLine,
  type Version,
  versionKindKeys,
  versionKinds,
} from '../version.ts'

const name = ({ number, kind }: Version): string =>
  `Version ${number}, ${versionKinds[kind].toLowerCase()}`

export function versionsView(
  plan: Plan,
  versions: readonly Version[],
  sinceLast: Difference | null,
  mayDecide: boolean,
): Html {
  const at = `/plans/${plan.id}/versions`
  return html`${heading({ title: 'Versions', caption: plan.title, lead: 'The plan as it was each time somebody decided about it. A version is never changed.' })}
${sinceLast !== null && html`<p class="govuk-body">${!isPlanChanged(sinceLast) ? 'The plan has not been changed since the last version; only how far it has come.' : html`The plan has been changed since the last version. <a class="govuk-link" href="${at}/difference?from=${versions[0]?.number ?? 0}">See what is different now</a>`}</p>`}
${mayDecide && button({ text: 'Record a version', href: `${at}/new` })}
${
  versions.length === 0
    ? emptyState({
        title: 'No version yet',
        text: 'Record a draft before a meeting and the approved plan after it.',
      })
    : html`${dataTable({
        caption: 'Versions, newest first',
        captionHidden: true,
        columns: [
          {
            heading: 'Version',
            cell: each => html`<a class="govuk-link" href="${at}/${each.number}">${name(each)}</a>`,
          },
          { heading: 'On', cell: each => longDay(each.decidedOn) },
          { heading: 'By', cell: each => each.decidedBy },
          { heading: 'At', cell: each => each.meeting },
          { heading: 'Lines', numeric: true, cell: each => each.snapshot.lines.length },
          {
            heading: 'What changed',
            cell: each =>
              each.number > 1 &&
              html`<a class="govuk-link" href="${at}/difference?from=${each.number - 1}&amp;to=${each.number}">Against version ${each.number - 1}</a>`,
          },
        ],
        rows: versions,
      })}`
}`
}

export function versionView(version: Version): Html {
  const { snapshot } = version
  const row = (key: string, value: Content) => ({
    key: { text: key },
    value: { html: html`${value}` },
  })
  return html`${heading({ title: snapshot.title, caption: name(version) })}
${summaryList({
  rows: [
    row('Decided', `${longDay(version.decidedOn)} by ${version.decidedBy}`),
    ...(version.meeting === '' ? [] : [row('At', version.meeting)]),
    ...(version.consulted === '' ? [] : [row('In consultation with', version.consulted)]),
    ...(version.delegation === ''
      ? []
      : [row('Within these words of the delegation', version.delegation)]),
    ...(version.reason === '' ? [] : [row('Why', version.reason)]),
    ...(snapshot.headline === '' ? [] : [row('Headline', snapshot.headline)]),
    ...(snapshot.resources === '' ? [] : [row('Paid from', snapshot.resources)]),
    row('Written down by', version.madeByName),
    row('Known by', html`<code>${version.hash.slice(0, 12)}</code>`),
  ],
})}
${snapshot.lines.map(lineView)}
${fundingView(snapshot)}`
}

function lineView({ fields, depth }: SnapshotLine): Html {
  const { Number: number, Kind: kind, Title: title } = fields
  const shown = fieldOrder
    .map(field => [field, fields[field] ?? ''] as const)
    .filter(([, value]) => value !== '')
  const head = html`${kind} ${number}: ${title}`
  return html`${depth === 0 ? html`<h2 class="govuk-heading-m">${head}</h2>` : html`<h3 class="govuk-heading-s">${head}</h3>`}
<dl class="app-definition">${shown.map(([field, value]) => html`<div class="app-definition__row"><dt>${field}</dt><dd>${value}</dd></div>`)}</dl>`
}

function fundingView({ funding }: Snapshot): Html | false {
  if (funding.length === 0) return false
  return dataTable({
    caption: 'Funding',
    columns: [
      { heading: 'For', cell: each => each.title },
      { heading: 'Amount', numeric: true, cell: each => each.amount },
    ],
    rows: funding,
  })
}

export function differenceView(plan: Plan, from: string, to: string, difference: Difference): Html {
  const { added, removed, changed, whole } = difference
  const line = (each: SnapshotLine): string =>
    `${each.fields['Kind'] ?? ''} ${each.fields['Number'] ?? ''}: ${each.fields['Title'] ?? ''}`
  const list = (title: string, lines: readonly SnapshotLine[]): Html | false =>
    lines.length > 0 &&
    html`<h2 class="govuk-heading-m">${title}</h2><ul class="govuk-list govuk-list--bullet">${lines.map(each => html`<li>${line(each)}</li>`)}</ul>`
  const changes = (fields: Difference['whole']): Html =>
    html`<dl class="app-definition">${fields.map(
      each =>
        html`<div class="app-definition__row"><dt>${each.field}</dt><dd><del><span class="govuk-visually-hidden">Before: </span>${each.before || 'nothing'}</del> <ins><span class="govuk-visually-hidden">After: </span>${each.after || 'nothing'}</ins></dd></div>`,
    )}</dl>`
  return html`${heading({ title: 'What changed', caption: plan.title, lead: isSame(difference) ? `Nothing is different between ${from} and ${to}.` : `From ${from} to ${to}: ${added.length} added, ${removed.length} taken away, ${changed.length} changed.` })}
${whole.length > 0 && html`<h2 class="govuk-heading-m">The plan as a whole</h2>${changes(whole)}`}
${list('Added', added)}${list('Taken away', removed)}
${changed.length > 0 && html`<h2 class="govuk-heading-m">Changed</h2>${changed.map(each => html`<h3 class="govuk-heading-s">${line(each.line)}</h3>${changes(each.fields)}`)}`}`
}

export function versionFields(values: FormValues, errors: readonly FieldError[]): Html {
  const field = (id: string, label: string, hint?: string): Html =>
    input({
      id,
      name: id,
      label: { text: label },
      ...(hint !== undefined && { hint: { text: hint } }),
      value: typed(values, id),
      errorMessage: errorOf(errors, id),
    })
  const hints = {
    draft: 'The plan as it stands, for people to look at',
    approved: 'A meeting has approved it',
    submitted: 'It has been sent to the inspectorate or the department',
    'delegated change': 'Somebody changed it within the authority that a meeting gave them',
  } as const
  return html`${radios({ idPrefix: 'kind', name: 'kind', fieldset: { legend: { text: 'What happened?' } }, items: versionKindKeys.map(key => ({ value: key, text: versionKinds[key], hint: { text: hints[key] }, checked: typed(values, 'kind') === key })), errorMessage: errorOf(errors, 'kind') })}
${input({ id: 'decidedOn', name: 'decidedOn', label: { text: 'When' }, hint: { text: 'For example, 18 September 2017' }, value: typed(values, 'decidedOn'), classes: 'govuk-input--width-20', errorMessage: errorOf(errors, 'decidedOn') })}
${field('decidedBy', 'By whom', 'A body or a post: ‘Cabinet’, ‘Director of Children’s Services’')}
${field('meeting', 'At which meeting', 'For an approved plan')}
${field('consulted', 'In consultation with whom', 'For a change under delegated authority')}
${textarea({ id: 'delegation', name: 'delegation', rows: 3, label: { text: 'Within which words of the delegation' }, hint: { text: 'For a change under delegated authority: the words of the decision, verbatim' }, value: typed(values, 'delegation'), errorMessage: errorOf(errors, 'delegation') })}
${textarea({ id: 'reason', name: 'reason', rows: 3, label: { text: 'Why' }, value: typed(values, 'reason'), errorMessage: errorOf(errors, 'reason') })}`
}
