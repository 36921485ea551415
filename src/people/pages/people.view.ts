import { type Day, momentInWords } from '#calendar'
import { heading } from '#kit/html/blocks.ts'
import { button, checkboxes, dataTable, input, tag } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf } from '#kit/http/form.ts'
import { type Role, roleWords } from '../roles.ts'
import { rolesOn, teamsOn, type User } from '../user.ts'

export interface PeopleModel {
  readonly users: readonly User[]
  /** Until when those who were invited can still accept. */
  readonly invited: ReadonlyMap<string, Date>
  readonly today: Day
}

export function peopleView({ users, invited, today }: PeopleModel): Html {
  return html`${heading({ title: 'People', lead: 'Who may sign in, and what they are to the council today.' })}
${button({ text: 'Invite somebody', href: '/people/invite' })}
<p class="govuk-body"><a class="govuk-link" href="/people/policies">See which role may do what</a></p>
${dataTable({
  caption: 'People, by name',
  captionHidden: true,
  columns: [
    {
      heading: 'Name',
      cell: user => html`<a class="govuk-link" href="/people/${user.id}">${user.name}</a>`,
    },
    { heading: 'Email address', cell: user => user.email },
    {
      heading: 'Roles today',
      cell: user =>
        rolesOn(user, today)
          .map(role => roleWords[role])
          .join(', ') || 'None',
    },
    { heading: 'Teams today', cell: user => teamsOn(user, today).join(', ') },
    { heading: 'State', cell: user => stateTag(user, invited.get(user.id)) },
  ],
  rows: users,
})}`
}

export function stateTag(user: User, invitedUntil: Date | undefined): Html {
  if (user.state === 'disabled') return tag({ text: 'Disabled', classes: 'govuk-tag--grey' })
  if (invitedUntil === undefined) return tag({ text: 'Active', classes: 'govuk-tag--green' })
  return tag({ text: 'Invited', classes: 'govuk-tag--yellow' })
}

export interface InviteModel {
  readonly name: string
  readonly email: string
  readonly roles: readonly string[]
  readonly choices: readonly Role[]
  /** Whether the link is sent by e-mail. */
  readonly sends: boolean
  readonly errors: readonly FieldError[]
  readonly csrf: Html
}

export function inviteView(model: InviteModel): Html {
  const { errors } = model
  return html`${heading({ title: 'Invite somebody', lead: `They get a link that is good once and for 72 hours. ${model.sends ? 'Sightline sends it to their email address.' : 'You pass it on; Sightline does not send it.'}` })}
<form method="post" action="/people/invite" novalidate>
${model.csrf}
${input({ id: 'name', name: 'name', label: { text: 'Name' }, value: model.name, classes: 'govuk-!-width-two-thirds', errorMessage: errorOf(errors, 'name') })}
${input({ id: 'email', name: 'email', type: 'email', label: { text: 'Email address' }, hint: { text: 'What they sign in with' }, value: model.email, spellcheck: false, classes: 'govuk-!-width-two-thirds', errorMessage: errorOf(errors, 'email') })}
${checkboxes({
  idPrefix: 'roles',
  name: 'roles',
  fieldset: { legend: { text: 'Roles', classes: 'govuk-fieldset__legend--m' } },
  items: model.choices.map(role => ({
    value: role,
    text: roleWords[role],
    checked: model.roles.includes(role),
  })),
  errorMessage: errorOf(errors, 'roles'),
})}
${button({ text: 'Make the link', preventDoubleClick: true })}
</form>`
}

export function linkView(model: {
  readonly link: string
  readonly name: string
  readonly expiresAt: Date
  /** It was to be sent and could not be. */
  readonly failed: boolean
}): Html {
  return html`${heading({ title: 'Pass on this link', lead: `Give this link to ${model.name} and to nobody else: whoever opens it first has the account. It is shown only now.` })}
${model.failed && html`<p class="govuk-inset-text">The mail server did not take it, so pass it on yourself.</p>`}
<p class="govuk-body"><code>${model.link}</code></p>
<p class="govuk-body">It is good once, until ${momentInWords(model.expiresAt)}.</p>
${button({ text: 'Back to people', href: '/people' })}`
}

export function sentView(model: { readonly name: string; readonly expiresAt: Date }): Html {
  return html`${heading({ title: 'The link was sent', lead: `It is on its way to ${model.name}, is good once, and until ${momentInWords(model.expiresAt)}.` })}
<p class="govuk-body">If it does not arrive, make a new link on their page.</p>
${button({ text: 'Back to people', href: '/people' })}`
}
