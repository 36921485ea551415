import { type Day, isoDay } from '#calendar'
import { heading } from '#kit/html/blocks.ts'
import { button, dataTable, input, select, summaryList } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import { type Role, roleWords } from '../roles.ts'
import type { Dated, User } from '../user.ts'
import { dates } from './account.view.ts'
import { stateTag } from './people.view.ts'

export interface PersonModel {
  readonly user: User
  readonly today: Day
  readonly sessions: number
  readonly invitedUntil: Date | undefined
  readonly teamNames: readonly string[]
  readonly choices: readonly Role[]
  /** Whether they have, or are to have, an account of this installation that a link can renew. */
  readonly local: boolean
  readonly values: FormValues
  readonly errors: readonly FieldError[]
  readonly csrf: Html
}

export function personView(model: PersonModel): Html {
  const { user, csrf } = model
  const at = `/people/${user.id}`
  return html`${heading({ title: user.name, caption: 'People' })}
${summaryList({
  rows: [
    { key: { text: 'Email address' }, value: { text: user.email ?? 'None' } },
    { key: { text: 'State' }, value: { html: stateTag(user, model.invitedUntil) } },
    { key: { text: 'Signed in' }, value: { text: signedIn(model.sessions) } },
  ],
})}
<h2 class="govuk-heading-m">Roles</h2>
${user.roles.length === 0 ? html`<p class="govuk-body">No role has been given.</p>` : datedTable(model, 'role', user.roles, role => `${roleWords[role.role]}${role.source === 'claim' ? ' (from the council’s sign-in)' : ''}`)}
${roleForm(model, at)}
<h2 class="govuk-heading-m">Teams</h2>
${user.teams.length === 0 ? html`<p class="govuk-body">In no team.</p>` : datedTable(model, 'team', user.teams, team => team.team)}
${teamForm(model, at)}
<h2 class="govuk-heading-m">Account</h2>
<form method="post" action="${at}/sessions">${csrf}${button({ text: 'Sign this person out everywhere', classes: 'govuk-button--secondary' })}</form>
${
  model.local &&
  user.state === 'active' &&
  html`<p class="govuk-body">For somebody who lost their link, password or phone. Make sure that it is they who ask.</p>
<form method="post" action="${at}/invitation">${csrf}${button({ text: 'Make a new link', classes: 'govuk-button--secondary' })}</form>`
}
<form method="post" action="${at}/state">${csrf}<input type="hidden" name="state" value="${user.state === 'active' ? 'disabled' : 'active'}">${
    user.state === 'active'
      ? button({ text: 'Disable this account', classes: 'govuk-button--warning' })
      : button({ text: 'Enable this account', classes: 'govuk-button--secondary' })
  }</form>`
}

const signedIn = (sessions: number): string =>
  sessions === 0 ? 'Not now' : sessions === 1 ? 'In one browser' : `In ${sessions} browsers`

function datedTable<Item extends Dated>(
  { user, today, csrf }: PersonModel,
  kind: 'role' | 'team',
  items: readonly Item[],
  words: (item: Item) => string,
): Html {
  const ends = (item: Item): Html | string =>
    item.until !== null && item.until <= today
      ? 'Over'
      : html`<form method="post" action="/people/${user.id}/${kind}s/end">${csrf}<input type="hidden" name="${kind}" value="${item.id}">${button(
          {
            html: html`End today<span class="govuk-visually-hidden">: ${words(item)}</span>`,
            classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
          },
        )}</form>`
  return dataTable({
    caption: kind === 'role' ? 'Roles over time' : 'Teams over time',
    captionHidden: true,
    columns: [
      { heading: kind === 'role' ? 'Role' : 'Team', cell: words },
      { heading: 'When', cell: item => spanWords(item) },
      { heading: 'End it', cell: ends },
    ],
    rows: items,
  })
}

const spanWords = ({ from, until }: Dated): string =>
  until !== null && until <= from ? 'Ended on the day it began' : dates(from, until)

function roleForm({ choices, values, errors, today, csrf }: PersonModel, at: string): Html {
  return html`<form method="post" action="${at}/roles" novalidate>
${csrf}
${select({
  id: 'role',
  name: 'role',
  label: { text: 'Give a role' },
  items: [
    { value: '', text: 'Choose a role' },
    ...choices.map(role => ({
      value: role,
      text: roleWords[role],
      selected: typed(values, 'role') === role,
    })),
  ],
  errorMessage: errorOf(errors, 'role'),
})}
${dayField('from', 'First day', typed(values, 'from') || isoDay(today), errors)}
${dayField('last', 'Last day, if it has one', typed(values, 'last'), errors)}
${button({ text: 'Give this role', classes: 'govuk-button--secondary' })}
</form>`
}

function teamForm({ teamNames, values, errors, today, csrf }: PersonModel, at: string): Html {
  const chosen = typed(values, 'team')
  return html`<form method="post" action="${at}/teams" novalidate>
${csrf}
${
  teamNames.length > 0
    ? select({
        id: 'team',
        name: 'team',
        label: { text: 'Add to a team' },
        items: [
          { value: '', text: 'Choose a team' },
          ...teamNames.map(team => ({ value: team, text: team, selected: chosen === team })),
        ],
        errorMessage: errorOf(errors, 'team'),
      })
    : input({
        id: 'team',
        name: 'team',
        label: { text: 'Add to a team' },
        hint: { text: 'As the extracts write its name' },
        value: chosen,
        classes: 'govuk-!-width-one-half',
        errorMessage: errorOf(errors, 'team'),
      })
}
${dayField('teamFrom', 'First day', typed(values, 'teamFrom') || isoDay(today), errors)}
${dayField('teamLast', 'Last day, if it has one', typed(values, 'teamLast'), errors)}
${button({ text: 'Add to this team', classes: 'govuk-button--secondary' })}
</form>`
}

function dayField(id: string, label: string, value: string, errors: readonly FieldError[]): Html {
  return input({
    id,
    name: id,
    type: 'date',
    label: { text: label },
    value,
    classes: 'govuk-input--width-10',
    errorMessage: errorOf(errors, id),
  })
}
