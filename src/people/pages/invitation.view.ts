import { heading } from '#kit/html/blocks.ts'
import { button, input } from '#kit/html/components/index.ts'
import { attributes, type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf } from '#kit/http/form.ts'

export type InvitationModel =
  | { readonly kind: 'provider'; readonly name: string; readonly token: string }
  | ({ readonly kind: 'local' } & LocalModel)

interface LocalModel {
  readonly name: string
  readonly email: string
  readonly token: string
  /** The app's secret as it is typed, and wrapped, to come back with the form. */
  readonly secret: string
  readonly enrolment: string
  readonly link: string
  readonly qr: { readonly path: string; readonly width: number }
  readonly errors: readonly FieldError[]
  readonly csrf: Html
}

export function invitationView(model: InvitationModel): Html {
  if (model.kind === 'provider')
    return html`${heading({ title: `Welcome, ${model.name}`, lead: 'Sign in once with your council account, and this account is yours.' })}
${button({ text: 'Sign in with your council account', href: `/sign-in/start?invitation=${model.token}` })}`
  const { errors } = model
  return html`${heading({ title: `Welcome, ${model.name}`, lead: 'You need a password and an app that shows a new code every half minute. It takes about three minutes.' })}
<form method="post" action="/invitation/${model.token}" novalidate>
${model.csrf}
<input type="hidden" name="enrolment" value="${model.enrolment}">
<input type="hidden" name="email" value="${model.email}" autocomplete="username">
<h2 class="govuk-heading-m">1. Choose a password</h2>
${input({
  id: 'password',
  name: 'password',
  type: 'password',
  label: { text: 'Password' },
  hint: {
    text: '12 characters or more. Three or four words that do not belong together are good.',
  },
  autocomplete: 'new-password',
  spellcheck: false,
  classes: 'govuk-!-width-two-thirds',
  errorMessage: errorOf(errors, 'password'),
})}
${input({
  id: 'again',
  name: 'again',
  type: 'password',
  label: { text: 'The same password again' },
  autocomplete: 'new-password',
  spellcheck: false,
  classes: 'govuk-!-width-two-thirds',
  errorMessage: errorOf(errors, 'again'),
})}
<h2 class="govuk-heading-m">2. Set up the app</h2>
<p class="govuk-body">Open an authenticator app on your phone, such as the one your council uses, and scan this square.</p>
${qrView(model.qr)}
<p class="govuk-body">If you cannot scan it, <a class="govuk-link" href="${model.link}">open it in an app on this device</a>, or type this key into the app:</p>
<p class="govuk-body"><code>${grouped(model.secret)}</code></p>
${input({
  id: 'code',
  name: 'code',
  label: { text: 'The code that the app shows now' },
  hint: { text: 'Six digits' },
  inputmode: 'numeric',
  autocomplete: 'one-time-code',
  spellcheck: false,
  classes: 'govuk-input--width-10',
  errorMessage: errorOf(errors, 'code'),
})}
${button({ text: 'Set up my account', preventDoubleClick: true })}
</form>`
}

function qrView({ path, width }: LocalModel['qr']): Html {
  const size = attributes({ viewBox: `0 0 ${width} ${width}`, width: 240, height: 240 })
  return html`<p class="govuk-body"><svg${size} role="img" aria-label="QR code for the authenticator app; the key below is the same in letters" focusable="false" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${width}v${width}h-${width}z"/><path fill="#000" d="${path}"/></svg></p>`
}

const grouped = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')

export function recoveryCodesView(
  codes: readonly string[],
  why: 'set up' | 'renewed' = 'set up',
): Html {
  const lead =
    why === 'set up' ? 'Your account is set up and you are signed in.' : 'The old codes are over.'
  return html`${heading({ title: 'Write down your recovery codes', lead: `${lead} If you lose your phone, each of these codes lets you in once in place of the app. They are not shown again.` })}
<ul class="govuk-list app-columns">${codes.map(code => html`<li><code>${code}</code></li>`)}</ul>
${button({ text: 'I have written them down', href: '/' })}`
}

export function tooLateView(): Html {
  return html`${heading({ title: 'This link has been used or is too old' })}
<p class="govuk-body">A link is good once and for 72 hours. If you used it yourself, <a class="govuk-link" href="/sign-in">sign in</a>. If not, tell whoever runs Sightline for your council, and ask for a new one.</p>`
}
