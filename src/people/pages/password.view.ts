import { heading } from '#kit/html/blocks.ts'
import { button, input } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf } from '#kit/http/form.ts'

export interface PasswordModel {
  /** Recovery codes that have not been used. */
  readonly left: number
  readonly errors: readonly FieldError[]
  readonly csrf: Html
}

export function passwordView({ errors, csrf }: PasswordModel): Html {
  return html`${heading({ title: 'Change your password', lead: 'You stay signed in here and are signed out everywhere else.' })}
<form method="post" action="/account/password" novalidate>
${csrf}
${passwordField('current', 'The password that you have now', 'current-password', errors)}
${passwordField('password', 'New password', 'new-password', errors, '12 characters or more. Three or four words that do not belong together are good.')}
${passwordField('again', 'The new password again', 'new-password', errors)}
${button({ text: 'Change password', preventDoubleClick: true })}
</form>`
}

export function renewCodesView({ left, errors, csrf }: PasswordModel): Html {
  return html`${heading({ title: 'New recovery codes', lead: `You have ${left} of 8 recovery codes left. New ones take their place: the old ones are then good for nothing.` })}
<form method="post" action="/account/recovery-codes" novalidate>
${csrf}
${passwordField('current', 'Your password', 'current-password', errors)}
${button({ text: 'Show new codes', preventDoubleClick: true })}
</form>`
}

function passwordField(
  id: string,
  label: string,
  autocomplete: string,
  errors: readonly FieldError[],
  hint?: string,
): Html {
  return input({
    id,
    name: id,
    type: 'password',
    label: { text: label },
    ...(hint !== undefined && { hint: { text: hint } }),
    autocomplete,
    spellcheck: false,
    classes: 'govuk-!-width-two-thirds',
    errorMessage: errorOf(errors, id),
  })
}
