import { longDay, longMonth, parseIsoMonth } from '#calendar'
import type { Definition, Dimension } from '#indicators'
import { emptyState, heading } from '#kit/html/blocks.ts'
import {
  button,
  checkboxes,
  dataTable,
  details,
  input,
  insetText,
  select,
  textarea,
} from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed, typedAll } from '#kit/http/form.ts'
import { countInWords, dimensionInWords } from '#performance'
import { type Issue, type IssueContents, keptBackIn } from '../issue/contents.ts'
import { proposalPath, publicIssuePath, publishPath } from '../paths.ts'
import type { Proposal } from '../store/index.ts'
import { indicatorShown, periodOf, signsShown } from './figures.view.ts'

const dayOf = (at: Date): string => longDay(Math.floor(at.getTime() / 86_400_000))

/** `/figures/publish`: what is out, and what waits for somebody to look at it. */
export function publishingView({
  issues,
  waiting,
}: {
  readonly issues: readonly Issue[]
  readonly waiting: readonly Proposal[]
}): Html {
  return html`${heading({ title: 'Publish figures', lead: 'Figures for everybody, without signing in. What is published stays as it is: a mistake is put right by a new issue.' })}
${button({ text: 'Choose figures to publish', href: `${publishPath}/new` })}
<h2 class="govuk-heading-m">Waiting for somebody to look</h2>
${
  waiting.length === 0
    ? html`<p class="govuk-body">Nothing is waiting.</p>`
    : dataTable({
        caption: 'Waiting for somebody to look',
        captionHidden: true,
        columns: [
          {
            heading: 'Title',
            cell: each =>
              html`<a class="govuk-link" href="${proposalPath(each.id)}">${each.title}</a>`,
          },
          { heading: 'Chosen by', cell: each => each.preparedByName },
          { heading: 'On', cell: each => dayOf(each.preparedAt) },
        ],
        rows: waiting,
      })
}
<h2 class="govuk-heading-m">Published</h2>
${
  issues.length === 0
    ? emptyState({
        title: 'Nothing is published yet',
        text: 'Published figures are shown here, and to everybody.',
      })
    : dataTable({
        caption: 'Published',
        captionHidden: true,
        columns: [
          {
            heading: 'Issue',
            cell: each =>
              html`<a class="govuk-link" href="${publicIssuePath(each.number)}">${each.number}. ${each.title}</a>`,
          },
          { heading: 'Months', cell: each => periodOf(each.contents.months) },
          { heading: 'Published', cell: each => dayOf(each.publishedAt) },
          { heading: 'Approved by', cell: each => each.approvedBy },
          {
            heading: 'Corrects',
            cell: each => (each.corrects === null ? '' : `Issue ${each.corrects}`),
          },
        ],
        rows: issues,
      })
}`
}

export interface ChoiceForm {
  readonly values: FormValues
  readonly errors: readonly FieldError[]
  /** As '2026-03', the newest first. */
  readonly months: readonly string[]
  readonly definitions: readonly Definition[]
  readonly issues: readonly Issue[]
  readonly by: readonly Dimension[]
}

export function choiceFields(form: ChoiceForm): Html {
  const { values, errors, months, definitions, issues, by } = form
  const month = (name: 'from' | 'to', text: string) =>
    select({
      id: name,
      name,
      label: { text },
      items: [
        ...(months.length === 0 ? [{ value: '', text: 'No month is counted yet' }] : []),
        ...months.map(each => ({
          value: each,
          text: longMonth(parseIsoMonth(each) ?? 0),
          selected: typed(values, name) === each,
        })),
      ],
      errorMessage: errorOf(errors, name),
    })
  return html`${input({ id: 'title', name: 'title', label: { text: 'Title' }, hint: { text: 'For example, ‘Children’s services in figures, spring 2026’' }, value: typed(values, 'title'), errorMessage: errorOf(errors, 'title') })}
${indicatorFields(definitions, values, errors)}
${checkboxes({
  idPrefix: 'by',
  name: 'by',
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: { text: 'Broken down by', classes: 'govuk-fieldset__legend--s' } },
  hint: {
    text: 'The finer a breakdown, the more of it is kept back. The whole county is always there.',
  },
  items: by.map(each => ({
    value: each,
    text: dimensionInWords(each),
    checked: typedAll(values, 'by').includes(each),
  })),
  errorMessage: errorOf(errors, 'by'),
})}
${month('from', 'First month')}
${month('to', 'Last month')}
${
  issues.length > 0 &&
  html`${select({
    id: 'corrects',
    name: 'corrects',
    label: { text: 'Does it correct an earlier issue?' },
    items: [
      { value: '', text: 'No' },
      ...issues.map(({ number, title }) => ({
        value: String(number),
        text: `Issue ${number}, ${title}`,
        selected: typed(values, 'corrects') === String(number),
      })),
    ],
    errorMessage: errorOf(errors, 'corrects'),
  })}
${textarea({ id: 'reason', name: 'reason', rows: 3, label: { text: 'What was wrong, if it corrects one' }, hint: { text: 'Everybody can read this.' }, value: typed(values, 'reason'), errorMessage: errorOf(errors, 'reason') })}`
}`
}

/** The indicators of each family, folded away but for those with a choice in them. */
function indicatorFields(
  definitions: readonly Definition[],
  values: FormValues,
  errors: readonly FieldError[],
): Html {
  const chosen = new Set(typedAll(values, 'codes'))
  const error = errorOf(errors, 'codes')
  const families = [...Map.groupBy(definitions, ({ family }) => family)]
  return html`<div class="govuk-form-group${error !== undefined && ' govuk-form-group--error'}"><fieldset class="govuk-fieldset" id="codes"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Indicators</legend>
${error !== undefined && html`<p class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> ${error.text}</p>`}
${families.map(([family, members], place) => {
  const many = members.filter(({ code }) => chosen.has(code)).length
  return details({
    summaryText: many === 0 ? family : `${family} (${many} chosen)`,
    open: many > 0,
    classes: 'govuk-!-margin-bottom-2',
    html: checkboxes({
      idPrefix: `codes-${place}`,
      name: 'codes',
      classes: 'govuk-checkboxes--small',
      items: members.map(({ code, name }) => ({
        value: code,
        text: `${code} ${name}`,
        checked: chosen.has(code),
      })),
    }),
  })
})}
</fieldset></div>`
}

export interface DraftModel {
  readonly proposal: Proposal
  readonly contents: IssueContents
  readonly mark: string
  readonly mayApprove: boolean
  readonly isOwn: boolean
  readonly csrf: Html
}

/** `/figures/publish/<id>`: what everybody would see, and the way to let them. */
export function draftView(model: DraftModel): Html {
  const { proposal, contents, csrf } = model
  const { kept, of } = keptBackIn(contents)
  const at = proposalPath(proposal.id)
  return html`${heading({ title: proposal.title, caption: 'Not published yet', lead: `This is what everybody would see: ${periodOf(contents.months)}, with ${countInWords(kept)} of ${countInWords(of)} figures kept back.` })}
${proposal.corrects !== null && insetText({ html: html`It corrects <a class="govuk-link" href="${publicIssuePath(proposal.corrects)}">issue ${proposal.corrects}</a>: ${proposal.reason}` })}
${stepView(model)}
${contents.indicators.length === 0 && emptyState({ title: 'No indicator has figures', text: 'None of those that were chosen has a figure in these months.' })}
${contents.indicators.map(
  indicator => html`<section class="app-section"><h2 class="govuk-heading-l">${indicator.name}</h2>
${indicatorShown(contents, indicator)}</section>`,
)}
${contents.indicators.length > 0 && signsShown()}
<form method="post" action="${at}/drop">${csrf}${button({ text: 'Drop it', classes: 'govuk-button--secondary' })}</form>`
}

function stepView({ proposal, mark, mayApprove, isOwn, contents, csrf }: DraftModel): Html {
  const chosen = `Chosen by ${proposal.preparedByName} on ${dayOf(proposal.preparedAt)}.`
  if (!mayApprove || contents.indicators.length === 0)
    return html`<p class="govuk-body">${chosen} ${isOwn ? 'Somebody other than you has to publish it. Ask a colleague to look at this page.' : 'Your role does not publish figures.'}</p>`
  return html`<p class="govuk-body">${chosen} What is published cannot be called back: others may have copied it.</p>
<form method="post" action="${proposalPath(proposal.id)}/approve">${csrf}<input type="hidden" name="seen" value="${mark}">${button({ text: 'Publish these figures', preventDoubleClick: true })}</form>`
}
