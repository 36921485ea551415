import { heading } from '#kit/html/blocks.ts'
import { button, input } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf } from '#kit/http/form.ts'

export interface SignInModel {
  /** How: with the council's own sign-in, with a password, or not at all as no council is set up. */
  readonly way: 'provider' | 'password' | 'none'
  readonly personas: boolean
  readonly next: string
  readonly email: string
  readonly errors: readonly FieldError[]
  readonly csrf: Html
}

export function signInView(model: SignInModel): Html {
  return html`${heading({ title: 'Sign in' })}
${ways[model.way](model)}
${
  model.personas &&
  html`<h2 class="govuk-heading-m">Look round the demonstration</h2>
<p class="govuk-body">The demonstration county does not exist. <a class="govuk-link" href="/personas">Choose who to be</a>: no account is needed.</p>`
}`
}

const ways: Readonly<Record<SignInModel['way'], (model: SignInModel) => Html>> = {
  provider: ({
    next,
  }) => html`<p class="govuk-body">Use the account that you have with the council.</p>
${button({ text: 'Sign in with your council account', href: `/sign-in/start${next === '/' ? '' : `?next=${encodeURIComponent(next)}`}` })}`,
  password: ({
    csrf,
    email,
    next,
    errors,
  }) => html`<form method="post" action="/sign-in" novalidate>
${csrf}
<input type="hidden" name="next" value="${next}">
${input({
  id: 'email',
  name: 'email',
  type: 'email',
  label: { text: 'Email address' },
  autocomplete: 'username',
  spellcheck: false,
  classes: 'govuk-!-width-two-thirds',
  value: email,
  errorMessage: errorOf(errors, 'email'),
})}
${input({
  id: 'password',
  name: 'password',
  type: 'password',
  label: { text: 'Password' },
  autocomplete: 'current-password',
  spellcheck: false,
  classes: 'govuk-!-width-two-thirds',
  errorMessage: errorOf(errors, 'password'),
})}
${button({ text: 'Continue', preventDoubleClick: true })}
</form>
<p class="govuk-body">If you have lost your password or your phone, ask whoever runs Sightline for your council for a new link.</p>`,
  none: () => html`<p class="govuk-body">No council is set up here, so nobody has an account yet.</p>
<p class="govuk-body">Whoever runs Sightline can make the first with <code>npx sightline invite --name NAME --email EMAIL --role administrator</code>.</p>`,
}

export function codeView({
  csrf,
  errors,
}: {
  readonly csrf: Html
  readonly errors: readonly FieldError[]
}): Html {
  return html`${heading({ title: 'Enter the code from your app' })}
<form method="post" action="/sign-in/code" novalidate>
${csrf}
${input({
  id: 'code',
  name: 'code',
  label: { text: 'Code' },
  hint: {
    text: 'The six digits that your authenticator app shows now, or one of your recovery codes',
  },
  autocomplete: 'one-time-code',
  spellcheck: false,
  classes: 'govuk-input--width-10',
  errorMessage: errorOf(errors, 'code'),
})}
${button({ text: 'Sign in', preventDoubleClick: true })}
</form>
<p class="govuk-body"><a class="govuk-link" href="/sign-in">Start again</a></p>`
}

export function refusedView(model: {
  readonly title: string
  readonly words: string
  readonly again: string
}): Html {
  return html`${heading({ title: model.title })}
<p class="govuk-body">${model.words}</p>
<p class="govuk-body"><a class="govuk-link" href="${model.again}">Sign in</a></p>`
}

/** After signing out; `provider` is where to end the session at the council's sign-in too. */
export function signedOutView(model: { readonly provider: string | null }): Html {
  return html`${heading({ title: 'You have signed out' })}
${
  model.provider !== null &&
  html`<p class="govuk-body">You may still be signed in to your council account. On a computer that others use, <a class="govuk-link" href="${model.provider}">sign out of that too</a>.</p>`
}
<p class="govuk-body"><a class="govuk-link" href="/sign-in">Sign in again</a></p>`
}
