import { type Day, longDay } from '#calendar'
import { formView } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { button, dataTable, input, radios } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import { apiPath, tokensPath } from '../paths.ts'
import type { Token } from '../store/index.ts'

export interface TokensModel {
  readonly tokens: readonly Token[]
  readonly today: Day
  readonly values: FormValues
  readonly errors: readonly FieldError[]
  readonly csrf: Html
}

const dayOf = (at: Date): string => longDay(Math.floor(at.getTime() / 86_400_000))

const lengths = [
  { value: '1', text: '1 month' },
  { value: '3', text: '3 months' },
  { value: '6', text: '6 months' },
  { value: '12', text: '12 months, the longest there is' },
]

export function tokensView({ tokens, today, values, errors, csrf }: TokensModel): Html {
  return html`${heading({ title: 'Personal access tokens', lead: 'A token lets Excel, Power BI or another program read figures in your name. It sees what you see, on the day that it asks.' })}
<p class="govuk-body"><a class="govuk-link" href="${apiPath}">How to use one in Excel and Power BI</a></p>
${tokens.length > 0 && listView(tokens, today, csrf)}
<h2 class="govuk-heading-m">Make a token</h2>
${formView(
  tokensPath,
  csrf,
  html`${input({ id: 'name', name: 'name', label: { text: 'What is it for?' }, hint: { text: 'For example, ‘Monthly workbook’' }, value: typed(values, 'name'), classes: 'govuk-input--width-20', errorMessage: errorOf(errors, 'name') })}
${radios({
  idPrefix: 'months',
  name: 'months',
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'How long is it good for?' } },
  items: lengths.map(each => ({ ...each, checked: typed(values, 'months') === each.value })),
  errorMessage: errorOf(errors, 'months'),
})}`,
  'Make the token',
)}`
}

function listView(tokens: readonly Token[], today: Day, csrf: Html): Html {
  return dataTable({
    caption: 'Your tokens',
    columns: [
      { heading: 'Name', cell: token => token.name },
      { heading: 'Made', cell: token => dayOf(token.madeAt) },
      {
        heading: 'Last used',
        cell: ({ lastUsedAt }) => (lastUsedAt === null ? 'Never' : dayOf(lastUsedAt)),
      },
      { heading: 'Good until', cell: token => longDay(token.expiresOn - 1) },
      {
        heading: 'Revoke',
        cell: token =>
          token.revokedAt !== null
            ? `Revoked on ${dayOf(token.revokedAt)}`
            : today >= token.expiresOn
              ? 'Expired'
              : html`<form method="post" action="${tokensPath}/${token.id}/revoke">${csrf}${button({
                  html: html`Revoke<span class="govuk-visually-hidden"> ${token.name}</span>`,
                  classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
                })}</form>`,
      },
    ],
    rows: tokens,
  })
}

/** The one page that shows a token. */
export function madeView({
  name,
  text,
  until,
  base,
}: {
  readonly name: string
  readonly text: string
  readonly until: string
  readonly base: string
}): Html {
  return html`${heading({ title: 'Your new token', caption: name, lead: 'Copy it now. It is not shown again, and nobody can read it back.' })}
<p class="govuk-body"><code class="app-code">${text}</code></p>
<p class="govuk-body">It is good until the end of ${until}. Whoever has it sees what you see, so keep it as you keep a password, and revoke it when it is no longer needed.</p>
<p class="govuk-body">The addresses begin with <code class="app-code">${base}/api/v1</code>. <a class="govuk-link" href="${apiPath}">How to use it in Excel and Power BI</a></p>
<p class="govuk-body"><a class="govuk-link" href="${tokensPath}">Your tokens</a></p>`
}
